/** Measures Whence in a browser: the engine, the page's thread, the way from load to hints, rest. */

import { cpSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { launch, until } from "../browser/driver.js";
import { paintedCount, untilAllPainted, untilPainted } from "../browser/painted.js";
import { servePages } from "../browser/server.js";
import { hostileTexts } from "./engine.js";
import { newsOfWords, newsParagraphs } from "./text.js";

/**
 * @typedef {import('../browser/driver.js').Browser} Browser
 * @typedef {import('../browser/driver.js').Page} Page
 * @typedef {import('../browser/server.js').PageServer} PageServer
 * @typedef {import('./engine.js').Measure} Measure
 */

const ROOT = join(import.meta.dirname, "../..");

/** Runs of each measure; the best is what the code costs, whatever else the machine does. */
const RUNS = 7;

/** So many times the engine reads a megabyte: browsers compile wasm better only as it runs. */
const ENGINE_RUNS = 20;

/**
 * That many times over, with pauses of so many ms: a machine that others share is half as fast for
 * seconds on end, which says nothing of the code.
 */
const ENGINE_ROUNDS = 5;
const ENGINE_PAUSE = 3_000;

/** How long a browser is left alone before a page is loaded in it, ms. */
const SETTLES = 1_000;

/** How long a page at rest is watched, ms. */
const REST = 5_000;

/** Tabs that are open for the measure of memory. */
const TABS = 10;

/** Runs of each hostile text. */
const HOSTILE_RUNS = 3;

/** Pages that ask for a long scan at once, and UTF-8 bytes of each: nearly as many as a request may hold. */
const LONG = 4;
const LONG_TEXT = 1.15e6;

/**
 * The extension with the page of the bench in it, joined with the modules it runs.
 * @returns {string} its folder
 */
function layOutBench() {
  const folder = join(ROOT, "target/bench-extension");
  rmSync(folder, { recursive: true, force: true });
  cpSync(join(ROOT, "dist/test"), folder, { recursive: true });
  cpSync(join(import.meta.dirname, "page.html"), join(folder, "bench/page.html"));
  writeFileSync(join(folder, "bench/texts.json"), JSON.stringify(hostileTexts()));
  buildSync({
    entryPoints: [join(import.meta.dirname, "page.js")],
    outfile: join(folder, "bench/page.js"),
    bundle: true,
    format: "esm",
  });
  return folder;
}

/** @param {string[]} paragraphs @param {string} [script] */
function articleOf(paragraphs, script = "") {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>Bench</title><body>${script}
<article>${paragraphs.map((text) => `<p>${text}</p>`).join("\n")}</article></body></html>`;
}

/** Notes when the first highlight is there, ms after the page's parsing ended. */
const NOTES_HINTS = `<script>
  window.hints = new Promise((done) => {
    let parsed;
    addEventListener("DOMContentLoaded", () => { parsed = performance.now(); });
    const look = () => {
      if (CSS.highlights.size > 0) done(performance.now() - parsed);
      else requestAnimationFrame(look);
    };
    look();
  });
</script>`;

/**
 * @param {'chromium' | 'firefox'} name
 * @returns {Promise<{version: string, measures: Measure[]}>}
 */
export async function measureBrowser(name) {
  const server = await servePages();
  const browser = await launch(name, { extension: layOutBench() });
  try {
    const measures = [
      ...(await measureModules(browser)),
      ...(await measureWait(browser)),
      ...(await measureLoad(browser, server)),
      ...(await measureLongest(browser, server)),
      ...(await measureRest(browser, server)),
      ...(name === "chromium" ? await measureMemory(browser, server) : []),
    ];
    return {
      version: browser.version,
      measures: measures.map((measure) => ({ ...measure, browser: name })),
    };
  } finally {
    await browser.close();
    await server.close();
  }
}

/** @param {Browser} browser */
async function openBench(browser) {
  const page = await browser.open(`${browser.base()}/bench/page.html`);
  await until("the bench's page", () => page.run(() => "bench" in globalThis));
  return page;
}

/**
 * How long a short scan waits at most while other tabs have long ones, the middle of some runs: the best may
 * have met nothing.
 * @param {Browser} browser
 * @returns {Promise<Measure[]>}
 */
async function measureWait(browser) {
  const pages = [];
  for (let count = 0; count < LONG; count++) {
    const page = await openBench(browser);
    await page.run(
      (paragraphs) => /** @type {any} */ (globalThis).bench.awaitWord(paragraphs),
      newsParagraphs(LONG_TEXT),
    );
    pages.push(page);
  }
  const own = await openBench(browser);
  pages.push(own);
  const waits = [];
  for (let run = 0; run < RUNS; run++) {
    /** @type {{wait: number, long: number}} */
    const told = await own.run(
      (others) => /** @type {any} */ (globalThis).bench.wait(others),
      LONG,
    );
    waits.push(told);
  }
  for (const page of pages) await page.close();
  const { wait, long } = waits.toSorted((a, b) => a.wait - b.wait)[waits.length >> 1];
  const remark = `beside ${LONG} of ${LONG_TEXT / 1e6} MB, which took ${Math.round(long)} ms`;
  return [{ name: "wait for a short scan", value: wait, remark }];
}

/** @param {Browser} browser @returns {Promise<Measure[]>} */
async function measureModules(browser) {
  const page = await openBench(browser);
  const speeds = [];
  for (let round = 0; round < ENGINE_ROUNDS; round++) {
    if (round > 0) await new Promise((done) => setTimeout(done, ENGINE_PAUSE));
    const speed = await page.run(
      (paragraphs, runs) =>
        /** @type {{bench: import('./page.js').PageBench}} */ (
          /** @type {unknown} */ (globalThis)
        ).bench.engine(paragraphs, runs),
      newsParagraphs(1e6),
      ENGINE_RUNS,
    );
    speeds.push(speed);
  }
  /** @type {{name: string, ms: number}} */
  const dearest = await page.run(
    (runs) => /** @type {any} */ (globalThis).bench.dearest(runs),
    HOSTILE_RUNS,
  );
  const work = await page.run(
    (paragraphs, runs) =>
      /** @type {{bench: import('./page.js').PageBench}} */ (
        /** @type {unknown} */ (globalThis)
      ).bench.page(paragraphs, runs),
    newsOfWords(10_000),
    RUNS,
  );
  await page.close();
  return [
    { name: "wasm speed", value: Math.max(...speeds) },
    { name: "wasm, 1 MB of any text", value: dearest.ms, remark: dearest.name },
    {
      name: "page thread, reading and sending",
      value: Math.min(...work.map(({ reading }) => reading)),
    },
    {
      name: "page thread, painting",
      value: Math.min(...work.map(({ painting }) => painting)),
    },
  ];
}

/** @param {Browser} browser @param {PageServer} server @returns {Promise<Measure[]>} */
async function measureLoad(browser, server) {
  server.give("/short", articleOf(newsOfWords(1_000), NOTES_HINTS));
  const load = async () => {
    // What the browser still does for the page before: taking it down, a process made ready for the next.
    await new Promise((done) => setTimeout(done, SETTLES));
    const page = await browser.open(server.url("/short"));
    const took = await page.run(
      () => /** @type {Promise<number>} */ (/** @type {any} */ (window).hints),
    );
    await page.close();
    return took;
  };
  await load(); // the browser's own first time
  const warm = [];
  const cold = [];
  for (let run = 0; run < RUNS; run++) {
    warm.push(await load());
    await browser.stopBackground();
    cold.push(await load());
  }
  return [
    { name: "load to hints, background awake", value: Math.min(...warm) },
    { name: "load to hints, background asleep", value: Math.min(...cold) },
  ];
}

/**
 * The longest task of a page's thread while Whence is switched on on a page that is open: from beginning
 * to end, as the browser itself tells it, with the browser's own work in it (the styles of the sheet that
 * comes in, frames in which highlights are drawn). The wait between tasks is not in it. On a busy machine
 * a task stands still while others run, so the best of some runs counts.
 * @param {Browser} browser
 * @param {PageServer} server
 * @returns {Promise<Measure[]>}
 */
async function measureLongest(browser, server) {
  server.give("/long", articleOf(newsParagraphs(1e6)));
  const tasks = [];
  for (let run = 0; run < 3; run++) {
    await setSite(browser, "off");
    const page = await browser.open(server.url("/long"));
    // So that the page's own layout is not counted.
    await page.run(
      () =>
        new Promise((done) => {
          if (document.readyState === "complete") setTimeout(done, 1_000);
          else addEventListener("load", () => setTimeout(done, 1_000));
        }),
    );
    tasks.push(
      await page.longestTask(async () => {
        await setSite(browser, "on");
        await untilAllPainted(page, 60_000);
      }),
    );
    await page.close();
  }
  const { ms, remark } = tasks.reduce((best, task) => (task.ms < best.ms ? task : best));
  return [{ name: "page thread, longest task", value: ms, remark }];
}

/** @param {Browser} browser @param {'on' | 'off'} run */
async function setSite(browser, run) {
  await browser.inside(
    (sites) =>
      chrome.storage.local.set({
        settings: {
          version: 1,
          everywhere: "chosen",
          sites,
          figures: true,
          muted: [],
          look: "quiet",
        },
      }),
    [{ host: "localhost", scope: "host", run }],
  );
  await until(`localhost to be ${run}`, async () => {
    const scripts = await browser.inside(() => chrome.scripting.getRegisteredContentScripts());
    const matches = scripts.flatMap((script) => script.matches ?? []);
    return matches.some((pattern) => pattern.includes("localhost")) === (run === "on");
  });
}

/** @param {Browser} browser @param {PageServer} server @returns {Promise<Measure[]>} */
async function measureRest(browser, server) {
  const page = await browser.open(server.url("/short"));
  await untilPainted(page);
  await page.run(() => new Promise((done) => setTimeout(done, 1_000)));
  await browser.requests();
  const asked = server.requests.length;
  /** @type {Measure[]} */
  const measures = [];
  const tab = /** @type {{tab?: import('puppeteer-core').Page}} */ (page).tab;
  if (tab !== undefined) {
    await tab.tracing.start({ categories: ["devtools.timeline"] });
    await new Promise((done) => setTimeout(done, REST));
    const trace = JSON.parse(new TextDecoder().decode(await tab.tracing.stop()));
    const own = trace.traceEvents.filter((/** @type {any} */ event) =>
      ["TimerFire", "FunctionCall"].includes(event.name)
        ? JSON.stringify(event.args).includes("extension://")
        : event.name === "TimerFire",
    );
    measures.push({ name: "timers while idle", value: own.length });
  } else {
    await new Promise((done) => setTimeout(done, REST));
  }
  const requests = (await browser.requests()).length + (server.requests.length - asked);
  if ((await paintedCount(page)) === 0) throw new Error("the page at rest lost its hints");
  await page.close();
  return [...measures, { name: "requests while idle", value: requests }];
}

/**
 * The JavaScript heap of pages with Whence beyond that of pages without, Chromium alone tells it.
 * @param {Browser} browser
 * @param {PageServer} server
 * @returns {Promise<Measure[]>}
 */
async function measureMemory(browser, server) {
  server.give("/tab", articleOf(newsOfWords(1_000)));
  /** @param {'on' | 'off'} run */
  const heap = async (run) => {
    await setSite(browser, run);
    const pages = [];
    for (let count = 0; count < TABS; count++) {
      const page = await browser.open(server.url("/tab"));
      if (run === "on") await untilPainted(page);
      pages.push(/** @type {{session: import('puppeteer-core').CDPSession} & Page} */ (page));
    }
    let bytes = 0;
    for (const page of pages) {
      await page.session.send("HeapProfiler.collectGarbage");
      bytes += (await page.session.send("Runtime.getHeapUsage")).usedSize;
      await page.close();
    }
    return bytes;
  };
  const without = await heap("off");
  const withWhence = await heap("on");
  return [{ name: "memory a tab", value: (withWhence - without) / TABS / 1e6 }];
}
