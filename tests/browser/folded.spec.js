/** Text that a press unfolds: a closed `details`, a panel of tabs, what waits to be found. */

import assert from "node:assert/strict";
import { until } from "./driver.js";
import { painted, paintedCount, untilBare, untilPainted } from "./painted.js";
import { numbered } from "./texts.js";

const PAGE = `<article>${numbered(1)}
  <details id="details"><summary>More</summary>${numbered(2)}</details>
  <section id="none" style="display: none"><div>${numbered(3)}</div></section>
  <section id="hidden" hidden>${numbered(4)}</section>
  <section id="found" hidden="until-found">${numbered(5)}</section>
  <section id="class" class="tab">${numbered(6)}</section>
  </article><style>.tab { display: none } .tab.open { display: contents }</style>`;

/** How each is unfolded. */
const ACTS = /** @type {const} */ ([
  ["details", 2],
  ["none", 3],
  ["hidden", 4],
  ["found", 5],
  ["class", 6],
]);

/** @param {import('./driver.js').Page} page @param {string} id */
function unfold(page, id) {
  return page.run((wanted) => {
    const element = /** @type {HTMLElement} */ (document.getElementById(wanted));
    if (wanted === "details") element.toggleAttribute("open", true);
    else if (wanted === "none") element.style.display = "block";
    else if (wanted === "class") element.className = "tab open";
    else element.removeAttribute("hidden");
  }, id);
}

/** @type {Record<string, (bench: import('./bench.js').Bench) => Promise<void>>} */
export const cases = {
  "text that is unfolded is read then": async (bench) => {
    bench.give("/folded", PAGE);
    const page = await bench.open("/folded");
    assert.equal(await untilPainted(page), 1);
    for (const [id, number] of ACTS) {
      await unfold(page, id);
      await until(`the claim in #${id}`, async () =>
        (await painted(page))["whence-claim"].some((words) =>
          words.includes(`number ${number} was`),
        ),
      );
      assert.equal(await paintedCount(page), number);
    }
  },

  "text that was invisible is read when it shows, however it comes to": async (bench) => {
    const article = `<article>${numbered(1)}${numbered(2)}</article>`;
    const show = "setTimeout(() => { SHOW }, 900)";
    /** @type {Record<string, string>} */
    const pages = {
      class: `<style>.wait { visibility: hidden }</style>${article}
        <script>document.body.className = "wait"; ${show.replace("SHOW", 'document.body.className = ""')}</script>`,
      sheet: `<style id="veil">body { visibility: hidden !important }</style>${article}
        <script>${show.replace("SHOW", "document.getElementById('veil').remove()")}</script>`,
      animation: `<style>main { visibility: hidden; animation: show 1s steps(1, end) both }
        @keyframes show { to { visibility: visible } }</style><main>${article}</main>`,
      itself:
        article.replace("<article", '<article style="visibility: hidden"') +
        `<script>${show.replace("SHOW", "document.querySelector('article').style.visibility = ''")}</script>`,
    };
    for (const [name, body] of Object.entries(pages)) {
      bench.give(`/concealed-${name}`, body);
      const page = await bench.open(`/concealed-${name}`);
      await until(`the claims of ${name}`, async () => (await paintedCount(page)) === 2);
      await page.close();
    }
  },

  "a panel of tabs that visibility shows is read then": async (bench) => {
    bench.give(
      "/concealed-tabs",
      `<style>.tab { visibility: hidden } :checked ~ .tab { visibility: visible }</style>
       <article>${numbered(1)}<input type="checkbox" id="box"><section class="tab">${numbered(2)}</section>
       </article>`,
    );
    const page = await bench.open("/concealed-tabs");
    assert.equal(await untilPainted(page), 1);
    await bench.press(page, "#box");
    await until("the claim of the panel", async () => (await paintedCount(page)) === 2);
  },

  "text that is unfolded stays unread where Whence was switched off": async (bench) => {
    bench.give("/folded-off", PAGE);
    const page = await bench.open("/folded-off");
    await untilPainted(page);
    await bench.choose({ sites: [{ host: "localhost", scope: "host", run: "off" }] });
    await untilBare(page);
    for (const [id] of ACTS) await unfold(page, id);
    await new Promise((done) => setTimeout(done, 1_500));
    assert.equal(await paintedCount(page), 0);
  },
};
