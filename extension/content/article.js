/**
 * Which of a page's blocks are the article: from the densest running text outward. Works on blocks
 * as read, so it costs no second walk.
 *
 * @typedef {import('./blocks.js').ReadBlock} ReadBlock
 */

import { boxedBlocks } from "./boxes.js";
import { plain } from "./plain.js";

/** UTF-16 code units from which a block counts as running text: about a line and a half. */
export const PROSE = 80;

/** The share of a page's running text that its article holds, at least. */
const SHARE = 0.75;

/** The share of its running text that an article has outside boxes, at least. */
const BESIDES = 2 / 3;

/** How far above its core an article is looked for. */
const LEVELS = 5;

/** The share of running text in what an element above adds, from which it is the article's. */
const RUNNING = 0.75;

/** Above this share of its text inside links, a block is a list of links, not running text. */
const LINKED = 0.6;

/** UTF-16 code units from which a sentence by itself is one; what is shorter is a button or a stamp. */
const SENTENCE = 20;

/** How a sentence ends. */
const ENDS = /[.!?…][”"’')\]]*$/u;

/**
 * The blocks to scan, in document order; in steps.
 * @param {ReadBlock[]} blocks
 * @returns {Generator<undefined, ReadBlock[]>}
 */
export function* articleBlocks(blocks) {
  const all = sumOf(blocks);
  let own = blocks.filter((block) => !block.aside);
  // Marks that would take away most of the text are not to be believed.
  if (sumOf(own) < all / 3) own = blocks;
  const inside = yield* insideArticle(own);
  const first = inside[0];
  const headline = own.findLast((block) => block.headline && precedes(block, first));
  const article = headline && !inside.includes(headline) ? [headline, ...inside] : inside;
  const boxed = yield* boxedBlocks(article, isTeaser);
  // A page of nothing but such boxes is a digest: they are what there is to read.
  const besides = sumOf(article.filter((block) => !boxed.has(block))) >= sumOf(article) * BESIDES;
  return article.filter((block) => !isTeaser(block) && !(besides && boxed.has(block)));
}

/** @param {ReadBlock[]} blocks */
function sumOf(blocks) {
  return blocks.reduce((sum, block) => sum + prose(block), 0);
}

/**
 * The blocks of the smallest element that holds most of the running text, and of those above it
 * while what they add is running text too (a lead set apart, a second column, short paragraphs beside
 * the one long one that outweighs them), not lists of links and short bits.
 * @param {ReadBlock[]} blocks
 * @returns {Generator<undefined, ReadBlock[]>}
 */
function* insideArticle(blocks) {
  const core = yield* coreOf(blocks);
  if (core === null) return blocks;
  const levels = yield* levelsAbove(core, blocks);
  const running = new Array(LEVELS + 1).fill(0);
  const whole = new Array(LEVELS + 1).fill(0);
  for (const [index, block] of blocks.entries()) {
    const level = levels[index];
    if (level > LEVELS) continue;
    const length = block.text.trim().length;
    const said = prose(block) || (isSentence(block) ? length : 0);
    running[level] += said;
    // A subheading is neither: it stands over either.
    if (block.kind !== "heading" || block.links.length > 0) whole[level] += length;
  }
  let reach = 0;
  for (let level = 1; level <= LEVELS && running[level] >= whole[level] * RUNNING; level++) {
    if (running[level] > 0) reach = level;
  }
  return blocks.filter((_block, index) => levels[index] <= reach);
}

/**
 * The smallest element that holds most of the running text, if there is any.
 * @param {ReadBlock[]} blocks
 * @returns {Generator<undefined, Element | null>}
 */
function* coreOf(blocks) {
  /** @type {Map<Element, number>} */
  let rising = new Map();
  for (const block of blocks) {
    const length = prose(block);
    if (length > 0) rising.set(block.owner, (rising.get(block.owner) ?? 0) + length);
    yield;
  }
  const total = [...rising.values()].reduce((sum, length) => sum + length, 0);
  // Level by level: what many blocks share above them is climbed once, not once a block.
  /** @type {Map<Element, number>} */
  const sums = new Map();
  while (rising.size > 0) {
    /** @type {Map<Element, number>} */
    const next = new Map();
    for (const [element, length] of rising) {
      sums.set(element, (sums.get(element) ?? 0) + length);
      const parent = parentOf(element);
      if (parent !== null) next.set(parent, (next.get(parent) ?? 0) + length);
      yield;
    }
    rising = next;
  }
  let best = null;
  for (const [element, sum] of sums) {
    if (sum >= total * SHARE && (best === null || holds(best, element))) best = element;
  }
  return best;
}

/**
 * How far above the core each block joins the article: 0 inside it, 1 inside its parent, and so
 * on; more than `LEVELS` for those farther away.
 * @param {Element} core
 * @param {ReadBlock[]} blocks
 * @returns {Generator<undefined, number[]>}
 */
function* levelsAbove(core, blocks) {
  /** @type {Map<Element, number>} */
  const known = new Map();
  for (let at = /** @type {Element | null} */ (core), level = 0; at !== null; at = parentOf(at)) {
    known.set(at, level++);
  }
  const levels = [];
  for (const block of blocks) {
    /** @type {Element[]} */
    const path = [];
    let at = /** @type {Element | null} */ (block.owner);
    while (at !== null && !known.has(at)) {
      path.push(at);
      at = parentOf(at);
    }
    const level = at === null ? Infinity : /** @type {number} */ (known.get(at));
    for (const element of path) known.set(element, level);
    levels.push(level);
    yield;
  }
  return levels;
}

/**
 * @param {Element} root
 * @param {Element} element
 */
function holds(root, element) {
  for (let at = /** @type {Element | null} */ (element); at !== null; at = parentOf(at)) {
    if (at === root) return true;
  }
  return false;
}

/** @param {Element} element */
function parentOf(element) {
  const asked = plain(element);
  if (asked.parentElement !== null) return asked.parentElement;
  const root = asked.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

/**
 * @param {ReadBlock} block
 * @param {ReadBlock | undefined} other
 */
function precedes(block, other) {
  return (
    other !== undefined &&
    (plain(block.owner).compareDocumentPosition(other.owner) & Node.DOCUMENT_POSITION_FOLLOWING) !==
      0
  );
}

/**
 * How much running text a block holds, in UTF-16 code units; lists of links hold none.
 * @param {ReadBlock} block
 */
function prose(block) {
  if (block.text.length < PROSE || block.kind === "heading") return 0;
  const free = block.text.length - linked(block);
  return free < block.text.length * (1 - LINKED) ? 0 : free;
}

/**
 * Whether a block is a short paragraph: whole sentences, not the words of a button, a label or a link.
 * @param {ReadBlock} block
 */
export function isSentence(block) {
  const text = block.text.trim();
  return (
    text.length >= SENTENCE &&
    block.kind !== "heading" &&
    ENDS.test(text) &&
    linked(block) <= text.length * LINKED
  );
}

/** @param {ReadBlock} block */
function linked(block) {
  return block.links.reduce((sum, link) => sum + link.end - link.start, 0);
}

/**
 * Whether a block is the headline of another article: all link, no sentence, and nothing cited for it.
 * @param {ReadBlock} block
 */
export function isTeaser(block) {
  if (block.links.length === 0 || block.headline || block.marks.length > 0) return false;
  const text = block.text.trim();
  return (
    linked(block) >= text.length * 0.9 && (block.kind === "heading" || !/[.!?…”"’')]$/u.test(text))
  );
}
