/**
 * What the card says of what a page cites: rows below the source, on the mark itself, of a figure; links that
 * open a page at the words; the way to the note and back; the popup's list and its exports.
 */

import assert from "node:assert/strict";
import { until } from "./driver.js";
import { hoverCard, pressInCard, untilCard, untilClosed, untilPainted } from "./painted.js";

const AROUND = `<p>The harbour has been quiet since the ferries moved to the outer pier, and the old sheds along
the quay stand empty behind their fences. Grass grows between the rails, and the cranes have gone.</p>`;

/** A page with notes, linked words, a chip, a wish for a source. */
const CITED = `<article><h1>The harbour of Tarn</h1>${AROUND}
<p>Ferry traffic fell by 9 percent in 2022.<sup class="reference" id="m4"><a href="#n4">[4]</a></sup>
Nobody disputes it.</p>
<p>“We counted every boat and every net we could find in the bay,”<sup><a href="#n5">[5]</a></sup>
said Ada Brandt, the harbour master.</p>
<p>Catches fell by a third in the bay, while prices rose 8 percent.<sup id="m6"><a href="#n4">[4]</a></sup><sup
id="m7"><a href="#n6">[6]</a></sup></p>
<p>Fares <a href="/fares#table-4">rose by 12 percent last year</a>.</p>
<p>The sheds were built by sailors.<sup id="needed">[<i><a href="/help">citation needed</a></i>]</sup></p>
<p>Ida Roe, whose town <a href="/flood">was flooded in 2019</a>, said the wall would hold.</p>
${AROUND}
<h2>References</h2><div style="height: 1500px"></div><ol start="4">
<li id="n4"><a href="#m4">^</a> Port Office (3 May 2023). <a href="/2022">"Traffic 2022"</a>. p. 8.</li>
<li id="n5">Letter of 4 March to the author.</li>
<li id="n6">Okafor, J., &amp; Hale, M. (2021). Seals return. Canal Press. doi:10.1000/seals.7</li></ol></article>`;

/**
 * The cards' rows, each as its lines of words.
 * @param {import('./driver.js').Page} page
 */
function rows(page) {
  return page.inCard((root) =>
    [...root.querySelectorAll(".cited > li")].map((row) =>
      [...row.querySelectorAll(":scope > p")]
        .filter((line) => /** @type {HTMLElement} */ (line).checkVisibility())
        .map((line) => line.textContent),
    ),
  );
}

/**
 * Rests the pointer on an element until a card is open.
 * @param {import('./driver.js').Page} page
 * @param {string} selector
 */
async function restOn(page, selector) {
  await page.press("Escape");
  await untilClosed(page);
  const { x, y } = await page.run((wanted) => {
    const element = document.querySelector(wanted);
    element?.scrollIntoView({ block: "center", behavior: "instant" });
    const range = new Range();
    range.selectNodeContents(/** @type {Element} */ (element));
    const { left, top, width, height } = range.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  }, selector);
  await page.point(5, 5);
  await page.point(x, y);
  return untilCard(page);
}

/**
 * Rests the pointer on a figure until its card is open.
 * @param {import('./driver.js').Page} page
 * @param {string} figure as the page writes it
 */
async function figureCard(page, figure) {
  await page.press("Escape");
  await untilClosed(page);
  const { x, y } = await page.run((wanted) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const node = /** @type {Text} */ (walker.currentNode);
      const at = node.data.indexOf(wanted);
      if (at < 0) continue;
      node.parentElement?.scrollIntoView({ block: "center", behavior: "instant" });
      const range = new Range();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      const box = range.getBoundingClientRect();
      return { x: box.left + 8, y: box.top + box.height / 2 };
    }
    throw new Error("no such figure");
  }, figure);
  await page.point(5, 5);
  await page.point(x, y);
  return untilCard(page, figure);
}

/** The addresses that the card links. @param {import('./driver.js').Page} page */
function links(page) {
  return page.inCard((root) =>
    [...root.querySelectorAll("a")].map((anchor) =>
      anchor.href.replace(/^http:\/\/localhost:\d+/, ""),
    ),
  );
}

/** @param {import('./bench.js').Bench} bench @param {string} [head] */
async function opened(bench, head = "") {
  bench.give("/cited", head + CITED);
  const page = await bench.open("/cited");
  await untilPainted(page);
  return page;
}

/** @type {Record<string, (bench: import('./bench.js').Bench) => Promise<void>>} */
export const cases = {
  "on the mark: the work, its fields, the entry as it is written, and no word of support": async (
    bench,
  ) => {
    const page = await opened(bench);
    await restOn(page, "#m4 a");
    await until("the entry to be read", async () => (await rows(page))[0]?.length > 2);
    const [lines, ...more] = await rows(page);
    assert.equal(more.length, 0);
    assert.equal(lines[0], "[4] Traffic 2022");
    assert.equal(lines[1], `Port Office · 2023 · p. 8 · ${await bench.words("cited_document")}`);
    assert.match(lines[2], new RegExp(`^localhost:\\d+ — ${await bench.words("link_site")}`));
    const written = 'Port Office (3 May 2023). "Traffic 2022". p. 8.';
    assert.equal(lines[3], `${await bench.words("cited_written")} ${written}`);
    const card = await untilCard(page);
    assert.ok(card.text.startsWith(await bench.words("cited_title", "Traffic 2022")), card.text);
    assert.doesNotMatch(card.text, /support|prove|confirm/i);
  },

  "an attribution in the claim keeps its source; what is cited stands below": async (bench) => {
    const page = await opened(bench);
    const card = await hoverCard(page, "We counted every boat");
    assert.match(card.text, /^Ada Brandt\n/);
    assert.ok(!card.text.includes(await bench.words("link_none")), card.text);
    const [[mark, written]] = await rows(page);
    assert.equal(mark.trim(), "[5]");
    assert.match(written, /Letter of 4 March to the author\.$/);
  },

  "words that are passed on without a source: what is cited stands in its place": async (bench) => {
    const shown =
      'Additionally, shade has been shown to produce calmer harbours and cleaner water.<sup><a href="#n6">[6]</a></sup>';
    const page = await opened(bench, `${AROUND}<p>${shown}</p>`);
    const card = await hoverCard(page, "to produce calmer harbours");
    const work = await bench.words("cited_title", "Seals return");
    await until("the entry to be read", async () => (await untilCard(page)).text.startsWith(work));
    for (const key of ["source_none", "kind_none", "kind_vague"]) {
      assert.ok(!card.text.includes(await bench.words(key)), card.text);
    }
    assert.equal((await rows(page)).length, 1);
  },

  "marks side by side: a row each, the one pointed at first; each opens by itself": async (
    bench,
  ) => {
    const page = await opened(bench);
    await restOn(page, "#m7 a");
    await until("the entries to be read", async () =>
      (await rows(page)).every((lines) => lines.length > 2),
    );
    const all = await rows(page);
    assert.deepEqual(
      all.map(([first]) => first),
      ["[6] Seals return", "[4] Traffic 2022"],
    );
    assert.deepEqual(await links(page), [
      "https://doi.org/10.1000/seals.7#:~:text=8%20percent&text=8%25",
      "/2022#:~:text=8%20percent&text=8%25",
    ]);
  },

  "to the note, and back": async (bench) => {
    const page = await opened(bench);
    await restOn(page, "#m4 a");
    const inView = (/** @type {string} */ id) =>
      page.run((wanted) => {
        const { top, bottom } = /** @type {Element} */ (
          document.getElementById(wanted)
        ).getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight;
      }, id);
    assert.equal(await inView("n4"), false);
    await pressInCard(page, await bench.words("cited_go"));
    await until("the note in view", () => inView("n4"));
    await pressInCard(page, await bench.words("cited_back"));
    await until("the words in view", () => inView("m4"));
    await untilCard(page);
  },

  "a figure that is cited: reached by pointer, no line of its own, never “no source”": async (
    bench,
  ) => {
    const page = await opened(bench);
    assert.equal(
      await page.run(() => [...CSS.highlights.keys()].includes("whence-unsourced")),
      false,
    );
    const card = await figureCard(page, "9 percent");
    for (const key of ["figure_no_source", "source_none", "kind_none"]) {
      assert.ok(!card.text.includes(await bench.words(key)), card.text);
    }
    assert.ok(card.text.includes(await bench.words("cited_kind")), card.text);
  },

  "linked words that are the claim: its link opens at them, after the address's own place": async (
    bench,
  ) => {
    const page = await opened(bench);
    await restOn(page, 'a[href="/fares#table-4"]');
    const card = await untilCard(page);
    assert.ok(card.text.includes(await bench.words("cited_linked_words")), card.text);
    assert.deepEqual(await links(page), ["/fares#table-4:~:text=12%20percent&text=12%25"]);
    const [target, rel] = await page.inCard((root) => {
      const anchor = root.querySelector("a");
      return [anchor?.target, anchor?.rel];
    });
    assert.deepEqual([target, rel], ["_blank", "noopener noreferrer"]);
    assert.ok(!bench.server.requests.includes("/fares"), "nothing is asked before the press");
  },

  "opened at the words, or at the address's own place where these are not there": async (bench) => {
    const tall = '<div style="height: 3000px"></div>';
    for (const [words, there] of [
      ["Fares rose by 12% again.", true],
      ["Nothing of it.", false],
    ]) {
      bench.give(
        "/fares",
        `<p>Top</p>${tall}<p id="table-4">Table 4</p>${tall}<p id="words">${words}</p>${tall}`,
      );
      const page = await opened(bench);
      await restOn(page, 'a[href="/fares#table-4"]');
      const box = await page.inCard((root) => {
        const { left, top, width, height } = /** @type {Element} */ (
          root.querySelector("a")
        ).getBoundingClientRect();
        return { x: left + width / 2, y: top + height / 2 };
      });
      await page.click(box.x, box.y);
      const scrolled = await until("the page to open at its place", async () => {
        const [, place] = await bench.browser.inside(async () => {
          const [tab] = await chrome.tabs.query({ url: "http://localhost/fares*" });
          if (tab?.status !== "complete" || !tab.id) return [false, 0];
          const [{ result }] = await chrome.scripting.executeScript({
            target: { tabId: tab.id },
            func: () => scrollY,
          });
          return [true, Number(result)];
        });
        return place > 100 ? place : null;
      });
      // Two tall boxes above the words, one above the place.
      assert.equal(scrolled > 4_000, there, `${scrolled} for ${words}`);
      await bench.browser.inside(async () => {
        const tabs = await chrome.tabs.query({ url: "http://localhost/fares*" });
        await chrome.tabs.remove(tabs.flatMap(({ id }) => id ?? []));
      });
      await page.close();
    }
  },

  "“citation needed”: the page's own words, as its wish": async (bench) => {
    const page = await opened(bench);
    const card = await restOn(page, "#needed a");
    assert.ok(card.text.includes(await bench.words("cited_needed", "citation needed")), card.text);
  },

  "what the text does not tell apart has no title of one; a remark of the author, and a chip":
    async (bench) => {
      const page = await opened(
        bench,
        `<article>${AROUND}<p>Some 40 seals stay (Okafor &amp; Hale, 2021).</p>
      <p>Some 300 boats lie there.<sup id="m8"><a href="#n8">[8]</a></sup></p>
      <p>Fares rose by 14 percent <span class="c"><a class="citation" id="chip"
      href="https://herald.example/fares?utm_source=a">Herald +1</a></span>.</p>${AROUND}
      <h2>References</h2><ul>
      <li>Okafor, J., &amp; Hale, M. (2021a). Streets and rents. Canal Press.</li>
      <li>Okafor, J., &amp; Hale, M. (2021b). Rents again. Canal Press.</li></ul>
      <h2>Notes</h2><ol start="8"><li id="n8">A rough guess of mine.</li></ol></article>`,
      );
      const first = (/** @type {{text: string}} */ { text }) => text.split("\n")[0];
      const both = await figureCard(page, "40 seals");
      assert.equal(first(both), await bench.words("cited_title", "Okafor & Hale 2021"));
      assert.ok(both.text.includes(await bench.words("cited_one_of")), both.text);
      await restOn(page, "#m8 a");
      const remark = await bench.words("cited_remark");
      await until("the entry to be read", async () => (await rows(page))[0]?.includes(remark));
      assert.deepEqual(await links(page), []);
      const chip = await figureCard(page, "14 percent");
      assert.equal(first(chip), await bench.words("cited_title", "Herald"));
      assert.ok(chip.text.includes(await bench.words("cited_more", "1")), chip.text);
      const named = "&text=14%25";
      assert.ok((await links(page))[0].endsWith(`?utm_source=a#:~:text=14%20percent${named}`));
      const needed = await restOn(page, "#needed a");
      assert.ok(!needed.text.includes(await bench.words("cited_kind")), needed.text);
    },

  "another link of the sentence is worded as what it is": async (bench) => {
    const page = await opened(bench);
    const card = await hoverCard(page, "the wall would hold");
    assert.ok(!card.text.includes(await bench.words("link_none")), card.text);
    assert.ok(card.text.includes(await bench.words("link_none_statement")), card.text);
    assert.ok(card.text.includes(await bench.words("link_role_sentence")), card.text);
    assert.deepEqual(await links(page), ["/flood"]);
  },

  "a page that is linked for the source and cited for the words stands on the card once": async (
    bench,
  ) => {
    const linked = '<a href="https://stats.example.gov/plan#top">would rise by 4 percent</a>';
    const page = await opened(bench, `${AROUND}<p>The mayor said that rents ${linked} in May.</p>`);
    await hoverCard(page, "would rise by 4 percent");
    assert.deepEqual(await links(page), [
      "https://stats.example.gov/plan#top:~:text=4%20percent&text=4%25",
    ]);
    assert.deepEqual(await rows(page), []);
  },

  "no card on a mark where the page shows its own": async (bench) => {
    for (const [name, body] of [
      ["wiki", `<meta name="generator" content="MediaWiki 1.46">${CITED}`],
      ["tool", CITED.replaceAll("<sup", '<sup data-bs-toggle="tooltip"')],
    ]) {
      bench.give(`/own-${name}`, body);
      const page = await bench.open(`/own-${name}`);
      await untilPainted(page);
      await assert.rejects(restOn(page, "#m4 a"), /waited/);
      // Its figure has one.
      await hoverCard(page, "We counted every boat");
      assert.equal((await rows(page)).length, 1);
    }
  },

  "the popup lists what is cited with its claims, and exports it for reference managers": async (
    bench,
  ) => {
    const page = await opened(bench);
    const popup = await bench.openPopup("/cited");
    const heading = await bench.words("list_works");
    const names = await until("the works", () =>
      popup.run((wanted) => {
        const section = [...document.querySelectorAll("#list section")].find(
          (one) => one.querySelector("h2")?.textContent === wanted,
        );
        const list = section && [...section.querySelectorAll("summary .name")];
        return list && list.map((name) => name.textContent);
      }, heading),
    );
    assert.equal(names.length, 4, names.join());
    assert.match(String(names[0]), /^Port Office/);
    for (const [form, wanted] of /** @type {const} */ ([
      ["csl", /"title": "Traffic 2022"[^]*"DOI": "10.1000\/seals.7"/],
      ["bibtex", /@misc\{\w*2023,[^]*title = \{\{Traffic 2022\}\}/],
    ])) {
      await popup.run((value) => {
        const choice = /** @type {HTMLSelectElement} */ (document.getElementById("form"));
        choice.value = value;
      }, form);
      await bench.press(popup, "#export-save");
      const [{ name, text }] = await bench.browser.saved();
      assert.match(name, form === "csl" ? /\.json$/ : /\.bib$/);
      assert.match(text, wanted);
    }
    await popup.close();
    await page.close();
  },
};
