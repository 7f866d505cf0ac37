/** The list as a panel beside the page: Firefox's sidebar, Chrome's side panel. */

import assert from "node:assert/strict";
import { until } from "./driver.js";
import { untilPainted } from "./painted.js";

const SAMPLE = "/harbour-report/";
const OTHER = "/other-claims";

/**
 * What the panel shows; null where none is open, or not loaded yet.
 * @param {import('./bench.js').Bench} bench
 */
function inPanel(bench) {
  return bench.browser.inside(() => {
    const panel = chrome.extension.getViews().find(({ location }) => location.search === "?panel");
    if (panel?.document.readyState !== "complete") return null;
    const texts = (/** @type {string} */ selector) =>
      [...panel.document.querySelectorAll(selector)]
        .filter((found) => found.checkVisibility())
        .map((found) => found.textContent);
    return {
      state: texts("#state")[0],
      sources: texts("#list summary .name"),
      wide: panel.document.documentElement.scrollWidth > panel.innerWidth,
    };
  });
}

/**
 * What Chrome would ask about before it installs the extension.
 * @param {import('./bench.js').Bench} bench
 */
function warnings(bench) {
  return bench.browser.inside(() => {
    const manifest = chrome.runtime.getManifest();
    delete manifest.host_permissions; // the test variant's own
    return chrome.management.getPermissionWarningsByManifest(JSON.stringify(manifest));
  });
}

/** @type {Record<string, (bench: import('./bench.js').Bench) => Promise<void>>} */
export const cases = {
  "offered by the popup, opened by a click, follows from tab to tab": async (bench) => {
    const page = await bench.open(SAMPLE);
    await untilPainted(page);
    const popup = await bench.openPopup(SAMPLE);
    await until("the list", () =>
      popup.run(() => document.querySelector("#list details") !== null),
    );
    const offered = await popup.run(() => document.querySelector("#beside")?.checkVisibility());
    assert.equal(offered, true);
    if (bench.browser.name === "chromium") {
      assert.deepEqual(await warnings(bench), [], "a right that readers would be asked for");
    }
    await bench.press(popup, "#beside");
    await page.show(); // the popup is gone
    await until("the panel", async () => (await inPanel(bench)) !== null);
    try {
      const { sources } = /** @type {NonNullable<Awaited<ReturnType<typeof bench.describe>>>} */ (
        await bench.describe(SAMPLE)
      );
      // As a heading a description has a capital; the page's own words stay as they are.
      const names = sources
        .filter(({ name }) => name !== "")
        .map(({ name, named }) => (named ? name.charAt(0).toUpperCase() + name.slice(1) : name));
      const lists = async (/** @type {string[]} */ wanted) => {
        const shown = (await inPanel(bench))?.sources;
        return wanted.every((name) => shown?.some((text) => text?.includes(name)));
      };
      await until("the page's sources", () => lists(names));
      assert.equal((await inPanel(bench))?.wide, false, "nothing is cut off");

      bench.give(OTHER, "<p>“The ferries are safe,” Ottilie Brandt told reporters on Monday.</p>");
      const other = await bench.open(OTHER);
      await until("the other page's source", () => lists(["Ottilie Brandt"]));
      assert.equal(await lists(names.slice(0, 1)), false);
      await other.goto(bench.server.url(SAMPLE));
      await until("the page it went to", () => lists(names));

      await other.goto("about:blank");
      const unseen = await bench.words("panel_no_site");
      await until("a word that it has no access", async () => {
        const shown = await inPanel(bench);
        return shown?.state === unseen && shown.sources.length === 0;
      });
    } finally {
      await bench.browser.inside(() => {
        for (const view of chrome.extension.getViews()) {
          if (view.location.search === "?panel") view.close();
        }
      });
    }
    await until("the panel to close", async () => (await inPanel(bench)) === null);
  },
};
