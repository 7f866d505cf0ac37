/**
 * Sample pages, each a folder of `pages/` with what a careful reader finds in it: `expected.json` has
 * the claims in the order of the page, with their source, and the figures.
 *
 * @typedef {object} Expected
 * @property {{words: string[], source: string, kind?: string, relay?: string[], stance?: string,
 *   quotation?: string}[]} claims `words` has each underlined piece
 * @property {{words: string, paint: 'figure' | 'unsourced'}[]} figures
 */

import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { painted, untilPainted } from "./painted.js";

const PAGES = join(import.meta.dirname, "pages");

/** Kinds of source whose claims are painted as not named. */
const UNNAMED = ["anonymous", "vague"];

/** @type {Record<string, (bench: import('./bench.js').Bench) => Promise<void>>} */
export const cases = {};

for (const slug of readdirSync(PAGES)) {
  const file = join(PAGES, slug, "expected.json");
  if (!existsSync(file)) continue;
  cases[`${slug}: claims, sources and figures as expected`] = async (bench) => {
    /** @type {Expected} */
    const expected = JSON.parse(readFileSync(file, "utf8"));
    const page = await bench.open(`/${slug}/`);
    await untilPainted(page);
    const view = await bench.untilState("read", `/${slug}/`);

    const fields = /** @type {const} */ (["kind", "relay", "stance", "quotation"]);
    const found = view.claims.map((claim, index) => {
      const wanted = expected.claims[index] ?? {};
      return {
        words: claim.words,
        source: claim.source,
        ...Object.fromEntries(fields.filter((f) => f in wanted).map((f) => [f, claim[f]])),
      };
    });
    const wanted = expected.claims.map(({ words, ...rest }) => ({
      words: words.join(" "),
      ...rest,
    }));
    assert.deepEqual(found, wanted, "claims and their sources");

    const paints = await painted(page);
    const pieces = (/** @type {boolean} */ unnamed) =>
      expected.claims
        .filter((_claim, index) => UNNAMED.includes(view.claims[index].kind) === unnamed)
        .flatMap((claim) => claim.words);
    assert.deepEqual(paints["whence-claim"] ?? [], pieces(false), "claims of named sources");
    assert.deepEqual(paints["whence-anonymous"] ?? [], pieces(true), "claims of unnamed sources");
    for (const paint of ["figure", "unsourced"]) {
      const figures = expected.figures.filter((figure) => figure.paint === paint);
      assert.deepEqual(
        paints[`whence-${paint}`] ?? [],
        figures.map((figure) => figure.words),
        `figures painted as ${paint}`,
      );
    }
  };
}
