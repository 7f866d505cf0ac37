/**
 * Writes `tests/TRUST.md`: what the last whole run of the browser tests saw in each browser, and each
 * budget with what was last measured. `./build.sh table`, after `./build.sh test` and
 * `./build.sh bench --record`.
 */

import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { format } from "prettier";
import { limitFor, shown } from "./shown.js";

/**
 * @typedef {{room: string, title: string, verdict: 'holds' | 'fails' | 'skipped', notes: string[]}} Case
 * @typedef {{browser: string, day: string, cases: Case[]}} Run
 * @typedef {import('./engine.js').Measure} Measure
 * @typedef {{day: string, machine: string, load: number, versions: string[], measures: Measure[]}} Entry
 */

const ROOT = join(import.meta.dirname, "../..");
const NAMES = /** @type {const} */ (["chromium", "firefox"]);

/** @param {string} file @param {string} command what makes it */
function read(file, command) {
  const path = join(ROOT, file);
  if (!existsSync(path)) {
    console.error(`${file} is not there: run ${command} first.`);
    process.exit(1);
  }
  return readFileSync(path, "utf8");
}

const runs = NAMES.map(
  (name) => /** @type {Run} */ (JSON.parse(read(`target/browser/${name}.json`, "./build.sh test"))),
);
const entries = read("tests/bench/record.jsonl", "./build.sh bench --record")
  .trim()
  .split("\n")
  .map((line) => /** @type {Entry} */ (JSON.parse(line)));
/** @type {Record<string, import('./shown.js').Budget>} */
const budgets = JSON.parse(read("tests/bench/budgets.json", "git checkout"));

/** The last record of a budget, with its entry. @param {string} name @param {string} [browser] */
function last(name, browser) {
  for (const entry of entries.toReversed()) {
    const measure = entry.measures.find((m) => m.name === name && m.browser === browser);
    if (measure) return { entry, measure };
  }
  return null;
}

/** @type {string[]} */
const short = [];

const budgetRows = Object.entries(budgets).flatMap(([name, budget]) =>
  [undefined, ...NAMES].flatMap((browser) => {
    const found = last(name, browser);
    if (found === null) return [];
    const { measure, entry } = found;
    const least = limitFor(budget.least, measure);
    const most = limitFor(budget.most, measure);
    const kept = measure.value >= (least ?? -Infinity) && measure.value <= (most ?? Infinity);
    const limit = least === undefined ? `at most ${most}` : `at least ${least}`;
    const value = `${shown(measure.value)} ${budget.unit}`.trim();
    const where = browser ? `${name} (${browser})` : name;
    if (!kept) short.push(`${where}: ${value}, where the budget is ${limit}`);
    return [
      `| ${where} | ${limit} ${budget.unit} | ${value} | ${kept ? "yes" : "**no**"} | ${entry.day} |`,
    ];
  }),
);
const unmeasured = Object.keys(budgets).filter((name) =>
  [undefined, ...NAMES].every((browser) => last(name, browser) === null),
);
short.push(...unmeasured.map((name) => `${name}: not measured`));

const rooms = [...new Set(runs.flatMap(({ cases }) => cases.map(({ room }) => room)))];
const caseRows = rooms.flatMap((room) => {
  const titles = [
    ...new Set(
      runs.flatMap(({ cases }) => cases.filter((c) => c.room === room).map((c) => c.title)),
    ),
  ];
  const rows = titles.map((title) => {
    const verdicts = runs.map(({ browser, cases }) => {
      const one = cases.find((c) => c.room === room && c.title === title);
      const verdict = one?.verdict ?? "absent";
      if (verdict !== "holds") short.push(`${room}: ${title} (${browser}): ${verdict}`);
      return verdict;
    });
    return `| ${title.replaceAll("|", "\\|")} | ${verdicts.join(" | ")} |`;
  });
  return [`\n### ${room}\n`, "| case | Chromium | Firefox |", "| --- | --- | --- |", ...rows];
});
const machine = entries.at(-1);

const text = `# What was seen to hold

Made by \`./build.sh table\` from the last whole runs of \`./build.sh test\` and \`./build.sh bench --record\`;
not written by hand. Cases ran on ${runs.map(({ day, browser }) => `${day} in ${browser}`).join(" and on ")}.
Times were measured on ${machine?.machine}, at a load of ${machine?.load}.

## Falls short

${short.length === 0 ? "Nothing." : short.map((line) => `- ${line}`).join("\n")}

## Budgets

| what | budget | measured | kept | day |
| --- | --- | --- | --- | --- |
${budgetRows.join("\n")}

## Pages, faults and privacy, in real browsers
${caseRows.join("\n")}
`;
const file = join(ROOT, "tests/TRUST.md");
writeFileSync(file, await format(text, { parser: "markdown", printWidth: 100 }));
console.log(`tests/TRUST.md: ${rooms.length} rooms, ${short.length} short of what is asked`);
