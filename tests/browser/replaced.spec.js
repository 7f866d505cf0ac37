/** Pages that put another document in the place of the one that was read. */

import assert from "node:assert/strict";
import { until } from "./driver.js";
import { hoverCard, painted, untilPainted } from "./painted.js";
import { OTHER, PARAGRAPH } from "./texts.js";

/** @typedef {import('./bench.js').Bench} Bench */

const NEXT = `<html lang="en"><head><title>Next</title></head><body><article>${OTHER}</article></body></html>`;

/**
 * Reads a page, lets it be replaced, and fails where what is told afterwards is not of the new one.
 * @param {Bench} bench
 * @param {string} path
 * @param {(next: string) => void} replace run in the page
 */
async function assertReplaced(bench, path, replace) {
  bench.give(path, `<article>${PARAGRAPH}</article>`);
  const page = await bench.open(path);
  await untilPainted(page);
  await page.run(replace, NEXT);
  await until("the claims of the new document", async () =>
    (await painted(page))["whence-claim"]?.some((words) => words.includes("nine years")),
  );
  const card = await hoverCard(page, "nine years");
  assert.match(card.text, /Aksel Lund/);
  const view = await bench.untilState("read", path);
  assert.equal(view.title, "Next");
  assert.deepEqual([...new Set(view.sources.map(({ name }) => name))], ["Aksel Lund"]);
  const words = await page.run(() =>
    [...CSS.highlights.values()].flatMap((highlight) => [...highlight].map(String)),
  );
  assert.ok(
    words.every((piece) => piece !== "" && !/slipway|Nobody wanted/.test(piece)),
    `something of the old one is left: ${words.join(" | ")}`,
  );
  await page.press("Escape");
  await until("the card to close", async () => (await page.dialogs()).length === 0);
}

/** @type {Record<string, (bench: Bench) => Promise<void>>} */
export const cases = {
  "a document written over the one that was read": async (bench) => {
    await assertReplaced(bench, "/written-over", (next) => {
      document.open();
      document.write(`<!doctype html>${next}`);
      document.close();
    });
  },

  "another root element in the document": async (bench) => {
    await assertReplaced(bench, "/other-root", (next) => {
      const root = new DOMParser().parseFromString(next, "text/html").documentElement;
      document.replaceChild(document.adoptNode(root), document.documentElement);
    });
  },

  "a frame that is written twice": async (bench) => {
    const article = (/** @type {string} */ text) =>
      `<!doctype html><html lang="en"><body><article><meta itemprop="datePublished" content="2026-01-01">
       <h1>Harbour</h1>${text.repeat(3)}</article></body></html>`;
    bench.give(
      "/frame-twice",
      `<article>${PARAGRAPH}</article><iframe width="800" height="400"></iframe>`,
    );
    const page = await bench.open("/frame-twice");
    const write = (/** @type {string} */ html) =>
      page.run((words) => {
        const inner = document.querySelector("iframe")?.contentDocument;
        inner?.open();
        inner?.write(words);
        inner?.close();
      }, html);
    const untilClaim = (/** @type {string} */ words) =>
      until(`“${words}” in the frame`, () =>
        page.run((wanted) => {
          const inner = /** @type {any} */ (document.querySelector("iframe")?.contentWindow);
          const ranges = [...(inner.CSS.highlights.get("whence-claim") ?? [])];
          return ranges.some((range) => String(range).includes(wanted));
        }, words),
      );
    await write(article(PARAGRAPH));
    await untilClaim("Nobody wanted");
    await write(article(OTHER));
    await untilClaim("nine years");
  },
};
