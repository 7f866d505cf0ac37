/** Which place in the page's text lies under a place on screen. */

import { page } from "./plain.js";
import { shadowsAt } from "./shadows.js";

/**
 * @param {number} x CSS pixels in the viewport
 * @param {number} y
 * @returns {{node: Node, offset: number} | null}
 */
export function caretAt(x, y) {
  const caret = page.caretPositionFromPoint(x, y, { shadowRoots: shadowsAt(x, y) });
  return caret && { node: caret.offsetNode, offset: caret.offset };
}
