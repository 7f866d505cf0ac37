/** Whose turn the engine is. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { Turns } from "../../extension/background/turns.js";

/** Turns with a clock of their own, and in which order what was done in them. */
function timed(room = Infinity) {
  const clock = { now: 0 };
  const turns = new Turns(room, () => clock.now);
  /** @type {string[]} */
  const order = [];
  let open = 0;
  /**
   * Adds work whose steps take as long as said, ms.
   * @param {string} whose
   * @param {number[]} costs
   * @param {(step: number) => void} [then]
   * @param {number} [size]
   */
  const add = (whose, costs, then, size) => {
    open++;
    const steps = function* () {
      for (const [step, cost] of costs.entries()) {
        order.push(whose);
        clock.now += cost;
        then?.(step);
        if (step + 1 < costs.length) yield costs[step + 1];
      }
      open--;
    };
    turns.add(whose, costs[0], steps(), size);
  };
  const done = async () => {
    while (open > 0) await new Promise((resolve) => setTimeout(resolve));
  };
  return { add, order, done };
}

test("what is short waits for the one turn that runs alone", async () => {
  const { add, order, done } = timed();
  add("long", [200], () => add("short", [1])); // comes while the first one is read
  for (let more = 0; more < 3; more++) add(`long ${more}`, [200]);
  await done();
  assert.deepEqual(order, ["long", "short", "long 0", "long 1", "long 2"]);
});

test("what is short goes between the steps of what is long", async () => {
  const { add, order, done } = timed();
  let asked = 0;
  add("long", [100, 15, 15, 15], () => {
    if (asked++ < 3) add("short", [1]);
  });
  await done();
  assert.deepEqual(order, ["long", "short", "long", "short", "long", "short", "long"]);
});

test("what is begun holds room: what is too large beside it waits, what is small passes", async () => {
  const { add, order, done } = timed(100);
  add("first", [50, 50, 50], undefined, 80);
  add("large", [20, 20], undefined, 30);
  add("small", [30, 30], undefined, 20);
  await done();
  assert.deepEqual(order, ["first", "small", "small", "first", "first", "large", "large"]);
});

test("what has the room of all is done though it is larger than that", async () => {
  const { add, order, done } = timed(100);
  add("huge", [50, 50], undefined, 200);
  add("nothing", [40], undefined, 0);
  await done();
  assert.deepEqual(order, ["huge", "huge", "nothing"]);
});

test("one who asks again and again goes behind the others", async () => {
  const { add, order, done } = timed();
  for (let time = 0; time < 4; time++) add("greedy", [10]);
  add("other", [15]);
  add("third", [25]);
  await done();
  assert.deepEqual(order, ["greedy", "other", "greedy", "third", "greedy", "greedy"]);
});

test("one who never rests goes behind the others, too", async () => {
  const { add, order, done } = timed();
  let left = 50;
  const next = () => {
    if (left-- > 0) add("greedy", [10], next);
  };
  next();
  next();
  add("other", [25]);
  await done();
  assert.equal(order.indexOf("other"), 2);
});

test("a reply that is begun is sent before the same one's next page is read", async () => {
  const { add, order, done } = timed();
  add("one", [5, 15, 15], (step) => order.push(`step ${step}`));
  add("one", [5], () => order.push("the next"));
  await done();
  assert.deepEqual(
    order.filter((words) => words !== "one"),
    ["step 0", "step 1", "step 2", "the next"],
  );
});

test("nothing waits for ever behind what is shorter, and that not behind all that waited", async () => {
  const { add, order, done } = timed();
  // Somebody short is always there, of somebody else each time.
  let left = 60;
  const next = () => {
    if (left-- > 0) add(`short ${left}`, [100], next);
  };
  next();
  for (let more = 0; more < 3; more++) add(`long ${more}`, [400]);
  await done();
  const places = [0, 1, 2].map((more) => order.indexOf(`long ${more}`));
  assert.deepEqual(places, [22, 24, 26], "after 2 s, every other turn");
  assert.equal(order.length, 63);
});

test("one after another, and a fault stops nobody", async () => {
  const turns = new Turns();
  let now = 0;
  let most = 0;
  let faults = 0;
  const work = async function* () {
    most = Math.max(most, ++now);
    await new Promise((resolve) => setTimeout(resolve, 2));
    now--;
    yield 1;
    faults++;
    throw new Error("a fault");
  };
  for (let tab = 0; tab < 5; tab++) turns.add(tab, 1, work());
  await new Promise((resolve) => {
    const last = function* () {
      yield 1_000;
      resolve(undefined);
    };
    turns.add("last", 1_000, last());
  });
  assert.equal(most, 1);
  assert.equal(faults, 5);
});
