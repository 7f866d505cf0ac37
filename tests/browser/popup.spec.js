/** The popup's list of a page, and the list in forms for other tools. */

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { until } from "./driver.js";
import { untilCard, untilPainted } from "./painted.js";

/** The sample page with a figure that nobody gave. */
const LISTED = "/listed";

/**
 * The page, read, and the popup for it with its list.
 * @param {import('./bench.js').Bench} bench
 */
async function openList(bench) {
  const sample = await readFile(
    join(import.meta.dirname, "pages/harbour-report/page.html"),
    "utf8",
  );
  const bare = "<p>The dam above the town cost 62 million dollars.</p>";
  bench.server.give(LISTED, sample.replace("<h2>", `${bare}<h2>`));
  const page = await bench.open(LISTED);
  await untilPainted(page);
  const view = await bench.untilState("read", LISTED);
  const popup = await bench.openPopup(LISTED);
  await until("the list", () => popup.run(() => document.querySelector("#list details") !== null));
  return { page, view, popup };
}

/**
 * The rows of one part of the list that are shown: their words.
 * @param {import('./driver.js').Page} popup
 * @param {string} heading
 */
function rowsUnder(popup, heading) {
  return popup.run((wanted) => {
    const section = [...document.querySelectorAll("#list section")].find(
      (part) => part.querySelector("h2")?.textContent === wanted,
    );
    const rows = section?.checkVisibility()
      ? [...(section.querySelector("ul")?.children ?? [])]
      : [];
    return rows
      .filter((row) => row.checkVisibility())
      .map((row) => ((row.querySelector("bdi") ?? row).textContent ?? "").trim());
  }, heading);
}

/**
 * Presses the list's row with these words, unfolding what it lies in.
 * @param {import('./bench.js').Bench} bench
 * @param {import('./driver.js').Page} popup
 * @param {string} words
 */
async function pressRow(bench, popup, words) {
  const at = await popup.run((wanted) => {
    const rows = [...document.querySelectorAll("#list .row")];
    const found = rows.findIndex((row) => row.textContent?.includes(wanted));
    const details = rows[found]?.closest("details");
    if (details) details.open = true;
    for (const [index, row] of rows.entries()) row.id = `row-${index}`;
    return found;
  }, words);
  assert.notEqual(at, -1, `a row with ${words}`);
  await bench.press(popup, `#row-${at}`);
}

/**
 * Chooses a form by its name and copies the export.
 * @param {import('./bench.js').Bench} bench
 * @param {import('./driver.js').Page} popup
 * @param {string} form
 */
async function exportAs(bench, popup, form) {
  await popup.show();
  await popup.run(() => /** @type {HTMLElement} */ (document.querySelector("#form")).focus());
  const chosen = () =>
    popup.run(() => /** @type {HTMLSelectElement} */ (document.querySelector("#form")).value);
  await popup.press("Home");
  for (let step = 0; step < 3 && (await chosen()) !== form; step++) await popup.press("ArrowDown");
  assert.equal(await chosen(), form);
  const done = await bench.words("export_done");
  await until("the button to be as before", () =>
    popup.run((said) => document.querySelector("#export-copy")?.textContent !== said, done),
  );
  await bench.press(popup, "#export-copy");
  await until("it is copied", () =>
    popup.run((said) => document.querySelector("#export-copy")?.textContent === said, done),
  );
  return bench.browser.clipboard();
}

/**
 * The rows of a text in comma-separated values, read by RFC 4180.
 * @param {string} text
 */
function readCsv(text) {
  /** @type {string[][]} */
  const rows = [];
  let row = [];
  const cell = /("(?:[^"]|"")*"|[^,"\r\n]*)(,|\r\n)/gy;
  for (let found = cell.exec(text); found !== null; found = cell.exec(text)) {
    const [, raw, end] = found;
    row.push(raw.startsWith('"') ? raw.slice(1, -1).replaceAll('""', '"') : raw);
    if (end === ",") continue;
    rows.push(row);
    row = [];
  }
  assert.equal(
    rows.map((r) => r.length).reduce((a, b) => Math.max(a, b)),
    rows[0].length,
  );
  return rows;
}

/** @type {Record<string, (bench: import('./bench.js').Bench) => Promise<void>>} */
export const cases = {
  "the list: sources by number of claims, figures, relayed claims, remarks counted": async (
    bench,
  ) => {
    const { view, popup } = await openList(bench);
    const heading = (/** @type {string} */ key) => bench.words(key);
    const sources = await rowsUnder(popup, await heading("list_sources"));
    assert.deepEqual(
      sources,
      await Promise.all(
        view.sources.map(({ name, named, kind }) => {
          if (name === "") return bench.words("source_none");
          if (!named) return bench.words("source_as_written", name);
          // What is no name of its own begins as a heading does.
          const isProper = ["person", "organisation", "outlet", "social", "self"].includes(kind);
          return isProper ? name : name.charAt(0).toUpperCase() + name.slice(1);
        }),
      ),
    );
    const counts = await popup.run(() =>
      [...document.querySelectorAll("#list summary .count")].map((c) => Number(c.textContent)),
    );
    assert.deepEqual(
      counts,
      view.sources.map(({ claims }) => claims.length),
    );
    assert.deepEqual(
      counts,
      [...counts].sort((a, b) => b - a),
    );
    assert.equal(
      counts.reduce((a, b) => a + b),
      view.claims.length,
    );
    const sum = await popup.run(() => document.querySelector("#state")?.textContent);
    const start = `${view.claims.length} claims, ${sources.length} sources: `;
    assert.equal(sum?.slice(0, start.length), start);
    assert.match(sum?.slice(start.length) ?? "", /^\d named, .*\. 1 figure without a source\.$/);

    const bare = view.figures.filter(({ unsourced }) => unsourced).map(({ words }) => words);
    assert.ok(bare.length > 0);
    assert.deepEqual(await rowsUnder(popup, await heading("list_figures")), bare);
    const relayed = await rowsUnder(popup, await heading("list_relayed"));
    assert.equal(relayed.length, view.claims.filter(({ relay }) => relay.length > 0).length);

    const remarks = await popup.run(() =>
      [...document.querySelectorAll("#list .counted")].map((row) => row.textContent),
    );
    assert.ok(view.flags.length >= 3, "the sample has several remarks");
    const wanted = view.flags.map(async ({ kind, count }) => {
      const name = await bench.words(`flag_name_${kind.replaceAll("-", "_")}`);
      return `${name}${count}`;
    });
    assert.deepEqual(remarks, await Promise.all(wanted));
  },

  "the list: filter": async (bench) => {
    const { popup } = await openList(bench);
    const heading = await bench.words("list_sources");
    const all = await rowsUnder(popup, heading);
    await bench.press(popup, '#list input[type="search"]');
    await popup.press(..."VASKO");
    await until("those that fit", async () => (await rowsUnder(popup, heading)).length === 1);
    assert.deepEqual(await rowsUnder(popup, heading), ["Ingrid Vasko"]);
    assert.deepEqual(await rowsUnder(popup, await bench.words("list_remarks")), []);
    await popup.press(..."xyz");
    await until("none", async () => (await rowsUnder(popup, heading)).length === 0);
    const none = await bench.words("search_none");
    const said = () =>
      popup.run(() => document.querySelector('#list > [role="status"]')?.textContent ?? null);
    assert.equal(await said(), none);
    await popup.press(...Array(8).fill("Backspace"));
    await until("all again", async () => (await rowsUnder(popup, heading)).length === all.length);
    assert.equal(await said(), "");
  },

  "the list: the buttons for all sorts stand in one line": async (bench) => {
    bench.give(
      "/sorts",
      `<article><h1>Slipway shut</h1>
       <p>The slipway is shut, the harbour master Ines Dahl said on Thursday. Two officials said that
       the works had cost twice the estimate. The report found that the piles were rotten.</p>
       <p>He said that nobody had been told of it before.</p></article>`,
    );
    const page = await bench.open("/sorts");
    await untilPainted(page);
    const popup = await bench.openPopup("/sorts");
    await until("the buttons", () => popup.run(() => document.querySelector(".sort") !== null));
    const buttons = await popup.run(() =>
      [...document.querySelectorAll(".sort")].map((button) => ({
        name: button.textContent,
        top: Math.round(button.getBoundingClientRect().top),
      })),
    );
    assert.equal(buttons.length, 5, JSON.stringify(buttons));
    assert.equal(new Set(buttons.map(({ top }) => top)).size, 1, JSON.stringify(buttons));
  },

  "the list: sources of one sort, told apart on the strip by shape": async (bench) => {
    const { view, popup } = await openList(bench);
    const heading = await bench.words("list_sources");
    const all = await rowsUnder(popup, heading);
    const look = () =>
      popup.run(() => {
        const ticks = [...document.querySelectorAll(".strip path")].filter(
          (tick) => getComputedStyle(tick).display !== "none",
        );
        // The height and the pieces of a tick, whatever its place.
        const shape = (/** @type {Element} */ tick) =>
          tick.getAttribute("d")?.replace(/M\S+/g, "M");
        return {
          ticks: ticks.length,
          shapes: new Set(ticks.map(shape)).size,
          pressed: document.querySelector('.sort[aria-pressed="true"]')?.textContent,
        };
      });
    const first = await look();
    assert.equal(first.pressed, await bench.words("sort_all"));
    assert.equal(first.ticks, view.claims.length);
    assert.ok(first.shapes > 1, "shapes differ");
    const documents = view.sources
      .filter(({ kind }) => kind === "document")
      .map(({ name }) => name.charAt(0).toUpperCase() + name.slice(1));
    const [place] = await popup.run(
      (name) =>
        [...document.querySelectorAll(".sort")].flatMap((button, at) =>
          button.textContent === name ? [at + 1] : [],
        ),
      await bench.words("sort_document"),
    );
    await bench.press(popup, `.sort:nth-child(${place})`);
    await until(
      "documents alone",
      async () => (await rowsUnder(popup, heading)).join() === documents.join(),
    );
    const second = await look();
    assert.equal(second.ticks, view.claims.filter(({ kind }) => kind === "document").length);
    assert.equal(second.shapes, 1);
    await bench.press(popup, ".sort:nth-child(1)");
    await until("all again", async () => (await rowsUnder(popup, heading)).length === all.length);
  },

  "a row leads to its claim, a figure's to the figure; the strip to what lies there": async (
    bench,
  ) => {
    const { page, view, popup } = await openList(bench);
    /** @param {string} words */
    const arrives = async (words) => {
      await page.show();
      await untilCard(page, words);
      const inView = await page.run(() => {
        const [range] = /** @type {Range[]} */ ([...(CSS.highlights.get("whence-active") ?? [])]);
        const { top, bottom } = range.getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight;
      });
      assert.ok(inView, "the page has scrolled to it");
      await popup.show();
    };
    await pressRow(bench, popup, "simply not applied");
    await arrives("many families had");
    await pressRow(bench, popup, "62 million dollars");
    await arrives("62 million dollars");
    await pressRow(bench, popup, "this page ← The Harbour Ledger ← March personnel memo");
    await arrives("Authority quietly moved");

    const strip = await popup.run(() => {
      const element = /** @type {Element} */ (document.querySelector(".strip"));
      element.scrollIntoView({ block: "nearest" });
      const { left, top, width, height } = element.getBoundingClientRect();
      return { left, width, y: top + height / 2, ticks: element.childElementCount };
    });
    assert.equal(strip.ticks, view.claims.length);
    await popup.click(strip.left + strip.width - 2, strip.y);
    await arrives(view.claims.at(-1)?.exact.slice(0, 20).replace(/\s+/g, " ") ?? "?");

    const { x, y } = await popup.run(() => {
      const first = /** @type {Element} */ (document.querySelector("#list summary"));
      first.scrollIntoView({ block: "nearest" });
      const { left, top, height } = first.getBoundingClientRect();
      return { x: left + 20, y: top + height / 2 };
    });
    await popup.point(x, y);
    await until("the source's claims marked on the strip", () =>
      popup.run(
        (claims) => document.querySelectorAll(".strip .marked").length === claims,
        view.sources[0].claims.length,
      ),
    );
  },

  "export as Markdown": async (bench) => {
    const { view, popup } = await openList(bench);
    const text = await exportAs(bench, popup, "markdown");
    const lines = text.split("\n");
    const title =
      "Extra crews sent to Port Sennet before closure, memo shows \\| The Inland Observer";
    assert.equal(lines[0], `# ${title}`);
    assert.ok(lines.includes("2026\\-04\\-14"));
    assert.ok(lines.includes(`<${bench.server.url(LISTED)}>`));
    const headings = lines.filter((line) => line.startsWith("## "));
    assert.equal(headings.length, view.sources.length + 1, "and the figures");
    assert.ok(headings.includes("## Tomas Rehn, spokesman for the port authority (named person)"));
    const denied = lines.find((line) => line.includes("planned in secret")) ?? "";
    assert.ok(denied.includes(`\\[${await bench.words("stance_denies")}\\]\\. <http`), denied);
    const bare = view.figures.filter(({ unsourced }) => unsourced).length;
    const rows = lines.filter((line) => line.startsWith("- "));
    assert.equal(rows.length, view.claims.length + bare);
    const quoted = rows.find((line) => line.includes("Nobody has lost")) ?? "";
    assert.match(quoted, /^- “Nobody has lost a day’s pay over this,” — Tomas Rehn, spokesman/);
    assert.ok(quoted.includes(`${bench.server.url(LISTED)}#:~:text=Nobody%20has%20lost`), quoted);
  },

  "export as CSV": async (bench) => {
    const { view, popup } = await openList(bench);
    const [head, ...rows] = readCsv(await exportAs(bench, popup, "csv"));
    assert.deepEqual(
      head.join(" "),
      "claim source role kind quotation stance relay when link flags address cited entry entry_author",
    );
    assert.equal(rows.length, view.claims.length);
    const column = (/** @type {string} */ name) => rows.map((row) => row[head.indexOf(name)]);
    assert.deepEqual(
      column("claim"),
      view.claims.map(({ words }) => words),
    );
    assert.deepEqual(
      column("source"),
      view.claims.map(({ source }) => source),
    );
    assert.deepEqual(
      column("stance"),
      view.claims.map(({ stance }) => stance),
    );
    assert.deepEqual(
      column("flags"),
      view.claims.map(({ flags }) => flags.join(" ")),
    );
    assert.ok(column("relay").includes("The Harbour Ledger ← March personnel memo"));
    assert.ok(column("link").includes("https://documents.harbourledger.example/memo-march.pdf"));
    for (const address of column("address")) {
      assert.ok(address.startsWith(`${bench.server.url(LISTED)}#:~:text=`), address);
    }
  },

  "export as Web Annotation: each selector finds its words on the page": async (bench) => {
    const { page, view, popup } = await openList(bench);
    const text = await exportAs(bench, popup, "annotation");
    const whole = JSON.parse(text);
    assert.equal(whole["@context"], "http://www.w3.org/ns/anno.jsonld");
    assert.equal(whole.type, "AnnotationPage");
    assert.equal(whole.items.length, view.claims.length);
    const names = [whole, ...whole.items].map(({ id }) => id);
    assert.equal(new Set(names).size, names.length, "each has a name of its own");
    const words = await page.run(() => document.body.textContent ?? "");
    for (const [index, item] of whole.items.entries()) {
      assert.equal(item.type, "Annotation");
      assert.match(item.id, /^urn:uuid:/);
      assert.equal(item.motivation, "identifying");
      assert.equal(item.target.source, bench.server.url(LISTED));
      const { type, exact, prefix, suffix } = item.target.selector;
      assert.equal(type, "TextQuoteSelector");
      assert.ok(words.includes(prefix + exact + suffix), `“${exact}” stands on the page`);
      const claim = view.claims[index];
      const who = item.body.filter((/** @type {any} */ b) => b.purpose === "identifying");
      const wanted = claim.role ? `${claim.source}, ${claim.role}` : claim.source;
      assert.deepEqual(
        who.map((/** @type {any} */ b) => b.value),
        claim.source === "" ? [] : [wanted],
      );
      for (const body of item.body) {
        const external = body.type === "SpecificResource" && typeof body.source === "string";
        assert.ok(external || (body.type === "TextualBody" && typeof body.value === "string"));
      }
    }
  },

  "export saved as a file": async (bench) => {
    const { popup } = await openList(bench);
    const copied = await exportAs(bench, popup, "csv");
    await bench.press(popup, "#export-save");
    assert.deepEqual(await bench.browser.saved(), [{ name: "whence-localhost.csv", text: copied }]);
  },
};
