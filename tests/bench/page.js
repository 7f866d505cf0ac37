/**
 * Runs the content script's own modules on an article inside a page of the extension, where they can
 * be timed one by one; `browser.js` joins them and calls `bench`.
 */

import { scanned, scannedParts } from "../../extension/background/border.js";
import { askEngine } from "../../extension/content/ask.js";
import { paint, clear } from "../../extension/content/highlights.js";
import { readPage, requestOf } from "../../extension/content/read_page.js";
import { Reading } from "../../extension/content/reading.js";
import { BOUNDS } from "../../extension/shared/bounds.js";
import { api } from "../../extension/shared/browser.js";
import { SCAN_PORT } from "../../extension/shared/messages.js";
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

/** How long short scans are asked for at least, ms. */
const ASKING = 1_500;

/** By this the pages of the bench tell each other when to ask, and that they have their answers. */
const told = new BroadcastChannel("bench");

/**
 * @param {string[]} paragraphs
 * @returns {import('../../extension/core/whence.js').ScanRequest}
 */
function requestFor(paragraphs) {
  return {
    blocks: paragraphs.map((text) => ({ text, kind: "paragraph", links: [], marks: [] })),
    references: [],
    page: { url: location.href, title: "Bench", language: "en" },
    options: OPTIONS,
  };
}

/**
 * Asks the background at once, without a pause for the page's own work; gives the time until the end of its
 * reply, ms.
 * @param {string[]} paragraphs
 */
function ask(paragraphs) {
  const { blocks, ...head } = requestFor(paragraphs);
  const start = performance.now();
  const port = api.runtime.connect({ name: SCAN_PORT });
  port.postMessage({ head });
  for (let at = 0; at < blocks.length; at += 200) {
    port.postMessage({ blocks: blocks.slice(at, at + 200) });
  }
  port.postMessage({ end: true });
  return new Promise((/** @type {(ms: number) => void} */ resolve, reject) => {
    port.onMessage.addListener(({ language, fault }) => {
      if (fault) reject(new Error(fault));
      if (!language) return;
      port.disconnect();
      resolve(performance.now() - start);
    });
  });
}

const bench = {
  /**
   * The engine's speed on one thread, MB/s of UTF-8, the best of some runs.
   * @param {string[]} paragraphs
   * @param {number} runs
   */
  async engine(paragraphs, runs) {
    await initialise({ module_or_path: api.runtime.getURL("core/whence_bg.wasm") });
    const request = requestFor(paragraphs);
    const bytes = paragraphs.reduce((sum, text) => sum + new TextEncoder().encode(text).length, 0);
    const times = [];
    for (let run = 0; run < runs; run++) times.push(await timeOf(() => scanned(request)));
    return bytes / 1e6 / (Math.min(...times) / 1e3);
  },

  /**
   * The dearest of the texts that lie beside the page: its name, and what all the turns cost in which the engine
   * reads it, ms for a megabyte of UTF-8, the best of some runs.
   * @param {number} runs
   */
  async dearest(runs) {
    /** @type {[string, string][]} */
    const texts = await (await fetch("texts.json")).json();
    let dearest = { name: "", ms: 0 };
    for (const [name, text] of texts) {
      const lines = text.split("\n");
      const first = lines.splice(0, BOUNDS.blocks - 1);
      const request = requestFor(lines.length === 0 ? first : [...first, lines.join("\n")]);
      const times = [];
      for (let run = 0; run < runs; run++) {
        times.push(
          await timeOf(() => {
            const parts = scannedParts(request);
            while (parts.next().value === null);
          }),
        );
      }
      const ms = (Math.min(...times) * 1e6) / new TextEncoder().encode(text).length;
      if (ms > dearest.ms) dearest = { name, ms };
    }
    return dearest;
  },

  /**
   * Asks for a long scan when another page of the bench says so.
   * @param {string[]} paragraphs
   */
  awaitWord(paragraphs) {
    told.onmessage = async ({ data }) => {
      if (data === "ask") told.postMessage(await ask(paragraphs));
    };
  },

  /**
   * The longest wait for a short scan while so many other pages have their long ones done, ms, and how long
   * these took.
   * @param {number} others
   */
  async wait(others) {
    await ask(["The mayor said so."]);
    /** @type {number[]} */
    const long = [];
    told.onmessage = ({ data }) => long.push(data);
    told.postMessage("ask");
    const waits = [];
    for (const end = performance.now() + ASKING; performance.now() < end || long.length < others;) {
      waits.push(await ask(["The mayor said so."]));
      await new Promise((done) => setTimeout(done, 10));
    }
    return { wait: Math.max(...waits), long: Math.max(...long) };
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
