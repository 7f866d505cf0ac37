/** The page is left as it was found, and nothing is sent anywhere. */

import assert from "node:assert/strict";
import { until } from "./driver.js";
import { hoverCard, untilPainted } from "./painted.js";

const SAMPLE = "/harbour-report/";

/**
 * What a page could see of a guest: its document, its sheets, its window's names.
 * @param {import('./driver.js').Page} page
 */
export function seenByPage(page) {
  return page.run(() => ({
    html: document.documentElement.outerHTML,
    // Those that come over the network come when they come.
    sheets:
      [...document.styleSheets].filter((sheet) => sheet.href === null).length +
      document.adoptedStyleSheets.length,
    names: Object.getOwnPropertyNames(window).filter((name) => /whence/i.test(name)),
    focus: document.activeElement?.tagName,
    scroll: scrollY,
  }));
}

/**
 * Loads a page with Whence off, then on, and compares; a card is opened and closed between.
 * @param {import('./bench.js').Bench} bench
 * @param {string} path
 * @param {string | number} claim part of a claim on it, or its number
 */
export async function assertUnchanged(bench, path, claim) {
  await bench.choose({ sites: [{ host: "localhost", scope: "host", run: "off" }] });
  await until("localhost to be off", async () =>
    (await bench.registered()).every((pattern) => !pattern.includes("localhost")),
  );
  const page = await bench.open(path);
  await until("the page to be loaded", () => page.run(() => document.readyState === "complete"));
  const before = await seenByPage(page);
  await page.close();

  await bench.choose({ sites: [{ host: "localhost", scope: "host", run: "on" }] });
  await until("localhost to be on", async () =>
    (await bench.registered()).some((pattern) => pattern.includes("localhost")),
  );
  const after = await bench.open(path);
  await untilPainted(after);
  assert.deepEqual(await seenByPage(after), before, "with highlights painted");
  await hoverCard(after, claim);
  await after.press("Escape");
  await until("the card to close", async () => (await after.dialogs()).length === 0);
  await after.run(() => scrollTo({ top: 0, behavior: "instant" }));
  assert.deepEqual(await seenByPage(after), before, "after a card was opened and closed");
  return after;
}

/** @type {Record<string, (bench: import('./bench.js').Bench) => Promise<void>>} */
export const cases = {
  "the document is unchanged, with highlights and after a card": async (bench) => {
    await assertUnchanged(bench, SAMPLE, "We sent people");
  },

  "no request but the page's own": async (bench) => {
    await bench.browser.requests();
    const from = bench.server.requests.length;
    const page = await bench.open(SAMPLE);
    await untilPainted(page);
    await hoverCard(page, "Authority quietly moved");
    const popup = await bench.openPopup(SAMPLE);
    await until("the list", () =>
      popup.run(() => document.querySelector("#list details") !== null),
    );
    await bench.openOwn("/options/options.html");
    await page.show();
    await page.press("Escape");

    const asked = await bench.browser.requests();
    const favicon = bench.server.url("/favicon.ico"); // the browser's own wish
    assert.deepEqual(
      asked.filter((url) => url !== favicon),
      [bench.server.url(SAMPLE)],
    );
    assert.deepEqual(bench.server.requests.slice(from), [SAMPLE]);
  },

  "no file of the extension is open to pages": async (bench) => {
    const page = await bench.open(SAMPLE);
    await untilPainted(page);
    const base = bench.browser.base();
    const answers = await page.run(
      (files) =>
        Promise.all(
          files.map((file) =>
            fetch(file).then(
              () => "answered",
              () => "refused",
            ),
          ),
        ),
      [`${base}/manifest.json`, `${base}/icons/icon-16.png`, `${base}/core/whence_bg.wasm`],
    );
    assert.deepEqual(answers, ["refused", "refused", "refused"]);
    await bench.browser.complaints(); // of the refusals
  },
};
