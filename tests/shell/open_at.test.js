/** Addresses that open a page at the words taken from it. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { openedAt } from "../../extension/content/open_at.js";

const PAGE = "https://stats.example.gov/fares";

/** @param {string} quotation @param {string} [href] */
const quoted = (quotation, href = PAGE) => openedAt(href, { quotation, figures: ["12 percent"] });

/** @param {string[]} figures @param {string} [href] */
const counted = (figures, href = PAGE) => openedAt(href, { quotation: null, figures });

test("a short quotation is sought whole, a longer one by its ends", () => {
  assert.equal(quoted("“We counted every boat,”"), `${PAGE}#:~:text=We%20counted%20every%20boat`);
  assert.equal(
    quoted("“we counted every boat and every net we could find in the bay”"),
    `${PAGE}#:~:text=we%20counted%20every%20boat,find%20in%20the%20bay`,
  );
});

test("a quotation that leaves something out is sought by its longest stretch alone", () => {
  assert.equal(
    quoted("“We counted … every single net in the bay [of Tarn] twice”"),
    `${PAGE}#:~:text=every%20single%20net%20in%20the%20bay`,
  );
  assert.equal(quoted("“too … late”"), `${PAGE}#:~:text=12%20percent&text=12%25`);
});

test("signs that mean something in a fragment are written otherwise", () => {
  assert.equal(
    quoted("“well-kept boats, nets & oars”"),
    `${PAGE}#:~:text=well%2Dkept%20boats%2C%20nets%20%26%20oars`,
  );
  assert.equal(quoted("“a half \ud83d of it all”").includes("%EF%BF%BD"), true);
});

test("a percentage is sought in both spellings, the page's own first", () => {
  assert.equal(counted(["12 percent"]), `${PAGE}#:~:text=12%20percent&text=12%25`);
  assert.equal(counted(["8.4%"]), `${PAGE}#:~:text=8.4%25&text=8.4%20percent`);
  assert.equal(counted(["8.4 per cent"]), `${PAGE}#:~:text=8.4%20per%20cent&text=8.4%25`);
});

test("other figures with their units; two at most; no short number alone", () => {
  assert.equal(counted(["$3 million", "4,300 families", "9 boats"]).split("&").length, 2);
  assert.equal(counted(["$3 million"]), `${PAGE}#:~:text=%243%20million`);
  assert.equal(counted(["12"]), PAGE);
  assert.equal(counted(["4,300"]), `${PAGE}#:~:text=4%2C300`);
  assert.equal(counted([]), PAGE, "a paraphrase without a figure");
});

test("the address's own place stays before the words, and is what the browser falls back to", () => {
  assert.equal(
    counted(["12 percent"], `${PAGE}#table-4`),
    `${PAGE}#table-4:~:text=12%20percent&text=12%25`,
  );
  assert.equal(counted(["12%"], `${PAGE}#`), `${PAGE}#:~:text=12%25&text=12%20percent`);
});

test("none where it cannot be right: files, pages that draw themselves, a fragment of its own", () => {
  for (const href of [
    `${PAGE}.pdf`,
    `${PAGE}.PDF?page=2`,
    "https://port.example/pdf/2101.00001",
    `${PAGE}/pdf`,
    `${PAGE}#/table/4`,
    `${PAGE}#!table`,
    `${PAGE}#:~:text=boats`,
    "not an address",
  ]) {
    assert.equal(counted(["12 percent"], href), href);
  }
});
