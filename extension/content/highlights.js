/**
 * Paints ranges with the CSS Custom Highlight API; knows nothing of what they mean. The page's
 * document stays as it is. Never iterates a Highlight or the registry: Firefox throws.
 */

import { nameOf } from "../shared/look.js";

/** @typedef {import('../shared/look.js').Paint} Paint */

/** Later paints lie over earlier ones. @type {readonly Paint[]} */
const ORDER = ["claim", "anonymous", "figure", "unsourced", "active"];

/** @type {Map<string, Highlight>} by name, as registered */
const registered = new Map();

/**
 * Whether this browser paints every highlight as a solid block, as Chromium does where the reader
 * forces colours: then only the claim at hand is painted.
 */
export function paintsBlocks() {
  return matchMedia("(forced-colors: active)").matches;
}

/**
 * Paints these ranges and no others (the claim at hand apart).
 * @param {Record<Exclude<Paint, 'active'>, Range[]>} ranges
 * @param {import('../shared/settings.js').Look} look
 */
export function paint(ranges, look) {
  clear({ butActive: true });
  if (paintsBlocks()) return;
  for (const kind of ORDER) {
    if (kind !== "active" && ranges[kind].length > 0) set(nameOf(kind, look), kind, ranges[kind]);
  }
}

/**
 * Paints the claim at hand; none with an empty list.
 * @param {Range[]} ranges
 */
export function paintActive(ranges) {
  if (ranges.length > 0) set("whence-active", "active", ranges);
  else remove("whence-active");
}

/** Puts back what the page has cleared from the registry; the page shares it. */
export function restore() {
  for (const [name, highlight] of registered) {
    if (!CSS.highlights.has(name)) CSS.highlights.set(name, highlight);
  }
}

/** Takes everything off. @param {{butActive: boolean}} [keep] */
export function clear(keep) {
  for (const name of [...registered.keys()]) {
    if (!(keep?.butActive && name === "whence-active")) remove(name);
  }
}

/**
 * @param {string} name
 * @param {Paint} kind
 * @param {Range[]} ranges
 */
function set(name, kind, ranges) {
  const highlight = new Highlight();
  for (const range of ranges) highlight.add(range);
  highlight.priority = ORDER.indexOf(kind);
  registered.set(name, highlight);
  CSS.highlights.set(name, highlight);
}

/** @param {string} name */
function remove(name) {
  registered.get(name)?.clear();
  registered.delete(name);
  CSS.highlights.delete(name);
}
