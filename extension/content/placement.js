/**
 * Where a card goes: by the words it speaks of, inside the viewport. Pure; CSS pixels.
 *
 * @typedef {{left: number, top: number, right: number, bottom: number}} Box
 * @typedef {{x: number, y: number, above: boolean}} Spot
 */

/** Between the words and the card, and between the card and the viewport's edge. */
export const GAP = 6;
export const MARGIN = 8;

/** Below this width the card is a sheet at the foot of the viewport. */
export const SHEET_WIDTH = 480;

/**
 * By the whole claim where there is room, so that no line of it is hidden; else by the line pointed at.
 * @param {Box} line the line the reader points at
 * @param {Box} claim the box around the claim's lines
 * @param {{width: number, height: number}} card
 * @param {{width: number, height: number}} viewport
 * @param {number} x where the reader points
 * @param {boolean} rightToLeft
 * @returns {Spot}
 */
export function placeCard(line, claim, card, viewport, x, rightToLeft) {
  const below = (/** @type {Box} */ words) => viewport.height - words.bottom - GAP - MARGIN;
  const over = (/** @type {Box} */ words) => words.top - GAP - MARGIN;
  const fits = below(claim) >= card.height || over(claim) >= card.height;
  // A claim whose end is farther off than the card is high would part the card from the pointer.
  const near = claim.bottom - line.bottom <= card.height && line.top - claim.top <= card.height;
  const words = fits && near ? claim : line;
  const above = card.height > below(words) && over(words) > below(words);
  const y = above ? words.top - GAP - card.height : words.bottom + GAP;
  // The card's leading edge a little before the pointer, so that it does not hide what comes next.
  const wish = rightToLeft ? x + 24 - card.width : x - 24;
  return {
    x: clamp(wish, MARGIN, viewport.width - card.width - MARGIN),
    y: clamp(y, MARGIN, viewport.height - card.height - MARGIN),
    above,
  };
}

/**
 * The box around boxes; at least one.
 * @param {readonly Box[]} boxes
 * @returns {Box}
 */
export function boxAround(boxes) {
  return {
    left: Math.min(...boxes.map((box) => box.left)),
    top: Math.min(...boxes.map((box) => box.top)),
    right: Math.max(...boxes.map((box) => box.right)),
    bottom: Math.max(...boxes.map((box) => box.bottom)),
  };
}

/**
 * The box of a line nearest to where the reader points.
 * @param {readonly Box[]} boxes
 * @param {number} x
 * @param {number} y
 * @returns {Box | null}
 */
export function nearestBox(boxes, x, y) {
  let best = null;
  let least = Infinity;
  for (const box of boxes) {
    const dx = Math.max(box.left - x, 0, x - box.right);
    const dy = Math.max(box.top - y, 0, y - box.bottom);
    const distance = dx * dx + dy * dy;
    if (distance < least) [best, least] = [box, distance];
  }
  return best;
}

/**
 * @param {number} value
 * @param {number} low wins where there is no room
 * @param {number} high
 */
function clamp(value, low, high) {
  return Math.max(low, Math.min(value, high));
}
