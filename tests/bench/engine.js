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

/** @returns {Measure[]} */
export function measureNative() {
  const { status, stdout } = spawnSync("cargo", ["bench", "--quiet", "--bench", "engine"], {
    cwd: ROOT,
    input: newsParagraphs(10.1 * MB).join("\n\n"),
    encoding: "utf8",
    stdio: ["pipe", "pipe", "inherit"],
  });
  if (status !== 0) throw new Error("cargo bench failed; see the lines above");
  /** By text: its speed at the smaller and the larger size, MB/s. @type {Map<string, number[]>} */
  const speeds = new Map();
  for (const line of stdout.trim().split("\n")) {
    const [name, bytes, seconds] = line.split("\t");
    const speed = Number(bytes) / MB / Number(seconds);
    speeds.set(name, [...(speeds.get(name) ?? []), speed]);
  }
  const [small, large] = speeds.get("news") ?? [];
  speeds.delete("news");
  const hostile = [...speeds].map(([name, [one, four]]) => ({ name, one, ratio: four / one }));
  const slowest = hostile.reduce((a, b) => (a.one < b.one ? a : b));
  const steepest = hostile.reduce((a, b) => (a.ratio < b.ratio ? a : b));
  return [
    { name: "native speed", value: small },
    { name: "native speed, 10 MB against 1 MB", value: large / small },
    { name: "hostile text, slowest", value: slowest.one, remark: slowest.name },
    { name: "hostile text, 4 MB against 1 MB", value: steepest.ratio, remark: steepest.name },
  ];
}
