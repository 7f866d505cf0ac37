/** Long pages, of which not every claim is registered everywhere: what the reader looks at is painted. */

import assert from "node:assert/strict";
import { until } from "./driver.js";
import { paintedCount, untilBare, untilPainted } from "./painted.js";
import { numbered } from "./texts.js";

/** Claims on the long page; from 2,000 ranges on Chromium is given those near the view alone. */
const CLAIMS = 2_400;

/** @param {number} from @param {number} to */
function paragraphs(from, to) {
  return Array.from({ length: to - from }, (_, at) =>
    numbered(from + at).replace("<p>", `<p id="p${from + at}">`),
  ).join("");
}

/** How many paragraphs are in view, and those of them whose claim is not painted. @param {import('./driver.js').Page} page */
function look(page) {
  return page.run(() => {
    const painted = new Set();
    for (const [name, highlight] of CSS.highlights) {
      if (!/^whence-(claim|anonymous)$/.test(name)) continue;
      for (const range of /** @type {Set<Range>} */ (/** @type {unknown} */ (highlight))) {
        if (!range.collapsed) painted.add(range.startContainer.parentElement?.closest("p"));
      }
    }
    const inView = [...document.querySelectorAll("p")].filter((p) => {
      if (p.closest("details:not([open])")) return false;
      // By its words: it may have no box of its own.
      const range = new Range();
      range.selectNodeContents(p);
      const { top, bottom, height } = range.getBoundingClientRect();
      const box = p.closest("#box")?.getBoundingClientRect() ?? { top: 0, bottom: innerHeight };
      return height > 0 && bottom > Math.max(box.top, 0) && top < Math.min(box.bottom, innerHeight);
    });
    return {
      seen: inView.length,
      first: inView[0]?.id ?? "",
      bare: inView.filter((p) => !painted.has(p)).map((p) => p.id),
    };
  });
}

/**
 * Waits until paragraphs are in view and each has its claim painted; gives the first of them.
 * @param {import('./driver.js').Page} page
 * @param {(first: number) => boolean} [where] which is to be the first, by its number
 */
async function untilPaintedInView(page, where = () => true) {
  /** @type {Awaited<ReturnType<typeof look>> | null} */
  let last = null;
  try {
    const { first } = await until("what is in view to be painted", async () => {
      last = await look(page);
      const there = last.seen > 2 && where(Number(last.first.slice(1)));
      return there && last.bare.length === 0 ? last : null;
    });
    return Number(first.slice(1));
  } catch (error) {
    throw new Error(JSON.stringify(last), { cause: error });
  }
}

/**
 * Waits until the claim at hand is one with these words.
 * @param {import('./driver.js').Page} page
 * @param {string} words
 */
function untilAtHand(page, words) {
  return until(`“${words}” to be at hand`, () =>
    page.run(
      (wanted) => [...(CSS.highlights.get("whence-active") ?? [])].join().includes(wanted),
      words,
    ),
  );
}

/**
 * Opens a long page and waits until it is read and what is in view painted.
 * @param {import('./bench.js').Bench} bench
 * @param {string} body
 */
async function openLong(bench, body) {
  bench.give("/far", body);
  const page = await bench.open("/far");
  await until("the page to be read", async () => (await bench.describe("/far"))?.state === "read");
  await untilPainted(page);
  return page;
}

/** @type {Record<string, (bench: import('./bench.js').Bench) => Promise<void>>} */
export const cases = {
  "painted where the reader goes: scrolled, jumped, by keys, by the list": async (bench) => {
    const page = await openLong(bench, `<article>${paragraphs(0, CLAIMS)}</article>`);
    await untilPaintedInView(page, (first) => first === 0);
    if (bench.browser.name === "chromium") {
      assert.ok((await paintedCount(page)) < 200, "far claims are not registered");
    }
    for (let step = 0; step < 5; step++) {
      await page.run(() => scrollBy({ top: innerHeight * 0.8, behavior: "instant" }));
      await untilPaintedInView(page);
    }
    await page.run(() => scrollTo({ top: document.body.scrollHeight / 2, behavior: "instant" }));
    await untilPaintedInView(page, (first) => first > CLAIMS / 3);
    await page.run(() => (location.hash = "#p300"));
    await untilPaintedInView(page, (first) => first === 300);
    await page.press("End");
    await untilPaintedInView(page, (first) => first > CLAIMS - 100);
    await page.run(() => scrollTo({ top: 0, behavior: "instant" }));
    await untilPaintedInView(page, (first) => first === 0);

    const tab = await bench.browser.tabOf(bench.server.url("/far#p300"));
    await bench.browser.inside(
      (id) => chrome.tabs.sendMessage(id, { type: "jump", attribution: 1500, figure: null }),
      tab,
    );
    await untilPaintedInView(page, (first) => first > 1400 && first < 1501);
    await untilAtHand(page, "Boat number 1500 ");
    await bench.browser.command("next-claim");
    await untilAtHand(page, "Boat number 1501 ");
    await untilPaintedInView(page);
    await page.press("Escape");

    await bench.choose({ sites: [{ host: "localhost", scope: "host", run: "off" }] });
    await untilBare(page);
    await page.run(() => scrollTo({ top: 0, behavior: "instant" }));
    await page.run(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    assert.equal(await paintedCount(page), 0, "nothing follows the view any more");
  },

  "painted where the page moves: resized, pushed down, unfolded, in a box that scrolls": async (
    bench,
  ) => {
    const part = CLAIMS / 4;
    const page = await openLong(
      bench,
      `<style>html { overflow-anchor: none }</style>
       <div id="late"></div>
       <article>
         <section>${paragraphs(0, part)}</section>
         <details open><summary>More</summary>${paragraphs(part, 2 * part)}</details>
         <div id="box" style="height: 500px; overflow: auto">${paragraphs(2 * part, 3 * part)}</div>
         <section>${paragraphs(3 * part, CLAIMS)}</section>
       </article>`,
    );
    await untilPaintedInView(page, (first) => first === 0);
    await page.run(() => document.querySelector("#p200")?.scrollIntoView({ behavior: "instant" }));
    await untilPaintedInView(page, (first) => first === 200);
    // Something tall takes its place above, and goes again.
    const setLate = (/** @type {string} */ height) =>
      page.run((value) => {
        const late = /** @type {HTMLElement} */ (document.querySelector("#late"));
        late.style.height = value;
      }, height);
    await setLate("9000px");
    await untilPaintedInView(page, (first) => first < 150);
    await setLate("0");
    await untilPaintedInView(page, (first) => first === 200);

    await page.resize(400, 800);
    await untilPaintedInView(page, (first) => first < 190);
    await page.resize(900, 800);
    await untilPaintedInView(page);

    const fold = () => page.run(() => document.querySelector("details")?.toggleAttribute("open"));
    await fold();
    await page.run(() =>
      document.querySelector("summary")?.scrollIntoView({ behavior: "instant" }),
    );
    await untilPaintedInView(page, (first) => first >= 2 * part);
    await fold();
    await untilPaintedInView(page, (first) => first === part);

    await page.run(() => document.querySelector("#box")?.scrollIntoView({ behavior: "instant" }));
    await untilPaintedInView(page, (first) => first >= 2 * part);
    await page.run(() => {
      const box = document.querySelector("#box");
      box?.scrollTo({ top: box.scrollHeight / 2, behavior: "instant" });
    });
    await until("the words in the box to be painted", async () => {
      const { bare, seen } = await look(page);
      return seen > 2 && bare.length === 0;
    });
  },

  "painted where elements have no box of their own, or are drawn only when near": async (bench) => {
    const part = CLAIMS / 2;
    const page = await openLong(
      bench,
      `<style>#boxless p { display: contents } #lazy p { content-visibility: auto }</style>
       <article><section id="lazy">${paragraphs(0, part)}</section>
       <section id="boxless">${paragraphs(part, CLAIMS).replaceAll("</p>", "</p><hr>")}</section></article>`,
    );
    await untilPaintedInView(page, (first) => first === 0);
    await page.run(() => document.querySelector("#p500")?.scrollIntoView({ behavior: "instant" }));
    await untilPaintedInView(page, (first) => first > 400);
    await page.press("End");
    await untilPaintedInView(page, (first) => first > part);
  },

  "painted where words run out of the box of their element": async (bench) => {
    const words = paragraphs(0, CLAIMS)
      .replace(/<p [^>]*>/g, "")
      .replaceAll("</p>", "<br><br>");
    const page = await openLong(
      bench,
      `<article><div style="height: 300px">${words}</div></article>`,
    );
    await page.run(() => scrollTo({ top: 40_000, behavior: "instant" }));
    await until("claims painted in view", () =>
      page.run(() => {
        const inView = [...(CSS.highlights.get("whence-claim") ?? [])].filter((range) => {
          const { top, bottom } = /** @type {Range} */ (range).getBoundingClientRect();
          return bottom > 0 && top < innerHeight;
        });
        return inView.length > 5;
      }),
    );
  },
};
