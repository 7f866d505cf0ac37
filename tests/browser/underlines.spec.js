/** What is painted is drawn: the sheet of the highlights holds in every element. */

import assert from "node:assert/strict";
import { untilPainted } from "./painted.js";
import { PARAGRAPH } from "./texts.js";

/** @type {Record<string, (bench: import('./bench.js').Bench) => Promise<void>>} */
export const cases = {
  "underlines are drawn in every element, in shadow trees too, at a distance of its own size":
    async (bench) => {
      bench.give(
        "/drawn",
        `<article><h1 style="font-size: 60px">“Nobody wanted this,” said Ines Dahl</h1>${PARAGRAPH}
       <div id="host"></div></article>
       <script>document.querySelector("#host").attachShadow({ mode: "open" }).innerHTML =
         ${JSON.stringify(PARAGRAPH)};</script>`,
      );
      const page = await bench.open("/drawn");
      await untilPainted(page);
      const drawn = await page.run(() => {
        const inner = document.querySelector("#host")?.shadowRoot?.querySelector("p");
        const elements = [...document.querySelectorAll("h1, p"), inner ?? document.body];
        return elements.map((element) => {
          const { textDecorationLine, textUnderlineOffset } = getComputedStyle(
            element,
            "::highlight(whence-claim)",
          );
          return `${textDecorationLine} ${textUnderlineOffset}`;
        });
      });
      // In per cent of its own letters: an em would be the root's where highlights inherit.
      assert.deepEqual(drawn, Array(3).fill("underline 22%"));
    },
};
