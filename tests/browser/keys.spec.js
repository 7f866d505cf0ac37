/** Whence without a pointer: its own pages by Tab and keys, the claims of a page read aloud. */

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { until } from "./driver.js";
import { paintedCount, untilBare, untilCard, untilPainted } from "./painted.js";

const SAMPLE = "/harbour-report/";

/** More stops than any page of ours has. */
const MOST = 150;

/**
 * Goes through a page by Tab, from its first stop until the first comes again, unfolding what is folded.
 * Gives the controls that it never came to, and the stops where nothing showed the focus.
 * @param {import('./driver.js').Page} page
 */
async function walk(page) {
  for (let at = 0; at < MOST; at++) {
    await page.press("Tab");
    const stop = await page.run(() => {
      const own = /** @type {any} */ (window);
      own.seen ??= new Set();
      own.dim ??= [];
      const now = document.activeElement;
      if (now === null || now === document.body) return "left";
      if (own.seen.has(now)) return "again";
      own.seen.add(now);
      const { outlineStyle, outlineWidth } = getComputedStyle(now);
      if (outlineStyle === "none" || outlineWidth === "0px") own.dim.push(now.outerHTML);
      return now.matches("details:not([open]) > summary") ? "folded" : "on";
    });
    if (stop === "again") break;
    if (stop === "folded") await page.press("Enter");
  }
  return page.run(() => {
    const { seen, dim } = /** @type {any} */ (window);
    const controls = "button, input, select, summary, a[href]";
    const missed = [...document.querySelectorAll(controls)].filter((control) => {
      // Of a group of radio buttons only the chosen one is a stop; arrows lead to the others.
      const isOther = control.matches('input[type="radio"]:not(:checked)');
      return control.checkVisibility() && !isOther && !seen.has(control);
    });
    return { missed: missed.map((control) => control.outerHTML), dim, stops: seen.size };
  });
}

/**
 * Presses Tab until the focus is on what fits a selector.
 * @param {import('./driver.js').Page} page
 * @param {string} selector
 */
async function tabTo(page, selector) {
  for (let at = 0; at < MOST; at++) {
    await page.press("Tab");
    if (await page.run((wanted) => document.activeElement?.matches(wanted), selector)) return;
  }
  throw new Error(`Tab never came to ${selector}`);
}

/** @type {Record<string, (bench: import('./bench.js').Bench) => Promise<void>>} */
export const cases = {
  "popup: every control is a stop of Tab, and shows the focus": async (bench) => {
    const page = await bench.open(SAMPLE);
    await untilPainted(page);
    const popup = await bench.openPopup(SAMPLE);
    await until("the list", () =>
      popup.run(() => document.querySelector("#list details") !== null),
    );
    const { missed, dim, stops } = await walk(popup);
    assert.deepEqual(missed, []);
    assert.deepEqual(dim, []);
    assert.ok(stops > 20, `${stops}`);
  },

  "popup: the switch, a claim, an export, by keys alone": async (bench) => {
    const page = await bench.open(SAMPLE);
    await untilPainted(page);
    const popup = await bench.openPopup(SAMPLE);
    await until("the list", () =>
      popup.run(() => document.querySelector("#list details") !== null),
    );
    await tabTo(popup, "#switch");
    await popup.press("Space");
    await page.show();
    await untilBare(page);
    await popup.show();
    await popup.press("Space");
    await page.show();
    await untilPainted(page);
    await popup.show();
    await until("the list", () =>
      popup.run(() => document.querySelector("#list")?.checkVisibility() === true),
    );
    await tabTo(popup, "#list summary");
    await popup.press("Enter", "Tab", "Space");
    await page.show();
    // The first claim of the first source: the headline, whose memo is that of the text.
    await untilCard(page, "Extra crews sent");
    await popup.show();
    await tabTo(popup, "#form");
    await popup.press("ArrowDown", "Tab", "Enter");
    await until("a copy", async () =>
      (await bench.browser.clipboard()).startsWith('"claim","source",'),
    );
  },

  "options: every control is a stop of Tab, and shows the focus": async (bench) => {
    await bench.choose({ sites: [{ host: "quiet.example", scope: "host", run: "off" }] });
    const options = await bench.openOwn("/options/options.html");
    await until("the rule", () => options.run(() => document.querySelector("#sites li") !== null));
    const { missed, dim, stops } = await walk(options);
    assert.deepEqual(missed, []);
    assert.deepEqual(dim, []);
    assert.ok(stops > 20, `${stops}`);
  },

  "options: a rule, the look, a hint, by keys alone": async (bench) => {
    const page = await bench.open(SAMPLE);
    await untilPainted(page);
    const options = await bench.openOwn("/options/options.html");
    await until("the options", () =>
      options.run(() => document.querySelectorAll("#flags input").length > 0),
    );
    const rows = () => options.run(() => document.querySelectorAll("#sites li").length);
    await tabTo(options, "#add-run");
    await options.press("End", "Shift+Tab", "Shift+Tab", ..."quiet.example", "Enter");
    await until("the rule", async () => (await rows()) === 1);
    await tabTo(options, "#sites button");
    await options.press("Enter");
    await until("no rule", async () => (await rows()) === 0);
    await tabTo(options, 'input[name="look"]');
    await options.press("ArrowRight");
    await tabTo(options, "#figures");
    await options.press("Space");
    await page.show();
    await until("the new look, without figures", () =>
      page.run(
        () =>
          CSS.highlights.has("whence-clear-claim") && !CSS.highlights.has("whence-clear-figure"),
      ),
    );
    assert.ok((await paintedCount(page)) > 0);
  },

  "the keys asked for are given: the browser keeps none of them for itself": async (bench) => {
    const manifest = JSON.parse(await readFile(join(bench.extension, "manifest.json"), "utf8"));
    const given = await bench.browser.inside(() => chrome.commands.getAll());
    for (const [name, { suggested_key: key }] of Object.entries(manifest.commands)) {
      const command = given.find((one) => one.name === name);
      assert.equal(command?.shortcut, key.default, name);
    }
  },

  "going on among the claims says which it is, how many there are, and the source": async (
    bench,
  ) => {
    const page = await bench.open(SAMPLE);
    await untilPainted(page);
    const { claims } = await bench.untilState("read", SAMPLE);
    const said = () =>
      page.inCard((root) => root.querySelector('[role="status"]')?.textContent || null);
    for (const [place, { words, source, probably }] of claims.slice(0, 3).entries()) {
      await bench.browser.command("next-claim");
      await untilCard(page, words.slice(0, 20));
      const sentence = await until("the sentence", said);
      const [, at, of, claim, who] =
        /^Claim (\d+) of (\d+): (.*)\. Source: (.*)$/.exec(sentence) ?? [];
      const named = probably ? await bench.words("card_probably", source) : source;
      assert.deepEqual([at, of, who], [`${place + 1}`, `${claims.length}`, named], sentence);
      assert.ok(words.startsWith(claim.replace("…", "")), sentence);
    }
    const polite = await page.inCard((root) => {
      const status = /** @type {Element} */ (root.querySelector('[role="status"]'));
      return { shown: status.checkVisibility(), live: status.getAttribute("aria-live") };
    });
    assert.ok(polite.shown, "a region that is not rendered is not read");
    assert.notEqual(polite.live, "assertive");
  },
};
