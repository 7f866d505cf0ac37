/** Pages that a framework builds, hydrates late and renders anew, and pages that grow as one reads. */

import assert from "node:assert/strict";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { until } from "./driver.js";
import { hoverCard, painted, untilPainted } from "./painted.js";
import { numbered } from "./texts.js";

const MODULES = join(import.meta.dirname, "../../node_modules");

/** What both apps show: a list of quotations, each with its speaker, and a word that changes. */
const QUOTES = [
  { words: "“The slipway stays shut until the autumn,”", who: "the harbour master Ines Dahl" },
  { words: "“Nobody wanted this to take so long,”", who: "the crane foreman Runa Holt" },
];

/** The quotation that takes the place of the first one later. */
const LATER = { words: "“The pilots were never asked at all,”", who: "the mayor Ola Brekke" };

const REST = " The town has some 40 boats of its own, and each of them is carried up twice a year.";

/** The article as a server would render it; both frameworks then take it over. */
const HTML = `<article><h1>Slipway shut</h1>${QUOTES.map(
  ({ words, who }) => `<p>${words} said ${who}.${REST}</p>`,
).join("")}<p>Read 0 times.</p></article>`;

/** Notes what goes wrong on a page: errors, and what a framework says of nodes it does not find. */
const NOTES = `<script>
  window.errors = [];
  addEventListener("error", (event) => window.errors.push(String(event.message)));
  addEventListener("unhandledrejection", (event) => window.errors.push(String(event.reason)));
  for (const name of ["error", "warn"]) console[name] = (...words) => window.errors.push(words.join(" "));
</script>`;

/** @type {Record<string, () => string>} */
const APPS = {
  react: () => {
    const app = `
      import { createElement as h, useState } from "react";
      import { hydrateRoot } from "react-dom/client";
      const rest = ${JSON.stringify(REST)};
      function App() {
        const [state, setState] = useState({ quotes: ${JSON.stringify(QUOTES)}, times: 0, key: 0 });
        window.change = setState;
        return h("article", { key: state.key }, h("h1", null, "Slipway shut"),
          ...state.quotes.map(({ words, who }) => h("p", { key: words }, words + " said " + who + "." + rest)),
          h("p", null, "Read " + state.times + " times."));
      }
      window.hydrate = () => { hydrateRoot(document.getElementById("app"), h(App)); };`;
    const { outputFiles } = buildSync({
      stdin: { contents: app, resolveDir: MODULES },
      bundle: true,
      write: false,
      define: { "process.env.NODE_ENV": '"development"' },
    });
    return outputFiles[0].text;
  },
  vue: () => {
    const app = `
      import { createSSRApp, h, shallowRef } from "vue/dist/vue.runtime.esm-browser.js";
      const rest = ${JSON.stringify(REST)};
      window.hydrate = () => {
        const state = shallowRef({ quotes: ${JSON.stringify(QUOTES)}, times: 0, key: 0 });
        window.change = (to) => { state.value = to; };
        createSSRApp({ render: () => h("article", { key: state.value.key }, [h("h1", "Slipway shut"),
          ...state.value.quotes.map(({ words, who }) => h("p", { key: words }, words + " said " + who + "." + rest)),
          h("p", "Read " + state.value.times + " times.")]) }).mount("#app");
      };`;
    const { outputFiles } = buildSync({
      stdin: { contents: app, resolveDir: MODULES },
      bundle: true,
      write: false,
      logLevel: "error",
    });
    return outputFiles[0].text;
  },
};

/** @param {import('./driver.js').Page} page */
async function claimsOf(page) {
  return (await painted(page))["whence-claim"] ?? [];
}

/**
 * Gives a page's app another state.
 * @param {import('./driver.js').Page} page
 * @param {{quotes: {words: string, who: string}[], times: number, key: number}} state
 */
function change(page, state) {
  return page.run((to) => /** @type {any} */ (window).change(to), state);
}

/** @param {import('./driver.js').Page} page */
async function assertNoErrors(page) {
  assert.deepEqual(await page.run(() => /** @type {any} */ (window).errors), []);
}

/** @type {Record<string, (bench: import('./bench.js').Bench) => Promise<void>>} */
export const cases = {};

for (const [name, script] of Object.entries(APPS)) {
  cases[`${name}: hydrated late, rendered anew, nodes replaced under highlights`] = async (
    bench,
  ) => {
    bench.server.give(`/${name}.js`, { body: script(), type: "text/javascript" });
    bench.give(
      `/${name}`,
      `${NOTES}<div id="app">${HTML}</div><script src="/${name}.js" charset="utf-8"></script>`,
    );
    const page = await bench.open(`/${name}`);
    const both = QUOTES.map(({ words }) => words);
    await until("the claims as served", async () => (await claimsOf(page)).join() === both.join());

    // Over painted words; a tree that is not as it was served makes a framework complain.
    await page.run(() => /** @type {any} */ (window).hydrate());
    await until("the app", () => page.run(() => "change" in window));
    await assertNoErrors(page);
    assert.deepEqual(await claimsOf(page), both, "as they were");

    const card = await hoverCard(page, "Nobody wanted this");
    assert.match(card.text, /Runa Holt/);
    await page.press("Escape");
    await change(page, { quotes: QUOTES, times: 1, key: 0 });
    await until("the count", () =>
      page.run(() => document.querySelector("#app")?.textContent?.includes("Read 1 times")),
    );
    assert.deepEqual(await claimsOf(page), both, "a change elsewhere leaves them");

    // Another quotation, the order turned.
    await change(page, { quotes: [QUOTES[1], LATER], times: 2, key: 0 });
    const turned = [QUOTES[1].words, LATER.words];
    await until("the new claims", async () => (await claimsOf(page)).join() === turned.join());

    // The whole tree thrown away and made again.
    await change(page, { quotes: [LATER, ...QUOTES], times: 3, key: 1 });
    const three = [LATER.words, ...both];
    await until("all claims", async () => (await claimsOf(page)).join() === three.join());
    const last = await hoverCard(page, "never asked");
    assert.match(last.text, /Ola Brekke/);
    await page.press("Escape");

    // Nothing left, then all again: the framework removes each node itself.
    await change(page, { quotes: [], times: 4, key: 1 });
    await until("no claims", async () => (await claimsOf(page)).length === 0);
    await change(page, { quotes: QUOTES, times: 5, key: 1 });
    await until("both again", async () => (await claimsOf(page)).join() === both.join());
    await assertNoErrors(page);
  };
}

Object.assign(cases, {
  "infinite scroll: what comes in is read, what is there stays painted": async (
    /** @type {import('./bench.js').Bench} */ bench,
  ) => {
    const parts = Array.from({ length: 5 }, (_, part) =>
      [1, 2, 3].map((number) => numbered(part * 3 + number)).join(""),
    );
    bench.give(
      "/endless",
      `${NOTES}<article>${parts[0]}</article><div id="end" style="height:1px;margin-top:1500px"></div><script>
        const parts = ${JSON.stringify(parts)};
        let at = 1;
        new IntersectionObserver((seen) => {
          if (!seen.some((one) => one.isIntersecting) || at === parts.length) return;
          document.querySelector("article").insertAdjacentHTML("beforeend", parts[at++]);
        }).observe(document.querySelector("#end"));
      </script>`,
    );
    const page = await bench.open("/endless");
    await untilPainted(page);
    for (let part = 2; part <= parts.length; part++) {
      const before = await claimsOf(page);
      // Away from the end and back to it; the page looks once a frame.
      await page.run(async () => {
        const frame = () => new Promise((done) => requestAnimationFrame(done));
        scrollTo({ top: 0, behavior: "instant" });
        await frame();
        await frame();
        document.querySelector("#end")?.scrollIntoView({ behavior: "instant", block: "end" });
      });
      const now = await until(`part ${part} to be painted`, async () => {
        const claims = await claimsOf(page);
        return claims.some((words) => words.includes(`number ${part * 3} `)) ? claims : null;
      });
      assert.deepEqual(now.slice(0, before.length), before);
    }
    assert.ok((await claimsOf(page)).length >= 15);
    await assertNoErrors(page);
    const card = await hoverCard(page, "number 15 ");
    assert.match(card.text, /Runa Holt/);
  },
});
