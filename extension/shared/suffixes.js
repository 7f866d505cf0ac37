/**
 * Name endings under which the public registers names, where two or more labels belong to the
 * ending. Only the commonest: they decide which domain the popup *offers*, in words the reader
 * sees, never what is allowed. From the public suffix list (publicsuffix.org), by hand.
 */

/** Second-level labels that, under a two-letter country ending, are part of the ending. */
export const COUNTRY_SECOND_LEVEL = new Set(
  "ac co com edu go gob gouv gov govt gv ltd mil ne net nic nom nsw or org plc qld sch vic".split(
    " ",
  ),
);

/** Endings owned by hosts that give each customer a name of its own. */
export const HOSTED = new Set([
  "blogspot.com",
  "github.io",
  "gitlab.io",
  "netlify.app",
  "pages.dev",
  "substack.com",
  "tumblr.com",
  "vercel.app",
  "web.app",
  "wordpress.com",
]);
