/** Reads the page at hand, a slice of a task at a time, into what the engine is asked. */

import { articleBlocks } from "./article.js";
import { BlockReader } from "./blocks.js";
import { readNotes } from "./notes.js";
import { breathe, inSlices, SLICE } from "./pace.js";
import { page } from "./plain.js";

/**
 * @typedef {import('./blocks.js').ReadBlock} ReadBlock
 * @typedef {import('../core/whence.js').ScanRequest} ScanRequest
 * @typedef {import('./note_entries.js').Entry} Entry
 * @typedef {{blocks: ReadBlock[], entries: Entry[], shadows: ShadowRoot[], folded: Set<Element>,
 *   concealed: Set<Element>}} ReadPage
 */

/**
 * @param {Element} [root]
 * @returns {Promise<ReadPage>}
 */
export async function readPage(root = page.body ?? page.documentElement) {
  const notes = await inSlices(readNotes(root));
  const reader = new BlockReader(root, notes);
  for (;;) {
    const until = performance.now() + SLICE;
    if (reader.read(() => performance.now() < until)) break;
    await breathe();
  }
  const { shadows, folded, concealed } = reader;
  const blocks = await inSlices(articleBlocks(reader.blocks));
  return { blocks, entries: notes.entries, shadows, folded, concealed };
}

/**
 * What the engine is asked about these blocks: plain values only.
 * @param {readonly ReadBlock[]} blocks
 * @param {readonly Entry[]} entries the page's notes and references
 * @param {ScanRequest['options']} options
 * @param {Element} [root] what was read of the page
 * @returns {ScanRequest}
 */
export function requestOf(blocks, entries, options, root) {
  return {
    blocks: blocks.map(({ text, kind, links, marks }) => ({
      text,
      kind,
      links: links.map(({ start, end, href }) => ({ start, end, href })),
      marks: marks.map(({ start, end, kind: of, words, reference, link }) => ({
        start,
        end,
        kind: of,
        words,
        reference,
        link,
      })),
    })),
    references: entries.map(({ label, text, href }) => ({ label, text, href })),
    page: { url: location.href, title: page.title, language: declaredLanguage(root) },
    options,
  };
}

/**
 * The language the page says it is written in, a BCP 47 tag.
 * @param {Element} [root] what is read of it
 */
export function declaredLanguage(root = page.documentElement) {
  const tag =
    root.getAttribute("lang") ||
    page.documentElement.getAttribute("lang") ||
    page.documentElement.getAttribute("xml:lang") ||
    page.querySelector('meta[http-equiv="content-language" i]')?.getAttribute("content");
  return tag?.trim().split(",")[0] || null;
}

/** The day the page says it was published, as written there (ISO date), for a citation. */
export function publishedDay() {
  const time =
    page
      .querySelector('meta[property="article:published_time"], meta[itemprop="datePublished"]')
      ?.getAttribute("content") ??
    page
      .querySelector("time[datetime][itemprop='datePublished'], article time[datetime]")
      ?.getAttribute("datetime");
  return /^\d{4}-\d\d-\d\d/.exec(time ?? "")?.[0] ?? null;
}
