/**
 * What pages cite: the cases of `tests/cite/cases.json`, which the command is held to as well, read by the
 * content script in the browser and answered by the engine as it ships; and the small pages in the markup of
 * such sites, where these lie beside the repository.
 */

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import initialise from "../../extension/core/whence.js";
import { scanned } from "../../extension/background/border.js";
import { entryMeant } from "../../extension/content/note_signs.js";
import { bounded } from "../../extension/shared/bounds.js";
import { bundle } from "../../tools/bundle.js";
import { Skipped } from "./bench.js";
import { until } from "./driver.js";

/**
 * @typedef {import('../../extension/core/whence.js').ScanReply} ScanReply
 * @typedef {import('../../extension/core/whence.js').ScanRequest} ScanRequest
 * @typedef {import('../../extension/core/whence.js').PageSpan} PageSpan
 * @typedef {{reply: ScanReply, request: ScanRequest, entries: {text: string, cites: number[], href: string}[]}} Found
 */

const ROOT = join(import.meta.dirname, "../..");

/** Running text around each body: that of `tests/cite.rs`. */
const [BEFORE, AFTER] = [
  ...readFileSync(join(ROOT, "tests/cite.rs"), "utf8").matchAll(
    /^const (?:BEFORE|AFTER): &str = "((?:[^"\\]|\\[\s\S])*)";/gm,
  ),
].map(([, text]) => text.replace(/\\\s+/g, ""));

/**
 * A page of the tests that reads itself as the content script would.
 * @param {import('./bench.js').Bench} bench
 */
async function reader(bench) {
  const { code } = await bundle("tests/browser/reads.js", "iife");
  await initialise({ module_or_path: readFileSync(join(ROOT, "extension/core/whence_bg.wasm")) });
  await bench.choose({ sites: [{ host: "localhost", scope: "host", run: "off" }] });
  await until("localhost to be off", async () =>
    (await bench.registered()).every((pattern) => !pattern.includes("localhost")),
  );
  bench.server.give("/reads.js", { body: code, type: "text/javascript; charset=utf-8" });
  bench.give("/cited", '<script src="/reads.js"></script>');
  const page = await bench.open("/cited");
  const address = bench.server.url("/cited");
  /**
   * @param {string} html of a body
   * @param {string} url that the page is said to have
   * @returns {Promise<Found>}
   */
  const read = async (html, url) => {
    const asked = await page.run(
      async (body, canonical) => {
        document.head.innerHTML = '<link rel="canonical">';
        document.querySelector("link")?.setAttribute("href", canonical);
        document.body.innerHTML = body;
        return /** @type {any} */ (globalThis).whenceReads();
      },
      html,
      url,
    );
    // Its own anchors are those of the page that it is said to be.
    for (const { links } of asked.blocks) {
      for (const link of links) link.href = link.href.replace(address, url);
    }
    // As it crosses to the background: within its bounds, and what is given there is read.
    const { request } = bounded({ ...asked, page: { ...asked.page, url } });
    const { entries, references } = asked;
    return { request: { ...request, references }, entries, reply: scanned(request) };
  };
  return { page, read };
}

/**
 * What was found, as a case of the table says it.
 * @param {Found} found
 * @param {string} key
 * @returns {unknown}
 */
function said({ reply, request, entries }, key) {
  const { blocks, references } = request;
  const words = (/** @type {PageSpan} */ { block, start, end }) =>
    blocks[block].text.slice(start, end);
  const pieces = (/** @type {PageSpan[]} */ spans) => spans.map(words).join(" … ");
  const href = (/** @type {{block: number, index: number}} */ { block, index }) =>
    blocks[block].links[index].href;
  const target = (/** @type {ScanReply['citations'][number]['target']} */ to) => {
    if (to.kind === "link") return href(to);
    if (to.kind === "words") return words(to.span);
    if (to.kind !== "references") return "absent";
    const [first, ...more] = to.references;
    return more.length > 0 ? `one of ${more.length + 1} entries` : references[first].text;
  };
  switch (key) {
    case "text":
      return blocks
        .map(({ text }) => text)
        .filter((text) => !["The harbour", BEFORE, AFTER].includes(text));
    case "citations":
      return reply.citations.map(({ form, label, claim, target: to }) => [
        form,
        label,
        pieces(claim),
        target(to),
      ]);
    case "figures":
      return reply.figures.map(({ span, value }) => [words(span), value]);
    case "hrefs":
      return entries.map(({ href }) => href);
    case "cites":
      return entries.flatMap(({ text, cites }) => cites.map((at) => [text, entries[at].text]));
    case "same":
      return entries.flatMap(({ text }, index) => {
        const meant = entryMeant(entries, index);
        return meant === index ? [] : [[text, entries[meant].text]];
      });
    case "sources":
      return reply.attributions.map(({ resolved, source }) =>
        resolved === null ? pieces(source) : reply.sources[resolved].name,
      );
    case "kinds":
      return reply.attributions.map(({ kind }) => kind);
    case "contents":
      return reply.attributions.map(({ content }) => pieces(content));
    case "flags":
      return reply.flags.map(({ kind }) => kind);
    case "links":
      return reply.attributions.map(({ link }) => (link ? `${link.role} ${href(link)}` : "none"));
    default:
      throw new Error(`“${key}” is no key of a case`);
  }
}

/** @type {Record<string, (bench: import('./bench.js').Bench) => Promise<void>>} */
export const cases = {
  "the table of pages that cite: the content script reads each as the command does": async (
    bench,
  ) => {
    const { read } = await reader(bench);
    /** @type {Record<string, any>[]} */
    const table = JSON.parse(readFileSync(join(ROOT, "tests/cite/cases.json"), "utf8"));
    const faults = [];
    for (const { name, body, why, url = "https://news.example.com/harbour", ...wanted } of table) {
      void why; // told to people
      const html = `<article><h1>The harbour</h1><p>${BEFORE}</p>${body}<p>${AFTER}</p></article>`;
      const found = await read(html, url);
      for (const [key, value] of Object.entries(wanted)) {
        try {
          assert.deepEqual(said(found, key), value);
        } catch {
          faults.push({ name, key, wanted: value, found: said(found, key) });
        }
      }
    }
    assert.deepEqual(faults, []);
    bench.notes.push(`${table.length} pages`);
  },

  "900 anchors: their marks are found within the page's budget, in steps; without marks at no cost":
    async (bench) => {
      const { page } = await reader(bench);
      const measure = (/** @type {string} */ html) =>
        page.run((body) => {
          document.body.innerHTML = body;
          return /** @type {any} */ (globalThis).whenceNotes(40);
        }, html);
      const marks = Array.from({ length: 900 }, (_, i) => (i % 600) + 1);
      const text = marks.map(
        (i) =>
          `Catches fell in ${1800 + (i % 200)}.<sup class="reference"><a href="#cite_note-${i}">[${i}]</a></sup> `,
      );
      const notes = marks.slice(0, 600).map(
        (
          i,
        ) => `<li id="cite_note-${i}"><span class="mw-cite-backlink"><a href="#cite_ref-${i}">^</a></span>
        <cite>Roe, Ada (3 May 2020). <a href="https://port.example.gov/${i}.pdf">"Catches of the year"</a>.
        <i>Shore Letters</i>. <b>4</b>: 12&ndash;${i + 12}. doi:10.1234/shore.${i}.</cite></li>`,
      );
      const full = `<p>${text.join("")}</p>
      <h2>References</h2><ol>${notes.join("")}</ol>`;
      const cited = await measure(full);
      assert.equal(cited.marks, 900);
      assert.equal(cited.entries, 600);
      const links = marks.map(
        (i) => `<p>The <a href="/story-${i}">boats of the bay</a> lie still.</p>`,
      );
      const plain = await measure(`${links.join("")}<p>${"Grass grows here. ".repeat(4_000)}</p>`);
      assert.deepEqual([plain.marks, plain.entries], [0, 0]);
      const told = (/** @type {number} */ ms) => `${ms.toFixed(1)} ms`;
      bench.notes.push(
        `900 marks, 600 entries: ${told(cited.ms)}, longest 200 steps ${told(cited.longest)}; 900 links, no mark: ${told(plain.ms)}`,
      );
      // Twice the budget (15 ms at rest): machines that test are shared.
      assert.ok(cited.ms < 30 && cited.longest < 15, bench.notes.join());
      assert.ok(plain.ms < 6, bench.notes.join());
    },

  "small pages in the markup of such sites: the same citations as by the command": async (
    bench,
  ) => {
    const folder = join(bench.shared, "citations");
    if (!existsSync(folder)) throw new Skipped(`${folder} is not here`);
    const { read } = await reader(bench);
    const files = readdirSync(folder).filter((file) => file.endsWith(".html"));
    const faults = [];
    let citations = 0;
    for (const file of files) {
      const html = readFileSync(join(folder, file), "utf8");
      const output = execFileSync(command(), ["scan", "--format", "json", join(folder, file)]);
      const own = JSON.parse(output.toString());
      const found = await read(html.replace(/^[^]*?<body[^>]*>/, ""), own.page.url);
      /** @param {any} citation */
      const wanted = ({ form, label, claim, target }) => [
        form,
        label,
        claim.map((/** @type {any} */ piece) => piece.words.replaceAll("\n", " … ")).join(" … "),
        target.kind === "references"
          ? target.references.map((/** @type {number} */ one) => own.references[one].text).join()
          : (target.href ?? target.words ?? "absent"),
      ];
      citations += own.citations.length;
      try {
        assert.deepEqual(said(found, "citations"), own.citations.map(wanted));
        assert.deepEqual(
          said(found, "flags"),
          own.flags.map((/** @type {any} */ { kind }) => kind),
        );
      } catch (error) {
        faults.push(`${file}: ${error}`);
      }
    }
    assert.deepEqual(faults, []);
    assert.ok(citations > files.length, `only ${citations} citations`);
    bench.notes.push(`${files.length} pages, ${citations} citations`);
  },
};

/** The command, as the tests of the module build it. */
function command() {
  const folder = process.env.CARGO_TARGET_DIR ?? join(ROOT, "target");
  const built = join(folder, "release/whence");
  if (!existsSync(built)) throw new Skipped(`${built} is not built`);
  return built;
}
