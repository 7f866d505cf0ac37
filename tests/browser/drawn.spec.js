/**
 * Pages whose tags tell something else than their styles: what is drawn as one paragraph is one, what is
 * drawn as two is two, and what is not drawn is not read.
 */

import assert from "node:assert/strict";
import { until } from "./driver.js";
import { painted } from "./painted.js";
import { FILLER } from "./texts.js";

/** @typedef {import('./bench.js').Bench} Bench */

const FERRY = "The ferry to Tarn will be withdrawn in the autumn,";
const BREKKE = "the pier master Ola Brekke said on Monday to the crew of the boat.";
const FERRY_CLAIM = {
  source: "Ola Brekke",
  words: "The ferry to Tarn will be withdrawn in the autumn",
};

const WELL =
  "The well on the square is to be covered before the frost, and the pump is to follow it in May";
const HOLT =
  "Runa Holt said the mill stood empty for most of the year and that nobody had been asked";
const DUES =
  "Harbour dues will rise from March, and the old shed will be let by the metre to whoever asks";
const HOLT_CLAIM = {
  source: "Runa Holt",
  words: "the mill stood empty for most of the year and that nobody had been asked",
};

/** @param {string} text @param {(word: string) => string} dress @param {string} [between] */
function inWords(text, dress, between = " ") {
  return text.split(" ").map(dress).join(between);
}

/**
 * Puts bodies on pages and fails where other claims are found on one than are told.
 * @param {Bench} bench
 * @param {Record<string, [html: string, ...claims: {source: string, words: string}[]]>} pages by name
 */
async function assertClaims(bench, pages) {
  for (const [name, [html, ...claims]] of Object.entries(pages)) {
    const path = `/drawn-${name}`;
    bench.give(path, `<article>${html}${FILLER}</article>`);
    const page = await bench.open(path);
    const view = await bench.untilState("read", path);
    assert.deepEqual(
      view.claims.map(({ source, words }) => ({ source, words: words.replace(/[.]$/, "") })),
      claims,
      name,
    );
    if (claims.length > 0) {
      await until(`${name} to be painted`, () => page.run(() => CSS.highlights.size > 0));
    }
    await page.close();
  }
}

/** @type {Record<string, (bench: Bench) => Promise<void>>} */
export const cases = {
  "block tags that are shown in the line do not cut the sentence": async (bench) => {
    const all = `${FERRY} ${BREKKE}`;
    /** @param {string} style @returns {(word: string) => string} */
    const boxed = (style) => (word) => `<div style="${style}">${word}</div>`;
    await assertClaims(bench, {
      boxes: [`<section>${inWords(all, boxed("display: inline-block"))}</section>`, FERRY_CLAIM],
      inline: [`<section>${inWords(all, boxed("display: inline"))}</section>`, FERRY_CLAIM],
      contents: [
        `<section>${inWords(all, (word) => boxed("display: contents")(`${word} `), "")}</section>`,
        FERRY_CLAIM,
      ],
      items: [
        `<ul><li style="display: inline">${FERRY}</li><li style="display: inline"> ${BREKKE}</li></ul>`,
        FERRY_CLAIM,
      ],
      hidden: [
        `<section>${FERRY} the pier master <div style="display: none">Advertisement</div>Ola Brekke said
         on Monday.</section>`,
        FERRY_CLAIM,
      ],
      initial: [
        `<section><div style="float: left; font-size: 3em">T</div>${all.slice(1)}</section>`,
        FERRY_CLAIM,
      ],
      apart: [
        `<section>${FERRY} the pier master <div style="position: absolute; right: 0">A map, said Ada
         Roe</div>Ola Brekke said on Monday.</section>`,
        FERRY_CLAIM,
      ],
    });
  },

  "inline tags that are shown as blocks are not glued together": async (bench) => {
    /** @param {string} tag @param {string} style */
    const three = (tag, style) =>
      [WELL, HOLT, DUES].map((text) => `<${tag} style="${style}">${text}</${tag}>`).join("");
    await assertClaims(bench, {
      spans: [three("span", "display: block"), HOLT_CLAIM],
      links: [`<div>${three("a", "display: block")}</div>`, HOLT_CLAIM],
      custom: [three("x-line", "display: flex"), HOLT_CLAIM],
      flex: [
        `<div style="display: flex; flex-direction: column">${three("span", "")}</div>`,
        HOLT_CLAIM,
      ],
      cells: [
        `<div style="display: table">${three("span", "display: table-cell")}</div>`,
        HOLT_CLAIM,
      ],
      subhead: [`<p><b style="display: block">Mill stands empty</b>${HOLT}.</p>`, HOLT_CLAIM],
      caption: [
        `<div><x-cap style="display: block">May. Photo: Nils Aas</x-cap>${HOLT}.</div>`,
        HOLT_CLAIM,
      ],
    });
  },

  "words that margins alone part are words": async (bench) => {
    const apart = (/** @type {string} */ word) =>
      `<span style="margin-right: 0.3em">${word}</span>`;
    const padded = (/** @type {string} */ word) => `<span style="padding: 0 0.1em">${word}</span>`;
    const letters = (/** @type {string} */ word) =>
      inWords([...word].join(" "), (l) => `<i>${l}</i>`, "");
    await assertClaims(bench, {
      margins: [`<p>${inWords(`${FERRY} ${BREKKE}`, apart, "")}</p>`, FERRY_CLAIM],
      // Neither a letter in a tag of its own nor a little air about a mark makes two words of one.
      letters: [`<p>${inWords(`${FERRY} ${BREKKE}`, letters)}</p>`, FERRY_CLAIM],
      air: [`<p>The fer${padded("ry")} to Tarn ${FERRY.slice(18)} ${BREKKE}</p>`, FERRY_CLAIM],
    });
  },

  "words in a line that are not drawn are no part of a claim": async (bench) => {
    /** @param {string} style @param {string} [tag] @returns {[string, typeof FERRY_CLAIM]} */
    const hidden = (style, tag = "x-hid") => [
      `<style>${tag} { ${style} }</style>
       <p>The ferry to Tarn <${tag}>UNSEEN</${tag}> will be withdrawn in the autumn, ${BREKKE}</p>`,
      { source: "Ola Brekke", words: "The ferry to Tarn will be withdrawn in the autumn" },
    ];
    await assertClaims(bench, {
      none: hidden("display: none"),
      invisible: hidden("visibility: hidden", "u"),
      clip: hidden(
        "position: absolute; width: 1px; height: 1px; overflow: hidden; clip: rect(0,0,0,0)",
      ),
      path: hidden("position: absolute; clip-path: inset(50%)"),
      letters: hidden("font-size: 0"),
      box: hidden("display: inline-block; width: 0; height: 0; overflow: hidden"),
      skipped: hidden("display: inline-block; content-visibility: hidden"),
      far: hidden("position: absolute; left: -9999px"),
      indent: hidden("display: inline-block; overflow: hidden; text-indent: -9999px"),
      small: hidden("display: inline-block; transform: scale(0)"),
    });
  },

  "text in slots is read where it is drawn, and not read where it is not": async (bench) => {
    /** @param {string} tree @param {string} light @param {'open' | 'closed'} [mode] */
    const host = (tree, light, mode = "open") =>
      `<x-host><template shadowrootmode="${mode}">${tree}</template>${light}</x-host>`;
    const asked = {
      source: "Runa Holt",
      words: "“Nobody asked the crews of this harbour about the ferry,”",
    };
    const light = `<span slot="who">Runa Holt, a crane driver who had come with her son.</span>
      <span slot="what">“Nobody asked the crews of this harbour about the ferry,”</span>`;
    const tree = `<p><slot name="what"></slot> said <slot name="who"></slot></p>`;
    await assertClaims(bench, {
      order: [host(tree, light), asked],
      closed: [host(tree, light, "closed"), asked],
      middle: [
        host(
          `<p>${asked.words} said <slot>nobody</slot>, a crane driver, on Friday.</p>`,
          "Runa Holt",
        ),
        asked,
      ],
      fallback: [host(`<p><slot>${FERRY} ${BREKKE}</slot></p>`, ""), FERRY_CLAIM],
      unslotted: [
        host(
          "<p>Subscribe to read on.</p>",
          `The mill was sold in May, Ada Roe, a clerk, said on Friday.`,
        ),
      ],
      nested: [
        host(
          `<x-in><template shadowrootmode="open"><p><slot></slot> ${BREKKE}</p></template>
          <slot></slot></x-in>`,
          FERRY,
        ),
        FERRY_CLAIM,
      ],
    });
  },

  "short paragraphs beside a long one are of the article, labels and lists of links are not":
    async (bench) => {
      const long = FILLER.repeat(2).replaceAll(/<\/?p>/g, "");
      const said = "“It is a pity,” said Runa Holt. ";
      const pity = { source: "Runa Holt", words: "“It is a pity,”" };
      await assertClaims(bench, {
        one: [`<p>${long}</p><p>${said}</p>`, pity],
        first: [`<p>${said}</p><p>${long}</p><p>The harbour was empty.</p>`, pity],
        boxes: [`<div><p>${long}</p></div><div><p>${said}</p><p>Then he left.</p></div>`, pity],
        heads: [`<h2>Ferry</h2><p>${long}</p><h2>Crew</h2><p>${said}</p>`, pity],
      });
      bench.give(
        "/drawn-beside",
        `<main><div><p>${long}</p></div></main><div><div>Share</div><div>Runa Holt said the mill stood
       empty</div><div>More stories</div><div>Sign in</div></div>`,
      );
      await bench.open("/drawn-beside");
      const view = await bench.untilState("read", "/drawn-beside");
      assert.deepEqual(view.claims, [], "what stands beside it is left out");
    },

  "a claim that runs through a slot is painted in all its pieces": async (bench) => {
    bench.give(
      "/drawn-pieces",
      `<article>${FILLER}<x-host><template shadowrootmode="open"><p>The <slot></slot> will be withdrawn in
       the autumn, ${BREKKE}</p></template><b>ferry to Tarn</b></x-host></article>`,
    );
    const page = await bench.open("/drawn-pieces");
    await until("three pieces", async () => {
      const words = await page.run(() =>
        [...(CSS.highlights.get("whence-claim") ?? [])].map((range) => String(range)),
      );
      return (
        words.join("|").replace(/\s+/g, " ") === "The|ferry to Tarn|will be withdrawn in the autumn"
      );
    });
  },

  "a paragraph that a script takes apart into words keeps its claims": async (bench) => {
    bench.give("/drawn-split", `<article><p>${FERRY} ${BREKKE}</p>${FILLER}</article>`);
    const page = await bench.open("/drawn-split");
    const claims = async () => (await painted(page))["whence-claim"] ?? [];
    await until("the claim", async () => (await claims()).includes(FERRY_CLAIM.words));
    await page.run(() => {
      const paragraph = /** @type {Element} */ (document.querySelector("p"));
      const words = (paragraph.textContent ?? "").split(" ");
      paragraph.replaceChildren(
        ...words.flatMap((word) => {
          const box = document.createElement("div");
          box.style.cssText = "display: inline-block; position: relative";
          box.textContent = word;
          return [box, " "];
        }),
      );
    });
    await until("the claim in words", async () =>
      (await claims()).some((words) => words.startsWith("The ferry to Tarn")),
    );
  },
};
