/**
 * Paints ranges with the CSS Custom Highlight API; knows nothing of what they mean. The page's
 * document stays as it is. Never iterates a Highlight or the registry: Firefox throws.
 */

import { LOOKS } from "../shared/settings.js";
import { nameOf } from "../shared/look.js";
import { inSlices } from "./pace.js";

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
  return matchMedia("(forced-colors: active)").matches && !CSS.supports("-moz-appearance: none");
}

/** Which call of `paint` was the last: an earlier one still at work gives up. */
let latest = 0;

/**
 * Paints these ranges and no others (the claim at hand apart). They are gathered a slice of a task
 * at a time and shown at once.
 * @param {Iterable<[Exclude<Paint, 'active'>, Range]>} ranges
 * @param {import('../shared/settings.js').Look} look
 */
export async function paint(ranges, look) {
  const mine = ++latest;
  /** @type {Map<string, Highlight>} */
  const made = new Map();
  if (!paintsBlocks()) {
    await inSlices(gather(ranges, look, made));
    if (mine !== latest) return;
  }
  for (const name of [...registered.keys()]) {
    if (name !== "whence-active" && !made.has(name)) remove(name);
  }
  for (const [name, highlight] of made) show(name, highlight);
}

/**
 * @param {Iterable<[Exclude<Paint, 'active'>, Range]>} ranges
 * @param {import('../shared/settings.js').Look} look
 * @param {Map<string, Highlight>} made what is gathered, by name
 */
function* gather(ranges, look, made) {
  for (const [kind, range] of ranges) {
    const name = nameOf(kind, look);
    let highlight = made.get(name);
    if (highlight === undefined) {
      made.set(name, (highlight = new Highlight()));
      highlight.priority = ORDER.indexOf(kind);
    }
    highlight.add(range);
    yield;
  }
}

/**
 * Paints the claim at hand; none with an empty list.
 * @param {Range[]} ranges
 */
export function paintActive(ranges) {
  if (ranges.length === 0) return remove("whence-active");
  const highlight = new Highlight(...ranges);
  highlight.priority = ORDER.indexOf("active");
  return show("whence-active", highlight);
}

/** Puts back what the page has cleared from the registry; the page shares it. */
export function restore() {
  for (const [name, highlight] of registered) {
    if (!CSS.highlights.has(name)) CSS.highlights.set(name, highlight);
  }
}

/** Takes off what a script left behind that an update of the extension ended without a word. */
export function sweep() {
  for (const paint of ORDER) for (const look of LOOKS) CSS.highlights.delete(nameOf(paint, look));
}

/** Takes everything off. */
export function clear() {
  latest++;
  for (const name of [...registered.keys()]) remove(name);
}

/**
 * @param {string} name
 * @param {Highlight} highlight
 */
function show(name, highlight) {
  registered.set(name, highlight);
  CSS.highlights.set(name, highlight);
}

/**
 * Takes a highlight off, if the one registered is ours: after an update of the extension, a newer
 * script may have put its own there.
 * @param {string} name
 */
function remove(name) {
  const highlight = registered.get(name);
  if (highlight === undefined) return;
  registered.delete(name);
  if (CSS.highlights.get(name) === highlight) CSS.highlights.delete(name);
  highlight.clear();
}
