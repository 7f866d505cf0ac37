/** What the card says of a source: how it is known who is meant, how it is said, who said it first. */

import assert from "node:assert/strict";
import { hoverCard, untilClosed, untilPainted } from "./painted.js";

/** Claims of each kind, with people and papers made up here. */
const PAGE = `<article><h1>Slipway shut</h1>
  <p>“The slipway is safe,” Ines Dahl, the harbour master, said on Thursday. She said that nobody had
  asked for a second inspection of the piles.</p>
  <p>Tomas Rehn, a spokesman for the port authority, denied that the works had been planned in secret. The
  March inspection report did not say that the crane had been moved.</p>
  <p>It is believed that the crane can be repaired before the autumn gales.</p>
  <p>The Inland Observer reported, citing the coast authority, that the ferry will be late all summer.</p>
  </article>`;

/** @param {import('./bench.js').Bench} bench */
async function openPage(bench) {
  bench.give("/who", PAGE);
  const page = await bench.open("/who");
  await untilPainted(page);
  return page;
}

/**
 * The card of a claim: the words of its parts.
 * @param {import('./driver.js').Page} page
 * @param {string} words
 */
async function partsOf(page, words) {
  await hoverCard(page, words);
  const parts = await page.inCard((root) => {
    const said = (/** @type {string} */ selector) =>
      [...root.querySelectorAll(selector)].map((part) => part.textContent ?? "");
    return {
      title: said("h2").join(),
      known: said(".known"),
      says: said(".says"),
      kind: said(".kind span"),
      hops: said(".hops li"),
      evidence: said("dd"),
      rule: said("dd").at(-1),
    };
  });
  await page.press("Escape");
  await untilClosed(page);
  return parts;
}

/** @type {Record<string, (bench: import('./bench.js').Bench) => Promise<void>>} */
export const cases = {
  "the card says which words stand for the source, and nothing where it is named": async (
    bench,
  ) => {
    const page = await openPage(bench);
    const named = await partsOf(page, "The slipway is safe");
    assert.equal(named.title, "Ines Dahl");
    assert.deepEqual(named.known, []);
    const she = await partsOf(page, "nobody had asked");
    assert.equal(she.title, "Ines Dahl");
    assert.deepEqual(she.known, [await bench.words("known_spoke_she", "“She”")]);
  },

  "a name that may be another's is probable, with the second candidate; to whom it was said, and where":
    async (bench) => {
      bench.give(
        "/likely",
        `<article><h1>Crews sent</h1><p>Tomas Rehn, a spokesman for the port authority, came at noon with Jon
       Vik. “We sent people,” he told reporters in an email seen by The Ledger.</p></article>`,
      );
      const page = await bench.open("/likely");
      await untilPainted(page);
      const he = await partsOf(page, "We sent people");
      assert.equal(he.title, await bench.words("card_probably", "Tomas Rehn"));
      assert.deepEqual(he.known, [
        await bench.words("known_subject", "“he”"),
        await bench.words("known_second", "Jon Vik"),
      ]);
      for (const [key, words] of [
        ["told_to", "reporters"],
        ["medium_in", "an email seen by The Ledger"],
      ]) {
        const said = await bench.words(key, words);
        assert.ok(he.kind.includes(said), `${said} in ${he.kind}`);
      }
      assert.ok(he.evidence.includes(await bench.words("certainty_likely")), he.evidence.join());
      const view = await bench.untilState("read", "/likely");
      assert.deepEqual(
        view.claims.map(({ source, probably }) => [source, probably]),
        [["Tomas Rehn", true]],
      );
    },

  "a denial, what was not said, and what nobody says, each in a plain sentence": async (bench) => {
    const page = await openPage(bench);
    const denied = await partsOf(page, "planned in secret");
    assert.deepEqual(denied.says, [await bench.words("says_denies", "Tomas Rehn")]);
    const unsaid = await partsOf(page, "the crane had been moved");
    assert.match(unsaid.says.join(), /report did not say this$/);
    const unknown = await partsOf(page, "can be repaired");
    assert.equal(unknown.title, await bench.words("source_none"));
    assert.deepEqual(unknown.says, []);
    const plain = await partsOf(page, "The slipway is safe");
    assert.deepEqual(plain.says, []);
    const negated = await bench.words("stance_negated");
    for (const { kind } of [denied, unsaid, unknown]) {
      assert.ok(!kind.includes(negated), `said twice: ${kind}`);
    }
  },

  "who said it first is on top, this page at the end, with a line from hop to hop": async (
    bench,
  ) => {
    const page = await bench.open("/harbour-report/");
    await untilPainted(page);
    const memo = await partsOf(page, "Authority quietly moved");
    assert.deepEqual(memo.hops, [
      `March personnel memo — ${await bench.words("hop_first")}`,
      "The Harbour Ledger",
      await bench.words("hop_this_page"),
    ]);
    await hoverCard(page, "Authority quietly moved");
    const drawn = await page.inCard((root) =>
      [...root.querySelectorAll(".hops li")].map((hop) => {
        const line = getComputedStyle(hop, "::after");
        const dot = getComputedStyle(hop, "::before");
        return {
          line: line.content !== "none",
          dot: dot.borderTopWidth !== "0px",
          number: getComputedStyle(hop).listStyleType !== "none",
        };
      }),
    );
    assert.deepEqual(drawn, [
      { line: true, dot: true, number: false },
      { line: true, dot: true, number: false },
      { line: false, dot: true, number: false },
    ]);
  },

  "why this hint: the rule in plain words": async (bench) => {
    const page = await openPage(bench);
    const { rule } = await partsOf(page, "The slipway is safe");
    assert.equal(rule, await bench.words("rule_claim_first"));
  },
};
