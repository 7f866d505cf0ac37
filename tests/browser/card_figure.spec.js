/** The card of a figure: who gave it, that nobody did, and what else the page gives for the same thing. */

import assert from "node:assert/strict";
import { until } from "./driver.js";
import { pressInCard, untilCard, untilClosed, untilPainted } from "./painted.js";

/** Three tolls of one flood, by three sources; and a figure that nobody gave. */
const FLOOD = `<article><h1>Flood in the valley of the Tarn</h1>
<p>In the valley 26 people were killed by the flood, the Health Ministry said on Monday.</p>
<p>Ola Brekke, the mayor of Tarn, said on Tuesday that 31 people had been killed in the town alone.</p>
<p>The roads to the upper valley are still closed, and the bridge at the old mill has been carried off.</p>
<p>At least 40 people were killed, according to a report by the coast authority.</p>
<p>The dam above the town cost 62 million dollars in 2019.</p></article>`;

/**
 * Opens the card of a figure by a click on its number.
 * @param {import('./driver.js').Page} page
 * @param {string} words of the figure
 */
async function clickFigure(page, words) {
  await page.press("Escape"); // a card that is open may lie over the number
  await untilClosed(page);
  const { x, y } = await page.run((wanted) => {
    for (const name of ["whence-figure", "whence-unsourced"]) {
      const ranges = /** @type {Range[]} */ ([...(CSS.highlights.get(name) ?? [])]);
      const range = ranges.find((one) => one.toString().includes(wanted));
      if (range === undefined) continue;
      range.startContainer.parentElement?.scrollIntoView({ block: "center", behavior: "instant" });
      const { left, top, height } = range.getBoundingClientRect();
      return { x: left + 6, y: top + height / 2 };
    }
    throw new Error(`${wanted} is not painted`);
  }, words);
  await page.click(x, y);
  return untilCard(page, words);
}

/** @type {Record<string, (bench: import('./bench.js').Bench) => Promise<void>>} */
export const cases = {
  "values that differ: the others are listed, each leads to its place": async (bench) => {
    bench.give("/flood", FLOOD);
    const page = await bench.open("/flood");
    await untilPainted(page);
    const others = () =>
      page.inCard((root) => [...root.querySelectorAll(".others li")].map((li) => li.textContent));
    const all = [
      ["26 people", "26 people — Health Ministry"],
      ["31 people", "31 people — Ola Brekke"],
      ["40 people", "At least 40 people — A report by the coast authority"],
    ];
    for (const [words] of all) {
      const card = await clickFigure(page, words);
      assert.ok(card.text.includes(await bench.words("flag_disagreeing_figures")), card.text);
      const rest = all.filter(([own]) => own !== words).map(([, line]) => line);
      assert.deepEqual(await others(), rest, `beside ${words}`);
    }
    await pressInCard(page, "31 people — Ola Brekke");
    const card = await untilCard(page, "31 people");
    assert.match(card.text, /^Ola Brekke/);
    await until("the focus in the card", () =>
      page.run(() => document.activeElement?.getAttribute("popover") === "manual"),
    );
    assert.equal((await others()).length, 2);
  },

  "with that remark switched off nothing is said of it": async (bench) => {
    bench.give("/flood", FLOOD);
    await bench.choose({ muted: ["disagreeing-figures"] });
    const page = await bench.open("/flood");
    await untilPainted(page);
    const card = await clickFigure(page, "31 people");
    assert.ok(!card.text.includes("26 people"), card.text);
    assert.match(card.text, /Ola Brekke/);
  },

  "value, bound, unit and who gave it; or that nobody did, and its date": async (bench) => {
    bench.give("/flood", FLOOD);
    const page = await bench.open("/flood");
    await untilPainted(page);
    const given = await clickFigure(page, "40 people");
    const source = "A report by the coast authority";
    for (const words of [
      "At least 40 people",
      await bench.words("bound_over", "40"),
      await bench.words("figure_source", source),
    ]) {
      assert.ok(given.text.includes(words), `${words}: ${given.text}`);
    }
    const bare = await clickFigure(page, "62 million dollars");
    assert.ok(bare.text.startsWith(await bench.words("source_none")), bare.text);
    for (const key of ["figure_no_source", "flag_unsourced_figure"]) {
      assert.ok(bare.text.includes(await bench.words(key)), `${key}: ${bare.text}`);
    }
    assert.ok(bare.text.includes("in 2019"), bare.text);
  },

  "a count without a date: the card says so": async (bench) => {
    bench.give(
      "/undated",
      `<article><p>The harbour was shut for a long time, and the town has felt it in every street.</p>
       <p>More than 1,240 households have applied for bridging aid, according to a recent report by
       the coast authority.</p></article>`,
    );
    const page = await bench.open("/undated");
    await untilPainted(page);
    const card = await clickFigure(page, "1,240 households");
    assert.ok(card.text.includes(await bench.words("flag_undated")), card.text);
  },
};
