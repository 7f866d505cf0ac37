/**
 * What is no article stays as it is: real pages, where the folder of them lies beside the repository,
 * under the rule "articles only". Shops, forums, manuals, listings, and any other language.
 */

import assert from "node:assert/strict";
import { join } from "node:path";
import { Skipped } from "./bench.js";
import { until } from "./driver.js";
import { paintedCount, untilPainted } from "./painted.js";
import { giveSaved, savedPages } from "./saved_pages.js";
import { FILLER, numbered } from "./texts.js";

/** Kinds of page that are no articles; the folder's own words. */
const OTHER = ["docs", "forum", "shop", "listing", "app", "fiction"];

/** Kinds that are read where the text and its references are there. */
const CITING = ["reference", "academic"];

/** Of those in English, how many may be taken for articles all the same. */
const MOST_MISTAKEN = 2;

/** The share of articles in English that are read, at least. */
const LEAST_READ = 0.9;

/** Without its scripts a saved page is at rest at once. */
const STILL = { "content-security-policy": "script-src 'none'" };

/** @type {Record<string, (bench: import('./bench.js').Bench) => Promise<void>>} */
export const cases = {
  "articles are read; what is none, and what is in another language, is not": async (bench) => {
    const folder = join(bench.shared, "pages");
    const pages = savedPages(folder);
    if (pages.length === 0) throw new Skipped(`${folder} is not here`);
    await bench.choose({ sites: [{ host: "localhost", scope: "host", run: "articles" }] });
    await until("the rule to be registered", async () =>
      (await bench.registered()).includes("*://localhost/*"),
    );
    /** @type {string[]} */
    const unread = [];
    /** @type {string[]} */
    const mistaken = [];
    /** @type {string[]} */
    const citing = [];
    /** @type {string[]} */
    const foreign = [];
    let articles = 0;
    for (const saved of pages) {
      const path = giveSaved(bench.server, folder, saved, STILL);
      const page = await bench.open(path);
      const view = await until(`${saved.name} to be decided on`, async () => {
        const view = await bench.describe(path);
        return view && !["waiting", "reading"].includes(view.state) ? view : null;
      });
      const read = view.state === "read" && (await paintedCount(page)) > 0;
      if (saved.language !== "en") {
        if (read) foreign.push(saved.name);
      } else if (OTHER.includes(saved.kind)) {
        if (view.state !== "dormant") mistaken.push(`${saved.name} (${saved.kind})`);
      } else if (CITING.includes(saved.kind)) {
        if (view.state !== "dormant") citing.push(saved.name);
      } else {
        articles += 1;
        if (view.state === "dormant") unread.push(saved.name);
      }
      await page.close();
    }
    bench.notes.push(`no articles, but read: ${mistaken.join(", ") || "none"}`);
    bench.notes.push(`encyclopaedias and papers that are read: ${citing.join(", ") || "none"}`);
    bench.notes.push(`of ${articles} articles not read: ${unread.join(", ") || "none"}`);
    assert.deepEqual(foreign, [], "no hints in another language");
    assert.ok(mistaken.length <= MOST_MISTAKEN, mistaken.join("\n"));
    assert.ok(articles - unread.length >= articles * LEAST_READ, unread.join("\n"));
  },

  "an article whose tags do not tell is read; a page that only says that it is one is not": async (
    bench,
  ) => {
    await bench.choose({ sites: [{ host: "localhost", scope: "host", run: "articles" }] });
    await until("the rule to be registered", async () =>
      (await bench.registered()).includes("*://localhost/*"),
    );
    const text = [numbered(7), FILLER, numbered(8), FILLER].map((one) =>
      one.replace(/<\/?p>/g, ""),
    );
    const short =
      "<p>“It is late,” said Runa Holt, the crane foreman, and left the quay.</p>".repeat(14);
    /** @type {Record<string, string>} */
    const bodies = {
      boxes: text.map((one) => `<div>${one}</div>`).join(""),
      items: `<ul>${text.map((one) => `<li><p>${one}</p></li>`).join("")}</ul>`,
      short,
      tree: `<x-news><template shadowrootmode="open">${text.map((one) => `<p>${one}</p>`).join("")}
        </template></x-news>`,
    };
    const says = `<meta property="og:type" content="article"><meta name="author" content="Sara Quist">
      <meta property="article:published_time" content="2026-11-01">`;
    const give = (
      /** @type {string} */ path,
      /** @type {string} */ body,
      /** @type {string} */ head,
    ) =>
      bench.server.give(
        path,
        `<!doctype html><html lang="en"><head><meta charset="utf-8">
        <title>Boats</title>${head}</head><body><main><h1>Boats</h1>${body}</main></body></html>`,
      );
    for (const [name, body] of Object.entries(bodies)) {
      give(`/tagless-${name}`, body, says);
      const page = await bench.open(`/tagless-${name}`);
      await bench.untilState("read", `/tagless-${name}`);
      await page.close();
      give(`/silent-${name}`, body, "");
      const silent = await bench.open(`/silent-${name}`);
      await bench.untilState("dormant", `/silent-${name}`);
      await silent.close();
    }
    const links = `<ul>${'<li><a href="/boat">Boat number 9 was late again, says crane foreman</a></li>'.repeat(40)}</ul>`;
    give("/tagless-list", links, says);
    await bench.open("/tagless-list");
    await bench.untilState("dormant", "/tagless-list");
  },

  "pages that cite, by their kind: encyclopaedias, papers, newsletters, answers": async (bench) => {
    await bench.choose({ sites: [{ host: "localhost", scope: "host", run: "articles" }] });
    await until("the rule to be registered", async () =>
      (await bench.registered()).includes("*://localhost/*"),
    );
    const text = `${numbered(7)}${FILLER}${numbered(8)}${FILLER}`;
    const list = "<h2>References</h2><ol><li>Port Office, Traffic 2022.</li></ol>";
    const json = (/** @type {object} */ thing) =>
      `<script type="application/ld+json">${JSON.stringify(thing)}</script>`;
    const wiki = '<meta name="generator" content="MediaWiki 1.46">';
    const paper =
      '<meta name="citation_title" content="Boats"><meta name="citation_doi" content="10.1/2">';
    const chip =
      '<a data-testid="webpage-citation-pill" href="https://herald.example/boats">Herald</a>';
    /** @type {Record<string, [string, string, string, string]>} head, attributes of the body, body, state */
    const pages = {
      encyclopaedia: [wiki, 'class="mediawiki ns-0"', text + list, "read"],
      talk: [wiki, 'class="mediawiki ns-1"', text + list, "dormant"],
      stub: [wiki, 'class="mediawiki ns-0"', text, "dormant"],
      paper: [paper, "", text + list, "read"],
      typed: [json({ "@type": "ScholarlyArticle", name: "Boats" }), "", text + list, "read"],
      abstract: [paper, "", text, "dormant"],
      newsletter: [json({ "@type": "NewsArticle", headline: "Boats" }), "", text, "read"],
      answer: ["", "", `<main>${text.replaceAll("</p>", ` ${chip}</p>`)}</main>`, "dormant"],
    };
    for (const [name, [head, body, inside, state]] of Object.entries(pages)) {
      bench.server.give(
        `/citing-${name}`,
        `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Boats</title>${head}</head>
        <body ${body}><h1>Boats</h1>${inside}</body></html>`,
      );
      const page = await bench.open(`/citing-${name}`);
      await bench.untilState(state, `/citing-${name}`);
      await page.close();
    }
  },

  "an article that the page writes a second after its load is read": async (bench) => {
    const article = `<article><meta itemprop="datePublished" content="2026-01-01"><h1>Boats</h1>
      ${numbered(5)}${FILLER}${FILLER}</article>`;
    bench.give(
      "/written",
      `<main></main><script>
        setTimeout(() => {
          document.querySelector("main").innerHTML = ${JSON.stringify(article)};
        }, 1_000);
      </script>`,
    );
    await bench.choose({ sites: [{ host: "localhost", scope: "host", run: "articles" }] });
    const page = await bench.open("/written");
    await untilPainted(page);
    assert.ok((await paintedCount(page)) > 0);
  },
};
