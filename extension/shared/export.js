/**
 * A page's list in forms for other tools: a `PageView` in, text out. Markdown is for people and speaks
 * the language of the interface; the others give kinds and stances by the core's names.
 */

import { words } from "./browser.js";
import { addressOf, citationParts } from "./citation.js";
import { bibtexOf, cslOf } from "./works.js";
import { entryWords, kindWords, stanceWords, tidy } from "./wording.js";

/** @typedef {import('./page_view.js').PageView} PageView */
/** @typedef {import('./page_view.js').ClaimView} ClaimView */

/** @typedef {import('./works.js').ReadWork} ReadWork */

/**
 * The forms: name of the file's ending, its media type, what makes it, and whether that is made of what the
 * page's references say of the works it cites.
 * @type {Record<'markdown' | 'csv' | 'annotation' | 'csl' | 'bibtex', {ending: string, type: string,
 *   reads?: boolean, make: (view: PageView, works: readonly ReadWork[]) => string}>}
 */
export const FORMS = {
  markdown: { ending: "md", type: "text/markdown", make: markdownOf },
  csv: { ending: "csv", type: "text/csv", make: csvOf },
  annotation: {
    ending: "jsonld",
    type: "application/ld+json",
    make: (view) => annotationOf(view),
  },
  csl: {
    ending: "json",
    type: "application/vnd.citationstyles.csl+json",
    reads: true,
    make: (_view, works) => cslOf(wellFormed(works)),
  },
  bibtex: {
    ending: "bib",
    type: "application/x-bibtex",
    reads: true,
    make: (_view, works) => bibtexOf(wellFormed(works)),
  },
};

/** @param {PageView} page */
export function markdownOf(page) {
  const view = wellFormed(page);
  const lines = [`# ${markdown(view.title || view.url)}`, "", link(view.url), ""];
  if (view.published) lines.splice(2, 0, markdown(view.published), "");
  for (const source of view.sources) {
    const role = source.role ? `, ${source.role}` : "";
    const name = source.name || words("source_none");
    lines.push(`## ${markdown(`${name}${role} (${kindWords(source.kind)})`)}`, "");
    for (const index of source.claims) lines.push(`- ${lineOf(view, view.claims[index])}`);
    lines.push("");
  }
  const unsourced = view.figures.filter((figure) => figure.unsourced);
  if (unsourced.length > 0) {
    lines.push(`## ${markdown(words("list_figures"))}`, "");
    for (const figure of unsourced) lines.push(`- ${markdown(figure.words)}`);
    lines.push("");
  }
  if (view.works.length > 0) lines.push(`## ${markdown(words("list_works"))}`, "");
  for (const { written, href, claims } of view.works) {
    lines.push(`- ${markdown(written)}${href === null ? "" : ` ${link(href)}`}`);
    for (const claim of claims) {
      lines.push(`  - ${markdown(claim.words)} ${link(addressOf(view.url, claim.words))}`);
    }
  }
  if (view.works.length > 0) lines.push("");
  return lines.join("\n");
}

/**
 * @param {PageView} view
 * @param {ClaimView} claim
 */
function lineOf(view, claim) {
  const { words: said, address } = citationParts({
    claim: claim.words,
    source: claim.probably
      ? words("card_probably", claim.source)
      : claim.source || words("source_none"),
    role: claim.role,
    via: claim.relay.length > 0 ? [words("hop_this_page"), ...claim.relay] : [],
    stance: stanceWords(claim.stance),
    title: "",
    url: view.url,
    published: claim.when,
    entry: claim.entry && entryWords(claim.entry),
  });
  return `${markdown(said)} ${link(address)}`;
}

/**
 * Text as Markdown shows it, without the signs that would make it anything else: marks of every kind,
 * what begins a heading, a rule or a list, what a bare address or entity is known by.
 * @param {string} text
 */
function markdown(text) {
  return tidy(text)
    .replace(/[\\`*_{}[\]<>#+\-.!|~&$^=:@]/g, "\\$&")
    .replace(/^(\d{1,9})\)/, "$1\\)");
}

/**
 * An address as Markdown links it.
 * @param {string} url
 */
function link(url) {
  return `<${url.replace(/[<>\\]|\s/g, encodeURIComponent)}>`;
}

const COLUMNS = /** @type {const} */ ([
  "claim",
  "source",
  "role",
  "kind",
  "quotation",
  "stance",
  "relay",
  "when",
  "link",
  "flags",
  "address",
  "cited",
  "entry",
  "entry_author",
]);

/**
 * One line a claim, as RFC 4180 has it.
 * @param {PageView} page
 */
export function csvOf(page) {
  const view = wellFormed(page);
  const rows = view.claims.map((claim) => [
    claim.words,
    claim.source,
    claim.role ?? "",
    claim.kind,
    claim.quotation,
    claim.stance,
    claim.relay.join(" ← "),
    claim.when ?? "",
    claim.href ?? "",
    claim.flags.join(" "),
    addressOf(view.url, claim.words),
    citedFor(view, claim.attribution).map(citedWords).join(" | "),
    claim.entry?.time ?? "",
    claim.entry?.author ?? "",
  ]);
  // What is cited for words that nobody is said to say.
  const bare = view.works.flatMap((work) =>
    work.claims
      .filter(({ attributions }) => attributions.length === 0)
      .map((claim) => {
        const [words, address] = [claim.words, addressOf(view.url, claim.words)];
        const cited = [address, citedWords(work), "", ""];
        return [words, "", "", "", "", "", "", "", work.href ?? "", "", ...cited];
      }),
  );
  return [COLUMNS, ...rows, ...bare].map((row) => row.map(cell).join(",") + "\r\n").join("");
}

/**
 * The works that a page cites for a claim.
 * @param {PageView} view
 * @param {number} attribution
 */
function citedFor({ works }, attribution) {
  return works.filter(({ claims }) =>
    claims.some(({ attributions }) => attributions.includes(attribution)),
  );
}

/** @param {import('./works.js').WorkView} work */
function citedWords({ written, href }) {
  return href === null || href === written ? written : `${written} <${href}>`;
}

/** How a cell begins that a spreadsheet would run as a formula, in whatever width it is written. */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/;

/**
 * A cell, always quoted: a spreadsheet parts cells by what its country parts them by. What it would run
 * as a formula is kept from it by an apostrophe: the words come from a page, which anyone may write.
 * @param {string} text
 */
function cell(text) {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

/**
 * W3C Web Annotation (https://www.w3.org/TR/annotation-model/): one annotation a claim, its target
 * the claim's words with a little of what stands around them.
 * @param {PageView} page
 * @param {() => string} [name] gives a new name; the model wants one for each annotation, and they
 *   lie at no address
 */
export function annotationOf(page, name = () => `urn:uuid:${crypto.randomUUID()}`) {
  const view = wellFormed(page);
  const items = view.claims.map((claim) => ({
    id: name(),
    type: "Annotation",
    motivation: "identifying",
    body: [
      ...(claim.source === "" ? [] : [identifying(claim)]),
      ...[claim.kind, claim.quotation, claim.stance, ...claim.flags].map((value) => ({
        type: "TextualBody",
        purpose: "tagging",
        value,
      })),
      ...(claim.href === null
        ? []
        : [{ type: "SpecificResource", purpose: "linking", source: claim.href }]),
      ...citedFor(view, claim.attribution).map(citing),
      ...(claim.entry === null ? [] : [describing(claim.entry)]),
    ],
    target: targetOf(view.url, claim),
  }));
  const cited = view.works.flatMap((work) =>
    work.claims
      .filter(({ attributions }) => attributions.length === 0)
      .map((claim) => ({
        id: name(),
        type: "Annotation",
        motivation: "linking",
        body: [citing(work)],
        target: targetOf(view.url, claim),
      })),
  );
  const whole = {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    id: name(),
    type: "AnnotationPage",
    items: [...items, ...cited],
  };
  return `${JSON.stringify(whole, null, 2)}\n`;
}

/**
 * The words of a page that an annotation is about, with a little of what stands around them.
 * @param {string} source the page's address
 * @param {{exact: string, before: string, after: string}} claim
 */
function targetOf(source, { exact, before, after }) {
  const selector = { type: "TextQuoteSelector", exact, prefix: before, suffix: after };
  return { source, selector };
}

/**
 * A work that the page cites, as the body of an annotation: its address, or its words.
 * @param {import('./works.js').WorkView} work
 */
function citing({ written, href }) {
  if (href !== null) return { type: "SpecificResource", purpose: "linking", source: href };
  return { type: "TextualBody", purpose: "linking", format: "text/plain", value: written };
}

/**
 * Who says so, as the body of an annotation.
 * @param {ClaimView} claim
 */
function identifying({ source, role }) {
  return {
    type: "TextualBody",
    purpose: "identifying",
    format: "text/plain",
    value: role ? `${source}, ${role}` : source,
  };
}

/**
 * The entry of a live blog that a claim stands in, as the body of an annotation.
 * @param {import('./page_view.js').Entry} entry
 */
function describing({ time, author }) {
  const value = author === null ? time : `${time}, ${author}`;
  return { type: "TextualBody", purpose: "describing", format: "text/plain", value };
}

/**
 * A copy in which every text is well formed: a page may hold halves of characters, which no file and no
 * address can.
 * @template T
 * @param {T} value plain
 * @returns {T}
 */
function wellFormed(value) {
  if (typeof value === "string") return /** @type {any} */ (value.toWellFormed());
  if (Array.isArray(value)) return /** @type {any} */ (value.map(wellFormed));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, wellFormed(inner)]);
  return Object.fromEntries(entries);
}
