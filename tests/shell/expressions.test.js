/**
 * That no regular expression of the shell takes more than linear time. The expressions are read out of
 * the sources, so that a new one is tried by itself: each on long runs of what it speaks of and of what
 * pages are made of, whole and with an end that does not fit.
 */

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { Linter } from "eslint";
import "./browser_stub.js";
import { addressOf, citationLine } from "../../extension/shared/citation.js";
import { csvOf, markdownOf } from "../../extension/shared/export.js";
import { openedAt } from "../../extension/content/open_at.js";
import { bibtexOf, cslOf } from "../../extension/shared/works.js";
import { readSites } from "../../extension/shared/site_list.js";
import { hostOf, siteOfPattern } from "../../extension/shared/sites.js";
import { shorten, tidy } from "../../extension/shared/wording.js";

// Node has no document; the marks of a page are read without one.
Object.assign(globalThis, { document: {}, Document: class {} });
const { isConsentBox } = await import("../../extension/content/page_tags.js");

const EXTENSION = join(import.meta.dirname, "../../extension");

/** UTF-16 code units of a run: a linear expression takes a millisecond for it, a quadratic one a second. */
const RUN = 40_000;

/** The same of what is made of a page's words, which goes through them many times. */
const TEXT = 20_000;

/** Processor time, ms, of an expression on a run; counted in this process alone, so others cannot lengthen it. */
const MOST = 100;

/** What pages repeat, beside what an expression itself speaks of. */
const SIGNS = [
  ..."-_ \t\n.,:;/!?'\"“”’«»a1=@<*\\&#%",
  "\u00a0",
  "\u00ad",
  "\u200b",
  "é",
  "的",
  "🚢",
  "\ud800",
];

/** What ends a run so that an expression bound to its end does not fit. */
const ENDS = ["", "a", "!", "-"];

/** The JavaScript of the extension, as written. */
function sources() {
  return readdirSync(EXTENSION, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile() && file.name.endsWith(".js"))
    .map((file) => join(file.parentPath, file.name))
    .filter((path) => !path.includes("/core/"))
    .map((path) => ({ path: path.slice(EXTENSION.length + 1), text: readFileSync(path, "utf8") }));
}

/**
 * The words of an expression that is written out: literals and sums of them.
 * @param {any} node of the syntax tree
 * @returns {string | null} null where it is made of more than that
 */
function constant(node) {
  if (node === undefined) return "";
  if (node.type === "Literal") return String(node.value);
  if (node.type !== "BinaryExpression" || node.operator !== "+") return null;
  const [left, right] = [constant(node.left), constant(node.right)];
  return left === null || right === null ? null : left + right;
}

/** @returns {{where: string, expression: RegExp}[]} */
function expressions() {
  /** @type {{where: string, expression: RegExp}[]} */
  const found = [];
  for (const { path, text } of sources()) {
    const made = (/** @type {any} */ node) => {
      if (node.callee.name !== "RegExp") return;
      const where = `${path}:${node.loc.start.line}`;
      const [body, flags] = [constant(node.arguments[0]), constant(node.arguments[1])];
      assert.ok(body !== null && flags !== null, `${where}: not written out, so not to be tried`);
      found.push({ where, expression: new RegExp(body, flags) });
    };
    const collect = {
      create: () => ({
        Literal: (/** @type {any} */ node) => {
          if (!node.regex) return;
          const { pattern, flags } = node.regex;
          const where = `${path}:${node.loc.start.line}`;
          found.push({ where, expression: new RegExp(pattern, flags) });
        },
        NewExpression: made,
        CallExpression: made,
      }),
    };
    const faults = new Linter().verify(text, [
      { plugins: { own: { rules: { collect } } }, rules: { "own/collect": "error" } },
    ]);
    assert.deepEqual(
      faults.filter(({ fatal }) => fatal),
      [],
      path,
    );
  }
  return found;
}

/**
 * What an expression speaks of: its words, and its single signs.
 * @param {RegExp} expression
 */
function atoms({ source }) {
  const words =
    source.replace(/\\[pP]\{[^}]*\}|\\u\w{4}|\\[a-z]/g, " ").match(/[a-z][a-z_/:-]+/gi) ?? [];
  return [...new Set([...words.slice(0, 40), ...SIGNS])];
}

/**
 * Long runs of one atom, and of two in turn, each with every end; a head before some, so that what is
 * bound to the beginning is tried too.
 * @param {RegExp} expression
 */
function* runs(expression) {
  const all = atoms(expression);
  const units = [...all, ...all.flatMap((one) => ["-", " ", "a"].map((two) => one + two))];
  for (const unit of units) {
    const run = unit.repeat(Math.ceil(RUN / unit.length));
    for (const end of ENDS) yield `${run}${end}`;
    yield `a${run}a`;
    yield `“${run}!`;
  }
}

/**
 * The processor time of an act, ms; the better of two, since the first may compile.
 * @param {() => unknown} act
 */
function cost(act) {
  let best = Infinity;
  for (let time = 0; time < 2 && best > MOST; time++) {
    const before = process.cpuUsage();
    act();
    const { user, system } = process.cpuUsage(before);
    best = (user + system) / 1000;
  }
  return best;
}

/** @param {string} text */
const say = (text) => `${JSON.stringify(text.slice(0, 12))}… ${JSON.stringify(text.slice(-3))}`;

test("every regular expression of the shell is linear", () => {
  const all = expressions();
  assert.ok(all.length > 30, `only ${all.length} expressions were found`);
  const slow = [];
  for (const { where, expression } of all) {
    for (const run of runs(expression)) {
      const took = cost(() => run.replace(expression, ""));
      if (took <= MOST) continue;
      slow.push(
        `${where}: ${Math.round(took)} ms on ${say(run)}: ${expression.source.slice(0, 60)}`,
      );
      break;
    }
  }
  assert.deepEqual(slow, []);
});

test("an expression that is not linear is found", () => {
  const slow = /(?:cookie|consent)[\w-]*(?:banner|bar)(?![a-z])/;
  assert.ok([...runs(slow)].some((run) => cost(() => run.replace(slow, "")) > MOST));
});

test("what is made of a page's words takes linear time, whatever they are", () => {
  const citation = (/** @type {string} */ claim) => ({
    claim,
    source: claim,
    role: claim,
    via: [claim],
    stance: null,
    title: claim,
    url: "https://news.example/",
    published: null,
  });
  const view = (/** @type {string} */ words) =>
    /** @type {any} */ ({
      url: "https://news.example/",
      title: words,
      published: null,
      claims: [
        {
          words,
          source: words,
          role: null,
          kind: "person",
          quotation: "direct",
          stance: "neutral",
          relay: [words],
          when: words,
          href: null,
          entry: { time: words, author: words },
          flags: [],
          exact: words,
        },
      ],
      sources: [{ name: words, role: words, kind: "person", claims: [0] }],
      figures: [{ words, unsourced: true }],
      works: [
        {
          written: words,
          label: words,
          href: null,
          entry: true,
          claims: [{ words, attributions: [], exact: words, before: words, after: words }],
        },
      ],
    });
  /** @type {Record<string, (text: string) => unknown>} */
  const makers = {
    addressOf: (text) => addressOf("https://news.example/", text),
    citationLine: (text) => citationLine(citation(text)),
    csvOf: (text) => csvOf(view(text)),
    markdownOf: (text) => markdownOf(view(text)),
    bibtexOf: (text) => bibtexOf(view(text).works),
    cslOf: (text) => cslOf(view(text).works),
    openedAt: (text) => openedAt("https://a.example/", { quotation: text, figures: [text] }),
    isConsentBox,
    hostOf,
    siteOfPattern,
    readSites: (text) => readSites(`whence sites 1\n${text}`),
    shorten: (text) => shorten(text, 90),
    tidy,
  };
  const units = [...SIGNS, "https://a ", "cookie", "cookie-", "banner-", "*a", "[a]", "“a", ".a"];
  for (const [name, make] of Object.entries(makers)) {
    for (const unit of units) {
      const run = unit.repeat(Math.ceil(TEXT / unit.length));
      for (const text of [run, `a${run}`, `${run}a`, `a${run}a`]) {
        const took = cost(() => make(text));
        assert.ok(took <= MOST, `${name}: ${Math.round(took)} ms on ${say(text)}`);
      }
    }
  }
});
