/**
 * A page's list in forms for other tools: a `PageView` in, text out. Markdown is for people and speaks
 * the language of the interface; the others give kinds and stances by the core's names.
 */

import { words } from "./browser.js";
import { addressOf, citationLine } from "./citation.js";
import { kindWords, stanceWords } from "./wording.js";

/** @typedef {import('./page_view.js').PageView} PageView */
/** @typedef {import('./page_view.js').ClaimView} ClaimView */

/**
 * The forms: name of the file's ending, its media type, and what makes it.
 * @type {Record<'markdown' | 'csv' | 'annotation',
 *   {ending: string, type: string, make: (view: PageView) => string}>}
 */
export const FORMS = {
  markdown: { ending: "md", type: "text/markdown", make: markdownOf },
  csv: { ending: "csv", type: "text/csv", make: csvOf },
  annotation: {
    ending: "jsonld",
    type: "application/ld+json",
    make: (view) => annotationOf(view),
  },
};

/** @param {PageView} view */
export function markdownOf(view) {
  const lines = [`# ${markdown(view.title || view.url)}`, "", `<${view.url}>`, ""];
  if (view.published) lines.splice(2, 0, view.published, "");
  for (const source of view.sources) {
    const role = source.role ? `, ${source.role}` : "";
    const name = source.name || words("source_none");
    lines.push(`## ${markdown(`${name}${role} (${kindWords(source.kind)})`)}`, "");
    for (const index of source.claims)
      lines.push(`- ${markdown(lineOf(view, view.claims[index]))}`);
    lines.push("");
  }
  const unsourced = view.figures.filter((figure) => figure.unsourced);
  if (unsourced.length > 0) {
    lines.push(`## ${words("list_figures")}`, "");
    for (const figure of unsourced) lines.push(`- ${markdown(figure.words)}`);
    lines.push("");
  }
  return lines.join("\n");
}

/**
 * @param {PageView} view
 * @param {ClaimView} claim
 */
function lineOf(view, claim) {
  return citationLine({
    claim: claim.words,
    source: claim.source || words("source_none"),
    role: claim.role,
    via: claim.relay.length > 0 ? [words("hop_this_page"), ...claim.relay] : [],
    stance: stanceWords(claim.stance),
    title: "",
    url: view.url,
    published: claim.when,
  });
}

/**
 * Text as Markdown shows it, without the signs that would make it anything else.
 * @param {string} text
 */
function markdown(text) {
  return text.replace(/[\\`*_[\]<>#|~]/g, (sign, at) =>
    // An address keeps its signs; within one there is no space before the sign.
    /https?:\/\/\S*$/.test(text.slice(0, at)) ? sign : `\\${sign}`,
  );
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
]);

/**
 * One line a claim, as RFC 4180 has it.
 * @param {PageView} view
 */
export function csvOf(view) {
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
  ]);
  return [COLUMNS, ...rows].map((row) => row.map(cell).join(",") + "\r\n").join("");
}

/**
 * A cell, quoted where it must be. A first sign that a spreadsheet would run as a formula is kept
 * from it by an apostrophe: the words come from a page, which anyone may write.
 * @param {string} text
 */
function cell(text) {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * W3C Web Annotation (https://www.w3.org/TR/annotation-model/): one annotation a claim, its target
 * the claim's words with a little of what stands around them.
 * @param {PageView} view
 * @param {() => string} [name] gives a new name; the model wants one for each annotation, and they
 *   lie at no address
 */
export function annotationOf(view, name = () => `urn:uuid:${crypto.randomUUID()}`) {
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
    ],
    target: {
      source: view.url,
      selector: {
        type: "TextQuoteSelector",
        exact: claim.exact,
        prefix: claim.before,
        suffix: claim.after,
      },
    },
  }));
  const page = {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    id: name(),
    type: "AnnotationPage",
    items,
  };
  return `${JSON.stringify(page, null, 2)}\n`;
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
