/** Where a card goes. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { GAP, MARGIN, nearestBox, placeCard } from "../../extension/content/placement.js";

const VIEW = { width: 1000, height: 800 };
const CARD = { width: 360, height: 240 };
const line = (/** @type {number} */ top, left = 100, right = 700) => ({
  left,
  right,
  top,
  bottom: top + 20,
});

test("below the words, a little before the pointer", () => {
  assert.deepEqual(placeCard(line(100), CARD, VIEW, 300, false), {
    x: 276,
    y: 120 + GAP,
    above: false,
  });
});

test("above where there is no room below", () => {
  const spot = placeCard(line(700), CARD, VIEW, 300, false);
  assert.equal(spot.above, true);
  assert.equal(spot.y + CARD.height, 700 - GAP);
});

test("inside the viewport at every edge, in both directions of writing", () => {
  for (const rtl of [false, true]) {
    for (const x of [0, 5, 500, 995, 1000]) {
      for (const top of [-10, 0, 400, 790]) {
        const spot = placeCard(line(top), CARD, VIEW, x, rtl);
        assert.ok(spot.x >= MARGIN && spot.x + CARD.width <= VIEW.width - MARGIN, `x ${x}`);
        assert.ok(spot.y >= MARGIN && spot.y + CARD.height <= VIEW.height - MARGIN, `y ${top}`);
      }
    }
  }
});

test("a card larger than the viewport begins at its edge", () => {
  const spot = placeCard(line(50), { width: 2000, height: 2000 }, VIEW, 500, false);
  assert.deepEqual([spot.x, spot.y], [MARGIN, MARGIN]);
});

test("the line nearest to the pointer", () => {
  const boxes = [line(100, 500, 700), line(130, 100, 700), line(160, 100, 200)];
  assert.equal(nearestBox(boxes, 150, 135), boxes[1]);
  assert.equal(nearestBox(boxes, 150, 500), boxes[2]);
  assert.equal(nearestBox([], 0, 0), null);
});
