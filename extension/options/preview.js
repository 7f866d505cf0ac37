/** The live preview of a look: sample sentences painted as a page's claims are. */

import { words } from "../shared/browser.js";
import { nameOf } from "../shared/look.js";
import { byId, make } from "../shared/page.js";

/** @typedef {import('../shared/look.js').Paint} Paint */

/** What the sample says: words, and how they are painted. @type {[string, Paint | null][][]} */
const SAMPLE = [
  [
    ["sample_named", "claim"],
    ["sample_named_tail", null],
  ],
  [
    ["sample_anonymous", "anonymous"],
    ["sample_anonymous_tail", null],
  ],
  [
    ["sample_figure_lead", null],
    ["sample_figure", "figure"],
  ],
  [
    ["sample_unsourced_lead", null],
    ["sample_unsourced", "unsourced"],
  ],
];

/** @param {import('../shared/settings.js').Look} look */
export function showPreview(look) {
  CSS.highlights.clear();
  /** @type {[Text, Paint][]} */
  const painted = [];
  const lines = SAMPLE.map((line) => {
    const paragraph = make("p");
    for (const [key, paint] of line) {
      const text = document.createTextNode(`${words(key).trim()} `);
      paragraph.append(text);
      if (paint !== null) painted.push([text, paint]);
    }
    return paragraph;
  });
  // In the document first: Firefox paints no range that stood outside it.
  byId("preview").replaceChildren(...lines);
  for (const [text, paint] of painted) {
    const range = document.createRange();
    range.setStart(text, 0);
    range.setEnd(text, text.data.trimEnd().length);
    CSS.highlights.set(nameOf(paint, look), new Highlight(range));
  }
}
