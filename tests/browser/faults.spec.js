/** The extension's own bad days: an engine that is lost or does not load, an update, lost access. */

import assert from "node:assert/strict";
import { cpSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { until } from "./driver.js";
import {
  hoverCard,
  painted,
  paintedCount,
  placeOf,
  untilBare,
  untilCard,
  untilPainted,
} from "./painted.js";
import { FILLER, numbered, PARAGRAPH } from "./texts.js";

const SAMPLE = "/harbour-report/";

/** How often the long article says the same. */
const TIMES = 1_000;

/** An article whose reading takes long enough to be met on the way, at any pace of the machine. */
const LONG = `<article>${(PARAGRAPH + FILLER.repeat(2)).repeat(TIMES)}</article>`;

/**
 * Opens a long article and waits until it is being read.
 * @param {import('./bench.js').Bench} bench
 */
async function openLong(bench) {
  bench.give("/long-read", LONG);
  const page = await bench.open("/long-read");
  const view = await until("the page to be looked at", async () => {
    const now = await bench.describe("/long-read").catch(() => null);
    return now !== null && now.state !== "waiting" && now.state !== "dormant" ? now : null;
  });
  assert.equal(view.state, "reading", "the scan is on its way");
  return page;
}

/** @param {import('./bench.js').Bench} bench */
async function assertQuiet(bench) {
  const own = await bench.browser.complaints();
  assert.deepEqual(
    own.filter((words) => words.includes("extension://")),
    [],
  );
}

/** @type {Record<string, (bench: import('./bench.js').Bench) => Promise<void>>} */
export const cases = {
  "a background lost in the midst of a scan: the page is read all the same": async (bench) => {
    const page = await openLong(bench);
    assert.ok(await bench.browser.stopBackground(), "it ran");
    assert.equal(
      (await bench.describe("/long-read"))?.state,
      "reading",
      "it was lost in the midst",
    );
    await until("claims", async () => (await paintedCount(page)) || null, 60_000);
    const { claims } = await bench.untilState("read", "/long-read");
    assert.equal(claims.length, 2 * TIMES);
  },

  "a page that goes away in the midst of a scan": async (bench) => {
    const page = await openLong(bench);
    await page.goto(bench.server.url(SAMPLE));
    await untilPainted(page);
    const again = await openLong(bench);
    await again.close();
    bench.give("/after", `<article>${numbered(1)}</article>`);
    await untilPainted(await bench.open("/after"));
  },

  "a page that is switched off in the midst of a scan stays bare": async (bench) => {
    const page = await openLong(bench);
    await bench.choose({ sites: [{ host: "localhost", scope: "host", run: "off" }] });
    await until("nobody to listen", async () => (await bench.describe("/long-read")) === null);
    // The engine goes through its requests one after another: this page's answer comes later.
    const other = await bench.open(SAMPLE, "127.0.0.1");
    await untilPainted(other);
    await page.show();
    assert.equal(await paintedCount(page), 0);
  },

  "access taken away in the midst of a scan: the page is left at once": async (bench) => {
    const page = await openLong(bench);
    await bench.browser.access(false);
    try {
      await until("nobody to listen", async () =>
        (await bench.describe("/long-read").catch(() => null)) === null ? true : null,
      );
      await untilBare(page);
    } finally {
      await bench.browser.access(true);
      await until("the registration again", async () => (await bench.registered()).length > 0);
    }
    // It is read again; left any sooner, Firefox itself complains of a promise that nobody hears.
    await until("the page to be read again", async () => {
      const state = (await bench.describe("/long-read").catch(() => null))?.state;
      return state === "reading" || state === "read";
    });
    await page.goto(bench.server.url(SAMPLE));
    await untilPainted(page);
  },

  "an engine that does not load: the popup says so, the page is as it was": async (bench) => {
    const broken = join("target/browser", `broken-${bench.browser.name}`);
    rmSync(broken, { recursive: true, force: true });
    cpSync(bench.extension, broken, { recursive: true });
    writeFileSync(join(broken, "core/whence_bg.wasm"), "no module");
    const apart = await bench.apart(broken);
    bench.give("/unread", `<article>${PARAGRAPH}</article>`);
    const page = await apart.open("/unread");
    const view = await apart.untilState("fault", "/unread");
    assert.equal(view.fault, "engine");
    assert.equal(await paintedCount(page), 0);
    const popup = await apart.openPopup("/unread");
    const said = await until("words of the popup", () =>
      popup.run(() => document.querySelector("#state")?.textContent || null),
    );
    assert.equal(said, await apart.words("state_fault"));
  },

  "an engine that fails: said in words of ours, and the next page meets it made anew": async (
    bench,
  ) => {
    const failing = join("target/browser", `failing-${bench.browser.name}`);
    rmSync(failing, { recursive: true, force: true });
    cpSync(bench.extension, failing, { recursive: true });
    const loader = join(failing, "core/whence.js");
    const scan = "export function beginScan(text, numbers) {";
    const made = "export function __wbg_reset_state () {";
    const text = readFileSync(loader, "utf8");
    assert.ok(text.includes(scan) && text.includes(made));
    writeFileSync(
      loader,
      text
        .replace(
          scan,
          `${scan} if (!globalThis.anew && new TextDecoder().decode(text).includes("/unread"))
            throw new WebAssembly.RuntimeError("unreachable");`,
        )
        .replace(made, `${made} globalThis.anew = true;`),
    );
    const apart = await bench.apart(failing);
    bench.give("/unread", `<article>${PARAGRAPH}</article>`);
    await apart.open("/unread");
    await apart.untilState("fault", "/unread");
    const popup = await apart.openPopup("/unread");
    const said = await until("words of the popup", () =>
      popup.run(() => document.querySelector("#state")?.textContent || null),
    );
    assert.equal(said, await apart.words("state_fault"));
    assert.doesNotMatch(said, /unreachable/);
    bench.give("/next", `<article>${PARAGRAPH}</article>`);
    await untilPainted(await apart.open("/next"));
  },

  "an engine that does not answer: the popup says so, and a late answer is taken": async (
    bench,
  ) => {
    const stuck = join("target/browser", `stuck-${bench.browser.name}`);
    rmSync(stuck, { recursive: true, force: true });
    cpSync(bench.extension, stuck, { recursive: true });
    renameSync(join(stuck, "core/whence.js"), join(stuck, "core/real.js"));
    // It comes to itself when something is stored.
    writeFileSync(
      join(stuck, "core/whence.js"),
      `import initialise from "./real.js";
       export * from "./real.js";
       export default (options) => new Promise((done, fail) =>
         chrome.storage.local.onChanged.addListener(({ wake }) => {
           if (wake) initialise(options).then(done, fail);
         }));`,
    );
    const apart = await bench.apart(stuck);
    bench.give("/stuck", `<article>${PARAGRAPH}</article>`);
    const page = await apart.open("/stuck");
    await apart.untilState("reading", "/stuck");
    const popup = await apart.openPopup("/stuck");
    const said = await apart.words("state_silent");
    await until(
      `“${said}”`,
      () =>
        popup.run(
          (wanted) => document.querySelector("#state")?.textContent === wanted || null,
          said,
        ),
      25_000,
    );
    assert.equal(await paintedCount(page), 0);
    await apart.browser.inside(() => chrome.storage.local.set({ wake: 1 }));
    await until("the list", () =>
      popup.run(() => document.querySelector("#list details") !== null || null),
    );
    await page.show();
    await untilPainted(page);
  },

  "an update while pages are open: read anew, once, by the new one": async (bench) => {
    const apart = await bench.apart(bench.extension);
    const page = await apart.open(SAMPLE);
    const count = await untilPainted(page);
    const before = await painted(page);
    const { x, y } = await placeOf(page, "We sent people");
    await page.click(x, y);
    await until("the card", async () => (await page.dialogs()).length === 1);
    await apart.browser.reload();
    await page.show();
    await until("the new one", async () => (await apart.describe(SAMPLE))?.state === "read");
    await until("hints again", async () => (await paintedCount(page)) === count);
    assert.deepEqual(await painted(page), before, "as before, without the mark of the open card");
    assert.equal(await page.run(() => document.querySelectorAll("[popover]").length), 0);
    await page.press("Escape");
    await page.point(2, 2);
    const card = await hoverCard(page, "Authority quietly moved");
    assert.match(card.name, /Authority quietly moved/);
    assert.equal((await page.dialogs()).filter(({ name }) => name !== "").length, 1, "one card");
    assert.equal(await page.run(() => document.querySelectorAll("[popover]").length), 1);
    await assertQuiet(apart);
  },

  "removed while pages are open: nothing is left, and nothing fails": async (bench) => {
    const apart = await bench.apart(bench.extension);
    const page = await apart.open(SAMPLE);
    await untilPainted(page);
    const before = await page.run(() => document.documentElement.outerHTML);
    const { x, y } = await placeOf(page, "We sent people");
    await page.run(() => {
      const own = /** @type {any} */ (window);
      own.errors = [];
      addEventListener("error", (event) => own.errors.push(String(event.message)));
    });
    await apart.browser.remove();
    // Whatever the reader does next, it finds that it is an orphan.
    await page.point(2, 2);
    await page.point(x, y);
    if (apart.browser.name === "chromium") await untilBare(page);
    // Firefox ends scripts of removed extensions without a word: the ranges stay, without a style.
    await page.run(() => document.querySelector("article")?.append("One more word."));
    await page.click(x, y);
    assert.equal(await page.run(() => document.querySelectorAll("[popover]").length), 0);
    assert.deepEqual(await page.run(() => /** @type {any} */ (window).errors), []);
    const now = await page.run(() => document.documentElement.outerHTML);
    assert.equal(now.replace("One more word.", ""), before);
  },

  "removed while a card is open: the card goes out of view": async (bench) => {
    const apart = await bench.apart(bench.extension);
    const page = await apart.open(SAMPLE);
    await untilPainted(page);
    const { x, y } = await placeOf(page, "We sent people");
    await page.click(x, y);
    await untilCard(page);
    /** What the page sees of the card: its element's box, and what lies in the middle of it. */
    const see = () =>
      page.run(() => {
        const host = document.querySelector("[popover]");
        if (host === null) return null;
        const { left, top, width, height } = host.getBoundingClientRect();
        const at = document.elementFromPoint(left + width / 2, top + height / 2);
        return { width, height, onTop: at === host };
      });
    const before = await see();
    assert.ok(before !== null && before.width > 150 && before.height > 50, JSON.stringify(before));
    assert.equal(before.onTop, true);
    await apart.browser.remove();
    // Chromium's orphan finds out when the reader moves; Firefox has ended it, and drawn nothing since.
    if (apart.browser.name === "chromium") await page.point(2, 2);
    await until("the card to be gone from view", async () => {
      const now = await see();
      return now === null || (now.width === 0 && now.height === 0 && !now.onTop);
    });
    assert.equal(await page.run(() => document.querySelector(":focus")), null);
  },

  "settings of a newer version: defaults hold, the record is kept": async (bench) => {
    const newer = { version: 2, everywhere: "some", sites: "https://example.org", more: [1] };
    await bench.browser.inside((settings) => chrome.storage.local.set({ settings }), newer);
    const page = await bench.open(SAMPLE);
    await untilPainted(page);
    assert.deepEqual(
      await bench.browser.inside(() => chrome.storage.local.get("settings")),
      { settings: newer },
      "reading a page writes nothing",
    );
    await bench.browser.command("toggle-site");
    await untilBare(page);
    const stored = /** @type {any} */ (
      await bench.browser.inside(() => chrome.storage.local.get(null))
    );
    assert.deepEqual(stored["settings-set-aside"]?.record, newer);
    assert.equal(stored.settings.version, 1);
  },

  "storage that is full: pages are read, and the settings stay as they were": async (bench) => {
    await bench.chooseNothing();
    if (bench.browser.name === "chromium") {
      // All that the browser lets an extension store, to the last bytes.
      await bench.browser.inside(async () => {
        for (
          let size = Number(chrome.storage.local.QUOTA_BYTES);
          size > 8;
          size = Math.floor(size / 2)
        ) {
          await chrome.storage.local.set({ [`fill-${size}`]: "x".repeat(size) }).catch(() => {});
        }
      });
    }
    const page = await bench.open(SAMPLE);
    await untilPainted(page);
    /**
     * @param {import('./driver.js').Page} own
     * @param {string} act what to press
     * @param {string} as what is chosen, before and after
     */
    const assertNotKept = async (own, act, as) => {
      const isAsBefore = () =>
        own.run((selector) => document.querySelector(selector)?.matches(":checked") === true, as);
      await until(as, isAsBefore);
      if (bench.browser.name === "firefox") {
        // Its store has no end of its own; the disk's is played.
        await own.run(() => {
          const area = /** @type {any} */ (globalThis).browser.storage.local;
          area.set = () => Promise.reject(new Error("QuotaExceededError: storage.local is full"));
        });
      }
      await bench.press(own, act);
      const said = await bench.words("not_kept");
      await until(`“${said}”`, () =>
        own.run((wanted) => {
          const notice = document.querySelector("#change-notice, #notice");
          if (notice?.textContent !== wanted || !notice.checkVisibility()) return false;
          const { top, bottom } = notice.getBoundingClientRect();
          return top >= 0 && bottom <= innerHeight;
        }, said),
      );
      await until(`${as} to go back`, isAsBefore);
    };
    await assertNotKept(await bench.openPopup(SAMPLE), "#switch", "#switch");
    const options = await bench.openOwn("/options/options.html");
    await assertNotKept(options, "#flag-relay", "#flag-relay");
    await assertNotKept(options, 'input[value="tint"]', 'input[value="quiet"]');
    await bench.browser.complaints(); // Firefox logs the refusals, though they are told
    const stored = () => bench.browser.inside(() => chrome.storage.local.get("settings"));
    assert.deepEqual(await stored(), {}, "nothing was stored");
    await page.show();
    assert.ok((await paintedCount(page)) > 0, "the page stays as it was");
    assert.ok((await bench.registered()).some((pattern) => pattern.includes("localhost")));
  },
};
