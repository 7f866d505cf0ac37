/**
 * What the reader's list shows of a scanned page: sources by number of claims, figures without a
 * source, flags. Plain and complete in itself, so that it can cross to the popup and be exported.
 * Pure.
 *
 * @typedef {import('../core/whence.js').ScanReply} ScanReply
 * @typedef {'dormant' | 'waiting' | 'reading' | 'read' | 'unread' | 'empty' | 'hidden' | 'silent' |
 *   'fault'} State
 *   dormant: not asked to read this page; waiting: until the page is seen; unread: not a language
 *   Whence reads; empty: no text to read; hidden: the reader hid the hints until the next load;
 *   silent: the background has not answered for a while.
 * @typedef {{time: string, author: string | null}} Entry as the page writes them
 * @typedef {object} ClaimView
 * @property {number} attribution its index in the reply
 * @property {string} words the claim, in one line
 * @property {string} source the source's name, or the words the page gives
 * @property {boolean} probably whether the name may be another's
 * @property {string | null} role
 * @property {string} kind
 * @property {string} quotation
 * @property {string} stance
 * @property {string[]} relay names, nearest first
 * @property {string | null} when
 * @property {string | null} href the link that leads to the source
 * @property {Entry | null} entry of a live blog, or the like, that it stands in
 * @property {string[]} flags kinds
 * @property {number} place where on the page, 0 to 1
 * @property {string} exact the first piece of the claim, as it stands on the page
 * @property {string} before a little of what stands before it
 * @property {string} after a little of what stands after it
 * @typedef {object} SourceView
 * @property {string} name
 * @property {boolean} named whether that is a name, not the page's words for somebody it does not tell of
 * @property {string | null} role
 * @property {string} kind
 * @property {number[]} claims indexes into `claims`
 * @typedef {object} FigureView
 * @property {number} figure its index in the reply
 * @property {string} words
 * @property {boolean} unsourced whether the page gives no source for it
 * @property {number} place
 * @typedef {object} PageView
 * @property {State} state
 * @property {string | null} fault a name of `ReplyFault`, with state "fault"
 * @property {import('./bounds.js').Cut[]} cut what of the page was left out in part
 * @property {string | null} language what the page declares
 * @property {string} url
 * @property {string} title
 * @property {string | null} published
 * @property {ClaimView[]} claims
 * @property {SourceView[]} sources
 * @property {FigureView[]} figures
 * @property {{kind: string, count: number}[]} flags
 * @property {import('./works.js').WorkView[]} works what the page cites
 * @property {{claims: number, here: boolean}} hidden how many claims are not shown because the reader hides
 *   their kind, and whether some kind is hidden on this page alone
 */

import { join, sayerOf } from "./who.js";
import { leadsToSource, tidy } from "./wording.js";
import { worksOf } from "./works.js";

/** How much of what stands around a claim is given, UTF-16 code units, for finding it again. */
const AROUND = 32;

/**
 * @param {{text: string, links: {href: string, start: number, end: number}[]}[]} blocks as scanned
 * @param {ScanReply} reply
 * @param {readonly {text: string, href: string}[]} [entries] the page's notes and references
 * @param {(block: number) => Entry | null} [entryAt] the entry of a live blog that a block stands in
 * @returns {Pick<PageView, 'claims' | 'sources' | 'figures' | 'flags' | 'works'>}
 */
export function viewOf(blocks, reply, entries = [], entryAt = () => null) {
  /** @type {number[]} where each block begins in the text read */
  const starts = [];
  let length = 0;
  for (const block of blocks) {
    starts.push(length);
    length += block.text.length + 1;
  }
  const slice = (/** @type {{block: number, start: number, end: number}} */ span) =>
    blocks[span.block].text.slice(span.start, span.end);
  const place = (/** @type {import('../core/whence.js').PageSpan | undefined} */ span) =>
    span === undefined || length === 0 ? 0 : (starts[span.block] + span.start) / length;

  const sayers = reply.attributions.map((claim) => sayerOf(blocks, reply, claim));
  const claims = reply.attributions.map((claim, attribution) => {
    const { name, role, kind, probably } = sayers[attribution];
    const first = claim.content[0] ?? claim.cue[0];
    return {
      attribution,
      words: join(blocks, claim.content, " "),
      source: name,
      probably,
      role,
      kind,
      quotation: claim.quotation,
      stance: claim.stance,
      relay: claim.relay.map((hop) => hop.name),
      when: claim.when === null ? null : tidy(slice(claim.when)),
      href:
        claim.link === null || !leadsToSource(claim.link)
          ? null
          : blocks[claim.link.block].links[claim.link.index].href,
      entry: entryAt(first.block),
      flags: claim.flags.map((flag) => reply.flags[flag].kind),
      place: place(first),
      ...surroundings(blocks, first),
    };
  });
  return {
    claims,
    sources: sourcesOf(sayers),
    figures: reply.figures.map((figure, index) => ({
      figure: index,
      words: tidy(
        (figure.boundEvidence && figure.boundEvidence.end <= figure.span.start
          ? `${slice(figure.boundEvidence)} `
          : "") + slice(figure.span),
      ),
      unsourced: figure.flags.some((flag) => reply.flags[flag].kind === "unsourced-figure"),
      place: place(figure.span),
    })),
    flags: countFlags(reply),
    works: worksOf(blocks, reply, entries, (span) => ({
      place: place(span),
      ...surroundings(blocks, span),
    })),
  };
}

/**
 * @param {{text: string}[]} blocks
 * @param {import('../core/whence.js').PageSpan | undefined} span
 */
function surroundings(blocks, span) {
  if (span === undefined) return { exact: "", before: "", after: "" };
  const { text } = blocks[span.block];
  return {
    exact: text.slice(span.start, span.end),
    before: text.slice(Math.max(0, span.start - AROUND), span.start),
    after: text.slice(span.end, span.end + AROUND),
  };
}

/**
 * Sources by number of claims, most first: one source, one entry. Claims whose source has no name of its own
 * stand together by the words the page gives.
 * @param {import('./who.js').Sayer[]} sayers by claim
 * @returns {SourceView[]}
 */
function sourcesOf(sayers) {
  /** @type {Map<string, SourceView>} */
  const views = new Map();
  for (const [index, { key, name, named, role, kind }] of sayers.entries()) {
    const view = views.get(key) ?? { name, named, role, kind, claims: [] };
    view.claims.push(index);
    views.set(key, view);
  }
  return [...views.values()].sort((a, b) => b.claims.length - a.claims.length);
}

/** @param {ScanReply} reply */
function countFlags(reply) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const { kind } of reply.flags) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => ({ kind, count })).sort((a, b) => b.count - a.count);
}
