/** Links of the page: where they lead, now, and how that is told. */

import { BOUNDS } from "../shared/bounds.js";
import { page } from "./plain.js";

/** How long the length of the page's base is taken for what it was, ms. */
const FRESH = 1_000;

let asked = -FRESH;
let base = 0;

/** The length of the address that others count from, UTF-16 code units; to ask for each would copy it. */
function baseLength() {
  if (performance.now() - asked >= FRESH) {
    asked = performance.now();
    base = page.baseURI.length;
  }
  return base;
}

/**
 * The address that an anchor leads to, as a request holds it: `null` where to no page of the web, empty
 * where it is too long to be looked at.
 * @param {HTMLAnchorElement} anchor
 */
export function addressOf(anchor) {
  const written = anchor.getAttribute("href") ?? "";
  if (written.length > BOUNDS.address) return "";
  // What counts from the base is as long as that, but for what begins at its host or names its own.
  const counts = !/^\s*(?:\/|[a-z][a-z0-9+.-]*:)/i.test(written);
  if (counts && baseLength() > BOUNDS.address) return "";
  const { href } = anchor;
  if (!/^https?:/.test(href)) return null;
  return href.length <= BOUNDS.address ? href : "";
}

/**
 * The place of this page that an anchor leads to, by its id; empty where it leads to none.
 * @param {HTMLAnchorElement} anchor
 */
export function leadsHere(anchor) {
  const written = anchor.getAttribute("href") ?? "";
  const at = written.indexOf("#");
  if (at < 0 || at === written.length - 1 || written.length > BOUNDS.address) return "";
  if (at > 0 && !isOwn(anchor.href)) return "";
  const fragment = written.slice(at + 1);
  if (!fragment.includes("%")) return fragment;
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment; // no code at all
  }
}

/** Whether an anchor leads to another page of the web. @param {HTMLAnchorElement} anchor */
export function isElsewhere(anchor) {
  const written = anchor.getAttribute("href") ?? "";
  if (written === "" || written.startsWith("#")) return false;
  const href = addressOf(anchor);
  return !!href && !isOwn(href);
}

/**
 * The address of the web that an attribute gives, or empty.
 * @param {Element} element
 * @param {string} name
 */
export function elsewhereOf(element, name) {
  const written = element.getAttribute(name);
  if (!written || written.length > BOUNDS.address || !URL.canParse(written, page.baseURI))
    return "";
  const { href } = new URL(written, page.baseURI);
  return /^https?:/.test(href) && href.length <= BOUNDS.address ? href : "";
}

/** The addresses of this page, as last looked at. @type {Set<string>} */
let own = new Set();

/** Their hosts. @type {Set<string>} */
let hosts = new Set();

/**
 * Looks at what this page's own addresses are: where it is, with what was asked for or without (a newsletter's
 * links bring that along), and where it says that it is. Before each reading: pages go on without a load.
 */
export function lookAtOwn() {
  const canonical = page.querySelector('link[rel="canonical"]');
  const said = canonical instanceof HTMLLinkElement ? canonical.href : "";
  own = new Set([bare(location.href), bare(location.href).split("?")[0], bare(said)]);
  own.delete("");
  hosts = new Set([...own].map((one) => new URL(one).host));
}

/** Whether an address is this page's. @param {string} href absolute */
const isOwn = (href) => own.has(bare(href));

/** Whether an address is one of this page's site. @param {string} href absolute, as the browser writes it */
export const isOnSite = (href) => hosts.has(href.split("/", 3)[2].replace(/^.*@/, ""));

/** @param {string} href */
function bare(href) {
  const at = href.indexOf("#");
  return at < 0 ? href : href.slice(0, at);
}

/**
 * Where a link leads now: the page may have changed its anchor since it was read. `null` where it may not
 * be followed: not on the web, or with the name of a user before the host, which readers take for the host.
 * @param {{href: string, anchor?: HTMLAnchorElement | null}} link as read
 * @returns {{href: string, host: string} | null} the host as it is asked for, in ASCII: letters of other
 *   scripts look like those of a name that a reader knows
 */
export function leadOf({ href, anchor }) {
  const now = anchor?.isConnected ? addressOf(anchor) : href;
  if (!now || !URL.canParse(now)) return null;
  const { host, username, password } = new URL(now);
  return username !== "" || password !== "" ? null : { href: now, host };
}
