/** The rules about sites: which one wins, and what the browser is told to inject. */

import assert from "node:assert/strict";
import { test } from "node:test";
import {
  accessNames,
  accessSuffices,
  addressPattern,
  domainOf,
  hostOf,
  reachesOf,
  registrations,
  verdict,
  withRules,
} from "../../extension/shared/sites.js";

/** @typedef {import('../../extension/shared/sites.js').SiteRule} SiteRule */

/**
 * Rules in short: "example.org on" for the host, ".example.org on" for the domain.
 * @param {...string} lines
 * @returns {SiteRule[]}
 */
const rules = (...lines) =>
  lines.map((line) => {
    const [name, run] = line.split(" ");
    const scope = name.startsWith(".") ? "domain" : "host";
    return /** @type {SiteRule} */ ({ host: name.replace(/^\./, ""), scope, run });
  });

/**
 * @param {string} host
 * @param {SiteRule[]} sites
 * @param {{everywhere?: 'chosen' | 'articles', access?: boolean}} [more]
 */
const run = (host, sites, { everywhere = "chosen", access = false } = {}) =>
  verdict({ sites, everywhere }, host, access).run;

test("names of hosts, as typed", () => {
  const cases = {
    "example.org": "example.org",
    " Example.ORG. ": "example.org",
    "https://news.example.org:8080/a?b#c": "news.example.org",
    "*.example.org": "example.org",
    "http://bücher.example/": "xn--bcher-kva.example",
    "127.0.0.1:3000": "127.0.0.1",
    localhost: "localhost",
  };
  for (const [typed, host] of Object.entries(cases)) assert.equal(hostOf(typed), host, typed);
});

test("what is not the name of a host", () => {
  for (const typed of ["", " ", "exa mple", "ftp://example.org", "about:blank", "a..b", "-"]) {
    assert.equal(hostOf(typed), null, typed);
  }
  assert.equal(hostOf(`${"a".repeat(3000)}.org`), null);
});

test("the domain a reader would call the site", () => {
  const cases = {
    "example.org": "example.org",
    "news.example.org": "example.org",
    "a.b.example.co.uk": "example.co.uk",
    "example.co.uk": "example.co.uk",
    "harbour.github.io": "harbour.github.io",
    "t.co": "t.co",
    "127.0.0.1": "127.0.0.1",
    localhost: "localhost",
  };
  for (const [host, domain] of Object.entries(cases)) assert.equal(domainOf(host), domain, host);
});

test("a name without a domain has only itself for a reach", () => {
  assert.deepEqual(reachesOf("localhost"), [{ host: "localhost", scope: "host" }]);
  assert.deepEqual(reachesOf("127.0.0.1"), [{ host: "127.0.0.1", scope: "host" }]);
  assert.deepEqual(reachesOf("news.example.org"), [
    { host: "example.org", scope: "domain" },
    { host: "news.example.org", scope: "host" },
  ]);
});

test("without rules, only what the reader gave access to is read", () => {
  assert.equal(run("example.org", []), "off");
  assert.equal(run("example.org", [], { access: true }), "on");
  assert.equal(run("example.org", [], { everywhere: "articles" }), "articles");
  assert.equal(run("example.org", [], { everywhere: "articles", access: true }), "articles");
});

test("the most specific rule wins, both ways round", () => {
  const off = rules(".example.org off", "news.example.org on");
  assert.equal(run("news.example.org", off), "on");
  assert.equal(run("example.org", off), "off");
  assert.equal(run("shop.example.org", off), "off");
  assert.equal(run("live.news.example.org", off), "off");
  const on = rules(".example.org on", ".shop.example.org off", "blog.shop.example.org articles");
  assert.equal(run("example.org", on), "on");
  assert.equal(run("shop.example.org", on), "off");
  assert.equal(run("blog.shop.example.org", on), "articles");
});

test("for one name, the host's rule stands before the domain's", () => {
  const sites = rules(".example.org off", "example.org on");
  assert.equal(run("example.org", sites), "on");
  assert.equal(run("www.example.org", sites), "off");
});

test("a rule speaks of whole labels only", () => {
  assert.equal(run("notexample.org", rules(".example.org on")), "off");
});

test("access is not stronger than a rule", () => {
  assert.equal(run("example.org", rules("example.org off"), { access: true }), "off");
});

test("setting a rule leaves all others alone", () => {
  const sites = rules(".example.org off", "news.example.org on");
  const set = withRules(sites, [{ host: "example.org", scope: "domain", run: "on" }]);
  assert.deepEqual(set, rules(".example.org on", "news.example.org on"));
  const gone = withRules(set, [{ host: "example.org", scope: "domain", run: null }]);
  assert.deepEqual(gone, rules("news.example.org on"));
});

test("off is not injected: what the browser is told", () => {
  const told = (/** @type {SiteRule[]} */ sites, everywhere = "chosen") =>
    registrations({ sites, everywhere: /** @type {any} */ (everywhere) }, []).map(
      ({ matches, excludeMatches }) => [matches, excludeMatches],
    );
  assert.deepEqual(told([]), []);
  assert.deepEqual(told(rules("example.org off")), []);
  assert.deepEqual(told(rules("b.example on", ".a.example articles")), [
    [["*://*.a.example/*", "*://b.example/*"], []],
  ]);
  assert.deepEqual(told(rules(".a.example on", "x.a.example off")), [
    [["*://*.a.example/*"], ["*://x.a.example/*"]],
  ]);
  assert.deepEqual(told(rules(".a.example off", "x.a.example on")), [[["*://x.a.example/*"], []]]);
  assert.deepEqual(told(rules(".a.example off", "x.a.example on"), "articles"), [
    [["*://x.a.example/*"], []],
    [["*://*/*"], ["*://*.a.example/*"]],
  ]);
});

test("access given to a site registers it, unless a rule is against it", () => {
  const told = (/** @type {SiteRule[]} */ sites, /** @type {string[]} */ granted) =>
    registrations({ sites, everywhere: "chosen" }, granted).map(({ matches, excludeMatches }) => [
      matches,
      excludeMatches,
    ]);
  assert.deepEqual(told([], ["http://localhost/*"]), [[["http://localhost/*"], []]]);
  assert.deepEqual(told(rules("localhost off"), ["http://localhost/*"]), []);
  assert.deepEqual(told([], ["*://*/*"]), [], "access to all pages chooses none");
  assert.deepEqual(told(rules("x.a.example off"), ["*://*.a.example/*"]), [
    [["*://*.a.example/*"], ["*://x.a.example/*"]],
  ]);
});

test("registrations and verdicts agree on every host", () => {
  const hosts = ["a.example", "x.a.example", "y.x.a.example", "b.example", "localhost"];
  const names = [".a.example", "x.a.example", ".x.a.example", "localhost"];
  const runs = ["on", "off", "articles", ""];
  const granted = ["http://localhost/*"];
  const fits = (/** @type {string} */ pattern, /** @type {string} */ host) => {
    const [, wide, name] = /** @type {RegExpExecArray} */ (/\/\/(\*\.)?([^/]+)\//.exec(pattern));
    return name === "*" || host === name || (wide !== undefined && host.endsWith(`.${name}`));
  };
  for (let mix = 0; mix < runs.length ** names.length; mix++) {
    const sites = names.flatMap((name, index) => {
      const said = runs[Math.floor(mix / runs.length ** index) % runs.length];
      return said ? rules(`${name} ${said}`) : [];
    });
    for (const everywhere of /** @type {const} */ (["chosen", "articles"])) {
      const told = registrations({ sites, everywhere }, granted);
      for (const host of hosts) {
        const injected = told.some(
          ({ matches, excludeMatches }) =>
            matches.some((pattern) => fits(pattern, host)) &&
            !excludeMatches.some((pattern) => fits(pattern, host)),
        );
        const wanted =
          verdict({ sites, everywhere }, host, accessNames(granted, host)).run !== "off";
        assert.equal(injected, wanted, `${host} ${everywhere} ${JSON.stringify(sites)}`);
      }
    }
  }
});

test("access: what names a host, and what is enough for a rule", () => {
  assert.equal(accessNames(["http://localhost/*"], "localhost"), true);
  assert.equal(accessNames(["*://*/*"], "localhost"), false);
  const enough = (/** @type {string[]} */ granted, /** @type {string} */ rule) =>
    accessSuffices(granted, rules(`${rule} on`)[0]);
  assert.equal(enough(["http://localhost/*"], "localhost"), true);
  assert.equal(enough(["*://*/*"], ".example.org"), true);
  assert.equal(enough(["*://example.org/*"], ".example.org"), false);
  assert.equal(enough(["*://*.example.org/*"], "news.example.org"), true);
  assert.equal(enough([], "example.org"), false);
});

test("the pattern of an address has no port", () => {
  assert.equal(addressPattern("http://localhost:8080/a/b?c"), "http://localhost/*");
});
