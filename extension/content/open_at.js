/**
 * Addresses that open a page at the words which another page takes from it, by text fragments
 * (https://wicg.github.io/scroll-to-text-fragment/). Nothing is asked of that page before: where the words are
 * not there, the browser opens it at its own place, or the top. Pure.
 *
 * @typedef {{quotation: string | null, figures: string[]}} Sought what to look for there: words quoted from it,
 *   figures with their units
 */

/** Up to this many words a quotation is sought whole. */
const WHOLE = 8;

/** Words at each end of a longer one. */
const ENDS = 4;

/** Figures sought at most. */
const MOST = 2;

/** A figure without a unit is sought from this many letters on: "12" stands on every page. */
const BARE = 4;

/** What parts a quotation that leaves something out, or puts something in. */
const LEFT_OUT = /…|\.{3}|\[[^\]]*\]|\([^)]*\)/;

/** Files that are no page of text. */
const FILES = /\.(?:pdf|csv|xlsx?|docx?|pptx?|zip|png|jpe?g|gif|svg|webp|mp[34]|webm)$/i;

/** A PDF whose address ends otherwise: "/pdf/2101.00001", "/article/view/12/pdf". */
const PDF = /\/pdf(?:\/|$)/i;

/** How percentages are written. */
const PERCENT = /^(.*\d)\s*(?:%|percent|per cent)$/i;

/**
 * @param {string} href absolute
 * @param {Sought} sought
 * @returns {string} the address, with what to look for where that can be right
 */
export function openedAt(href, sought) {
  if (!URL.canParse(href)) return href;
  const { hash, pathname } = new URL(href);
  // A fragment of its own is left alone; "#/" is the way of a page that draws itself.
  if (hash.includes(":~:") || /^#[!/]/.test(hash)) return href;
  if (FILES.test(pathname) || PDF.test(pathname)) return href;
  const directives = directivesOf(sought);
  if (directives.length === 0) return href;
  return `${href}${hash === "" && !href.endsWith("#") ? "#" : ""}:~:${directives.map((one) => `text=${one}`).join("&")}`;
}

/** @param {Sought} sought */
function directivesOf({ quotation, figures }) {
  const quoted = quotation === null ? null : quotedDirective(quotation);
  if (quoted !== null) return [quoted];
  return [...new Set(figures.slice(0, MOST).flatMap(spellings))].map(code);
}

/**
 * A quotation, or the longest stretch of one that leaves something out.
 * @param {string} quotation
 */
function quotedDirective(quotation) {
  const [longest] = quotation
    .split(LEFT_OUT)
    .map((part) => trimmed(part).split(" "))
    .sort((a, b) => b.length - a.length);
  // A word or two stand in many places.
  if (longest.length < 3) return null;
  if (longest.length <= WHOLE) return code(longest.join(" "));
  return `${code(longest.slice(0, ENDS).join(" "))},${code(longest.slice(-ENDS).join(" "))}`;
}

/**
 * How a page may write a figure.
 * @param {string} figure
 */
function spellings(figure) {
  const text = trimmed(figure, "%$€£¥");
  const number = PERCENT.exec(text)?.[1];
  if (number !== undefined) {
    const said = text.endsWith("%") ? `${number} percent` : text;
    return text.endsWith("%") ? [`${number}%`, said] : [said, `${number}%`];
  }
  return /[^\d.,\s]/.test(text) || text.length >= BARE ? [text] : [];
}

/**
 * Words in one line, without the marks at their ends.
 * @param {string} words
 * @param {string} [kept] marks that belong to them
 */
function trimmed(words, kept = "") {
  const letters = [...words.toWellFormed().replace(/\s+/g, " ")];
  const holds = (/** @type {string} */ letter) =>
    /[\p{L}\p{N}]/u.test(letter) || kept.includes(letter);
  const first = letters.findIndex(holds);
  return first < 0 ? "" : letters.slice(first, letters.findLastIndex(holds) + 1).join("");
}

/** @param {string} words */
function code(words) {
  return encodeURIComponent(words).replaceAll("-", "%2D");
}
