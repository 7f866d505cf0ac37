/** What `./build.sh mutants` takes for conditions: it changes sources by their places. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { codeOf, conditionsOf } from "../../tools/mutants.js";

/** @param {string} source */
function conditions(source) {
  const found = conditionsOf(codeOf(source));
  return found.map(({ start, end, off }) => `${off}: ${source.slice(start, end)}`).sort();
}

test("conditions of an if, of an arm, and what && and || add", () => {
  assert.deepEqual(conditions("fn f() { if a.is(b) && c || d { e } }"), [
    "false: a.is(b) && c || d",
    "false: d",
    "true: c",
  ]);
  assert.deepEqual(conditions("match a { Some(b) if b > 1 => c, _ => d && e(f, g), }"), [
    "false: b > 1",
    "true: e(f, g)",
  ]);
  assert.deepEqual(conditions("matches!(a, B if c)"), ["false: c"]);
  assert.deepEqual(conditions('let a = b\n    && c == "||"\n    && d;'), [
    'true: c == "||"',
    "true: d",
  ]);
});

test("what binds, what is no code and what is a closure is left alone", () => {
  assert.deepEqual(conditions("if let Some(a) = b && let Some(c) = d { e }"), []);
  assert.deepEqual(conditions('// if a && b {\nlet c = "if d && e {"; f(|| g);'), []);
  assert.deepEqual(conditions("let a = || b; c.then(|| d)"), []);
  assert.deepEqual(
    conditions("fn f() {}\n#[cfg(test)]\nmod tests { fn g() { if a && b {} } }"),
    [],
  );
});
