/**
 * What axe-core finds on Whence's own pages: nothing. The card stands in a closed shadow root, which
 * axe does not see; `card_acts.spec.js` shows it to axe.
 */

import assert from "node:assert/strict";
import axe from "axe-core";
import { until } from "./driver.js";
import { untilPainted } from "./painted.js";

const SAMPLE = "/harbour-report/";

/** Runs axe in a page and gives a line for each fault. */
const AUDIT = /** @type {() => Promise<string[]>} */ (
  new Function(
    `${axe.source}
    return window.axe.run(document).then(({ violations, passes }) => {
      if (passes.length < 5) throw new Error("axe found nothing to look at");
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ html, failureSummary }) => id + ": " + html + " " + failureSummary));
    });`,
  )
);

/**
 * Waits until a page of Whence's own has shown all its words, and opens what is folded.
 * @param {import('./driver.js').Page} own
 */
async function unfold(own) {
  await until("the words", () =>
    own.run(() => {
      const list = document.querySelector("#list");
      const ready = list === null || list.querySelector("details") !== null;
      for (const details of document.querySelectorAll("details")) details.open = true;
      return ready && document.body.innerText.length > 100;
    }),
  );
}

/** @type {Record<string, (bench: import('./bench.js').Bench) => Promise<void>>} */
export const cases = {
  "popup, options and first-run page: axe finds nothing, in light and dark": async (bench) => {
    const page = await bench.open(SAMPLE);
    await untilPainted(page);
    // With something in every list, hidden hints too.
    await bench.choose({
      sites: [{ host: "example.org", scope: "domain", run: "off" }],
      hidden: [
        { kind: "in-view", host: "example.org" },
        { kind: "source-cue-clause/pronoun-speaker", host: null },
      ],
    });
    for (const own of [
      await bench.openPopup(SAMPLE),
      await bench.openOwn("/options/options.html"),
      await bench.openOwn("/options/privacy.html"),
      await bench.openOwn("/welcome/welcome.html"),
    ]) {
      await own.show();
      await unfold(own);
      assert.deepEqual(await own.run(AUDIT), []);
      await own.prefer({ dark: true });
      await until("the dark", () =>
        own.run(() => matchMedia("(prefers-color-scheme: dark)").matches),
      );
      assert.deepEqual(await own.run(AUDIT), []);
      await own.prefer({});
    }
  },
};
