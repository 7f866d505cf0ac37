/** Hiding hints of a kind from a card: on a page, on a site, everywhere; by pointer, keys and touch; and back. */

import assert from "node:assert/strict";
import { until } from "./driver.js";
import { painted, placeOf, pressInCard, untilCard, untilClosed, untilPainted } from "./painted.js";

const PATH = "/kinds";

/** Two claims of one kind, one of another, and a figure in each. */
const PAGE = `<article><h1>Slipway shut</h1>
  <p>According to the harbour master Ines Dahl, the slipway will be shut for 14 weeks this summer.</p>
  <p>Tomas Rehn said that 310 ships had called at the port since the spring.</p>
  <p>According to the coast authority, the works will cost 62 million crowns and take a year.</p></article>`;

/** The other site of the test server. */
const OTHER = "127.0.0.1";

/**
 * @param {import('./bench.js').Bench} bench
 * @param {string} [host]
 */
async function openPage(bench, host) {
  bench.give(PATH, PAGE);
  const page = await bench.open(PATH, host);
  await untilPainted(page);
  return page;
}

/**
 * What is painted of claims: how each begins.
 * @param {import('./driver.js').Page} page
 */
async function claims(page) {
  const words = Object.values(await painted(page)).flat();
  return words.map((one) => one.slice(0, 16)).sort();
}

const OF_REHN = ["310 ships", "that 310 ships h"];

/** @param {import('./driver.js').Page} page */
async function assertOnlyRehn(page) {
  let last = "";
  await until("the claims of that kind to be gone", async () => {
    last = (await claims(page)).join("; ");
    return last === OF_REHN.join("; ");
  }).catch((error) => assert.fail(`${error.message}: ${last}`));
}

/**
 * Unfolds what a card offers for hiding and presses one of it, by what `act` does.
 * @param {import('./bench.js').Bench} bench
 * @param {import('./driver.js').Page} page
 * @param {string} reach key of the button's words
 */
async function hideByCard(bench, page, reach) {
  const { x, y } = await placeOf(page, "the slipway will be shut");
  await page.click(x, y);
  await untilCard(page, "the slipway will be shut");
  for (const key of ["card_why", "hide_like", reach]) {
    await pressInCard(page, await bench.words(key));
  }
  await untilClosed(page);
}

/** @param {import('./bench.js').Bench} bench */
function stored(bench) {
  return bench.browser.inside(async () => {
    const { settings } = await chrome.storage.local.get("settings");
    return /** @type {any} */ (settings)?.hidden ?? [];
  });
}

/** @type {Record<string, (bench: import('./bench.js').Bench) => Promise<void>>} */
export const cases = {
  "on this page: the others are painted as before, nothing is stored; the popup shows them again":
    async (bench) => {
      const page = await openPage(bench);
      const before = await claims(page);
      assert.ok(before.length > 4, before.join());
      await hideByCard(bench, page, "hide_page");
      await assertOnlyRehn(page);
      assert.deepEqual(await stored(bench), []);
      const view = await bench.untilState("read", PATH);
      assert.deepEqual(
        view.claims.map(({ source }) => source),
        ["Tomas Rehn"],
      );
      assert.deepEqual(view.hidden, { claims: 2, here: true });

      const popup = await bench.openPopup(PATH);
      const said = await bench.words("popup_hidden_claims", "2");
      await until(`“${said}”`, () =>
        popup.run(
          (wanted) => document.querySelector("#hidden-claims")?.textContent === wanted,
          said,
        ),
      );
      await bench.press(popup, "#show-kinds");
      await page.show();
      await until("all again", async () => (await claims(page)).length === before.length);
      assert.deepEqual(await claims(page), before);
    },

  "on this site, by keys: after a load too, not on another site; the options undo it at once":
    async (bench) => {
      const page = await openPage(bench);
      const before = await claims(page);
      await bench.browser.command("next-claim");
      await untilCard(page, "the slipway will be shut");
      await bench.browser.command("open-card");
      await until("the card to have the focus", () =>
        page.run(() => document.activeElement?.getAttribute("popover") === "manual"),
      );
      const focused = () =>
        page.inCard(
          (root) => root.activeElement?.textContent ?? root.activeElement?.className ?? "",
        );
      for (const key of ["card_why", "hide_like", "hide_site"]) {
        const wanted = await bench.words(key);
        for (let step = 0; step < 12 && (await focused()) !== wanted; step++)
          await page.press("Tab");
        assert.equal(await focused(), wanted);
        await page.press("Enter");
      }
      await untilClosed(page);
      await assertOnlyRehn(page);
      await until("it to be stored", async () => (await stored(bench)).length === 1);
      assert.equal((await stored(bench))[0].host, "localhost");

      const again = await openPage(bench);
      await assertOnlyRehn(again);
      const other = await openPage(bench, OTHER);
      assert.deepEqual(await claims(other), before);

      const options = await bench.openOwn("/options/options.html");
      await bench.press(options, "#hidden button");
      await until("nothing to be hidden", () =>
        options.run(() => document.querySelector("#hidden-part")?.checkVisibility() === false),
      );
      await again.show();
      await until("all again", async () => (await claims(again)).length === before.length);
      assert.deepEqual(await claims(again), before);
    },

  "what is unfolded in a card that has no room for it is scrolled to": async (bench) => {
    const page = await openPage(bench);
    await page.resize(700, 360);
    await until("the low view", () => page.run(() => innerHeight === 360));
    const { x, y } = await placeOf(page, "the slipway will be shut");
    await page.click(x, y);
    await untilCard(page, "the slipway will be shut");
    for (const key of ["card_why", "hide_like"]) await pressInCard(page, await bench.words(key));
    const wanted = await bench.words("hide_everywhere");
    await until("the choice to lie in the card's view", () =>
      page.inCard((root, said) => {
        const button = [...root.querySelectorAll("button")].find((one) => one.textContent === said);
        const card = root.querySelector(".card")?.getBoundingClientRect();
        const { bottom } = button?.getBoundingClientRect() ?? { bottom: Infinity };
        return card !== undefined && bottom <= card.bottom;
      }, wanted),
    );
  },

  "by touch": async (bench) => {
    const page = await openPage(bench);
    await page.resize(360, 740);
    await until("the narrow view", () => page.run(() => innerWidth === 360));
    const { x, y } = await placeOf(page, "the slipway will be shut");
    await page.tap(x, y);
    await untilCard(page, "the slipway will be shut");
    for (const key of ["card_why", "hide_like", "hide_page"]) {
      const wanted = await bench.words(key);
      const place = await until(wanted, () =>
        page.inCard((root, said) => {
          const stops = [...root.querySelectorAll("button, summary")];
          const stop = stops.find((one) => one.textContent === said && one.checkVisibility());
          if (stop === undefined) return null;
          stop.scrollIntoView({ block: "center", behavior: "instant" });
          const { left, top, width, height } = stop.getBoundingClientRect();
          return { x: left + width / 2, y: top + height / 2 };
        }, wanted),
      );
      await page.tap(place.x, place.y);
    }
    await untilClosed(page);
    await assertOnlyRehn(page);
  },

  "everywhere: the options come up and ask; then on the other site, too": async (bench) => {
    const other = await openPage(bench, OTHER);
    const options = await bench.openOwn("/options/options.html");
    const page = await openPage(bench);
    await page.show();
    await hideByCard(bench, page, "hide_everywhere");
    await assertOnlyRehn(page);
    const everywhere = await bench.words("options_hidden_everywhere");
    await until("the choice to have the focus", () =>
      options.run(() => document.activeElement?.matches("#hidden select") === true),
    );
    await options.show();
    await options.press("ArrowDown", "Tab");
    await until("it to hold everywhere", async () => (await stored(bench))[0]?.host === null);
    assert.ok(
      await options.run(
        (said) => document.querySelector("#hidden li")?.textContent?.includes(said),
        everywhere,
      ),
    );
    await other.show();
    await assertOnlyRehn(other);
  },

  "a page's own script can hide nothing": async (bench) => {
    const page = await openPage(bench);
    const before = await claims(page);
    await page.run(() => {
      const host = document.createElement("div");
      host.setAttribute("popover", "manual");
      document.body.append(host);
      for (const button of document.querySelectorAll("button")) button.click();
      postMessage({ type: "hide-kind", kind: "according-to", everywhere: true }, "*");
    });
    await bench.untilState("read", PATH);
    assert.deepEqual(await stored(bench), []);
    assert.deepEqual(await claims(page), before);
  },
};
