/** Shadow trees under a place on screen, from the outermost in. */

import { shadowOf } from "../shared/browser.js";

/** Depth of shadow trees looked into. */
const DEEPEST = 10;

/**
 * @param {number} x CSS pixels in the viewport
 * @param {number} y
 * @returns {ShadowRoot[]}
 */
export function shadowsAt(x, y) {
  const roots = [];
  let element = document.elementFromPoint(x, y);
  while (element !== null && roots.length < DEEPEST) {
    const root = shadowOf(element);
    if (root === null) break;
    roots.push(root);
    const inner = root.elementFromPoint(x, y);
    if (inner === element) break;
    element = inner;
  }
  return roots;
}
