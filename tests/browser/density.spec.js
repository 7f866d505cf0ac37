/**
 * Where nearly every sentence is somebody's word: painting in each look, and cards under the pointer, hold the
 * page up no longer than a reader notices. The best of some runs counts: a busy machine stands still itself.
 */

import assert from "node:assert/strict";
import { sentences } from "../bench/text.js";
import { until } from "./driver.js";
import { placeOf, untilAllPainted, untilCard, untilClosed } from "./painted.js";

/**
 * How long one task of the page may take, ms: three times the budget of a machine at rest. Where what was
 * painted is taken off range by range it takes Firefox six times that.
 */
const LONGEST = 150;

const RUNS = 3;

/** Words of the page, all of our own sentences that hold claims, over and over. */
const WORDS = 10_000;

function densePage() {
  const own = sentences();
  const paragraphs = [];
  for (let words = 0, at = 0; words < WORDS; at += 3) {
    const text = [0, 1, 2].map((next) => own[(at + next) % own.length]).join(" ");
    paragraphs.push(`<p>${text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`)}</p>`);
    words += text.split(" ").length;
  }
  return `<article><h1>Dense</h1>${paragraphs.join("\n")}</article>`;
}

/**
 * The shortest of the longest tasks of some runs.
 * @param {() => Promise<import('./driver.js').LongTask>} measure
 */
async function best(measure) {
  let least = await measure();
  for (let run = 1; run < RUNS; run++) {
    const task = await measure();
    if (task.ms < least.ms) least = task;
  }
  return { ms: Math.round(least.ms), remark: least.remark };
}

/** @type {Record<string, (bench: import('./bench.js').Bench) => Promise<void>>} */
export const cases = {
  "10,000 words of claims: no look, and no card, holds the page up": async (bench) => {
    bench.give("/dense", densePage());
    await bench.choose({ marks: "sources" });
    const page = await bench.open("/dense");
    const ranges = await untilAllPainted(page, 30_000);
    const view = await bench.untilState("read", "/dense");
    bench.notes.push(`${view.claims.length} claims, ${ranges} ranges painted`);
    assert.ok(view.claims.length > 400, "the page is dense");

    for (const marks of /** @type {const} */ (["claims", "notable", "sources"])) {
      const { ms, remark } = await best(async () => {
        const other = marks === "sources" ? "claims" : "sources";
        await bench.choose({ marks: other });
        await untilAllPainted(page, 30_000);
        return page.longestTask(async () => {
          await bench.choose({ marks });
          await untilAllPainted(page, 30_000);
        });
      });
      bench.notes.push(`${marks}: longest task ${ms} ms ${remark}`);
      assert.ok(ms <= LONGEST, `${marks}: ${ms} ms`);
    }

    // Where they lie is looked up before: to ask for the places of all that is painted takes long itself.
    const { x, y } = await placeOf(page, 40);
    const hovering = await best(() =>
      page.longestTask(async () => {
        for (let line = -2; line <= 2; line++) {
          await page.point(4, 4);
          await page.point(x, y + 24 * line);
          if (line === 0) await untilCard(page);
        }
        await page.press("Escape");
        await untilClosed(page);
      }),
    );
    const said = `cards under the pointer: longest task ${hovering.ms} ms ${hovering.remark}`;
    bench.notes.push(said);
    assert.ok(hovering.ms <= LONGEST, said);
    await until("no card", async () => (await page.dialogs()).length === 0);
  },
};
