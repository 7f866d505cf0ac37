/** The list of sites as a file. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { HEADER, readSites, writeSites } from "../../extension/shared/site_list.js";

/** @type {import('../../extension/shared/sites.js').SiteRule[]} */
const SITES = [
  { host: "example.org", scope: "domain", run: "on" },
  { host: "shop.example.org", scope: "host", run: "off" },
];

test("what is written is read back", () => {
  assert.deepEqual(readSites(writeSites(SITES)), { sites: SITES, fault: null });
  assert.deepEqual(readSites(writeSites([])), { sites: [], fault: null });
});

test("other line ends, comments, empty lines and a byte order mark are fine", () => {
  const text = `\ufeff${HEADER}\r\n\r\n# mine\r\nExample.org  domain\ton\r\n`;
  assert.deepEqual(readSites(text), { sites: [SITES[0]], fault: null });
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
  ];
  for (const [text, line, fault] of cases) {
    const read = readSites(text);
    assert.equal(read.sites, null, text);
    assert.equal(read.fault?.line, line, text);
    assert.equal(read.fault?.fault, `import_fault_${fault}`, text);
  }
});
