/**
 * That the engine has not become far slower, whatever the machine: its time beside that of a plain
 * search on the same text, and ten times the text beside one. `./build.sh bench` holds the budgets proper.
 */

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { before, test } from "node:test";
import { scanned } from "../../extension/background/border.js";
import initialise from "../../extension/core/whence.js";
import { newsParagraphs } from "../bench/text.js";

const ROOT = join(import.meta.dirname, "../..");

/** Runs of each; the best is what the code costs, whatever else the machine does. */
const RUNS = 7;

/** UTF-8 bytes of the texts. */
const SMALL = 200_000;
const LARGE = 10 * SMALL;

/** Far out: so many times a plain search (28 to 34 measured), and so many times for ten times the text. */
const FAR_SEARCH = 100;
const FAR_TEN = 25;

before(async () => {
  await initialise({ module_or_path: readFileSync(join(ROOT, "extension/core/whence_bg.wasm")) });
});

/** Every form of every cue verb, sought in one pass. */
function cueForms() {
  const rows = readFileSync(join(ROOT, "src/lexicon/en/cues.txt"), "utf8").split("\n");
  const forms = rows
    .filter((row) => row !== "" && !row.startsWith("#"))
    .flatMap((row) => row.split("|")[1].trim().split(" "));
  return new RegExp(`\\b(?:${[...new Set(forms)].join("|")})\\b`, "g");
}

/** @param {string[]} paragraphs */
function request(paragraphs) {
  return {
    blocks: paragraphs.map((text) => ({
      text,
      kind: /** @type {const} */ ("paragraph"),
      links: [],
      marks: [],
    })),
    references: [],
    page: { url: "", title: "", language: "en" },
    options: { figures: true, flags: null },
  };
}

/**
 * The best time of each of some acts, ms, taken in turn so that each meets the same machine.
 * @param {(() => unknown)[]} acts
 */
function bestOf(acts) {
  const best = acts.map(() => Infinity);
  for (let run = 0; run < RUNS; run++) {
    for (const [index, act] of acts.entries()) {
      const start = performance.now();
      act();
      best[index] = Math.min(best[index], performance.now() - start);
    }
  }
  return best;
}

test("the engine's time against a plain search and against itself is not far out", (t) => {
  const [small, large] = [newsParagraphs(SMALL), newsParagraphs(LARGE)].map(request);
  const [text, cues] = [newsParagraphs(LARGE).join("\n"), cueForms()];
  assert.ok((text.match(cues)?.length ?? 0) > 1_000, "the search finds cues");
  const [one, ten, floor] = bestOf([
    () => scanned(small),
    () => scanned(large),
    () => text.match(cues),
  ]);
  const said = `${(ten / floor).toFixed(1)} times a plain search, ${(ten / one).toFixed(1)} times for ten times the text`;
  t.diagnostic(said);
  assert.ok(ten < FAR_SEARCH * floor && ten < FAR_TEN * one, said);
});
