/** Each language of the interface, in a browser that speaks it: its words, its direction, its room. */

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { cutChoices } from "./cut.js";
import { until } from "./driver.js";
import { hoverCard, painted, untilPainted } from "./painted.js";

const SAMPLE = "/harbour-report/";
const WORDS = join(import.meta.dirname, "../../extension/_locales");

/**
 * A page of Whence's own, once its words are there: the language it declares, the texts that name a key
 * instead of saying something, and what lies beyond its edges or was cut off.
 * @param {import('./driver.js').Page} own
 * @param {string[]} keys
 */
async function shown(own, keys) {
  await own.show();
  await until("the words", () => own.run(() => document.body.innerText.length > 100));
  return own.run((all) => {
    for (const details of document.querySelectorAll("details")) details.open = true;
    const visible = [...document.querySelectorAll("body *")].filter((one) => one.checkVisibility());
    return {
      lang: document.documentElement.lang,
      dir: document.documentElement.dir,
      keys: all.filter((key) => document.body.innerText.split(/\s+/).includes(key)),
      beyond: visible
        .filter((one) => {
          const { left, right, width } = one.getBoundingClientRect();
          return width > 1 && !one.closest(".spoken") && (left < -0.5 || right > innerWidth + 0.5);
        })
        .map((one) => `${one.tagName} ${one.id} ${one.textContent}`),
      cut: visible
        .filter((one) => one.matches("button, label, p") && one.scrollWidth > one.clientWidth + 1)
        .map((one) => `${one.tagName} ${one.id} ${one.textContent}`),
    };
  }, keys);
}

/**
 * One language, through the card, the popup, the options and the first-run page, 360 pixels wide.
 * @param {string} language
 * @param {string} direction
 * @returns {(bench: import('./bench.js').Bench) => Promise<void>}
 */
function inLanguage(language, direction) {
  return async (bench) => {
    const apart = await bench.apart(bench.extension, { locale: language });
    const messages = JSON.parse(readFileSync(join(WORDS, language, "messages.json"), "utf8"));
    const page = await apart.open(SAMPLE);
    await untilPainted(page);
    assert.ok(
      (await painted(page))["whence-claim"].length > 5,
      "English pages are read all the same",
    );
    const view = await apart.untilState("read", SAMPLE);

    const { name, text } = await hoverCard(page, "Authority quietly moved");
    for (const key of [
      "kind_document",
      "quotation_indirect",
      "hop_this_page",
      "card_copy",
      "card_why",
    ]) {
      assert.ok(text.includes(messages[key].message), `${key} in ${text}`);
    }
    assert.ok(name.startsWith(messages.card_label.message.split("$")[0].trim()), name);
    const card = await page.inCard((root) => {
      const hops = [...root.querySelectorAll(".hops li")];
      const dot = hops.map((hop) => getComputedStyle(hop, "::before").right);
      const box = /** @type {Element} */ (root.querySelector(".card")).getBoundingClientRect();
      return {
        dir: root.host.getAttribute("dir"),
        lang: root.host.getAttribute("lang"),
        // The line from hop to hop runs where the language begins its lines.
        atStart: dot.every(
          (right) => (right === "0px") === (root.host.getAttribute("dir") === "rtl"),
        ),
        inView: box.left >= 0 && box.right <= innerWidth,
      };
    });
    assert.deepEqual(card, { dir: direction, lang: language, atStart: true, inView: true });

    for (const path of ["popup", "/options/options.html", "/welcome/welcome.html"]) {
      const own = path === "popup" ? await apart.openPopup(SAMPLE) : await apart.openOwn(path);
      await own.resize(360, 700);
      await until("the narrow view", () => own.run(() => innerWidth === 360));
      if (path === "popup") {
        await until("the list", () =>
          own.run(() => document.querySelector("#list details") !== null),
        );
        const form = new Intl.PluralRules(language).select(view.claims.length);
        const claims = messages[`count_claims_${form}`].message.replace(
          "$COUNT$",
          view.claims.length,
        );
        const sum = await own.run(() => document.querySelector("#state")?.textContent ?? "");
        assert.ok(sum.startsWith(claims), `${sum}: ${claims}`);
        const rows = await own.run(() =>
          [...document.querySelectorAll("footer .acts button")]
            .filter((button) => button.checkVisibility())
            .map((button) => Math.round(button.getBoundingClientRect().top)),
        );
        assert.equal(new Set(rows).size, 1, "the buttons at the foot stand in one row");
      }
      assert.deepEqual(await cutChoices(own), [], path);
      const found = await shown(
        own,
        Object.keys(messages).filter((key) => key.includes("_")),
      );
      assert.deepEqual(
        found,
        { lang: language, dir: direction, keys: [], beyond: [], cut: [] },
        path,
      );
    }
    await apart.assertNoComplaints();
  };
}

/** @type {Record<string, (bench: import('./bench.js').Bench) => Promise<void>>} */
export const cases = Object.fromEntries(
  readdirSync(WORDS).map((language) => {
    const words = JSON.parse(readFileSync(join(WORDS, language, "messages.json"), "utf8"));
    const direction = words.direction.message;
    return [`${language}: card, popup, options, first-run page`, inLanguage(language, direction)];
  }),
);
