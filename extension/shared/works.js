/**
 * The works that a page cites: with their claims, for the list; as CSL-JSON
 * (https://docs.citationstyles.org/en/stable/specification.html) and BibTeX, for reference managers. What an
 * entry does not surely say is left out, and the entry goes along as the page writes it. Pure.
 *
 * @typedef {import('../core/whence.js').ScanReply} ScanReply
 * @typedef {import('../core/whence.js').Work} Work
 * @typedef {object} CitedClaim
 * @property {string} words
 * @property {number} citation its index in the reply
 * @property {number[]} attributions indexes of the claims of the reply that it lies in
 * @property {number} place where on the page, 0 to 1
 * @property {string} exact its first piece, as it stands on the page
 * @property {string} before a little of what stands before it
 * @property {string} after a little of what stands after it
 * @typedef {object} WorkView
 * @property {string} written the entry as the page writes it, or its words for a linked page or a named source
 * @property {string} label what its marks say
 * @property {string | null} href
 * @property {boolean} entry whether it is an entry of the page's list, to be read into fields
 * @property {CitedClaim[]} claims
 */

import { tidy } from "./wording.js";

/**
 * @param {{text: string, links: {href: string, start: number, end: number}[]}[]} blocks as scanned
 * @param {ScanReply} reply
 * @param {readonly {text: string, href: string}[]} entries the page's notes and references
 * @param {(span: import('../core/whence.js').PageSpan) =>
 *   Pick<CitedClaim, 'place' | 'exact' | 'before' | 'after'>} standing
 * @returns {WorkView[]} in the order in which the page first cites them
 */
export function worksOf(blocks, reply, entries, standing) {
  const slice = (/** @type {{block: number, start: number, end: number}} */ span) =>
    blocks[span.block].text.slice(span.start, span.end);
  /** @type {Map<string, WorkView>} */
  const works = new Map();
  for (const [citation, found] of reply.citations.entries()) {
    const { claim, target, label, form, attributions } = found;
    const words = tidy(claim.map(slice).join(" … "));
    const said = { words, citation, attributions, ...standing(claim[0]) };
    const add = (/** @type {string} */ key, /** @type {Omit<WorkView, 'claims'>} */ work) => {
      const known = works.get(key) ?? { ...work, claims: [] };
      known.claims.push(said);
      works.set(key, known);
    };
    if (target.kind === "references" && target.references.length === 1) {
      const { text, href } = entries[target.references[0]];
      const written = tidy(text);
      const work = { written, label, href: href === "" ? null : href, entry: true };
      if (written !== "") add(`entry ${target.references[0]}`, work);
    } else if (target.kind === "link") {
      const link = blocks[target.block].links[target.index];
      const name = form === "chip" ? label : tidy(slice({ ...link, block: target.block }));
      const written = name === "" ? link.href : name;
      if (link.href !== "") add(link.href, { written, label, href: link.href, entry: false });
    } else if (target.kind === "words") {
      const written = tidy(slice(target.span));
      add(`words ${written}`, { written, label, href: null, entry: false });
    }
  }
  return [...works.values()];
}

/** A work with what was read of its entry, if it has one. @typedef {WorkView & {read?: Work | null}} ReadWork */

/**
 * A name as CSL parts it; one that is not surely a person's stays whole.
 * @param {string} name
 */
function cslName(name) {
  const [family, given, ...more] = name.split(",").map((part) => part.trim());
  return given && more.length === 0 ? { family, given } : { literal: name };
}

/**
 * What kind of thing a work is, as far as its fields tell.
 * @param {ReadWork} work
 */
function sortOf({ read, href }) {
  if (read?.kind === "person") return { csl: "personal_communication", bibtex: "misc" };
  if (read?.doi && read.container) return { csl: "article-journal", bibtex: "article" };
  if (!read?.container && (href !== null || read?.url)) return { csl: "webpage", bibtex: "misc" };
  return { csl: "document", bibtex: "misc" };
}

/** The digits of a year: "2021a" is 2021. @param {string} year */
const yearOf = (year) => Number(/^\d{4}/.exec(year)?.[0] ?? 0);

/**
 * An item of CSL-JSON.
 * @param {ReadWork} work
 * @param {string} id
 */
function cslItem(work, id) {
  const { read, href, written, entry } = work;
  const title = read?.title ?? (entry ? null : written);
  const year = read?.year ? yearOf(read.year) : 0;
  const { csl: type } = sortOf(work);
  const container = read?.container ?? null;
  return {
    id,
    type,
    ...(title === null ? {} : { title }),
    ...(read && read.authors.length > 0 ? { author: read.authors.map(cslName) } : {}),
    ...(year > 0 ? { issued: { "date-parts": [[year]] } } : {}),
    ...(container === null
      ? {}
      : type === "article-journal"
        ? { "container-title": container }
        : { publisher: container }),
    ...(read?.doi ? { DOI: read.doi } : {}),
    ...(href !== null || read?.url ? { URL: href ?? read?.url } : {}),
    ...(entry ? { note: written } : {}),
  };
}

/** @param {readonly ReadWork[]} works */
export function cslOf(works) {
  const ids = keysOf(works);
  return `${JSON.stringify(
    works.map((work, index) => cslItem(work, ids[index])),
    null,
    2,
  )}\n`;
}

/** @param {readonly ReadWork[]} works */
export function bibtexOf(works) {
  const ids = keysOf(works);
  return works.map((work, index) => bibtexEntry(work, ids[index])).join("\n");
}

/**
 * @param {ReadWork} work
 * @param {string} id
 */
function bibtexEntry(work, id) {
  const { read, href, written, entry } = work;
  const { bibtex: type } = sortOf(work);
  const names = read?.authors.map((name) => {
    const csl = cslName(name);
    if (csl.literal !== undefined) return `{${bibtex(csl.literal)}}`;
    return `${bibtex(csl.family)}, ${bibtex(csl.given)}`;
  });
  const year = read?.year ? yearOf(read.year) : 0;
  const title = read?.title ?? (entry ? null : written);
  const url = href ?? read?.url ?? null;
  /** @type {[string, string | null][]} */
  const fields = [
    ["author", names && names.length > 0 ? names.join(" and ") : null],
    ["title", title === null ? null : `{${bibtex(title)}}`],
    [
      type === "article" ? "journal" : "howpublished",
      read?.container ? bibtex(read.container) : null,
    ],
    ["year", year > 0 ? String(year) : null],
    ["doi", read?.doi ? bibtex(read.doi) : null],
    ["url", url === null ? null : url.replace(/[{}\\\s]/g, encodeURIComponent)],
    ["note", entry ? bibtex(written) : null],
  ];
  const lines = fields.filter(([, value]) => value !== null);
  return `@${type}{${id},\n${lines.map(([name, value]) => `  ${name} = {${value}},\n`).join("")}}\n`;
}

/** What TeX takes for a sign of its own. @type {Record<string, string>} */
const TEX = {
  "\\": "\\textbackslash{}",
  "{": "\\{",
  "}": "\\}",
  $: "\\$",
  "&": "\\&",
  "#": "\\#",
  "%": "\\%",
  _: "\\_",
  "~": "\\textasciitilde{}",
  "^": "\\textasciicircum{}",
};

/** Text as BibTeX writes it, in one line. @param {string} text */
const bibtex = (text) => tidy(text).replace(/[\\{}$&#%_~^]/g, (sign) => TEX[sign]);

/**
 * Names for works, each once: "roe2021", or "cited" and its place.
 * @param {readonly ReadWork[]} works
 */
function keysOf(works) {
  /** @type {Map<string, number>} */
  const taken = new Map();
  return works.map(({ read }) => {
    const [first = ""] = read?.authors ?? [];
    const name = first
      .split(",")[0]
      .normalize("NFD")
      .replace(/[^A-Za-z]/g, "")
      .toLowerCase();
    const key = `${name === "" ? "cited" : name.slice(0, 24)}${read?.year?.replace(/[^\da-z]/g, "") ?? ""}`;
    const count = (taken.get(key) ?? 0) + 1;
    taken.set(key, count);
    return count === 1 && key !== "cited" ? key : `${key}-${count}`;
  });
}

/**
 * A page's works with what their entries say, asked for some at a time.
 * @param {readonly WorkView[]} works
 * @param {(entries: string[]) => Promise<Work[]>} read
 * @param {number} many entries that are read at once
 * @param {number} longest UTF-16 code units of an entry
 * @returns {Promise<ReadWork[]>}
 */
export async function readWorks(works, read, many, longest) {
  /** @type {ReadWork[]} */
  const all = [];
  for (let at = 0; at < works.length; at += many) {
    const some = works.slice(at, at + many);
    const entries = some.filter(({ entry }) => entry);
    const fields =
      entries.length === 0
        ? []
        : await read(entries.map(({ written }) => written.slice(0, longest)));
    for (const work of some) all.push({ ...work, read: fields[entries.indexOf(work)] ?? null });
  }
  return all;
}
