/** The first-run page: a paragraph to try, the keys as they are set, one choice. */

import assert from "node:assert/strict";
import { until } from "./driver.js";
import { hoverCard, paintedCount, untilClosed, untilPainted } from "./painted.js";

const SAMPLE = "/harbour-report/";

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
