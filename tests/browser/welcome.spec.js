/** The first-run page: a paragraph to try, the keys as they are set, one choice. */

import assert from "node:assert/strict";
import { until } from "./driver.js";
import { hoverCard, painted, paintedCount, untilClosed, untilPainted } from "./painted.js";

const SAMPLE = "/harbour-report/";

/** From installing to a card that tells a new reader something, ms. */
const FIRST_CARD = 10_000;

/** @param {import('./bench.js').Bench} bench */
async function openWelcome(bench) {
  const welcome = await bench.openOwn("/welcome/welcome.html");
  await untilPainted(welcome);
  return welcome;
}

/**
 * Waits until the page says this of the choice.
 * @param {import('./bench.js').Bench} bench
 * @param {import('./driver.js').Page} welcome
 * @param {string} key
 */
async function untilSaid(bench, welcome, key) {
  const said = await bench.words(key);
  await until(`“${said}”`, () =>
    welcome.run((words) => {
      const notice = document.querySelector("#notice");
      return notice?.checkVisibility() && notice.textContent === words;
    }, said),
  );
}

/** @type {Record<string, (bench: import('./bench.js').Bench) => Promise<void>>} */
export const cases = {
  "the paragraph can be tried on the page itself; the keys are those that are set": async (
    bench,
  ) => {
    const welcome = await openWelcome(bench);
    const named = await hoverCard(welcome, "The slipway is safe");
    assert.match(named.text, /^Ines Dahl\nharbour master/);
    await welcome.press("Escape");
    await untilClosed(welcome);
    const unnamed = await hoverCard(welcome, "repairs had cost");
    assert.ok(unnamed.text.includes(await bench.words("kind_anonymous")), unnamed.text);
    await welcome.press("Escape");
    await untilClosed(welcome);
    const keys = await bench.browser.inside(async () =>
      (await chrome.commands.getAll())
        .filter(({ name }) => !name?.startsWith("_"))
        .map(({ shortcut }) => shortcut ?? ""),
    );
    assert.equal(keys.length, 4);
    const line = await welcome.run(() => document.querySelector("#keys")?.textContent ?? "");
    for (const key of keys) assert.ok(key !== "" && line.includes(key), `${key} in “${line}”`);
  },

  "as a new reader: from installing to a card within ten seconds, on an article after one press":
    async (bench) => {
      const apart = await bench.apart(bench.shipped);
      await apart.chooseNothing(); // as it is at first
      const since = () => Math.round(performance.now() - apart.browser.installed);
      const welcome = await openWelcome(apart);
      const lines = await painted(welcome);
      assert.ok(
        lines["whence-claim"].some((words) => /harbour master Ines Dahl$/.test(words)),
        `who says it is underlined: ${JSON.stringify(lines)}`,
      );
      assert.ok(
        Object.values(lines)
          .flat()
          .every((words) => !/ferry to Skarholm|cost twice/.test(words)),
        `what is said is not: ${JSON.stringify(lines)}`,
      );
      const first = await hoverCard(welcome, "harbour master Ines Dahl");
      assert.match(first.text, /^Ines Dahl\nharbour master/);
      const toFirst = since();

      const page = await apart.open(SAMPLE);
      await page.pressButton(); // the one press
      await untilPainted(page);
      const card = await hoverCard(page, "Tomas Rehn");
      assert.match(card.text, /^Tomas Rehn\n/);
      const toArticle = since();
      bench.notes.push(
        `to the first card ${toFirst} ms, no press; on an article ${toArticle} ms, one`,
      );
      assert.ok(toFirst < FIRST_CARD, `${toFirst} ms to the first card`);
      assert.ok(toArticle < FIRST_CARD, `${toArticle} ms to a card on an article`);
      await apart.assertNoComplaints();
    },

  "articles on every site: asked, granted, kept; articles are read, other pages are not": async (
    bench,
  ) => {
    bench.give(
      "/note",
      "<p>The slipway is shut, the harbour master Ines Dahl said on Thursday.</p>",
    );
    const welcome = await openWelcome(bench);
    try {
      await welcome.answer(true, () => bench.press(welcome, 'input[value="articles"]'), "*");
      await untilSaid(bench, welcome, "welcome_kept");
      await until("the rule for every site", async () =>
        (await bench.registered()).includes("*://*/*"),
      );
      const note = await bench.open("/note");
      await bench.untilState("dormant", "/note");
      await untilPainted(await bench.open(SAMPLE));
      await note.show();
      assert.equal(await paintedCount(note), 0);

      await welcome.show();
      await bench.press(welcome, 'input[value="chosen"]');
      await until(
        "no rule for every site",
        async () => !(await bench.registered()).includes("*://*/*"),
      );
    } finally {
      await bench.browser.allow("*", false);
    }
  },
};
