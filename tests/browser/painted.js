/** What a page shows of Whence, asked from outside: its highlights, its claims' places, its card. */

import { until, untilStill } from "./driver.js";

/** The names of the highlights for what a page claims, without the look's ending. */
export const PAINTS = ["claim", "anonymous", "figure", "unsourced"];

/**
 * The words painted, by highlight, in the order of the page. White space is evened.
 * @param {import('./driver.js').Page} page
 * @returns {Promise<Record<string, string[]>>}
 */
export function painted(page) {
  return page.run(() => {
    /** @type {Record<string, string[]>} */
    const words = {};
    for (const [name, highlight] of CSS.highlights) {
      if (!name.startsWith("whence-")) continue;
      const ranges = /** @type {Range[]} */ ([...highlight]);
      ranges.sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b));
      words[name] = ranges.map((range) => range.toString().replace(/\s+/g, " "));
    }
    return words;
  });
}

/**
 * How many ranges are painted in all, the claim at hand left out, and those that hold no words of the
 * page any more.
 * @param {import('./driver.js').Page} page
 */
export function paintedCount(page) {
  return page.run(() => {
    let count = 0;
    for (const [name, highlight] of CSS.highlights) {
      if (!name.startsWith("whence-") || name === "whence-active") continue;
      for (const range of highlight) if (!range.collapsed) count += 1;
    }
    return count;
  });
}

/**
 * Waits until something is painted; how many ranges.
 * @param {import('./driver.js').Page} page
 */
export function untilPainted(page) {
  return until("highlights", async () => (await paintedCount(page)) || null);
}

/**
 * Waits until a long page is painted to its end, which may take many frames; how many ranges.
 * @param {import('./driver.js').Page} page
 * @param {number} [patience] ms
 */
export function untilAllPainted(page, patience) {
  let last = 0;
  let times = 0;
  return until(
    "highlights to be complete",
    async () => {
      const count = await paintedCount(page);
      times = count > 0 && count === last ? times + 1 : 0;
      last = count;
      return times === 8 ? count : null;
    },
    patience,
  );
}

/**
 * Waits until nothing is painted any more.
 * @param {import('./driver.js').Page} page
 */
export async function untilBare(page) {
  await until("no highlights", async () => (await paintedCount(page)) === 0);
}

/**
 * Scrolls to painted words and says where they lie in the view. `words` is part of a claim, or the
 * claim's number among those painted.
 * @param {import('./driver.js').Page} page
 * @param {string | number} words
 * @returns {Promise<{x: number, y: number}>}
 */
export function placeOf(page, words) {
  return page.run((wanted) => {
    /** @type {Range[]} */
    const ranges = [];
    for (const [name, highlight] of CSS.highlights) {
      if (!/^whence-(claim|anonymous)/.test(name)) continue;
      ranges.push(.../** @type {Range[]} */ ([...highlight]));
    }
    ranges.sort((a, b) => {
      const [x, y] = [a.getBoundingClientRect(), b.getBoundingClientRect()];
      return x.top - y.top || x.left - y.left;
    });
    const range =
      typeof wanted === "number"
        ? ranges[wanted]
        : ranges.find((one) => one.toString().replace(/\s+/g, " ").includes(wanted));
    if (range === undefined) throw new Error(`no claim ${wanted} among ${ranges.length} painted`);
    range.startContainer.parentElement?.scrollIntoView({ block: "center", behavior: "instant" });
    // A paragraph may be longer than the window.
    const { top, bottom } = range.getBoundingClientRect();
    if (top < 0 || bottom > innerHeight)
      scrollBy({ top: top - innerHeight / 2, behavior: "instant" });
    const line = range.getClientRects()[0];
    return { x: line.left + Math.min(12, line.width / 2), y: line.top + line.height / 2 };
  }, words);
}

/**
 * Waits until a card is in the accessibility tree, and gives it.
 * @param {import('./driver.js').Page} page
 * @param {string} [part] of its name
 */
export function untilCard(page, part = "") {
  return until(`a card named “${part}”`, async () => {
    // A page's own dialogs have no name here.
    const card = (await page.dialogs()).find(({ name }) => name !== "");
    return card?.name.includes(part) ? card : null;
  });
}

/**
 * Rests the pointer on a claim and waits for its card.
 * @param {import('./driver.js').Page} page
 * @param {string | number} words part of the claim, or its number among those painted
 */
export async function hoverCard(page, words) {
  const { x, y } = await placeOf(page, words);
  await page.point(4, 4);
  await page.point(x, y);
  return untilCard(page);
}

/**
 * Waits until no card is open.
 * @param {import('./driver.js').Page} page
 */
export function untilClosed(page) {
  return until("the card to close", async () => (await page.dialogs()).length === 0);
}

/**
 * Where the card's box lies in the view.
 * @param {import('./driver.js').Page} page
 */
export function cardBox(page) {
  return page.inCard((root) => {
    const box = /** @type {Element} */ (root.querySelector(".card")).getBoundingClientRect();
    return { left: box.left, top: box.top, right: box.right, bottom: box.bottom };
  });
}

/**
 * Presses what has these words in the card, with the pointer.
 * @param {import('./driver.js').Page} page
 * @param {string} words of a button, a link or a summary, or its label
 */
export async function pressInCard(page, words) {
  const { x, y } = await untilStill(`“${words}” in the card`, () =>
    page.inCard((root, wanted) => {
      const stops = [...root.querySelectorAll("button, a, summary")];
      const stop = stops.find(
        (one) => one.textContent === wanted || one.getAttribute("aria-label") === wanted,
      );
      if (stop === undefined || !stop.checkVisibility()) return null;
      stop.scrollIntoView({ block: "nearest", behavior: "instant" });
      const { left, top, width, height } = stop.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    }, words),
  );
  await page.click(x, y);
}

/**
 * Starts to measure, in a page, the longest time in which nothing else could run, ms.
 * @param {import('./driver.js').Page} page
 */
export async function measureGaps(page) {
  await page.run(() => {
    const own = /** @type {any} */ (window);
    own.longest = 0;
    let last = performance.now();
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      const now = performance.now();
      own.longest = Math.max(own.longest, now - last);
      last = now;
      // A timer would be held back by the browser; a task a frame is enough and idles well.
      requestAnimationFrame(() => port2.postMessage(null));
    };
    port2.postMessage(null);
  });
  return () => page.run(() => Math.round(/** @type {any} */ (window).longest));
}
