/** What the tags and marks of a page mean for reading it. Sets only; `blocks.js` walks with them. */

import { plain } from "./plain.js";

/** Elements that begin and end a block of text; everything else runs on in the sentence. */
export const BLOCK_TAGS = new Set(
  (
    "ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY CAPTION CENTER DD DETAILS DIALOG DIV DL DT FIELDSET " +
    "FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HGROUP HR HTML LI MAIN MENU NAV OL P " +
    "SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL"
  ).split(" "),
);

/** Elements that hold no running text, or text that is not the page's to quote. */
export const SKIPPED_TAGS = new Set(
  (
    "APPLET AREA AUDIO BASE BUTTON CANVAS COL COLGROUP DATALIST EMBED FRAME FRAMESET HEAD IFRAME " +
    "IMG INPUT LABEL LEGEND LINK MAP MATH META METER NOEMBED NOFRAMES NOSCRIPT OBJECT OPTGROUP " +
    "OPTION OUTPUT PARAM PICTURE PLAINTEXT PRE PROGRESS RP RT SCRIPT SELECT SOURCE STYLE SVG " +
    "TEMPLATE TEXTAREA TITLE TRACK VIDEO WBR XMP"
  ).split(" "),
);

/** Elements that are never the article's own words. */
export const ASIDE_TAGS = new Set(["ASIDE", "FOOTER", "NAV"]);

/** Roles that are never the article's own words. */
export const ASIDE_ROLES = new Set(
  (
    "alert alertdialog banner complementary contentinfo dialog form grid log marquee menu menubar " +
    "navigation search status tablist toolbar tooltip tree"
  ).split(" "),
);

/**
 * Words in class and id that mark what stands beside an article. Counted on saved news pages;
 * whole words of the name, so that `has-sidebar` on the page's frame is caught by `KEPT`.
 */
const ASIDE_WORDS = new RegExp(
  "(?:^|[\\s_-])(?:" +
    "ads?|advert\\w*|sponsor\\w*|promo\\w*|outbrain|taboola|" +
    "comments?|disqus|replies|respond|" +
    "related\\w*|recirc\\w*|recommend\\w*|trending|most-(?:read|popular|viewed)|more-(?:on|from)|" +
    "read-?more|see-?also|up-?next|teaser\\w*|" +
    "newsletter\\w*|subscri\\w*|sign-?up|paywall|regwall|donat\\w*|" +
    "share|sharing|social|follow|" +
    "nav|navigation|navbar|menu|breadcrumbs?|pagination|pager|skip-?links?|toolbar|" +
    "footer|sidebar|masthead|cookie\\w*|consent|gdpr|" +
    "byline\\w*|author(?:s|-(?:bio|box|info|name|card))?|dateline-?meta|timestamp|credits?|" +
    "tags?-?(?:list|cloud)|toc|noprint|mw-editsection|reflist|references|reference|navbox" +
    ")(?=$|[\\s_-])",
  "i",
);

/** Words in class and id that mark the article itself, whatever else the name says. */
const KEPT = /(?:^|[\s_-])(?:article|story|post|entry|content|main|page|body)(?:$|[\s_-])/i;

/** How class or id of a question for consent begins, in the tools that most sites ask with. */
const CONSENT_TOOLS =
  /(?:^|\s)(?:onetrust-|ot-sdk-|cybotcookiebot|usercentrics-|didomi-|qc-cmp|truste|sp_message_|fc-consent|cookie-law-info|cmplz-|iubenda-cs|osano-cm|klaro|borlabs|cky-consent)/i;

/** What class, id or label of such a question speaks of. */
const CONSENT = /cookie|consent|gdpr/i;

/** With that before it in one name, what makes it a box of its own. */
const BOX_AFTER = /(?:banner|bar|notice|pop-?up|modal|dialog|overlay|prompt|disclaimer)(?![a-z])/gi;

/** The same with that behind it. */
const BOX_BEFORE = /banner|notice|modal|dialog/i;

/** Class names, used by common frameworks, of text that only a screen reader says. */
const SPOKEN_ONLY =
  /(?:^|\s)(?:sr-only|screen-?reader(?:-text|-only)?|visually-?hidden\S*|u-visually-?hidden|a11y-(?:text|hidden)|assistive-text|off-?screen|element-invisible|show-for-sr)(?:$|\s)/i;

/**
 * Whether the marks of an element say that it stands beside the article.
 * @param {Element} element
 */
export function isAside(element) {
  if (ASIDE_TAGS.has(element.tagName)) return true;
  const role = element.getAttribute("role");
  if (role !== null && ASIDE_ROLES.has(role)) return true;
  const itemprop = element.getAttribute("itemprop");
  if (itemprop === "author" || itemprop === "comment") return true;
  if (element.getAttribute("rel") === "author") return true;
  const names = namesOf(element);
  return names !== "" && ASIDE_WORDS.test(names) && !KEPT.test(names);
}

/**
 * Whether an element asks the reader to agree to cookies and the like. What holds an article does not,
 * whatever it is called: many a page notes on its body that it was agreed to.
 * @param {Element} owner
 */
export function asksConsent(owner) {
  const element = plain(owner);
  const names = namesOf(element);
  const role = element.getAttribute("role");
  const dialog = role === "dialog" || role === "alertdialog" || element.tagName === "DIALOG";
  const label = element.getAttribute("aria-label");
  if (names === "" && label === null && !dialog) return false;
  const tool = CONSENT_TOOLS.test(names);
  const named = tool || CONSENT.test(names) || (label !== null && CONSENT.test(label));
  if (!named && !dialog) return false;
  const asks =
    tool ||
    (named && (dialog || isConsentBox(names) || floats(owner))) ||
    (dialog && floats(owner) && /\bcookies\b/i.test(element.textContent ?? ""));
  return (
    asks && !HOLDERS.has(element.tagName) && element.querySelector("h1, article, main") === null
  );
}

/**
 * Whether one of these names is of a box that asks for consent. Each name is gone through once: an
 * expression that says it all goes through a long one once for each place in it.
 * @param {string} names
 */
export function isConsentBox(names) {
  return (names.match(/[\w-]+/g) ?? []).some((name) => {
    const consent = name.search(CONSENT);
    if (consent < 0) return false;
    const box = [...name.matchAll(BOX_AFTER)].at(-1)?.index ?? -1;
    if (box > consent) return true;
    const before = name.search(BOX_BEFORE);
    return before >= 0 && CONSENT.test(name.slice(before));
  });
}

/** Elements that hold an article, or are one. */
const HOLDERS = new Set(["ARTICLE", "BODY", "H1", "HTML", "MAIN"]);

/**
 * Whether an element lies over the page, or all that it holds does.
 * @param {Element} owner
 */
function floats(owner) {
  const { firstElementChild, childElementCount } = plain(owner);
  const over = (/** @type {Element} */ element) =>
    ["fixed", "sticky"].includes(getComputedStyle(element).position);
  return (
    over(owner) || (childElementCount === 1 && over(/** @type {Element} */ (firstElementChild)))
  );
}

/**
 * Whether an element is named like text that only a screen reader says; the sheet that hides it may not be
 * there.
 * @param {Element} element
 */
export function isSpokenOnly(element) {
  const names = element.getAttribute("class");
  return names !== null && SPOKEN_ONLY.test(names);
}

/** @param {Element} element */
function namesOf(element) {
  const classes = element.getAttribute("class");
  const id = element.getAttribute("id");
  return classes === null ? (id ?? "") : id === null ? classes : `${classes} ${id}`;
}
