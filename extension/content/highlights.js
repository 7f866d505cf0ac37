/**
 * Paints ranges with the CSS Custom Highlight API; knows nothing of what they mean. The page's
 * document stays as it is. Never iterates a Highlight or the registry: Firefox throws.
 */

import { LOOKS } from "../shared/settings.js";
import { nameOf } from "../shared/look.js";
import { inFrames, inSlices } from "./pace.js";
import { elementAround, page, plain } from "./plain.js";

/** @typedef {import('../shared/look.js').Paint} Paint */

/** Later paints lie over earlier ones. @type {readonly Paint[]} */
const ORDER = ["claim", "anonymous", "figure", "unsourced", "active"];

/** Ranges added to a painted highlight in one frame: 15,000 at once take Firefox 0.4 s to draw. */
const A_FRAME = 300;

/** From so many on they are not taken off a painted highlight one by one: each takes Firefox 1 to 3 ms. */
const STALE = 16;

/** So many ranges Firefox draws in one frame, in 40 ms, where a highlight takes the place of another. */
const AT_ONCE = 1_000;

/** Up to so many ranges are all registered where the browser goes through all of them again and again. */
const MANY = 2_000;

/** Of more than that those are that lie so far from the view, by its own height. */
const NEAR = "200% 0px";

/** What comes near is told so much later at most, ms: to look in every frame would cost 1 µs a line. */
const LATE = 100;

/** By name, as registered, with the ranges in each. @type {Map<string, Shown>} */
const registered = new Map();

/** @typedef {{highlight: Highlight, ranges: Set<Range>}} Shown */

/**
 * Whether this browser paints every highlight as a solid block, as Chromium does where the reader
 * forces colours: then only the claim at hand is painted.
 */
export function paintsBlocks() {
  return matchMedia("(forced-colors: active)").matches && !CSS.supports("-moz-appearance: none");
}

/** Which call of `paint` was the last: an earlier one still at work gives up. */
let latest = 0;

/** Tells what comes near the view, where not all is registered. @type {IntersectionObserver | null} */
let following = null;

/**
 * Paints these ranges and no others (the claim at hand apart). They are gathered a slice of a task at
 * a time. What is painted stays until the new stands beside it, so that nothing flickers.
 * @param {Iterable<[Exclude<Paint, 'active'>, Range]>} ranges
 * @param {import('../shared/settings.js').Look} look
 */
export async function paint(ranges, look) {
  const mine = ++latest;
  /** @type {Map<string, Shown>} */
  const wanted = new Map();
  if (!paintsBlocks()) await inSlices(gather(ranges, look, wanted));
  if (mine !== latest) return;
  const count = [...wanted.values()].reduce((sum, { ranges: those }) => sum + those.size, 0);
  if (drawsAdded() && count > A_FRAME) await inFrames(change(wanted, mine), A_FRAME);
  else if (!drawsAdded() && count > MANY) await inSlices(follow(wanted, mine));
  else replace(wanted, null);
}

/**
 * Whether the browser draws only what was added to a highlight, as Firefox does. Chromium goes through
 * all ranges in each frame after any was added or anything in the document has changed, so there they
 * are best added at once, and not too many of them.
 */
function drawsAdded() {
  return CSS.supports("-moz-appearance: none");
}

/**
 * @param {Iterable<[Exclude<Paint, 'active'>, Range]>} ranges
 * @param {import('../shared/settings.js').Look} look
 * @param {Map<string, Shown>} wanted what is gathered, by name
 */
function* gather(ranges, look, wanted) {
  for (const [kind, range] of ranges) {
    const name = nameOf(kind, look);
    let shown = wanted.get(name);
    if (shown === undefined) {
      wanted.set(name, (shown = { highlight: new Highlight(), ranges: new Set() }));
      shown.highlight.priority = ORDER.indexOf(kind);
    }
    shown.highlight.add(range);
    shown.ranges.add(range);
    yield;
  }
}

/**
 * @param {Map<string, Shown>} wanted
 * @param {IntersectionObserver | null} follower
 */
function replace(wanted, follower) {
  following?.disconnect();
  following = follower;
  for (const name of [...registered.keys()]) {
    if (name !== "whence-active" && !wanted.has(name)) remove(name);
  }
  for (const [name, shown] of wanted) show(name, shown);
}

/**
 * Registers what lies near the view, and from then on what comes near it: by scrolling, by a jump, or
 * because the page's layout changes. What is painted stays until all places are known.
 * @param {Map<string, Shown>} wanted
 * @param {number} mine
 */
function* follow(wanted, mine) {
  const last = page.documentElement;
  /** @type {Map<Element, {highlight: Highlight, range: Range}[]>} */
  const standing = new Map();
  for (const { highlight, ranges } of wanted.values()) {
    highlight.clear();
    for (const range of ranges) {
      const element = elementAround(range.startContainer) ?? last;
      const those = standing.get(element);
      if (those) those.push({ highlight, range });
      else standing.set(element, [{ highlight, range }]);
      yield;
    }
  }
  /** @type {Set<Element>} */
  const near = new Set();
  /** @type {IntersectionObserverInit & {delay: number}} */
  const how = { rootMargin: NEAR, delay: LATE };
  const follower = new IntersectionObserver((entries) => {
    if (mine !== latest && follower !== following) return follower.disconnect();
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting === near.has(target)) continue;
      if (isIntersecting) near.add(target);
      else near.delete(target);
      for (const { highlight, range } of standing.get(target) ?? []) {
        if (isIntersecting) highlight.add(range);
        else highlight.delete(range);
      }
    }
    if (entries.some(({ target }) => target === last)) replace(wanted, follower);
    return undefined;
  }, how);
  for (const [element, those] of standing) {
    if (mine !== latest) return follower.disconnect();
    if (holdsItsWords(plain(element))) follower.observe(element);
    else for (const { highlight, range } of those) highlight.add(range);
    yield;
  }
  follower.observe(last);
  return undefined;
}

/**
 * Whether an element's words lie where its box does: not so where it has no box of its own, or where
 * they run out of it by more than a view.
 * @param {Element} element
 */
function holdsItsWords(element) {
  const { clientHeight, scrollHeight } = element;
  return scrollHeight - clientHeight < innerHeight && element.getClientRects().length > 0;
}

/**
 * Goes from what is painted to what is wanted, range by range; gives up when `paint` has been called
 * again.
 * @param {Map<string, Shown>} wanted
 * @param {number} mine
 */
function* change(wanted, mine) {
  for (const [name, { highlight, ranges }] of wanted) {
    let shown = registered.get(name);
    if (shown === undefined) {
      highlight.clear();
      show(name, (shown = { highlight, ranges: new Set() }));
    }
    for (const range of ranges) {
      if (shown.ranges.has(range)) continue;
      if (mine !== latest) return;
      shown.ranges.add(range);
      shown.highlight.add(range);
      yield;
    }
  }
  for (const [name, shown] of [...registered]) {
    if (name === "whence-active") continue;
    const ranges = wanted.get(name)?.ranges ?? new Set();
    const stale = [...shown.ranges].filter((range) => !ranges.has(range));
    if (ranges.size === 0) {
      if (mine !== latest) return;
      remove(name);
    } else if (stale.length >= STALE) {
      yield* swap(name, ranges, mine);
    } else {
      for (const range of stale) {
        if (mine !== latest) return;
        shown.highlight.delete(range);
        shown.ranges.delete(range);
        yield;
      }
    }
  }
}

/**
 * Puts another highlight in the place of a painted one: at once, or by the frame where it has many ranges.
 * @param {string} name
 * @param {ReadonlySet<Range>} ranges
 * @param {number} mine
 */
function* swap(name, ranges, mine) {
  const highlight = new Highlight();
  highlight.priority = registered.get(name)?.highlight.priority ?? 0;
  const shown = { highlight, ranges: /** @type {Set<Range>} */ (new Set()) };
  const byFrame = ranges.size > AT_ONCE;
  if (mine !== latest) return;
  if (byFrame) show(name, shown);
  for (const range of ranges) {
    if (mine !== latest) return;
    highlight.add(range);
    shown.ranges.add(range);
    if (byFrame) yield;
  }
  if (!byFrame) show(name, shown);
  yield;
}

/**
 * Paints the claim at hand; none with an empty list.
 * @param {Range[]} ranges
 */
export function paintActive(ranges) {
  if (ranges.length === 0) return remove("whence-active");
  const highlight = new Highlight(...ranges);
  highlight.priority = ORDER.indexOf("active");
  return show("whence-active", { highlight, ranges: new Set(ranges) });
}

/** Puts back what the page has cleared from the registry; the page shares it. */
export function restore() {
  for (const [name, { highlight }] of registered) {
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
  following?.disconnect();
  following = null;
  for (const name of [...registered.keys()]) remove(name);
}

/**
 * @param {string} name
 * @param {Shown} shown
 */
function show(name, shown) {
  registered.set(name, shown);
  CSS.highlights.set(name, shown.highlight);
}

/**
 * Takes a highlight off, if the one registered is ours: after an update of the extension, a newer
 * script may have put its own there.
 * @param {string} name
 */
function remove(name) {
  const shown = registered.get(name);
  if (shown === undefined) return;
  registered.delete(name);
  if (CSS.highlights.get(name) === shown.highlight) CSS.highlights.delete(name);
  shown.highlight.clear();
}
