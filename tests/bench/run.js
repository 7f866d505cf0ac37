/**
 * Measures Whence against `budgets.json`: `node tests/bench/run.js [--only WORDS] [--record]`, after a
 * build. Ends with a line that counts, and fails where a budget is not kept. `--record` adds a line to
 * `record.jsonl`, with the day and the machine.
 */

import { appendFileSync, readFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { measureBrowser } from "./browser.js";
import { measureNative, measureSizes } from "./engine.js";
import { measurePeers } from "./peers.js";
import { limitFor, shown } from "./shown.js";

/** @typedef {import('./engine.js').Measure} Measure */
/** @typedef {import('./shown.js').Budget} Budget */

const { values } = parseArgs({
  options: { only: { type: "string" }, record: { type: "boolean" } },
});

/** @type {Record<string, Budget>} */
const budgets = JSON.parse(readFileSync(join(import.meta.dirname, "budgets.json"), "utf8"));

/** @type {Record<string, () => Promise<{version?: string, measures: Measure[]}>>} */
const rooms = {
  sizes: async () => ({ measures: measureSizes() }),
  native: async () => ({ measures: measureNative() }),
  peers: async () => ({ measures: await measurePeers() }),
  chromium: () => measureBrowser("chromium"),
  firefox: () => measureBrowser("firefox"),
};

/** @type {Measure[]} */
const all = [];
const versions = [];
let over = 0;
const load = loadavg()[0];
for (const [room, measure] of Object.entries(rooms)) {
  if (values.only && values.only !== room) continue;
  const { version, measures } = await measure();
  if (version) versions.push(version);
  for (const one of measures) {
    const budget = budgets[one.name];
    if (budget === undefined) throw new Error(`budgets.json has no “${one.name}”`);
    const [least, most] = [limitFor(budget.least, one), limitFor(budget.most, one)];
    const kept = one.value >= (least ?? -Infinity) && one.value <= (most ?? Infinity);
    if (!kept) over++;
    all.push(one);
    const limit = least === undefined ? `at most ${most}` : `at least ${least}`;
    console.log(
      [
        kept ? "ok  " : "OVER",
        one.name.padEnd(36),
        (one.browser ?? "").padEnd(9),
        `${shown(one.value)} ${budget.unit}`.padStart(14),
        `  (${limit})`,
        one.remark ? ` ${one.remark}` : "",
      ].join(""),
    );
  }
}

const cores = cpus();
console.log(`${cores.length} × ${cores[0].model}; load at the start ${load.toFixed(1)}`);
// Other work on the machine makes every time longer, never shorter.
if (load > 0.5) console.log("The machine was busy: times over their budget may not be the code's.");
console.log(`${all.length - over} within budget, ${over} over`);
if (values.record) {
  const entry = {
    day: new Date().toISOString().slice(0, 10),
    machine: `${cores.length} × ${cores[0].model}`,
    load: Number(load.toFixed(1)),
    versions,
    measures: all.map(({ name, browser, value }) => ({
      name,
      ...(browser ? { browser } : {}),
      value: Number(value.toFixed(2)),
    })),
  };
  appendFileSync(join(import.meta.dirname, "record.jsonl"), `${JSON.stringify(entry)}\n`);
}
process.exitCode = over > 0 ? 1 : 0;
