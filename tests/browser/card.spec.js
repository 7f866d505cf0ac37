/** The card: opened by pointer, by key, from the popup; where it stands; how it closes. */

import assert from "node:assert/strict";
import { until } from "./driver.js";
import { cardBox, hoverCard, placeOf, untilCard, untilClosed, untilPainted } from "./painted.js";

const SAMPLE = "/harbour-report/";

/** A claim with nothing around it, for pages made on the spot. */
const CLAIM = `<p>The slipway will be closed until the end of the summer, the harbour master Ines Dahl said
on Thursday at a meeting with the fishing families of the town.</p>`;
const WORDS = "The slipway will be closed";

/** @type {Record<string, (bench: import('./bench.js').Bench) => Promise<void>>} */
export const cases = {
  "by mouse: the right source, with role and relay": async (bench) => {
    const page = await bench.open(SAMPLE);
    await untilPainted(page);
    const spokesman = await hoverCard(page, "Nobody has lost");
    assert.match(spokesman.name, /Nobody has lost a day’s pay/);
    assert.match(spokesman.text, /^Tomas Rehn\n.*spokesman for the port authority/);
    assert.match(spokesman.text, /direct quotation/);

    await page.press("Escape");
    await untilClosed(page);
    const memo = await hoverCard(page, "Authority quietly moved");
    assert.match(memo.text, /memo/);
    assert.match(memo.text, /The Harbour Ledger/);
    assert.match(memo.text, /document/);
  },

  "of its own size, by its words and in the view, however the page is zoomed": async (bench) => {
    /** @type {Record<string, string>} */
    const pages = {
      none: `<article>${CLAIM}</article>`,
      root: `<style>html { zoom: 150% }</style><article>${CLAIM}</article>`,
      body: `<style>body { zoom: 1.5 }</style><article>${CLAIM}</article>`,
      small: `<style>html { zoom: 0.9 } body { zoom: 0.8 }</style><article>${CLAIM}</article>`,
      foot: `<style>body { zoom: 1.5 } p { margin-top: 380px }</style><article>${CLAIM}</article>`,
      dialog: `<dialog style="zoom: 1.5"><article>${CLAIM}</article></dialog>
        <script>document.querySelector("dialog").showModal()</script>`,
    };
    let usual = 0;
    for (const [name, body] of Object.entries(pages)) {
      bench.give(`/zoomed-${name}`, body);
      const page = await bench.open(`/zoomed-${name}`);
      await page.resize(900, 700);
      await untilPainted(page);
      const { x, y } = await placeOf(page, WORDS);
      await hoverCard(page, WORDS);
      const { left, right, top, bottom } = await cardBox(page);
      usual ||= right - left;
      const place = `${name}: ${[left, top, right, bottom].map(Math.round)} for ${[x, y].map(Math.round)}`;
      assert.ok(Math.abs(right - left - usual) < 2, `of another size, ${place}`);
      assert.ok(left >= 0 && top >= 0 && right <= 900 && bottom <= 700, `out of view, ${place}`);
      const away = top > y ? top - y : y - bottom;
      assert.ok(away > 0 && away < 90, `not by its words, ${place}`);
      assert.ok(left <= x && x <= right, `not under the pointer, ${place}`);
      await page.close();
    }
  },

  "of one size whatever the page's root says, and of the reader's own letters": async (bench) => {
    /** @param {import('./driver.js').Page} page */
    const sizeOf = async (page) => {
      await hoverCard(page, WORDS);
      const { left, right, top, bottom } = await cardBox(page);
      await page.press("Escape");
      await untilClosed(page);
      return { width: right - left, height: bottom - top };
    };
    const roots = ["62.5%", "100%", "70px"];
    const sizes = [];
    for (const [at, root] of roots.entries()) {
      bench.give(
        `/root-${at}`,
        `<style>html { font-size: ${root} } p { font-size: 16px }</style><article>${CLAIM}</article>`,
      );
      const page = await bench.open(`/root-${at}`);
      await untilPainted(page);
      sizes.push(await sizeOf(page));
      if (at < roots.length - 1) continue;
      await page.prefer({ letters: 24 });
      const { width } = await sizeOf(page);
      await page.prefer({});
      assert.equal(Math.round(width), Math.round(sizes[0].width * 1.5));
    }
    bench.notes.push(`card on roots of ${roots.join(", ")}: ${JSON.stringify(sizes[0])}`);
    assert.deepEqual(sizes, Array(3).fill(sizes[0]));
  },

  "by mouse: closes when the pointer has left, stays while it is on the card": async (bench) => {
    const page = await bench.open(SAMPLE);
    await untilPainted(page);
    await hoverCard(page, "We sent people");
    const box = await page.run(() => {
      const card = [...document.querySelectorAll("[popover]")].at(-1);
      const { x, y, width, height } = /** @type {Element} */ (card).getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2, width };
    });
    assert.ok(box.width > 0, "the card has a place");
    await page.point(box.x, box.y);
    // Long enough for the grace to pass several times, were the pointer taken to have left.
    await page.run(() => new Promise((done) => setTimeout(done, 900)));
    await untilCard(page, "We sent people"); // one that was closed would not come back
    await page.point(2, 2);
    await untilClosed(page);
  },

  "by mouse: passing over claims opens nothing, resting on one does": async (bench) => {
    const page = await bench.open(SAMPLE);
    await untilPainted(page);
    const { x, y } = await placeOf(page, "We sent people");
    await page.run(() => {
      const own = /** @type {any} */ (window);
      own.crossed = 0;
      addEventListener("pointermove", ({ clientX, clientY }) => {
        const ranges = [...CSS.highlights].flatMap(([, held]) => [.../** @type {any} */ (held)]);
        const boxes = ranges.flatMap((range) => [...range.getClientRects()]);
        const on = (/** @type {DOMRect} */ box) =>
          clientX >= box.left &&
          clientX <= box.right &&
          clientY >= box.top &&
          clientY <= box.bottom;
        if (boxes.some(on)) own.crossed += 1;
      });
      own.opened = 0;
      new MutationObserver(() => {
        if (document.querySelector('[popover="manual"]')) own.opened += 1;
      }).observe(document, { childList: true, subtree: true });
    });
    await page.point(4, y);
    // Over the claim and off it, in strokes that each come before a dwell is over.
    await page.sweep(
      Array.from({ length: 12 }, (_, at) => ({ x: x + 14 * at, y })).concat({ x: 4, y }),
    );
    await page.run(() => new Promise((done) => setTimeout(done, 900))); // time to open, if it did
    const { crossed, opened } = await page.run(() => {
      const own = /** @type {any} */ (window);
      return { crossed: own.crossed, opened: own.opened };
    });
    assert.ok(crossed >= 5, `the pointer was on claims ${crossed} times`);
    assert.equal(opened, 0);
    assert.deepEqual(await page.dialogs(), []);
    await page.point(x, y);
    await untilCard(page, "We sent people");
  },

  "by keyboard: next, previous, open and close": async (bench) => {
    const page = await bench.open(SAMPLE);
    await untilPainted(page);
    const view = await bench.untilState("read", SAMPLE);
    const start = (/** @type {number} */ index) => view.claims.at(index)?.exact.slice(0, 20) ?? "?";

    await bench.browser.command("next-claim");
    await untilCard(page, start(0).replace(/\s+/g, " "));
    await bench.browser.command("next-claim");
    const second = await untilCard(page, start(1).replace(/\s+/g, " "));
    assert.ok(second.text.startsWith(view.claims[1].source), `${second.text}`);
    await bench.browser.command("previous-claim");
    await untilCard(page, start(0).replace(/\s+/g, " "));

    await bench.browser.command("open-card");
    await until("the card to have the focus", () =>
      page.run(() => document.activeElement?.getAttribute("popover") === "manual"),
    );
    await page.press("Tab", "Tab", "Tab", "Tab", "Tab", "Tab");
    assert.ok(
      await page.run(() => document.activeElement?.getAttribute("popover") === "manual"),
      "Tab stays inside the card",
    );
    await page.press("Escape");
    await untilClosed(page);
    assert.ok(await page.run(() => document.activeElement === document.body), "the focus is back");
  },

  "a click pins the card; a press elsewhere closes it": async (bench) => {
    const page = await bench.open(SAMPLE);
    await untilPainted(page);
    const { x, y } = await placeOf(page, "We sent people");
    await page.click(x, y);
    await untilCard(page, "We sent people");
    await page.point(2, 2);
    await page.run(() => new Promise((done) => setTimeout(done, 900)));
    await untilCard(page, "We sent people");
    await page.click(2, 120);
    await untilClosed(page);
  },

  "inside a modal dialog": async (bench) => {
    bench.give(
      "/dialog",
      `<article>${CLAIM.repeat(2)}<dialog>${CLAIM.replace("slipway", "ferry slip")}</dialog></article>
       <script>document.querySelector("dialog").showModal()</script>`,
    );
    const page = await bench.open("/dialog");
    await untilPainted(page);
    const card = await hoverCard(page, "The ferry slip will be closed");
    assert.match(card.text, /Ines Dahl/);
    const where = await page.run(() => document.querySelector("[popover]")?.parentElement?.tagName);
    assert.equal(where, "DIALOG", "the card is inside the dialog, else it is inert");
  },

  "inside a fullscreen element": async (bench) => {
    bench.give(
      "/fullscreen",
      `<article>${CLAIM.repeat(2)}</article>
       <script>addEventListener("keydown", () => document.querySelector("article").requestFullscreen())</script>`,
    );
    const page = await bench.open("/fullscreen");
    await untilPainted(page);
    await page.press("f");
    await until("fullscreen", () => page.run(() => document.fullscreenElement !== null));
    const card = await hoverCard(page, WORDS);
    assert.match(card.text, /Ines Dahl/);
    const inside = await page.run(() => {
      const host = document.querySelector("[popover]");
      return host !== null && document.fullscreenElement?.contains(host) === true;
    });
    assert.ok(inside, "the card is inside the fullscreen element");
    await page.run(() => document.exitFullscreen());
  },

  "in a shadow tree": async (bench) => {
    bench.give(
      "/shadow",
      `<news-story></news-story><script>
         const root = document.querySelector("news-story").attachShadow({ mode: "open" });
         root.innerHTML = ${JSON.stringify(`<article><h1>Slipway shut</h1>${CLAIM}</article>`)};
       </script>`,
    );
    const page = await bench.open("/shadow");
    await untilPainted(page);
    const card = await hoverCard(page, WORDS);
    assert.match(card.text, /Ines Dahl/);
  },

  "on a right-to-left page": async (bench) => {
    bench.give("/rtl", `<article>${CLAIM.repeat(3)}</article>`, { dir: "rtl" });
    const page = await bench.open("/rtl");
    await untilPainted(page);
    const card = await hoverCard(page, WORDS);
    assert.match(card.text, /Ines Dahl/);
    const fits = await page.run(() => {
      const box = document.querySelector("[popover]")?.getBoundingClientRect();
      return box !== undefined && box.left >= 0 && box.right <= innerWidth;
    });
    assert.ok(fits, "the card lies in the view");
  },

  "offsets after emoji and other characters of two units": async (bench) => {
    bench.give(
      "/emoji",
      `<article><p>🚢🚢 The 𝗽𝗶𝗹𝗼𝘁 boats 👩‍✈️ were late. “🎺 The brass band will play 🎻,” said Ola Brekke, the
       mayor of Tarn. The pilots had waited since the early morning for word from the harbour.</p>
       ${CLAIM}</article>`,
    );
    const page = await bench.open("/emoji");
    await untilPainted(page);
    const card = await hoverCard(page, "brass band");
    assert.match(card.name, /“🎺 The brass band will play 🎻,”/);
    assert.match(card.text, /Ola Brekke/);
  },
};
