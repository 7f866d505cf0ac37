/** Pages inside pages: frames of each kind, and shadow trees that are closed. */

import assert from "node:assert/strict";
import { until } from "./driver.js";
import { hoverCard, untilPainted } from "./painted.js";
import { FILLER, numbered, PARAGRAPH } from "./texts.js";

/** What makes a frame an article: it says when it was written. */
const DAY = `<meta itemprop="datePublished" content="2026-01-01">`;

/** Text enough for an article. @param {number} number */
function articleOf(number) {
  return `<article>${DAY}<h1>Boat ${number}</h1>${numbered(number)}${FILLER}${FILLER}</article>`;
}

/**
 * The claims painted in the frames of a page, by the frame's id.
 * @param {import('./driver.js').Page} page
 * @returns {Promise<Record<string, string[]>>}
 */
function claimsInFrames(page) {
  return page.run(() =>
    Object.fromEntries(
      [...document.querySelectorAll("iframe")].map((frame) => {
        const inside = /** @type {any} */ (frame.contentWindow);
        return [frame.id, [...(inside.CSS.highlights.get("whence-claim") ?? [])].map(String)];
      }),
    ),
  );
}

/** @param {number} number */
const claim = (number) => `“Boat number ${number} was late again this morning,”`;

/** @type {Record<string, (bench: import('./bench.js').Bench) => Promise<void>>} */
export const cases = {
  "frames of the same site, of a document given inline, and written by a script": async (bench) => {
    const inline = articleOf(2).replaceAll("&", "&amp;").replaceAll('"', "&quot;");
    bench.give("/inner", articleOf(1));
    bench.give(
      "/framed",
      `<h1>Frames</h1>
       <iframe id="same" src="/inner" width="800" height="300"></iframe>
       <iframe id="inline" srcdoc="${inline}" width="800" height="300"></iframe>
       <iframe id="written" width="800" height="300"></iframe>
       <iframe id="small" src="/inner" width="280" height="150"></iframe>
       <script>
         const written = document.querySelector("#written").contentDocument;
         written.body.innerHTML = ${JSON.stringify(articleOf(3))};
       </script>`,
    );
    const page = await bench.open("/framed");
    const claims = await until("claims in the three", async () => {
      const now = await claimsInFrames(page);
      return now.same.length && now.inline.length && now.written.length ? now : null;
    });
    assert.deepEqual(claims, {
      same: [claim(1)],
      inline: [claim(2)],
      written: [claim(3)],
      small: [],
    });
  },

  "a frame that its text comes into a second later": async (bench) => {
    bench.give(
      "/framed",
      `<iframe id="late" width="800" height="300"></iframe>
       <script>
         setTimeout(() => {
           const late = document.querySelector("#late").contentDocument;
           late.body.innerHTML = ${JSON.stringify(articleOf(4))};
         }, 1_000);
       </script>`,
    );
    const page = await bench.open("/framed");
    const claims = await until("the claim", async () => {
      const { late } = await claimsInFrames(page);
      return late.length > 0 ? late : null;
    });
    assert.deepEqual(claims, [claim(4)]);
  },

  "a card inside a frame": async (bench) => {
    bench.give("/inner", articleOf(1));
    bench.give("/framed", `<iframe id="same" src="/inner" width="800" height="500"></iframe>`);
    const page = await bench.open("/framed");
    await until("the claim", async () => (await claimsInFrames(page)).same.length === 1);
    const { x, y } = await page.run(() => {
      const frame = /** @type {HTMLIFrameElement} */ (document.querySelector("iframe"));
      const { left, top } = frame.getBoundingClientRect();
      const inside = /** @type {any} */ (frame.contentWindow);
      const [range] = [...inside.CSS.highlights.get("whence-claim")];
      const line = range.getClientRects()[0];
      return { x: left + line.left + 20, y: top + line.top + line.height / 2 };
    });
    await page.point(4, 600);
    await page.point(x, y);
    const card = await until("the card", async () =>
      (await page.dialogs()).find(({ name }) => name.includes("Boat number 1")),
    );
    assert.match(card.text, /Runa Holt/);
    const where = await page.run(() => ({
      outside: document.querySelectorAll("[popover]").length,
      inside: document.querySelector("iframe")?.contentDocument?.querySelectorAll("[popover]")
        .length,
    }));
    assert.deepEqual(where, { outside: 0, inside: 1 });
  },

  "a closed shadow tree, and one inside it": async (bench) => {
    bench.give(
      "/closed",
      `<news-story></news-story><script>
        const outer = document.querySelector("news-story").attachShadow({ mode: "closed" });
        outer.innerHTML = ${JSON.stringify(`<article>${PARAGRAPH}<news-part></news-part></article>`)};
        const inner = outer.querySelector("news-part").attachShadow({ mode: "closed" });
        inner.innerHTML = ${JSON.stringify(numbered(7))};
        window.rewrite = () => { inner.innerHTML = ${JSON.stringify(numbered(8))}; };
      </script>`,
    );
    const page = await bench.open("/closed");
    await untilPainted(page);
    // Ranges of different trees have no order.
    const claims = () =>
      page.run(() => [...(CSS.highlights.get("whence-claim") ?? [])].map(String));
    assert.equal((await claims()).length, 3);
    assert.ok((await claims()).includes(claim(7)));
    const card = await hoverCard(page, "Boat number 7");
    assert.match(card.text, /Runa Holt/);
    await page.press("Escape");
    await page.run(() => /** @type {any} */ (window).rewrite());
    await until("the new claim", async () => (await claims()).includes(claim(8)));
  },
};
