/** What stays inside: nothing of a page is kept or logged, and where Whence is off it is not there. */

import assert from "node:assert/strict";
import { until } from "./driver.js";
import { hoverCard, paintedCount, placeOf, untilBare, untilCard, untilPainted } from "./painted.js";
import { PARAGRAPH } from "./texts.js";

/** Words of a page that are nowhere else. */
const MARK = /Wendelmoot|Ysabel Quorn/;
const SECRET = `<article><h1>Wendelmoot report</h1><p>The Wendelmoot harbour lost 4,310 crates last year,
the auditor Ysabel Quorn said on Thursday. “Wendelmoot was told twice,” she added to the council.</p></article>`;

/** Notes what a page can see of a guest without looking for it by name. */
const SPY = `<script>
  window.seen = [];
  const see = (what) => window.seen.push(what);
  new MutationObserver((records) => records.forEach((record) => {
    const own = record.target.localName === "body" || record.target.localName === "html";
    const names = [...record.addedNodes, ...record.removedNodes].map((node) => node.nodeName);
    // The parser's own additions come before the page is complete.
    if (document.readyState === "complete") see(record.type + " " + record.target.nodeName + " " + names + (own ? "" : "!"));
  })).observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  addEventListener("error", (event) => see("error " + event.message));
  addEventListener("unhandledrejection", (event) => see("rejection " + event.reason));
  addEventListener("message", (event) => see("message " + JSON.stringify(event.data)));
  document.addEventListener("securitypolicyviolation", (event) => see("policy " + event.blockedURI));
  for (const [owner, names] of [
    [Element.prototype, ["attachShadow", "setAttribute", "append"]], [Node.prototype, ["appendChild"]],
    [Document.prototype, ["createElement", "createRange"]], [window, ["setTimeout", "setInterval",
    "requestIdleCallback", "requestAnimationFrame", "fetch", "postMessage", "getSelection"]],
    [EventTarget.prototype, ["addEventListener"]],
  ]) for (const name of names) {
    const real = owner[name];
    owner[name] = function (...given) { see(name + " " + given[0]); return real.apply(this, given); };
  }
</script>`;

/** @param {import('./driver.js').Page} page @returns {Promise<string[]>} */
function seenBy(page) {
  return page.run(() => /** @type {any} */ (window).seen);
}

/** @type {Record<string, (bench: import('./bench.js').Bench) => Promise<void>>} */
export const cases = {
  "no words of a page in storage or logs": async (bench) => {
    bench.give("/secret", SECRET);
    const page = await bench.open("/secret");
    await untilPainted(page);
    const { x, y } = await placeOf(page, "was told twice");
    await page.click(x, y);
    await untilCard(page);
    const popup = await bench.openPopup("/secret");
    await until("the list", () =>
      popup.run(() => document.querySelector("#list details") !== null),
    );
    const options = await bench.openOwn("/options/options.html");
    await until("the options", () =>
      options.run(() => document.querySelectorAll("#flags input").length > 0),
    );
    await bench.press(options, "#figures"); // something is stored
    await until("the choice to be stored", async () => {
      const { settings } = await bench.browser.inside(() => chrome.storage.local.get("settings"));
      return settings !== undefined;
    });
    const kept = await bench.browser.inside(async () => ({
      local: await chrome.storage.local.get(null),
      session: await chrome.storage.session.get(null),
      sync: await chrome.storage.sync.get(null).catch(() => null),
      web: JSON.stringify({ ...localStorage, ...sessionStorage }),
      databases: (await indexedDB.databases()).map(({ name }) => name),
      caches: await caches.keys().catch(() => []),
    }));
    assert.doesNotMatch(JSON.stringify(kept), MARK);
    assert.doesNotMatch(JSON.stringify(kept), /localhost.*secret/, "nor the page's address");
    assert.deepEqual(Object.keys(kept.local), ["settings"]);
    assert.equal(kept.web, "{}");
    assert.deepEqual(kept.caches, []);
    assert.deepEqual(await bench.browser.logged(), [], "nothing is logged");
    const own = await page.run(() => ({
      web: Object.keys({ ...localStorage, ...sessionStorage }),
      cookie: document.cookie,
      name: window.name,
    }));
    assert.deepEqual(own, { web: [], cookie: "", name: "" }, "nothing is left with the page");
  },

  "private windows: the same choices hold, at once, and nothing of them is kept": async (bench) => {
    bench.give("/secret", SECRET);
    const apart = await bench.apart(bench.extension);
    const { browser } = apart;
    const stored = () =>
      browser.inside(async () => ({
        local: await chrome.storage.local.get(null),
        session: await chrome.storage.session.get(null),
      }));
    const before = await stored();
    const page = await browser.openPrivate(bench.server.url("/secret"));
    const window = await browser.inside(async (url) => {
      const tabs = await chrome.tabs.query({});
      return tabs.find((tab) => tab.url === url)?.incognito;
    }, bench.server.url("/secret"));
    assert.equal(window, true, "the window is a private one");
    await untilPainted(page);
    await hoverCard(page, "was told twice");
    assert.deepEqual(await stored(), before, "nothing of the page is stored");
    assert.deepEqual(await browser.logged(), [], "nothing is logged");

    const off = /** @type {const} */ ({ host: "localhost", scope: "host", run: "off" });
    await apart.choose({ sites: [off] });
    await untilBare(page);
    await apart.choose({ sites: [{ ...off, run: "on" }] });
    await untilPainted(page);
  },

  "a page at rest sees nothing of Whence but its highlights": async (bench) => {
    bench.give("/spy", `${SPY}<article>${PARAGRAPH}</article>`);
    const page = await bench.open("/spy");
    await untilPainted(page);
    await page.point(300, 300);
    await page.point(4, 4); // on no word of a claim, where a card would open
    await bench.untilState("read", "/spy");
    assert.deepEqual(await seenBy(page), []);
    const left = await page.run(() => ({
      attributes:
        document.documentElement.getAttributeNames().length +
        document.body.getAttributeNames().length,
      resources: performance
        .getEntriesByType("resource")
        .map(({ name }) => name)
        .filter((name) => !name.endsWith("/favicon.ico")),
      names: Object.getOwnPropertyNames(window).filter((name) => /whence|extension/i.test(name)),
      symbols: Object.getOwnPropertySymbols(window)
        .map(String)
        .filter((name) => /whence/i.test(name)),
      sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
      text: String(getSelection()),
    }));
    assert.deepEqual(left, {
      attributes: 2, // the page's own language and direction
      resources: [],
      names: [],
      symbols: [],
      sheets: 0,
      text: "",
    });
  },

  "a card comes and goes with one element, and that says nothing": async (bench) => {
    bench.give("/spy", `${SPY}<article>${PARAGRAPH}</article>`);
    const page = await bench.open("/spy");
    await untilPainted(page);
    await hoverCard(page, "Nobody wanted this");
    const host = await page.run(() => {
      const card = document.querySelector("[popover]");
      return {
        shadow: card?.shadowRoot ?? null,
        words: card?.textContent,
        inside: card?.childNodes.length,
      };
    });
    assert.deepEqual(host, { shadow: null, words: "", inside: 0 });
    await page.press("Escape");
    await until("the card to close", async () => (await page.dialogs()).length === 0);
    const seen = await seenBy(page);
    assert.ok(
      seen.every((what) => /^(?:childList BODY (?:DIV|,DIV)|attributes DIV )/.test(what)),
      seen.join("\n"),
    );
    assert.equal(seen.filter((what) => what.startsWith("childList")).length, 2, seen.join("\n"));
  },

  "where it is off nothing runs, and nothing wakes the background": async (bench) => {
    await bench.choose({ sites: [{ host: "localhost", scope: "host", run: "off" }] });
    await until("localhost to be off", async () =>
      (await bench.registered()).every((pattern) => !pattern.includes("localhost")),
    );
    await bench.browser.stopBackground();
    const from = bench.server.requests.length;
    bench.give("/spy", `${SPY}<article>${PARAGRAPH}</article>`);
    const page = await bench.open("/spy");
    await page.point(100, 60);
    await page.point(120, 80);
    await page.run(() => history.pushState(null, "", "#there"));
    await page.run(
      (html) => document.querySelector("article")?.insertAdjacentHTML("beforeend", html),
      PARAGRAPH,
    );
    // A page of a site that is on has time to be read meanwhile; it does wake the background, so
    // that this could be seen.
    await page.run(() => new Promise((done) => setTimeout(done, 700)));
    assert.equal(await bench.browser.backgroundRuns(), false, "the background sleeps");
    assert.equal(await bench.describe("/spy#there"), null, "nobody listens in the page");
    assert.equal(await paintedCount(page), 0);
    assert.deepEqual(bench.server.requests.slice(from), ["/spy"]);
    const other = await bench.open("/spy", "127.0.0.1");
    await untilPainted(other);
    assert.equal(await bench.browser.backgroundRuns(), true);
  },

  "a page that was loading at a change leaves nothing that wakes the background for others": async (
    bench,
  ) => {
    bench.server.give("/endless", { body: "", endless: true });
    bench.give("/loading", `<article>${PARAGRAPH}</article>`);
    const page = await bench.open("/loading");
    await untilPainted(page);
    await page.run(() => {
      const frame = document.createElement("iframe");
      frame.src = "/endless";
      document.body.append(frame);
    });
    if (bench.browser.name === "chromium") {
      await until("the tab to load", () =>
        bench.browser.inside(
          async () => (await chrome.tabs.query({ status: "loading" })).length > 0,
        ),
      );
    }
    await bench.choose({ sites: [{ host: "localhost", scope: "host", run: "off" }] });
    await until("localhost to be off", async () =>
      (await bench.registered()).every((pattern) => !pattern.includes("localhost")),
    );
    // What the page says as it stops, that it shows nothing any more, would wake the background again.
    await until("nobody to listen", async () => (await bench.describe("/loading")) === null);
    await bench.browser.stopBackground();
    await page.close();
    bench.give("/other", `<article>${PARAGRAPH}</article>`);
    await bench.open("/other");
    await new Promise((done) => setTimeout(done, 700)); // as above
    assert.equal(await bench.browser.backgroundRuns(), false, "the background sleeps");
  },

  "a page that was read sends nothing while it is at rest": async (bench) => {
    bench.give("/rest", `<article>${PARAGRAPH}</article><p id="clock">1</p>`);
    const page = await bench.open("/rest");
    await untilPainted(page);
    await bench.untilState("read", "/rest");
    await bench.browser.stopBackground();
    const from = bench.server.requests.length;
    await bench.browser.requests();
    for (let step = 0; step < 5; step++) {
      await page.point(300 + step * 20, 300);
      await page.run((tick) => {
        const clock = document.querySelector("#clock");
        if (clock) clock.textContent = String(tick);
        scrollTo({ top: tick * 10 });
      }, step);
    }
    const card = await hoverCard(page, "Nobody wanted this");
    assert.match(card.text, /Ines Dahl/);
    await page.press("Escape");
    await page.run(() => new Promise((done) => setTimeout(done, 700)));
    assert.equal(await bench.browser.backgroundRuns(), false, "no message has woken it");
    assert.deepEqual(bench.server.requests.slice(from), []);
    assert.deepEqual(await bench.browser.requests(), []);
  },
};
