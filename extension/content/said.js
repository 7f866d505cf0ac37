/**
 * What elements say of the words of a block: that they link to a page of the web, are a mark of a citation, or
 * are quoted from an address.
 *
 * @typedef {import('./blocks.js').ReadBlock} ReadBlock
 * @typedef {import('./blocks.js').ReadMark} ReadMark
 * @typedef {import('./notes.js').Marker} Marker
 *
 * What an element being walked says of its words, which begin at `start` in the open block.
 * @typedef {{start: number, href: string, anchor: HTMLAnchorElement | null, marker: Marker | null,
 *   element: Element}} Said
 */

import { addressOf, elsewhereOf } from "./link.js";

/**
 * What an element says of its words: that they link to a page of the web, are a mark, are quoted from a page;
 * `null` for nothing.
 * @param {Element} owner
 * @param {Element} element the same, to be asked
 * @param {string} tag
 * @param {Marker | undefined} marker
 * @returns {Said[] | null}
 */
export function saidBy(owner, element, tag, marker) {
  if (tag !== "A" && tag !== "Q" && marker === undefined) return null;
  /** @type {Said[]} */
  const says = [];
  const none = { start: 0, href: "", anchor: null, marker: null, element: owner };
  if (tag === "A") {
    const anchor = /** @type {HTMLAnchorElement} */ (element);
    const href = addressOf(anchor);
    if (href !== null) says.push({ ...none, href, anchor });
  }
  if (marker !== undefined) says.push({ ...none, marker });
  const cited = tag === "Q" ? elsewhereOf(element, "cite") : "";
  if (cited !== "") says.push({ ...none, marker: quotedFrom(cited) });
  return says;
}

/**
 * What is quoted from an address.
 * @param {string} href
 * @returns {Marker}
 */
export const quotedFrom = (href) => ({
  kind: "quoted",
  words: "",
  entry: null,
  href,
  spoken: true,
  anchor: null,
});

/**
 * Notes what an element says of its words, up to the end of what was read.
 * @param {ReadBlock} open
 * @param {Said} said
 */
export function say(open, { start, href, anchor, marker, element }) {
  const end = open.text.length;
  if (end <= start) return;
  if (anchor !== null) open.links.push({ start, end, href, anchor });
  else if (marker !== null) open.marks.push(markOf(open, marker, start, end, element));
}

/**
 * A mark of a block; where it leads to another page, that is a link on no words, which stands behind the
 * others.
 * @param {ReadBlock} open
 * @param {Marker} marker
 * @param {number} start
 * @param {number} end -1: where the block does
 * @param {Element | null} element
 * @returns {ReadMark}
 */
export function markOf(open, { kind, words, entry, href, anchor }, start, end, element) {
  const mark = { start, end, kind, words, reference: entry, link: null, element };
  if (href !== null) open.bare = [...(open.bare ?? []), { mark, href, anchor }];
  return mark;
}

/**
 * Puts links and marks in order.
 * @param {ReadBlock} open
 */
export function finish(open) {
  open.links.sort((a, b) => a.start - b.start);
  for (const { mark, href, anchor } of open.bare ?? []) {
    if (mark.end < 0) mark.end = open.text.length;
    const at = mark.end;
    mark.link = open.links.push({ start: at, end: at, href, anchor }) - 1;
  }
  delete open.bare;
  open.marks.sort((a, b) => a.start - b.start);
}
