/**
 * Ways in which a page comes before the reader's eyes, goes, and comes back.
 */

import assert from "node:assert/strict";
import { until } from "./driver.js";
import { drawnIn } from "./printed.js";
import { hoverCard, painted, paintedCount, placeOf, untilBare, untilCard } from "./painted.js";
import { untilPainted } from "./painted.js";
import { FILLER, numbered, OTHER, PARAGRAPH } from "./texts.js";

const SAMPLE = "/harbour-report/";

/** What lets a page be kept when it is left; the server's own headers forbid it. */
const KEPT = { "cache-control": "no-cache" };

/**
 * Goes back or on in a tab's history, and waits until the page there shows.
 * @param {import('./driver.js').Page} page
 * @param {number} by
 * @param {string} title
 */
async function go(page, by, title) {
  await page.run((steps) => setTimeout(() => history.go(steps)), by);
  await until(`the page ${title}`, async () => {
    // Between two pages there is nobody to answer.
    const shown = await page.run(() => document.querySelector("h1")?.textContent).catch(() => "");
    return shown === title;
  });
}

/** A page that notes how it was shown. @param {string} title @param {string} body */
function noting(title, body) {
  return `<script>
    addEventListener("pageshow", (event) => { window.restored = event.persisted; });
  </script><article><h1>${title}</h1>${body}</article>`;
}

/**
 * Brings a tab to the front and waits until Whence says of its page that it is in this state. In one call:
 * after each, Firefox's driver brings the tab that it drives back to the front.
 * @param {import('./bench.js').Bench} bench
 * @param {number} tab
 * @param {string} wanted
 */
async function showTab(bench, tab, wanted) {
  const state = await bench.browser.inside(
    async (id, last) => {
      await chrome.tabs.update(id, { active: true });
      let view;
      for (let look = 0; look < 200 && view?.state !== last; look += 1) {
        await new Promise((done) => setTimeout(done, 50));
        view = await chrome.tabs
          .sendMessage(id, { type: "describe" }, { frameId: 0 })
          .catch(() => null);
      }
      return view?.state;
    },
    tab,
    wanted,
  );
  assert.equal(state, wanted);
}

/**
 * Opens a page, and behind its tab another, in the same window.
 * @param {import('./bench.js').Bench} bench
 * @param {string} path
 */
async function openBehind(bench, path) {
  await bench.open(`${path}?front`);
  const front = await bench.browser.tabOf(bench.server.url(`${path}?front`));
  return bench.browser.inside(
    async (id, url) => {
      const { windowId } = await chrome.tabs.get(id);
      return (await chrome.tabs.create({ url, windowId, active: false })).id ?? -1;
    },
    front,
    bench.server.url(path),
  );
}

/** @type {Record<string, (bench: import('./bench.js').Bench) => Promise<void>>} */
export const cases = {
  "back and forward: a page kept by the browser keeps its hints": async (bench) => {
    bench.give("/first", noting("First", PARAGRAPH), { headers: KEPT });
    bench.give("/second", noting("Second", numbered(2)), { headers: KEPT });
    const page = await bench.open("/first");
    const count = await untilPainted(page);
    // Whether a page is kept is the browser's choice, which it may once decide otherwise; a page that
    // Whence keeps it from keeping is never kept.
    let restored = false;
    for (let visit = 0; visit < 3 && !restored; visit += 1) {
      await page.goto(bench.server.url("/second"));
      await untilPainted(page);
      await go(page, -1, "First");
      restored = await page.run(() => /** @type {any} */ (window).restored);
      assert.equal(await untilPainted(page), count);
    }
    assert.equal(restored, true, "the browser kept the page");
    const card = await hoverCard(page, "Nobody wanted this");
    assert.match(card.text, /Ines Dahl/);
    await go(page, 1, "Second");
    await untilPainted(page);
  },

  "back to a kept page of a site that was switched off meanwhile": async (bench) => {
    bench.give("/first", noting("First", PARAGRAPH), { headers: KEPT });
    bench.give("/second", noting("Second", numbered(2)), { headers: KEPT });
    const page = await bench.open("/first");
    await untilPainted(page);
    await page.goto(bench.server.url("/second", "127.0.0.1"));
    await untilPainted(page);
    await bench.choose({ sites: [{ host: "localhost", scope: "host", run: "off" }] });
    await until("localhost to be off", async () =>
      (await bench.registered()).every((pattern) => !pattern.includes("localhost")),
    );
    await go(page, -1, "First");
    await untilBare(page);
    await until("nobody to listen", async () => (await bench.describe("/first")) === null);
  },

  "history without a load, there and back": async (bench) => {
    bench.give(
      "/story",
      `<main><article>${PARAGRAPH}</article></main><script>
        const stories = { "": document.querySelector("main").innerHTML,
          "#lamp": ${JSON.stringify(`<article>${OTHER}</article>`)} };
        const show = () => { document.querySelector("main").innerHTML = stories[location.hash]; };
        addEventListener("popstate", show);
        window.follow = () => { history.pushState(null, "", "#lamp"); show(); };
      </script>`,
    );
    const page = await bench.open("/story");
    const says = (/** @type {string} */ words, /** @type {string} */ other) =>
      until(`“${words}” alone`, async () => {
        const all = Object.values(await painted(page)).flat();
        return (
          all.some((piece) => piece.includes(words)) && !all.some((piece) => piece.includes(other))
        );
      });
    await says("Nobody wanted this", "nine years");
    await page.run(() => /** @type {any} */ (window).follow());
    await says("nine years", "Nobody wanted this");
    await page.run(() => history.back());
    await says("Nobody wanted this", "nine years");
    const card = await hoverCard(page, "Nobody wanted this");
    assert.match(card.text, /Ines Dahl/);
  },

  "a tab in the background is read when it is shown": async (bench) => {
    bench.give("/behind", `<article>${PARAGRAPH}</article>`);
    const tab = await openBehind(bench, "/behind");
    await bench.untilState("waiting", "/behind");
    // A page that was opened later was read meanwhile: this one had the time.
    const later = await bench.open(SAMPLE);
    await untilPainted(later);
    assert.equal((await bench.describe("/behind"))?.state, "waiting");
    await showTab(bench, tab, "read");
    await bench.browser.inside((id) => chrome.tabs.remove(id), tab);
  },

  "a page that the browser renders ahead: nothing is sent or painted before it is shown": async (
    bench,
  ) => {
    bench.give("/link", `<a href="/ahead">&nbsp;</a>`);
    bench.give(
      "/ahead",
      `<script>
        window.early = [];
        const look = () => {
          if (!document.prerendering) return;
          early.push(CSS.highlights.size);
          // Long after it was loaded: a page at the front would be painted by now.
          if (early.length === 30) fetch("/looked");
          setTimeout(look, 50);
        };
        look();
      </script><article>${PARAGRAPH}</article>`,
    );
    // Opened by the extension: from a tab that is driven nothing is rendered ahead.
    const tab = await openBehind(bench, "/link");
    await showTab(bench, tab, "empty");
    await bench.browser.stopBackground();
    const rules = { prerender: [{ source: "list", urls: ["/ahead"], eagerness: "immediate" }] };
    const can = await bench.browser.inside(
      async (id, words) => {
        const [{ result }] = await chrome.scripting.executeScript({
          target: { tabId: id },
          world: "MAIN",
          args: [words],
          func: (text) => {
            if (!HTMLScriptElement.supports("speculationrules")) return false;
            const script = document.createElement("script");
            script.type = "speculationrules";
            script.textContent = text;
            document.body.append(script);
            return true;
          },
        });
        return result === true;
      },
      tab,
      JSON.stringify(rules),
    );
    assert.equal(can, bench.browser.name === "chromium", "who can render ahead");
    if (can) {
      await until("the page to be rendered", () => bench.server.requests.includes("/looked"));
      assert.equal(await bench.browser.backgroundRuns(), false, "no message has woken it");
    }
    const inTab = (/** @type {boolean} */ click) =>
      bench.browser.inside(
        async (id, press) => {
          await chrome.tabs.update(id, { active: true });
          if (!press) await new Promise((done) => setTimeout(done, 300)); // time to be read
          const [{ result }] = await chrome.scripting.executeScript({
            target: { tabId: id },
            world: "MAIN",
            args: [press],
            func: (first) => {
              if (first) document.querySelector("a")?.click();
              const [entry] = performance.getEntriesByType("navigation");
              return {
                path: location.pathname,
                claims: CSS.highlights.get("whence-claim")?.size ?? 0,
                early: /** @type {any} */ (window).early,
                ahead: Number(/** @type {any} */ (entry).activationStart ?? 0) > 0,
              };
            },
          });
          return result;
        },
        tab,
        click,
      );
    await inTab(true);
    const seen = await until("the page to be painted", async () => {
      const now = await inTab(false).catch(() => null); // between two pages
      return now?.path === "/ahead" && now.claims > 0 ? now : null;
    });
    assert.equal(seen.claims, 2);
    assert.equal(seen.ahead, can, "it was rendered ahead");
    assert.ok(
      seen.early.every((/** @type {number} */ size) => size === 0),
      "nothing was painted before",
    );
    if (can) assert.ok(seen.early.length >= 30);
    await bench.browser.inside((id) => chrome.tabs.remove(id), tab);
  },

  "ten tabs at once": async (bench) => {
    const paths = Array.from({ length: 10 }, (_, number) => `/tab-${number}`);
    for (const [number, path] of paths.entries()) {
      bench.give(path, `<article><h1>Tab</h1>${numbered(number)}${FILLER.repeat(20)}</article>`);
    }
    await bench.choose({ sites: [{ host: "localhost", scope: "host", run: "off" }] });
    await until("localhost to be off", async () =>
      (await bench.registered()).every((pattern) => !pattern.includes("localhost")),
    );
    const pages = [];
    for (const path of paths) pages.push(await bench.open(path));
    await bench.browser.stopBackground();
    await bench.choose({ sites: [{ host: "localhost", scope: "host", run: "on" }] });
    for (const [number, path] of paths.entries()) {
      await pages[number].show();
      const { claims } = await bench.untilState("read", path);
      assert.deepEqual(
        claims.map(({ words }) => words),
        [`“Boat number ${number} was late again this morning,”`],
      );
    }
  },

  "ten frames that ask at once": async (bench) => {
    const frames = Array.from({ length: 10 }, (_, number) => {
      // A frame is read only where it says that it is an article.
      const day = `<meta itemprop="datePublished" content="2026-01-01">`;
      bench.give(`/frame-${number}`, `<article>${day}${numbered(number)}${FILLER}</article>`);
      return `<iframe src="/frame-${number}" width="800" height="300"></iframe>`;
    });
    bench.give("/frames", frames.join(""));
    await bench.browser.stopBackground();
    const page = await bench.open("/frames");
    await until("a claim in each", () =>
      page.run(() =>
        [...document.querySelectorAll("iframe")].every((frame, number) => {
          const inside = /** @type {any} */ (frame.contentWindow);
          const words = [...(inside.CSS.highlights.get("whence-claim") ?? [])].map(String).join();
          return words === `“Boat number ${number} was late again this morning,”`;
        }),
      ),
    );
  },

  "printed as without Whence, a card open or not": async (bench) => {
    bench.give("/printed", `<article><h1>Slipway shut</h1>${PARAGRAPH}${FILLER}</article>`);
    await bench.choose({ sites: [{ host: "localhost", scope: "host", run: "off" }] });
    await until("localhost to be off", async () =>
      (await bench.registered()).every((pattern) => !pattern.includes("localhost")),
    );
    const page = await bench.open("/printed");
    await page.run(() => document.fonts.ready.then(() => true));
    const without = drawnIn(await page.print());
    assert.ok(without.glyphs > 500, "the text is printed");
    await bench.choose({ sites: [{ host: "localhost", scope: "host", run: "on" }] });
    const count = await untilPainted(page);
    assert.deepEqual(drawnIn(await page.print()), without, "underlines are not printed");
    const { x, y } = await placeOf(page, "Nobody wanted this");
    await page.click(x, y);
    await untilCard(page);
    assert.deepEqual(drawnIn(await page.print()), without, "neither the card nor its claim's mark");
    assert.equal(await paintedCount(page), count, "what was painted stays painted");
    assert.equal((await page.dialogs()).length, 1, "the card is still open");
  },
};
