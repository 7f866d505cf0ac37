/** The bounds on a request, and the shape of messages. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { BOUNDS, bounded } from "../../extension/shared/bounds.js";
import { Gathering, Refused, refusal } from "../../extension/shared/shapes.js";

/** @typedef {import('../../extension/core/whence.js').ScanRequest} ScanRequest */

/** @param {any} [more] @returns {ScanRequest} */
const request = (more = {}) => ({
  blocks: [],
  references: [],
  options: { figures: true, flags: null },
  ...more,
  page: { url: "https://news.example/", title: "A page", language: "en", ...more.page },
});

/** @param {string} text @param {any[]} [links] @param {any[]} [marks] */
const block = (text, links = [], marks = []) => ({
  text,
  kind: /** @type {const} */ ("paragraph"),
  links,
  marks,
});

/** @param {any} [more] */
const mark = (more) => ({
  start: 0,
  end: 0,
  kind: "note",
  words: "4",
  reference: null,
  link: null,
  ...more,
});

/** @param {any} [more] */
const entry = (more) => ({ label: "4", text: "Port ledger.", href: "", ...more });

/** @param {string} href */
const link = (href) => ({ start: 0, end: 1, href });

/**
 * Sends a request as a page does.
 * @param {ScanRequest} whole
 */
function gathered({ blocks, references, ...head }) {
  const gathering = new Gathering();
  gathering.take({ head });
  gathering.take({ references });
  for (let at = 0; at < blocks.length; at += 100) {
    gathering.take({ blocks: blocks.slice(at, at + 100) });
  }
  return gathering.take({ end: true });
}

test("what is within the bounds goes as it is", () => {
  const blocks = [
    block("One.", [link("https://a.example/")], [mark({ reference: 0 }), mark({ link: 0 })]),
    block("Two."),
  ];
  const whole = request({ blocks, references: [entry()] });
  assert.deepEqual(bounded(whole), { request: whole, cut: [] });
  assert.deepEqual(gathered(whole), whole);
});

test("what is beyond is cut, and said: text, links, title", () => {
  const words = "word ".repeat(BOUNDS.text / 10);
  const long = "https://a.example/".padEnd(BOUNDS.address + 1, "a");
  const many = Array.from({ length: BOUNDS.links }, () => link("https://a.example/"));
  /** @type {[string[], any][]} */
  const cases = [
    [["text"], { blocks: [block(words), block(words), block("beyond")] }],
    [["text"], { blocks: [block(words.repeat(3))] }],
    [["text"], { blocks: Array.from({ length: BOUNDS.blocks + 1 }, () => block("a")) }],
    [["links"], { blocks: [block("a", [link(long), link("https://a.example/")])] }],
    [["links"], { blocks: [block("a", many), block("b", [link("https://a.example/")])] }],
    [["links"], { blocks: [block("a", [], Array(BOUNDS.marks + 1).fill(mark()))] }],
    [["links"], { references: Array(BOUNDS.references + 1).fill(entry()) }],
    [[], { references: [entry({ text: words, label: words, href: long })] }],
    [["title"], { page: { title: "a".repeat(BOUNDS.title + 1) } }],
    [["title"], { page: { language: "a".repeat(BOUNDS.language + 1) } }],
    [[], { page: { url: long } }],
  ];
  for (const [cut, more] of cases) {
    const whole = request(more);
    const said = bounded(whole);
    assert.deepEqual(said.cut, cut);
    assert.deepEqual(gathered(said.request), said.request, "the background takes what is sent");
    const text = said.request.blocks.reduce((sum, { text }) => sum + text.length, 0);
    assert.ok(text <= BOUNDS.text);
    for (const [at, { text, links }] of said.request.blocks.entries()) {
      assert.ok(whole.blocks[at].text.startsWith(text));
      assert.ok(
        links.every(({ start, end }, index) => {
          const own = whole.blocks[at].links[index];
          return own.start === start && own.end === end;
        }),
      );
    }
  }
});

test("a mark whose entry or link was cut leads nowhere", () => {
  const many = Array.from({ length: BOUNDS.links }, () => link("https://a.example/"));
  const marks = [
    mark({ link: BOUNDS.links - 1 }),
    mark({ link: BOUNDS.links }),
    mark({ reference: 0 }),
  ];
  const beyond = mark({ reference: BOUNDS.references });
  const references = Array(BOUNDS.references + 1).fill(entry());
  const blocks = [block("a", [...many, link("https://b.example/")], [...marks, beyond])];
  const [kept] = bounded(request({ blocks, references })).request.blocks;
  const leads = kept.marks.map(({ reference, link: to }) => [reference, to]);
  assert.deepEqual(leads, [
    [null, BOUNDS.links - 1],
    [null, null],
    [0, null],
    [null, null],
  ]);
});

test("a request that a page forges is refused, and the field is named", () => {
  const head = { page: request().page, options: request().options };
  const long = "a".repeat(BOUNDS.address + 1);
  /** @type {[string, any[]][]} */
  const cases = [
    ["blocks", [{ head }, { blocks: 7 }]],
    ["before the head", [{ blocks: [block("a")] }]],
    ["before the head", [{ end: true }]],
    ["no known name", [{ head }, null]],
    ["no known name", [7]],
    ["no known name", [{ head }, { end: "yes" }]],
    ["second head", [{ head }, { head }]],
    ["url", [{ head: null }]],
    ["url", [{ head: { ...head, page: { ...head.page, url: long } } }]],
    ["title", [{ head: { ...head, page: { ...head.page, title: "a".repeat(2_000) } } }]],
    ["language", [{ head: { ...head, page: { ...head.page, language: undefined } } }]],
    ["figures", [{ head: { ...head, options: { figures: 1, flags: null } } }]],
    ["flags", [{ head: { ...head, options: { figures: true, flags: "all" } } }]],
    ["text", [{ head }, { blocks: [null] }]],
    ["kind", [{ head }, { blocks: [{ text: "a", links: [] }] }]],
    ["links", [{ head }, { blocks: [{ text: "a", kind: "item", links: { length: 1 } }] }]],
    ["start", [{ head }, { blocks: [block("a", [{ start: -1, end: 0, href: "" }])] }]],
    ["end", [{ head }, { blocks: [block("a", [{ start: 0, end: Infinity, href: "" }])] }]],
    ["href", [{ head }, { blocks: [block("a", [link(long)])] }]],
    ["marks", [{ head }, { blocks: [{ text: "a", kind: "item", links: [] }] }]],
    ["mark start", [{ head }, { blocks: [block("a", [], [mark({ start: -1 })])] }]],
    ["mark kind", [{ head }, { blocks: [block("a", [], [mark({ kind: 7 })])] }]],
    ["mark words", [{ head }, { blocks: [block("a", [], [mark({ words: long })])] }]],
    ["mark reference", [{ head }, { blocks: [block("a", [], [mark({ reference: "0" })])] }]],
    ["mark link", [{ head }, { blocks: [block("a", [], [mark({ link: -1 })])] }]],
    ["references", [{ head }, { references: 7 }]],
    ["before the head", [{ references: [] }]],
    ["reference label", [{ head }, { references: [null] }]],
    ["reference text", [{ head }, { references: [entry({ text: "a".repeat(BOUNDS.head + 1) })] }]],
    ["reference href", [{ head }, { references: [entry({ href: long })] }]],
    ["text beyond", [{ head }, { blocks: [block("a".repeat(BOUNDS.text)), block("a")] }]],
  ];
  for (const [words, parts] of cases) {
    const gathering = new Gathering();
    assert.throws(
      () => parts.forEach((part) => gathering.take(part)),
      (error) => error instanceof Refused && error.message.includes(words),
      JSON.stringify(parts).slice(0, 200),
    );
  }
});

test("what changes something is taken from pages of the extension alone", () => {
  const site = { host: "example.org", scope: "domain", run: "on" };
  const messages = [
    { type: "await-permission", change: { site } },
    { type: "permission-answered", granted: true },
    { type: "scan-tab", tab: 7 },
    { type: "options-part" },
    { type: "show-kinds" },
  ];
  for (const message of messages) {
    assert.equal(refusal(message, true), null);
    assert.match(String(refusal(message, false)), /not from a page of the extension/);
  }
  for (const message of [
    { type: "painted", claims: 3 },
    { type: "page-settings" },
    { type: "read-references", entries: ["Port ledger."] },
    { type: "hide-kind", kind: "source-cue-clause/role", everywhere: false },
  ]) {
    assert.equal(refusal(message, false), null);
  }
});

test("a message of another shape is refused", () => {
  const site = { host: "example.org", scope: "domain", run: "on" };
  for (const message of [
    null,
    7,
    "painted",
    {},
    { blocks: 7 },
    { type: "toString" },
    { type: ["painted"], claims: 1 },
    { type: "painted" },
    { type: "painted", claims: "3" },
    { type: "painted", claims: -1 },
    { type: "painted", claims: 1, more: true },
    { type: "scan-tab", tab: 1.5 },
    { type: "permission-answered", granted: "yes" },
    { type: "await-permission" },
    { type: "await-permission", change: { everywhere: "all" } },
    { type: "await-permission", change: { look: "tint" } },
    { type: "await-permission", change: { site: { ...site, host: "a b" } } },
    { type: "await-permission", change: { site: { ...site, scope: "all" } } },
    { type: "await-permission", change: { site: { ...site, run: "maybe" } } },
    { type: "await-permission", change: { site: null } },
    { type: "jump", attribution: -1, figure: null },
    { type: "step", by: NaN },
    { type: "read-references", entries: "Port ledger." },
    { type: "read-references", entries: ["a".repeat(BOUNDS.entry + 1)] },
    { type: "read-references", entries: Array(BOUNDS.entries + 1).fill("a") },
    { type: "hide-kind", kind: "a kind", everywhere: false },
    { type: "hide-kind", kind: "role", everywhere: "yes" },
    { type: "hide-kind", kind: "role", everywhere: false, host: "example.org" },
  ]) {
    assert.notEqual(refusal(message, true), null, JSON.stringify(message));
  }
  for (const change of [{}, { everywhere: "articles" }, { site: { ...site, run: null } }]) {
    assert.equal(refusal({ type: "await-permission", change }, true), null);
  }
});
