/** On and off, by site: at once, in every tab, and still so after the browser has been restarted. */

import assert from "node:assert/strict";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { cutChoices } from "./cut.js";
import { until } from "./driver.js";
import { paintedCount, placeOf, untilBare, untilCard, untilPainted } from "./painted.js";

const SAMPLE = "/harbour-report/";

/**
 * Whether Whence does not run in a page; asked once a later page of a site that is on was painted, so
 * that it had the time.
 * @param {import('./bench.js').Bench} bench
 * @param {string} path
 * @param {string} otherHost a site that is on
 */
async function assertAbsent(bench, path, otherHost) {
  const page = await bench.open(path);
  const other = await bench.open(path, otherHost);
  await untilPainted(other);
  await page.show();
  assert.equal(await bench.describe(path), null, "nothing of Whence runs in the page");
  assert.equal(await paintedCount(page), 0);
  return page;
}

/** @type {Record<string, (bench: import('./bench.js').Bench) => Promise<void>>} */
export const cases = {
  "off from the popup: at once, in all tabs, after a restart; then on again": async (bench) => {
    const other = await bench.open(SAMPLE, "127.0.0.1");
    await untilPainted(other);
    const second = await bench.open(`${SAMPLE}?second`);
    await untilPainted(second);
    const page = await bench.open(SAMPLE);
    await untilPainted(page);
    const { x, y } = await placeOf(page, "We sent people");
    await page.click(x, y);
    await untilCard(page);

    const popup = await bench.openPopup(SAMPLE);
    await until("the switch to be on", () =>
      popup.run(() => document.querySelector("#switch")?.matches(":checked")),
    );
    await bench.press(popup, "#switch");
    await untilBare(page);
    await untilBare(second);
    assert.deepEqual(await page.dialogs(), [], "the card is gone, too");
    assert.equal(await bench.describe(SAMPLE), null, "nothing of Whence runs in the page");
    assert.ok((await paintedCount(other)) > 0, "another site stays as it was");
    await assertAbsent(bench, `${SAMPLE}?third`, "127.0.0.1");

    await bench.restart();
    const again = await assertAbsent(bench, SAMPLE, "127.0.0.1");

    const anew = await bench.openPopup(SAMPLE);
    await until("the switch to be off", () =>
      anew.run(() => document.querySelector("#switch")?.matches(":not(:checked)")),
    );
    await bench.press(anew, "#switch");
    await until("the switch to be on", () =>
      anew.run(() => document.querySelector("#switch")?.matches(":checked")),
    );
    await again.show();
    await untilPainted(again);
  },

  "the rule of one site does not reach another": async (bench) => {
    await bench.choose({ sites: [{ host: "127.0.0.1", scope: "host", run: "off" }] });
    await until("127.0.0.1 to be left out", async () => {
      const patterns = await bench.registered();
      return patterns.some((pattern) => pattern.includes("localhost")) &&
        !patterns.includes("http://127.0.0.1/*")
        ? patterns
        : null;
    });
    const off = await bench.open(SAMPLE, "127.0.0.1");
    const on = await bench.open(SAMPLE);
    await untilPainted(on);
    await off.show();
    assert.equal(await bench.describe(SAMPLE, "127.0.0.1"), null);
    assert.equal(await paintedCount(off), 0);
  },

  "a host and its domain: the more specific rule wins, and says so": async (bench) => {
    const [tide, quay] = ["tide.reef.localhost", "quay.reef.localhost"];
    const folder = "target/browser/domain";
    cpSync(bench.extension, folder, { recursive: true });
    const file = join(folder, "manifest.json");
    const manifest = JSON.parse(readFileSync(file, "utf8"));
    manifest.host_permissions = ["http://*.reef.localhost/*"];
    writeFileSync(file, JSON.stringify(manifest));
    const apart = await bench.apart(folder);
    const second = await apart.open(SAMPLE, quay);
    const page = await apart.open(SAMPLE, tide);
    await untilPainted(page);
    const popup = await apart.openPopup(SAMPLE, tide);
    const wide = await apart.words("popup_scope_domain", "reef.localhost");
    const narrow = await apart.words("popup_scope_host", tide);
    const choices = () =>
      popup.run(() => [...document.querySelectorAll("#scope option")].map((o) => o.textContent));
    await until("the scopes", async () => (await choices()).join() === [wide, narrow].join());
    const says = async (/** @type {string} */ scope) => {
      const said = await apart.words("popup_by_rule", scope);
      await until(`“${said}”`, () =>
        popup.run((words) => document.querySelector("#why")?.textContent === words, said),
      );
    };
    const choose = (/** @type {string} */ key) =>
      popup
        .run(() => /** @type {HTMLElement} */ (document.querySelector("#scope")).focus())
        .then(() => popup.press(key));

    assert.deepEqual(await cutChoices(popup), []);
    await apart.press(popup, "#switch"); // the domain is the first choice
    await says(wide);
    for (const off of [page, second]) {
      await off.show();
      await untilBare(off);
    }
    await popup.show();
    await choose("End"); // the host alone, off like its domain
    await says(narrow);
    await apart.press(popup, "#switch");
    await page.show();
    await untilPainted(page);
    await second.show();
    assert.equal(await paintedCount(second), 0, "the rest of the domain stays off");
    const { settings } = await apart.browser.inside(() => chrome.storage.local.get());
    assert.deepEqual(/** @type {any} */ (settings).sites, [
      { host: "reef.localhost", scope: "domain", run: "off" },
      { host: tide, scope: "host", run: "on" },
    ]);
    const third = await apart.open(`${SAMPLE}?third`, quay);
    await untilPainted(await apart.open(`${SAMPLE}?fourth`, tide));
    await third.show();
    assert.equal(await paintedCount(third), 0);
    await apart.assertNoComplaints();
  },

  "articles only: an article is read, another page is not": async (bench) => {
    bench.give(
      "/note",
      "<p>The slipway is shut, the harbour master Ines Dahl said on Thursday.</p>",
    );
    await bench.choose({ sites: [{ host: "localhost", scope: "host", run: "articles" }] });
    await until("the rule to be registered", async () =>
      (await bench.registered()).includes("*://localhost/*"),
    );
    const note = await bench.open("/note");
    await bench.untilState("dormant", "/note");
    const article = await bench.open(SAMPLE);
    await untilPainted(article);
    await note.show();
    assert.equal(await paintedCount(note), 0);
  },

  "hidden on this page until it is loaded again": async (bench) => {
    const page = await bench.open(SAMPLE);
    await untilPainted(page);
    const popup = await bench.openPopup(SAMPLE);
    await bench.press(popup, "#hide");
    await untilBare(page);
    await bench.press(popup, "#show");
    await page.show();
    await untilPainted(page);
    await popup.show();
    await bench.press(popup, "#hide");
    await page.show();
    await untilBare(page);
    await page.goto(bench.server.url(SAMPLE));
    await untilPainted(page);
  },

  "by key: the site at hand off, then on": async (bench) => {
    const page = await bench.open(SAMPLE);
    await untilPainted(page);
    await bench.browser.command("toggle-site");
    await untilBare(page);
    await bench.browser.command("toggle-site");
    await untilPainted(page);
  },

  "a change of the look repaints; figures switched off go": async (bench) => {
    const page = await bench.open(SAMPLE);
    await untilPainted(page);
    assert.ok(await page.run(() => CSS.highlights.has("whence-figure")));
    await bench.choose({ figures: false });
    await until("figures to go", () => page.run(() => !CSS.highlights.has("whence-figure")));
    assert.ok(await page.run(() => CSS.highlights.has("whence-claim")), "claims stay");
  },
};
