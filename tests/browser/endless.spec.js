/** A page that goes on and on as the reader scrolls, and takes away what lies far above. */

import assert from "node:assert/strict";
import { until } from "./driver.js";
import { untilPainted } from "./painted.js";

/** Batches the page brings in one after another, and paragraphs with a claim in each. */
const BATCHES = 100;
const CLAIMS = 6;

/** As long as this, ms, the page rests before a batch is timed: the wait is then the shortest. */
const REST = 5_500;

/** How much later the hundredth batch may have its hints than the tenth, ms, on a busy machine. */
const LATER = 700;

const PAGE = `<article id="feed"></article><script>
  const feed = document.querySelector("#feed");
  let batches = 0;
  let claims = 0;
  window.more = () => {
    const batch = document.createElement("section");
    batch.id = "batch" + ++batches;
    for (let at = 0; at < ${CLAIMS}; at++) {
      const claim = document.createElement("p");
      claim.textContent = "“Boat number " + ++claims + " was late again this morning,” said Runa Holt, the " +
        "crane foreman, who had waited on the quay since five with a thermos and two of her men.";
      const plain = document.createElement("p");
      plain.textContent = "The path from the slipway to the upper town climbs past the old rope works, turns " +
        "twice under the chestnut trees and ends at a small square with a well and three benches.";
      batch.append(claim, plain);
    }
    feed.append(batch);
    return batches;
  };
  more();
  window.upTo = 1;
  setInterval(() => {
    const near = document.documentElement.scrollHeight - scrollY - innerHeight < innerHeight;
    if (near && batches < window.upTo) more();
  }, 30);
</script>`;

/**
 * What is painted of the claims in view and of the whole: which claims in view are bare, how many
 * ranges there are in all, and how many of them hold nothing of the page any more.
 * @param {import('./driver.js').Page} page
 */
function look(page) {
  return page.run(() => {
    /** @type {Set<Element | null | undefined>} */
    const painted = new Set();
    let [all, dead] = [0, 0];
    for (const [name, highlight] of CSS.highlights) {
      if (!/^whence-(claim|anonymous)$/.test(name)) continue;
      for (const range of /** @type {Set<Range>} */ (/** @type {unknown} */ (highlight))) {
        all++;
        if (range.collapsed || !range.startContainer.isConnected) dead++;
        else painted.add(range.startContainer.parentElement?.closest("p"));
      }
    }
    const inView = [...document.querySelectorAll("p:nth-child(odd)")].filter((p) => {
      const { top, bottom } = p.getBoundingClientRect();
      return bottom > 0 && top < innerHeight;
    });
    const bare = inView.filter((p) => !painted.has(p)).length;
    return {
      all,
      dead,
      seen: inView.length,
      bare,
      batches: document.querySelectorAll("section").length,
    };
  });
}

/**
 * Scrolls on until the page has so many batches.
 * @param {import('./driver.js').Page} page
 * @param {number} batches
 */
async function scrollTo(page, batches) {
  await page.run((most) => {
    /** @type {any} */ (window).upTo = most;
  }, batches);
  await until(
    `${batches} batches`,
    async () => {
      await page.run(() => scrollBy({ top: innerHeight, behavior: "instant" }));
      return (await look(page)).batches === batches;
    },
    60_000,
  );
  await page.run(() => scrollBy({ top: document.body.scrollHeight, behavior: "instant" }));
}

/** @param {import('./driver.js').Page} page @param {number} batches */
async function untilAllInView(page, batches) {
  await until(
    `the claims in view of ${batches} batches`,
    async () => {
      const { seen, bare, all } = await look(page);
      return seen > 2 && bare === 0 && all === batches * CLAIMS;
    },
    30_000,
  );
}

/**
 * How long a batch takes from the page to its hints, ms, after a rest; the wait for the page to settle
 * is in it.
 * @param {import('./driver.js').Page} page
 */
async function timeOfBatch(page) {
  await new Promise((done) => setTimeout(done, REST));
  return page
    .run(
      (claims) =>
        new Promise((done) => {
          const start = performance.now();
          const all = /** @type {any} */ (window).more() * claims;
          const watch = () => {
            if (CSS.highlights.get("whence-claim")?.size === all) done(performance.now() - start);
            else setTimeout(watch, 5);
          };
          watch();
        }),
      CLAIMS,
    )
    .then(Number);
}

/**
 * The same, of up to three batches the soonest, which a machine that is busy now and then does not spoil.
 * @param {import('./driver.js').Page} page
 * @param {number} enough ms; sooner than that no other batch is needed
 */
async function soonestBatch(page, enough) {
  let soonest = Infinity;
  for (let batch = 0; batch < 3 && soonest > enough; batch += 1) {
    soonest = Math.min(soonest, await timeOfBatch(page));
  }
  return soonest;
}

/** @type {Record<string, (bench: import('./bench.js').Bench) => Promise<void>>} */
export const cases = {
  "a page of a hundred batches: claims in view painted, the last batch as soon as the tenth, nothing kept":
    async (bench) => {
      bench.give("/endless", PAGE);
      const page = await bench.open("/endless");
      await untilPainted(page);
      await scrollTo(page, 9);
      await untilAllInView(page, 9);
      const tenth = await timeOfBatch(page);
      for (let batches = 30; batches < BATCHES; batches += 30) {
        await scrollTo(page, batches);
        await untilAllInView(page, batches);
      }
      await scrollTo(page, BATCHES - 1);
      await untilAllInView(page, BATCHES - 1);
      await page.run(() => {
        /** @type {any} */ (window).standing = [...(CSS.highlights.get("whence-claim") ?? [])];
      });
      const last = await soonestBatch(page, tenth + LATER);
      const drawnAnew = await page.run(() => {
        const now = /** @type {Set<unknown>} */ (
          /** @type {unknown} */ (CSS.highlights.get("whence-claim"))
        );
        const standing = /** @type {unknown[]} */ (/** @type {any} */ (window).standing);
        /** @type {any} */ (window).standing = null;
        return standing.filter((range) => !now.has(range)).length;
      });
      assert.equal(drawnAnew, 0, "what stands keeps its range");
      bench.notes.push(
        `from the page to its hints: batch 10 after ${Math.round(tenth)} ms, batch 100 after ${Math.round(last)} ms`,
      );

      // What the page takes away far above is let go, ranges and all.
      await page.run((keep) => {
        const own = /** @type {any} */ (window);
        const gone = [...document.querySelectorAll("section")].slice(0, -keep);
        own.gone = gone.map((batch) => new WeakRef(batch));
        for (const batch of gone) batch.remove();
      }, 10);
      await untilAllInView(page, 10);
      assert.equal((await look(page)).dead, 0);
      const { session } = /** @type {{session?: import('puppeteer-core').CDPSession}} */ (page);
      if (session !== undefined) {
        await until("what was taken away to be freed", async () => {
          await session.send("HeapProfiler.collectGarbage");
          return page.run(() =>
            /** @type {any} */ (window).gone.every(
              (/** @type {WeakRef<Element>} */ batch) => batch.deref() === undefined,
            ),
          );
        });
      }
      assert.ok(last < tenth + LATER, `batch 100 took ${last} ms, batch 10 ${tenth} ms`);
    },
};
