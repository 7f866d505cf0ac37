/**
 * How an element stands in the text and whether its words are drawn, as its computed style tells: a
 * page may show a `span` as a paragraph, a `div` as a word, and hide either.
 *
 * @typedef {'block' | 'line' | 'apart' | 'through' | 'hidden' | 'cut'} Standing
 *   block: begins and ends a block of text; line: runs on in the sentence; apart: stands outside the line
 *   that it is written in; through: has no box, what it holds stands where it does; hidden: has no box,
 *   and neither has anything in it; cut: laid out, but nothing of it is drawn
 */

import { BLOCK_TAGS } from "./page_tags.js";
import { elementAround, plain } from "./plain.js";

/** A float of so few letters is the first letter of a paragraph, drawn large. */
const DROP_CAP = 3;

/** What lies so far outside the page, CSS pixels, was put there to be out of sight. */
const FAR = 900;

/** From this share of its letters' size on, the space about a word parts it from the next. */
const WORD_GAP = 0.15;

/** The same where only one side is an element of its own: a mark's margin alone may be ornament. */
const WIDE_GAP = 0.2;

/**
 * @param {Element} owner as the browser is asked about it
 * @param {Element} element the same, to be asked itself
 * @param {string} tag in capitals
 * @param {CSSStyleDeclaration} style computed
 * @returns {Standing}
 */
export function standingOf(owner, element, tag, style) {
  const { display } = style;
  if (display === "inline" || display.startsWith("ruby")) return "line";
  if (display === "none") return "hidden";
  if (display === "contents") return "through";
  if (display === "") return standingByTag(tag);
  if (display.startsWith("inline")) {
    if (isCutAway(owner, element, style)) return "cut";
    return !BLOCK_TAGS.has(tag) || isOneLine(element, style) ? "line" : "block";
  }
  const loose = ["absolute", "fixed"].includes(style.position);
  if (!loose && style.cssFloat === "none") return "block";
  if (isCutAway(owner, element, style)) return "cut";
  return !loose && holdsAtMost(element, DROP_CAP) ? "line" : "apart";
}

/**
 * The same where there is no box, so that styles tell nothing and cost much.
 * @param {string} tag
 * @returns {Standing}
 */
export function standingByTag(tag) {
  return BLOCK_TAGS.has(tag) ? "block" : "line";
}

/**
 * Whether text right inside an element is drawn, as far as its letters and its own box go.
 * @param {CSSStyleDeclaration} style computed
 */
export function drawsLetters(style) {
  return parseFloat(style.fontSize) >= 1 && style.contentVisibility !== "hidden";
}

/**
 * Whether nothing of a box is drawn though it is laid out: clipped to nothing or out of the page, the ways
 * in which text is left to screen readers.
 * @param {Element} owner
 * @param {Element} element the same, to be asked
 * @param {CSSStyleDeclaration} style computed
 */
function isCutAway(owner, element, style) {
  if (style.contentVisibility === "hidden") return true;
  if (style.overflow !== "visible" && (element.clientWidth <= 1 || element.clientHeight <= 1)) {
    return true;
  }
  if (style.clipPath !== "none" && isNoShape(style.clipPath)) return true;
  if (parseFloat(style.textIndent) < -FAR) return true;
  if (style.transform !== "none" || !["static", "relative"].includes(style.position)) {
    if (style.clip !== "auto" && isNoRect(style.clip)) return true;
    const { right, bottom, width, height } = owner.getBoundingClientRect();
    const flat = style.transform !== "none" && width * height === 0 && element.clientWidth > 0;
    return flat || right + scrollX < -FAR || bottom + scrollY < -FAR;
  }
  return false;
}

/** @param {string} path the computed value of `clip-path` */
function isNoShape(path) {
  const inset = /^inset\(([\d.]+)%/.exec(path);
  return (inset !== null && Number(inset[1]) >= 50) || /^circle\(0(?:px|%)?[ )]/.test(path);
}

/** @param {string} clip the computed value of `clip` */
function isNoRect(clip) {
  const [top, right, bottom, left] = (clip.match(/-?[\d.]+/g) ?? []).map(Number);
  return right - left <= 1 || bottom - top <= 1;
}

/**
 * @param {Element} element
 * @param {CSSStyleDeclaration} style computed
 */
function isOneLine(element, style) {
  const line = parseFloat(style.lineHeight) || parseFloat(style.fontSize) * 1.4;
  const inside =
    element.clientHeight - parseFloat(style.paddingTop) - parseFloat(style.paddingBottom);
  return inside < line * 1.9;
}

/**
 * Whether an element holds a few letters and no more; looks at a few nodes only.
 * @param {Element} element
 * @param {number} most UTF-16 code units
 */
function holdsAtMost(element, most) {
  /** @type {Node[]} */
  const nodes = [element];
  let length = 0;
  for (let steps = 0; nodes.length > 0; steps++) {
    if (steps > 12) return false;
    const node = plain(/** @type {Node} */ (nodes.pop()));
    if (node.nodeType === Node.TEXT_NODE) {
      length += /** @type {Text} */ (node).data.trim().length;
      if (length > most) return false;
    } else if (node.childNodes.length > 4) return false;
    else nodes.push(...node.childNodes);
  }
  return length > 0;
}

/**
 * Whether the reader sees a space between two pieces of a line that have none between their letters: the
 * margins of the elements that end and begin there.
 * @param {readonly {style: CSSStyleDeclaration, side: 'start' | 'end'}[]} edges in order
 */
export function isSpaced(edges) {
  const both = edges.some(({ side }) => side === "end") && edges.some((e) => e.side === "start");
  return edges.some(({ style, side }) => {
    const size = parseFloat(style.fontSize);
    const margin = parseFloat(side === "end" ? style.marginInlineEnd : style.marginInlineStart);
    if (!both) return margin >= size * WIDE_GAP;
    const inner = side === "end" ? style.paddingInlineEnd : style.paddingInlineStart;
    return margin + parseFloat(inner) >= size * WORD_GAP;
  });
}

/**
 * Whether an element is laid out and not made invisible. Opacity does not count: pages fade their
 * paragraphs in as they are scrolled to.
 * @param {Element} element
 * @returns {boolean}
 */
export function isVisible(element) {
  if (plain(element).checkVisibility({ visibilityProperty: true })) return true;
  // Without a box of its own its words are drawn all the same, where it stands.
  const { display, visibility } = getComputedStyle(element);
  if (display !== "contents" || visibility !== "visible") return false;
  const above = elementAround(element);
  return above !== null && isVisible(above);
}
