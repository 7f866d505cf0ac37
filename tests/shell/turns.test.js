/** Whose turn the engine is. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { Turns } from "../../extension/background/turns.js";

/** Until all that waits is done. @param {Turns} turns */
const done = (turns) => new Promise((resolve) => turns.add("last", () => resolve(undefined)));

test("one who asks again and again waits for the others too", async () => {
  const turns = new Turns();
  /** @type {string[]} */
  const order = [];
  for (let time = 0; time < 4; time++) turns.add("greedy", () => order.push("greedy"));
  turns.add("other", () => order.push("other"));
  turns.add("third", async () => order.push("third"));
  await done(turns);
  await done(turns);
  await done(turns);
  assert.deepEqual(order.slice(0, 4), ["greedy", "greedy", "other", "third"]);
  assert.equal(order.length, 6);
});

test("one after another, and a fault stops nobody", async () => {
  const turns = new Turns();
  let now = 0;
  let most = 0;
  const work = async () => {
    most = Math.max(most, ++now);
    await new Promise((resolve) => setTimeout(resolve, 2));
    now--;
    throw new Error("a fault");
  };
  for (let tab = 0; tab < 5; tab++) turns.add(tab, work);
  await done(turns);
  assert.equal(most, 1);
  assert.equal(now, 0);
});
