/** The packages carry their own licences, and the notices of what they hold of others. After a build. */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

const ROOT = join(import.meta.dirname, "../..");

/** @param {string} path */
const read = (path) => readFileSync(join(ROOT, path), "utf8");

test("THIRD-PARTY.txt names what cargo links and esbuild joins, in the versions of the locks", () => {
  const { status, stderr } = spawnSync("node", ["tools/notices.js", "--check"], {
    cwd: ROOT,
    encoding: "utf8",
  });
  assert.equal(status, 0, stderr);
});

for (const browser of ["chrome", "firefox"]) {
  test(`${browser}: licences and notices are in the package`, () => {
    for (const name of ["LICENSE", "LICENSE-MIT", "LICENSE-APACHE"]) {
      assert.equal(read(`dist/${browser}/${name}`), read(name), name);
    }
    assert.equal(read(`dist/${browser}/THIRD-PARTY.txt`), read("extension/THIRD-PARTY.txt"));
  });

  test(`${browser}: a joined script keeps the notice of each package in it`, () => {
    const joined = read(`dist/${browser}/content/content.js`);
    const source = read("node_modules/@mozilla/readability/Readability-readerable.js");
    const notice = /^\/\*[\s\S]*?\*\//.exec(source)?.[0] ?? "";
    assert.match(notice, /Copyright \(c\) 2010 Arc90 Inc/);
    assert.ok(joined.includes(notice));
    const foreign = joined.matchAll(/\/\/ (node_modules\/\S+)/g);
    for (const [, file] of foreign) assert.ok(joined.includes(`/* Holds ${file}, whose`), file);
  });
}
