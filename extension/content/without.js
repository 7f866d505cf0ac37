/**
 * A page's findings without the kinds of hint that the reader has hidden. Pure.
 *
 * @typedef {import('../core/whence.js').ScanReply} ScanReply
 * @typedef {import('../shared/who.js').Attribution} Attribution
 */

import { UNSOURCED } from "../shared/hidden.js";
import { sayerOf } from "../shared/who.js";

/**
 * The kind of a claim's hint.
 * @param {import('../shared/who.js').Blocks} blocks
 * @param {ScanReply} reply
 * @param {Attribution} claim
 */
export function kindOf(blocks, reply, claim) {
  const { rule, resolutionRule } = claim;
  const told = sayerOf(blocks, reply, claim).known !== null;
  return told ? `${rule}/${resolutionRule}` : rule;
}

/**
 * The findings of a page without those of some kinds. A figure whose claim is hidden says nothing of its
 * source, least of all that it has none.
 * @param {import('../shared/who.js').Blocks} blocks
 * @param {ScanReply} reply
 * @param {ReadonlySet<string>} kinds
 * @returns {ScanReply} the same where nothing is hidden
 */
export function withoutHidden(blocks, reply, kinds) {
  if (kinds.size === 0) return reply;
  const claims = kept(reply.attributions, (claim) => !kinds.has(kindOf(blocks, reply, claim)));
  const flags = kept(reply.flags, ({ kind, attributions, figures }) => {
    if (kind === UNSOURCED && kinds.has(UNSOURCED)) return false;
    // What is said of the page as a whole names none.
    const ofPage = attributions.length + figures.length === 0;
    return ofPage || claims.renumber(attributions).length + figures.length > 0;
  });
  if (claims.count === reply.attributions.length && flags.count === reply.flags.length)
    return reply;
  return {
    ...reply,
    attributions: claims.items.map((claim) => ({ ...claim, flags: flags.renumber(claim.flags) })),
    sources: reply.sources.map((source) => ({
      ...source,
      attributions: claims.renumber(source.attributions),
    })),
    figures: reply.figures.map((figure) => {
      const attribution =
        figure.attribution === null ? null : (claims.renumber([figure.attribution])[0] ?? null);
      const tie = attribution === null ? null : figure.tie;
      return { ...figure, attribution, tie, flags: flags.renumber(figure.flags) };
    }),
    flags: flags.items.map((flag) => ({
      ...flag,
      attributions: claims.renumber(flag.attributions),
    })),
    // What the page cites for the words it cites still.
    citations: reply.citations.map((citation) => ({
      ...citation,
      attributions: claims.renumber(citation.attributions),
    })),
  };
}

/**
 * Items that stay, and the numbers that they have from then on.
 * @template T
 * @param {readonly T[]} items
 * @param {(item: T) => boolean} stays
 */
function kept(items, stays) {
  /** @type {T[]} */
  const those = [];
  const places = items.map((item) => (stays(item) ? those.push(item) - 1 : -1));
  return {
    items: those,
    count: those.length,
    renumber: (/** @type {readonly number[]} */ numbers) =>
      numbers.flatMap((number) => (places[number] >= 0 ? [places[number]] : [])),
  };
}
