/**
 * What the reader sees at a place on screen, from the top down: a cover that paints nothing there (a link
 * stretched over a whole card, a layer for gestures, a watermark) hides nothing.
 */

import { shadowOf } from "../shared/browser.js";
import { page, plain } from "./plain.js";

/** Depth of shadow trees looked into. */
const DEEPEST = 10;

/** Elements that paint something of their own, whatever their style. */
const PAINTED = new Set(
  "AUDIO EMBED FRAME IFRAME IMG INPUT METER OBJECT PROGRESS SELECT TEXTAREA VIDEO".split(" "),
);

/**
 * Elements at a place, the uppermost first, down to the first that is not seen through.
 * @param {number} x CSS pixels in the viewport
 * @param {number} y
 * @returns {Generator<Element>}
 */
export function* seenAt(x, y) {
  for (const element of stackAt(page, x, y, 0)) {
    yield element;
    if (!isSeenThrough(element)) return;
  }
}

/**
 * @param {Document | ShadowRoot} root
 * @param {number} x
 * @param {number} y
 * @param {number} depth
 * @returns {Generator<Element>}
 */
function* stackAt(root, x, y, depth) {
  for (const element of root.elementsFromPoint(x, y)) {
    if (depth > 0 && plain(element).getRootNode() !== root) continue; // what is around the tree
    const shadow = depth < DEEPEST ? shadowOf(plain(element)) : null;
    if (shadow !== null) yield* stackAt(shadow, x, y, depth + 1);
    yield element;
  }
}

/** @param {Element} element */
function isSeenThrough(element) {
  const style = getComputedStyle(element);
  if (style.opacity === "0") return true;
  if (PAINTED.has(element.tagName.toUpperCase())) return false;
  if (element instanceof SVGGraphicsElement && element.localName !== "svg") {
    return ["fill", "stroke"].every((ink) => {
      const value = style.getPropertyValue(ink);
      return value === "none" || isClear(value) || style.getPropertyValue(`${ink}-opacity`) === "0";
    });
  }
  return (
    isClear(style.backgroundColor) &&
    style.backgroundImage === "none" &&
    ["", "none"].includes(style.backdropFilter)
  );
}

/** @param {string} color a computed value */
function isClear(color) {
  return color === "transparent" || /[,/] ?0\)$/.test(color);
}
