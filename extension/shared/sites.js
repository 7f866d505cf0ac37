/**
 * Which pages Whence reads: the rules, the most specific of which wins. Pure; no browser API.
 *
 * @typedef {'on' | 'off' | 'articles'} Run
 * @typedef {{host: string, scope: 'host' | 'domain', run: Run}} SiteRule
 *   `host` alone, or with every name that ends in it.
 * @typedef {'chosen' | 'articles'} Everywhere
 *   What holds where no rule speaks: nothing, or articles only.
 * @typedef {{run: Run, by: SiteRule | 'access' | 'everywhere'}} Verdict
 */

import { COUNTRY_SECOND_LEVEL, HOSTED } from "./suffixes.js";

/** The match pattern of all web pages. */
export const ALL_PAGES = "*://*/*";

const LABEL = /^[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?$/;

/**
 * A host name as the rules write it: lower case, punycode, no port, no final dot. `null` for what
 * is not the name of a web host.
 * @param {string} words what a reader typed: a name or an address
 * @returns {string | null}
 */
export function hostOf(words) {
  const typed = words.trim();
  if (typed === "" || typed.length > 2048) return null;
  let host;
  try {
    const url = new URL(/^[a-z][a-z0-9+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`);
    if (url.protocol !== "http:" && url.protocol !== "https:") return null;
    host = url.hostname.replace(/^\*\./, "").replace(/\.$/, "");
  } catch {
    return null;
  }
  if (host.startsWith("[")) return host; // an IPv6 address
  return host.length <= 253 && host.split(".").every((label) => LABEL.test(label)) ? host : null;
}

/**
 * Whether a host has no names below or above it that belong together: a number, or one bare word.
 * @param {string} host
 */
function isAlone(host) {
  return !host.includes(".") || host.startsWith("[") || /^\d+(?:\.\d+){3}$/.test(host);
}

/**
 * The domain that a reader would call the site: `news.example.co.uk` belongs to `example.co.uk`.
 * @param {string} host
 * @returns {string}
 */
export function domainOf(host) {
  if (isAlone(host)) return host;
  const labels = host.split(".");
  const two = labels.slice(-2).join(".");
  const country = labels.at(-1)?.length === 2 && COUNTRY_SECOND_LEVEL.has(labels.at(-2) ?? "");
  return labels.slice(country || HOSTED.has(two) ? -3 : -2).join(".");
}

/**
 * The reaches a rule for `host` can have, the widest first: its domain, then the host alone.
 * @param {string} host
 * @returns {Pick<SiteRule, 'host' | 'scope'>[]}
 */
export function reachesOf(host) {
  if (isAlone(host)) return [{ host, scope: "host" }];
  return [
    { host: domainOf(host), scope: "domain" },
    { host, scope: "host" },
  ];
}

/**
 * Whether a rule speaks of this host.
 * @param {Pick<SiteRule, 'host' | 'scope'>} rule
 * @param {string} host
 */
export function covers(rule, host) {
  return host === rule.host || (rule.scope === "domain" && host.endsWith(`.${rule.host}`));
}

/**
 * A host and the names above it, the longest first: `a.b.example`, `b.example`, `example`.
 * @param {string} host
 */
function* namesAbove(host) {
  for (let name = host; ; name = name.slice(name.indexOf(".") + 1)) {
    yield name;
    if (!name.includes(".")) return;
  }
}

/**
 * Rules or the like by their host, so that those which speak of one are found without asking all.
 * @template {Pick<SiteRule, 'host' | 'scope'>} R
 * @param {readonly R[]} rules
 * @returns {(host: string) => R[]} those that cover a host, the longest name first
 */
function coverers(rules) {
  /** @type {Map<string, R[]>} */
  const byHost = new Map();
  for (const rule of rules) {
    const same = byHost.get(rule.host);
    if (same) same.push(rule);
    else byHost.set(rule.host, [rule]);
  }
  return (host) =>
    [...namesAbove(host)].flatMap((name) =>
      (byHost.get(name) ?? []).filter((rule) => covers(rule, host)),
    );
}

/**
 * How specific a rule is: more labels first; for the same name, the host alone before its domain.
 * @param {Pick<SiteRule, 'host' | 'scope'>} rule
 */
function weight(rule) {
  return rule.host.split(".").length * 2 + (rule.scope === "host" ? 1 : 0);
}

/**
 * The most specific rule that speaks of `host`.
 * @param {readonly SiteRule[]} sites
 * @param {string} host
 * @returns {SiteRule | null}
 */
export function ruleOf(sites, host) {
  let best = null;
  for (const rule of sites) {
    if (covers(rule, host) && (best === null || weight(rule) > weight(best))) best = rule;
  }
  return best;
}

/**
 * Whether and how Whence reads the pages of a host. Access that the reader gave to a host (when
 * installing, or in the browser's own settings) counts as "on" unless a rule says otherwise.
 * @param {{sites: readonly SiteRule[], everywhere: Everywhere}} settings
 * @param {string} host
 * @param {boolean} hasAccess whether the browser lets us read this very host
 * @returns {Verdict}
 */
export function verdict(settings, host, hasAccess) {
  const rule = ruleOf(settings.sites, host);
  if (rule) return { run: rule.run, by: rule };
  if (settings.everywhere === "articles") return { run: "articles", by: "everywhere" };
  return hasAccess ? { run: "on", by: "access" } : { run: "off", by: "everywhere" };
}

/**
 * The match pattern for the pages a rule speaks of, on http and https.
 * @param {Pick<SiteRule, 'host' | 'scope'>} rule
 */
export function patternOf(rule) {
  const wide = rule.scope === "domain" && !isAlone(rule.host);
  return `*://${wide ? "*." : ""}${rule.host}/*`;
}

/**
 * The match pattern for the pages of an address. Patterns know no ports; Firefox refuses them.
 * @param {string} url
 */
export function addressPattern(url) {
  const { protocol, hostname } = new URL(url);
  return `${protocol}//${hostname}/*`;
}

/**
 * The host and scope a match pattern speaks of; `null` for those that name no single host.
 * @param {string} pattern such as `http://localhost/*` or `*://*.example.org/*`
 * @returns {Pick<SiteRule, 'host' | 'scope'> | null}
 */
export function siteOfPattern(pattern) {
  const parts = /^(?:\*|https?):\/\/(\*\.)?([^/*]+?)(?::\d+)?\//.exec(pattern);
  return parts && { host: parts[2], scope: parts[1] ? "domain" : "host" };
}

/**
 * Whether access to these patterns includes one that speaks of this very host (not of all pages).
 * @param {readonly string[]} patterns
 * @param {string} host
 */
export function accessNames(patterns, host) {
  return patterns.some((pattern) => {
    const site = siteOfPattern(pattern);
    return site !== null && covers(site, host);
  });
}

/**
 * Whether access to these patterns is enough for a rule, on http or https.
 * @param {readonly string[]} patterns
 * @param {Pick<SiteRule, 'host' | 'scope'>} rule
 */
export function accessSuffices(patterns, rule) {
  return accessTo(patterns)(rule);
}

/**
 * The same for many rules: the patterns are read once.
 * @param {readonly string[]} patterns
 * @returns {(rule: Pick<SiteRule, 'host' | 'scope'>) => boolean}
 */
export function accessTo(patterns) {
  if (patterns.some(isEverything)) return () => true;
  const given = coverers(patterns.map(siteOfPattern).filter((site) => site !== null));
  return (rule) =>
    given(rule.host).some((site) => site.scope === "domain" || rule.scope === "host");
}

/**
 * Whether a pattern speaks of all pages.
 * @param {string} pattern
 */
export function isEverything(pattern) {
  return /^(?:\*|https?):\/\/\*\//.test(pattern) || pattern === "<all_urls>";
}

/**
 * The content scripts to register so that the browser itself injects exactly where the rules say:
 * "off" is "not injected". A pattern with narrower "off" rules inside has a registration of its
 * own, since an exclusion holds for a whole registration.
 * @param {{sites: readonly SiteRule[], everywhere: Everywhere}} settings
 * @param {readonly string[]} granted match patterns the browser lets us read
 * @returns {{id: string, matches: string[], excludeMatches: string[]}[]}
 */
export function registrations(settings, granted) {
  const off = settings.sites.filter((rule) => rule.run === "off");
  /** @type {{matches: string[], excludeMatches: string[]}[]} */
  const apart = [];
  /** @type {Set<string>} */
  const plain = new Set();
  const add = (/** @type {string} */ pattern, /** @type {SiteRule[]} */ narrower) => {
    if (narrower.length === 0) plain.add(pattern);
    else apart.push({ matches: [pattern], excludeMatches: narrower.map(patternOf) });
  };
  const read = settings.sites.filter((rule) => rule.run !== "off");
  const inside = covered(read, off);
  for (const rule of read) {
    add(
      patternOf(rule),
      (inside.get(rule) ?? []).filter((other) => weight(other) > weight(rule)),
    );
  }
  if (settings.everywhere === "articles") {
    add(ALL_PAGES, off);
  } else {
    const speakers = coverers(settings.sites);
    const named = granted.flatMap((pattern) => {
      const site = siteOfPattern(pattern);
      if (
        site === null ||
        speakers(site.host).some((rule) => rule.run === "off" && isSame(rule, site))
      )
        return [];
      // A rule above or below the pattern may say "off"; either is more telling than mere access.
      return ruleOf(speakers(site.host), site.host)?.run === "off" ? [] : [{ ...site, pattern }];
    });
    const below = covered(named, off);
    for (const site of named) add(site.pattern, below.get(site) ?? []);
  }
  const all = plain.size > 0 ? [{ matches: [...plain].sort(), excludeMatches: [] }] : [];
  return [...all, ...apart].map((entry, index) => ({ id: `whence-${index}`, ...entry }));
}

/**
 * The rules that lie inside each of some places, in their order.
 * @template {Pick<SiteRule, 'host' | 'scope'>} P
 * @param {readonly P[]} places
 * @param {readonly SiteRule[]} rules
 * @returns {Map<P, SiteRule[]>} of places with none, nothing
 */
function covered(places, rules) {
  const around = coverers(places);
  /** @type {Map<P, SiteRule[]>} */
  const inside = new Map();
  for (const rule of rules) {
    for (const place of around(rule.host)) {
      const those = inside.get(place);
      if (those) those.push(rule);
      else inside.set(place, [rule]);
    }
  }
  return inside;
}

/**
 * @param {Pick<SiteRule, 'host' | 'scope'>} a
 * @param {Pick<SiteRule, 'host' | 'scope'>} b
 */
export function isSame(a, b) {
  return a.host === b.host && a.scope === b.scope;
}

/**
 * What tells one rule from another.
 * @param {Pick<SiteRule, 'host' | 'scope'>} rule
 */
export function keyOf({ host, scope }) {
  return `${scope} ${host}`;
}

/**
 * The rules with some set, or taken away (`run` null). Nothing else is pruned: a rule below or
 * above the one at hand is the reader's own.
 * @param {readonly SiteRule[]} sites
 * @param {readonly {host: string, scope: 'host' | 'domain', run: Run | null}[]} changes
 * @returns {SiteRule[]}
 */
export function withRules(sites, changes) {
  const rules = new Map(sites.map((rule) => [keyOf(rule), rule]));
  for (const change of changes) {
    const { host, scope, run } = change;
    if (run === null) rules.delete(keyOf(change));
    else rules.set(keyOf(change), { host, scope, run });
  }
  return [...rules.values()].sort(
    (a, b) => (a.host < b.host ? -1 : a.host > b.host ? 1 : 0) || weight(a) - weight(b),
  );
}

/**
 * What is wrong with a site rule, naming the field; `null` for nothing.
 * @param {any} rule
 * @returns {string | null}
 */
export function faultInRule(rule) {
  if (typeof rule?.host !== "string" || hostOf(rule.host) !== rule.host) return "host";
  if (rule.scope !== "host" && rule.scope !== "domain") return "scope";
  return ["on", "off", "articles"].includes(rule.run) ? null : "run";
}

/**
 * What is wrong with a change of where Whence reads, naming the field; `null` for nothing.
 * @param {any} change
 * @returns {string | null}
 */
export function faultInChange(change) {
  if (typeof change !== "object" || change === null || Array.isArray(change)) return "no change";
  const more = Object.keys(change).find((field) => field !== "site" && field !== "everywhere");
  if (more !== undefined) return more;
  const { site, everywhere } = change;
  if (everywhere !== undefined && everywhere !== "chosen" && everywhere !== "articles") {
    return "everywhere";
  }
  if (site === undefined) return null;
  // A rule that goes says so by having nothing to run.
  const fault = faultInRule(site?.run === null ? { ...site, run: "off" } : site);
  return fault === null ? null : `site.${fault}`;
}
