/** Questions for consent are no text of the article; an article about them is. */

import assert from "node:assert/strict";
import { painted, untilPainted } from "./painted.js";
import { numbered } from "./texts.js";

/** A banner's words, of which a claim would be made. @param {string} who */
function question(who) {
  return `<div><p>${who} said that it and its 842 partners use cookies to store information on your device,
 and that 40 of them process personal data such as your address for advertising.</p></div>`;
}

/** Marks by which a question is known. */
const BANNERS = [
  `<div id="onetrust-banner-sdk" class="content">`,
  `<div class="cookie-banner main-content">`,
  `<div class="CookieConsent__content" style="position: fixed; bottom: 0">`,
  `<div class="gdpr-content"><div style="position: fixed; bottom: 40px">`,
  `<section aria-label="Cookie consent" class="page" style="position: sticky; bottom: 0">`,
  `<div role="dialog" class="page content" aria-modal="true" style="position: fixed; top: 40px">`,
  `<dialog open class="story" aria-label="Your consent">`,
  `<form id="cookie-consent-modal" class="entry"><input name="getAttribute">`,
];

/** What is called so, too, and is read. */
const ARTICLES = [
  [`<body class="cookie-notice-visible cookies-accepted">`, `<article>`],
  [`<body>`, `<article class="post tag-cookies category-gdpr" style="position: sticky; top: 0">`],
  [`<body>`, `<div class="cookie-consent-page"><h1>How cookies are asked for</h1>`],
  [`<body>`, `<div role="dialog" style="position: fixed; inset: 0"><h1>Cookies</h1>`],
  [`<body>`, `<div class="story-about-cookies">`],
];

/** @param {number} number */
function aboutCookies(number) {
  return `${numbered(number)}<p>“Cookies and consent are what case ${number} is about,” said Ines Dahl, who
 wrote the report on how banners ask for it.</p>`;
}

/** @type {Record<string, (bench: import('./bench.js').Bench) => Promise<void>>} */
export const cases = {
  "questions for consent are not read": async (bench) => {
    const banners = BANNERS.map((open, at) => open + question(`Company ${at}`) + closing(open));
    bench.give(
      "/asked",
      `<style>dialog { top: 300px }</style>${banners.join("")}<article>${numbered(1)}${numbered(2)}</article>`,
    );
    const page = await bench.open("/asked");
    await untilPainted(page);
    const words = Object.values(await painted(page)).flat();
    assert.deepEqual(
      words.filter((piece) => !piece.includes("Boat number")),
      [],
    );
    assert.equal(words.length, 2);
  },

  "articles about cookies are read, whatever the page around them is called": async (bench) => {
    for (const [at, [body, open]] of ARTICLES.entries()) {
      bench.server.give(
        `/about-${at}`,
        `<!doctype html><html lang="en"><meta charset="utf-8"><title>A page</title>${body}${open}${aboutCookies(at)}`,
      );
      const page = await bench.open(`/about-${at}`);
      await untilPainted(page);
      const words = (await painted(page))["whence-claim"].join(" ");
      assert.match(words, /Cookies and consent are what/, `${body}${open}`);
      assert.match(words, /Boat number/);
    }
  },
};

/** The ends of the elements that are begun here, the last first. @param {string} begun */
function closing(begun) {
  const tags = [...begun.matchAll(/<([a-z]+)/g)].map(([, tag]) => tag);
  return tags
    .toReversed()
    .map((tag) => (tag === "input" ? "" : `</${tag}>`))
    .join("");
}
