/** The live preview of what is underlined and how: sample sentences painted as a page's words are. */

import { words } from "../shared/browser.js";
import { nameOf } from "../shared/look.js";
import { byId, make } from "../shared/page.js";

/** @typedef {import('../shared/look.js').Paint} Paint */

/**
 * What the sample says, a message each, with the source's words in [brackets] and the claim's or figure's
 * in {braces}; how either is painted, and whether it deserves a look.
 * @type {{key: string, source: Paint, claim: Paint, notable: boolean}[]}
 */
const SAMPLE = [
  { key: "sample_named", source: "claim", claim: "claim", notable: false },
  { key: "sample_anonymous", source: "anonymous", claim: "anonymous", notable: true },
  { key: "sample_figure", source: "claim", claim: "figure", notable: false },
  { key: "sample_unsourced", source: "claim", claim: "unsourced", notable: true },
];

/** @param {Pick<import('../shared/settings.js').Settings, 'marks' | 'look'>} settings */
export function showPreview({ marks, look }) {
  CSS.highlights.clear();
  /** @type {[Text, Paint][]} */
  const painted = [];
  const lines = SAMPLE.map(({ key, source, claim, notable }) => {
    const paragraph = make("p");
    // Each piece with the mark that opens it, if any.
    for (const [, mark, piece] of words(key).matchAll(/([[{]?)([^[\]{}]+)[\]}]?/g)) {
      const text = document.createTextNode(piece);
      paragraph.append(text);
      const isClaim = mark === "{" && (marks === "claims" || claim === "unsourced");
      const isSource = mark === "[" && marks !== "claims" && (marks === "sources" || notable);
      if (isClaim) painted.push([text, claim]);
      else if (isSource) painted.push([text, source]);
    }
    return paragraph;
  });
  // In the document first: Firefox paints no range that stood outside it.
  byId("preview").replaceChildren(...lines);
  /** @type {Map<string, Highlight>} */
  const highlights = new Map();
  for (const [text, paint] of painted) {
    const range = document.createRange();
    range.selectNodeContents(text);
    const name = nameOf(paint, look);
    if (!highlights.has(name)) highlights.set(name, new Highlight());
    highlights.get(name)?.add(range);
  }
  for (const [name, highlight] of highlights) CSS.highlights.set(name, highlight);
}
