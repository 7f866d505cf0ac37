/**
 * The button in the toolbar, pressed as a reader presses it, in the packages as they ship: with access
 * to no site. The press gives leave for the page at hand, and for that alone.
 */

import assert from "node:assert/strict";
import { until } from "./driver.js";
import { hoverCard, paintedCount, untilCard, untilPainted } from "./painted.js";

const SAMPLE = "/harbour-report/";
const OTHER = "/other-claims";

/**
 * What the open popup shows; null where none is open.
 * @param {import('./bench.js').Bench} bench
 */
function inPopup(bench) {
  return bench.browser.inside(() => {
    const popup = chrome.extension.getViews({ type: "popup" })[0];
    if (!popup?.document.body) return null; // none, or one that only begins to load
    const shown = (/** @type {string} */ selector) =>
      [...popup.document.querySelectorAll(selector)]
        .filter((found) => found.checkVisibility())
        .map((found) => found.textContent ?? "");
    return {
      state: shown("#state")[0] ?? null,
      site: shown("#switch-label")[0] ?? null,
      on: popup.document.querySelector("#switch")?.matches(":checked"),
      notice: shown("#notice")[0] ?? null,
      sources: shown("#list summary .name"),
      width: popup.innerWidth,
      height: popup.innerHeight,
      cut:
        popup.document.documentElement.scrollWidth > popup.innerWidth ||
        popup.document.documentElement.scrollHeight > popup.innerHeight,
    };
  });
}

/** @type {Record<string, (bench: import('./bench.js').Bench) => Promise<void>>} */
export const cases = {
  "on a site without access: the page at hand is read, this once": async (bench) => {
    const apart = await bench.apart(bench.shipped);
    assert.deepEqual(await apart.registered(), []);
    const kept = () =>
      apart.browser.inside(async () => ({
        stored: await chrome.storage.local.get(),
        granted: (await chrome.permissions.getAll()).origins,
      }));
    const before = await kept();
    assert.deepEqual(before.granted, []);
    bench.give(OTHER, "<p>“The ferries are safe,” Ottilie Brandt told reporters on Monday.</p>");
    const other = await apart.open(OTHER);
    const page = await apart.open(SAMPLE);
    assert.equal(await paintedCount(page), 0, "nothing is read before");
    await page.pressButton();
    const popup = await until("the list", async () => {
      const shown = await inPopup(apart);
      return shown?.sources.length ? shown : null;
    });
    assert.ok(popup.sources.some((name) => name.includes("Ingrid Vasko")));
    assert.equal(popup.site, await apart.words("popup_switch", "localhost"));
    assert.equal(popup.on, false, "the site is not switched on by that");
    assert.equal(popup.notice, null);
    await until("a popup of its full size, that scrolls nowhere but in its list", async () => {
      const shown = await inPopup(apart);
      return shown && shown.width === 360 && shown.height === 600 && !shown.cut;
    });
    await untilPainted(page);
    await hoverCard(page, "simply not applied");
    await untilCard(page, "simply not applied");
    assert.equal(await paintedCount(other), 0, "no other page");
    assert.deepEqual(await kept(), before, "nothing is stored, nothing granted");
    const again = await apart.open(SAMPLE);
    await again.run(() => new Promise((done) => setTimeout(done, 700))); // time to be read, if it were
    assert.equal(await paintedCount(again), 0, "the next visit is not read");
    await apart.assertNoComplaints();
  },

  "the list, saved from the popup itself; a row leads to its claim": async (bench) => {
    const apart = await bench.apart(bench.shipped);
    const page = await apart.open(SAMPLE);
    await page.pressButton();
    await until("the list", async () => (await inPopup(apart))?.sources.length || null);
    /** @param {string} selector @param {string} words */
    const press = (selector, words) =>
      apart.browser.inside(
        (wanted, text) => {
          const { document } = chrome.extension.getViews({ type: "popup" })[0];
          const all = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(wanted));
          [...all].find((found) => found.textContent?.includes(text))?.click();
        },
        selector,
        words,
      );
    await press("#export-save", "");
    const [{ name, text }] = await apart.browser.saved();
    assert.equal(name, "whence-localhost.md");
    assert.match(text, /Ingrid Vasko/);
    await press("#list .row", "simply not applied");
    await untilCard(page, "simply not applied");
  },

  "on a page of the browser's own: it says that Whence cannot read it": async (bench) => {
    const apart = await bench.apart(bench.shipped);
    const page = await apart.openAt(
      bench.browser.name === "firefox" ? "about:license" : "chrome://version",
    );
    await page.pressButton();
    const said = await apart.words("popup_no_site");
    await until(`“${said}”`, async () => (await inPopup(apart))?.state === said);
    assert.equal((await inPopup(apart))?.site, null, "no site to switch");
    await apart.assertNoComplaints();
  },

  "on a site that is switched off: it stays unread": async (bench) => {
    const apart = await bench.apart(bench.shipped);
    await apart.choose({ sites: [{ host: "localhost", scope: "host", run: "off" }] });
    const page = await apart.open(SAMPLE);
    await page.pressButton();
    const said = await apart.words("state_dormant");
    await until(`“${said}”`, async () => (await inPopup(apart))?.state === said);
    assert.equal((await inPopup(apart))?.on, false);
    assert.equal(await paintedCount(page), 0);
    await apart.assertNoComplaints();
  },
};
