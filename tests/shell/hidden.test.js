/** Kinds of hint that the reader hides: where they hold, and a page's findings without them. */

import assert from "node:assert/strict";
import { test } from "node:test";
import "./browser_stub.js";
import { hiddenAt, MOST, withHidden, withoutOne } from "../../extension/shared/hidden.js";
import { kindOf, withoutHidden } from "../../extension/content/without.js";
import { hiddenWords } from "../../extension/shared/who.js";

const TEXT = "Ines Dahl said so. She said 40 boats left. Reportedly 7 stayed. 12 sank.";
const BLOCKS = [{ text: TEXT, links: [] }];

/** @param {string} words */
function span(words) {
  return { block: 0, start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length };
}

/** Two claims of one source, told by different rules; one of nobody; a figure each, and one of no claim. */
function reply() {
  const claim = (/** @type {object} */ more) => ({
    source: [],
    cue: [],
    content: [],
    quotation: "indirect",
    resolved: null,
    kind: "vague",
    kindEvidence: [],
    relay: [],
    stance: "neutral",
    when: null,
    link: null,
    rule: "source-cue-clause",
    flags: [],
    ...more,
  });
  const figure = (/** @type {object} */ more) => ({
    attribution: null,
    tie: null,
    flags: [],
    ...more,
  });
  const flag = (/** @type {object} */ more) => ({
    attributions: [],
    figures: [],
    evidence: [],
    detail: null,
    ...more,
  });
  return /** @type {any} */ ({
    language: "en",
    attributions: [
      claim({ source: [span("Ines Dahl")], resolved: 0, resolutionRule: "own-name" }),
      claim({ source: [span("She")], resolved: 0, resolutionRule: "pronoun-speaker", flags: [0] }),
      claim({ rule: "hedge-adverb", flags: [0, 1] }),
    ],
    sources: [
      { name: "Ines Dahl", role: null, kind: "person", mentions: [], attributions: [0, 1] },
    ],
    figures: [
      figure({ attribution: 1, tie: "inside-content" }),
      figure({ attribution: 2, tie: "inside-content", flags: [] }),
      figure({ flags: [2] }),
    ],
    flags: [
      flag({ kind: "relay", attributions: [1, 2] }),
      flag({ kind: "passive-attribution", attributions: [2] }),
      flag({ kind: "unsourced-figure", figures: [2] }),
      flag({ kind: "single-source" }),
    ],
    citations: [{ label: "4", attributions: [1, 2] }],
  });
}

/** @param {...string} kinds */
const without = (...kinds) => withoutHidden(BLOCKS, reply(), new Set(kinds));

test("a hint's kind is its rule, with the rule that told who is meant where the text does not name them", () => {
  const { attributions, ...rest } = reply();
  const kinds = attributions.map((/** @type {any} */ claim) =>
    kindOf(BLOCKS, { attributions, ...rest }, claim),
  );
  assert.deepEqual(kinds, [
    "source-cue-clause",
    "source-cue-clause/pronoun-speaker",
    "hedge-adverb",
  ]);
  assert.equal(hiddenWords(kinds[1]), "who says it, then the claim; “…”: who spoke last before");
  assert.equal(hiddenWords("unsourced-figure"), "Figures without a source");
});

test("without a kind: what names its claims names the others by their new numbers", () => {
  const shown = without("source-cue-clause/pronoun-speaker");
  assert.deepEqual(
    shown.attributions.map(({ rule, flags }) => [rule, flags]),
    [
      ["source-cue-clause", []],
      ["hedge-adverb", [0, 1]],
    ],
  );
  assert.deepEqual(shown.sources[0].attributions, [0]);
  assert.deepEqual(
    shown.figures.map(({ attribution, tie }) => [attribution, tie]),
    [
      [null, null],
      [1, "inside-content"],
      [null, null],
    ],
  );
  assert.deepEqual(
    shown.flags.map(({ kind, attributions }) => [kind, attributions]),
    [
      ["relay", [1]],
      ["passive-attribution", [1]],
      ["unsourced-figure", []],
      ["single-source", []],
    ],
  );
  assert.deepEqual(shown.citations, [{ label: "4", attributions: [1] }]);
});

test("a remark of nothing but hidden claims goes with them, and is not taken for another's", () => {
  const shown = without("hedge-adverb");
  assert.deepEqual(
    shown.flags.map(({ kind }) => kind),
    ["relay", "unsourced-figure", "single-source"],
  );
  assert.deepEqual(shown.figures[2].flags, [1]);
  // A figure of a hidden claim is not said to have no source.
  assert.deepEqual(shown.figures[1], { attribution: null, tie: null, flags: [] });
});

test("figures without a source are a kind of their own", () => {
  const shown = without("unsourced-figure");
  assert.deepEqual(shown.figures[2].flags, []);
  assert.equal(shown.attributions.length, 3);
});

test("where nothing is hidden the findings are the very same", () => {
  const whole = reply();
  assert.equal(withoutHidden(BLOCKS, whole, new Set()), whole);
  assert.equal(withoutHidden(BLOCKS, whole, new Set(["in-view"])), whole);
});

test("on a site, or everywhere; each once, and bounded", () => {
  const role = { kind: "role", host: "example.org" };
  const once = withHidden(withHidden([], role), role);
  assert.deepEqual(once, [role]);
  assert.deepEqual(hiddenAt(once, "example.org"), ["role"]);
  assert.deepEqual(hiddenAt(once, "www.example.org"), []);
  assert.deepEqual(hiddenAt(once, null), []);
  // Everywhere takes the place of every site; a site adds nothing to it.
  const wide = withHidden(withHidden(once, { kind: "role", host: "b.example" }), {
    kind: "role",
    host: null,
  });
  assert.deepEqual(wide, [{ kind: "role", host: null }]);
  assert.deepEqual(withHidden(wide, role), wide);
  assert.deepEqual(hiddenAt(wide, null), ["role"]);
  assert.deepEqual(withoutOne(wide, role), wide);
  assert.deepEqual(withoutOne(wide, { kind: "role", host: null }), []);
  const full = Array.from({ length: MOST }, (_, at) => ({ kind: `k${at}`, host: null }));
  assert.equal(withHidden(full, role).length, MOST);
});
