/** Text with something over it: the pointer reaches what the reader sees, and nothing else. */

import assert from "node:assert/strict";
import { hoverCard, placeOf, untilCard, untilClosed, untilPainted } from "./painted.js";
import { FILLER, PARAGRAPH } from "./texts.js";

/** @param {string} cover */
function covered(cover) {
  return `<article style="position: relative">${PARAGRAPH}${FILLER}${cover}</article>`;
}

/** @param {string} style */
function over(style) {
  return `position: absolute; inset: 0; width: 100%; height: 100%; ${style}`;
}

/** @type {Record<string, (bench: import('./bench.js').Bench) => Promise<void>>} */
export const cases = {
  "what lies over a claim and lets it be seen does not keep its card away": async (bench) => {
    /** @type {Record<string, string>} */
    const covers = {
      layer: `<div style="${over("z-index: 5")}"></div>`,
      link: `<a href="/elsewhere" style="${over("")}"></a>`,
      canvas: `<canvas style="${over("")}"></canvas>`,
      drawing: `<svg style="${over("")}"><rect width="100%" height="100%" fill="transparent"/></svg>`,
      pseudo: `<style>article::after { content: ""; ${over("")} }</style>`,
      faint: `<div style="${over("opacity: 0; background: white")}">Menu</div>`,
    };
    for (const [name, cover] of Object.entries(covers)) {
      bench.give(`/cover-${name}`, covered(cover));
      const page = await bench.open(`/cover-${name}`);
      await untilPainted(page);
      const card = await hoverCard(page, "Nobody wanted this");
      assert.match(card.text, /Ines Dahl/, name);
      await page.press("Escape");
      await untilClosed(page);
      await page.close();
    }
  },

  "a claim in a shadow tree under a cover has its card": async (bench) => {
    bench.give(
      "/cover-tree",
      `<div style="position: relative"><x-host><template shadowrootmode="open">${PARAGRAPH}</template>
       </x-host><div style="${over("")}"></div></div>`,
    );
    const page = await bench.open("/cover-tree");
    await untilPainted(page);
    const { x, y } = await page.run(() => {
      const [range] = /** @type {Range[]} */ ([...(CSS.highlights.get("whence-claim") ?? [])]);
      const { left, top } = range.getClientRects()[0];
      return { x: left + 10, y: top + 8 };
    });
    await page.point(4, 4);
    await page.point(x, y);
    await untilCard(page);
  },

  "what hides a claim keeps its card away": async (bench) => {
    /** @type {Record<string, string>} */
    const covers = {
      opaque: `<div style="${over("background: white")}"></div>`,
      veil: `<div style="${over("background: rgb(0 0 0 / 0.6)")}"></div>`,
      picture: `<img alt="" style="${over("")}" src="data:image/gif;base64,R0lGODlhAQABAIAAAAUEBAAAACwAAAAAAQABAAACAkQBADs=">`,
    };
    for (const [name, cover] of Object.entries(covers)) {
      bench.give(`/hides-${name}`, covered(cover));
      const page = await bench.open(`/hides-${name}`);
      await untilPainted(page);
      const { x, y } = await placeOf(page, "Nobody wanted this");
      await page.point(4, 4);
      await page.point(x, y);
      await new Promise((done) => setTimeout(done, 900));
      assert.deepEqual(await page.dialogs(), [], name);
      await page.close();
    }
  },
};
