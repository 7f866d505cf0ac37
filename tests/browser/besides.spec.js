/** Live blogs, newsletters, and what stands in an article and is none of its words. */

import assert from "node:assert/strict";
import { until } from "./driver.js";
import { hoverCard, pressInCard, untilClosed, untilPainted } from "./painted.js";

/** Prose of an article, so that the rest is little beside it. */
const PROSE = `<p>The slipway will be closed until the end of the summer, the harbour master Ines Dahl said on
  Thursday at a meeting with the fishing families of the town.</p>
  <p>The boats will land their catch at the old quay, where the crane was mended in the spring and the ice house
  stands open all night, and the ferry keeps to its winter hours until the works are done.</p>
  <p>“Nobody will lose a berth over this,” said Tomas Rehn, a spokesman for the port authority, and the families
  went home before the tide turned.</p>`;

/** What is told around it, each with a claim or a figure that would be found if it were read. */
const BESIDES = {
  "a line that names another article": `<p>Read next: <a href="/other">Mayor says the ferry company owes
    three years of rent</a></p>`,
  "another article's headline, told in short": `<div class="c-12"><h3><a href="/mayor">Mayor: the bridge is
    safe</a></h3><p>The mayor Ola Brekke said that the bridge would carry lorries of 40 tonnes.</p>
    <a href="/mayor">Read more</a></div>`,
  "a box to subscribe": `<div class="c-13"><p>Readers say that the Harbour Ledger is worth more than the 4 crowns
    that it costs a week.</p><p><a href="/subscribe">Start now</a></p></div>`,
  "a box that wants an address": `<section class="c-14"><p>The editors say that 12,000 people read this letter.</p>
    <form><input type="email" /><button>Go</button></form></section>`,
  "a wall before the rest": `<div class="c-15"><p>According to our records, you have read 3 of 3 articles.</p>
    <p>Have an account? <a href="/login">Sign in</a></p></div>`,
  "a picture of one dot": `<img src="/dot.gif" width="1" height="1" alt="Ines Dahl said that the dot was read." />`,
};

/** @param {import('./bench.js').Bench} bench @param {string} path @param {string} body */
async function claimsOf(bench, path, body) {
  bench.give(path, body);
  const page = await bench.open(path);
  await untilPainted(page);
  const view = await bench.untilState("read", path);
  const said = view.claims.map(({ words }) => words);
  const bare = view.figures.filter(({ unsourced }) => unsourced).map(({ words }) => words);
  await page.close();
  return [...said, ...bare];
}

/** @type {Record<string, (bench: import('./bench.js').Bench) => Promise<void>>} */
export const cases = {
  "what stands in an article and is none of its words is not read": async (bench) => {
    const alone = await claimsOf(
      bench,
      "/alone",
      `<article><h1>Slipway shut</h1>${PROSE}</article>`,
    );
    assert.equal(alone.length, 2, alone.join(" | "));
    for (const [at, [what, body]] of Object.entries(BESIDES).entries()) {
      const [first, ...rest] = PROSE.split(/(?=<p>)/);
      const article = `<article><h1>Slipway shut</h1>${first}${body}${rest.join("")}</article>`;
      assert.deepEqual(await claimsOf(bench, `/besides-${at}`, article), alone, what);
    }
  },

  "a source line, a linked name and a link to the page itself are read": async (bench) => {
    const body = `<article><h1>Slipway shut</h1>${PROSE}
      <h2><a href="#works">The works begin in May</a></h2>
      <p>The coast authority said that the piles were rotten.</p>
      <p>Source: <a href="/ledger">Port of Tarn, ledger of the year</a></p></article>`;
    const claims = await claimsOf(bench, "/kept", body);
    assert.ok(
      claims.some((words) => words.includes("the piles were rotten")),
      claims.join(" | "),
    );
  },

  "a letter of nothing but headlines, each told in short, is read": async (bench) => {
    const item = (/** @type {string} */ who, /** @type {string} */ what) =>
      `<tr><td><h2><a href="/a">${what}</a></h2><p>${who} said on Thursday that ${what}, and that the town
       would hear more of it before the week is out.</p><a href="/a">Read more</a></td></tr>`;
    const body = `<table><tbody>${item("Ines Dahl", "the slipway would stay shut")}
      ${item("Tomas Rehn", "nobody would lose a berth")}${item("Ola Brekke", "the bridge was safe")}
      <tr><td><p>You get this letter because you gave your address.
      <a href="/unsubscribe">Unsubscribe</a></p></td></tr></tbody></table>`;
    const claims = await claimsOf(bench, "/letter", body);
    assert.equal(claims.length, 3, claims.join(" | "));
  },

  "entries of a live blog keep their own time and author": async (bench) => {
    const entry = (
      /** @type {string} */ time,
      /** @type {string} */ who,
      /** @type {string} */ said,
    ) =>
      `<section><header><time datetime="2026-04-14T${time}Z"><b>Now</b><i>${time}</i></time> <span class="byline">${who}</span>
       </header><p>${said}, and the meeting went on in the hall beside the quay for another hour.</p></section>`;
    bench.give(
      "/live",
      `<article><h1>The meeting as it happens</h1><p>By the night desk <time>14 April</time></p><div>
       ${entry("14:05", "By Ana Roe", "The slipway is safe, the harbour master Ines Dahl said")}
       ${entry("13:40", "By Jon Vik", "Nobody will lose a berth, Tomas Rehn said")}
       ${entry("13:10", "By Ana Roe", "The crane is mended, the mayor Ola Brekke said")}</div></article>`,
    );
    const page = await bench.open("/live");
    await untilPainted(page);
    for (const [words, time, who] of [
      ["The slipway is safe", "14:05", "By Ana Roe"],
      ["Nobody will lose", "13:40", "By Jon Vik"],
    ]) {
      const card = await hoverCard(page, words);
      const said = await bench.words("entry_by", `Now ${time}`, who);
      assert.ok(card.text.includes(said), `${said} in ${card.text}`);
      await pressInCard(page, await bench.words("card_copy"));
      await until(`“${said}” in the citation that is copied`, async () =>
        (await bench.browser.clipboard()).includes(`. ${said}. http`),
      );
      await page.press("Escape");
      await untilClosed(page);
    }
    const popup = await bench.openPopup("/live");
    const row = await bench.words("entry_by", "Now 13:10", "By Ana Roe");
    await until("the list with the entry of each claim", () =>
      popup.run((wanted) => !!document.querySelector("#list")?.textContent?.includes(wanted), row),
    );
    // An article with a time of its own is no entry.
    const sample = await bench.open("/harbour-report/");
    await untilPainted(sample);
    const card = await hoverCard(sample, "Nobody has lost");
    const [begins] = (await bench.words("entry_of", "|")).split("|");
    assert.ok(!card.text.includes(begins), card.text);
  },
};
