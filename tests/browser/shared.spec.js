/**
 * Real articles, where the folder of them lies beside the repository: that Whence reads them without
 * an error and leaves them as they were. What it finds there is measured elsewhere.
 */

import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Skipped } from "./bench.js";
import { until } from "./driver.js";
import { paintedCount, untilPainted } from "./painted.js";
import { assertUnchanged, seenByPage } from "./quiet.spec.js";
import { giveSaved, pageOfText, savedPages } from "./saved_pages.js";

/** On how many saved pages a card is opened, too. */
const PAGES = 6;

/** States of a page that is not being read any more. */
const SETTLED = ["read", "unread", "empty", "dormant"];

/** What the network's absence makes browsers say. */
const UNREACHED = /Failed to load resource|Manifest fetch|net::ERR_/;

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

  "all saved pages: the same document with and without Whence, and no error": async (bench) => {
    const folder = join(bench.shared, "pages");
    const all = savedPages(folder);
    if (all.length === 0) throw new Skipped(`${folder} is not here`);
    await bench.choose({ sites: [{ host: "localhost", scope: "host", run: "off" }] });
    await until("localhost to be off", async () =>
      (await bench.registered()).every((pattern) => !pattern.includes("localhost")),
    );
    bench.give("/start", "");
    const page = await bench.open("/start");
    const said = async () =>
      (await bench.browser.complaints())
        .filter((words) => !UNREACHED.test(words))
        .map((words) => words.replaceAll("127.0.0.1", "localhost"));
    /** @type {Record<string, number>} */
    const states = {};
    const faults = [];
    for (const saved of all) {
      const path = giveSaved(bench.server, folder, saved, STILL);
      await page.goto(bench.server.url(path));
      await until("the page to be loaded", () => page.run(() => document.readyState !== "loading"));
      const before = await seenByPage(page);
      const usual = await said();
      await page.goto(bench.server.url(path, "127.0.0.1"));
      const { state } = await until(`${saved.name} to be read`, async () => {
        const view = await bench.describe(path, "127.0.0.1");
        return view !== null && SETTLED.includes(view.state) ? view : null;
      });
      states[state] = (states[state] ?? 0) + 1;
      const after = await seenByPage(page);
      for (const part of /** @type {const} */ (["html", "sheets", "names", "focus", "scroll"])) {
        if (JSON.stringify(after[part]) !== JSON.stringify(before[part])) {
          faults.push(`${saved.name}: ${part} is not as without Whence`);
        }
      }
      const more = (await said()).filter((words) => !usual.includes(words));
      faults.push(...more.map((words) => `${saved.name}: ${words}`));
    }
    assert.deepEqual(faults, []);
    bench.notes.push(`${all.length} pages: ${JSON.stringify(states)}`);
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
