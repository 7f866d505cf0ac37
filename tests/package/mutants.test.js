/** What `./build.sh mutants` takes for conditions: it changes sources by their places. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { codeOf, conditionsOf, switched } from "../../tools/mutants.js";

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
  assert.deepEqual(conditions("let a = |b: &&Name| b.is();"), []);
  assert.deepEqual(
    conditions("fn f() {}\n#[cfg(test)]\nmod tests { fn g() { if a && b {} } }"),
    [],
  );
  assert.deepEqual(conditions("#[cfg(test)]\nuse a::b;\nlet c = d && e;"), ["true: e"]);
});

test("a switch stands in each condition, also in one that stands in another", () => {
  const source = "if ä && b || c {}";
  const conditions = conditionsOf(codeOf(source)).map((one, at) => ({ ...one, at }));
  const { text, places } = switched(source, conditions);
  const off = (/** @type {number} */ at, /** @type {boolean} */ is, /** @type {string} */ inner) =>
    `(if crate::switch::is_off(${at}) { ${is} } else { ${inner} })`;
  assert.equal(
    text,
    `if ${off(0, false, `ä && ${off(1, true, "b")} || ${off(2, false, "c")}`)} {}`,
  );
  const bytes = Buffer.from(text);
  const at = (/** @type {number} */ number) => {
    const { from = 0, to = 0 } = places.get(number) ?? {};
    return bytes.subarray(from, to).toString();
  };
  assert.equal(at(1), off(1, true, "b"));
  assert.equal(`if ${at(0)} {}`, text);
});
