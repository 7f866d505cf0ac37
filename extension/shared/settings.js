/**
 * What the reader chose: one versioned record in the browser's local storage. A record that cannot
 * be read is kept aside and the defaults hold; the options page says so.
 *
 * @typedef {import('./sites.js').SiteRule} SiteRule
 * @typedef {'quiet' | 'clear' | 'tint'} Look
 * @typedef {'sources' | 'claims' | 'notable'} Marks
 * @typedef {object} Settings
 * @property {import('./sites.js').Everywhere} everywhere what holds where no site rule speaks
 * @property {SiteRule[]} sites
 * @property {boolean} figures whether figures are looked for
 * @property {import('../core/whence.js').FlagKind[]} muted flags not shown
 * @property {Marks} marks what is underlined: who says it, all that is said, or only what deserves a look
 * @property {Look} look how the underlines look
 * @property {import('./hidden.js').HiddenKind[]} hidden kinds of hint that are not shown
 *
 * @typedef {Omit<Settings, 'everywhere' | 'sites' | 'hidden'> & {hidden: string[]}} Shown what is looked for
 *   and how it is shown, on one page: the kinds hidden there
 *
 * @typedef {{site?: {host: string, scope: 'host' | 'domain', run: import('./sites.js').Run | null},
 *   everywhere?: import('./sites.js').Everywhere}} Change
 *   A change of where Whence reads, as the popup and the first-run page make them.
 */

import { api } from "./browser.js";
import { faultInHidden, MOST } from "./hidden.js";
import { faultInRule, withRules } from "./sites.js";

/** Where the record lies, and its shape's version. */
export const RECORD = "settings";
export const VERSION = 1;

/** Where a record that could not be read is kept. */
export const ASIDE = "settings-set-aside";

/** All flags of the core, in the order the reader sees them. */
export const FLAGS = /** @type {const} */ ([
  "unsourced-figure",
  "vague-source",
  "passive-attribution",
  "anonymous-source",
  "bare-source",
  "relay",
  "single-source",
  "undated",
  "no-link",
  "far-attribution",
  "disagreeing-figures",
  "lost-hedge",
  "citation-needed",
  "list-absent",
]);

export const MARKS = /** @type {const} */ (["sources", "claims", "notable"]);
export const LOOKS = /** @type {const} */ (["quiet", "clear", "tint"]);

/** @returns {Settings} */
export function defaults() {
  return {
    everywhere: "chosen",
    sites: [],
    figures: true,
    muted: [],
    marks: "sources",
    look: "quiet",
    hidden: [],
  };
}

/**
 * Reads a record, whole or not at all.
 * @param {unknown} record
 * @returns {{settings: Settings, fault: string | null}} with a fault, what is wrong, and defaults
 */
export function readRecord(record) {
  if (record === undefined) return { settings: defaults(), fault: null };
  const fault = faultIn(record);
  if (fault !== null) return { settings: defaults(), fault };
  const { everywhere, sites, figures, muted, look, marks, hidden } = /** @type {Settings} */ (
    record
  );
  return {
    settings: {
      everywhere,
      sites: sites.map(({ host, scope, run }) => ({ host, scope, run })),
      figures,
      muted: [...muted],
      // Records from before there was a choice: who has chosen a look keeps what it looked like.
      marks: marks ?? (look === defaults().look ? defaults().marks : "claims"),
      look,
      // Nor was there anything to hide.
      hidden: (hidden ?? []).map(({ kind, host }) => ({ kind, host })),
    },
    fault: null,
  };
}

/**
 * What is wrong with a record, naming the field; `null` for nothing.
 * @param {any} record
 * @returns {string | null}
 */
function faultIn(record) {
  if (typeof record !== "object" || record === null || Array.isArray(record)) return "not a record";
  if (record.version !== VERSION) return `version: ${JSON.stringify(record.version) ?? "none"}`;
  if (record.everywhere !== "chosen" && record.everywhere !== "articles") return "everywhere";
  if (!Array.isArray(record.sites)) return "sites";
  for (const [index, rule] of record.sites.entries()) {
    const fault = faultInRule(rule);
    if (fault !== null) return `sites[${index}].${fault}`;
  }
  if (typeof record.figures !== "boolean") return "figures";
  if (
    !Array.isArray(record.muted) ||
    !record.muted.every((/** @type {any} */ f) => FLAGS.includes(f))
  )
    return "muted";
  if (record.marks !== undefined && !MARKS.includes(record.marks)) return "marks";
  if (!LOOKS.includes(record.look)) return "look";
  return record.hidden === undefined ? null : faultInAllHidden(record.hidden);
}

/**
 * @param {any} hidden
 * @returns {string | null}
 */
function faultInAllHidden(hidden) {
  if (!Array.isArray(hidden) || hidden.length > MOST) return "hidden";
  for (const [index, one] of hidden.entries()) {
    const fault = faultInHidden(one);
    if (fault !== null) return `hidden[${index}].${fault}`;
  }
  return null;
}

/**
 * The settings as they stand, and what is wrong with the record if it could not be read.
 * @returns {Promise<{settings: Settings, fault: string | null}>}
 */
export async function loadSettings() {
  const stored = await api.storage.local.get(RECORD);
  return readRecord(stored[RECORD]);
}

/** Thrown where the browser did not store a change: its storage is full or locked. */
export class NotKept extends Error {}

/**
 * Changes the settings, one change after another. A record that could not be read is set aside
 * first, so nothing is lost. What could not be read again is not written.
 * @param {(settings: Settings) => Settings} change
 * @returns {Promise<Settings>} rejected with {@link NotKept} where the browser does not store it, with a
 *   TypeError where the change makes no settings
 */
export function changeSettings(change) {
  return navigator.locks.request("whence-settings", async () => {
    const stored = await api.storage.local.get(RECORD);
    const { settings, fault } = readRecord(stored[RECORD]);
    const next = change(settings);
    /** @type {Record<string, unknown>} */
    const write = { [RECORD]: { version: VERSION, ...next } };
    const wrong = faultIn(write[RECORD]);
    if (wrong !== null) throw new TypeError(`settings: not stored: ${wrong}`);
    if (fault !== null) write[ASIDE] = { fault, record: stored[RECORD] };
    try {
      await api.storage.local.set(write);
    } catch (error) {
      throw new NotKept(`settings: not stored: ${error instanceof Error ? error.message : error}`);
    }
    return next;
  });
}

/**
 * Settings with a change of where Whence reads.
 * @param {Settings} settings
 * @param {Change} change
 * @returns {Settings}
 */
export function withChange(settings, change) {
  return {
    ...settings,
    everywhere: change.everywhere ?? settings.everywhere,
    sites: change.site ? withRules(settings.sites, [change.site]) : settings.sites,
  };
}

/**
 * Calls back with the settings whenever they change. Gives a function that stops it.
 * @param {(settings: Settings) => void} then
 * @returns {() => void}
 */
export function onSettings(then) {
  /** @type {Parameters<typeof chrome.storage.onChanged.addListener>[0]} */
  const listener = (changes, area) => {
    if (area === "local" && changes[RECORD]) then(readRecord(changes[RECORD].newValue).settings);
  };
  api.storage.onChanged.addListener(listener);
  return () => api.storage.onChanged.removeListener(listener);
}
