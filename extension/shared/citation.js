/** A claim as a citation, with an address that leads to its very words. Pure. */

/** Words at each end of a long claim that the address names; enough to be found once. */
const ENDS = 5;

/** Up to this many words the address names the whole claim. */
const WHOLE = 12;

/**
 * What stands before the first letter or digit and after the last; the latter from where its run begins
 * alone, so that a long run is gone through once.
 */
const EDGES = /^[^\p{L}\p{N}]+|(?<![^\p{L}\p{N}])[^\p{L}\p{N}]+$/gu;

/**
 * The page's address with a text fragment (https://wicg.github.io/scroll-to-text-fragment/) that
 * leads to `words`.
 * @param {string} url
 * @param {string} text what stands on the page, in one line
 */
export function addressOf(url, text) {
  const bare = url.split("#")[0];
  // Punctuation at the edges may lie in other elements; browsers match at word edges.
  const trimmed = text.toWellFormed().replace(EDGES, "");
  if (trimmed === "") return bare;
  const code = (/** @type {string} */ part) => encodeURIComponent(part).replaceAll("-", "%2D");
  // Between pieces stand words that are not named.
  const pieces = trimmed.split(" … ");
  const first = pieces[0].split(" ");
  const last = pieces[pieces.length - 1].split(" ");
  const start = first.slice(0, ENDS).join(" ").replace(EDGES, "");
  const end = last.slice(-ENDS).join(" ").replace(EDGES, "");
  const whole = pieces.length === 1 && first.length <= WHOLE;
  const directive =
    whole || start === "" || end === "" ? code(trimmed) : `${code(start)},${code(end)}`;
  return `${bare}#:~:text=${directive}`;
}

/**
 * @typedef {{claim: string, source: string, role: string | null, via: string[], stance: string | null,
 *   title: string, url: string, published: string | null, entry?: string | null}} Citation
 */

/**
 * One line: the claim, who made it and how, where it stands (`entry`: in which entry of a live blog). The stance is part of it: what someone
 * denied is not what they said.
 * @param {Citation} citation
 */
export function citationLine(citation) {
  const { words, address } = citationParts(citation);
  return `${words} ${address}`;
}

/**
 * The words of that line, and the address at its end.
 * @param {Citation} citation
 */
export function citationParts(citation) {
  const { claim, source, role, via, stance, title, url, published, entry } = citation;
  // A quotation that goes on after the claim has but its first mark.
  const alone = claim.replace(/^["“„«](?=[^"“”„«»]*$)/u, "");
  const quoted = /^["“„«‘'].*["”“»’']$/u.test(alone) ? alone : `“${alone}”`;
  const who = role ? `${source}, ${role}` : source;
  const chain = via.length > 0 ? ` (${via.join(" ← ")})` : "";
  const whose = `${who}${chain}${stance === null ? "" : ` [${stance}]`}`.replace(/\.?$/, ".");
  const where = [title && `“${title}”`, published].filter(Boolean).join(", ");
  const said = [`${quoted} — ${whose}`, where && `${where}.`, entry && `${entry}.`];
  const words = said.filter(Boolean).join(" ");
  return { words: words.toWellFormed(), address: addressOf(url, claim).toWellFormed() };
}
