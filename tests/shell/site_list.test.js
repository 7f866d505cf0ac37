/** The list of sites as a file. */

import assert from "node:assert/strict";
import { test } from "node:test";
import "./browser_stub.js";
import { defaults, readRecord, VERSION } from "../../extension/shared/settings.js";
import { HEADER, readSites, writeSites } from "../../extension/shared/site_list.js";
import { accessTo, patternOf, registrations, withRules } from "../../extension/shared/sites.js";

/** @type {import('../../extension/shared/sites.js').SiteRule[]} */
const SITES = [
  { host: "example.org", scope: "domain", run: "on" },
  { host: "shop.example.org", scope: "host", run: "off" },
];

test("what is written is read back", () => {
  const hidden = [
    { kind: "source-cue-clause/pronoun-speaker", host: "example.org" },
    { kind: "unsourced-figure", host: null },
  ];
  const both = { sites: SITES, hidden, fault: null };
  assert.deepEqual(readSites(writeSites(SITES, hidden)), both);
  assert.deepEqual(readSites(writeSites([], [])), { sites: [], hidden: [], fault: null });
  // A site may be called as the lines of hidden kinds begin.
  /** @type {typeof SITES} */
  const named = [{ host: "hide", scope: "host", run: "on" }];
  assert.deepEqual(readSites(writeSites(named, [])), { sites: named, hidden: [], fault: null });
});

test("other line ends, comments, empty lines and a byte order mark are fine", () => {
  const text = `\ufeff${HEADER}\r\n\r\n# mine\r\nExample.org  domain\ton\r\n`;
  assert.deepEqual(readSites(text), { sites: [SITES[0]], hidden: [], fault: null });
});

test("a fault refuses the whole file and names its line", () => {
  /** @type {[string, number, string][]} */
  const cases = [
    ["", 1, "header"],
    ["<html>", 1, "header"],
    ["whence sites 2\nexample.org host on", 1, "header"],
    [`${HEADER}\nexample.org host on\nexample.org host`, 3, "columns"],
    [`${HEADER}\nexample.org host on off`, 2, "columns"],
    [`${HEADER}\nexa_mple..org host on`, 2, "host"],
    [`${HEADER}\nhttps://example.org/ host on`, 2, "host"],
    [`${HEADER}\nexample.org all on`, 2, "scope"],
    [`${HEADER}\nexample.org host maybe`, 2, "run"],
    [`${HEADER}\nexample.org host on\n\nEXAMPLE.org host off`, 4, "twice"],
    [`${HEADER}\nhide Some_kind *`, 2, "kind"],
    [`${HEADER}\nhide according-to exa_mple..org`, 2, "host"],
    [`${HEADER}\nhide according-to *\nhide according-to *`, 3, "twice"],
  ];
  for (const [text, line, fault] of cases) {
    const read = readSites(text);
    assert.equal(read.sites, null, text);
    assert.equal(read.fault?.line, line, text);
    assert.equal(read.fault?.fault, `import_fault_${fault}`, text);
  }
});

test("a list of 10,000 sites is read, taken in and followed in under a second", () => {
  const runs = /** @type {const} */ (["on", "off", "articles"]);
  const many = Array.from({ length: 10_000 }, (_, index) => ({
    host: `site-${index}.example${index % 7}.org`,
    scope: /** @type {const} */ (["host", "domain"])[index % 2],
    run: runs[index % 3],
  }));
  const before = process.cpuUsage();
  const { sites } = readSites(writeSites(many, []));
  assert.ok(sites !== null);
  const merged = withRules(SITES, sites);
  assert.equal(merged.length, many.length + SITES.length);
  assert.equal(readRecord({ version: VERSION, ...defaults(), sites: merged }).fault, null);
  const granted = merged.map(patternOf);
  for (const everywhere of /** @type {const} */ (["chosen", "articles"])) {
    assert.ok(registrations({ sites: merged, everywhere }, [...granted, "*://*/*"]).length > 0);
  }
  const hasAccess = accessTo(granted);
  assert.ok(merged.every(hasAccess));
  const { user, system } = process.cpuUsage(before);
  const took = (user + system) / 1000;
  assert.ok(took < 1_000, `${Math.round(took)} ms of the processor's time`);
});
