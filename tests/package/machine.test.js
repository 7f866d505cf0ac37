/** build.sh on a machine that lacks what it needs: it says all of it before it installs anything. */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

const ROOT = join(import.meta.dirname, "../..");
const FOLDER = join(ROOT, "target/machine-test");
const LOG = join(FOLDER, "installed");
const skip = !existsSync("/bin/bash");

/**
 * Runs build.sh where nothing is in the PATH but some everyday tools and the commands given, each a
 * line of shell. `apt-get` writes down what it was asked for.
 * @param {string[]} words build.sh's own
 * @param {Record<string, string>} commands
 * @param {NodeJS.ProcessEnv} [environment]
 */
function build(words, commands, environment = {}) {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  const usual = ["awk", "cat", "cksum", "cut", "dirname", "sort", "tail", "timeout", "true"];
  const all = Object.fromEntries(usual.map((name) => [name, `exec ${whole(name)} "$@"`]));
  Object.assign(all, commands);
  for (const [name, line] of Object.entries(all)) {
    writeFileSync(join(FOLDER, name), `#!/bin/bash\n${line}\n`);
    chmodSync(join(FOLDER, name), 0o755);
  }
  const { status, stderr } = spawnSync("/bin/bash", ["build.sh", ...words], {
    cwd: ROOT,
    encoding: "utf8",
    env: { PATH: FOLDER, HOME: FOLDER, WHENCE_CACHE: join(FOLDER, "cache"), ...environment },
  });
  const installed = existsSync(LOG) ? readFileSync(LOG, "utf8").trim().split("\n") : [];
  return { status, said: stderr, installed };
}

/** @param {string} name of a command */
function whole(name) {
  const found = (process.env.PATH ?? "").split(":").find((path) => existsSync(join(path, name)));
  return join(found ?? "/usr/bin", name);
}

const apt = {
  "apt-get": `printf '%s\\n' "apt-get $*" >>${LOG}; echo "(apt-get $1)" >&2`,
  id: "echo 0",
  env: `exec ${whole("env")} "$@"`,
};
/** A machine with Rust, Node and npm, and without all that Debian has. */
const rust = {
  cargo: "exit 7",
  rustc: `case $* in *sysroot*) echo ${FOLDER}/rust ;; *) echo "rustc 1.95.0" ;; esac`,
  rustup: `case $1 in which) echo ${FOLDER}/rustc ;; *) echo "rustup $*" >>${LOG}; exit 1 ;; esac`,
  node: "echo 22",
  npm: "exit 7",
};

test("on a bare machine everything is listed at once, and nothing is installed", { skip }, () => {
  for (const no of ["", "1"]) {
    const { status, said, installed } = build(["test"], apt, { WHENCE_NO_INSTALL: no });
    assert.equal(status, 1, said);
    for (const what of [
      /Rust: https:/,
      /Node\.js, version 20 or later/,
      /a C linker \(Debian: gcc libc6-dev\)/,
      /zip \(Debian: zip\)/,
      /Chromium \(Debian: chromium\)/,
      /Firefox \(Debian: firefox-esr\)/,
      /shellcheck \(Debian: shellcheck\)/,
      /unzip \(Debian: unzip\)/,
      /nothing was installed/,
    ]) {
      assert.match(said, what);
    }
    assert.deepEqual(installed, []);
  }
});

test("with WHENCE_NO_INSTALL neither apt-get nor rustup is asked for anything", { skip }, () => {
  for (const words of [[], ["demo"], ["test"], ["check"], ["bench"], ["look"], ["fuzz"]]) {
    const { status, said, installed } = build(
      words,
      { ...apt, ...rust },
      { WHENCE_NO_INSTALL: "1" },
    );
    assert.equal(status, 1, said);
    assert.match(said, /WHENCE_NO_INSTALL is set, so nothing was installed/);
    assert.match(said, /zip \(Debian: zip\)/);
    if (words.length === 0) assert.match(said, /rustup component add rust-src/);
    assert.deepEqual(installed, [], words.join(" "));
  }
});

test("what apt-get is to install is said before, all of it in one go", { skip }, () => {
  const { said, installed } = build(["test"], { ...apt, ...rust });
  const wanted = "gcc libc6-dev zip chromium firefox-esr shellcheck unzip";
  assert.deepEqual(installed.slice(0, 2), [
    "apt-get update -qq -oDPkg::Lock::Timeout=300",
    `apt-get install -y -qq -oDPkg::Lock::Timeout=300 --no-install-recommends ${wanted}`,
  ]);
  const told = said.indexOf(`apt-get installs now: ${wanted}`);
  assert.ok(told >= 0 && told < said.indexOf("(apt-get update)"), said);
});

test("a Node.js that is too old counts as missing", { skip }, () => {
  const { said } = build(["table"], { node: "echo 18" });
  assert.match(said, /Node\.js, version 20 or later/);
});

test("without rights to install it says what to run", { skip }, () => {
  const { status, said } = build(["check"], { ...apt, ...rust, id: "echo 1000" });
  assert.equal(status, 1);
  assert.match(said, /not root: run 'apt-get install gcc libc6-dev zip shellcheck' as root/);
});
