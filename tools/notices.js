/**
 * Writes extension/THIRD-PARTY.txt: what the packages hold of others, with the words that their licences
 * want to go along. `node tools/notices.js`; with `--check` it writes nothing and fails where the file is
 * not what it would write.
 *
 * The engine holds what cargo links for wasm, without what only builds it; the scripts hold what esbuild
 * takes out of node_modules. A licence that is not known here, or a package without its text, is refused.
 */

import { execFileSync } from "node:child_process";
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { bundle, ENTRIES } from "./bundle.js";

const ROOT = join(import.meta.dirname, "..");
const FILE = join(ROOT, "extension/THIRD-PARTY.txt");
const TARGET = "wasm32-unknown-unknown";

/** Licences under which code may go into the packages, as Cargo.toml and package.json write them. */
const KNOWN = ["MIT", "Apache-2.0", "Unicode-3.0"];

/** @typedef {{name: string, version: string, licence: string, texts: string[]}} Package */

/** @param {string[]} words */
function cargo(...words) {
  const options = { cwd: ROOT, maxBuffer: 64 << 20 };
  return execFileSync("cargo", [...words, "--locked"], options).toString();
}

/** What is linked into the engine. @returns {Package[]} */
function ofCargo() {
  const tree = cargo(
    ...["tree", "--target", TARGET, "--edges", "normal,no-proc-macro"],
    ...["--prefix", "none", "--format", "{p}"],
  );
  const linked = new Set(tree.split("\n").map((line) => line.split(" ").slice(0, 2).join(" ")));
  const { packages } = JSON.parse(
    cargo("metadata", "--format-version", "1", "--filter-platform", TARGET),
  );
  return packages
    .filter((/** @type {any} */ one) => one.source && linked.has(`${one.name} v${one.version}`))
    .map((/** @type {any} */ one) => ({
      name: one.name,
      version: one.version,
      licence: one.license,
      texts: textsOf(one.name, dirname(one.manifest_path), one.license),
    }));
}

/** What is joined into the scripts. @returns {Promise<Package[]>} */
async function ofNpm() {
  const names = new Set();
  for (const [entry, format] of ENTRIES) {
    for (const name of (await bundle(entry, format)).packages) names.add(name);
  }
  return [...names].map((name) => {
    const folder = join(ROOT, "node_modules", name);
    const { version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    return { name, version, licence: license, texts: textsOf(name, folder, license) };
  });
}

/**
 * The texts of a package that have to go along: of "MIT OR Apache-2.0" the MIT's, which is the shorter.
 * @param {string} name
 * @param {string} folder
 * @param {string} licence
 */
function textsOf(name, folder, licence) {
  const unknown = licence
    .split(/[()\s]+|\bAND\b|\bOR\b/)
    .find((one) => one && !KNOWN.includes(one));
  if (unknown) throw new Error(`${name}: the licence ${unknown} is not known to tools/notices.js`);
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|copying|notice)/i.test(file));
  const chosen = files.some((file) => /mit/i.test(file))
    ? files.filter((file) => !/apache/i.test(file))
    : files;
  if (chosen.length === 0) throw new Error(`${name}: no text of its licence in ${folder}`);
  return chosen.sort().map((file) => readFileSync(join(folder, file), "utf8"));
}

/** Rust's standard library, which no lock file names; whatever its version, these are its notices. */
const STD = `The standard library of Rust is part of the engine: MIT OR Apache-2.0, used under the MIT licence.
Copyright (c) The Rust Project Contributors (https://thanks.rust-lang.org)
Of its parts, hashbrown is Copyright (c) 2016 Amanieu d'Antras, compiler-builtins is in part
Copyright (c) 2009-2016 the contributors of LLVM's compiler-rt, libm is Copyright (c) 2018 Jorge Aparicio and, where it comes from musl, Copyright (c)
2005-2020 Rich Felker, et al.; all under the MIT licence. Its tables of Unicode are Copyright (c) 1991-2026
Unicode, Inc., under Unicode-3.0, whose text stands below.`;

/** Texts alike but for where their lines break are one. @param {string} text */
const squeezed = (text) => text.replace(/\s+/g, " ").trim();

/** @param {Package[]} packages */
function written(packages) {
  /** @type {Map<string, {text: string, names: string[]}>} */
  const texts = new Map();
  for (const { name, texts: own } of packages) {
    for (const text of own) {
      const key = squeezed(text);
      const known = texts.get(key) ?? { text: text.replaceAll("\r", "").trim(), names: [] };
      known.names.push(name);
      texts.set(key, known);
    }
  }
  const list = packages.map(({ name, version, licence }) => `  ${name} ${version}: ${licence}`);
  const line = "-".repeat(78);
  return `Whence holds work of others, named here with the words that their licences want to go along.
Whence's own licences are in LICENSE. Made by tools/notices.js; not written by hand.

${list.join("\n")}

${STD}
${[...texts.values()].map(({ text, names }) => `${line}\n${names.join(", ")}\n${line}\n${text}`).join("\n\n")}
`;
}

const packages = [...ofCargo(), ...(await ofNpm())].sort((a, b) => (a.name < b.name ? -1 : 1));
const text = written(packages);
if (!process.argv.includes("--check")) {
  writeFileSync(FILE, text);
} else if (readFileSync(FILE, "utf8") !== text) {
  console.error(`extension/THIRD-PARTY.txt is not current: run node tools/notices.js`);
  process.exitCode = 1;
}
