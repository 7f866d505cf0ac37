/**
 * Who a claim is from, as the card, the list and the exports call them, and how that is known. It says no
 * more than the core knows: a name that may be another's is called probable, and who else it may be is told.
 * Pure but for words.
 *
 * @typedef {import('../core/whence.js').PageSpan} PageSpan
 * @typedef {import('../core/whence.js').ScanReply} ScanReply
 * @typedef {import('../core/whence.js').Attribution} Attribution
 * @typedef {readonly {text: string}[]} Blocks as scanned
 *
 * @typedef {object} Sayer
 * @property {string} key the same for all claims of one source
 * @property {string} name a name, or the words the page gives; empty where it gives none
 * @property {boolean} named whether that is a name, not the page's words for somebody it does not tell of
 * @property {string | null} role
 * @property {string} kind
 * @property {boolean} probably whether the name may be another's
 * @property {string | null} second who else may be meant, where that is so
 * @property {string | null} known how it is known who is meant; null where the page names them right there
 */

import { interfaceLanguage, words } from "./browser.js";
import { UNSOURCED } from "./hidden.js";
import { flagName, ruleWords, shorten, tidy } from "./wording.js";

/**
 * Who said it first: where the source passes on what another has said, that other.
 * @param {Blocks} blocks
 * @param {Pick<ScanReply, 'sources'>} reply
 * @param {Attribution} claim
 * @returns {Sayer}
 */
export function sayerOf(blocks, { sources }, claim) {
  const origin = originOf(claim);
  if (origin !== null) {
    const at = sources.findIndex(({ name }) => name === origin.name);
    const { name, kind } = origin;
    const role = sources[at]?.role ?? null;
    const key = at < 0 ? keyOf(kind, name) : `source ${at}`;
    return { key, name, named: true, role, kind, probably: false, second: null, known: null };
  }
  const said = join(blocks, claim.source);
  const { kind } = claim;
  if (claim.resolved === null) {
    const key = keyOf(kind, said);
    const named = said === "";
    return { key, name: said, named, role: null, kind, probably: false, second: null, known: null };
  }
  const { name, role } = sources[claim.resolved];
  const told = holdsName(said, name);
  const inDoubt = !told && !NAMING.has(claim.resolutionRule);
  const probably = inDoubt && claim.confidence === "likely";
  return {
    key: `source ${claim.resolved}`,
    name,
    named: true,
    role,
    kind,
    probably,
    second: probably ? claim.runnerUp : null,
    known:
      told || said === "" ? null : knownWords(shorten(headOf(said), LONG), claim.resolutionRule),
  };
}

/**
 * Rules by which a source goes by a name of its own, or a part of it: where such a hint is in doubt, the doubt
 * is whether it is theirs, not who they are.
 */
const NAMING = new Set([
  "full-name",
  "short-name",
  "several-names",
  "account",
  "own-voice",
  "work-of-authors",
]);

/** Claims of nobody with a name stand together by the words the page gives. @param {string} kind @param {string} said */
const keyOf = (kind, said) => `words ${kind} ${said.toLowerCase()}`;

/**
 * The last hop of a chain in which the source has another's words.
 * @param {Attribution} claim
 */
function originOf({ source, relay }) {
  const last = relay.at(-1);
  const isSource = (/** @type {PageSpan} */ span) => source.some((own) => overlap(own, span));
  if (last === undefined || isSource(last.evidence)) return null;
  return relay.some(({ evidence }) => isSource(evidence)) ? last : null;
}

/** @param {PageSpan} a @param {PageSpan} b */
function overlap(a, b) {
  return a.block === b.block && a.start < b.end && b.start < a.end;
}

/**
 * The words of spans, in one line.
 * @param {Blocks} blocks
 * @param {readonly PageSpan[]} spans
 * @param {string} [between] what parts them
 */
export function join(blocks, spans, between = " … ") {
  return tidy(
    spans.map(({ block, start, end }) => blocks[block].text.slice(start, end)).join(between),
  );
}

/**
 * Whether words of the page hold a name as it stands: then there is nothing to tell of how it is known.
 * @param {string} said
 * @param {string} name
 */
function holdsName(said, name) {
  return said.toLowerCase().includes(name.toLowerCase());
}

/** The page's words for a source up to its first comma: what follows tells more of it. @param {string} said */
const headOf = (said) => said.split(",")[0];

/** What a pronoun tells of a person. @type {Record<string, 'he' | 'she'>} */
const PRONOUNS = { he: "he", him: "he", his: "he", she: "she", her: "she", hers: "she" };

/**
 * The rules that say who a source is, by what the card says of them. Of others it says that the words stand
 * for the source, and no more.
 * @type {Record<string, string>}
 */
const RULES = {
  "pronoun-speaker": "spoke",
  "group-speaker": "spoke",
  "body-speaker": "spoke",
  "pronoun-subject": "subject",
  "pronoun-named": "only",
  "group-named": "only",
  "body-named": "only",
  "relative-pronoun": "beside",
  "short-name": "short",
  role: "role",
  described: "role",
  document: "document",
  body: "again",
  "outlet-last-named": "again",
  "person-by-trait": "again",
  epithet: "spoke",
  "announcement-of-body": "again",
  "prosecutors-of-office": "again",
  "same-noun": "again",
  "same-people": "again",
};

/**
 * How it is known who some words of the page stand for: "“he”: the last man who spoke".
 * @param {string} said those words
 * @param {string} rule that told
 */
function knownWords(said, rule) {
  const quoted = words("source_as_written", said);
  const by = Object.hasOwn(RULES, rule) ? RULES[rule] : null;
  if (by === null) return words("known_words", quoted);
  const who = PRONOUNS[said.toLowerCase()];
  const sexed = (by === "spoke" || by === "only") && who !== undefined;
  return words(sexed ? `known_${by}_${who}` : `known_${by}`, quoted);
}

/**
 * A kind of hint in plain words: how it was found and, where another rule told, how it is known who is meant.
 * @param {string} kind
 */
export function hiddenWords(kind) {
  const [rule, resolution] = kind.split("/");
  const found = rule === UNSOURCED ? flagName(rule) : ruleWords(rule);
  return resolution === undefined ? found : `${found}; ${knownWords("…", resolution)}`;
}

/**
 * The source as a sentence names it: its name, or the page's own words where these are no name. These are
 * quoted where the sentence is in another language than the page.
 * @param {Sayer} sayer
 * @param {string} said the page's words for it
 * @param {string} language of the page
 */
export function calledWords(sayer, said, language) {
  const head = headOf(said);
  if (!isDescribed(sayer) || head === "" || head.length > LONG) return sayer.name;
  if (interfaceLanguage().tag !== language) return words("source_as_written", head);
  return asHeading(head);
}

/** Kinds of source that go by a name of their own, if they have one. */
const PROPER = new Set(["person", "organisation", "outlet", "social", "self"]);

/**
 * Whether a source is told of in words of the page that are no name.
 * @param {Pick<Sayer, 'name' | 'kind' | 'named'>} sayer
 */
function isDescribed({ name, kind, named }) {
  // “health ministry” is none either; “eBay” is.
  return !named || !PROPER.has(kind) || /^\p{Ll}+(?: |$)/u.test(name);
}

/**
 * A source as a heading: its name. What the core calls by common words alone ("list", "archived version") is
 * called as the page has it ("A list of the drowned"): such words alone tell a reader nothing.
 * @param {Pick<Sayer, 'name' | 'kind' | 'named'>} sayer with a name
 * @param {string} said the page's words for it
 */
export function headingOf(sayer, said) {
  const { name } = sayer;
  if (!isDescribed(sayer)) return name;
  const head = headOf(said);
  const common = !/\p{Lu}/u.test(name) && holdsName(head, name);
  return asHeading(common ? shorten(head, HEADING) : name);
}

/** @param {string} said */
function asHeading(said) {
  return said.charAt(0).toUpperCase() + said.slice(1);
}

/** The page's words for a source that a sentence can hold, UTF-16 code units. */
const LONG = 60;

/** The page's words for a source that a heading can hold, UTF-16 code units. */
const HEADING = 90;
