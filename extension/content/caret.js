/** Which place in the page's text lies under a place on screen. */

import { shadowsAt } from "./shadows.js";

/**
 * @param {number} x CSS pixels in the viewport
 * @param {number} y
 * @returns {{node: Node, offset: number} | null}
 */
export function caretAt(x, y) {
  const caret = document.caretPositionFromPoint(x, y, { shadowRoots: shadowsAt(x, y) });
  return caret && { node: caret.offsetNode, offset: caret.offset };
}
