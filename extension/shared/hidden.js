/**
 * Kinds of hint that the reader has hidden, on a site or everywhere. A kind is the name of the rule that found
 * the hint; where another rule told who is meant, both, parted by a slash. Pure.
 *
 * @typedef {{kind: string, host: string | null}} HiddenKind with a host, on that site alone
 */

import { hostOf } from "./sites.js";

/** The kind of a figure without a source, which no rule has found. */
export const UNSOURCED = "unsourced-figure";

/** How many may be hidden; those of one site, which a page's script may ask for, are fewer. */
export const MOST = 500;
export const MOST_OF_SITE = 50;

const KIND = /^[a-z][a-z0-9-]{0,59}(?:\/[a-z][a-z0-9-]{0,59})?$/;

/** @param {unknown} value */
export const isKind = (value) => typeof value === "string" && KIND.test(value);

/**
 * What is wrong with a hidden kind; `null` for nothing.
 * @param {any} hidden
 * @returns {string | null} the field
 */
export function faultInHidden(hidden) {
  if (!isKind(hidden?.kind)) return "kind";
  if (
    hidden.host !== null &&
    (typeof hidden.host !== "string" || hostOf(hidden.host) !== hidden.host)
  )
    return "host";
  return null;
}

/**
 * The kinds hidden on pages of a host.
 * @param {readonly HiddenKind[]} hidden
 * @param {string | null} host
 * @returns {string[]}
 */
export function hiddenAt(hidden, host) {
  const here = hidden.filter((one) => one.host === null || one.host === host);
  return [...new Set(here.map(({ kind }) => kind))];
}

/**
 * With one more kind; what is hidden everywhere needs no rule for a site.
 * @param {readonly HiddenKind[]} hidden
 * @param {HiddenKind} more
 * @returns {HiddenKind[]}
 */
export function withHidden(hidden, { kind, host }) {
  if (hidden.some((one) => one.kind === kind && (one.host === null || one.host === host))) {
    return [...hidden];
  }
  const others = hidden.filter((one) => one.kind !== kind || host !== null);
  return others.length < MOST ? [...others, { kind, host }] : others;
}

/**
 * Without one.
 * @param {readonly HiddenKind[]} hidden
 * @param {HiddenKind} less
 * @returns {HiddenKind[]}
 */
export function withoutOne(hidden, { kind, host }) {
  return hidden.filter((one) => one.kind !== kind || one.host !== host);
}
