/**
 * Runs the content script's own modules on an article inside a page of the extension, where they can
 * be timed one by one; `browser.js` joins them and calls `bench`.
 */

import { scanned } from "../../extension/background/border.js";
import { askEngine } from "../../extension/content/ask.js";
import { paint, clear } from "../../extension/content/highlights.js";
import { readPage, requestOf } from "../../extension/content/read_page.js";
import { Reading } from "../../extension/content/reading.js";
import { api } from "../../extension/shared/browser.js";
import initialise from "../../extension/core/whence.js";

/** Resolves after the second frame from now: what was painted is on the screen. */
function twoFrames() {
  return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
}

/** @param {() => unknown} act @returns {Promise<number>} ms */
async function timeOf(act) {
  const start = performance.now();
  await act();
  return performance.now() - start;
}

/** @param {string[]} paragraphs */
function setArticle(paragraphs) {
  const article = /** @type {Element} */ (document.querySelector("article"));
  article.replaceChildren(
    ...paragraphs.map((text) => {
      const paragraph = document.createElement("p");
      paragraph.textContent = text;
      return paragraph;
    }),
  );
}

/** What is asked of the engine by default. */
const OPTIONS = { figures: true, flags: null };

const bench = {
  /**
   * The engine's speed on one thread, MB/s of UTF-8, the best of some runs.
   * @param {string[]} paragraphs
   * @param {number} runs
   */
  async engine(paragraphs, runs) {
    await initialise({ module_or_path: api.runtime.getURL("core/whence_bg.wasm") });
    /** @type {import('../../extension/core/whence.js').ScanRequest} */
    const request = {
      blocks: paragraphs.map((text) => ({ text, kind: "paragraph", links: [], marks: [] })),
      references: [],
      page: { url: location.href, title: "Bench", language: "en" },
      options: OPTIONS,
    };
    const bytes = paragraphs.reduce((sum, text) => sum + new TextEncoder().encode(text).length, 0);
    const times = [];
    for (let run = 0; run < runs; run++) times.push(await timeOf(() => scanned(request)));
    return bytes / 1e6 / (Math.min(...times) / 1e3);
  },

  /**
   * The page thread's work for an article, ms each: reading it and sending it, then placing and
   * painting the reply.
   * @param {string[]} paragraphs
   * @param {number} runs
   */
  async page(paragraphs, runs) {
    const measures = [];
    for (let run = 0; run < runs; run++) {
      setArticle(paragraphs);
      await twoFrames();
      const start = performance.now();
      const { blocks, entries } = await readPage();
      const asked = askEngine(requestOf(blocks, entries, OPTIONS));
      const reading = performance.now() - start;
      const reply = await asked;
      await twoFrames();
      const idle = await timeOf(twoFrames);
      const painting = await timeOf(async () => {
        await paint((await Reading.of(blocks, reply, "sources")).paints(), "quiet");
        await twoFrames();
      });
      measures.push({ reading, painting: Math.max(0, painting - idle) });
      clear();
    }
    return measures;
  },
};

/** @typedef {typeof bench} PageBench */
/** @type {any} */ (globalThis).bench = bench;
