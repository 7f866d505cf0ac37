/**
 * What axe-core finds on Whence's own pages: nothing. The card stands in a closed shadow root, which
 * axe does not see; `card.spec.js` asks the accessibility tree for it.
 */

import assert from "node:assert/strict";
import axe from "axe-core";
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

/** @type {Record<string, (bench: import('./bench.js').Bench) => Promise<void>>} */
export const cases = {
  "popup, options and first-run page: axe finds nothing": async (bench) => {
    const page = await bench.open(SAMPLE);
    await untilPainted(page);
    for (const own of [
      await bench.openPopup(SAMPLE),
      await bench.openOwn("/options/options.html"),
      await bench.openOwn("/welcome/welcome.html"),
    ]) {
      await new Promise((done) => setTimeout(done, 300));
      assert.deepEqual(await own.run(AUDIT), []);
    }
  },
};
