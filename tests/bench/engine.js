/** Measures the engine natively, and the sizes of what ships. */

import { spawnSync } from "node:child_process";
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { newsParagraphs } from "./text.js";

const ROOT = join(import.meta.dirname, "../..");
const MB = 1e6;

/**
 * @typedef {{name: string, value: number, browser?: 'chromium' | 'firefox', remark?: string}} Measure
 */

/** @param {number[]} numbers */
export function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
}

/** @returns {Measure[]} */
export function measureSizes() {
  const engine = readFileSync(join(ROOT, "dist/chrome/core/whence_bg.wasm"));
  const zips = ["chrome", "firefox"].map((name) => statSync(join(ROOT, `dist/whence-${name}.zip`)));
  return [
    { name: "wasm file", value: engine.length },
    { name: "wasm file, gzipped", value: gzipSync(engine, { level: 9 }).length },
    { name: "package", value: Math.max(...zips.map(({ size }) => size)) },
  ];
}

/**
 * Runs `engine.rs` on news text and a denser one; gives what it writes.
 * @param {string} what it is to tell
 */
function engineBench(what) {
  const { status, stdout } = spawnSync(
    "cargo",
    ["bench", "--quiet", "--locked", "--bench", "engine", "--", what],
    {
      cwd: ROOT,
      input: `${newsParagraphs(10.1 * MB).join("\n\n")}\f${newsParagraphs(1.1 * MB, 100).join("\n\n")}`,
      encoding: "utf8",
      maxBuffer: 1 << 28,
      stdio: ["pipe", "pipe", "inherit"],
      // Memory that was given once is kept (glibc): by default small texts run in what larger ones left, and
      // large ones pay the kernel for every page again, up to half of their time.
      env: { ...process.env, MALLOC_MMAP_MAX_: "0", MALLOC_TRIM_THRESHOLD_: `${8 * 2 ** 30}` },
    },
  );
  if (status !== 0) throw new Error("cargo bench failed; see the lines above");
  return stdout.trim().split("\n");
}

/** The hostile texts, about a megabyte each, by their names. @returns {[string, string][]} */
export function hostileTexts() {
  return engineBench("texts").map((line) => JSON.parse(line));
}

/**
 * The most memory that the engine has at once, for a byte of text.
 * @returns {Measure}
 */
function measureMemory() {
  const told = engineBench("memory").map((line) => {
    const [remark, bytes] = line.split("\t");
    return { remark, value: Number(bytes) };
  });
  const most = told.reduce((a, b) => (a.value > b.value ? a : b));
  return { name: "engine’s memory for a byte of text", ...most };
}

/** @returns {Measure[]} */
export function measureNative() {
  /** By what was run on which text: seconds a megabyte, at the smaller size and the larger, in turn. */
  const costs = /** @type {Map<string, number[]>} */ (new Map());
  for (const line of engineBench("speed")) {
    const [what, text, bytes, seconds] = line.split("\t");
    const key = `${what} ${text}`;
    costs.set(key, [...(costs.get(key) ?? []), (Number(seconds) * MB) / Number(bytes)]);
  }
  const cost = (/** @type {string} */ key) => {
    const known = costs.get(key);
    if (known === undefined) throw new Error(`the bench says nothing of “${key}”`);
    return known;
  };
  const [small, large] = cost("scan news");
  const [dense] = cost("scan dense");
  const [floor] = cost("floor news");
  const hostile = [...costs].filter(([key]) => key.startsWith("hostile "));
  const named = hostile.map(([key, told]) => {
    const [five, twenty] = [0, 1].map((size) => told.filter((_, i) => i % 2 === size));
    return {
      remark: key.slice("hostile ".length),
      speed: 1 / Math.max(Math.min(...five), Math.min(...twenty)),
      times: median(twenty.map((cost, round) => (4 * cost) / five[round])),
    };
  });
  const slowest = named.reduce((a, b) => (a.speed < b.speed ? a : b));
  const steepest = named.reduce((a, b) => (a.times > b.times ? a : b));
  return [
    { name: "native speed", value: 1 / small },
    { name: "native speed, all claims", value: 1 / dense },
    { name: "native time, 10 MB against 1 MB", value: (10 * large) / small },
    { name: "native speed at the border", value: 1 / cost("border news")[0] },
    { name: "native time against a plain search", value: large / floor },
    { name: "hostile text, slowest", value: slowest.speed, remark: slowest.remark },
    {
      name: "hostile text, 20 MB against 5 MB",
      value: steepest.times,
      remark: steepest.remark,
    },
    measureMemory(),
  ];
}
