/**
 * The page's marks of citations and what they lead to: which anchors are marks of notes or references, which
 * entries they lead to, which lists without anchors are references; and that the entries are kept out of the
 * article's text. Looks at anchors, raised letters and headings alone, before the text is read. The same as
 * `src/command/page/notes.rs` reads of a file; `tests/cite/cases.json` is run against both.
 *
 * @typedef {import('./note_entries.js').Entry} Entry
 * @typedef {object} Marker a mark, by the element that shows it
 * @property {import('../core/whence.js').Mark['kind']} kind
 * @property {string} words what the page writes there, brackets left out
 * @property {number | null} entry what it leads to: an entry, by its index
 * @property {string | null} href or another page, absolute; both `null`: nothing
 * @property {boolean} spoken whether its words are the sentence's own ("2021", "Ito et al. (2020)"), to be read as
 *   they stand
 * @property {HTMLAnchorElement | null} anchor
 * @typedef {object} Notes
 * @property {Map<Element, Marker>} markers by the outermost element that holds nothing but the mark
 * @property {Set<Element>} keptOut elements that are notes and references, and no text of the article
 * @property {Entry[]} entries
 */

import { BOUNDS } from "../shared/bounds.js";
import { isElsewhere, leadsHere, lookAtOwn } from "./link.js";
import { BACK, isEntry, readEntry, squeezed, wordsOf } from "./note_entries.js";
import { findLists } from "./note_lists.js";
import { isSign, SHORT, trimmed } from "./note_signs.js";
import { BLOCK_TAGS } from "./page_tags.js";
import { page, plain } from "./plain.js";

/** The longest mark of author and year, UTF-16 code units. */
const LONG = 90;
/** The longest chip: "valleyherald +2". */
const CHIP = 32;

/** Fragments that lead to a note or reference. */
const NOTE =
  /^(?:user-content-)?_?(?:cite_?note|citeref|cite|foot-?notes?|endnotes?|notes?|fn|ftn|edn|en|sdfootnote|sdendnote|refs?|references?|bib|bibr|bibliography|cr|cit)(?:[:._-]|\d)/i;

/** Fragments that lead back from a note. */
const BACK_TO =
  /cite_ref|fnref|ftnref|ednref|noteref|backref|backlink|footnote-anchor|footnote-ref|citeback/i;

/** Class names of what marks a note. */
const NOTE_CLASS =
  /(?:^|[\s_-])(?:footnote-?(?:anchor|ref|link)|fn-?ref|note-?ref|citation-?ref|ltx_ref|xref|biblioref|reference)(?:$|[\s_-])/i;

/** Class names of ways back. */
const BACK_CLASS = /(?:^|\s)(?:\S*(?:backlink|backref|footnote-back)\S*|footnote-number)(?:$|\s)/;

/** What a page's own editors ask for. */
const NEEDED =
  /^(?:citation needed|citation required|source needed|unsourced|better source needed)$/i;

/** Letters between the marks of one bracket. */
const BETWEEN = /^[,;–-]?$/;

/**
 * The notes of a page, in steps.
 * @param {Element} root
 * @returns {Generator<undefined, Notes>}
 */
export function* readNotes(root) {
  lookAtOwn();
  const finder = new Finder();
  const anchors = plain(root).querySelectorAll("a[href]");
  yield* finder.anchors(anchors);
  yield* findLists(finder, root);
  yield* finder.chips(anchors);
  finder.asked(plain(root).getElementsByTagName("sup"));
  const { markers, keptOut, entries } = finder;
  return { markers, keptOut, entries };
}

/** Finds the notes of one page. */
export class Finder {
  /** @type {Map<Element, Marker>} */
  markers = new Map();
  /** @type {Set<Element>} */
  keptOut = new Set();
  /** @type {Entry[]} */
  entries = [];
  /** The entry of each element that is one. @type {Map<Element, number>} */
  #entryOf = new Map();

  /**
   * Marks that lead to a place of this page.
   * @param {NodeListOf<Element>} anchors
   */
  *anchors(anchors) {
    /** @type {{anchor: HTMLAnchorElement, words: string, spoken: boolean, target: Element | null}[]} */
    const candidates = [];
    /** @type {Set<Element>} */
    const targets = new Set();
    for (const one of anchors) {
      const anchor = /** @type {HTMLAnchorElement} */ (one);
      yield;
      const found = candidateOf(anchor);
      if (found === null) continue;
      const target = targetOf(found.fragment, anchor);
      if (target !== null) targets.add(target);
      candidates.push({ anchor, words: found.words, spoken: found.spoken, target });
      if (candidates.length > BOUNDS.marks) break;
    }
    /** @type {{note: Element, target: Element | null, words: string}[]} */
    const inner = [];
    for (const { anchor, words, spoken, target } of candidates) {
      // An anchor of a note leads back to the text, or to another note.
      const note = around(anchor, targets);
      if (note !== null) inner.push({ note, target, words });
      if (note !== null || (target === null && spoken)) continue;
      const marker = {
        kind: /** @type {const} */ ("note"),
        words: trimmed(words, "[] "),
        entry: target === null ? null : this.entry(target, words),
        href: null,
        spoken,
        anchor,
      };
      const shown = spoken ? anchor : outermost(anchor);
      // One `sup` may hold several marks.
      this.markers.set(this.markers.has(shown) ? anchor : shown, marker);
      yield;
    }
    for (const { note, target, words } of inner) {
      const index = this.#entryOf.get(note);
      if (index === undefined || target === null || target === note) continue;
      const cited = this.entry(target, words);
      const { cites } = this.entries[index];
      if (!cites.includes(cited)) cites.push(cited);
      yield;
    }
  }

  /** Whether an element is an entry already. @param {Element} element */
  has(element) {
    return this.#entryOf.has(element);
  }

  /**
   * The index of an entry, which marks call by the words of the first.
   * @param {Element} element
   * @param {string} label
   */
  entry(element, label) {
    const known = this.#entryOf.get(element);
    if (known !== undefined) return known;
    const entry = readEntry(element);
    if (entry.label === "") {
      const bare = trimmed(label, "[] .");
      if (bare.length <= SHORT && isSign(bare) && !/^\d{4}$/.test(bare)) entry.label = bare;
    }
    const index = this.entries.push(entry) - 1;
    this.#entryOf.set(element, index);
    this.keptOut.add(element);
    return index;
  }

  /**
   * Adds the entries of a paragraph.
   * @param {Element} element
   * @param {Entry[]} entries
   */
  add(element, entries) {
    this.entries.push(...entries);
    this.keptOut.add(element);
  }

  /**
   * Chips: anchors to other pages whose words are a number, a host or a short name, marked as citations or of
   * the shape of such.
   * @param {NodeListOf<Element>} anchors
   */
  *chips(anchors) {
    const many = manyOf(anchors);
    for (const one of anchors) {
      const anchor = /** @type {HTMLAnchorElement} */ (one);
      // Most anchors of a page of notes lead to these.
      if (anchor.getAttribute("href")?.startsWith("#")) continue;
      yield;
      const shown = chipOf(anchor, many);
      if (shown === null || around(anchor, this.keptOut) !== null || this.markers.has(shown))
        continue;
      const words = trimmed(chipWords(anchor), "[]");
      const { href } = anchor;
      this.markers.set(shown, { kind: "chip", words, entry: null, href, spoken: false, anchor });
    }
  }

  /** What the page's own editors ask for. @param {HTMLCollectionOf<Element>} raised */
  asked(raised) {
    for (const element of raised) {
      if (this.markers.has(element) || (element.textContent ?? "").length > 60) continue;
      const words = trimmed(wordsOf(element), "[] ");
      if (!NEEDED.test(words)) continue;
      const marker = { words: words.toLowerCase(), entry: null, href: null, anchor: null };
      this.markers.set(element, { kind: "needed", ...marker, spoken: false });
    }
  }
}

/**
 * An anchor that may be the mark of a note: the place it leads to, its words, and whether they are the
 * sentence's own.
 * @param {HTMLAnchorElement} anchor
 */
function candidateOf(anchor) {
  if ((anchor.textContent ?? "").length > 4 * LONG) return null;
  const fragment = leadsHere(anchor);
  if (fragment === "") return null;
  const words = wordsOf(anchor);
  if (BACK.test(words) || BACK_TO.test(fragment) || isWayBack(anchor)) return null;
  const noted =
    anchor.hasAttribute("data-footnote-ref") ||
    ["doc-noteref", "doc-biblioref"].includes(anchor.getAttribute("role") ?? "") ||
    NOTE_CLASS.test(anchor.getAttribute("class") ?? "");
  const raised = isRaised(anchor);
  const named = NOTE.test(fragment);
  const sign = [...words].length <= SHORT && isSign(words);
  const told = noted || raised || named || words.startsWith("[") || standsInBrackets(anchor);
  if (sign && told) return { fragment, words, spoken: false };
  const own = words.length <= LONG && (/\d{4}/.test(words) || /^\p{Lu}/u.test(words));
  return own && (noted || named) && !raised ? { fragment, words, spoken: true } : null;
}

/**
 * The note or reference that a fragment names: its own box.
 * @param {string} fragment
 * @param {Element} from
 */
function targetOf(fragment, from) {
  const named = page.getElementById(fragment) ?? page.getElementsByName(fragment)[0] ?? null;
  if (named === null) return null;
  const box = BLOCK_TAGS.has(named.tagName) ? named : plain(named).closest(OWN_BOX);
  const boxed = box ?? named;
  return plain(boxed).contains(from) || !isEntry(boxed) ? null : boxed;
}

/** What is the box of one entry. */
const OWN_BOX =
  "li, dd, aside, p, td, .footnote, [role='doc-footnote'], [role='doc-endnote'], [role='doc-biblioentry']";

/**
 * The next of some elements around another.
 * @param {Element} element
 * @param {Set<Element>} elements
 */
function around(element, elements) {
  if (elements.size === 0) return null;
  for (let at = element.parentElement; at !== null; at = plain(at).parentElement) {
    if (elements.has(at)) return at;
  }
  return null;
}

/**
 * The outermost raised element around an anchor that holds nothing else.
 * @param {Element} anchor
 */
function outermost(anchor) {
  const bare = (/** @type {Element} */ of) => (of.textContent ?? "").replace(/[[\]\s]/g, "");
  const own = bare(anchor);
  let shown = anchor;
  for (let steps = 0; steps < 4; steps++) {
    const outer = shown.parentElement;
    if (outer === null || !/^(?:SUP|SPAN|CITE|B|SMALL)$/.test(outer.tagName)) break;
    if (bare(outer) !== own) break;
    shown = outer;
  }
  return shown;
}

/** Whether an anchor is raised: in a `sup`, or with one inside. @param {Element} anchor */
function isRaised(anchor) {
  for (let at = anchor.parentElement, steps = 0; at !== null && steps < 3; steps++) {
    if (at.tagName === "SUP") return true;
    at = plain(at).parentElement;
  }
  return [...anchor.children].some((child) => child.tagName === "SUP");
}

/** @param {Element} anchor */
function isWayBack(anchor) {
  const outer = anchor.parentElement && plain(anchor.parentElement);
  return (
    anchor.hasAttribute("data-footnote-backref") ||
    anchor.getAttribute("role") === "doc-backlink" ||
    BACK_CLASS.test(anchor.getAttribute("class") ?? "") ||
    BACK_CLASS.test(outer?.getAttribute("class") ?? "")
  );
}

/** What stands right before or after an element: a few letters. @param {Node | null} node */
function besideWords(node, end = false) {
  const text = node === null ? "" : (plain(node).textContent ?? "");
  return squeezed(end ? text.slice(-20) : text.slice(0, 20));
}

/** Whether square brackets stand around an anchor, other anchors and commas between. @param {Element} anchor */
function standsInBrackets(anchor) {
  const before = besideWords(anchor.previousSibling, true);
  const after = besideWords(anchor.nextSibling);
  const opens = before.endsWith("[");
  const closes = after.startsWith("]");
  return (opens || BETWEEN.test(before)) && (closes || BETWEEN.test(after)) && (opens || closes);
}

/** Whether an anchor stands behind the end of a sentence, or right before it. @param {Element} anchor */
function closesSentence(anchor) {
  const before = besideWords(anchor.previousSibling, true);
  const after = besideWords(anchor.nextSibling);
  return /[.!?”]$/.test(before) || after === "" || /^[.!?]/.test(after);
}

/** The words of a chip, a space between its parts: "Reuters +1". @param {Element} anchor */
function chipWords(anchor) {
  if (anchor.childElementCount === 0) return wordsOf(anchor);
  /** @type {string[]} */
  const parts = [];
  const walker = page.createTreeWalker(anchor, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) parts.push(/** @type {Text} */ (walker.currentNode).data);
  return squeezed(parts.join(" "));
}

/**
 * What shows a chip, if an anchor is one.
 * @param {HTMLAnchorElement} anchor
 * @param {(anchor: Element) => boolean} many whether many anchors of the page are dressed alike
 * @returns {Element | null}
 */
function chipOf(anchor, many) {
  if ((anchor.textContent ?? "").length > 2 * CHIP) return null;
  const words = chipWords(anchor);
  if (words === "" || (words.length > CHIP && [...words].length > CHIP)) return null;
  const marked = markedChip(anchor);
  const number = /\d/.test(words) && isSign(words);
  const raised = number && (isRaised(anchor) || words.startsWith("[") || many(anchor));
  if (marked === null && !raised && !(many(anchor) && namesHost(words, anchor))) return null;
  if (!isElsewhere(anchor)) return null;
  if (marked !== null) return marked;
  if (raised) return outermost(anchor);
  return closesSentence(anchor) ? anchor : null;
}

/** The element whose markup says that it is a chip and which holds nothing else. @param {Element} anchor */
function markedChip(anchor) {
  const near = [anchor.parentElement, anchor.parentElement?.parentElement, anchor];
  for (const element of near) {
    if (!element || !isMarkedChip(plain(element))) continue;
    if (wordsOf(element) === wordsOf(anchor)) return element;
  }
  return null;
}

/** @param {Element} element */
function isMarkedChip(element) {
  return (
    element.getAttribute("data-testid")?.includes("citation") ||
    element.hasAttribute("data-pplx-citation-url") ||
    element.hasAttribute("data-citation") ||
    (element.tagName === "A" && element.classList.contains("citation"))
  );
}

/**
 * Whether the words of a chip are in the name of its host: "Reuters", "stats.example.gov".
 * @param {string} words
 * @param {HTMLAnchorElement} anchor
 */
function namesHost(words, anchor) {
  const letters = (/** @type {string} */ of) => of.replace(/[^\p{L}\p{N}]/gu, "").toLowerCase();
  const name = letters(words.split(" +")[0]);
  if (name.length < 2) return false;
  return letters(anchor.host).includes(name);
}

/**
 * Whether three anchors to other pages or more have the class of this one.
 * @param {NodeListOf<Element>} anchors
 */
function manyOf(anchors) {
  /** @type {Map<string, number> | null} */
  let counts = null;
  return (/** @type {Element} */ anchor) => {
    const own = anchor.getAttribute("class");
    if (own === null) return false;
    if (counts === null) {
      counts = new Map();
      for (const other of anchors) {
        const name = other.getAttribute("class");
        if (name === null || !isElsewhere(/** @type {HTMLAnchorElement} */ (other))) continue;
        counts.set(name, (counts.get(name) ?? 0) + 1);
      }
    }
    return (counts.get(own) ?? 0) >= 3;
  };
}
