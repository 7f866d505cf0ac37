/**
 * The pictures that the stores show, made from the product as it stands: five of 1280 × 800 and a tile of
 * 440 × 280, in Chromium. `./build.sh look --store`; extension/store/pictures.md says what each shows.
 */

import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { launch, until } from "./driver.js";
import { untilCard, untilClosed, untilPainted } from "./painted.js";
import { servePages } from "./server.js";

const ROOT = join(import.meta.dirname, "../..");
const SAMPLE = "/harbour-report/";
const [WIDE, HIGH] = [1280, 800];
/** CSS pixels; what the panel takes beside the page. */
const PANEL = 380;

/** @typedef {import('./driver.js').Page} Page */

/**
 * @param {string} extension folder
 * @param {string} out folder
 */
export async function takeStorePictures(extension, out) {
  mkdirSync(out, { recursive: true });
  const server = await servePages();
  const browser = await launch("chromium", { extension, view: { width: WIDE, height: HIGH } });

  /** @param {Page} page @param {string} name @param {number} width @param {number} height */
  const shoot = async (page, name, width = WIDE, height = HIGH) => {
    const file = join(out, `${name}.png`);
    await page.screenshot(file);
    const size = sizeOf(readFileSync(file));
    if (size !== `${width} × ${height}`) throw new Error(`${file} is ${size}`);
    console.log(file);
  };

  try {
    const page = await browser.open(server.url(SAMPLE));
    await untilPainted(page);
    await rest(page, "Nobody has lost a day");
    await shoot(page, "1-card");
    await rest(page, "the decision had been taken");
    await shoot(page, "2-unnamed");

    await page.point(4, 4);
    await page.run(() => scrollTo(0, 0));
    const tab = await browser.tabOf(server.url(SAMPLE));
    const list = await browser.open(`${browser.base()}/popup/popup.html?panel&tab=${tab}`);
    await list.resize(PANEL, HIGH);
    await until("the list", () => list.run(() => document.querySelector("#list details") !== null));
    await list.run(() => {
      const first = document.querySelector("#list details");
      if (first) /** @type {HTMLDetailsElement} */ (first).open = true;
    });
    await list.screenshot(join(out, "right.png"));
    await list.close();
    await page.show();
    await page.resize(WIDE - PANEL, HIGH);
    await untilPainted(page);
    await page.screenshot(join(out, "left.png"));
    for (const half of ["left", "right"]) {
      server.give(`/${half}.png`, {
        body: readFileSync(join(out, `${half}.png`)),
        type: "image/png",
      });
      rmSync(join(out, `${half}.png`));
    }
    server.give("/beside", {
      body: `<body style="margin:0;display:flex"><img src="left.png"><img src="right.png">`,
    });
    const beside = await browser.open(server.url("/beside"));
    await shoot(beside, "3-list");
    await beside.close();

    await page.show();
    await page.resize(WIDE, HIGH);
    await page.prefer({ dark: true });
    await untilPainted(page);
    await rest(page, "quietly moved around 300");
    await shoot(page, "4-dark");
    await page.prefer({});

    const options = await browser.open(`${browser.base()}/options/options.html`);
    await until("the preview", () => options.run(() => CSS.highlights.size > 0));
    await shoot(options, "5-options");
    await options.close();

    // As a file, which Whence has no leave to read.
    const tile = await browser.open(pathToFileURL(join(ROOT, "extension/store/tile.html")).href);
    await tile.resize(440, 280);
    await shoot(tile, "tile", 440, 280);
  } finally {
    await browser.close();
    await server.close();
  }
}

/**
 * Rests the pointer on words of the page, and waits for the card there to have faded in.
 * @param {Page} page
 * @param {string} words within one text node
 */
async function rest(page, words) {
  await page.press("Escape");
  await page.point(4, 4);
  await untilClosed(page);
  const { x, y } = await page.run((wanted) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = (node.textContent ?? "").replace(/\s/g, " ").indexOf(wanted);
      if (at < 0) continue;
      const range = new Range();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      node.parentElement?.scrollIntoView({ block: "center", behavior: "instant" });
      const { left, top, height } = range.getClientRects()[0];
      return { x: left + 12, y: top + height / 2 };
    }
    throw new Error(`the page has no “${wanted}”`);
  }, words);
  await page.point(x, y);
  await untilCard(page);
  await until("the card to have faded in", () =>
    page.inCard((root) => root.getAnimations().every(({ playState }) => playState === "finished")),
  );
}

/** Width and height of a PNG, in pixels. @param {Buffer} png */
function sizeOf(png) {
  return `${png.readUInt32BE(16)} × ${png.readUInt32BE(20)}`;
}
