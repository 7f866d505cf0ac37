/** What a page's marks mean, and that asking costs no more than a look at each letter of them. */

import assert from "node:assert/strict";
import { test } from "node:test";

// The module asks the page at hand for nothing before it is asked itself.
Object.assign(globalThis, { document: {}, Document: class {}, HTMLFormElement: class {} });
const { asksConsent, isAside, isConsentBox, isSpokenOnly } =
  await import("../../extension/content/page_tags.js");

/** An element with nothing but marks. @param {Record<string, string>} marks */
function marked(marks) {
  return /** @type {any} */ ({
    tagName: "DIV",
    textContent: "",
    getAttribute: (/** @type {string} */ name) => marks[name] ?? null,
    querySelector: () => null,
    childElementCount: 0,
    firstElementChild: null,
  });
}

test("a box that asks for consent is told by one name, in either order", () => {
  for (const name of [
    "cookie-banner",
    "gdpr_popup",
    "notice--cookies",
    "x ConsentModal y",
    "modal-gdpr",
  ]) {
    assert.equal(isConsentBox(name), true, name);
  }
  for (const name of [
    "cookie",
    "banner",
    "cookie banner",
    "cookie-bargain",
    "bar-cookie",
    "story",
  ]) {
    assert.equal(isConsentBox(name), false, name);
  }
});

test("names of 300 KB are gone through once", () => {
  globalThis.getComputedStyle = () => /** @type {any} */ ({ position: "static" });
  const pieces = [
    "cookie",
    "cookie-",
    "consent_",
    "banner",
    "notice-cookie",
    "advert",
    "related",
    "-advert",
  ];
  const more = ["visually-hidden", " visually-hidden", "sr-only-", "-", "_", " ", "caption-"];
  for (const piece of [...pieces, ...more]) {
    const name = piece.repeat(300_000 / piece.length);
    for (const end of ["", ".", "!x"]) {
      const element = marked({ class: name + end, id: name, "aria-label": name });
      const start = performance.now();
      isAside(element);
      isSpokenOnly(element);
      asksConsent(element);
      const took = performance.now() - start;
      // By the square it is a quarter of a minute, on any machine; once through, a few milliseconds.
      assert.ok(took < 1_000, `${piece}${end}: ${Math.round(took)} ms`);
    }
  }
});
