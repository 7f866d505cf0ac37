/**
 * The entry of a live blog, or the like, in which words of a page stand: with a time of its own, and often an
 * author. Such entries stand beside others of their kind.
 *
 * @typedef {import('../shared/page_view.js').Entry} Entry
 */

import { tidy } from "../shared/wording.js";
import { elementAround, page, plain } from "./plain.js";

/** How far above its words an entry is looked for. */
const LEVELS = 10;

/** How many entries a page has at least, the one at hand among them. */
const SEVERAL = 3;

/** How long what it says of its time and author may be, UTF-16 code units. */
const LONGEST = 60;

const AUTHOR = '[rel~="author"], [itemprop~="author"], [class*="byline" i], [class*="author" i]';

/**
 * @param {Element} owner of the words' block
 * @returns {Entry | null}
 */
export function entryOf(owner) {
  let at = /** @type {Element | null} */ (owner);
  for (let level = 0; at !== null && level < LEVELS; level++, at = elementAround(at)) {
    const asked = plain(at);
    const time = timeIn(asked);
    if (time === null) continue;
    // The first element around the words that has a time tells: it is an entry, or the page has none.
    if (!standsInRow(asked)) return null;
    const said = wordsIn(time);
    if (said === "" || said.length > LONGEST) return null;
    return { time: said, author: authorIn(asked) };
  }
  return null;
}

/**
 * Tells the entry of each block, which is looked for once.
 * @param {readonly {owner: Element}[]} blocks
 */
export function entriesOf(blocks) {
  /** @type {Map<number, Entry | null>} */
  const found = new Map();
  return (/** @type {number} */ block) => {
    if (!found.has(block)) found.set(block, entryOf(blocks[block].owner));
    return found.get(block) ?? null;
  };
}

/** @param {Element} element */
function timeIn(element) {
  return element.querySelector("time");
}

/**
 * Whether an element has others beside it, of its own tag, that have a time each.
 * @param {Element} element
 */
function standsInRow(element) {
  let count = 1;
  for (const way of /** @type {const} */ (["previousElementSibling", "nextElementSibling"])) {
    let beside = element[way];
    for (let step = 0; beside !== null && step < 2 * SEVERAL; step++, beside = plain(beside)[way]) {
      const asked = plain(beside);
      if (asked.tagName === element.tagName && timeIn(asked) !== null) count++;
      if (count >= SEVERAL) return true;
    }
  }
  return false;
}

/**
 * The words of an element; what stands in parts of it ("21 minutes ago", "11:48") is parted.
 * @param {Element} element
 */
function wordsIn(element) {
  const walker = page.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const parts = [];
  for (
    let node = walker.nextNode();
    node !== null && parts.length < LONGEST;
    node = walker.nextNode()
  ) {
    parts.push(/** @type {Text} */ (node).data);
  }
  return tidy(parts.join(" "));
}

/** @param {Element} element */
function authorIn(element) {
  const found = element.querySelector(AUTHOR);
  const said = found === null ? "" : wordsIn(found);
  return said === "" || said.length > LONGEST ? null : said;
}
