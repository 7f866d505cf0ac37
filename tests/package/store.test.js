/** What the stores are told is what the extension is: extension/store, PRIVACY.md and the manifest. */

import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

const ROOT = join(import.meta.dirname, "../..");

/** @param {string} path */
const read = (path) => readFileSync(join(ROOT, path), "utf8");
const manifest = JSON.parse(read("extension/manifest.json"));
const locales = readdirSync(join(ROOT, "extension/_locales"));

test("the name and the short text of each language are those of the interface", () => {
  const listed = readdirSync(join(ROOT, "extension/store/listing"));
  assert.deepEqual(listed.sort(), locales.map((locale) => `${locale}.md`).sort());
  for (const locale of locales) {
    const words = JSON.parse(read(`extension/_locales/${locale}/messages.json`));
    const [name, short, ...long] = read(`extension/store/listing/${locale}.md`).split("\n\n");
    assert.equal(name, `# ${words.extension_name.message}`, locale);
    assert.equal(short, `> ${words.extension_description.message}`, locale);
    const length = long.join("\n\n").length;
    assert.ok(length > 800 && length < 15_000, `${locale}: the long text, ${length} characters`);
    assert.doesNotMatch(long.join(), /<[a-z]/i, "stores show no HTML");
  }
});

test("every permission of the manifest has its reason, and nothing else has", () => {
  const asked = [...manifest.permissions, ...manifest.optional_host_permissions].sort();
  const reasons = read("extension/store/permissions.md").split("## Reasons")[1].split("##")[0];
  const given = [...reasons.matchAll(/^- [^`\n]*`([^`]+)`.*: \w/gm)].map(([, name]) => name);
  assert.deepEqual(given.sort(), asked);
  const privacy = read("PRIVACY.md");
  for (const name of manifest.permissions) {
    assert.match(privacy, new RegExp(`\\(${name}[,)]`), `PRIVACY.md has no word on ${name}`);
  }
});

/** Words alone, without the marks of Markdown. @param {string} text */
const plain = (text) =>
  text
    .replace(/^(#+|-) /gm, "")
    .replaceAll("`", "")
    .replace(/\s+/g, " ")
    .trim();

test("the privacy page of the options says what PRIVACY.md says, and is linked there", () => {
  const page = read("extension/options/privacy.html");
  const body = page.split("<main>")[1].split("</main>")[0];
  const words = body
    .replace(/<\/?(code)>/g, "")
    .replace(/<[^>]+>/g, " ")
    .replaceAll("&lt;", "<")
    .replaceAll("&amp;", "&");
  assert.equal(plain(words), plain(read("PRIVACY.md")));
  assert.match(read("extension/options/options.html"), /href="privacy\.html"/);
  assert.doesNotMatch(page, /<script|https?:/);
});

test("the versions that reviewers are told are those of the locks", () => {
  const notes = read("extension/store/reviewers.md");
  const told = Object.fromEntries(
    [...notes.matchAll(/^\| (\w[\w-]*)[^|]*\| ([\d.]+)/gm)].map(([, tool, version]) => [
      tool,
      version,
    ]),
  );
  const npm = JSON.parse(read("package-lock.json")).packages;
  assert.equal(told.binaryen, npm["node_modules/binaryen"].version);
  assert.equal(told.esbuild, npm["node_modules/esbuild"].version);
  const bindgen = /name = "wasm-bindgen"\nversion = "([^"]+)"/.exec(read("Cargo.lock"))?.[1];
  assert.equal(told["wasm-bindgen"], bindgen);
  const cli = /name = "wasm-bindgen-cli-support"\nversion = "([^"]+)"/;
  assert.equal(cli.exec(read("tools/bindgen/Cargo.lock"))?.[1], bindgen);
  const rust = /rust-version = "([^"]+)"/.exec(read("Cargo.toml"))?.[1];
  assert.ok(told.rustc.startsWith(`${rust}.`), `rustc ${told.rustc}, Cargo.toml ${rust}`);
  assert.match(notes, /RUSTC_BOOTSTRAP/);
});

test("nothing for the stores is in the packages", () => {
  for (const browser of ["chrome", "firefox", "test"]) {
    assert.ok(existsSync(join(ROOT, `dist/${browser}`)));
    assert.ok(!existsSync(join(ROOT, `dist/${browser}/store`)), browser);
  }
});
