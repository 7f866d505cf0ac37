/**
 * The list of sites as a file, for keeping and for another browser: one rule a line, a name, its
 * reach and what to read. Pure. A file with a fault is refused whole, with the line.
 *
 *     whence sites 1
 *     example.org domain on
 *     shop.example.org host off
 */

import { hostOf, keyOf } from "./sites.js";

/** The first line. */
export const HEADER = "whence sites 1";

/**
 * @typedef {import('./sites.js').SiteRule} SiteRule
 * @typedef {{line: number, fault: string, words: string}} ListFault
 *   The line, counted from 1; the key of the words for what is wrong, and what stands there.
 */

/** @param {readonly SiteRule[]} sites */
export function writeSites(sites) {
  return [HEADER, ...sites.map(({ host, scope, run }) => `${host} ${scope} ${run}`), ""].join("\n");
}

/**
 * @param {string} text
 * @returns {{sites: SiteRule[], fault: null} | {sites: null, fault: ListFault}}
 */
export function readSites(text) {
  const lines = text.replace(/^\ufeff/, "").split(/\r\n|\r|\n/);
  /** @type {SiteRule[]} */
  const sites = [];
  /** @type {Set<string>} */
  const seen = new Set();
  const refuse = (
    /** @type {number} */ line,
    /** @type {string} */ fault,
    /** @type {string} */ words,
  ) => ({
    sites: null,
    fault: { line, fault: `import_fault_${fault}`, words: words.slice(0, 80) },
  });
  if (lines[0].trim() !== HEADER) return refuse(1, "header", HEADER);
  for (const [index, line] of lines.entries()) {
    if (index === 0 || line.trim() === "" || line.trim().startsWith("#")) continue;
    const [host, scope, run, ...more] = line.trim().split(/\s+/);
    if (run === undefined || more.length > 0) return refuse(index + 1, "columns", line.trim());
    const name = hostOf(host);
    if (name === null || host.includes("/")) return refuse(index + 1, "host", host);
    if (scope !== "host" && scope !== "domain") return refuse(index + 1, "scope", scope);
    if (run !== "on" && run !== "off" && run !== "articles") return refuse(index + 1, "run", run);
    const rule = /** @type {SiteRule} */ ({ host: name, scope, run });
    if (seen.has(keyOf(rule))) return refuse(index + 1, "twice", name);
    seen.add(keyOf(rule));
    sites.push(rule);
  }
  return { sites, fault: null };
}
