/**
 * Writes what fuzzing starts from: `node tests/fuzz/seeds.js FOLDER` makes a folder for each target
 * with the sentences of our own golden cases and the sample pages, as text, page and request.
 */

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { sentences } from "../bench/text.js";

const folder = process.argv[2];
if (folder === undefined) throw new Error("name the folder for the seeds");

/** Sentences of a seed. */
const TOGETHER = 4;

/** As the targets read them; `holds/request.rs` says how a request is written. */
const targets = {
  scan_text: (/** @type {string[]} */ those) => those.join("\n"),
  scan_html: (/** @type {string[]} */ those) =>
    `<!doctype html><html lang=en><title>${those[0]}</title><base href="https://a.example/"><main><h1>${those[0]}</h1>` +
    `${those.map((words) => `<p>${words.replace(" ", ' <a href="/b">')}</a></p>`).join("")}<ul><li>${those[0]}</ul></main>`,
  border: (/** @type {string[]} */ those) =>
    `~url https://a.example/\n~language en\n~entry 4 https://c.example/ Roe, A. (2021). Boats.\n# ${those[0]}\n${those.map((words) => `${words}\n@4 12 https://b.example/report.pdf\n~mark 8 8 0 r0 4\n~mark 4 12 3 l0`).join("\n")}\n> ${those[0]}`,
};

for (const [target, write] of Object.entries(targets)) {
  const own = join(folder, target);
  mkdirSync(own, { recursive: true });
  const all = sentences();
  for (let at = 0; at < all.length; at += TOGETHER) {
    writeFileSync(join(own, `seed-${at}`), write(all.slice(at, at + TOGETHER)));
  }
}
