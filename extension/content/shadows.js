/** Shadow trees under a place on screen, from the outermost in. */

import { shadowOf } from "../shared/browser.js";
import { page, plain } from "./plain.js";

/** Depth of shadow trees looked into. */
const DEEPEST = 10;

/**
 * @param {number} x CSS pixels in the viewport
 * @param {number} y
 * @returns {ShadowRoot[]}
 */
export function shadowsAt(x, y) {
  const roots = [];
  let element = page.elementFromPoint(x, y);
  while (element !== null && roots.length < DEEPEST) {
    const root = shadowOf(plain(element));
    if (root === null) break;
    roots.push(root);
    const inner = root.elementFromPoint(x, y);
    if (inner === element) break;
    element = inner;
  }
  return roots;
}
