/**
 * Real articles, where the folder of them lies beside the repository: that Whence reads them without
 * an error and leaves them as they were. What it finds there is measured elsewhere.
 */

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Skipped } from "./bench.js";
import { paintedCount, untilPainted } from "./painted.js";
import { assertUnchanged } from "./quiet.spec.js";
import { giveSaved, pageOfText, savedPages } from "./saved_pages.js";

/** How many saved pages are read. */
const PAGES = 6;

/** Without its scripts a saved page stays as it was saved, so that two loads can be compared. */
const STILL = { "content-security-policy": "script-src 'none'" };

/** @type {Record<string, (bench: import('./bench.js').Bench) => Promise<void>>} */
export const cases = {
  "a relayed report as plain text": async (bench) => {
    const file = join(bench.shared, "articles/relayed-report.txt");
    if (!existsSync(file)) throw new Skipped(`${file} is not here`);
    bench.server.give("/relayed", pageOfText(readFileSync(file, "utf8")));
    const page = await assertUnchanged(bench, "/relayed", 0);
    assert.ok((await paintedCount(page)) > 5);
  },

  "saved pages of news sites": async (bench) => {
    const folder = join(bench.shared, "pages");
    const all = savedPages(folder).filter(
      ({ language, kind, offline }) =>
        language === "en" && kind === "hard-news" && offline.scripts_off > 0.9,
    );
    if (all.length === 0) throw new Skipped(`${folder} is not here`);
    const step = Math.floor(all.length / PAGES);
    const chosen = Array.from({ length: PAGES }, (_, index) => all[index * step]);
    for (const saved of chosen) {
      const path = giveSaved(bench.server, folder, saved, STILL);
      const page = await assertUnchanged(bench, path, 0);
      bench.notes.push(`${saved.name}: ${await untilPainted(page)} ranges`);
      await bench.assertNoComplaints();
      await page.close();
    }
  },
};
