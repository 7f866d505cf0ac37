/**
 * From the core's names of things to the words readers see. The words themselves lie in
 * `_locales`; here is only which key speaks of what.
 */

import { interfaceLanguage, words } from "./browser.js";

/** @typedef {import('../core/whence.js').Attribution} Attribution */
/** @typedef {import('../core/whence.js').Figure} Figure */
/** @typedef {import('../core/whence.js').Flag} Flag */

/** The key of a name of the core's: `far-attribution` of `flag` is `flag_far_attribution`. */
const key = (/** @type {string} */ group, /** @type {string} */ name) =>
  `${group}_${name.replaceAll("-", "_")}`;

/** @param {string} kind of a source */
export const kindWords = (kind) => words(key("kind", kind));

/**
 * The sorts of source that a list is told and filtered by, in the order they are told in.
 * @typedef {typeof SORTS[number]} Sort
 */
export const SORTS = /** @type {const} */ (["named", "unnamed", "document", "unclear"]);

/**
 * Of what sort a source is.
 * @param {string} kind
 * @returns {Sort}
 */
export function sortOf(kind) {
  if (kind === "anonymous" || kind === "vague" || kind === "none") return "unnamed";
  if (kind === "document") return "document";
  return kind === "unresolved" ? "unclear" : "named";
}

/** @param {string} kind of a link */
export const linkWords = (kind) => words(key("link", kind));

/**
 * Whether a link leads to what a statement rests on: not where it is about the speaker, or on other words of
 * the sentence.
 * @param {import('../core/whence.js').ClaimLink} link
 */
export const leadsToSource = ({ role }) => role !== "about" && role !== "sentence";

/**
 * The entry of a live blog, by its time and its author.
 * @param {import('./page_view.js').Entry} entry
 */
export const entryWords = ({ time, author }) =>
  author === null ? words("entry_of", time) : words("entry_by", time, author);

/** @param {string} kind of a flag */
export const flagName = (kind) => words(key("flag_name", kind));

/** @param {Pick<Flag, 'kind' | 'detail'>} flag */
export function flagWords(flag) {
  const plain = key("flag", flag.kind);
  return words(flag.kind === "anonymous-source" && flag.detail ? `${plain}_${flag.detail}` : plain);
}

/**
 * Whether the source denies, alleges, confirms …; `null` where it just says.
 * @param {string} stance
 */
export const stanceWords = (stance) => (stance === "neutral" ? null : words(key("stance", stance)));

/** How a claim is said: the kind of quotation, and the stance where it is not neutral. */
export function sayingWords(/** @type {Pick<Attribution, 'quotation' | 'stance'>} */ claim) {
  const stance = stanceWords(claim.stance);
  const quotation = words(key("quotation", claim.quotation));
  return stance === null ? [quotation] : [quotation, stance];
}

/** Stances that the card says in a sentence: the source does not just say the words. */
const SENTENCES = new Set(["denies", "confirms", "negated"]);

/** Rules whose claim is a thing, a person or a deed, not words that could be denied. */
const OF_THINGS = new Set(["source-cue-object", "source-cue-preposition", "source-cue-infinitive"]);

/**
 * Rules whose claim is a clause that could be said: of others ("did not mention the fire", "do not think it
 * can float") that the source did not say this would be untrue.
 */
const OF_CLAUSES = new Set(["source-cue-that", "source-cue-question"]);

/**
 * A stance as a sentence: "The memo did not say this". Where nobody is named, or where what stands there is
 * no statement, the page's own words for it: “did not criticize”. `null` where it needs none.
 * @param {Pick<Attribution, 'stance' | 'rule'>} claim
 * @param {string} source as a sentence names it; empty where none is given
 * @param {string} cue the words of the page that tell
 */
export function saysWords({ stance, rule }, source, cue) {
  if (!SENTENCES.has(stance)) return null;
  const told = stance === "negated" ? OF_CLAUSES.has(rule) : !OF_THINGS.has(rule);
  if (source !== "" && told) return words(key("says", stance), source);
  return cue === "" ? null : words("source_as_written", cue);
}

/**
 * The rules by which hints are found, by what a reader is told of them.
 * @type {Record<string, string>}
 */
const RULES = {
  "content-cue-source": "claim_first",
  "content-source-cue": "claim_first",
  "content-cue-content": "claim_around",
  "content-source-cue-content": "claim_around",
  "inserted-source-cue": "source_first",
  "cue-source-quotation": "source_first",
  "source-cue-quotation": "source_first",
  "source-cue-that": "source_first",
  "source-cue-clause": "source_first",
  "source-cue-question": "source_first",
  "source-cue-colon": "source_first",
  "source-cue-block": "source_first",
  "source-noun-quotation": "source_first",
  "quoted-as-saying": "source_first",
  "source-cue-infinitive": "source_act",
  "source-cue-object": "source_act",
  "source-cue-preposition": "source_act",
  participle: "source_first",
  "source-colon": "source_colon",
  "quotation-signature": "signed",
  "according-to": "according",
  "according-to-block": "according",
  "per-source": "according",
  "as-source-cue": "according",
  "in-view": "according",
  "hedge-adverb": "nobody",
  "passive-that": "nobody",
  "content-passive-source": "said_by",
  "passive-quotation-source": "said_by",
  "inside-content": "figure_inside",
  list: "figure_list",
  "carried-over": "figure_elsewhere",
  "given-later": "figure_elsewhere",
};

/**
 * A rule in plain words; its own name where it has none.
 * @param {string} rule
 */
export const ruleWords = (rule) =>
  Object.hasOwn(RULES, rule) ? words(key("rule", RULES[rule])) : rule;

/**
 * A number of things in words, in the form that the language has for that number: "1 claim", "12 claims".
 * @param {'claims' | 'sources' | 'imported' | 'unsourced' | Sort} what
 * @param {number} count
 */
export function counted(what, count) {
  const form = new Intl.PluralRules(interfaceLanguage().tag).select(count);
  const wanted = `count_${what}_${form}`;
  const said = words(wanted, count);
  // Spanish and French have a form of their own for millions, which nothing here reaches.
  return said === wanted ? words(`count_${what}_other`, count) : said;
}

/**
 * The name of a language, in that of the interface; its tag where it has none.
 * @param {string} tag as a page declares it
 */
export function languageName(tag) {
  try {
    return new Intl.DisplayNames(interfaceLanguage().tag, { type: "language" }).of(tag) ?? tag;
  } catch {
    return tag; // no tag at all
  }
}

/** What a value is parted by that has no end as a decimal: "a third". */
const PARTS = [3, 6, 7, 9, 11, 12];

/** How far a value may be from a fraction that it stands for. */
const NEAR = 1e-6;

/** @param {number} value */
function number(value) {
  const format = new Intl.NumberFormat(interfaceLanguage().tag, { maximumFractionDigits: 6 });
  const ends = Math.abs(value - Number(value.toFixed(4))) < NEAR;
  const part = ends
    ? undefined
    : PARTS.find((one) => Math.abs(value - Math.round(value * one) / one) < NEAR);
  if (part === undefined || value <= 0 || value >= 1) return format.format(value);
  return `${format.format(Math.round(value * part))}/${format.format(part)}`;
}

/**
 * A figure's value with its bound, as words: "more than 26,700", "2 to 3". `null` where the core
 * could not tell the value.
 * @param {Pick<Figure, 'value' | 'low' | 'high' | 'bound' | 'change'>} figure
 */
export function quantityWords(figure) {
  const { value, low, high, bound, change } = figure;
  let amount;
  if (low !== null && high !== null && low !== high) {
    amount = words("figure_range", number(low), number(high));
  } else if (value !== null) amount = number(value);
  else return null;
  if (bound !== "exact") amount = words(key("bound", bound), amount);
  return change === null ? amount : words(key("change", change), amount);
}

/**
 * Words of a page as shown in one line: white space drawn as a page draws it, soft hyphens and
 * zero-width characters left out.
 * @param {string} text
 */
export function tidy(text) {
  return text
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

/**
 * The first words of a longer stretch.
 * @param {string} text
 * @param {number} most UTF-16 code units, about
 */
export function shorten(text, most) {
  if (text.length <= most) return text;
  const cut = text.lastIndexOf(" ", most);
  return `${text.slice(0, cut > most / 2 ? cut : most).replace(/[\ud800-\udbff]$/, "")}…`;
}

/**
 * A page in one sentence or two: how much it takes from whom, and which figures from nobody.
 * @param {import('./page_view.js').PageView} view with a claim at least
 */
export function summaryWords(view) {
  const count = (/** @type {Sort} */ sort) =>
    view.sources.filter(({ kind }) => sortOf(kind) === sort).length;
  const sorts = SORTS.filter((sort) => count(sort) > 0).map((sort) => counted(sort, count(sort)));
  const list = new Intl.ListFormat(interfaceLanguage().tag, { type: "unit", style: "short" });
  const claims = counted("claims", view.claims.length);
  const sources = counted("sources", view.sources.length);
  const unsourced = view.figures.filter((figure) => figure.unsourced).length;
  const said = words("list_summary", claims, sources, list.format(sorts));
  return unsourced === 0 ? said : `${said} ${counted("unsourced", unsourced)}`;
}
