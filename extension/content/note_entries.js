/**
 * The entries of a page's notes and references, as the page writes them. The same as
 * `src/command/page/entry.rs` reads.
 *
 * @typedef {object} Entry
 * @property {string} label what marks call it: "4", "a"; empty where it has no such name
 * @property {string} text what the page writes, without its label
 * @property {string} href the address outside the page that it links, or empty
 * @property {number[]} cites the entries that its own marks lead to, by index
 * @property {Element} element where it stands
 */

import { isElsewhere, isOnSite, leadsHere } from "./link.js";
import { BLOCK_TAGS } from "./page_tags.js";
import { page, plain } from "./plain.js";

/** The longest entry, UTF-16 code units: what is longer is a section. */
export const LONGEST = 4000;

/** Elements inside each other, in an entry. */
const DEEPEST = 100;

/** The label of an entry in its text: "[3] ", "3. ", "3) ", "† ". */
const LABEL =
  /^(?:\[(\d{1,4}|[A-Za-z]{1,3}\d{2,4})\]\.?|(\d{1,3})[.):](?:\s|$)|((?:\*|†|‡|§|¶)+))\s*/u;

/** An entry of a list without numbers: an author, and a year not far behind. */
const BY_AUTHOR = /^[A-ZÀ-ÞĀ-ſ][^.!?]{1,60}[,.(]\s?.{0,140}?\b(?:1[5-9]|20)\d\d[a-z]?\b/u;

/** What stands in a list's entry and not in a sentence: initials, a year in brackets, an address, pages. */
const LISTED =
  /^[A-ZÀ-Þ][^\s,.]+,? (?:[A-Z]\.|[A-Z]{1,2}[,.])|\((?:1[5-9]|20)\d\d[a-z]?\)\.|https?:\/\/|doi:|\bpp?\. \d/u;

/** Headings of such lists. */
const HEADING =
  /^[\d. ]*(?:references|reference list|notes|notes and references|references and notes|endnotes|end notes|footnotes|sources|bibliography|works cited|literature cited|citations|literature):?\s*(?:\[|$)/i;

/** The words of an anchor that leads back. */
export const BACK = /^(?:[\^↑↩⏎↵⮌ ]|\ufe0e|\ufe0f)+$/u;

/** Text in one line. @param {string} text */
export const squeezed = (text) => text.replace(/\s+/g, " ").trim();

/** All text of a node in one line. @param {Node} node */
export const wordsOf = (node) => squeezed(plain(node).textContent ?? "");

/** Whether a node has no words; a list's are not copied to see. @param {Node} node */
export function isBlank(node) {
  if (node.nodeType === Node.TEXT_NODE) return !/\S/.test(/** @type {Text} */ (node).data);
  const walker = page.createTreeWalker(node, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    if (/\S/.test(/** @type {Text} */ (walker.currentNode).data)) return false;
  }
  return true;
}

/** Whether an element is a heading of notes or references. @param {Element} element */
export function isListHeading(element) {
  const { textContent } = element;
  return textContent !== null && textContent.length < 80 && HEADING.test(squeezed(textContent));
}

/** Whether an element may be one entry: it has words, and not those of a section. @param {Element} element */
export function isEntry(element) {
  const { tagName, textContent } = plain(element);
  if (["BODY", "HTML", "MAIN", "ARTICLE"].includes(tagName)) return false;
  // Most entries are told by their length alone; white space between tags is not counted.
  const length = (textContent ?? "").length;
  if (length < 2 || length > 4 * LONGEST) return false;
  return length <= LONGEST || squeezed(textContent ?? "").length <= LONGEST;
}

/**
 * An entry: its label where its text has one, its words without ways back, the first page it links.
 * @param {Element} element
 * @returns {Entry}
 */
export function readEntry(element) {
  /** @type {string[]} */
  const text = [];
  gather(element, text, 0);
  return labelled(squeezed(text.join("")).replace(/^[\^↑ ]+/, ""), element);
}

/**
 * @param {string} text
 * @param {Element} element
 * @param {string} [href]
 * @returns {Entry}
 */
function labelled(text, element, href = linkIn(element)) {
  const found = LABEL.exec(text);
  return {
    label: found?.[1] ?? found?.[2] ?? found?.[3] ?? "",
    text: text.slice(found?.[0].length ?? 0),
    href,
    cites: [],
    element,
  };
}

/**
 * The entries of a paragraph below a heading of notes: one, or several numbered ones; none where it is a
 * paragraph like others.
 * @param {Element} element
 * @returns {Entry[] | null}
 */
export function entriesOf(element) {
  const whole = readEntry(element);
  if (whole.text.length > LONGEST) return null;
  if (whole.label === "") {
    return BY_AUTHOR.test(whole.text) && LISTED.test(whole.text) ? [whole] : null;
  }
  // "[2] County ledger. [3] Audit report."
  const text = `[${whole.label}] ${whole.text}`;
  const starts = [...text.matchAll(/\[/g)]
    .map(({ index }) => index)
    .filter((index) => LABEL.test(text.slice(index, index + 20)));
  if (starts.length < 2) return [whole];
  return starts.map((start, i) =>
    labelled(text.slice(start, starts[i + 1] ?? text.length).trim(), element, ""),
  );
}

/**
 * The first page that an entry links: one of another site, else an archive's copy, else one of its own site,
 * which may be about the author.
 * @param {Element} element
 */
function linkIn(element) {
  let copy = "";
  let own = "";
  for (const anchor of plain(element).getElementsByTagName("a")) {
    if (!isElsewhere(anchor)) continue;
    const { href } = anchor;
    if (href.includes("//web.archive.org/")) copy ||= href;
    else if (isOnSite(href)) own ||= href;
    else return href;
  }
  return copy || own;
}

/**
 * @param {Node} node
 * @param {string[]} text
 * @param {number} depth
 */
function gather(node, text, depth) {
  if (depth > DEEPEST) return;
  for (let at = plain(node).firstChild; at !== null; at = plain(at).nextSibling) {
    if (at.nodeType === Node.TEXT_NODE) text.push(/** @type {Text} */ (at).data);
    if (at.nodeType !== Node.ELEMENT_NODE) continue;
    const element = plain(/** @type {Element} */ (at));
    const tag = element.tagName;
    const names = element.getAttribute("class") ?? "";
    if (isLeftOut(/** @type {Element} */ (at), tag, names)) continue;
    if (tag === "BR" || BLOCK_TAGS.has(tag) || names.includes("ltx_bibblock")) text.push(" ");
    // "Okafor and Hale (2021)" before the entry itself; a number is its label.
    if (names.includes("ltx_tag")) {
      const words = wordsOf(at);
      if (words.startsWith("[") || /^\d+$/.test(words)) text.push(words, " ");
      continue;
    }
    gather(at, text, depth + 1);
  }
}

/**
 * What is no word of an entry: ways back, styles, data for programs.
 * @param {Element} element
 * @param {string} tag
 * @param {string} names
 */
function isLeftOut(element, tag, names) {
  if (tag === "STYLE" || tag === "SCRIPT" || tag === "TEMPLATE") return true;
  if (names !== "" && /mw-cite-backlink|Z3988|(?:^| )cite-accessibility-label(?: |$)/.test(names)) {
    return true;
  }
  if (tag !== "A" || !leadsHere(/** @type {HTMLAnchorElement} */ (element))) return false;
  const words = wordsOf(element);
  return (
    words === "" ||
    BACK.test(words) ||
    names.includes("footnote-number") ||
    element.hasAttribute("data-footnote-backref")
  );
}
