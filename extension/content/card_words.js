/**
 * What a card says of a finding: plain words in order, no elements. `card.js` shows it.
 *
 * @typedef {import('./reading.js').Reading} Reading
 * @typedef {import('./reading.js').Finding} Finding
 * @typedef {{words: string, source: string, finding: Finding}} OtherFigure what the page gives elsewhere
 *   for the same thing
 * @typedef {{href: string, host: string, kind: string | null}} Lead where a link leads; the kind is known
 *   of the address that was read alone
 * @typedef {object} CardWords
 * @property {string} label the dialog's name: names the claim
 * @property {string} announcement one sentence for screen readers
 * @property {string} title who says so
 * @property {string | null} role
 * @property {string} kind of the source
 * @property {string[]} facts how it is said, when
 * @property {string[]} hops from this page to the origin; empty when first-hand
 * @property {{words: string, look: () => Lead | null} | null} link where it leads is asked anew each time
 * @property {string | null} noLink said where the page has no link to the source
 * @property {{words: string, quantity: string | null, unit: string | null, source: string} | null}
 *   figure
 * @property {{kind: string, words: string, others: OtherFigure[]}[]} flags
 * @property {{label: string, words: string}[]} evidence
 * @property {string | null} rule
 * @property {{place: number, of: number, next: number} | null} others the
 *   next claim of this source, and its place among them
 * @property {{attribution: number | null, figure: number | null}} finding
 */

import { words } from "../shared/browser.js";
import {
  flagWords,
  kindWords,
  linkWords,
  quantityWords,
  sayingWords,
  shorten,
  tidy,
} from "../shared/wording.js";
import { leadOf } from "./link.js";

/** A dialog's name is read aloud whole; UTF-16 code units. */
const LABEL = 90;

/**
 * @param {Reading} reading
 * @param {Finding} finding
 * @param {{step: {place: number, of: number} | null}} at
 * @returns {CardWords}
 */
export function cardWords(reading, finding, at) {
  const { reply } = reading;
  const claim = finding.attribution === null ? null : reply.attributions[finding.attribution];
  const figure = finding.figure === null ? null : reply.figures[finding.figure];
  const join = (/** @type {import('./reading.js').PageSpan[]} */ spans) =>
    tidy(spans.map((span) => slice(reading, span)).join(" … "));
  const said = claim ? join(claim.content) : figure ? join([figure.span]) : "";
  const who = sourceOf(reading, claim);
  const flags = [...new Set([...(claim?.flags ?? []), ...(figure?.flags ?? [])])];
  const title = who?.name ?? words("source_none");
  const when = claim ? claim.when : figure?.when;
  return {
    label: words("card_label", shorten(said, LABEL)),
    announcement: at.step
      ? words("announce_step", at.step.place, at.step.of, shorten(said, LABEL), title)
      : words("announce_card", shorten(said, LABEL), title),
    title,
    role: who?.role ?? null,
    kind: claim ? kindWords(claim.kind) : words("kind_none"),
    facts: [...(claim ? sayingWords(claim) : []), ...(when ? [tidy(slice(reading, when))] : [])],
    hops:
      claim && claim.relay.length > 0
        ? [words("hop_this_page"), ...claim.relay.map((hop) => hop.name)]
        : [],
    ...linkOf(reading, claim),
    figure: figure && figureOf(reading, figure, title),
    flags: remarks(reading, flags, finding),
    evidence: evidenceOf(reading, claim, figure, flags),
    rule: claim?.rule ?? figure?.tie ?? null,
    others: othersOf(reading, finding),
    finding,
  };
}

/**
 * @param {Pick<Reading, 'blocks' | 'reply'>} reading
 * @param {import('./reading.js').PageSpan} span
 */
function slice(reading, span) {
  return reading.blocks[span.block].text.slice(span.start, span.end);
}

/**
 * Who says so: the resolved source, or the page's own words for it.
 * @param {Pick<Reading, 'blocks' | 'reply'>} reading
 * @param {import('../shared/wording.js').Attribution | null} claim
 * @returns {{name: string, role: string | null} | null}
 */
function sourceOf(reading, claim) {
  if (claim === null) return null;
  if (claim.resolved !== null) return reading.reply.sources[claim.resolved];
  const name = tidy(claim.source.map((span) => slice(reading, span)).join(" … "));
  return name === "" ? null : { name: words("source_as_written", name), role: null };
}

/**
 * @param {Reading} reading
 * @param {import('../shared/wording.js').Attribution | null} claim
 */
function linkOf(reading, claim) {
  if (claim === null) return { link: null, noLink: null };
  if (claim.link === null) return { link: null, noLink: words("link_none") };
  const block = reading.blocks[claim.link.block];
  const link = block.links[claim.link.index];
  const kind = linkWords(claim.link.kind);
  const look = () => {
    const lead = leadOf(link);
    return lead && { ...lead, kind: lead.href === link.href ? kind : null };
  };
  if (look() === null) return { link: null, noLink: words("link_none") };
  const said = shorten(tidy(block.text.slice(link.start, link.end)), 80);
  return { link: { words: said, look }, noLink: null };
}

/**
 * @param {Reading} reading
 * @param {import('../shared/wording.js').Figure} figure
 * @param {string} source
 */
function figureOf(reading, figure, source) {
  return {
    words: withBound(reading, figure),
    quantity: quantityWords(figure),
    unit: figure.unit,
    source:
      figure.attribution === null ? words("figure_no_source") : words("figure_source", source),
  };
}

/**
 * Remarks in words, each once. Where the page gives several values for the same thing, each remark of
 * the engine names two of them; the card has one remark with all the others.
 * @param {Reading} reading
 * @param {number[]} flags
 * @param {Finding} finding
 */
function remarks(reading, flags, finding) {
  const { reply } = reading;
  /** @type {Map<string, CardWords['flags'][number]>} */
  const made = new Map();
  for (const index of flags) {
    const flag = reply.flags[index];
    const text = flagWords(flag);
    if (made.has(text)) continue;
    const others =
      flag.kind === "disagreeing-figures" ? differing(reading, flag.figures, finding) : [];
    made.set(text, { kind: flag.kind, words: text, others });
  }
  return [...made.values()];
}

/**
 * The figures that differ from the one at hand, in the order of the page.
 * @param {Reading} reading
 * @param {number[]} pair two figures that differ
 * @param {Finding} finding
 * @returns {OtherFigure[]}
 */
function differing({ reply, blocks }, pair, finding) {
  // Every value is compared with the first, so all pairs of the same thing share one figure.
  const all = new Set(pair);
  for (const { kind, figures } of reply.flags) {
    if (kind === "disagreeing-figures" && figures.some((figure) => pair.includes(figure))) {
      for (const figure of figures) all.add(figure);
    }
  }
  const isAtHand = (/** @type {number} */ index) =>
    finding.figure !== null
      ? index === finding.figure
      : reply.figures[index].attribution === finding.attribution;
  return [...all]
    .sort((a, b) => a - b)
    .filter((index) => !isAtHand(index))
    .map((index) => {
      const { attribution } = reply.figures[index];
      const claim = attribution === null ? null : reply.attributions[attribution];
      return {
        words: withBound({ reply, blocks }, reply.figures[index]),
        source: sourceOf({ reply, blocks }, claim)?.name ?? words("source_none"),
        finding: { attribution, figure: index },
      };
    });
}

/**
 * A figure as the page has it, with a bound that stands before it.
 * @param {Pick<Reading, 'blocks' | 'reply'>} reading
 * @param {import('../shared/wording.js').Figure} figure
 */
function withBound(reading, { span, boundEvidence }) {
  const before =
    boundEvidence && boundEvidence.end <= span.start ? slice(reading, boundEvidence) : "";
  return tidy(`${before} ${slice(reading, span)}`);
}

/**
 * The words of the page that show what the card says.
 * @param {Reading} reading
 * @param {import('../shared/wording.js').Attribution | null} claim
 * @param {import('../shared/wording.js').Figure | null} figure
 * @param {number[]} flags
 */
function evidenceOf(reading, claim, figure, flags) {
  /** @type {{label: string, words: string}[]} */
  const evidence = [];
  const add = (
    /** @type {string} */ label,
    /** @type {import('./reading.js').PageSpan[]} */ spans,
  ) => {
    const found = tidy(spans.map((span) => slice(reading, span)).join(" … "));
    const text = found.replace(/(?<![,;:])[,;:]+$/, ""); // from where a run begins alone: linear
    if (text !== "" && !evidence.some((other) => other.words === text)) {
      evidence.push({ label: words(label), words: shorten(text, 160) });
    }
  };
  if (claim !== null) {
    add("evidence_source", claim.source);
    add("evidence_cue", claim.cue);
    add("evidence_kind", claim.kindEvidence);
    for (const hop of claim.relay) add("evidence_relay", [hop.evidence]);
  }
  if (figure?.boundEvidence) add("evidence_bound", [figure.boundEvidence]);
  for (const index of flags) add("evidence_flag", reading.reply.flags[index].evidence);
  return evidence;
}

/**
 * Which claim of the same source comes next (the first after the last), and its place among them.
 * @param {Reading} reading
 * @param {Finding} finding
 */
function othersOf(reading, finding) {
  if (finding.attribution === null) return null;
  const { resolved } = reading.reply.attributions[finding.attribution];
  if (resolved === null) return null;
  const all = reading.reply.sources[resolved].attributions;
  const place = all.indexOf(finding.attribution);
  if (all.length < 2 || place < 0) return null;
  const next = (place + 1) % all.length;
  return { place: next + 1, of: all.length, next: all[next] };
}
