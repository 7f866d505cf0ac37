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
 * Where a link leads now: the page may have changed its anchor since it was read. `null` where it may not
 * be followed: not on the web, or with the name of a user before the host, which readers take for the host.
 * @param {{href: string, anchor?: HTMLAnchorElement}} link as read
 * @returns {{href: string, host: string} | null} the host as it is asked for, in ASCII: letters of other
 *   scripts look like those of a name that a reader knows
 */
export function leadOf({ href, anchor }) {
  const now = anchor?.isConnected ? addressOf(anchor) : href;
  if (!now || !URL.canParse(now)) return null;
  const { host, username, password } = new URL(now);
  return username !== "" || password !== "" ? null : { href: now, host };
}
