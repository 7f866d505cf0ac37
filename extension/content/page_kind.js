/**
 * Whether a page is an article, for the rule "articles only". What the page says of itself is one half:
 * its schema.org types, Open Graph, a date and a byline; enough running text is the other: by Readability's
 * test, which is quick and looks at certain tags, or else in what would be read. Forums, manuals, shops and
 * lists of news have running text too.
 *
 * Counted on 66 saved English pages: 43 of 46 articles are taken for one, and 1 of 20 others.
 *
 * Pages that cite are decided by kind. An encyclopaedia's article and a paper are read where the text itself
 * is there, which its notes or references tell: an abstract, a page of talk and a list of papers have none. A
 * newsletter's issue says of itself that it is an article. A conversation with a machine that answers is the
 * reader's own: it is read where they allow its site, never as an article on every site.
 */

import isProbablyReaderable from "@mozilla/readability/Readability-readerable.js";
import { isSentence, PROSE } from "./article.js";
import { isListHeading } from "./note_entries.js";
import { readPage } from "./read_page.js";

/** schema.org types of articles; its technical ones are manuals. */
const ARTICLE = /^(?:\w*NewsArticle|Article|BlogPosting|LiveBlogPosting|Report)$/;

/** schema.org types of pages that have running text and are no articles. */
const OTHER =
  /^(?:QAPage|Question|DiscussionForumPosting|Product|ProductGroup|SoftwareApplication|SoftwareSourceCode|TechArticle|APIReference|CollectionPage|SearchResultsPage|Recipe|JobPosting)$/;

/** What papers say of themselves: schema.org, and what catalogues ask for. */
const PAPER = /^(?:Medical)?ScholarlyArticle$/;
const CATALOGUED = 'meta[name="citation_title" i], meta[name="dc.identifier.doi" i], .ltx_document';

/** Articles of encyclopaedias on MediaWiki: pages of the first namespace. */
const ENCYCLOPAEDIA = "body.ns-0.mediawiki";

/** Above this many `article` elements they are the posts of a forum or the items of a list. */
const MOST_POSTS = 10;

/** Above this many times a page without other marks tells when its posts were written. */
const MOST_TIMES = 5;

/** How much running text an article has at least where its tags do not tell, UTF-16 code units. */
const LEAST = 800;

/** Where pages say when they were published. */
const DATES = [
  'meta[property="article:published_time"]',
  'meta[property="og:article:published_time"]',
  'meta[name="parsely-pub-date"]',
  'meta[name="pubdate" i]',
  'meta[name="publish-date" i]',
  'meta[name="article.published" i]',
  'meta[name="sailthru.date"]',
  'meta[name="dc.date.issued" i]',
  '[itemprop~="datePublished"]',
].join();

/** Where pages say who wrote them. */
const BYLINES =
  'meta[name="author" i], meta[name="byl"], [rel~="author"], [itemprop~="author"], [class*="byline" i]';

/**
 * @param {Document} page
 * @returns {Promise<boolean>}
 */
export async function isArticle(page) {
  return saysArticle(page) && (isProbablyReaderable(page) || (await holdsText()));
}

/** Whether what would be read of the page is running text, whatever its tags. */
async function holdsText() {
  const { blocks } = await readPage();
  const own = blocks.filter((block) => block.kind !== "heading");
  const said = own.filter((block) => block.text.length >= PROSE || isSentence(block));
  const running = said.reduce((sum, block) => sum + block.text.trim().length, 0);
  const whole = own.reduce((sum, block) => sum + block.text.trim().length, 0);
  return running >= LEAST && running >= whole / 2;
}

/** @param {Document} page */
function saysArticle(page) {
  const types = [...linkedTypes(page), ...itemTypes(page)];
  if (types.some((type) => ARTICLE.test(type))) return true;
  const paper = types.some((type) => PAPER.test(type)) || page.querySelector(CATALOGUED) !== null;
  if (paper || page.querySelector(ENCYCLOPAEDIA) !== null) return hasReferences(page);
  if (types.some((type) => OTHER.test(type))) return false;
  const has = (/** @type {string} */ selector) => page.querySelector(selector) !== null;
  const posts = page.querySelectorAll("article").length;
  if (posts > MOST_POSTS) return false;
  const signed = posts > 0 || has(BYLINES);
  if (has('meta[property="og:type"][content="article" i]')) return signed || has(DATES);
  if (has(DATES)) return signed;
  const times = page.querySelectorAll("time").length;
  return times > 0 && times <= MOST_TIMES && page.querySelectorAll("h1").length === 1;
}

/** Whether a list of notes or references stands below the text. @param {Document} page */
function hasReferences(page) {
  return [...page.querySelectorAll("h1, h2, h3, h4, h5, h6")].some(isListHeading);
}

/**
 * The schema.org types of the page's JSON-LD: its things and those of its graph, not what these hold.
 * @param {Document} page
 * @returns {string[]}
 */
function linkedTypes(page) {
  return [...page.querySelectorAll('script[type="application/ld+json"]')].flatMap((script) => {
    try {
      return typesOf(JSON.parse(script.textContent ?? ""));
    } catch {
      return []; // the page's own fault
    }
  });
}

/**
 * @param {any} thing
 * @returns {string[]}
 */
function typesOf(thing) {
  const things = [thing].flat();
  return [...things, ...things.flatMap((one) => one?.["@graph"] ?? [])].flatMap((one) =>
    [one?.["@type"]].flat().filter((type) => typeof type === "string"),
  );
}

/**
 * The schema.org types of the page's microdata.
 * @param {Document} page
 */
function itemTypes(page) {
  return [...page.querySelectorAll("[itemtype]")].map(
    (element) => element.getAttribute("itemtype")?.trim().split("/").pop() ?? "",
  );
}
