/**
 * What one request may hold. The engine serves all tabs, so that no page may take it for long or fill its
 * memory: a text of this length takes it a fifth of a second at most. What is beyond is cut, and the popup
 * says so. Pure.
 *
 * @typedef {import('../core/whence.js').ScanRequest} ScanRequest
 * @typedef {'text' | 'links' | 'title'} Cut what of a page was left out in part; links: or marks, references;
 *   title: that, or the language
 */

export const BOUNDS = {
  /** UTF-16 code units of all blocks; the engine's memory is counted by it. A novel of 200,000 words. */
  text: 1_200_000,
  blocks: 50_000,
  /** Links of all blocks. */
  links: 10_000,
  /** Marks of citations of all blocks. */
  marks: 10_000,
  /** Notes and references. */
  references: 5_000,
  /** UTF-16 code units of the words of a mark, or the label of a reference. */
  mark: 200,
  /** UTF-16 code units of a reference, as far as a scan needs it: its authors and its year. */
  head: 420,
  /** References that are read in one message, and UTF-16 code units of each. */
  entries: 500,
  entry: 4_000,
  /** UTF-16 code units of an address, the page's own included. */
  address: 2_048,
  /** UTF-16 code units. */
  title: 1_000,
  /** UTF-16 code units of a language's tag. */
  language: 100,
};

/**
 * A request within the bounds: of text the first blocks, of links the first. Places in what is kept are
 * those of the whole.
 * @param {ScanRequest} request
 * @returns {{request: ScanRequest, cut: Cut[]}}
 */
export function bounded({ blocks, references, page, options }) {
  /** @type {Set<Cut>} */
  const cut = new Set();
  const mark = (/** @type {string} */ text, /** @type {number} */ most) => {
    if (text.length > most) cut.add("title");
    return text.slice(0, most);
  };
  let text = BOUNDS.text;
  let links = BOUNDS.links;
  let marks = BOUNDS.marks;
  const entries = references.slice(0, BOUNDS.references).map(({ label, text, href }) => ({
    label: label.slice(0, BOUNDS.mark),
    text: text.slice(0, BOUNDS.head),
    href: href.length <= BOUNDS.address ? href : "",
  }));
  if (entries.length < references.length) cut.add("links");
  const kept = [];
  for (const block of blocks) {
    if (text <= 0 || kept.length === BOUNDS.blocks) {
      cut.add("text");
      break;
    }
    const first = beginning(block.text, text);
    if (first.length < block.text.length) cut.add("text");
    const some = block.links.slice(0, links).map((link) => {
      if (link.href !== "" && link.href.length <= BOUNDS.address) return link;
      cut.add("links");
      return { ...link, href: "" };
    });
    if (some.length < block.links.length) cut.add("links");
    const few = block.marks.slice(0, marks).map((mark) => ({
      ...mark,
      words: mark.words.slice(0, BOUNDS.mark),
      reference: within(mark.reference, entries.length),
      link: within(mark.link, some.length),
    }));
    if (few.length < block.marks.length) cut.add("links");
    marks -= few.length;
    kept.push({ ...block, text: first, links: some, marks: few });
    text -= block.text.length;
    links -= some.length;
  }
  const language = page.language === null ? null : mark(page.language, BOUNDS.language);
  return {
    request: {
      blocks: kept,
      references: entries,
      page: {
        url: page.url.slice(0, BOUNDS.address),
        title: mark(page.title, BOUNDS.title),
        language,
      },
      options,
    },
    cut: [...cut],
  };
}

/**
 * An index, where what it leads to was kept.
 * @param {number | null} index
 * @param {number} length
 */
function within(index, length) {
  return index !== null && index < length ? index : null;
}

/**
 * The beginning of a text, up to the end of a word where there is one near.
 * @param {string} text
 * @param {number} most UTF-16 code units
 */
function beginning(text, most) {
  if (text.length <= most) return text;
  const space = text.lastIndexOf(" ", most);
  return text.slice(0, space > most - 1_000 ? space : most);
}
