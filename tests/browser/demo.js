/**
 * Opens a browser with Whence on a page of `tests/browser/pages`, for a person to look at:
 * `node tests/browser/demo.js [FOLDER] [--browser firefox|chromium]`. Ends when the browser is
 * closed. The browser has a new profile; the reader's own is not touched.
 */

import { join } from "node:path";
import { parseArgs } from "node:util";
import puppeteer from "puppeteer-core";
import { programOf } from "./driver.js";
import { servePages } from "./server.js";

const EXTENSION = join(import.meta.dirname, "../../dist/test");

/** How long the first-run page, which opens in front, is waited for, ms. */
const WELCOME_PATIENCE = 5_000;

/** The programs of each browser, the one to be taken first at the front. */
const PROGRAMS = /** @type {const} */ ({
  firefox: ["firefox", "firefox-esr"],
  chromium: ["chromium", "chromium-browser", "google-chrome"],
});

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { browser: { type: "string" } },
});

/**
 * The browser wished for, else the first there is.
 * @returns {{name: keyof typeof PROGRAMS, program: string}}
 */
function chooseBrowser() {
  const names = /** @type {(keyof typeof PROGRAMS)[]} */ (
    values.browser ? [values.browser] : Object.keys(PROGRAMS)
  );
  for (const name of names) {
    try {
      return { name, program: programOf(...PROGRAMS[name]) };
    } catch {
      continue; // the other may be there
    }
  }
  throw new Error(`no browser found: ${names.join(" or ")}`);
}

const { name, program } = chooseBrowser();
const server = await servePages();
const url = server.url(`/${positionals[0] ?? "harbour-report"}/`);
const chromium = name === "chromium";
const browser = await puppeteer.launch({
  browser: chromium ? "chrome" : "firefox",
  executablePath: program,
  headless: false,
  defaultViewport: null, // the window's own
  // Chromium's sandbox refuses to run as root.
  args: chromium && process.getuid?.() === 0 ? ["--no-sandbox", "--no-first-run"] : [],
  ...(chromium ? { pipe: true, enableExtensions: true } : {}),
});
const [page] = await browser.pages();
await browser.installExtension(EXTENSION);
await page.waitForFunction(() => document.hidden, { timeout: WELCOME_PATIENCE }).catch(() => {}); // it did not come to the front
await page.goto(url);
await page.bringToFront();
console.log(`${name} shows ${url} with Whence on it. Close the browser to end.`);
browser.on("disconnected", () => server.close());
