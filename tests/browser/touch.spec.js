/** A narrow view under a finger: the card is a sheet, Whence's own pages fit. */

import assert from "node:assert/strict";
import { until } from "./driver.js";
import { cardBox, placeOf, pressInCard, untilCard, untilClosed, untilPainted } from "./painted.js";

const SAMPLE = "/harbour-report/";

/** A telephone held upright, CSS pixels. */
const NARROW = { width: 360, height: 740 };

/** What is left of a small window at 400 %. */
const ZOOMED = 225;

/**
 * The sample in a narrow view.
 * @param {import('./bench.js').Bench} bench
 */
async function openNarrow(bench) {
  const page = await bench.open(SAMPLE);
  await page.resize(NARROW.width, NARROW.height);
  await until("the narrow view", () => page.run((width) => innerWidth === width, NARROW.width));
  await untilPainted(page);
  return page;
}

/**
 * The lines of the claim at hand that lie in the view and not under the card.
 * @param {import('./driver.js').Page} page
 */
async function linesInSight(page) {
  const card = await cardBox(page);
  return page.run(({ top, bottom }) => {
    const ranges = /** @type {Range[]} */ ([...(CSS.highlights.get("whence-active") ?? [])]);
    const lines = ranges.flatMap((range) => [...range.getClientRects()]);
    const seen = lines.filter(
      (line) =>
        line.top >= 0 && line.bottom <= innerHeight && (line.bottom <= top || line.top >= bottom),
    );
    return { all: lines.length, seen: seen.length };
  }, card);
}

/**
 * Whether the card is a sheet: as wide as the view, at an edge of it.
 * @param {import('./driver.js').Page} page
 */
async function assertSheet(page) {
  const { left, right, top, bottom } = await cardBox(page);
  const width = await page.run(() => document.documentElement.clientWidth); // without a scroll bar
  assert.deepEqual([left, right], [0, width], "as wide as the view");
  assert.ok(Math.abs(bottom - NARROW.height) < 1 || Math.abs(top) < 1, `${top} to ${bottom}`);
  assert.ok(top > -1 && bottom < NARROW.height + 1, "inside the view");
  const overflow = await page.run(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(overflow <= 0, "the page does not scroll sideways");
}

/** @type {Record<string, (bench: import('./bench.js').Bench) => Promise<void>>} */
export const cases = {
  "a tap opens a sheet that leaves the claim to be read": async (bench) => {
    const page = await openNarrow(bench);
    for (const words of ["We sent people", "many families had", "fish market would be moved"]) {
      const { x, y } = await placeOf(page, words);
      await page.tap(x, y);
      await untilCard(page, words);
      await assertSheet(page);
      const { all, seen } = await linesInSight(page);
      assert.equal(seen, all, `all lines of “${words}” are in sight`);
      await page.press("Escape");
      await untilClosed(page);
    }
  },

  "a tap beside the sheet closes it, one on it does not": async (bench) => {
    const page = await openNarrow(bench);
    const { x, y } = await placeOf(page, "We sent people");
    await page.tap(x, y);
    await untilCard(page, "We sent people");
    const { top, bottom } = await cardBox(page);
    await page.tap(20, (top + bottom) / 2);
    await untilCard(page, "We sent people");
    const outside = top > 0 ? Math.min(20, top / 2) : (bottom + NARROW.height) / 2;
    await page.tap(8, outside);
    await untilClosed(page);

    await page.tap(x, y);
    await untilCard(page, "We sent people");
    await pressInCard(page, await bench.words("card_close"));
    await untilClosed(page);
  },

  "from the list: the claim is scrolled to, above or below its sheet": async (bench) => {
    const page = await openNarrow(bench);
    let last = "";
    for (let step = 0; step < 4; step++) {
      await bench.browser.command("next-claim");
      // Not the card of the step before, nor one that is about to stand.
      await until("the next card", async () => {
        const [card] = await page.dialogs();
        if (card === undefined || card.name === last) return false;
        if ((await cardBox(page)).right === 0) return false;
        last = card.name;
        return true;
      });
      await assertSheet(page);
      const { all, seen } = await linesInSight(page);
      assert.ok(seen > 0 && seen >= all - 1, `${seen} of ${all} lines in sight`);
    }
  },

  "popup, options and first-run page fit the width, and that of a zoomed window": async (bench) => {
    const page = await bench.open(SAMPLE);
    await untilPainted(page);
    for (const own of [
      await bench.openPopup(SAMPLE),
      await bench.openOwn("/options/options.html"),
      await bench.openOwn("/welcome/welcome.html"),
    ]) {
      await own.show();
      await until("the page to be drawn", () =>
        own.run(() => {
          const painted = document.querySelector("#preview, #sample") === null;
          return (painted || CSS.highlights.size > 0) && document.body.innerText.length > 100;
        }),
      );
      for (const width of [NARROW.width, ZOOMED]) {
        await own.resize(width, 640);
        await until("the narrow view", () => own.run((wide) => innerWidth === wide, width));
        assert.deepEqual(await own.run(tooWide), [], `at ${width} pixels`);
      }
    }
  },
};

/** What a page shows beyond its edges, scroll bars left out. */
function tooWide() {
  for (const details of document.querySelectorAll("details")) details.open = true;
  const { scrollWidth } = document.documentElement;
  return [...document.querySelectorAll("body, body *")]
    .filter((element) => {
      const { right, left, width } = element.getBoundingClientRect();
      const spoken = element.closest(".spoken") !== null;
      return width > 1 && !spoken && (right > innerWidth + 0.5 || left < -0.5);
    })
    .map((element) => `${element.tagName} ${element.id} ${element.className}`)
    .concat(scrollWidth > innerWidth ? [`scrolls sideways: ${scrollWidth}`] : []);
}
