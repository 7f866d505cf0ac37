/** What ships: nothing missing, nothing too much, no more rights than designed. Run after a build. */

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { referencesOf, typesOf, withoutComments } from "./references.js";

const ROOT = join(import.meta.dirname, "../..");

/** @param {string} path from the root of the repository */
const at = (path) => join(ROOT, path);

/** @param {string} path */
const json = (path) => JSON.parse(readFileSync(at(path), "utf8"));

/**
 * The files below a folder, as paths inside it, sorted.
 * @param {string} folder
 */
function filesOf(folder) {
  return readdirSync(at(folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(at(folder).length + 1))
    .sort();
}

for (const browser of ["chrome", "firefox"]) {
  const folder = `dist/${browser}`;
  const manifest = json(`${folder}/manifest.json`);

  test(`${browser}: every file named is there, and every file there is named`, () => {
    const present = filesOf(folder);
    const reached = new Set(["manifest.json"]);
    const missing = [];
    for (const file of reached) {
      const text = readFileSync(at(`${folder}/${file}`), "utf8");
      for (const name of referencesOf(file, text)) {
        if (present.includes(name)) reached.add(name);
        else missing.push(`${file} names ${name}`);
      }
      for (const name of typesOf(file, text)) if (present.includes(name)) reached.add(name);
    }
    assert.deepEqual(missing, [], "files that are named and missing");
    const licences = ["LICENSE", "LICENSE-APACHE", "LICENSE-MIT"];
    const words = present.filter((file) => /^_locales\/[a-zA-Z_]+\/messages\.json$/.test(file));
    assert.ok(words.includes(`_locales/${manifest.default_locale}/messages.json`));
    const unreached = present.filter((file) => ![...reached, ...words, ...licences].includes(file));
    assert.deepEqual(unreached, [], "files that ship and nobody names");
  });

  test(`${browser}: the rights asked for are those designed`, () => {
    // The panel of Chrome takes one that it asks nobody about (ARCHITECTURE.md).
    const panel = browser === "chrome" ? ["sidePanel"] : [];
    const four = ["storage", "scripting", "activeTab", "contextMenus"];
    assert.deepEqual(manifest.permissions, [...four, ...panel]);
    assert.deepEqual(manifest.optional_host_permissions, ["*://*/*"]);
    for (const absent of [
      "content_scripts",
      "externally_connectable",
      "host_permissions",
      "incognito",
      "key",
      "optional_permissions",
      "update_url",
      "web_accessible_resources",
    ]) {
      assert.ok(!(absent in manifest), `the manifest has ${absent}`);
    }
    assert.equal(
      manifest.content_security_policy.extension_pages,
      "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; connect-src 'self'",
    );
    const { gecko } = manifest.browser_specific_settings;
    assert.deepEqual(gecko.data_collection_permissions, { required: ["none"] });
    assert.equal("side_panel" in manifest, browser === "chrome");
    assert.equal("sidebar_action" in manifest, browser === "firefox");
  });

  test(`${browser}: what the stores demand of the manifest`, () => {
    const suggested = Object.values(manifest.commands).filter((command) => command.suggested_key);
    assert.ok(suggested.length <= 4, "Chrome refuses a fifth suggested key");
    for (const locale of readdirSync(at(`${folder}/_locales`))) {
      const words = json(`${folder}/_locales/${locale}/messages.json`);
      const of = (/** @type {string} */ text) =>
        words[/^__MSG_(\w+)__$/.exec(text)?.[1] ?? ""]?.message ?? text;
      const [name, description] = [of(manifest.name), of(manifest.description)];
      assert.ok(name.length > 0 && name.length <= 45, `${locale}: the name, ${name.length}`);
      assert.ok(description.length > 0 && description.length <= 132, `${locale}: the description`);
    }
    // An id that needs no domain. Firefox for Android is not declared until Whence was seen to work there.
    assert.deepEqual(Object.keys(manifest.browser_specific_settings), ["gecko"]);
    assert.match(
      manifest.browser_specific_settings.gecko.id,
      /^\{[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\}$/,
    );
    for (const size of [16, 32, 48, 128]) assert.ok(manifest.icons[size], `icon ${size}`);
  });

  test(`${browser}: no code that asks the network, and none made from text`, () => {
    const asking =
      /\b(?:fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon|RTCPeerConnection|WebTransport|importScripts)\b/g;
    const making = /\beval\s*\(|\bnew Function\b|\.innerHTML\b|\.outerHTML\b|insertAdjacentHTML/g;
    const found = [];
    for (const file of filesOf(folder).filter((name) => name.endsWith(".js"))) {
      const text = withoutComments(readFileSync(at(`${folder}/${file}`), "utf8"));
      for (const [words] of [...text.matchAll(asking), ...text.matchAll(making)]) {
        // The engine's own loader asks for the engine's own file.
        if (!(file === "core/whence.js" && words === "fetch")) found.push(`${file}: ${words}`);
      }
    }
    assert.deepEqual(found, []);
  });
}

test("packages and test variant differ in the manifest alone: panels, access to this machine", () => {
  const differing = (/** @type {string} */ one, /** @type {string} */ two) => {
    assert.deepEqual(filesOf(one), filesOf(two));
    return filesOf(one).filter(
      (file) => !readFileSync(at(`${one}/${file}`)).equals(readFileSync(at(`${two}/${file}`))),
    );
  };
  assert.deepEqual(differing("dist/chrome", "dist/firefox"), ["manifest.json"]);
  assert.deepEqual(differing("dist/firefox", "dist/test"), ["manifest.json"]);
  const { sidebar_action: sidebar, ...firefox } = json("dist/firefox/manifest.json");
  const { side_panel: panel, ...chrome } = json("dist/chrome/manifest.json");
  assert.equal(sidebar.open_at_install, false);
  assert.equal(panel.default_path, sidebar.default_panel, "one page for both");
  const { permissions } = chrome;
  assert.deepEqual(chrome, { ...firefox, permissions });
  // The variant is for both browsers.
  assert.deepEqual(json("dist/test/manifest.json"), {
    ...firefox,
    permissions,
    sidebar_action: sidebar,
    side_panel: panel,
    host_permissions: ["http://localhost/*", "http://127.0.0.1/*"],
  });
});

test("the versions of engine, extension and command are one", () => {
  const cargo = /^version = "([^"]+)"/m.exec(readFileSync(at("Cargo.toml"), "utf8"))?.[1];
  assert.ok(cargo, "Cargo.toml has a version");
  assert.equal(json("dist/chrome/manifest.json").version, cargo);
  assert.equal(json("package.json").version ?? cargo, cargo);
});

test("sizes within the budgets", () => {
  const budgets = json("tests/bench/budgets.json");
  const engine = readFileSync(at("dist/chrome/core/whence_bg.wasm"));
  for (const [what, size] of /** @type {const} */ ([
    ["wasm file", engine.length],
    ["wasm file, gzipped", gzipSync(engine, { level: 9 }).length],
    ["package", statSync(at("dist/whence-chrome.zip")).size],
    ["package", statSync(at("dist/whence-firefox.zip")).size],
  ])) {
    const { most, unit } = budgets[what];
    assert.equal(unit, "bytes");
    assert.ok(size <= most, `${what}: ${size} bytes, budget ${most}`);
  }
});

test(
  "packing again gives the same bytes, in another time zone, under another umask",
  { skip: !existsSync("/bin/bash") },
  () => {
    const folder = "target/package-test";
    rmSync(at(folder), { recursive: true, force: true });
    mkdirSync(at(folder), { recursive: true });
    // The functions of build.sh itself; `help` only lists the commands.
    execFileSync(
      "bash",
      [
        "-c",
        `source ./build.sh help >/dev/null; umask 077; package chrome ${folder}/chrome ${folder}/chrome.zip`,
      ],
      { cwd: ROOT, env: { ...process.env, TZ: "Pacific/Auckland" } },
    );
    assert.ok(
      readFileSync(at(`${folder}/chrome.zip`)).equals(readFileSync(at("dist/whence-chrome.zip"))),
      "the archives differ",
    );
  },
);
