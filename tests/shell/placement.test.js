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
  assert.deepEqual(placeCard(line(100), line(100), CARD, VIEW, 300, false), {
    x: 276,
    y: 120 + GAP,
    above: false,
  });
});

test("above where there is no room below", () => {
  const spot = placeCard(line(700), line(700), CARD, VIEW, 300, false);
  assert.equal(spot.above, true);
  assert.equal(spot.y + CARD.height, 700 - GAP);
});

test("below the last line of the claim, above its first where there is no room", () => {
  const claim = (/** @type {number} */ top) => ({ ...line(top), bottom: top + 80 });
  const below = placeCard(line(100), claim(100), CARD, VIEW, 300, false);
  assert.equal(below.y, 180 + GAP);
  const above = placeCard(line(620), claim(560), CARD, VIEW, 300, false);
  assert.equal(above.y + CARD.height, 560 - GAP);
});

test("by the line itself where the claim is too long", () => {
  const long = { ...line(100), bottom: 500 };
  assert.equal(placeCard(line(100), long, CARD, VIEW, 300, false).y, 120 + GAP);
});

test("inside the viewport at every edge, in both directions of writing", () => {
  for (const rtl of [false, true]) {
    for (const x of [0, 5, 500, 995, 1000]) {
      for (const top of [-10, 0, 400, 790]) {
        const spot = placeCard(line(top), line(top), CARD, VIEW, x, rtl);
        assert.ok(spot.x >= MARGIN && spot.x + CARD.width <= VIEW.width - MARGIN, `x ${x}`);
        assert.ok(spot.y >= MARGIN && spot.y + CARD.height <= VIEW.height - MARGIN, `y ${top}`);
      }
    }
  }
});

test("a card larger than the viewport begins at its edge", () => {
  const spot = placeCard(line(50), line(50), { width: 2000, height: 2000 }, VIEW, 500, false);
  assert.deepEqual([spot.x, spot.y], [MARGIN, MARGIN]);
});

test("the line nearest to the pointer", () => {
  const boxes = [line(100, 500, 700), line(130, 100, 700), line(160, 100, 200)];
  assert.equal(nearestBox(boxes, 150, 135), boxes[1]);
  assert.equal(nearestBox(boxes, 150, 500), boxes[2]);
  assert.equal(nearestBox([], 0, 0), null);
});
