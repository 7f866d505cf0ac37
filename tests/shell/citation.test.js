/** Citations, addresses that lead to words, and the list in forms for other tools. */

import assert from "node:assert/strict";
import { test } from "node:test";
import "./browser_stub.js";
import { addressOf, citationLine } from "../../extension/shared/citation.js";
import { annotationOf, csvOf, markdownOf } from "../../extension/shared/export.js";
import { viewOf } from "../../extension/shared/page_view.js";

const URL_ = "https://news.example/harbour?p=1#top";

test("a short claim is named whole, without its quotation marks", () => {
  assert.equal(
    addressOf(URL_, "“The slipway is safe,”"),
    "https://news.example/harbour?p=1#:~:text=The%20slipway%20is%20safe",
  );
});

test("a long claim is named by its ends", () => {
  const words = Array.from({ length: 30 }, (_, index) => `w${index}`).join(" ");
  assert.equal(
    addressOf("https://news.example/", words),
    "https://news.example/#:~:text=w0%20w1%20w2%20w3%20w4,w25%20w26%20w27%20w28%20w29",
  );
});

test("a claim in pieces is named from the first to the last", () => {
  const address = addressOf("https://news.example/", "“The slipway is safe … and so is the quay”");
  assert.equal(address.split("text=")[1], "The%20slipway%20is%20safe,and%20so%20is%20the%20quay");
});

test("signs that the address gives a meaning are written otherwise", () => {
  const address = addressOf("https://news.example/", "a well-known, safe & sound quay");
  assert.equal(address.split("text=")[1], "a%20well%2Dknown%2C%20safe%20%26%20sound%20quay");
});

test("no words: the bare address", () => {
  assert.equal(addressOf(URL_, "“…”"), "https://news.example/harbour?p=1");
});

test("a citation is one line with source, chain, page and address", () => {
  const line = citationLine({
    claim: "the slipway is safe",
    source: "Ines Dahl",
    role: "harbour master",
    via: ["this page", "The Inland Observer"],
    stance: null,
    title: "Harbour to reopen",
    url: "https://news.example/harbour",
    published: "2026-04-14",
  });
  assert.equal(
    line,
    "“the slipway is safe” — Ines Dahl, harbour master (this page ← The Inland Observer). " +
      "“Harbour to reopen”, 2026-04-14. " +
      "https://news.example/harbour#:~:text=the%20slipway%20is%20safe",
  );
});

test("a citation out of a live blog says in which entry it stands", () => {
  const line = citationLine({
    claim: "the slipway is safe",
    source: "Ines Dahl",
    role: null,
    via: [],
    stance: null,
    title: "Harbour, live",
    url: "https://news.example/harbour",
    published: "2026-04-14",
    entry: "Entry: 11:48, Ida Roe",
  });
  assert.equal(
    line.split(" https:")[0],
    "“the slipway is safe” — Ines Dahl. “Harbour, live”, 2026-04-14. Entry: 11:48, Ida Roe.",
  );
});

test("a claim that is a quotation keeps its own marks", () => {
  const line = citationLine({
    claim: "“Safe.”",
    source: "Ines Dahl",
    role: null,
    via: [],
    stance: null,
    title: "",
    url: "https://news.example/",
    published: null,
  });
  assert.match(line, /^“Safe\.” — Ines Dahl\. https/);
});

test("what someone denied is not cited as what they said", () => {
  const cite = (/** @type {object} */ more) =>
    citationLine({
      claim: "the slipway is shut",
      source: "Ines Dahl",
      role: null,
      via: [],
      stance: null,
      title: "",
      url: "https://news.example/",
      published: null,
      ...more,
    }).split(" https:")[0];
  assert.equal(cite({ stance: "denial" }), "“the slipway is shut” — Ines Dahl [denial].");
  assert.equal(cite({ role: "Assoc. Prof." }), "“the slipway is shut” — Ines Dahl, Assoc. Prof.");
  assert.equal(cite({ claim: "“It is shut" }), "“It is shut” — Ines Dahl.");
  assert.equal(cite({ claim: "“Shut,” and “safe”" }), "“Shut,” and “safe” — Ines Dahl.");
});

/** A small page: two claims of one source, one of nobody known, a figure without a source. */
function page() {
  const text =
    "“It is safe,” Dahl said. She said work ended. Repairs cost 40 crowns, officials said.";
  const span = (/** @type {string} */ words) => {
    const start = text.indexOf(words);
    return { block: 0, start, end: start + words.length };
  };
  const claim = (/** @type {any} */ more) => ({
    cue: [],
    quotation: "indirect",
    kindEvidence: [],
    relay: [],
    stance: "neutral",
    when: null,
    link: null,
    rule: "r",
    flags: [],
    ...more,
  });
  const reply = /** @type {any} */ ({
    language: "en",
    attributions: [
      claim({
        source: [span("Dahl")],
        content: [span("“It is safe,”")],
        resolved: 0,
        kind: "person",
        quotation: "direct",
      }),
      claim({ source: [span("She")], content: [span("work ended")], resolved: 0, kind: "person" }),
      claim({
        source: [span("officials")],
        content: [span("Repairs cost 40 crowns")],
        resolved: null,
        kind: "anonymous",
        flags: [1],
      }),
    ],
    sources: [
      {
        name: "Ines Dahl",
        role: "harbour master",
        kind: "person",
        mentions: [],
        attributions: [0, 1],
      },
    ],
    figures: [
      {
        span: span("40 crowns"),
        number: span("40"),
        boundEvidence: null,
        flags: [0],
        attribution: null,
      },
    ],
    flags: [
      { kind: "unsourced-figure", attributions: [], figures: [0], evidence: [], detail: null },
      { kind: "anonymous-source", attributions: [2], figures: [], evidence: [], detail: "none" },
    ],
    referenceLinks: [],
    citations: [],
  });
  const view = {
    state: /** @type {const} */ ("read"),
    fault: null,
    cut: [],
    language: "en",
    url: "https://news.example/harbour",
    title: "Harbour",
    published: null,
    ...viewOf([{ text, links: [] }], reply),
    hidden: { claims: 0, here: false },
  };
  return view;
}

test("the view: sources by number of claims, claims in order, figures, flags", () => {
  const view = page();
  assert.deepEqual(
    view.sources.map(({ name, claims }) => [name, claims]),
    [
      ["Ines Dahl", [0, 1]],
      ["officials", [2]],
    ],
  );
  assert.equal(view.claims[1].before, "t is safe,” Dahl said. She said ");
  assert.deepEqual(view.claims[2].flags, ["anonymous-source"]);
  assert.deepEqual(
    view.figures.map(({ words, unsourced }) => [words, unsourced]),
    [["40 crowns", true]],
  );
  const places = view.claims.map((claim) => claim.place);
  assert.deepEqual(places, [...places].sort());
});

test("CSV: a line a claim, every cell quoted, no formulas", () => {
  const view = page();
  view.claims[0].words = '=HYPERLINK("x"), he said';
  view.claims[1].words = "work; ended";
  const lines = csvOf(view).split("\r\n");
  assert.equal(lines.length, 5);
  assert.match(
    lines[1],
    /^"'=HYPERLINK\(""x""\), he said","Ines Dahl","harbour master","person","direct"/,
  );
  assert.match(lines[2], /^"work; ended","/);
  for (const line of lines.slice(0, 4)) assert.match(line, /^(?:"(?:[^"]|"")*"(?:,|$)){14}$/);
  assert.equal(lines[4], "");
});

test("a claim in an entry of a live blog is exported with the entry's own time and author", () => {
  const view = page();
  view.claims[0].entry = { time: "11:48", author: "Ida Roe" };
  view.claims[1].entry = { time: "11:20", author: null };
  const [, first, second] = csvOf(view).split("\r\n");
  assert.match(first, /,"11:48","Ida Roe"$/);
  assert.match(second, /,"11:20",""$/);
  const { items } = JSON.parse(annotationOf(view));
  const described = items.map((/** @type {any} */ item) =>
    item.body.find((/** @type {any} */ { purpose }) => purpose === "describing"),
  );
  const body = { type: "TextualBody", purpose: "describing", format: "text/plain" };
  assert.deepEqual(described[0], { ...body, value: "11:48, Ida Roe" });
  assert.deepEqual(described[1], { ...body, value: "11:20" });
  assert.equal(described[2], undefined);
  const text = markdownOf(view);
  assert.match(text, /“It is safe,” — .*\\. Entry\\: 11\\:48, Ida Roe\\. </);
  assert.match(text, /“work ended” — .*\\. Entry\\: 11\\:20\\. </);
});

test("CSV: what a spreadsheet would run is kept from it, however it is written", () => {
  const view = page();
  for (const start of ["=", "+", "-", "@", "\t=", "\r", "\n", " =", "＝", "＋", "－", "＠"]) {
    view.claims[0].source = `${start}1+1`;
    assert.ok(csvOf(view).includes(`,"'${start}1+1",`), JSON.stringify(start));
  }
});

test("Markdown: a heading a source, signs kept from meaning anything", () => {
  const view = page();
  view.claims[1].stance = "denies";
  view.claims[1].words = "work *ended* [there](http://x)";
  const text = markdownOf(view);
  assert.match(text, /^# Harbour\n/);
  assert.match(text, /\n## Ines Dahl, harbour master \(named person\)\n/);
  assert.match(text, /— Ines Dahl, harbour master \\\[denied\\\]\\\. <https:[^>\s]+>\n/);
  assert.match(text, /work \\\*ended\\\* \\\[there\\\]/);
  assert.match(text, /## Figures without a source\n\n- 40 crowns\n/);
});

test("Markdown: nothing that a page writes is more than words", () => {
  const marks = [
    ["<img src=x onerror=alert(1)>", "\\<img src\\=x onerror\\=alert(1)\\>"],
    ["&lt;b&gt;", "\\&lt;b\\&gt;"],
    ["![a](javascript:b)", "\\!\\[a\\](javascript\\:b)"],
    ["www.example.org and a@b.example", "www\\.example\\.org and a\\@b\\.example"],
    ["https://a.example/_b_ or *c*", "https\\://a\\.example/\\_b\\_ or \\*c\\*"],
    ["1. one", "1\\. one"],
    ["1) one", "1\\) one"],
    ["- one", "\\- one"],
    ["+ one", "\\+ one"],
    ["# one\n\n## two", "\\# one \\#\\# two"],
    ["===", "\\=\\=\\="],
    ["a | b ~~c~~ `d` $e$ {f} \\", "a \\| b \\~\\~c\\~\\~ \\`d\\` \\$e\\$ \\{f\\} \\\\"],
  ];
  for (const [words, written] of marks) {
    const view = page();
    view.title = words;
    view.figures[0].words = words;
    view.sources[0].name = words;
    const lines = markdownOf(view).split("\n");
    assert.equal(lines[0], `# ${written}`);
    assert.ok(lines.includes(`- ${written}`), `a figure: ${words}`);
    assert.ok(
      lines.some((line) => line.startsWith(`## ${written}, harbour`)),
      `a source: ${words}`,
    );
  }
});

test("Markdown: an address stands between angle brackets and cannot leave them", () => {
  const view = page();
  view.url = "https://news.example/a_b*c?q=<x>\\ [d](e)";
  const addresses = markdownOf(view).match(/<[^>]*>/g) ?? [];
  assert.equal(addresses.length, 4);
  for (const address of addresses) {
    assert.match(address, /^<https:\/\/news\.example\/a_b\*c\?q=%3Cx%3E%5C%20\[d\]\(e\)/);
  }
});

test("halves of characters: everything that leaves is well formed", () => {
  const view = page();
  const broken = "a\ud83d b\udc00";
  for (const claim of view.claims) {
    claim.words = claim.exact = claim.before = claim.source = broken;
    claim.relay = [broken];
  }
  view.title = view.sources[0].name = view.figures[0].words = broken;
  const citation = {
    claim: broken,
    source: broken,
    role: broken,
    via: [broken],
    stance: null,
    title: broken,
    url: "https://news.example/",
    published: null,
  };
  const whole = "a\ufffd b\ufffd";
  assert.ok(citationLine(citation).isWellFormed());
  assert.ok(citationLine(citation).includes(whole));
  for (const text of [markdownOf(view), csvOf(view), annotationOf(view)]) {
    assert.ok(text.isWellFormed());
    assert.ok(text.includes(whole));
  }
  const { items } = JSON.parse(annotationOf(view));
  assert.equal(items[0].target.selector.exact, whole);
});

test("Web Annotation: a target a claim, by its exact words", () => {
  const view = page();
  view.claims[1].source = "";
  view.claims[2].href = "https://news.example/report";
  const { items, ...whole } = JSON.parse(annotationOf(view));
  assert.equal(whole["@context"], "http://www.w3.org/ns/anno.jsonld");
  const names = [whole, ...items].map(({ id }) => id);
  assert.equal(new Set(names).size, 4, "each has a name of its own");
  for (const id of names) assert.match(id, /^urn:uuid:[0-9a-f-]{36}$/);
  const purposes = (/** @type {{body: {purpose: string}[]}} */ { body }) =>
    body.map(({ purpose }) => purpose).filter((purpose) => purpose !== "tagging");
  assert.deepEqual(items.map(purposes), [["identifying"], [], ["identifying", "linking"]]);
  assert.deepEqual(items[2].body.at(-1), {
    type: "SpecificResource",
    purpose: "linking",
    source: "https://news.example/report",
  });
  assert.equal(items.length, 3);
  assert.deepEqual(items[0].target.selector, {
    type: "TextQuoteSelector",
    exact: "“It is safe,”",
    prefix: "",
    suffix: " Dahl said. She said work ended.",
  });
});
