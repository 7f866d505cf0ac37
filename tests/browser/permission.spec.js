/** Access to sites: refused, and taken or given in the browser's own settings. */

import assert from "node:assert/strict";
import { Skipped } from "./bench.js";
import { openDisplay } from "./display.js";
import { until } from "./driver.js";
import { paintedCount, untilBare, untilPainted } from "./painted.js";

const SAMPLE = "/harbour-report/";

/**
 * What is stored, registered and granted.
 * @param {import('./bench.js').Bench} bench
 */
async function state(bench) {
  const kept = await bench.browser.inside(async () => ({
    stored: await chrome.storage.local.get(),
    waiting: await chrome.storage.session.get(),
    granted: (await chrome.permissions.getAll()).origins?.sort(),
  }));
  return { ...kept, registered: (await bench.registered()).sort() };
}

/**
 * Does something that asks for access, refuses it, and looks that nothing changed and that it is said.
 * @param {import('./bench.js').Bench} bench
 * @param {import('./driver.js').Page} page
 * @param {{notice: string, words: string, act: () => Promise<void>}} what
 */
async function assertRefused(bench, page, { notice, words, act }) {
  const before = await state(bench);
  await page.answer(false, act);
  const said = await bench.words(words);
  await until(`“${said}”`, () =>
    page.run(
      (selector, wanted) => {
        const element = document.querySelector(selector);
        return element?.checkVisibility() === true && element.textContent === wanted;
      },
      notice,
      said,
    ),
  );
  assert.deepEqual(await state(bench), before);
}

/**
 * Gives the focus to an element, as a script may; keys come after.
 * @param {import('./driver.js').Page} page
 * @param {string} selector
 */
function focusOn(page, selector) {
  return page.run(
    (wanted) => /** @type {HTMLElement} */ (document.querySelector(wanted)).focus(),
    selector,
  );
}

/**
 * Runs a case with the access to a host taken away; gives that back, and no more.
 * @param {import('./bench.js').Bench} bench
 * @param {string} host
 * @param {() => Promise<void>} run
 */
async function withoutAccess(bench, host, run) {
  await bench.browser.allow(host, false);
  try {
    await run();
  } finally {
    await bench.browser.allow(host, false); // what was granted beside the host's own pattern
    await bench.browser.allow(host, true);
  }
}

/**
 * A page of a host without access, and the popup for it: a press of the button in the toolbar lets the
 * extension see the page's address, and reads the page this once.
 * @param {import('./bench.js').Bench} bench
 * @param {string} host
 */
async function openUngiven(bench, host) {
  const page = await bench.open(SAMPLE, host);
  assert.equal(await paintedCount(page), 0);
  await page.pressButton();
  await untilPainted(page);
  const popup = await bench.openPopup(SAMPLE, host);
  await until("the popup's list", () =>
    popup.run(() => document.querySelector("#list details") !== null),
  );
  return { page, popup };
}

/**
 * Switches a site on in the popup, that the browser has not given: refused first, then granted.
 * @param {import('./bench.js').Bench} bench
 * @param {string} host
 */
async function switchOnUngiven(bench, host) {
  const { page, popup } = await openUngiven(bench, host);
  const isOn = () => popup.run(() => document.querySelector("#switch")?.matches(":checked"));
  assert.equal(await isOn(), false);
  await assertRefused(bench, popup, {
    notice: "#notice",
    words: "popup_refused",
    act: () => bench.press(popup, "#switch"),
  });
  assert.equal(await isOn(), false);
  await popup.answer(true, () => bench.press(popup, "#switch"), host);
  // The settings of the bench are stored already, without a rule.
  const kept = await until("a rule", async () => {
    const now = await state(bench);
    return /** @type {any} */ (now.stored.settings).sites.length > 0 ? now : null;
  });
  const rule = { host, scope: "host", run: "on" };
  assert.deepEqual(/** @type {any} */ (kept.stored.settings).sites, [rule]);
  assert.equal(await isOn(), true);
  assert.ok(kept.granted?.some((pattern) => pattern.endsWith(`//${host}/*`)));
  await page.show();
  await page.goto(bench.server.url(SAMPLE, host));
  await untilPainted(page);
}

/** @type {Record<string, (bench: import('./bench.js').Bench) => Promise<void>>} */
export const cases = {
  "refused in the popup: everything as it was, and it says so": async (bench) => {
    const page = await bench.open(SAMPLE);
    await untilPainted(page);
    const popup = await bench.openPopup(SAMPLE);
    await until("the switch", () =>
      popup.run(() => document.querySelector("#switch")?.matches(":checked")),
    );
    await assertRefused(bench, popup, {
      notice: "#notice",
      words: "popup_refused",
      act: async () => {
        await focusOn(popup, "#everywhere");
        await popup.press("ArrowDown");
      },
    });
    const shown = await popup.run(
      () => /** @type {HTMLSelectElement} */ (document.querySelector("#everywhere")).value,
    );
    assert.equal(shown, "chosen");
    assert.ok((await paintedCount(page)) > 0);
  },

  "a site not given yet: switched on in the popup and granted, it is read from then on": async (
    bench,
  ) => {
    const host = "127.0.0.1";
    await withoutAccess(bench, host, () => switchOnUngiven(bench, host));
  },

  "the browser's own question, in the package as it ships": async (bench) => {
    if (bench.browser.name === "firefox") {
      await switchOnUngiven(await bench.apart(bench.shipped), "localhost");
      return;
    }
    const display = await openDisplay();
    if (display === undefined) throw new Skipped("Xvfb and xdotool are not here");
    try {
      await switchOnUngiven(await bench.apart(bench.shipped, { display }), "localhost");
    } finally {
      display.close();
    }
  },

  "on by a rule, but without access: the popup says so and asks when told to": async (bench) => {
    const host = "127.0.0.1";
    await bench.choose({ sites: [{ host, scope: "host", run: "on" }] });
    await withoutAccess(bench, host, async () => {
      const { page, popup } = await openUngiven(bench, host);
      const said = await bench.words("popup_needs_access");
      const shows = (/** @type {string} */ selector) =>
        popup.run((wanted) => {
          const found = document.querySelector(wanted);
          return found?.checkVisibility() ? found.textContent : null;
        }, selector);
      await until("the button that asks", async () => (await shows("#give-access")) !== null);
      assert.equal(await shows("#notice"), said);
      await page.show();
      // Chrome takes the press for leave as long as the tab stays on the site, so it leaves it.
      await page.goto(bench.server.url(SAMPLE));
      await untilPainted(page);
      await page.goto(bench.server.url(SAMPLE, host));
      // A page that is read is painted within this time, as the cases above it show.
      await page.run(() => new Promise((done) => setTimeout(done, 700)));
      assert.equal(await paintedCount(page), 0, "the press of the button was for one visit");
      await popup.show();
      await popup.answer(true, () => bench.press(popup, "#give-access"), host);
      await until("the button to go", async () => (await shows("#give-access")) === null);
      await page.show();
      await page.goto(bench.server.url(SAMPLE, host));
      await untilPainted(page);
    });
  },

  "refused in the options: no rule is made, the choice goes back": async (bench) => {
    const options = await bench.openOwn("/options/options.html");
    await until("the options", () =>
      options.run(() => document.querySelectorAll("#flags input").length > 0),
    );
    await assertRefused(bench, options, {
      notice: "#sites-notice",
      words: "popup_refused",
      act: async () => {
        await bench.press(options, "#add-host");
        await options.press(..."news.example", "Enter");
      },
    });
    assert.equal(await options.run(() => document.querySelectorAll("#sites li").length), 0);
    await assertRefused(bench, options, {
      notice: "#where-notice",
      words: "popup_refused",
      act: () => bench.press(options, 'input[name="everywhere"][value="articles"]'),
    });
    const chosen = 'input[name="everywhere"][value="chosen"]';
    assert.ok(
      await options.run((radio) => document.querySelector(radio)?.matches(":checked"), chosen),
    );
  },

  "refused on the first-run page": async (bench) => {
    const welcome = await bench.openOwn("/welcome/welcome.html");
    await until("the sample to be painted", () => welcome.run(() => CSS.highlights.size > 0));
    await assertRefused(bench, welcome, {
      notice: "#notice",
      words: "welcome_refused",
      act: () => bench.press(welcome, 'input[value="articles"]'),
    });
    assert.ok(
      await welcome.run(() => document.querySelector('input[value="chosen"]')?.matches(":checked")),
    );
  },

  "taken in the browser's settings: off at once and after a restart; given again: on": async (
    bench,
  ) => {
    await bench.choose({ sites: [{ host: "localhost", scope: "host", run: "on" }] });
    const other = await bench.open(SAMPLE, "127.0.0.1");
    await untilPainted(other);
    const page = await bench.open(SAMPLE);
    await untilPainted(page);
    const options = await bench.openOwn("/options/options.html");
    const lacking = await bench.words("options_access_missing");
    const lacks = () =>
      options.run(
        (words) => document.querySelector("#sites")?.textContent?.includes(words),
        lacking,
      );
    await until("the rule", () => options.run(() => document.querySelector("#sites li") !== null));
    assert.equal(await lacks(), false);
    try {
      await bench.browser.allow("localhost", false);
      await page.show();
      await untilBare(page);
      // Waited for: Chromium takes all access for a moment when it is to be given site by site.
      await other.show();
      await untilPainted(other);
      await until("the options to say so", lacks);

      await bench.restart();
      const { granted } = await state(bench);
      if (bench.browser.name === "chromium") {
        // There the restart loads the extension anew, which gives it access anew.
        assert.ok(granted?.includes("http://localhost/*"));
        await bench.browser.allow("localhost", false);
      } else assert.deepEqual(granted, ["http://127.0.0.1/*"]);
      const again = await bench.open(SAMPLE);
      await untilPainted(await bench.open(SAMPLE, "127.0.0.1"));
      await again.show();
      assert.equal(await paintedCount(again), 0, "still off after a restart");
      const { stored } = await state(bench);
      assert.equal(/** @type {any} */ (stored.settings).sites.length, 1, "the rule is kept");

      await bench.browser.allow("localhost", true);
      await again.show();
      await untilPainted(again);
    } finally {
      await bench.browser.allow("localhost", true);
    }
  },
};
