/** What is underlined: who says it, all that is said, or only what deserves a look. */

import assert from "node:assert/strict";
import { until } from "./driver.js";
import { painted, paintedCount, untilCard, untilClosed } from "./painted.js";
import { untilPainted } from "./painted.js";

/** One source of each sort, and a figure without any. */
const ARTICLE = `<article><h1>Slipway shut</h1>
<p id="named">The slipway will be closed until the end of the summer, the harbour master Ines Dahl said on
Thursday. “Nobody wanted this,” she added, and the boats that lie there now will be carried up to the square.</p>
<p id="unnamed">Two people familiar with the works said the old rails had been laid without a permit.</p>
<p id="hearsay">The repair is reportedly dearer than the town had planned.</p>
<p id="figure">More than 310 boats were lifted out last year.</p></article>`;

/** The words painted, by paint, in the order of the page. @param {import('./driver.js').Page} page */
async function marked(page) {
  const words = await painted(page);
  return Object.fromEntries(
    Object.entries(words).map(([name, all]) => [name.replace("whence-", ""), all]),
  );
}

/** Rests the pointer on words of the page, painted or not. @param {import('./driver.js').Page} page @param {string} words */
async function restOn(page, words) {
  const { x, y } = await page.run((wanted) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = /** @type {Text} */ (walker.currentNode);
      const at = node.data.replace(/\s/g, " ").indexOf(wanted);
      if (at < 0 || !node.parentElement?.closest("p")) continue;
      const range = new Range();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      const line = range.getClientRects()[0];
      return { x: line.left + line.width / 2, y: line.top + line.height / 2 };
    }
    throw new Error(`“${wanted}” is not on the page`);
  }, words);
  await page.point(4, 4);
  await page.point(x, y);
}

/** @type {Record<string, (bench: import('./bench.js').Bench) => Promise<void>>} */
export const cases = {
  "at first who says it is underlined; the claim opens the card, and is tinted while it is open":
    async (bench) => {
      await bench.chooseNothing();
      bench.give("/slipway", ARTICLE);
      const page = await bench.open("/slipway");
      await untilPainted(page);
      const words = await marked(page);
      assert.deepEqual(words, {
        claim: ["the harbour master Ines Dahl", "she"],
        anonymous: ["Two people familiar with the works", "reportedly"],
        unsourced: ["310 boats"],
      });
      await restOn(page, "Nobody wanted this");
      const card = await untilCard(page);
      assert.match(card.text, /^Ines Dahl/);
      const tinted = (await painted(page))["whence-active"];
      assert.deepEqual(tinted, ["“Nobody wanted this,”", "she"]);
      await page.press("Escape");
      await untilClosed(page);
      await restOn(page, "she");
      assert.match((await untilCard(page)).text, /^Ines Dahl/);
      await page.press("Escape");
      await untilClosed(page);
      assert.equal((await painted(page))["whence-active"], undefined);
    },

  "only what deserves a look: named sources have neither a line nor a card that opens under the pointer":
    async (bench) => {
      await bench.choose({ marks: "notable" });
      bench.give("/slipway", ARTICLE);
      const page = await bench.open("/slipway");
      await untilPainted(page);
      assert.deepEqual(await marked(page), {
        anonymous: ["Two people familiar with the works", "reportedly"],
        unsourced: ["310 boats"],
      });
      await restOn(page, "Nobody wanted this");
      await new Promise((done) => setTimeout(done, 900)); // longer than a card takes to open
      assert.equal((await page.dialogs()).length, 0);
      await restOn(page, "laid without a permit");
      await untilCard(page);
    },

  "the popup and the options change it on open pages, and it is kept": async (bench) => {
    await bench.chooseNothing();
    bench.give("/slipway", ARTICLE);
    const page = await bench.open("/slipway");
    await untilPainted(page);
    const popup = await bench.openPopup("/slipway");
    const choose = (/** @type {string} */ marks) =>
      popup.run((value) => {
        const select = /** @type {HTMLSelectElement} */ (document.querySelector("#marks"));
        select.value = value;
        select.dispatchEvent(new Event("change"));
      }, marks);
    assert.equal(
      await popup.run(() => document.querySelector("#marks")?.matches(":enabled")),
      true,
    );
    await choose("claims");
    await page.show();
    await until("whole claims", async () =>
      (await painted(page))["whence-claim"]?.includes("“Nobody wanted this,”"),
    );
    const options = await bench.openOwn("/options/options.html");
    const chosen = () =>
      options.run(() => {
        const input = document.querySelector('input[name="marks"]:checked');
        return /** @type {HTMLInputElement | null} */ (input)?.value;
      });
    await until("the choice in the options", async () => (await chosen()) === "claims");
    const preview = () =>
      options.run(() =>
        [...CSS.highlights].map(([name, all]) => `${name} ${/** @type {any} */ (all).size}`).sort(),
      );
    assert.deepEqual(await preview(), [
      "whence-anonymous 1",
      "whence-claim 1",
      "whence-figure 1",
      "whence-unsourced 1",
    ]);
    await bench.press(options, 'input[name="marks"][value="notable"]');
    await until(
      "the preview of what deserves a look",
      async () => (await preview()).join() === "whence-anonymous 1,whence-unsourced 1",
    );
    await page.show();
    await until("no line for who is named", async () => !("whence-claim" in (await painted(page))));
    assert.equal(await paintedCount(page), 3);
  },

  "who has chosen a look before keeps whole claims": async (bench) => {
    await bench.browser.inside(() =>
      chrome.storage.local.set({
        settings: {
          version: 1,
          everywhere: "chosen",
          sites: [],
          figures: true,
          muted: [],
          look: "tint",
        },
      }),
    );
    bench.give("/slipway", ARTICLE);
    const page = await bench.open("/slipway");
    await untilPainted(page);
    const words = await painted(page);
    assert.ok(words["whence-tint-claim"].includes("“Nobody wanted this,”"));
  },
};
