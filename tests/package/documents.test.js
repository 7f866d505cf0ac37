/** The documents are true where a machine can tell: what they name is there, and they stay short. */

import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { test } from "node:test";

const ROOT = join(import.meta.dirname, "../..");

/** @param {string} path */
const read = (path) => readFileSync(join(ROOT, path), "utf8");

/** Every file of ours, from the root. */
const files = ["src", "extension", "tests", "tools"].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" }).map(
    (path) => `${folder}/${path}`,
  ),
);

/** Words that a document may have: whoever opens it wants to know the one thing soon. */
const MOST = { "README.md": 450, "ARCHITECTURE.md": 1300, "CONTRIBUTING.md": 700 };

for (const [document, most] of Object.entries(MOST)) {
  test(`${document} is short, and what it names is there`, () => {
    const text = read(document);
    const words = text.split(/\s+/).filter((word) => /[\p{L}\d]/u.test(word)).length;
    assert.ok(words <= most, `${words} words, ${most} at most`);
    const missing = [];
    for (const [, path] of text.matchAll(/\]\(([^)#:]+)\)/g)) {
      if (!existsSync(join(ROOT, dirname(document), path))) missing.push(path);
    }
    for (const [, name] of text.matchAll(/`([\w/.-]+\.(?:rs|js|css|txt|json|toml|d\.ts|sh))`/g)) {
      // What a build makes is looked for once there is a build.
      if (name.startsWith("dist/") && !existsSync(join(ROOT, "dist"))) continue;
      const there = existsSync(join(ROOT, name)) || files.some((file) => file.endsWith(`/${name}`));
      if (!there) missing.push(name);
    }
    for (const [, name] of text.matchAll(/`((?:src|extension|tests|tools)\/[\w/-]+)`/g)) {
      if (!existsSync(join(ROOT, name))) missing.push(name);
    }
    assert.deepEqual(missing, []);
  });
}

test("a stranger finds the room for each thing in ARCHITECTURE.md", () => {
  const map = read("ARCHITECTURE.md").split("## Where is")[1].split("\n## ")[0];
  for (const thing of ["cue", "antecedent", "flag", "unit", "language", "card", "export"]) {
    const row = map.split("\n").find((line) => line.split("|")[1]?.includes(thing));
    assert.ok(row, `no row for ${thing}`);
    assert.match(row, /`(src|extension)\//, row);
  }
});

test("every room of the core stands in the table of rooms", () => {
  const rooms = read("ARCHITECTURE.md").split("## The rooms")[1].split("\n## ")[0];
  const modules = [...read("src/lib.rs").matchAll(/^pub mod (\w+);/gm)].map(([, name]) => name);
  assert.ok(modules.length > 10);
  assert.deepEqual(
    modules.filter((name) => !rooms.includes(`\`${name}\``) && !rooms.includes(`/${name}.rs`)),
    [],
  );
});

test("README says how right it is in the figures of tests/RIGHT.md", () => {
  const row = (/** @type {string} */ on) => {
    const line = read("tests/RIGHT.md")
      .split("\n")
      .find((text) => text.startsWith(`| ${on}`));
    return line?.split("|").map((cell) => cell.trim()) ?? [];
  };
  const [, , , right, incomplete, untrue] = row("pages that nobody");
  const [, , , known, part, wrong] = row("pages that were looked at");
  const readme = read("README.md");
  assert.ok(right && known, "tests/RIGHT.md lacks its rows");
  for (const figures of [
    `${right} were true in full, ${incomplete} incomplete, and ${untrue} said something untrue`,
    `${known}, ${part} and ${wrong}`,
  ]) {
    assert.ok(readme.includes(figures), `README does not say: ${figures}`);
  }
});
