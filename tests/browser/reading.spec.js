/**
 * Sample pages, each a folder of `pages/` with what a careful reader finds in it, in `expected.json`.
 *
 * @typedef {object} Expected
 * @property {{words: string[], source: string, role?: string, kind?: string, relay?: string[],
 *   stance?: string, quotation?: string}[]} claims in the order of the page; `words` has each
 *   underlined piece
 * @property {{words: string, paint: 'figure' | 'unsourced'}[]} figures
 * @property {string[]} [open] words of claims and figures on which the engine is still being worked:
 *   what is painted there is not looked at. A claim that `claims` has is looked at all the same.
 */

import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { painted, untilPainted } from "./painted.js";

const PAGES = join(import.meta.dirname, "pages");

/** Kinds of source whose claims are painted as not named. */
const UNNAMED = ["anonymous", "vague"];

/** Fields of a claim that are looked at where the expectation names them. */
const FIELDS = /** @type {const} */ (["role", "kind", "relay", "stance", "quotation"]);

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

    const wanted = new Map(expected.claims.map((claim) => [claim.words.join(" "), claim]));
    const pieces = expected.claims.flatMap((claim) => claim.words);
    const isOpen = (/** @type {string} */ words) =>
      !wanted.has(words) &&
      !pieces.includes(words) &&
      (expected.open ?? []).some((open) => open.includes(words) || words.includes(open));

    const claims = view.claims.filter(({ words }) => !isOpen(words));
    assert.deepEqual(
      claims.map(({ words }) => words),
      [...wanted.keys()],
      "the claims",
    );
    for (const claim of claims) {
      const { source, ...rest } = /** @type {Expected['claims'][number]} */ (
        wanted.get(claim.words)
      );
      assert.equal(claim.source, source, `the source of “${claim.words}”`);
      for (const field of FIELDS) {
        if (field in rest) assert.deepEqual(claim[field], rest[field], `${field}: ${claim.words}`);
      }
    }

    const paints = await painted(page);
    const paintedAs = (/** @type {string} */ name) =>
      (paints[`whence-${name}`] ?? []).filter((words) => !isOpen(words));
    for (const [name, unnamed] of /** @type {const} */ ([
      ["claim", false],
      ["anonymous", true],
    ])) {
      const those = claims.filter(({ kind }) => UNNAMED.includes(kind) === unnamed);
      assert.deepEqual(
        paintedAs(name),
        those.flatMap(({ words }) => wanted.get(words)?.words ?? []),
        `the ranges painted as ${name}`,
      );
    }
    for (const name of ["figure", "unsourced"]) {
      const figures = expected.figures.filter(({ paint }) => paint === name);
      assert.deepEqual(
        paintedAs(name),
        figures.map(({ words }) => words),
        `the figures painted as ${name}`,
      );
    }
  };
}
