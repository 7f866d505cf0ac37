/**
 * The letters of marks: numbers, signs, raised digits. The same as `src/text/mark.rs` tells of a text. Pure.
 */

/** The highest number of a note or reference. */
const HIGHEST = 1999;

/** The longest mark that is no name: "[12]", "note 3"; UTF-16 code units. */
export const SHORT = 12;

/** Words behind which raised digits are a power: units of length. */
const UNITS = new Set(
  (
    "m km cm mm dm nm µm μm ft in yd mi sq hm sqft feet foot miles metres meters kilometres " +
    "kilometers"
  ).split(" "),
);

/** Marks of sums, near which raised digits are a power. */
const SUMS = /[=+×·^−÷∙⋅±√]/u;

const RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹";

/**
 * Words without certain signs at their ends.
 * @param {string} words
 * @param {string} signs
 */
export function trimmed(words, signs) {
  let start = 0;
  let end = words.length;
  while (start < end && signs.includes(words[start])) start++;
  while (start < end && signs.includes(words[end - 1])) end--;
  return words.slice(start, end);
}

/** Raised digits as the digits that they stand for. @param {string} words */
const lowered = (words) => words.replace(/[⁰¹²³⁴-⁹]/gu, (digit) => String(RAISED.indexOf(digit)));

/**
 * Whether words are numbers of notes: "2", "2, 5–7"; a range has no more than twenty.
 * @param {string} words
 */
export function areNumbers(words) {
  return words.split(/[,;]/).every((part) => {
    const ends = part
      .trim()
      .split(/[-–—]/)
      .map((end) => numberOf(end.trim()));
    if (ends.length > 2 || ends.includes(0)) return false;
    return ends.length === 1 || (ends[1] > ends[0] && ends[1] - ends[0] <= 20);
  });
}

/** A number of a note; 0 for none. None has a zero in front. @param {string} digits */
function numberOf(digits) {
  const plain = lowered(digits);
  const value = /^[1-9]\d{0,3}$/.test(plain) ? Number(plain) : 0;
  return value <= HIGHEST ? value : 0;
}

/** Whether words are a mark by themselves: a number, a sign, a small letter or two. @param {string} words */
export function isSign(words) {
  const bare = trimmed(words, "[]() ").replace(/^(?:[Nn]ote|nb|fn\.|n\.) /, "");
  return areNumbers(bare) || /^(?:[*†‡§¶‖#]{1,3}|[a-z]{1,2})$/u.test(bare);
}

/**
 * Raised digits without an anchor, as the mark they are: "2", "1,3", "†"; `null` for other raised letters.
 * @param {string} words
 */
export function raisedSign(words) {
  const bare = trimmed(lowered(words.trim()), "[]()");
  const sign = areNumbers(bare) || /^[*†‡§¶]+$/u.test(bare);
  return sign && bare.length <= SHORT ? bare : null;
}

/**
 * A raised letter without an anchor, which is a mark where an entry is called so; `null` for others.
 * @param {string} words
 */
export function raisedLetter(words) {
  const bare = trimmed(words.trim(), "[]()");
  return /^[a-z]$/.test(bare) ? bare : null;
}

/**
 * Whether raised digits between two texts are the mark of a note: behind a stop or a closing mark, a word, or a
 * number that is no base; not behind a unit (m²), in a sum or a formula.
 * @param {string} before a few letters do
 * @param {string} after
 */
export function isRaisedMark(before, after) {
  const tail = before.slice(-12);
  if (before === "" || SUMS.test(after.slice(0, 3)) || SUMS.test(tail)) return false;
  const glued = /^[\p{Ll}⁺⁻+\-−(]/u.test(after);
  if (/\d$/.test(tail)) {
    const number = tail.replace(/^\D+/, "");
    return number.replace(/\D/g, "").length > 1 && !number.endsWith("10") && !glued;
  }
  const word = /(?<!\p{L})\p{L}+$/u.exec(before.slice(-40))?.[0];
  if (word !== undefined) return [...word].length > 1 && !UNITS.has(word) && !glued;
  return /[.,;:!?…”’"'»)\]%*]$/u.test(before);
}

/** How many entries back “Ibid.” is followed. */
const IBIDEM = 40;

/** An entry that names no work but the one before. */
const IBID = /^\s*(?:ibid(?:em)?|id\.)(?![\p{L}\p{N}])/iu;

/**
 * The entry that one means, by its index: where it says “Ibid.”, the next before it that does not.
 * @param {readonly {text: string}[]} entries
 * @param {number} index
 */
export function entryMeant(entries, index) {
  const isIbid = (/** @type {number} */ at) => {
    const text = entries[at]?.text ?? "";
    return text.length <= 60 && IBID.test(text);
  };
  let at = index;
  while (isIbid(at) && at > 0 && index - at < IBIDEM) at--;
  return isIbid(at) ? index : at;
}
