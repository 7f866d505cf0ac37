/** What the repository tracks, and so what its source archive holds: nothing that a tool has left. */

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, lstatSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

const ROOT = join(import.meta.dirname, "../..");

/** Every tracked file is of one of these kinds. A new kind of file is a line here, with its reason. */
const KINDS = {
  "source of the engine": /^(build|src\/[\w/]+)\.rs$|^src\/wasm\.d\.ts$/,
  "words of the engine": /^src\/lexicon\/[\w/]+\.(txt|weights)$/,
  "source of the extension": /^extension\/(?!store\/)[\w/]+\.(js|css|html|d\.ts)$/,
  "words of the interface": /^extension\/_locales\/[a-zA-Z_]+\/messages\.json$/,
  icon: /^extension\/icons\/icon(-\d+\.png|\.svg)$/,
  "licences of others": /^extension\/THIRD-PARTY\.txt$/,
  "source of a tool": /^tools\/[\w/]+\.(rs|js)$/,
  "what a store is told": /^extension\/store\/[\w/-]+\.(md|json|html)$/,
  test: /^tests\/[\w/.-]+\.(rs|js|d\.ts|py)$/,
  "expectation of a test": /^tests\/(golden|spelling|cite|findings)\/[\w/-]+\.(toml|txt|json)$/,
  "page of a test": /^tests\/(browser\/pages\/[\w-]+|bench)\/[\w-]+\.(html|json|txt)$/,
  "text that once did not hold": /^tests\/fuzz\/corpus\/\w+\/[\w-]+$/,
  "record of the bench": /^tests\/bench\/record\.jsonl$/,
  document: /^([A-Z]+|tests\/([\w-]+\/)*[A-Z]+)\.md$|^LICENSE(-[A-Z]+)?$/,
};

/** Files of a kind of their own. */
const LISTED = [
  ".ci/run",
  ".gitignore",
  ".prettierignore",
  ".prettierrc",
  "Cargo.lock",
  "Cargo.toml",
  "build.sh",
  "clippy.toml",
  "eslint.config.js",
  "extension/manifest.json",
  "package-lock.json",
  "package.json",
  "tests/browser/pictures/card.png", // the front page shows it
  "tests/fuzz/Cargo.lock",
  "tests/fuzz/Cargo.toml",
  "tests/fuzz/words.dict",
  "tools/bindgen/Cargo.lock",
  "tools/bindgen/Cargo.toml",
  "tsconfig.json",
];

/** Bytes; the largest is the lock of npm. */
const MOST = 200_000;

const git = existsSync(join(ROOT, ".git"));

/** What is tracked and there; what a change has taken away and nobody committed yet is not. */
function tracked() {
  const names = execFileSync("git", ["ls-files", "-z"], { cwd: ROOT, encoding: "utf8" });
  return names.split("\0").filter((name) => name && existsSync(join(ROOT, name)));
}

/** The kinds that a path is of. @param {string} path */
function kindsOf(path) {
  const kinds = Object.entries(KINDS).filter(([, pattern]) => pattern.test(path));
  return [...kinds.map(([kind]) => kind), ...(LISTED.includes(path) ? ["listed"] : [])];
}

test("every tracked file is source, test, document or listed", { skip: !git }, () => {
  const files = tracked();
  const odd = files.filter((path) => kindsOf(path).length !== 1);
  assert.deepEqual(odd, [], "tracked files of no kind, or of two");
  const missing = LISTED.filter((path) => !files.includes(path));
  assert.deepEqual(missing, [], "listed and not tracked");
});

test("no tracked file is large, or a link", { skip: !git }, () => {
  const odd = tracked().filter((path) => {
    const { size } = lstatSync(join(ROOT, path));
    return size > MOST || lstatSync(join(ROOT, path)).isSymbolicLink();
  });
  assert.deepEqual(odd, []);
});

test("what tools leave is of no kind", () => {
  for (const path of [
    "default_10020.profraw",
    "src/lexicon/cue.rs.orig",
    "tests/golden/attribution/cue.toml~",
    "tests/whence-0.profraw",
    "extension/content/card.js.map",
    "extension/core/whence_bg.wasm",
    "extension/store/card.png",
    "tests/browser/pictures/popup.png",
    "dist/whence-source.zip",
    "notes.md",
    "core",
  ]) {
    assert.deepEqual(kindsOf(path), [], path);
  }
});
