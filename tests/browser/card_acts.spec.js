/** What the card offers: citation, report, the source's other claims, why this hint; and to whom. */

import assert from "node:assert/strict";
import axe from "axe-core";
import { until } from "./driver.js";
import {
  cardBox,
  hoverCard,
  placeOf,
  pressInCard,
  untilCard,
  untilClosed,
  untilPainted,
} from "./painted.js";

const SAMPLE = "/harbour-report/";

/** Runs axe on what the card holds, and gives a line for each fault. */
const AUDIT = /** @type {() => Promise<string[]>} */ (
  new Function(
    `${axe.source}
    const host = document.querySelector('[popover="manual"]');
    return window.axe.run(host).then(({ violations, passes }) => {
      if (!passes.some(({ nodes }) => nodes.some(({ html }) => html.includes('class="card"'))))
        throw new Error("axe did not see the card");
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => id + ": " + html + " " + failureSummary));
    });`,
  )
);

/**
 * What axe finds on the open card. Its tree is closed to pages: for axe it is shown as if it were open.
 * @param {import('./driver.js').Page} page
 */
async function audit(page) {
  await page.inCard((root) => {
    for (const details of root.querySelectorAll("details")) details.open = true;
    Object.defineProperty(root.host, "shadowRoot", { value: root, configurable: true });
  });
  return page.run(AUDIT);
}

/**
 * Opens the card of a claim by a click and waits for it.
 * @param {import('./driver.js').Page} page
 * @param {string} words
 */
async function clickCard(page, words) {
  const { x, y } = await placeOf(page, words);
  await page.click(x, y);
  return untilCard(page, words);
}

/**
 * Presses a button that copies and gives what it copied, once it says that it has.
 * @param {import('./bench.js').Bench} bench
 * @param {import('./driver.js').Page} page
 * @param {string} button key of its words
 * @param {string} done key of what it says then
 */
async function copyBy(bench, page, button, done) {
  await pressInCard(page, await bench.words(button));
  const said = await bench.words(done);
  await until(`“${said}” on the button`, () =>
    page.inCard(
      (root, wanted) => [...root.querySelectorAll("button")].some((b) => b.textContent === wanted),
      said,
    ),
  );
  return bench.browser.clipboard();
}

/** @type {Record<string, (bench: import('./bench.js').Bench) => Promise<void>>} */
export const cases = {
  "axe finds nothing on the card of a claim, of a figure, with a relay": async (bench) => {
    const page = await bench.open(SAMPLE);
    await untilPainted(page);
    // A card that still fades in has less contrast than the one that is read.
    const still = { reducedMotion: true };
    await page.prefer(still);
    for (const words of ["We sent people", "Authority quietly moved", "41,000 containers"]) {
      const { x, y } = await placeOf(page, words);
      await page.click(x, y);
      await untilCard(page);
      assert.deepEqual(await audit(page), [], words);
      await page.prefer({ ...still, dark: true });
      await until("the dark", () =>
        page.run(() => matchMedia("(prefers-color-scheme: dark)").matches),
      );
      assert.deepEqual(await audit(page), [], `${words}, in the dark`);
      await page.prefer(still);
      await page.press("Escape");
      await untilClosed(page);
    }
  },

  "copy as citation: claim, source, way, title, day, address of the very words": async (bench) => {
    const page = await bench.open(SAMPLE);
    await untilPainted(page);
    await clickCard(page, "Nobody has lost");
    const url = bench.server.url(SAMPLE);
    const title =
      "“Extra crews sent to Port Sennet before closure, memo shows | The Inland Observer”";
    assert.equal(
      await copyBy(bench, page, "card_copy", "card_copied"),
      "“Nobody has lost a day’s pay over this,” — Tomas Rehn, spokesman for the port authority. " +
        `${title}, 2026-04-14. ${url}#:~:text=Nobody%20has%20lost%20a%20day%E2%80%99s%20pay%20over%20this`,
    );
    await page.press("Escape");
    await untilClosed(page);

    await clickCard(page, "Authority quietly moved");
    const relayed = await copyBy(bench, page, "card_copy", "card_copied");
    const chain = `(${await bench.words("hop_this_page")} ← The Harbour Ledger ← March personnel memo)`;
    assert.ok(relayed.includes(`— March personnel memo ${chain}. ${title}, 2026-04-14. `), relayed);
    const address = relayed.split(" ").at(-1) ?? "";
    const ends = "The%20Sennet%20Port%20Authority%20quietly,that%20the%20harbour%20would%20close";
    assert.equal(address, `${url}#:~:text=${ends}`);

    await page.press("Escape");
    await untilClosed(page);
    await clickCard(page, "planned in secret");
    const denied = await copyBy(bench, page, "card_copy", "card_copied");
    assert.ok(denied.includes(` [${await bench.words("stance_denies")}]. “`), denied);

    await page.press("Escape");
    await untilClosed(page);
    // The address leads to the words: the browser itself finds them and scrolls there.
    await clickCard(page, "many families had");
    const low = await copyBy(bench, page, "card_copy", "card_copied");
    await page.goto("about:blank");
    await page.goto(low.split(" ").at(-1) ?? "");
    await untilPainted(page);
    await until("the page to be scrolled to the words", () =>
      page.run(() => {
        const paragraph = [...document.querySelectorAll("p")].find((p) =>
          p.textContent?.includes("many families"),
        );
        const { top, bottom } = /** @type {Element} */ (paragraph).getBoundingClientRect();
        return scrollY > 0 && top >= 0 && bottom <= innerHeight;
      }),
    );
  },

  "copying where the page forbids the clipboard": async (bench) => {
    bench.give(
      "/no-clipboard",
      `<article>${"<p>The slipway will be closed until the end of the summer, the harbour master Ines Dahl said on Thursday.</p>".repeat(3)}</article>`,
      { headers: { "permissions-policy": "clipboard-write=()" } },
    );
    const page = await bench.open("/no-clipboard");
    await untilPainted(page);
    await clickCard(page, "The slipway will be closed");
    const copied = await copyBy(bench, page, "card_copy", "card_copied");
    assert.match(copied, /— Ines Dahl, harbour master\. “A page”\. http/);
    await bench.browser.complaints(); // of the policy
  },

  "report of a wrong hint: a small case on the clipboard, nothing sent": async (bench) => {
    const page = await bench.open(SAMPLE);
    await untilPainted(page);
    await clickCard(page, "Nobody has lost");
    await bench.browser.requests();
    const from = bench.server.requests.length;
    await pressInCard(page, await bench.words("card_why"));
    const report = JSON.parse(await copyBy(bench, page, "card_report", "card_reported"));
    assert.deepEqual(await bench.browser.requests(), []);
    assert.deepEqual(bench.server.requests.slice(from), []);

    assert.equal(report.whence, "0.1.0");
    assert.equal(report.blocks.length, 1, "only the block concerned");
    const [{ text }] = report.blocks;
    assert.match(text, /^\s*“We sent people where the work was,” Tomas Rehn/);
    const [{ start, end }] = report.attribution.content;
    assert.equal(text.slice(start, end), "“Nobody has lost a day’s pay over this,”");
    assert.equal(report.source.name, "Tomas Rehn");
    assert.equal(report.attribution.rule, "content-source-cue");
    assert.ok(!JSON.stringify(report).includes("localhost"), "not even the page's address");
  },

  "why this hint: closed at first; the words of the page, and the rule": async (bench) => {
    const page = await bench.open(SAMPLE);
    await untilPainted(page);
    await clickCard(page, "We sent people");
    const read = () =>
      page.inCard((root) => {
        const why = /** @type {HTMLDetailsElement} */ (root.querySelector("details"));
        const rows = [...why.querySelectorAll("dt")].map((label) => [
          label.textContent,
          label.nextElementSibling?.textContent,
        ]);
        return { open: why.open, rows: Object.fromEntries(rows) };
      });
    assert.equal((await read()).open, false);
    await pressInCard(page, await bench.words("card_why"));
    const { open, rows } = await until("the evidence", async () => {
      const now = await read();
      return now.open ? now : null;
    });
    assert.ok(open);
    assert.equal(
      rows[await bench.words("evidence_source")],
      "Tomas Rehn, a spokesman for the port authority",
    );
    assert.equal(rows[await bench.words("evidence_cue")], "said");
    assert.equal(rows[await bench.words("evidence_rule")], await bench.words("rule_claim_first"));
  },

  "why this hint, opened near the foot of the view: the card stays in view, and open": async (
    bench,
  ) => {
    const page = await bench.open(SAMPLE);
    await untilPainted(page);
    await hoverCard(page, "Authority quietly moved");
    const { top, bottom } = await cardBox(page);
    await page.press("Escape");
    await untilClosed(page);
    // So low a view that the card fits below its claim, but no longer with what it unfolds.
    const claim = await page.run(() => {
      const [range] = /** @type {Range[]} */ ([
        ...(CSS.highlights.get("whence-claim") ?? []),
      ]).filter((one) => one.toString().includes("quietly moved"));
      return range.getBoundingClientRect().bottom;
    });
    const height = Math.ceil(claim + (bottom - top) + 30);
    await page.resize(900, height);
    await until("the low view", () => page.run((wanted) => innerHeight === wanted, height));
    await hoverCard(page, "Authority quietly moved");
    const before = await cardBox(page);
    await pressInCard(page, await bench.words("card_why"));
    assert.ok(before.bottom <= height, "it was in view before");
    // It grows, and is placed anew once the browser tells that it was unfolded.
    await until("the evidence, in view", async () => {
      const { top: over, bottom: under } = await cardBox(page);
      const grown = under - over > before.bottom - before.top + 40;
      return grown && over >= 0 && under <= height;
    });
    await page.point(2, 2);
    await page.run(() => new Promise((done) => setTimeout(done, 900))); // the grace, several times
    await untilCard(page, "Authority quietly moved");
  },

  "the other claims of a source, one after another": async (bench) => {
    const page = await bench.open(SAMPLE);
    await untilPainted(page);
    const card = await clickCard(page, "We sent people");
    const next = /(\d) of (\d)/.exec(card.text);
    assert.ok(next, card.text);
    const [, place, of] = next;
    assert.equal(place, "2", "the button says which it leads to");
    const seen = ["We sent people"];
    for (let at = 1; at <= Number(of); at++) {
      const to = (at % Number(of)) + 1;
      await pressInCard(page, await bench.words("card_next_claim", String(to), of));
      const words = await until("another claim", async () => {
        const name = (await page.dialogs()).find((one) => one.name !== "")?.name ?? "";
        return name !== "" && !name.includes(seen.at(-1) ?? "?") ? name : null;
      });
      seen.push(words);
      assert.match((await untilCard(page)).text, /^Tomas Rehn/);
      const inView = await page.run(() => {
        const [range] = /** @type {Range[]} */ ([...(CSS.highlights.get("whence-active") ?? [])]);
        const { top, bottom } = range.getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight;
      });
      assert.ok(inView, "the page has scrolled to it");
    }
    assert.match(seen.at(-1) ?? "", /We sent people/, "after the last comes the first");
  },

  "Escape gives the focus back to where it was; Tab goes round": async (bench) => {
    bench.give(
      "/focus",
      `<article><p>The slipway will be closed until the end of the summer, the harbour master Ines Dahl
       said on Thursday. <a href="#there" id="there">More</a></p></article>`,
    );
    const page = await bench.open("/focus");
    await untilPainted(page);
    await page.press("Tab");
    assert.equal(await page.run(() => document.activeElement?.id), "there");
    await bench.browser.command("next-claim");
    await untilCard(page);
    assert.equal(await page.run(() => document.activeElement?.id), "there", "the focus stays");
    await bench.browser.command("open-card");
    await until("the focus in the card", () =>
      page.run(() => document.activeElement?.getAttribute("popover") === "manual"),
    );
    const focused = () => page.inCard((root) => root.activeElement?.textContent ?? "nothing");
    const stops = await page.inCard((root) =>
      [...root.querySelectorAll("button, a, summary")]
        .filter((stop) => stop.checkVisibility())
        .map((stop) => stop.textContent ?? ""),
    );
    assert.ok(stops.length >= 3, `${stops}`);
    for (const stop of [...stops, stops[0]]) {
      await page.press("Tab");
      assert.equal(await focused(), stop);
    }
    await page.press("Shift+Tab");
    assert.equal(await focused(), stops.at(-1));
    await page.press("Enter");
    assert.ok(await page.inCard((root) => root.querySelector("details")?.open), "opened by key");
    await page.press("Escape");
    await untilClosed(page);
    assert.equal(await page.run(() => document.activeElement?.id), "there", "the focus is back");
  },

  "at 400 %: the card lies in the view, and so does what it speaks of": async (bench) => {
    const page = await bench.open(SAMPLE);
    await untilPainted(page);
    await page.zoom(4);
    try {
      await until("the zoom", () => page.run(() => innerWidth < 300));
      for (let step = 0; step < 3; step++) {
        await bench.browser.command("next-claim");
        await untilCard(page);
        const card = await cardBox(page);
        const view = await page.run(() => ({
          width: innerWidth,
          height: innerHeight,
          // The first line of the claim at hand.
          line: (() => {
            const [range] = /** @type {Range[]} */ ([
              ...(CSS.highlights.get("whence-active") ?? []),
            ]);
            const { top, bottom } = range.getClientRects()[0];
            return { top, bottom };
          })(),
        }));
        assert.ok(card.left >= 0 && card.right <= view.width + 1, "not too wide");
        assert.ok(card.top >= -1 && card.bottom <= view.height + 1, "not too high");
        const { top, bottom } = view.line;
        assert.ok(top >= 0 && bottom <= view.height, "the claim's first line is in the view");
        assert.ok(bottom <= card.top + 1 || top >= card.bottom - 1, "and not under the card");
      }
    } finally {
      await page.zoom(1);
    }
  },

  "reduced motion: the card does not fade in; forced colours: it has an edge": async (bench) => {
    const page = await bench.open(SAMPLE);
    await untilPainted(page);
    const look = () =>
      page.inCard((root) => {
        const style = getComputedStyle(/** @type {Element} */ (root.querySelector(".card")));
        return { animation: style.animationName, edge: style.borderTopColor, ink: style.color };
      });
    await hoverCard(page, "We sent people");
    assert.equal((await look()).animation, "appear");
    await page.press("Escape");
    await untilClosed(page);

    await page.prefer({ reducedMotion: true });
    await hoverCard(page, "We sent people");
    assert.equal((await look()).animation, "none");
    await page.press("Escape");
    await untilClosed(page);

    await page.prefer({ forcedColors: true });
    await until("forced colours", () =>
      page.run(() => matchMedia("(forced-colors: active)").matches),
    );
    await bench.browser.command("next-claim");
    await untilCard(page);
    const { edge, ink } = await look();
    assert.equal(edge, ink, "drawn in the colour of text");
    assert.ok(await page.run(() => CSS.highlights.has("whence-active")), "the claim at hand shows");
  },
};
