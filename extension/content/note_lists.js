/**
 * Lists of notes and references that stand below a heading which says so. The same as
 * `src/command/page/list.rs` reads.
 *
 * @typedef {import('./notes.js').Finder} Finder
 */

import { entriesOf, isBlank, isListHeading, wordsOf } from "./note_entries.js";
import { plain } from "./plain.js";

/** How many boxes deep a list is looked for. */
const DEEPEST = 4;

/**
 * Lists of references and notes under a heading that says so, whether anchors lead there or not.
 * @param {Finder} finder
 * @param {Element} root
 */
export function* findLists(finder, root) {
  for (const heading of plain(root).querySelectorAll("h1, h2, h3, h4, h5, h6")) {
    if (!isListHeading(heading)) continue;
    let taken = 0;
    // What follows the heading, or the box that holds nothing but it.
    for (let at = following(outerOf(heading, root)); at !== null; at = plain(at).nextSibling) {
      if (at.nodeType !== Node.ELEMENT_NODE) {
        if (at.nodeType === Node.TEXT_NODE && !isBlank(at)) break;
        continue;
      }
      const element = /** @type {Element} */ (at);
      if (isBelow(heading, element)) continue;
      const count = yield* listed(finder, element, 0);
      if (count === null) break;
      taken += count;
    }
    if (taken > 0) finder.keptOut.add(heading);
  }
}

/** @param {Node} node */
const following = (node) => plain(node).nextSibling;

/**
 * The heading, or the outermost box around it that nothing follows inside.
 * @param {Element} heading
 * @param {Element} root
 */
function outerOf(heading, root) {
  let at = heading;
  for (;;) {
    for (let next = following(at); next !== null; next = following(next)) {
      if (!isBlank(next)) return at;
    }
    const parent = plain(at).parentElement;
    if (parent === null || parent === root) return at;
    at = parent;
  }
}

/**
 * How many entries an element below such a heading holds; none where the list is over.
 * @param {Finder} finder
 * @param {Element} owner
 * @param {number} depth
 * @returns {Generator<undefined, number | null>}
 */
function* listed(finder, owner, depth) {
  const element = plain(owner);
  switch (element.tagName) {
    case "OL":
    case "UL":
    case "DL": {
      const numbering = numberingOf(owner);
      const ordered = element.tagName === "OL";
      const start = Number(element.getAttribute("start") ?? 1) || 1;
      let count = 0;
      for (const item of element.children) {
        if (item.tagName !== "LI" && item.tagName !== "DD") continue;
        finder.entry(item, ordered ? labelOf(numbering, start + count) : "");
        count++;
        yield;
      }
      return count;
    }
    case "STYLE":
    case "SCRIPT":
    case "LINK":
    case "BR":
    case "HR":
      return 0;
    case "P":
    case "DIV":
    case "SECTION":
    case "CITE":
      break;
    default:
      return null;
  }
  if (element.tagName !== "SECTION" && finder.has(owner)) return 1;
  const box = element.tagName === "DIV" || element.tagName === "SECTION";
  if (box && depth < DEEPEST && holdsList(element)) {
    let sum = 0;
    for (const child of element.children) {
      const count = yield* listed(finder, child, depth + 1);
      if (count === null) return null;
      sum += count;
    }
    return sum;
  }
  if (element.tagName === "SECTION") return null;
  const entries = entriesOf(owner);
  yield;
  if (entries === null) return null;
  finder.add(owner, entries);
  return entries.length;
}

/** @typedef {'digits' | 'letters' | 'other'} Numbering other: in a way that no mark is matched with */

/**
 * How the items of a list are called.
 * @param {Element} list
 * @returns {Numbering}
 */
function numberingOf(list) {
  const around = [list, list.parentElement, list.parentElement?.parentElement];
  const says = (/** @type {string} */ what) =>
    around.some((owner) => {
      const element = owner && plain(owner);
      const names = ["style", "class", "data-mw-group"];
      return element && names.some((name) => element.getAttribute(name)?.includes(what));
    });
  const type = list.getAttribute("type");
  if (type === "a") return "letters";
  if (type === "i" || type === "I" || type === "A") return "other";
  if (says("lower-alpha")) return "letters";
  const other = ["upper-alpha", "lower-roman", "upper-roman", "lower-greek"].some(says);
  return other ? "other" : "digits";
}

/**
 * What a list calls its item at a place, counted from 1.
 * @param {Numbering} numbering
 * @param {number} place
 */
function labelOf(numbering, place) {
  if (numbering === "digits") return String(place);
  const letter = numbering === "letters" && place >= 1 && place <= 26;
  return letter ? String.fromCharCode(96 + place) : "";
}

/**
 * Whether an element is a smaller heading below `heading`, or a line that heads a part of the list.
 * @param {Element} heading
 * @param {Element} owner
 */
function isBelow(heading, owner) {
  const level = (/** @type {Element | null} */ one) =>
    one !== null && /^H[1-6]$/.test(one.tagName) ? Number(one.tagName[1]) : null;
  const element = plain(owner);
  const own = level(element) ?? level(element.firstElementChild);
  if (own !== null) return own > (level(heading) ?? 6);
  if (element.tagName !== "P" && element.tagName !== "DL") return false;
  const line = (element.textContent ?? "").length < 200 ? wordsOf(element) : ".";
  return line.length <= 40 && !/\d/.test(line) && !line.endsWith(".");
}

/** Whether an element's own children are lists, or boxes of lists. @param {Element} element */
function holdsList(element) {
  const isList = (/** @type {Element} */ child) => child.tagName === "OL" || child.tagName === "UL";
  return [...element.children].some(
    (child) =>
      isList(child) ||
      ((child.tagName === "DIV" || child.tagName === "SECTION") &&
        [...plain(child).children].some(isList)),
  );
}
