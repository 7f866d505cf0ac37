/** Offsets in a block's text to places in its text nodes, and back. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { isUnchanged, offsetOf, placesOf } from "../../extension/content/ranges.js";

/**
 * A block as it would be read: strings are text nodes, "\n" alone a line break, null a stretch
 * that is not read.
 * @param {(string | null)[]} pieces
 */
function block(...pieces) {
  /** @type {import('../../extension/content/ranges.js').Part[]} */
  const parts = [];
  let text = "";
  let gap = false;
  for (const piece of pieces) {
    if (piece === null) gap = true;
    else if (piece === "\n") {
      text += piece;
      gap = true;
    } else {
      const node = /** @type {any} */ ({ data: piece, isConnected: true });
      parts.push({ node, at: text.length, length: piece.length, gap });
      text += piece;
      gap = false;
    }
  }
  return { text, parts };
}

/**
 * The words that places stand for, pieces apart.
 * @param {ReturnType<typeof block>} read
 * @param {number} start
 * @param {number} end
 */
function cut({ parts }, start, end) {
  return placesOf(parts, start, end).map(({ startNode, startOffset, endNode, endOffset }) => {
    const nodes = parts.map((part) => part.node);
    const [from, to] = [nodes.indexOf(startNode), nodes.indexOf(endNode)];
    return nodes
      .slice(from, to + 1)
      .map((node, index, all) =>
        node.data.slice(
          index === 0 ? startOffset : 0,
          index === all.length - 1 ? endOffset : node.data.length,
        ),
      )
      .join("|");
  });
}

test("a stretch inside one text node", () => {
  assert.deepEqual(cut(block("The slipway is safe."), 4, 11), ["slipway"]);
});

test("a stretch over inline tags is one piece", () => {
  const read = block("The ", "slip", "way is safe.");
  assert.deepEqual(cut(read, 0, read.text.length), ["The |slip|way is safe."]);
});

test("an edge between two nodes belongs to the side that has the words", () => {
  const read = block("The slipway ", "is safe.");
  assert.deepEqual(cut(read, 12, 20), ["is safe."]);
  assert.deepEqual(cut(read, 4, 12), ["slipway"]);
});

test("what is not read parts a stretch", () => {
  const read = block("The slipway ", null, "is safe.");
  assert.deepEqual(cut(read, 0, 20), ["The slipway", "is safe."]);
});

test("a line break holds no words", () => {
  const read = block("The slipway", "\n", "is safe.");
  assert.equal(read.text, "The slipway\nis safe.");
  assert.deepEqual(cut(read, 0, 20), ["The slipway", "is safe."]);
  assert.deepEqual(cut(read, 11, 12), []);
  assert.deepEqual(cut(read, 11, 14), ["is"]);
});

test("white space at the edges is left out, inside it stays", () => {
  const read = block("\n    The slipway\n    is safe.\n  ");
  assert.deepEqual(cut(read, 0, read.text.length), ["The slipway\n    is safe."]);
});

test("a stretch of white space alone is nothing", () => {
  assert.deepEqual(cut(block("one   two"), 3, 6), []);
});

test("an empty stretch, and one past the end, are nothing", () => {
  const read = block("one two");
  assert.deepEqual(cut(read, 3, 3), []);
  assert.deepEqual(cut(read, 7, 9), []);
  assert.deepEqual(cut({ text: "", parts: [] }, 0, 4), []);
});

test("text split into single characters", () => {
  const read = block(..."The slipway is safe.");
  assert.deepEqual(cut(read, 4, 11), ["s|l|i|p|w|a|y"]);
});

test("characters of two code units keep their place", () => {
  const read = block("🙂 ", "safe");
  assert.deepEqual(cut(read, 3, 7), ["safe"]);
});

test("every stretch cuts the very words that were asked for", () => {
  const read = block(" The", " slip", "way", "\n", "is 🙂 safe", ". ");
  for (let start = 0; start < read.text.length; start++) {
    for (let end = start + 1; end <= read.text.length; end++) {
      const wanted = read.text.slice(start, end).replace(/\s+/g, "");
      const found = cut(read, start, end)
        .join("")
        .replace(/[\s|]+/g, "");
      assert.equal(found, wanted, `${start} to ${end}`);
    }
  }
});

test("places lead back to offsets", () => {
  const { parts } = block("The ", "slip", "way");
  assert.equal(offsetOf(parts, parts[1].node, 2), 6);
  assert.equal(offsetOf(parts, parts[2].node, 99), 11);
  assert.equal(offsetOf(parts, /** @type {any} */ ({ data: "x" }), 0), null);
});

test("a block whose node was set, cut or taken out has changed", () => {
  const fresh = () => block("The slipway ", "is safe.");
  assert.equal(isUnchanged(fresh()), true);
  const set = fresh();
  /** @type {any} */ (set.parts[0].node).data = "The quay was ";
  assert.equal(isUnchanged(set), false);
  const cutOff = fresh();
  /** @type {any} */ (cutOff.parts[0].node).data = "The";
  assert.equal(isUnchanged(cutOff), false);
  const out = fresh();
  /** @type {any} */ (out.parts[1].node).isConnected = false;
  assert.equal(isUnchanged(out), false);
});
