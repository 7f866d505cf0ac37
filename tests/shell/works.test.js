/** The works that a page cites: for the list, in exports, for reference managers. */

import assert from "node:assert/strict";
import { test } from "node:test";
import "./browser_stub.js";
import { annotationOf, csvOf, FORMS, markdownOf } from "../../extension/shared/export.js";
import { viewOf } from "../../extension/shared/page_view.js";
import { bibtexOf, cslOf, readWorks } from "../../extension/shared/works.js";

const TEXT = "Fares rose by 12 percent. The quay is safe, said Ida Roe. Boats are full.";
const ENTRIES = [
  { text: "Roe, Ada, and Port Office. 2021a. Fares & tides. Shore Letters.", href: "" },
  { text: "Never cited.", href: "" },
  { text: "Harbour audit, 2021.", href: "https://port.example.gov/audit" },
];

/** @param {string} words */
function span(words) {
  const start = TEXT.indexOf(words);
  return { block: 0, start, end: start + words.length };
}

function page() {
  const citation = (/** @type {any} */ more) => ({
    mark: null,
    pageMark: null,
    attributions: [],
    figures: [],
    rule: "r",
    ...more,
  });
  const references = (/** @type {number[]} */ ...all) => ({ kind: "references", references: all });
  const reply = /** @type {any} */ ({
    language: "en",
    attributions: [
      {
        source: [span("Ida Roe")],
        cue: [span("said")],
        content: [span("The quay is safe")],
        quotation: "indirect",
        resolved: 0,
        kind: "person",
        kindEvidence: [],
        relay: [],
        stance: "neutral",
        when: null,
        link: null,
        rule: "r",
        flags: [],
      },
    ],
    sources: [{ name: "Ida Roe", role: null, kind: "person", mentions: [], attributions: [0] }],
    figures: [],
    flags: [],
    referenceLinks: [],
    citations: [
      citation({
        form: "numbered",
        label: "1",
        claim: [span("Fares rose by 12 percent")],
        target: references(0),
      }),
      citation({
        form: "numbered",
        label: "3",
        claim: [span("The quay is safe")],
        target: references(2),
        attributions: [0],
      }),
      citation({
        form: "author-year",
        label: "Roe 2021",
        claim: [span("Boats are full")],
        target: references(0, 1),
      }),
      citation({
        form: "chip",
        label: "Herald +1",
        claim: [span("Boats are full")],
        target: { kind: "link", block: 0, index: 0 },
      }),
      citation({
        form: "numbered",
        label: "1",
        claim: [span("Boats are full")],
        target: references(0),
      }),
      citation({
        form: "numbered",
        label: "9",
        claim: [span("Boats")],
        target: { kind: "absent" },
      }),
    ],
  });
  const links = [{ start: 0, end: 0, href: "https://herald.example/boats" }];
  return {
    state: /** @type {const} */ ("read"),
    fault: null,
    cut: [],
    language: "en",
    url: "https://news.example/harbour",
    title: "Harbour",
    published: null,
    ...viewOf([{ text: TEXT, links }], reply, ENTRIES),
    hidden: { claims: 0, here: false },
  };
}

/** What the core reads of the entries of `ENTRIES`. */
const NONE = { title: null, container: null, year: null, locator: null, doi: null, url: null };
/** @type {Record<string, any>} */
const WORKS = {
  [ENTRIES[0].text]: {
    ...NONE,
    authors: ["Roe, Ada", "Port Office"],
    title: "Fares & tides",
    container: "Shore Letters",
    year: "2021a",
    doi: "10.1000/182_a",
    kind: "document",
  },
  [ENTRIES[2].text]: { ...NONE, authors: [], year: "2021", kind: null },
};

const read = () =>
  readWorks(page().works, async (entries) => entries.map((entry) => WORKS[entry]), 1, 4_000);

test("each work once, with its claims; none where the text does not tell which, or it leads nowhere", () => {
  const told = page().works.map(({ written, label, href, claims }) => [
    written,
    label,
    href,
    claims.map(({ words }) => words),
  ]);
  assert.deepEqual(told, [
    [ENTRIES[0].text, "1", null, ["Fares rose by 12 percent", "Boats are full"]],
    [ENTRIES[2].text, "3", "https://port.example.gov/audit", ["The quay is safe"]],
    ["Herald +1", "Herald +1", "https://herald.example/boats", ["Boats are full"]],
  ]);
});

test("entries are read some at a time, linked pages not at all", async () => {
  /** @type {string[][]} */
  const asked = [];
  const works = await readWorks(
    page().works,
    async (entries) => {
      asked.push(entries);
      return entries.map((entry) => WORKS[entry]);
    },
    2,
    12,
  ).catch((error) => error);
  assert.deepEqual(asked, [["Roe, Ada, an", "Harbour audi"]]);
  assert.equal(works.length, 3);
  assert.equal(works[2].read, null);
});

test("CSL-JSON: what is sure in its field, the entry as a note", async () => {
  const items = JSON.parse(cslOf(await read()));
  assert.deepEqual(items, [
    {
      id: "roe2021a",
      type: "article-journal",
      title: "Fares & tides",
      author: [{ family: "Roe", given: "Ada" }, { literal: "Port Office" }],
      issued: { "date-parts": [[2021]] },
      "container-title": "Shore Letters",
      DOI: "10.1000/182_a",
      note: ENTRIES[0].text,
    },
    {
      id: "cited2021",
      type: "webpage",
      issued: { "date-parts": [[2021]] },
      URL: "https://port.example.gov/audit",
      note: ENTRIES[2].text,
    },
    {
      id: "cited-1",
      type: "webpage",
      title: "Herald +1",
      URL: "https://herald.example/boats",
    },
  ]);
});

test("BibTeX: the same, what TeX takes for its own signs written otherwise", async () => {
  const text = bibtexOf(await read());
  assert.match(text, /^@article\{roe2021a,\n {2}author = \{Roe, Ada and \{Port Office\}\},\n/);
  assert.match(text, /\n {2}title = \{\{Fares \\& tides\}\},\n/);
  assert.match(text, /\n {2}journal = \{Shore Letters\},\n {2}year = \{2021\},\n/);
  assert.match(text, /\n {2}doi = \{10\.1000\/182\\_a\},\n/);
  assert.match(text, /\n@misc\{cited-1,\n {2}title = \{\{Herald \+1\}\},\n {2}url = \{https:/);
});

test("BibTeX: no entry of a page leaves its braces, and each has a name of its own", () => {
  const work = { label: "", href: "https://a.example/}{\\x", entry: true, claims: [] };
  const fields = { ...NONE, authors: ["Roe }{, A\\"], title: "} @misc{x, $%#^~", kind: null };
  const written = "a } b { c \\";
  const both = [1, 2].map(() => ({ ...work, written, read: /** @type {any} */ (fields) }));
  const text = bibtexOf(both);
  assert.match(text, /^@misc\{roe,/);
  assert.match(text, /\n@misc\{roe-2,/);
  const bare = text.replace(/\\[{}$&#%_]|\\text\w+\{\}/g, "");
  let depth = 0;
  for (const letter of bare) {
    if (letter === "{") depth++;
    if (letter === "}") depth--;
    assert.ok(depth >= 0 && depth <= 4, text);
    if (letter === "@") assert.equal(depth <= 3, true);
  }
  assert.equal(depth, 0);
});

test("Markdown, CSV and Web Annotation carry what is cited, also for what nobody says", () => {
  const view = page();
  const text = markdownOf(view);
  assert.match(text, /\n## Cited works\n\n- Roe, Ada, and Port Office\\. 2021a/);
  assert.match(text, /\n {2}- Fares rose by 12 percent <https:\/\/news.example\/harbour#:~:text=/);
  const lines = csvOf(view).trim().split("\r\n");
  assert.match(lines[0], /"address","cited","entry","entry_author"$/);
  assert.match(
    lines[1],
    /^"The quay is safe".*"Harbour audit, 2021. <https:\/\/port.example.gov\/audit>","",""$/,
  );
  assert.equal(lines.length, 5);
  for (const line of lines) assert.match(line, /^(?:"(?:[^"]|"")*"(?:,|$)){14}$/);
  const { items } = JSON.parse(annotationOf(view));
  assert.equal(items.length, 4);
  assert.deepEqual(items[0].body.at(-1), {
    type: "SpecificResource",
    purpose: "linking",
    source: "https://port.example.gov/audit",
  });
  assert.deepEqual(items[1].body, [
    { type: "TextualBody", purpose: "linking", format: "text/plain", value: ENTRIES[0].text },
  ]);
  assert.equal(items[1].target.selector.exact, "Fares rose by 12 percent");
});

test("halves of characters do not leave by the new forms", async () => {
  const works = (await read()).map((work) => ({ ...work, written: `${work.written}\ud83d` }));
  for (const form of /** @type {const} */ (["csl", "bibtex"])) {
    assert.ok(FORMS[form].make(page(), works).isWellFormed());
  }
});
