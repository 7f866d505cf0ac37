/** Words: every key that is asked for exists, in every language, and none lies unused. */

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { wordsOf } from "./browser_stub.js";
import { FLAGS, LOOKS, MARKS } from "../../extension/shared/settings.js";
import {
  counted,
  languageName,
  quantityWords,
  ruleWords,
  shorten,
  SORTS,
  summaryWords,
  tidy,
} from "../../extension/shared/wording.js";

const ROOT = new URL("../../extension/", import.meta.url).pathname;
const LANGUAGES = readdirSync(join(ROOT, "_locales"));
const ENGLISH = wordsOf("en");

/** The text of every file of the extension that can ask for words. */
const asking = readdirSync(ROOT, { recursive: true, encoding: "utf8" })
  .filter((file) => /\.(?:js|html|json)$/.test(file) && !/^(?:_locales|core)\//.test(file))
  .map((file) => readFileSync(join(ROOT, file), "utf8"))
  .join("\n");

/** What is counted in words. */
const COUNTED = ["claims", "sources", "imported", "unsourced", ...SORTS];

/** Keys that are put together from a name of the core's or of a setting. */
const PUT_TOGETHER = [
  ...["self", "person", "official", "organisation", "group", "document", "outlet"],
  ...["social", "anonymous", "vague", "unresolved"],
]
  .map((kind) => `kind_${kind}`)
  .concat(
    ["direct", "indirect", "mixed"].map((kind) => `quotation_${kind}`),
    ["claims", "denies", "confirms", "hedged", "negated"].map((stance) => `stance_${stance}`),
    ["denies", "confirms", "negated"].map((stance) => `says_${stance}`),
    ["spoke", "only"].flatMap((by) => ["", "_he", "_she"].map((who) => `known_${by}${who}`)),
    ["subject", "beside", "short", "role", "document", "again"].map((by) => `known_${by}`),
    [
      ...[
        "claim_first",
        "claim_around",
        "source_first",
        "source_act",
        "source_colon",
        "signed",
        "according",
      ],
    ]
      .concat(["nobody", "said_by", "figure_inside", "figure_list", "figure_elsewhere"])
      .map((rule) => `rule_${rule}`),
    ["document", "person", "remark", "copy_csl", "copy_bibtex"].map((key) => `cited_${key}`),
    ["sentence", "about"].map((role) => `link_role_${role}`),
    ["primary", "outlet", "site", "social", "other"].map((kind) => `link_${kind}`),
    FLAGS.flatMap((flag) => [
      `flag_${flag.replaceAll("-", "_")}`,
      `flag_name_${flag.replaceAll("-", "_")}`,
    ]),
    ["reason", "rote", "none"].map((detail) => `flag_anonymous_source_${detail}`),
    ["about", "over", "under"].map((bound) => `bound_${bound}`),
    ["up", "down"].map((change) => `change_${change}`),
    LOOKS.map((look) => `look_${look}`),
    ["page", "site", "everywhere"].map((reach) => `hide_${reach}`),
    MARKS.flatMap((marks) => [`marks_${marks}`, `popup_marks_${marks}`]),
    ["on", "articles", "off"].map((run) => `run_${run}`),
    ["host", "domain"].flatMap((scope) => [`popup_scope_${scope}`, `options_scope_${scope}`]),
    ["chosen", "articles"].map((rule) => `popup_by_everywhere_${rule}`),
    ["dormant", "waiting", "reading", "empty", "hidden", "unread", "silent", "fault"].map(
      (name) => `state_${name}`,
    ),
    ["text", "links", "title"].map((what) => `cut_${what}`),
    ["header", "columns", "host", "scope", "run", "twice", "kind"].map(
      (name) => `import_fault_${name}`,
    ),
    ["all", ...SORTS].map((sort) => `sort_${sort}`),
    COUNTED.flatMap((what) => countsOf(what, "en")),
  );

/**
 * The keys of a number of things: one for each form of the word that a language has for up to a thousand.
 * @param {string} what
 * @param {string} language
 */
function countsOf(what, language) {
  const rules = new Intl.PluralRules(language);
  const forms = Array.from({ length: 1000 }, (_, count) => rules.select(count));
  return [...new Set(forms)].map((form) => `count_${what}_${form}`);
}

/** What does not stand in words of a language. @type {Record<string, RegExp>} */
const MARKS_OF_OTHERS = {
  ar: /[“”„,;?]|[«»]{2}/,
  de: /[«»”]/,
  en: /[«»„]/,
  es: /[“”„]/,
  // Narrow no-break spaces inside « » and before ; ? ! and no-break ones before a colon.
  fr: /[“”„]|«(?!\u202f)|(?<!\u202f)[»;?!]|(?<!\u00a0):/,
};

test("every key put together from a name has words", () => {
  for (const key of PUT_TOGETHER) assert.ok(ENGLISH[key], key);
});

test("no words lie unused", () => {
  const named = new Set(PUT_TOGETHER);
  const unused = Object.keys(ENGLISH).filter(
    (key) => !named.has(key) && !asking.includes(`"${key}"`) && !asking.includes(`__MSG_${key}__`),
  );
  assert.deepEqual(unused, []);
});

test("every key asked for by name has words", () => {
  const asked = [
    ...asking.matchAll(/\b(?:words|tell)\(\s*"(\w+)"/g),
    ...asking.matchAll(/data-(?:words|label)="(\w+)"/g),
    ...asking.matchAll(/__MSG_(\w+)__/g),
  ].map((match) => match[1]);
  assert.ok(asked.length > 100, "the search finds what it should");
  assert.deepEqual(
    asked.filter((key) => !ENGLISH[key]),
    [],
  );
});

test("English says what each key is for", () => {
  const silent = Object.entries(ENGLISH).filter(
    ([, entry]) => !(/** @type {any} */ (entry).description),
  );
  assert.deepEqual(silent, []);
});

for (const language of LANGUAGES) {
  test(`${language}: the same keys and the same parts as English`, () => {
    const words = wordsOf(language);
    const plain = Object.keys(ENGLISH).filter((key) => !key.startsWith("count_"));
    const counts = COUNTED.flatMap((what) => countsOf(what, language));
    assert.deepEqual(Object.keys(words).sort(), [...plain, ...counts].sort());
    for (const key of counts) assert.equal(words[key].placeholders?.count.content ?? "$1", "$1");
    for (const [key, { message, placeholders }] of Object.entries(words)) {
      if (counts.includes(key)) continue; // "one claim" may do without the number
      const parts = (/** @type {string} */ text) =>
        [...text.matchAll(/\$\w+\$/g)].map(String).sort();
      assert.deepEqual(parts(message), parts(ENGLISH[key].message), key);
      assert.deepEqual(
        Object.values(placeholders ?? {}).map((part) => part.content),
        Object.values(ENGLISH[key].placeholders ?? {}).map((part) => part.content),
        key,
      );
    }
  });

  test(`${language}: its own marks, and no space that a line may break at before them`, () => {
    for (const [key, { message }] of Object.entries(wordsOf(language))) {
      const own = /^welcome_sample/.test(key) ? "en" : language; // a sample of what is read
      assert.doesNotMatch(message, /['"]|\.\.\./, key);
      assert.doesNotMatch(message, MARKS_OF_OTHERS[own] ?? /[«»„]/, key);
    }
  });

  test(`${language}: within the stores' limits`, () => {
    const words = wordsOf(language);
    assert.ok(words.extension_name.message.length <= 45);
    assert.ok(words.extension_description.message.length <= 132);
  });
}

test("every rule of the core by which a claim is found has words", () => {
  const room = new URL("../../src/attribution/", import.meta.url).pathname;
  const code = readdirSync(room).map((file) => readFileSync(join(room, file), "utf8"));
  const rules = code.flatMap((text) => [...text.matchAll(/^ *name: "([a-z-]+)",$/gm)]);
  assert.ok(rules.length > 20, "the search finds what it should");
  assert.deepEqual(
    rules.map(([, name]) => name).filter((name) => ruleWords(name) === name),
    [],
  );
});

test("quantities in words", () => {
  const none = { value: null, low: null, high: null, bound: "exact", change: null };
  const say = (/** @type {object} */ more) =>
    quantityWords(/** @type {any} */ ({ ...none, ...more }));
  assert.equal(say({}), null);
  assert.equal(say({ value: 26700, bound: "over" }), "more than 26,700");
  assert.equal(say({ value: 2000, bound: "about" }), "about 2,000");
  assert.equal(say({ low: 20, high: 30 }), "20 to 30");
  assert.equal(say({ value: 4.1, change: "up" }), "up: 4.1");
  assert.equal(say({ value: 0.333333, change: "down" }), "down: 1/3");
  assert.equal(say({ value: 2 / 3 }), "2/3");
  assert.equal(say({ value: 0.3333 }), "0.3333");
});

test("words of a page in one line", () => {
  assert.equal(tidy(" the\n  slip\u00adway\u00a0is\u200b safe "), "the slipway is safe");
  assert.equal(shorten("one two three", 20), "one two three");
  assert.equal(shorten("one two three", 9), "one two…");
  assert.equal(shorten("🙂🙂🙂", 3), "🙂…");
});

test("a number of things, and a language, in words", () => {
  assert.equal(counted("claims", 1), "1 claim");
  assert.equal(counted("sources", 0), "0 sources");
  assert.equal(counted("claims", 12), "12 claims");
  assert.equal(languageName("fr"), "French");
  assert.equal(languageName("?"), "?");
});

test("a page in a sentence: its sources by sort, and the figures that no source covers", () => {
  const view = (/** @type {string[]} */ kinds, /** @type {boolean[]} */ figures) =>
    /** @type {any} */ ({
      claims: kinds.map(() => ({})),
      sources: kinds.map((kind) => ({ kind })),
      figures: figures.map((unsourced) => ({ unsourced })),
    });
  assert.equal(
    summaryWords(view(["person", "document", "vague", "anonymous", "outlet", "official"], [true])),
    "6 claims, 6 sources: 3 named, 2 unnamed, 1 document. 1 figure without a source.",
  );
  assert.equal(summaryWords(view(["unresolved"], [false])), "1 claim, 1 source: 1 unclear.");
});
