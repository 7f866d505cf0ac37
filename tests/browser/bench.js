/** What a case of the browser tests works with: the browser, pages, and what is asked of them often. */

import assert from "node:assert/strict";
import { launch, until, untilStill } from "./driver.js";

/**
 * @typedef {import('./driver.js').Browser} Browser
 * @typedef {import('./driver.js').Page} Page
 * @typedef {import('../../extension/shared/page_view.js').PageView} PageView
 * @typedef {import('../../extension/shared/settings.js').Settings} Settings
 */

/** Thrown by a case that cannot run here; its message says what is missing. */
export class Skipped extends Error {}

export class Bench {
  /** @type {Page[]} */
  #pages = [];
  /** A browser of this case alone. @type {Browser | null} */
  #own = null;
  /** Measurements worth a line in the run's output. @type {string[]} */
  notes = [];

  /**
   * @param {Browser} browser
   * @param {import('./server.js').PageServer} server
   * @param {string} shared folder of texts and pages that are no part of the project; may be absent
   * @param {string} [extension] the folder of the extension under test
   */
  constructor(browser, server, shared, extension = "dist/test") {
    this.extension = extension;
    this.browser = browser;
    this.server = server;
    this.shared = shared;
  }

  /**
   * The folder of the package as it ships.
   */
  get shipped() {
    return `dist/${this.browser.name === "firefox" ? "firefox" : "chrome"}`;
  }

  /**
   * Opens a page of the server in a new tab.
   * @param {string} path
   * @param {string} [host] "localhost", or "127.0.0.1" for another site
   */
  async open(path, host) {
    return this.openAt(this.server.url(path, host));
  }

  /**
   * Opens a page of the extension in a new tab.
   * @param {string} path such as "/options/options.html"
   */
  async openOwn(path) {
    return this.openAt(this.browser.base() + path);
  }

  /** @param {string} url */
  async openAt(url) {
    const page = await this.browser.open(url);
    this.#pages.push(page);
    return page;
  }

  /** Restarts the browser on the same profile; tabs are gone. */
  async restart() {
    this.#pages = [];
    await this.browser.restart();
  }

  /**
   * Presses an element in the middle, as a pointer does.
   * @param {Page} page
   * @param {string} selector
   */
  async press(page, selector) {
    const { x, y } = await untilStill(selector, () =>
      page.run((wanted) => {
        const element = document.querySelector(wanted);
        if (element === null || !element.checkVisibility()) return null;
        element.scrollIntoView({ block: "nearest", behavior: "instant" });
        const { left, top, width, height } = element.getBoundingClientRect();
        return { x: left + width / 2, y: top + height / 2 };
      }, selector),
    );
    await page.click(x, y);
  }

  /**
   * Opens the popup, for the tab that shows this address.
   * @param {string} path
   * @param {string} [host]
   */
  async openPopup(path, host) {
    const tab = await this.browser.tabOf(this.server.url(path, host));
    return this.openOwn(`/popup/popup.html?tab=${tab}`);
  }

  /**
   * Gives the server a page with this in its body.
   * @param {string} path
   * @param {string} body
   * @param {{lang?: string, dir?: string, headers?: Record<string, string>}} [how]
   */
  give(path, body, { lang = "en", dir = "ltr", headers } = {}) {
    this.server.give(path, {
      body: `<!doctype html><html lang="${lang}" dir="${dir}"><head><meta charset="utf-8">
<title>A page</title></head><body>${body}</body></html>`,
      headers,
    });
  }

  /**
   * What Whence says of the page at this address; null where it does not run.
   * @param {string} path
   * @param {string} [host]
   * @returns {Promise<PageView | null>}
   */
  async describe(path, host) {
    const tab = await this.browser.tabOf(this.server.url(path, host));
    return this.browser.inside(async (id) => {
      try {
        const sent = chrome.tabs.sendMessage(id, { type: "describe" }, { frameId: 0 });
        return /** @type {PageView} */ (await sent);
      } catch {
        return null; // nobody listens there
      }
    }, tab);
  }

  /**
   * Waits until Whence says of a page that it is in this state.
   * @param {string} state
   * @param {string} path
   * @param {string} [host]
   */
  async untilState(state, path, host) {
    let last = "never asked";
    try {
      return await until(`the page ${path} to be ${state}`, async () => {
        // The tab may be on its way there.
        const view = await this.describe(path, host).catch((error) => String(error));
        last = typeof view === "string" ? view : (view?.state ?? "without Whence");
        return typeof view !== "string" && view?.state === state ? view : null;
      });
    } catch (error) {
      throw new Error(`the page was ${last} at the end`, { cause: error });
    }
  }

  /**
   * Stores settings as the reader's choices are stored. Whole claims are underlined where a case does not
   * choose otherwise: most cases look for the words of a claim by what is painted.
   * @param {Partial<Settings>} chosen
   */
  async choose(chosen) {
    await this.browser.inside((settings) => chrome.storage.local.set({ settings }), {
      version: 1,
      everywhere: "chosen",
      sites: [],
      figures: true,
      muted: [],
      marks: "claims",
      look: "quiet",
      ...chosen,
    });
  }

  /** Forgets all that was chosen, as at first. */
  async chooseNothing() {
    await this.browser.inside(() => chrome.storage.local.clear());
  }

  /** Where content scripts are registered, as match patterns. */
  registered() {
    return this.browser.inside(async () => {
      const scripts = await chrome.scripting.getRegisteredContentScripts();
      return scripts.flatMap((script) => [
        ...(script.matches ?? []),
        ...(script.excludeMatches ?? []).map((pattern) => `not ${pattern}`),
      ]);
    });
  }

  /**
   * A bench like this one with a browser of its own, for what does the extension harm or wants
   * another language or a screen; it ends with the case.
   * @param {string} extension its folder
   * @param {Omit<import('./driver.js').BrowserOptions, 'extension'>} [how]
   */
  async apart(extension, how) {
    this.#own = await launch(this.browser.name, { extension, ...how });
    const bench = new Bench(this.#own, this.server, this.shared, extension);
    await bench.choose({});
    return bench;
  }

  /** The words that Whence itself shows for a key. @param {string} key @param {...string} parts */
  words(key, ...parts) {
    return this.browser.inside((k, p) => chrome.i18n.getMessage(k, p), key, parts);
  }

  /** Fails where the extension logged an error. */
  async assertNoComplaints() {
    const complaints = await this.browser.complaints();
    const own = complaints.filter(
      (words) => words.includes("extension://") || /whence/i.test(words),
    );
    assert.deepEqual(own, [], "the extension logged errors");
  }

  /** @param {string} file */
  async picture(file) {
    const page = this.#pages.at(-1);
    await page?.show(); // a tab at the back is not drawn
    await page?.screenshot(file);
  }

  /** Puts the browser back: no tabs of the case, no settings, nothing logged. */
  async clear() {
    for (const page of this.#pages) await page.close().catch(() => {}); // closed by the case itself
    this.#pages = [];
    await this.#own?.close();
    this.#own = null;
    // Those that a case opened by the extension's API, and did not come to close: a second try would
    // find the first one's.
    await this.browser.inside(async () => {
      const left = await chrome.tabs.query({ url: ["http://localhost/*", "http://127.0.0.1/*"] });
      await chrome.tabs.remove(left.map(({ id }) => Number(id)));
    });
    await this.browser.inside(() => chrome.storage.local.clear());
    await until("the first registration again", async () => {
      const patterns = await this.registered();
      return patterns.sort().join() === "http://127.0.0.1/*,http://localhost/*";
    });
    await this.browser.logged();
    await this.browser.complaints();
    await this.browser.requests();
  }
}
