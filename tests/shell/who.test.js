/** Who a claim is from, as card, list and exports call them; how that is known; how it is said. */

import assert from "node:assert/strict";
import { test } from "node:test";
import "./browser_stub.js";
import { viewOf } from "../../extension/shared/page_view.js";
import { calledWords, headingOf, sayerOf } from "../../extension/shared/who.js";
import { ruleWords, saysWords } from "../../extension/shared/wording.js";

const TEXT =
  "The Herald, citing a doctor, said nobody was told. “Shut,” Ines Dahl said. She said so. The memo did not.";
const BLOCKS = [{ text: TEXT, links: [] }];

/** @param {string} words */
function span(words) {
  const start = TEXT.indexOf(words);
  assert.ok(start >= 0, words);
  return { block: 0, start, end: start + words.length };
}

/** @param {object} more */
function claim(more) {
  return /** @type {any} */ ({
    source: [],
    cue: [],
    content: [],
    quotation: "indirect",
    resolved: null,
    kind: "unresolved",
    kindEvidence: [],
    relay: [],
    stance: "neutral",
    when: null,
    link: null,
    rule: "source-cue-clause",
    resolutionRule: "none",
    confidence: "sure",
    runnerUp: null,
    margin: 0,
    addressee: null,
    medium: null,
    flags: [],
    ...more,
  });
}

const SOURCES = /** @type {any} */ ([
  { name: "Ines Dahl", role: "harbour master", kind: "person", mentions: [], attributions: [] },
  { name: "The Herald", role: null, kind: "outlet", mentions: [], attributions: [] },
]);

/** @param {object} more */
const sayer = (more) => sayerOf(BLOCKS, { sources: SOURCES }, claim(more));

const SHE = { source: [span("She")], resolved: 0, kind: "person" };

test("how it is known who is meant, by the rule that told", () => {
  const known = (/** @type {object} */ more) => sayer({ ...SHE, ...more }).known;
  assert.equal(known({ resolutionRule: "pronoun-speaker" }), "“She”: the last woman who spoke");
  assert.equal(known({ resolutionRule: "role" }), "“She”: so described in the text");
  // Of a rule that nothing is known of, and of none, it says no more than that the words stand there.
  assert.equal(known({ resolutionRule: "some-new-rule" }), "In the text: “She”");
  assert.equal(known({ resolutionRule: "constructor" }), "In the text: “She”");
  assert.equal(known({ resolutionRule: "owned" }), "In the text: “She”");
  assert.equal(known({ source: [span("Shut,” Ines")] }), "In the text: “Shut”");
  const memo = { source: [span("The memo")], resolutionRule: "pronoun-speaker" };
  assert.equal(known(memo), "“The memo”: who spoke last before");
  assert.equal(known({ ...memo, resolutionRule: "epithet" }), known(memo));
  // Who is named right there, and who is not known, need no telling.
  assert.equal(known({ source: [span("Ines Dahl")], resolutionRule: "own-name" }), null);
  assert.equal(known({ resolved: null, resolutionRule: "none" }), null);
});

test("a likely name is probable, with the second candidate; one that stands in the text is sure", () => {
  const likely = { confidence: "likely", runnerUp: "Ada Roe" };
  const { probably, second } = sayer({ ...SHE, ...likely });
  assert.deepEqual([probably, second], [true, "Ada Roe"]);
  const named = sayer({ ...SHE, ...likely, source: [span("Ines Dahl")] });
  assert.deepEqual([named.probably, named.second], [false, null]);
  // A part of a name leaves no doubt of who it is; the doubt is elsewhere.
  const dahl = { ...SHE, source: [span("Dahl")], resolutionRule: "short-name" };
  assert.equal(sayer({ ...dahl, ...likely }).probably, false);
  const sure = sayer({ ...SHE, confidence: "sure", runnerUp: "Ada Roe" });
  assert.deepEqual([sure.probably, sure.second], [false, null]);
});

const HERALD = { name: "The Herald", kind: "outlet", evidence: span("The Herald") };
const DOCTOR = { name: "a doctor", kind: "anonymous", evidence: span("a doctor") };

test("who said it first is the source where another passes it on", () => {
  const cited = { source: [span("The Herald")], resolved: 1, kind: "outlet" };
  const first = sayer({ ...cited, relay: [HERALD, DOCTOR] });
  assert.deepEqual([first.name, first.kind, first.role], ["a doctor", "anonymous", null]);
  const known = sayer({ ...cited, relay: [HERALD, { ...DOCTOR, name: "Ines Dahl" }] });
  assert.deepEqual([known.key, known.role], ["source 0", "harbour master"]);
  // A chain that ends in the source itself, or of which the source is no part, is the source's own.
  const own = {
    ...SHE,
    relay: [HERALD, { name: "Ines Dahl", kind: "person", evidence: span("She") }],
  };
  assert.equal(sayer(own).name, "Ines Dahl");
  assert.equal(sayer({ ...SHE, relay: [HERALD] }).name, "Ines Dahl");
});

test("the list has one entry a source, and those without a name by their own words", () => {
  const said = [
    claim({ source: [span("Ines Dahl")], resolved: 0, kind: "person" }),
    claim({ source: [span("The memo")], kind: "unresolved" }),
    claim(SHE),
    claim({
      source: [span("The Herald")],
      resolved: 1,
      relay: [HERALD, { ...DOCTOR, name: "Ines Dahl", kind: "person" }],
    }),
    claim({ kind: "vague" }),
  ].map((one) => ({ ...one, content: [span("nobody was told")] }));
  const reply = {
    language: "en",
    attributions: said,
    sources: SOURCES,
    figures: [],
    flags: [],
    citations: [],
  };
  const { sources, claims } = viewOf(BLOCKS, /** @type {any} */ (reply));
  assert.deepEqual(
    sources.map(({ name, named, claims: those }) => [name, named, those]),
    [
      ["Ines Dahl", true, [0, 2, 3]],
      ["The memo", false, [1]],
      ["", true, [4]],
    ],
  );
  assert.deepEqual(
    claims.map(({ source }) => source),
    ["Ines Dahl", "The memo", "Ines Dahl", "Ines Dahl", ""],
  );
});

test("a stance in a sentence, of whoever the text speaks of", () => {
  const memo = { ...sayer({ source: [span("The memo")], kind: "document" }), named: false };
  const called = calledWords(memo, "the memo", "en");
  const says = (
    /** @type {any} */ stance,
    /** @type {string} */ source,
    rule = "source-cue-that",
  ) => saysWords({ stance, rule }, source, "did not indicate");
  assert.equal(says("negated", called), "The memo did not say this");
  assert.equal(says("denies", calledWords(sayer(SHE), "She", "en")), "Ines Dahl denied this");
  // A thing or a person is nothing to be denied, and what was not mentioned or thought is not "this, unsaid":
  // the page's own words tell.
  assert.equal(says("negated", "Ines Dahl", "source-cue-clause"), "“did not indicate”");
  assert.equal(says("denies", "Ines Dahl", "source-cue-clause"), "Ines Dahl denied this");
  assert.equal(says("negated", "Ines Dahl", "source-cue-object"), "“did not indicate”");
  assert.equal(calledWords(memo, "the memo, dated 9 March,", "en"), "The memo");
  assert.equal(calledWords(memo, "the memo", "de"), "“the memo”");
  assert.equal(calledWords(memo, "the memo ".repeat(20), "en"), "The memo");
  assert.equal(says("neutral", "Ines Dahl"), null);
  assert.equal(says("hedged", "Ines Dahl"), null);
  assert.equal(says("negated", ""), "“did not indicate”");
  assert.equal(saysWords(/** @type {any} */ ({ stance: "denies", rule: "r" }), "", ""), null);
});

test("what goes by a noun alone is headed as the page has it; names stay as they are", () => {
  const heading = (
    /** @type {string} */ kind,
    /** @type {string} */ name,
    /** @type {string} */ said,
  ) => headingOf({ name, kind, named: true }, said);
  assert.equal(heading("document", "video", "a video"), "A video");
  assert.equal(heading("anonymous", "officials", "officials"), "Officials");
  assert.equal(heading("document", "memo", "it"), "Memo");
  assert.equal(heading("document", "survey", "a survey of towns"), "A survey of towns");
  assert.equal(heading("document", "survey", "a yearly survey"), "A yearly survey");
  assert.equal(heading("document", "list", "a list of wrecks, the first"), "A list of wrecks");
  assert.equal(heading("document", "list", "the list"), "The list");
  assert.equal(heading("document", "March memo", "a March memo seen by Reuters"), "March memo");
  assert.equal(heading("organisation", "eBay", "eBay"), "eBay");
  assert.equal(
    heading("organisation", "health ministry", "the health ministry"),
    "The health ministry",
  );
  assert.equal(heading("person", "Ines Dahl", "the harbour master Ines Dahl"), "Ines Dahl");
});

test("a rule in plain words; one without any by its name", () => {
  assert.equal(ruleWords("source-cue-clause"), "who says it, then the claim");
  assert.equal(ruleWords("some-new-rule"), "some-new-rule");
  assert.equal(ruleWords("toString"), "toString");
});
