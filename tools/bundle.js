/**
 * Joins a script of the extension and what it imports into one file, unminified, so that a reviewer can
 * read what ships: `node tools/bundle.js ENTRY OUT FORMAT`, FORMAT `iife` or `esm`. Packages of npm that
 * come in keep their notice at its head; esbuild leaves out comments that are not marked as legal.
 */

import { build } from "esbuild";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(import.meta.dirname, "..");

/** What is joined for the packages: script and form, as build.sh has them. */
export const ENTRIES = /** @type {const} */ ([
  ["extension/content/main.js", "iife"],
  ["extension/welcome/welcome.js", "esm"],
]);

/**
 * The joined script, and the packages of npm that have code in it.
 * @param {string} entry path from the root of the repository
 * @param {string} format
 */
export async function bundle(entry, format) {
  const { metafile, outputFiles } = await build({
    absWorkingDir: ROOT,
    entryPoints: [entry],
    bundle: true,
    format: /** @type {'iife' | 'esm'} */ (format),
    charset: "utf8",
    target: ["chrome140", "firefox150"],
    legalComments: "inline",
    logLevel: "warning",
    metafile: true,
    outdir: "dist",
    write: false,
  });
  const [{ inputs }] = Object.values(metafile.outputs);
  const foreign = Object.keys(inputs).filter(
    (file) => file.startsWith("node_modules/") && inputs[file].bytesInOutput > 0,
  );
  const notices = foreign.map(
    (file) => `/* Holds ${file}, whose notice is: */\n${noticeOf(file)}\n\n`,
  );
  return {
    code: notices.join("") + outputFiles[0].text,
    packages: [...new Set(foreign.map(packageOf))],
  };
}

/** The package that a file of node_modules is of. @param {string} file */
function packageOf(file) {
  const [, first, second] = file.split("/");
  return first.startsWith("@") ? `${first}/${second}` : first;
}

/** The comments that a file opens with. @param {string} file */
function noticeOf(file) {
  const opening = /^(?:\s*\/\*[\s\S]*?\*\/)+/.exec(readFileSync(join(ROOT, file), "utf8"));
  if (opening === null) throw new Error(`${file}: no notice at its head`);
  return opening[0].trim();
}

if (process.argv[1] === import.meta.filename) {
  const [entry, out, format] = process.argv.slice(2);
  writeFileSync(out, (await bundle(entry, format)).code);
}
