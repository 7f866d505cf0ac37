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
 * @property {string | null} known how it is known who is meant
 * @property {string | null} second who else may be meant
 * @property {string | null} says a sentence where the source does not just say it: a denial
 * @property {string} kind of the source; empty where there is none
 * @property {string[]} facts how it is said, when, to whom, where
 * @property {{name: string, note: string | null}[]} hops who said it first, then each who passed it on, this
 *   page the last; empty when first-hand
 * @property {import('./card_parts.js').LinkWords | null} link where it leads is asked anew each time
 * @property {string | null} noLink said where the page has no link to the source
 * @property {import('./citation_rows.js').Cited | null} cited what the page cites for it
 * @property {{words: string, quantity: string | null, unit: string | null, source: string} | null}
 *   figure
 * @property {{kind: string, words: string, others: OtherFigure[]}[]} flags
 * @property {{label: string, words: string}[]} evidence
 * @property {string | null} rule in plain words
 * @property {string | null} entry of a live blog: its time and author
 * @property {{kind: string, words: string} | null} like the kind of hint, and how many of it there are
 * @property {{place: number, of: number, next: number} | null} others the
 *   next claim of this source, and its place among them
 * @property {{attribution: number | null, figure: number | null}} finding
 */

import { words } from "../shared/browser.js";
import {
  entryWords,
  flagWords,
  kindWords,
  leadsToSource,
  quantityWords,
  ruleWords,
  sayingWords,
  saysWords,
  shorten,
  stanceWords,
  tidy,
} from "../shared/wording.js";
import { UNSOURCED } from "../shared/hidden.js";
import { calledWords, headingOf, hiddenWords, join, sayerOf } from "../shared/who.js";
import { citedOf, linkTo, soughtOf, withoutLink, withoutTitle } from "./citation_rows.js";
import { entryOf } from "./entry.js";
import { kindOf } from "./without.js";

/** A dialog's name is read aloud whole; UTF-16 code units. */
const LABEL = 90;

/** How long a fact about the saying may be in the page's words, UTF-16 code units. */
const FACT = 80;

/** @typedef {import('../core/whence.js').Attribution} Claim */

/**
 * @param {Reading} reading
 * @param {Finding} finding
 * @param {{step: {place: number, of: number} | null}} at
 * @returns {CardWords}
 */
export function cardWords(reading, finding, at) {
  const { reply, blocks } = reading;
  /** @type {Claim | null} */
  const claim = finding.attribution === null ? null : reply.attributions[finding.attribution];
  const figure = finding.figure === null ? null : reply.figures[finding.figure];
  const cited = citedOf(reading, finding);
  const spans = claim?.content ?? (figure ? [figure.span] : citedSpans(reading, finding));
  const said = join(blocks, spans);
  const who = claim && sayerOf(blocks, reply, claim);
  const nobody = who === null || who.name === "";
  const flags = [...new Set([...(claim?.flags ?? []), ...(figure?.flags ?? [])])];
  const title =
    nobody && cited !== null ? cited.title : titleOf(who, claim ? join(blocks, claim.source) : "");
  const rule = claim?.rule ?? figure?.tie ?? null;
  const { link, noLink } = linkOf(reading, finding, claim, cited);
  return {
    label: words("card_label", shorten(said, LABEL)),
    announcement: at.step
      ? words("announce_step", at.step.place, at.step.of, shorten(said, LABEL), title)
      : words("announce_card", shorten(said, LABEL), title),
    title,
    role: who?.role ?? null,
    known: who?.known ?? null,
    second: who?.second ? words("known_second", who.second) : null,
    // That no source is given stands above.
    kind: nobody ? (cited?.kind ?? "") : kindWords(who.kind),
    ...(claim && who
      ? sayingOf(reading, claim, who)
      : { says: null, facts: figure?.when ? [tidy(slice(reading, figure.when))] : [] }),
    hops: claim ? hopsOf(claim) : [],
    link,
    noLink,
    cited: withoutTitle(link === null ? cited : withoutLink(cited, link), title),
    figure: figure && figureOf(reading, figure, givenBy(reading, claim, who, title), cited),
    flags: remarks(reading, flags, finding),
    evidence: evidenceOf(reading, claim, figure, flags),
    rule: rule === null ? null : ruleWords(rule),
    entry: entryAround(reading, claim?.content[0] ?? figure?.span),
    like: likeOf(reading, claim, figure),
    others: othersOf(reading, finding, who),
    finding,
  };
}

/**
 * Who says so, as a heading.
 * @param {import('../shared/who.js').Sayer | null} who
 * @param {string} said the page's words for the source
 */
function titleOf(who, said) {
  if (who === null || who.name === "") return words("source_none");
  if (!who.named) return words("source_as_written", who.name);
  return who.probably ? words("card_probably", who.name) : headingOf(who, said);
}

/**
 * How a claim is said: whether the source says or denies it, in what words, when, to whom and where.
 * @param {Reading} reading
 * @param {Claim} claim
 * @param {import('../shared/who.js').Sayer} who
 */
function sayingOf(reading, claim, who) {
  const { when, addressee, medium } = claim;
  const to = addressee ? tidy(slice(reading, addressee)) : "";
  const called = calledWords(who, join(reading.blocks, claim.source), reading.reply.language);
  const says = who.probably ? null : saysWords(claim, called, join(reading.blocks, claim.cue));
  const saying = sayingWords(claim).filter(
    (one) => says === null || one !== stanceWords(claim.stance),
  );
  return {
    says,
    facts: [
      ...saying,
      ...(when ? [tidy(slice(reading, when))] : []),
      // Whom it was told and who passed it on is said once, in the chain.
      ...(to && !claim.relay.some(({ name }) => to.includes(name)) ? [words("told_to", to)] : []),
      ...(medium ? [words("medium_in", shorten(tidy(slice(reading, medium)), FACT))] : []),
    ],
  };
}

/**
 * The chain of a claim that was passed on, from who said it first to this page.
 * @param {Claim} claim
 */
function hopsOf({ relay }) {
  if (relay.length === 0) return [];
  /** @type {{name: string, note: string | null}[]} */
  const hops = relay.map(({ name }) => ({ name, note: null })).reverse();
  hops[0].note = words("hop_first");
  return [...hops, { name: words("hop_this_page"), note: null }];
}

/**
 * @param {Pick<Reading, 'blocks' | 'reply'>} reading
 * @param {import('./reading.js').PageSpan} span
 */
function slice(reading, span) {
  return reading.blocks[span.block].text.slice(span.start, span.end);
}

/**
 * The words that a citation covers.
 * @param {Reading} reading
 * @param {Finding} finding
 */
function citedSpans({ reply }, { citation = null }) {
  return citation === null ? [] : reply.citations[citation].claim;
}

/**
 * The link beside a claim, in words by its part: one that leads to the source, one on other words of the
 * sentence, one about the speaker. That there is none to the source is said, unless the page cites a work.
 * @param {Reading} reading
 * @param {Finding} finding
 * @param {import('../shared/wording.js').Attribution | null} claim
 * @param {CardWords['cited']} cited
 * @returns {Pick<CardWords, 'link' | 'noLink'>}
 */
function linkOf(reading, finding, claim, cited) {
  if (claim === null) return { link: null, noLink: null };
  const none = cited === null ? words("link_none") : null;
  if (claim.link === null) return { link: null, noLink: none };
  const { block, index, kind, role } = claim.link;
  const { text, links } = reading.blocks[block];
  const said = shorten(tidy(text.slice(links[index].start, links[index].end)), 80);
  const leads = leadsToSource(claim.link);
  const sought = leads ? soughtOf(reading, finding) : { quotation: null, figures: [] };
  const link = linkTo(links[index], kind, sought, said);
  if (link.look() === null) return { link: null, noLink: none };
  if (leads) return { link, noLink: null };
  // It may be of the source's own site: that there is no link to the source would be untrue.
  const lead = words(`link_role_${role}`);
  return { link: { ...link, lead }, noLink: none && words("link_none_statement") };
}

/**
 * Who gives a figure, in words: a name that may be another's is left to the heading. Null for nobody.
 * @param {Reading} reading
 * @param {Claim | null} claim
 * @param {import('../shared/who.js').Sayer | null} who
 * @param {string} title
 */
function givenBy({ blocks }, claim, who, title) {
  if (claim === null || who === null || who.name === "") return null;
  return who.probably ? words("source_as_written", join(blocks, claim.source)) : title;
}

/**
 * @param {Reading} reading
 * @param {import('../shared/wording.js').Figure} figure
 * @param {string | null} source
 * @param {CardWords['cited']} cited
 */
function figureOf(reading, figure, source, cited) {
  return {
    words: withBound(reading, figure),
    quantity: quantityWords(figure),
    unit: figure.unit,
    source:
      figure.attribution !== null && source !== null
        ? words("figure_source", source)
        : (cited?.kind ?? words("figure_no_source")),
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
        source: titleOf(
          claim && sayerOf(blocks, reply, claim),
          claim ? join(blocks, claim.source) : "",
        ),
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
 * The entry in which words stand, where the page is made of such.
 * @param {Reading} reading
 * @param {import('./reading.js').PageSpan | undefined} span
 */
function entryAround(reading, span) {
  const entry = span && entryOf(reading.blocks[span.block].owner);
  return entry ? entryWords(entry) : null;
}

/**
 * What is hidden with a hint: those of its kind, and how many they are on this page.
 * @param {Reading} reading
 * @param {Claim | null} claim
 * @param {import('../shared/wording.js').Figure | null} figure
 */
function likeOf({ blocks, reply }, claim, figure) {
  if (claim !== null) {
    const kind = kindOf(blocks, reply, claim);
    const same = reply.attributions.filter((other) => kindOf(blocks, reply, other) === kind);
    return { kind, words: words("hide_like_these", hiddenWords(kind), same.length) };
  }
  const all = reply.flags.filter((flag) => flag.kind === UNSOURCED).flatMap((flag) => flag.figures);
  if (figure === null || !all.includes(reply.figures.indexOf(figure))) return null;
  return { kind: UNSOURCED, words: words("hide_like_these", hiddenWords(UNSOURCED), all.length) };
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
    if (claim.confidence === "likely") {
      evidence.push({ label: words("evidence_certainty"), words: words("certainty_likely") });
    }
  }
  if (figure?.boundEvidence) add("evidence_bound", [figure.boundEvidence]);
  for (const index of flags) add("evidence_flag", reading.reply.flags[index].evidence);
  return evidence;
}

/** Whose claims they are, by reply: a long page has thousands. @type {WeakMap<object, string[]>} */
const keys = new WeakMap();

/**
 * The sources of all claims of a page, each by what all its claims have in common.
 * @param {Reading} reading
 */
function keysOf({ reply, blocks }) {
  let all = keys.get(reply);
  if (all === undefined) {
    all = reply.attributions.map((claim) => sayerOf(blocks, reply, claim).key);
    keys.set(reply, all);
  }
  return all;
}

/**
 * Which claim of the same source comes next (the first after the last), and its place among them. None of a
 * source without a name: the same words may be another's.
 * @param {Reading} reading
 * @param {Finding} finding
 * @param {import('../shared/who.js').Sayer | null} who
 */
function othersOf(reading, finding, who) {
  const { attribution } = finding;
  if (attribution === null || !who?.named || who.name === "") return null;
  const all = keysOf(reading).flatMap((key, index) => (key === who.key ? [index] : []));
  const next = (all.indexOf(attribution) + 1) % all.length;
  return all.length < 2 ? null : { place: next + 1, of: all.length, next: all[next] };
}
