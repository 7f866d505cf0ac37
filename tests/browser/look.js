/**
 * Screenshots in both browsers, to be looked at: a page with the card open, the popup, the options
 * and the first-run page. Run it by `./build.sh look [PAGE…] [--option…]`; `--help` lists them.
 */

import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { launch, until } from "./driver.js";
import { placeOf, untilCard, untilPainted } from "./painted.js";
import { giveSaved, pageOfText, savedPages } from "./saved_pages.js";
import { servePages } from "./server.js";
import { takeStorePictures } from "./store_pictures.js";

const HELP = `look.js [PAGE…]      a folder of tests/browser/pages, an HTML or text file, or the name of a saved page
  --claim N          the claim whose card is opened, from 0 (default 0); "none" for no card
  --saved FOLDER     where saved pages and their index.jsonl lie
  --extension FOLDER the extension, laid out (default dist/test)
  --out FOLDER       where the pictures go (default target/look)
  --browser NAME     chromium or firefox; both by default
  --own              also the popup, the options and the first-run page
  --dark --rtl-ui --narrow --forced-colors --zoom    one variant; several may be joined
  --all              every variant, one after another
  --store            the pictures that the stores show, in dist/store, and nothing else`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    all: { type: "boolean" },
    browser: { type: "string" },
    claim: { type: "string", default: "0" },
    dark: { type: "boolean" },
    extension: { type: "string", default: "dist/test" },
    "forced-colors": { type: "boolean" },
    help: { type: "boolean" },
    narrow: { type: "boolean" },
    out: { type: "string", default: "target/look" },
    own: { type: "boolean" },
    "rtl-ui": { type: "boolean" },
    saved: { type: "string" },
    store: { type: "boolean" },
    zoom: { type: "boolean" },
  },
});

const VARIANTS = /** @type {const} */ (["dark", "rtl-ui", "narrow", "forced-colors", "zoom"]);

/** @typedef {Partial<Record<(typeof VARIANTS)[number], boolean>>} Variant */

/**
 * Makes a page known to the server; its path there.
 * @param {import('./server.js').PageServer} server
 * @param {string} page
 */
function give(server, page) {
  if (existsSync(join(import.meta.dirname, "pages", page, "page.html"))) return `/${page}/`;
  if (values.saved) {
    const saved = savedPages(values.saved).find(({ name, file }) => name === page || file === page);
    if (saved) return giveSaved(server, values.saved, saved);
  }
  if (!existsSync(page)) throw new Error(`${page}: no such page; see --help`);
  const path = `/${basename(page)}`;
  const body = readFileSync(page);
  server.give(path, page.endsWith(".txt") ? pageOfText(body.toString()) : { body });
  return path;
}

/**
 * @param {string} name of the browser
 * @param {Variant} variant
 */
async function look(name, variant) {
  const server = await servePages();
  const view = variant.narrow ? { width: 360, height: 740 } : { width: 1000, height: 800 };
  const browser = await launch(name, {
    extension: values.extension,
    view,
    dark: variant.dark,
    forcedColors: variant["forced-colors"],
    locale: variant["rtl-ui"] ? "ar" : undefined,
  });
  const ending = VARIANTS.filter((kind) => variant[kind]).map((kind) => `-${kind}`);
  const file = (/** @type {string} */ what) =>
    join(values.out, `${what}${ending.join("")}-${name}.png`);
  /** @param {import('./driver.js').Page} page @param {string} what */
  const shoot = async (page, what) => {
    await page.screenshot(file(what));
    console.log(file(what));
  };
  try {
    for (const wanted of positionals.length > 0 ? positionals : ["harbour-report"]) {
      const url = server.url(give(server, wanted));
      const page = await browser.open(url);
      const title = basename(wanted).replace(/\.[a-z]+$/, "");
      if (variant.zoom) await page.zoom(4);
      try {
        await openCard(browser, page, variant);
      } catch (error) {
        console.log(`${wanted}: ${/** @type {Error} */ (error).message}`);
      }
      await shoot(page, title);
      if (values.own) {
        await lookAtPopup(browser, page, file(`${title}-button`));
        await lookAtOwn(browser, url, variant, shoot, title);
      }
      await page.close();
    }
    for (const complaint of await browser.complaints()) {
      // A saved page has complaints of its own.
      if (complaint.includes("extension://")) console.log(`logged: ${complaint}`);
    }
  } finally {
    await browser.close();
    await server.close();
  }
}

/**
 * Opens the card of the claim asked for, by pointer; by key where claims are not painted or the zoom
 * makes places other than they seem.
 * @param {import('./driver.js').Browser} browser
 * @param {import('./driver.js').Page} page
 * @param {Variant} variant
 */
async function openCard(browser, page, variant) {
  if (values.claim === "none") return void (await untilPainted(page));
  if (variant["forced-colors"] || variant.zoom) {
    await until("the page to be read", async () => {
      await browser.command("next-claim");
      return (await page.dialogs()).some(({ name }) => name !== "");
    });
    for (let at = 0; at < Number(values.claim); at++) await browser.command("next-claim");
  } else {
    await untilPainted(page);
    const { x, y } = await placeOf(page, Number(values.claim));
    await page.point(x, y);
  }
  await untilCard(page);
  await until("the card to have faded in", () =>
    page.inCard((root) => root.getAnimations().every(({ playState }) => playState === "finished")),
  );
}

/**
 * The popup in its own window, as the button in the toolbar opens it.
 * @param {import('./driver.js').Browser} browser
 * @param {import('./driver.js').Page} page
 * @param {string} picture
 */
async function lookAtPopup(browser, page, picture) {
  await page.pressButton();
  await until("the popup to be drawn at its full width", () =>
    browser.inside(() => {
      const popup = chrome.extension.getViews({ type: "popup" })[0];
      return popup?.innerWidth >= 360 && popup.document.body.innerText.length > 100;
    }),
  );
  await browser.pictureOfPopup(picture);
  console.log(picture);
}

/**
 * @param {import('./driver.js').Browser} browser
 * @param {string} url of the page the popup speaks of
 * @param {Variant} variant
 * @param {(page: import('./driver.js').Page, what: string) => Promise<void>} shoot
 * @param {string} title
 */
async function lookAtOwn(browser, url, variant, shoot, title) {
  const tab = await browser.tabOf(url);
  for (const [path, what, width, height] of /** @type {const} */ ([
    [`/popup/popup.html?tab=${tab}`, `${title}-popup`, 380, 600],
    ["/options/options.html", "options", 900, 1500],
    ["/welcome/welcome.html", "welcome", 900, 900],
  ])) {
    const own = await browser.open(browser.base() + path);
    await own.resize(variant.narrow ? Math.min(360, width) : width, height);
    if (variant.zoom && what !== `${title}-popup`) await own.zoom(4); // the popup's window grows
    await until(`${path} to be drawn`, () =>
      own.run(() => {
        const details = document.querySelector("details");
        if (details) details.open = true;
        const list = document.querySelector("#list");
        // Chromium paints no claim under forced colours but the one at hand.
        const forced = matchMedia("(forced-colors: active)").matches;
        const shows = document.querySelector("#preview, #sample") !== null;
        const painted = !shows || forced || CSS.highlights.size;
        const listed = list === null || !list.checkVisibility() || details !== null;
        return Boolean(painted && listed && document.body.innerText.length > 100);
      }),
    );
    await shoot(own, what);
    await own.close();
  }
}

if (values.help) {
  console.log(HELP);
} else if (values.store) {
  await takeStorePictures(resolve(values.extension), resolve("dist/store"));
} else {
  mkdirSync(resolve(values.out), { recursive: true });
  const chosen = Object.fromEntries(VARIANTS.map((kind) => [kind, values[kind]]));
  const variants = values.all ? [{}, ...VARIANTS.map((kind) => ({ [kind]: true }))] : [chosen];
  for (const name of values.browser ? [values.browser] : ["chromium", "firefox"]) {
    for (const variant of variants) await look(name, variant);
  }
}
