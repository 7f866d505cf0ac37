/**
 * Which of a page's blocks are the article: from the densest running text outward. Works on blocks
 * as read, so it costs no second walk.
 *
 * @typedef {import('./blocks.js').ReadBlock} ReadBlock
 */

/** UTF-16 code units from which a block counts as running text: about a line and a half. */
export const PROSE = 80;

/** The share of a page's running text that its article holds, at least. */
const SHARE = 0.75;

/** How far above its core an article is looked for. */
const LEVELS = 5;

/** The share of running text in what an element above adds, from which it is the article's. */
const RUNNING = 0.75;

/** Above this share of its text inside links, a block is a list of links, not running text. */
const LINKED = 0.6;

/**
 * The blocks to scan, in document order.
 * @param {ReadBlock[]} blocks
 * @returns {ReadBlock[]}
 */
export function articleBlocks(blocks) {
  const all = blocks.reduce((sum, block) => sum + prose(block), 0);
  let own = blocks.filter((block) => !block.aside);
  // Marks that would take away most of the text are not to be believed.
  if (own.reduce((sum, block) => sum + prose(block), 0) < all / 3) own = blocks;
  const root = articleRoot(own);
  const inside = own.filter((block) => root === null || holds(root, block.owner));
  const headline = own.findLast(
    (block) => block.headline && !inside.includes(block) && precedes(block, inside[0]),
  );
  return (headline ? [headline, ...inside] : inside).filter((block) => !isTeaser(block));
}

/**
 * The smallest element that holds most of the running text, if one does.
 * @param {ReadBlock[]} blocks
 * @returns {Element | null}
 */
function articleRoot(blocks) {
  /** @type {Map<Element, number>} */
  const weight = new Map();
  let total = 0;
  for (const block of blocks) {
    const length = prose(block);
    if (length === 0) continue;
    total += length;
    weight.set(block.owner, (weight.get(block.owner) ?? 0) + length);
  }
  if (total === 0) return null;
  // Sums upwards, each owner's ancestors once.
  /** @type {Map<Element, number>} */
  const sums = new Map();
  for (const [owner, length] of weight) {
    for (let at = /** @type {Element | null} */ (owner); at !== null; at = parentOf(at)) {
      sums.set(at, (sums.get(at) ?? 0) + length);
    }
  }
  let best = null;
  let least = Infinity;
  for (const [element, sum] of sums) {
    // Ancestors come later than their descendants in each chain, so the first of equal sums is
    // the smallest; a container of two chains has the larger sum.
    if (sum >= total * SHARE && sum < least) [best, least] = [element, sum];
  }
  return best === null ? null : outward(best, blocks);
}

/**
 * From the article's core to all of it: an element above belongs to it while what it adds is
 * running text too (a lead set apart, a second column), not lists of links and short bits.
 * @param {Element} core
 * @param {ReadBlock[]} blocks
 * @returns {Element}
 */
function outward(core, blocks) {
  let root = core;
  for (
    let at = parentOf(core), level = 0;
    at !== null && level < LEVELS;
    at = parentOf(at), level++
  ) {
    let running = 0;
    let all = 0;
    for (const block of blocks) {
      if (holds(root, block.owner) || !holds(at, block.owner)) continue;
      running += prose(block);
      all += block.text.trim().length;
    }
    if (all > 0 && running < all * RUNNING) return root;
    if (running > 0) root = at;
  }
  return root;
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
  if (element.parentElement !== null) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

/**
 * @param {ReadBlock} block
 * @param {ReadBlock | undefined} other
 */
function precedes(block, other) {
  return (
    other !== undefined &&
    (block.owner.compareDocumentPosition(other.owner) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0
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

/** @param {ReadBlock} block */
function linked(block) {
  return block.links.reduce((sum, link) => sum + link.end - link.start, 0);
}

/**
 * Whether a block is the headline of another article: all link, and no sentence.
 * @param {ReadBlock} block
 */
export function isTeaser(block) {
  if (block.links.length === 0 || block.headline) return false;
  const text = block.text.trim();
  return (
    linked(block) >= text.length * 0.9 && (block.kind === "heading" || !/[.!?…”"’')]$/u.test(text))
  );
}
