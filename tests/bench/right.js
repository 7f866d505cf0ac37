/**
 * Writes `tests/RIGHT.md`: of a hundred hints, how many are true in full, incomplete, or say something untrue.
 * `./build.sh right [FOLDER]`, where FOLDER holds hand-labelled pages (`pages`, `pages-2`) and their scorers
 * (`tools`); they belong to others and are not part of this repository. Without them it says so and ends well.
 */

import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { format } from "prettier";

/** @typedef {{hints: number, true: number, incomplete: number, untrue: number, recall: number}} Score */
/** @typedef {{what: string, hints: number, right: number, untrue: number}} Row */

const ROOT = join(import.meta.dirname, "../..");
const WHENCE = join(ROOT, "target/release/whence");

/** Sets of pages: what the scorers call them, and what a reader should know of them. */
const SETS = /** @type {const} */ ([
  ["look", "pages that were looked at while the rules were made"],
  ["score-only", "pages that nobody who made the rules has read"],
]);

/** Fewer hints than these say little about a rule. */
const FEW = 10;

const folder = resolve(process.argv[2] ?? join(ROOT, "../shared"));
if (!existsSync(join(folder, "tools/score_hints.py"))) {
  console.log(
    `skipped: no labelled pages in ${folder}; name their folder: ./build.sh right FOLDER`,
  );
  process.exit(0);
}

const work = mkdtempSync(join(tmpdir(), "whence-right-"));
const tool = (/** @type {string} */ name) => join(folder, "tools", name);
const run = (
  /** @type {string} */ command,
  /** @type {string[]} */ args,
  /** @type {string} */ input = "",
) => execFileSync(command, args, { input, encoding: "utf8", maxBuffer: 1 << 28 });

/** What the scorer says of a set: the whole, and each confidence and rule. @param {string} set */
function score(set) {
  const labels = join(work, "labels.jsonl");
  const found = join(work, "found.jsonl");
  writeFileSync(labels, run("bash", [tool("labels.sh"), set]));
  const pages = run("python3", [tool("score_pages.py"), "input", labels]);
  writeFileSync(found, run(WHENCE, ["scan", "--format", "jsonl"], pages));
  const told = run("python3", [tool("score_hints.py"), labels, found, "--json", "--by-rule"]).split(
    "\n",
  );
  const whole = /** @type {Score} */ (JSON.parse(told[0] ?? "{}"));
  const parts = told.flatMap((line) => {
    const m = /^(confidence|rule) (.+?)\s+(\d+)\s+true\s+([\d.]+)\s+untrue\s+([\d.]+)/.exec(line);
    if (m === null) return [];
    return [
      {
        part: m[1],
        what: m[2] ?? "",
        hints: Number(m[3]),
        right: Number(m[4]),
        untrue: Number(m[5]),
      },
    ];
  });
  return { whole, parts };
}

/** @param {string} head @param {Row[]} rows */
function table(head, rows) {
  const lines = rows.map((r) => `| ${r.what} | ${r.hints} | ${r.right} | ${r.untrue} |`);
  return [
    `| ${head} | hints | true in full | say something untrue |`,
    "| --- | --- | --- | --- |",
    ...lines,
  ].join("\n");
}

try {
  const sets = SETS.map(([set, what]) => ({ set, what, ...score(set) }));
  const day = new Date().toISOString().slice(0, 10);
  const summary = sets.map(({ what, whole }) => {
    const { hints, recall } = whole;
    return `| ${what} | ${hints} | ${whole.true} | ${whole.incomplete} | ${whole.untrue} | ${recall} |`;
  });
  const details = sets.map(({ what, parts }) => {
    const confidence = parts.filter((p) => p.part === "confidence");
    const rules = parts.filter((p) => p.part === "rule" && p.hints >= FEW);
    return `## On ${what}\n\n${table("confidence", confidence)}\n\n${table(`rule (of ${FEW} hints or more)`, rules)}`;
  });
  const text = `# How right it is

Made by \`./build.sh right\` on ${day}; not written by hand. Of a hundred hints, so many:

| on | hints | true in full | incomplete | say something untrue | claims found |
| --- | --- | --- | --- | --- | --- |
${summary.join("\n")}

Careful readers labelled the attributions of 67 saved English pages by hand, each page once: news for the most part,
and features, press releases, opinion, blogs, newsletters. A hint is **untrue** where nobody says that in the text, where another is its
source, where it names another person, or where less than half of its content is what was said. It is **incomplete**
where content is cut or too long by a little, where the text names somebody and the hint does not, or where the kind
of source is another. “Claims found” is the share of the labelled claims that have a hint. The pages are other
people's; none of their words are kept here. Pages of a kind that is not among them may fare worse.

${details.join("\n\n")}
`;
  writeFileSync(join(ROOT, "tests/RIGHT.md"), await format(text, { parser: "markdown" }));
  console.log(
    `tests/RIGHT.md: ${sets.map((s) => `${s.set} ${s.whole.true} true, ${s.whole.untrue} untrue`).join("; ")}`,
  );
} finally {
  rmSync(work, { recursive: true, force: true });
}
