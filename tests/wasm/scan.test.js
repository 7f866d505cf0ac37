/** The engine as built for the browser: the golden cases again, the border, its types. */

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import {
  memory,
  MOST_MEMORY,
  readWorks,
  scanned,
  scannedParts,
} from "../../extension/background/border.js";
import { BOUNDS } from "../../extension/shared/bounds.js";
import initialise, {
  __wbg_reset_state as resetModule,
  version,
} from "../../extension/core/whence.js";
import { newsParagraphs } from "../bench/text.js";
import { plainText } from "./marked.js";

/** @typedef {import('../../extension/core/whence.js').ScanRequest} ScanRequest */
/** @typedef {import('../../extension/core/whence.js').ScanReply} ScanReply */
/** @typedef {import('../../extension/core/whence.js').PageSpan} PageSpan */

const ROOT = join(import.meta.dirname, "../..");
const GOLDEN = join(ROOT, "tests/golden");

before(async () => {
  const module = readFileSync(join(ROOT, "extension/core/whence_bg.wasm"));
  await initialise({ module_or_path: module });
});

/**
 * @param {string[]} texts a block each
 * @param {Partial<ScanRequest['page']>} [page]
 * @returns {ScanRequest}
 */
function request(texts, page) {
  return {
    blocks: texts.map((text) => ({ text, kind: "paragraph", links: [], marks: [] })),
    references: [],
    page: { url: "", title: "", language: null, ...page },
    options: { figures: true, flags: null },
  };
}

/** The texts of the golden cases, without their marks. */
function goldenTexts() {
  const texts = [];
  for (const folder of readdirSync(GOLDEN, { withFileTypes: true })) {
    if (!folder.isDirectory()) continue;
    for (const file of readdirSync(join(GOLDEN, folder.name))) {
      const toml = readFileSync(join(GOLDEN, folder.name, file), "utf8");
      for (const [, double, single] of toml.matchAll(
        /^marked\s*=\s*(?:"([^"].*)"|'([^'].*)')$/gm,
      )) {
        const marked = single ?? JSON.parse(`"${double}"`);
        const text = plainText(marked);
        // Texts of several blocks depend on how a text is parted into them: not what is asked here.
        if (!text.includes("\n")) texts.push(text);
      }
    }
  }
  return texts;
}

/**
 * What the command answers, a line for each text.
 * @param {string[]} texts
 */
function scanByCommand(texts) {
  execFileSync("cargo", ["build", "--release", "--quiet", "--locked", "--bin", "whence"], {
    cwd: ROOT,
    stdio: ["ignore", "ignore", "inherit"],
  });
  const folder = process.env.CARGO_TARGET_DIR ?? join(ROOT, "target");
  const input = texts.map((text, index) => JSON.stringify({ id: String(index), text })).join("\n");
  const output = execFileSync(join(folder, "release/whence"), ["scan", "--format", "jsonl"], {
    input,
    maxBuffer: 1 << 28,
  });
  return output
    .toString()
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
}

/**
 * A reply in the words of the command's answer: spans in code points.
 * @param {string} text
 * @param {ScanReply} reply
 */
function asCommand(text, reply) {
  const points = (/** @type {number} */ units) => [...text.slice(0, units)].length;
  const span = (/** @type {PageSpan} */ { start, end }) => [points(start), points(end)];
  return {
    attributions: reply.attributions.map((claim) => ({
      source: claim.source.map(span),
      cue: claim.cue.map(span),
      content: claim.content.map(span),
      quotation: claim.quotation,
      source_kind: claim.kind,
      resolved: claim.resolved === null ? null : reply.sources[claim.resolved].name,
      relay: claim.relay.map((hop) => hop.name),
      stance: claim.stance,
      when: claim.when === null ? null : span(claim.when),
      rule: claim.rule,
      resolution_rule: claim.resolutionRule,
      confidence: claim.confidence,
      runner_up: claim.runnerUp,
      addressee: claim.addressee === null ? null : span(claim.addressee),
      medium: claim.medium === null ? null : span(claim.medium),
    })),
    figures: reply.figures.map((figure) => ({
      span: span(figure.span),
      num: span(figure.number),
      value: figure.value,
      low: figure.low,
      high: figure.high,
      unit: figure.unit,
      attribution: figure.attribution,
    })),
  };
}

test("the golden cases: the module answers as the command does", () => {
  const texts = goldenTexts();
  assert.ok(texts.length > 100, `only ${texts.length} golden texts were read`);
  const answers = scanByCommand(texts);
  assert.equal(answers.length, texts.length);
  let claims = 0;
  for (const [index, text] of texts.entries()) {
    const own = asCommand(text, scanned(request([text])));
    const { attributions, figures } = answers[index];
    for (const [at, claim] of own.attributions.entries()) {
      // The command says nothing where the name is no more than the words that stand there.
      if (attributions[at]?.resolved === null) claim.resolved = null;
    }
    claims += own.attributions.length;
    assert.deepEqual(
      own,
      {
        attributions: attributions.map((/** @type {any} */ claim) =>
          pick(own.attributions[0], claim),
        ),
        figures: figures.map((/** @type {any} */ figure) => pick(own.figures[0], figure)),
      },
      text,
    );
  }
  assert.ok(claims > 100, `only ${claims} claims in all`);
});

/**
 * The fields of `from` that `like` has.
 * @param {object | undefined} like
 * @param {Record<string, unknown>} from
 */
function pick(like, from) {
  return Object.fromEntries(Object.keys(like ?? from).map((key) => [key, from[key]]));
}

test("offsets are UTF-16 code units, also after characters of two", () => {
  const text =
    "The 🚢🚢 were late. “The 𝗽𝗶𝗹𝗼𝘁 boats 👩‍✈️ are late,” said Ola Brekke, the mayor of Tarn.";
  const reply = scanned(request([text]));
  assert.equal(reply.attributions.length, 1);
  const [claim] = reply.attributions;
  const words = (/** @type {PageSpan[]} */ spans) =>
    spans.map(({ start, end }) => text.slice(start, end)).join("|");
  assert.equal(words(claim.content), "“The 𝗽𝗶𝗹𝗼𝘁 boats 👩‍✈️ are late,”");
  assert.equal(words(claim.cue), "said");
  assert.equal(reply.sources[claim.resolved ?? -1]?.name, "Ola Brekke");
});

test("absent values are null, never undefined", () => {
  const texts = ["“It is late,” he said. Some 310 ships called.", "Ships call, a report says."];
  const walk = (/** @type {unknown} */ value, /** @type {string} */ path) => {
    assert.notEqual(value, undefined, path);
    if (typeof value === "object" && value !== null) {
      for (const [key, inner] of Object.entries(value)) walk(inner, `${path}.${key}`);
    }
  };
  const reply = scanned(request(texts));
  assert.ok(reply.attributions.length > 0);
  for (const field of ["resolved", "when", "link"])
    assert.ok(field in reply.attributions[0], field);
  walk(reply, "reply");
});

test("any text scans: halves of characters, control characters, nothing", () => {
  for (const text of [
    "",
    "\ud83d",
    "“\udc00,” said Ida.",
    "\0\x01\uffff",
    "“".repeat(5000),
    "\u202e“a,” b said",
  ]) {
    const reply = scanned(request([text]));
    for (const { content } of reply.attributions) {
      for (const { start, end } of content)
        assert.ok(0 <= start && start < end && end <= text.length);
    }
  }
  assert.deepEqual(scanned(request([])).attributions, []);
});

test("a language that is not read is said, and nothing else", () => {
  const text =
    "La cale restera fermée jusqu’à la fin de l’été, a déclaré jeudi la capitaine du port devant les familles.";
  const reply = scanned(request([text], { language: "fr" }));
  assert.deepEqual(reply, {
    language: "unread",
    attributions: [],
    sources: [],
    figures: [],
    flags: [],
    referenceLinks: [],
    citations: [],
  });
});

/** @type {import('../../extension/core/whence.js').Mark} */
const MARK = { start: 0, end: 0, kind: "note", words: "4", reference: null, link: null };

test("marks and references cross the border, and what the page cites comes back", () => {
  const text =
    "Fares rose 🚢 by 12 percent. The ferries are late, said Ida Roe, the mayor of Tarn.";
  const at = text.indexOf(" The");
  const whole = request([text]);
  const block = {
    ...whole.blocks[0],
    links: [{ start: text.length, end: text.length, href: "https://herald.example/ferries" }],
    marks: [
      { ...MARK, start: at, end: at, reference: 1 },
      { ...MARK, start: at, end: at, words: "5", reference: 9 },
      {
        ...MARK,
        start: text.length,
        end: text.length,
        kind: /** @type {const} */ ("chip"),
        link: 0,
      },
    ],
  };
  const references = ["Port ledger.", "Fare book, 2021."].map((entry, index) => ({
    label: String(index + 3),
    text: entry,
    href: "",
  }));
  const { citations, figures, referenceLinks } = scanned({ ...whole, blocks: [block], references });
  const words = (/** @type {PageSpan[]} */ spans) =>
    spans.map(({ start, end }) => text.slice(start, end)).join("|");
  const said = citations.map(({ form, label, claim, target }) => [
    form,
    label,
    words(claim),
    target,
  ]);
  assert.deepEqual(said, [
    ["numbered", "4", "Fares rose 🚢 by 12 percent", { kind: "references", references: [1] }],
    ["numbered", "5", "Fares rose 🚢 by 12 percent", { kind: "absent" }],
    [
      "chip",
      "4",
      "The ferries are late, said Ida Roe, the mayor of Tarn",
      { kind: "link", block: 0, index: 0, leads: "other" },
    ],
  ]);
  assert.deepEqual(
    citations.map(({ pageMark }) => pageMark?.index),
    [0, 1, 2],
  );
  assert.deepEqual(referenceLinks, ["other", "other"]);
  assert.deepEqual(citations[0].figures, [0]);
  assert.deepEqual(figures[0].flags, [], "what a mark covers is not said to have no source");
  assert.equal(citations[2].attributions.length, 1);
});

test("an entry is read into its fields; what is unsure is null", () => {
  const [work, remark] = readWorks([
    "Okafor, J., & Hale, M. (2021a). Seals return. Canal Press. doi:10.1234/seals.7",
    "A rough guess of mine.",
  ]);
  assert.deepEqual(work, {
    authors: ["Okafor, J.", "Hale, M."],
    title: "Seals return",
    container: "Canal Press",
    year: "2021a",
    locator: null,
    doi: "10.1234/seals.7",
    url: null,
    kind: "document",
  });
  assert.deepEqual(remark.kind, "remark");
  assert.deepEqual([remark.title, remark.year, remark.authors], [null, null, []]);
});

test("a malformed request is refused, and the field is named", () => {
  const whole = request(["It is late, he said."]);
  /** @type {[string, any][]} */
  const malformed = [
    ["blocks", { ...whole, blocks: undefined }],
    ["page", { blocks: [], options: whole.options }],
    ["text", { ...whole, blocks: [{ kind: "paragraph", links: [], marks: [] }] }],
    ["kind", { ...whole, blocks: [{ text: "", kind: "chapter", links: [] }] }],
    ["links", { ...whole, blocks: [{ text: "", kind: "paragraph" }] }],
    ["href", { ...whole, blocks: [{ text: "", kind: "item", links: [{ start: 0, end: 0 }] }] }],
    ["marks", { ...whole, blocks: [{ text: "", kind: "item", links: [] }] }],
    ["words", { ...whole, blocks: [{ ...whole.blocks[0], marks: [{ ...MARK, words: 4 }] }] }],
    [
      "mark kind",
      { ...whole, blocks: [{ ...whole.blocks[0], marks: [{ ...MARK, kind: "star" }] }] },
    ],
    ["link", { ...whole, blocks: [{ ...whole.blocks[0], marks: [{ ...MARK, link: "2" }] }] }],
    ["references", { ...whole, references: undefined }],
    ["label", { ...whole, references: [{ text: "Fare book.", href: "" }] }],
    ["url", { ...whole, page: { title: "", language: null } }],
    ["figures", { ...whole, options: { figures: "yes", flags: null } }],
    ["flags", { ...whole, options: { figures: true, flags: 7 } }],
  ];
  for (const [field, bad] of malformed) {
    assert.throws(
      () => scanned(bad),
      (error) => error instanceof Error && error.message.includes(field),
      `a request without a right ${field}`,
    );
  }
  assert.throws(() => scanned(/** @type {any} */ (null)), Error);
  assert.equal(scanned(whole).language, "en", "the engine goes on after a refusal");
});

test("memory is given back after a large page, and the engine goes on", () => {
  const [block] = request([
    "“It is late,” said Ola Brekke, the mayor of Tarn. ".repeat(100),
  ]).blocks;
  const count = Math.floor(BOUNDS.text / block.text.length);
  const large = { ...request([]), blocks: Array.from({ length: count }, () => block) };
  const found = scanned(large).attributions.length;
  assert.ok(found >= count * 100, `${found}`);
  assert.ok(memory() <= MOST_MEMORY, `${memory()} bytes are kept`);
  const small = request(["“It is late,” said Ola Brekke, the mayor of Tarn."]);
  const before = scanned(small);
  assert.equal(before.attributions.length, 1);
  assert.deepEqual(scanned(small), before, "a module made anew finds the same");
});

test("the next page finds the memory whole that the last one gave back", () => {
  resetModule();
  const page = request(newsParagraphs(1e6), { language: "en" });
  scanned(page);
  const first = memory();
  for (let scan = 0; scan < 4; scan++) {
    scanned(page);
    assert.equal(memory(), first);
  }
});

/**
 * Some 200 KB, which are read in many steps, with a name in them.
 * @param {string} name
 */
function manySteps(name) {
  const text = `“It is late,” said Ola ${name}, the mayor of Tarn. `.repeat(40);
  return request(Array.from({ length: 100 }, () => text));
}

/** @param {Iterable<unknown>} parts of a reply, those that are none among them */
function told(parts) {
  return [...parts].filter((part) => part !== null);
}

test("pages are read in steps, side by side, and each has its own reply", () => {
  const pages = ["Brekke", "Lund", "Vale"].map(manySteps);
  const alone = pages.map((page) => told(scannedParts(page)));
  const under = pages.map((page) => ({
    parts: scannedParts(page),
    taken: /** @type {unknown[]} */ ([]),
  }));
  let steps = 0;
  for (let left = under.length; left > 0;) {
    left = 0;
    for (const { parts, taken } of under) {
      const { done, value } = parts.next();
      if (done) continue;
      left++;
      if (value === null) steps++;
      taken.push(value);
    }
  }
  assert.ok(steps > 30 * pages.length, `${steps} steps`);
  assert.deepEqual(
    under.map(({ taken }) => told(taken)),
    alone,
  );
  assert.ok(memory() <= MOST_MEMORY, `${memory()} bytes are kept`);
});

test("a module made anew under a page that is being read: it is read from the start again", () => {
  const page = manySteps("Brekke");
  const alone = told(scannedParts(page));
  const parts = scannedParts(page);
  for (let step = 0; step < 10; step++) assert.equal(parts.next().value, null);
  // What is left before its end is not taken down: the module is made anew.
  const left = scannedParts(manySteps("Lund"));
  left.next();
  left.return();
  assert.deepEqual(told(parts), alone);
});

test("as many links as a request may hold, of the longest addresses", () => {
  const href = "https://a.example/".padEnd(BOUNDS.address, "a");
  const text = "“It is late,” said Ola Brekke.";
  const links = Array.from({ length: 10 }, () => ({ start: 20, end: 25, href }));
  const blocks = Array.from({ length: BOUNDS.links / 10 }, () => ({
    text,
    kind: /** @type {const} */ ("paragraph"),
    links,
    marks: [],
  }));
  const { attributions } = scanned({ ...request([]), blocks });
  assert.equal(attributions.length, blocks.length);
  assert.ok(memory() <= MOST_MEMORY);
});

test("the version is the package's", () => {
  const cargo = readFileSync(join(ROOT, "Cargo.toml"), "utf8");
  assert.equal(version(), /^version = "([^"]+)"/m.exec(cargo)?.[1]);
});

test("the types that cross are those agreed (UPDATE_GOLDEN=1 writes them anew)", () => {
  const golden = join(import.meta.dirname, "whence.d.ts");
  const built = readFileSync(join(ROOT, "extension/core/whence.d.ts"), "utf8");
  // What follows is about loading the module, and changes with the tool that makes it.
  const types = built.slice(0, built.indexOf("export type InitInput"));
  if (process.env.UPDATE_GOLDEN) writeFileSync(golden, types);
  assert.equal(types, readFileSync(golden, "utf8"));
});
