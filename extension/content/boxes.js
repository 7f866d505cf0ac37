/**
 * Small boxes on the way of an article that are none of its words: an offer (to subscribe, to sign in, to
 * leave an address), and the headline of another article with what it is told in short. Told by what they
 * hold and how small they are; names tell of others (`page_tags.js`).
 *
 * @typedef {import('./blocks.js').ReadBlock} ReadBlock
 */

import { elementAround, page, plain } from "./plain.js";

/** As much text as a box holds at most, UTF-16 code units. */
const BOX = 400;

/** How far above what tells of it a box may begin. */
const LEVELS = 5;

/** Fields that ask for an address; no more of them are looked at. */
const FIELDS = 50;

/** Where a link leads that offers something for money, or an account. */
const OFFER =
  /[/.](?:subscri\w*|sign-?(?:up|in)|log-?in|register|registration|newsletters?|donate|donations?|membership|account)(?:[/?#.]|$)/i;

/** A line that names another article: a few words and a colon, then the link. */
const LABEL = /^[^“"‘'«„]{2,30}[:|›»–—-]\s*$/u;

/** Labels of what the article itself cites: “Source: Port of Tarn, yearly report”. */
const CITES = /\b(?:sources?|data|chart|figures?|table|via|credits?|photos?|notes?|images?)\b/i;

/** From so many words on a link is a headline. */
const HEADLINE = 4;

/** UTF-16 code units of a line that is no running text. */
const LINE = 80;

/**
 * The blocks that lie in such boxes; in steps.
 * @param {readonly ReadBlock[]} blocks
 * @param {(block: ReadBlock) => boolean} isTeaser whether a block is the headline of another article
 * @returns {Generator<undefined, Set<ReadBlock>>}
 */
export function* boxedBlocks(blocks, isTeaser) {
  /** @type {Set<Element>} */
  const boxes = new Set();
  for (const field of [...page.querySelectorAll('input[type="email" i]')].slice(0, FIELDS)) {
    const box = boxAround(field);
    if (box !== null) boxes.add(box);
    yield;
  }
  for (const block of blocks) {
    const headline = block.kind === "heading" && isTeaser(block) && leadsAway(block);
    if (isOffer(block) || isLabelled(block)) boxes.add(block.owner);
    if (headline || isOffer(block)) boxes.add(boxAround(block.owner) ?? block.owner);
    yield;
  }
  /** @type {Set<ReadBlock>} */
  const boxed = new Set();
  if (boxes.size === 0) return boxed;
  for (const block of blocks) {
    let at = /** @type {Element | null} */ (block.owner);
    for (let level = 0; at !== null && level <= LEVELS; level++, at = elementAround(at)) {
      if (boxes.has(at)) boxed.add(block);
    }
    yield;
  }
  return boxed;
}

/**
 * A line with a link to where one pays or signs in.
 * @param {ReadBlock} block
 */
function isOffer({ text, links }) {
  return text.length < LINE && links.some(({ href }) => OFFER.test(href));
}

/**
 * “Read more: ” before the headline of another article, and nothing behind it.
 * @param {ReadBlock} block
 */
function isLabelled({ text, kind, links }) {
  if (kind === "caption" || links.length !== 1 || text.length > 4 * LINE) return false;
  const [{ start, end }] = links;
  const label = text.slice(0, start).trimStart();
  const words = text.slice(start, end).trim().split(/\s+/).length;
  if (words < HEADLINE || CITES.test(label)) return false;
  return text.slice(end).trim() === "" && LABEL.test(label);
}

/**
 * Whether a headline's link leads to another page than this.
 * @param {ReadBlock} block
 */
function leadsAway({ links }) {
  const here = location.href.split("#")[0];
  return links.some(({ href }) => href.split("#")[0] !== here);
}

/**
 * The largest element around another that holds no more text than a box does; `null` where there is none.
 * @param {Element} element
 */
function boxAround(element) {
  let box = null;
  let at = elementAround(element);
  for (let level = 0; at !== null && level < LEVELS; level++, at = elementAround(at)) {
    if (at === page.body || plain(at).tagName === "MAIN" || holdsMore(at)) break;
    box = at;
  }
  return box;
}

/**
 * Whether an element holds more text than a box; no more of it is gone through than that.
 * @param {Element} element
 */
function holdsMore(element) {
  const walker = page.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let length = 0;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    length += /** @type {Text} */ (node).data.trim().length;
    if (length > BOX) return true;
  }
  return false;
}
