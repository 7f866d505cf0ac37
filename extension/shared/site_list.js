/**
 * The list of sites as a file, for keeping and for another browser: one rule a line, a name, its
 * reach and what to read; and the kinds of hint that are hidden, on a site or everywhere (`*`). Pure. A file
 * with a fault is refused whole, with the line.
 *
 *     whence sites 1
 *     example.org domain on
 *     shop.example.org host off
 *     hide source-cue-clause example.org
 *     hide according-to *
 */

import { isKind, MOST } from "./hidden.js";
import { hostOf, keyOf } from "./sites.js";

/** The first line. */
export const HEADER = "whence sites 1";

/**
 * @typedef {import('./sites.js').SiteRule} SiteRule
 * @typedef {import('./hidden.js').HiddenKind} HiddenKind
 * @typedef {{line: number, fault: string, words: string}} ListFault
 *   The line, counted from 1; the key of the words for what is wrong, and what stands there.
 */

/**
 * @param {readonly SiteRule[]} sites
 * @param {readonly HiddenKind[]} hidden
 */
export function writeSites(sites, hidden) {
  const rules = sites.map(({ host, scope, run }) => `${host} ${scope} ${run}`);
  const kinds = hidden.map(({ kind, host }) => `hide ${kind} ${host ?? "*"}`);
  return [HEADER, ...rules, ...kinds, ""].join("\n");
}

/**
 * @param {string} text
 * @returns {{sites: SiteRule[], hidden: HiddenKind[], fault: null} |
 *   {sites: null, hidden: null, fault: ListFault}}
 */
export function readSites(text) {
  const lines = text.replace(/^\ufeff/, "").split(/\r\n|\r|\n/);
  /** @type {SiteRule[]} */
  const sites = [];
  /** @type {HiddenKind[]} */
  const hidden = [];
  /** @type {Set<string>} */
  const seen = new Set();
  const refuse = (
    /** @type {number} */ line,
    /** @type {string} */ fault,
    /** @type {string} */ words,
  ) => ({
    sites: null,
    hidden: null,
    fault: { line, fault: `import_fault_${fault}`, words: words.slice(0, 80) },
  });
  if (lines[0].trim() !== HEADER) return refuse(1, "header", HEADER);
  for (const [index, line] of lines.entries()) {
    if (index === 0 || line.trim() === "" || line.trim().startsWith("#")) continue;
    const [host, scope, run, ...more] = line.trim().split(/\s+/);
    if (run === undefined || more.length > 0) return refuse(index + 1, "columns", line.trim());
    // A site may be called so: its rule has a reach where this has a kind.
    if (host === "hide" && scope !== "host" && scope !== "domain") {
      const where = run === "*" ? null : hostOf(run);
      if (!isKind(scope) || hidden.length >= MOST) {
        return refuse(index + 1, "kind", scope);
      }
      if (run !== "*" && (where === null || run.includes("/"))) {
        return refuse(index + 1, "host", run);
      }
      if (seen.has(line.trim())) return refuse(index + 1, "twice", scope);
      seen.add(line.trim());
      hidden.push({ kind: scope, host: where });
      continue;
    }
    const name = hostOf(host);
    if (name === null || host.includes("/")) return refuse(index + 1, "host", host);
    if (scope !== "host" && scope !== "domain") return refuse(index + 1, "scope", scope);
    if (run !== "on" && run !== "off" && run !== "articles") return refuse(index + 1, "run", run);
    const rule = /** @type {SiteRule} */ ({ host: name, scope, run });
    if (seen.has(keyOf(rule))) return refuse(index + 1, "twice", name);
    seen.add(keyOf(rule));
    sites.push(rule);
  }
  return { sites, hidden, fault: null };
}
