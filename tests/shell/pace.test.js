/** When a page counts as seen; `tests/browser/visits.spec.js` has a page that is rendered ahead for real. */

import assert from "node:assert/strict";
import { test } from "node:test";

class Page extends EventTarget {
  shown = { visibilityState: "visible", prerendering: false };
  get visibilityState() {
    return this.shown.visibilityState;
  }
  get prerendering() {
    return this.shown.prerendering;
  }
}
const page = new Page();
const world = /** @type {any} */ (globalThis);
world.Document = Page;
world.document = page;
const { seen } = await import("../../extension/content/pace.js");

/** Whether a promise is still open once all that was ready has run. @param {Promise<unknown>} promise */
async function isOpen(promise) {
  let open = true;
  promise.then(() => (open = false));
  await new Promise((done) => setImmediate(done));
  return open;
}

test("a page that shows is seen at once", async () => {
  page.shown = { visibilityState: "visible", prerendering: false };
  assert.equal(await isOpen(seen()), false);
});

test("a hidden tab is seen when it is shown", async () => {
  page.shown = { visibilityState: "hidden", prerendering: false };
  const waiting = seen();
  page.dispatchEvent(new Event("visibilitychange"));
  assert.equal(await isOpen(waiting), true);
  page.shown.visibilityState = "visible";
  page.dispatchEvent(new Event("visibilitychange"));
  assert.equal(await isOpen(waiting), false);
});

test("a prerendered page is seen when it takes the place of the one before, and is in view", async () => {
  page.shown = { visibilityState: "visible", prerendering: true };
  const waiting = seen();
  page.dispatchEvent(new Event("visibilitychange"));
  assert.equal(await isOpen(waiting), true);
  page.shown = { visibilityState: "hidden", prerendering: false };
  page.dispatchEvent(new Event("prerenderingchange"));
  assert.equal(await isOpen(waiting), true);
  page.shown.visibilityState = "visible";
  page.dispatchEvent(new Event("visibilitychange"));
  assert.equal(await isOpen(waiting), false);
});
