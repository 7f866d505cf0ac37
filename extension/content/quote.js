/** What the card's buttons put on the clipboard: a citation, or a report of a wrong hint. */

import { api } from "../shared/browser.js";
import { citationLine } from "../shared/citation.js";
import { stanceWords, tidy } from "../shared/wording.js";
import { page } from "./plain.js";
import { publishedDay } from "./read_page.js";

/**
 * @typedef {import('./reading.js').Reading} Reading
 * @typedef {import('./reading.js').Finding} Finding
 */

/**
 * @param {Reading} reading
 * @param {Finding} finding
 * @param {import('./card_words.js').CardWords} card
 */
export function citationOf(reading, finding, card) {
  const claim =
    finding.attribution === null ? null : reading.reply.attributions[finding.attribution];
  const spans =
    claim !== null
      ? claim.content
      : finding.figure !== null
        ? [reading.reply.figures[finding.figure].span]
        : (citedBy(reading, finding)?.claim ?? []);
  const text = spans.map(({ block, start, end }) => reading.blocks[block].text.slice(start, end));
  return citationLine({
    claim: tidy(text.join(" … ")),
    source: card.title,
    role: card.role,
    via: card.hops.map(({ name }) => name).reverse(),
    stance: claim && stanceWords(claim.stance),
    title: tidy(page.title),
    url: location.href,
    published: publishedDay(),
    entry: card.entry,
  });
}

/**
 * The citation whose mark is pointed at.
 * @param {Reading} reading
 * @param {Finding} finding
 */
function citedBy({ reply }, { citation = null }) {
  return citation === null ? null : reply.citations[citation];
}

/**
 * A minimal case of a wrong hint, to be pasted into a report by the reader: the blocks concerned
 * and what was found in them. Nothing is sent anywhere.
 * @param {Reading} reading
 * @param {Finding} finding
 */
export function reportOf(reading, finding) {
  const { reply } = reading;
  const claim = finding.attribution === null ? null : reply.attributions[finding.attribution];
  const figure = finding.figure === null ? null : reply.figures[finding.figure];
  const concerned = new Set(
    [
      ...(claim ? [...claim.source, ...claim.cue, ...claim.content] : []),
      ...(figure ? [figure.span] : []),
      ...(citedBy(reading, finding)?.claim ?? []),
    ].map((span) => span.block),
  );
  const report = {
    whence: api.runtime.getManifest().version,
    blocks: [...concerned]
      .sort((a, b) => a - b)
      .map((index) => ({
        block: index,
        kind: reading.blocks[index].kind,
        text: reading.blocks[index].text,
      })),
    attribution: claim,
    source: claim?.resolved != null ? { ...reply.sources[claim.resolved], mentions: [] } : null,
    figure,
    citation: citedBy(reading, finding),
    flags: [...new Set([...(claim?.flags ?? []), ...(figure?.flags ?? [])])].map(
      (i) => reply.flags[i],
    ),
  };
  return JSON.stringify(report, null, 2);
}
