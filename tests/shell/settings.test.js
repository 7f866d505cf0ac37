/** The stored record: read whole or not at all, kept aside when it cannot be read. */

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { stored } from "./browser_stub.js";
import {
  ASIDE,
  changeSettings,
  defaults,
  loadSettings,
  readRecord,
  RECORD,
  VERSION,
  withChange,
} from "../../extension/shared/settings.js";
import { onSettings } from "../../extension/shared/settings.js";

const good = () => ({ version: VERSION, ...defaults() });

beforeEach(() => {
  for (const key of Object.keys(stored)) delete stored[key];
});

test("no record: the defaults, and no fault", () => {
  assert.deepEqual(readRecord(undefined), { settings: defaults(), fault: null });
});

test("a good record is read as it is", () => {
  const record = {
    ...good(),
    everywhere: "articles",
    sites: [{ host: "example.org", scope: "domain", run: "on" }],
    muted: ["relay"],
    marks: "notable",
    look: "tint",
    figures: false,
    hidden: [
      { kind: "according-to", host: null },
      { kind: "source-cue-clause/role", host: "example.org" },
    ],
  };
  const settings = structuredClone(record);
  delete (/** @type {any} */ (settings).version);
  assert.deepEqual(readRecord(record), { settings, fault: null });
});

test("a record from before there was a choice of what is underlined: who has chosen a look keeps it", () => {
  /** @type {any} */
  const old = good();
  delete old.marks;
  assert.equal(readRecord({ ...old, look: "quiet" }).settings.marks, "sources");
  assert.equal(readRecord({ ...old, look: "tint" }).settings.marks, "claims");
  assert.equal(readRecord({ ...old, look: "tint" }).fault, null);
});

test("a record from before there was anything to hide hides nothing", () => {
  /** @type {any} */
  const old = good();
  delete old.hidden;
  assert.deepEqual(readRecord(old), { settings: { ...defaults() }, fault: null });
});

test("a damaged or foreign record gives the defaults and names the field", () => {
  /** @type {[unknown, RegExp][]} */
  const cases = [
    [null, /not a record/],
    ["settings", /not a record/],
    [[], /not a record/],
    [{ ...good(), version: 7 }, /version: 7/],
    [{ ...good(), version: undefined }, /version: none/],
    [{ ...good(), everywhere: "all" }, /everywhere/],
    [{ ...good(), sites: {} }, /sites/],
    [{ ...good(), sites: [{ host: "exa mple", scope: "host", run: "on" }] }, /sites\[0\]\.host/],
    [{ ...good(), sites: [{ host: "example.org", scope: "all", run: "on" }] }, /sites\[0\]\.scope/],
    [{ ...good(), sites: [{ host: "example.org", scope: "host", run: 1 }] }, /sites\[0\]\.run/],
    [{ ...good(), sites: [null] }, /sites\[0\]\.host/],
    [{ ...good(), figures: "yes" }, /figures/],
    [{ ...good(), muted: ["score"] }, /muted/],
    [{ ...good(), marks: "all" }, /marks/],
    [{ ...good(), look: "loud" }, /look/],
    [{ ...good(), hidden: {} }, /hidden/],
    [{ ...good(), hidden: [{ kind: "Some Kind", host: null }] }, /hidden\[0\]\.kind/],
    [{ ...good(), hidden: [{ kind: "a/b/c", host: null }] }, /hidden\[0\]\.kind/],
    [{ ...good(), hidden: [{ kind: "role" }] }, /hidden\[0\]\.host/],
    [{ ...good(), hidden: [{ kind: "role", host: "exa mple" }] }, /hidden\[0\]\.host/],
    [{ ...good(), hidden: Array(501).fill({ kind: "role", host: null }) }, /hidden/],
  ];
  for (const [record, fault] of cases) {
    const read = readRecord(record);
    assert.deepEqual(read.settings, defaults());
    assert.match(String(read.fault), fault);
  }
});

test("a change keeps an unreadable record aside, and what is wrong with it", async () => {
  const foreign = { version: 9, sites: "many" };
  stored[RECORD] = foreign;
  await changeSettings((settings) => ({ ...settings, look: "clear" }));
  assert.deepEqual(stored[ASIDE], { fault: "version: 9", record: foreign });
  assert.deepEqual(await loadSettings(), {
    settings: { ...defaults(), look: "clear" },
    fault: null,
  });
});

test("changes made at once all hold", async () => {
  const hosts = ["a.example", "b.example", "c.example"];
  await Promise.all(
    hosts.map((host) =>
      changeSettings((settings) =>
        withChange(settings, { site: { host, scope: "host", run: "on" } }),
      ),
    ),
  );
  const { settings } = await loadSettings();
  assert.deepEqual(
    settings.sites.map((rule) => rule.host),
    hosts,
  );
});

test("listeners hear of a change until they leave", async () => {
  /** @type {string[]} */
  const heard = [];
  const leave = onSettings((settings) => heard.push(settings.look));
  await changeSettings((settings) => ({ ...settings, look: "tint" }));
  leave();
  await changeSettings((settings) => ({ ...settings, look: "quiet" }));
  assert.deepEqual(heard, ["tint"]);
});
