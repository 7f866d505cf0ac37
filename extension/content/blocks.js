/**
 * Reads the page's text into blocks, as the core wants them, and remembers which text node each
 * stretch came from. Reads only; nothing on the page changes.
 *
 * A block is a run of text as it is drawn: what is shown as a block ends it, whatever its tag; what is
 * not drawn, or stands apart from the line that it is written in, does not. Its text is exactly what its
 * text nodes hold, joined; a line break (`<br>`) is a "\n" of its own, and two of them part two blocks;
 * words that margins alone part have a " " of their own between them. Shadow trees are read in the
 * flattened order: what stands in a slot is read there, and what stands in none is not. The letters of a mark
 * of a citation are in no text; what the page's notes and references say is no text of the article.
 *
 * @typedef {import('./ranges.js').Part} Part
 * @typedef {import('../core/whence.js').Block['kind']} BlockKind
 * @typedef {object} ReadBlock
 * @property {string} text
 * @property {BlockKind} kind
 * @property {{start: number, end: number, href: string, anchor: HTMLAnchorElement | null}[]} links in order;
 *   those on no words, which marks lead to, stand last
 * @property {{mark: ReadMark, href: string, anchor: HTMLAnchorElement | null}[]} [bare] of these, while it is
 *   being read
 * @property {ReadMark[]} marks in order
 * @property {Part[]} parts in order
 * @property {Element} owner the nearest element shown as a block
 * @property {boolean} aside whether it stands beside the article by its marks
 * @property {boolean} headline whether it stands in an h1
 *
 * A mark of a block: where it stands, and what shows it, if not the words themselves.
 * @typedef {import('../core/whence.js').Mark & {element: Element | null}} ReadMark
 */

import { shadowOf } from "../shared/browser.js";
import { drawsLetters, isSpaced, isVisible, standingByTag, standingOf } from "./drawn.js";
import { elsewhereOf } from "./link.js";
import { wordsOf } from "./note_entries.js";
import { isRaisedMark, raisedLetter, raisedSign } from "./note_signs.js";
import { elementAround, plain } from "./plain.js";
import { asksConsent, isAside, isSpokenOnly, SKIPPED_TAGS } from "./page_tags.js";
import { finish, markOf, quotedFrom, say, saidBy } from "./said.js";

/** Depth of elements read; deeper ones are skipped. Real pages stay under 100. */
const DEEPEST = 2000;

/** From this length of text on, UTF-16 code units, what is hidden is worth waiting for: about a line. */
const LINE = 60;

/** Elements waited for at most; the browser looks at each in every layout. */
const AWAITED = 100;

/** How many elements a cell of marks alone may hold. */
const MOST_MARKS = 60;

/** @type {Record<string, BlockKind>} */
const KINDS = {
  H1: "heading",
  H2: "heading",
  H3: "heading",
  H4: "heading",
  H5: "heading",
  H6: "heading",
  LI: "item",
  DD: "item",
  DT: "item",
  BLOCKQUOTE: "quote",
  FIGCAPTION: "caption",
  CAPTION: "caption",
  TD: "cell",
  TH: "cell",
};

/** Letters and marks that begin a word; what follows a word at once without one belongs to it. */
const WORD_BEGINS = /^[\p{L}\p{N}“‘«"'([–—]/u;

/**
 * What holds for everything inside an element being walked.
 * @typedef {object} Scope
 * @property {Element} owner
 * @property {BlockKind} kind
 * @property {boolean} aside
 * @property {boolean} headline
 * @property {boolean} hidden whether it is known to have no box
 * @property {string} cited the address that it is quoted from, or empty
 *
 * @typedef {import('./said.js').Said} Said
 * @typedef {import('./notes.js').Marker} Marker
 *
 * An element being walked.
 * @typedef {object} Level
 * @property {Node | null} node the next one inside
 * @property {readonly Node[] | null} slotted what stands in it in place of its own children
 * @property {number} at how many of these were walked
 * @property {boolean} elsewhere whether what it holds is of another tree, into which no range runs
 * @property {Scope} scope
 * @property {import('./drawn.js').Standing} standing
 * @property {CSSStyleDeclaration | null} style computed; null where it has no box
 * @property {boolean | undefined} drawn whether text right inside is drawn, once asked
 * @property {Said[] | null} says
 * @property {Line | null} outer the line that it stands apart from
 *
 * A block being read.
 * @typedef {object} Line
 * @property {ReadBlock | null} open
 * @property {number} breaks line breaks since the last word
 * @property {{said: Said, start: number}[]} says of what is around it
 */

/** A page without notes. @type {import('./notes.js').Notes} */
const NONE = { markers: new Map(), keptOut: new Set(), entries: [] };

/** Walks a page and gathers its blocks; stops where told, to go on later. */
export class BlockReader {
  /** @type {ReadBlock[]} */
  blocks = [];
  /** Shadow trees met. @type {ShadowRoot[]} */
  shadows = [];
  /**
   * What a press may unfold: elements without a box now, the outermost such and the first with words in
   * each.
   * @type {Set<Element>}
   */
  folded = new Set();
  /**
   * What is laid out but invisible, and may be shown in its place: the same of it.
   * @type {Set<Element>}
   */
  concealed = new Set();
  /** @type {Map<Element, boolean>} */
  #seen = new Map();
  /** @type {Level[]} */
  #stack = [];
  /** @type {ReadBlock | null} */
  #open = null;
  #gap = false;
  #breaks = 0;
  /** Elements of the line that ended or began since its last word. */
  #edges = /** @type {{style: CSSStyleDeclaration, side: 'start' | 'end'}[]} */ ([]);

  /**
   * @param {Element} root where to begin, usually the body
   * @param {import('./notes.js').Notes} [notes] its marks and references
   */
  constructor(root, notes = NONE) {
    this.notes = notes;
    const scope = { owner: root, kind: /** @type {BlockKind} */ ("paragraph"), hidden: false };
    this.#push(
      root,
      plain(root),
      { ...scope, aside: false, headline: false, cited: "" },
      "block",
      getComputedStyle(root),
    );
  }

  /**
   * Walks on until all is read or `mayGoOn` says no (asked every 64 nodes).
   * @param {() => boolean} mayGoOn
   * @returns {boolean} whether all is read
   */
  read(mayGoOn) {
    const stack = this.#stack;
    for (let count = 1; stack.length > 0; count++) {
      if (count % 64 === 0 && !mayGoOn()) return false;
      const level = stack[stack.length - 1];
      const node = next(level);
      if (node === null) {
        stack.pop();
        this.#leave(level);
        continue;
      }
      const asked = plain(node);
      if (asked.nodeType === Node.TEXT_NODE) this.#text(/** @type {Text} */ (node), level);
      else if (asked.nodeType === Node.ELEMENT_NODE) {
        this.#enter(/** @type {Element} */ (node), /** @type {Element} */ (asked), level.scope);
      }
    }
    this.#close();
    return true;
  }

  /**
   * @param {Element} owner the element entered
   * @param {Element} element the same, to be asked
   * @param {Scope} scope
   */
  #enter(owner, element, scope) {
    const tag = element.tagName.toUpperCase();
    if (tag === "BR") return this.#lineBreak();
    const marker = this.notes.markers.get(owner);
    if (marker !== undefined && !marker.spoken) return this.#mark(marker, owner);
    if (
      SKIPPED_TAGS.has(tag) ||
      this.notes.keptOut.has(owner) ||
      (tag === "SUP" && this.#isRaised(element)) || // a footnote's number
      (tag === "CODE" && element.parentElement?.tagName === "PRE")
    ) {
      if (tag === "PRE") this.#close();
      this.#gap = true;
      return undefined;
    }
    const style = scope.hidden ? null : getComputedStyle(owner);
    const standing = style === null ? standingByTag(tag) : standingOf(owner, element, tag, style);
    if (standing === "block") this.#close();
    if (
      standing === "cut" ||
      this.#stack.length > DEEPEST ||
      /** @type {HTMLElement} */ (element).isContentEditable ||
      (standing === "line" && isSpokenOnly(element)) ||
      asksConsent(owner)
    ) {
      this.#gap = true;
      return undefined;
    }
    const within = this.#within(owner, element, tag, scope, standing);
    this.#push(owner, element, within, standing, style, saidBy(owner, element, tag, marker));
    return undefined;
  }

  /**
   * Notes a mark whose letters are not read. Nothing stands before one that opens its block, but for a cell of
   * marks alone: the cell before it in its row.
   * @param {Marker} marker
   * @param {Element} element what shows it
   */
  #mark(marker, element) {
    const open = this.#open ?? this.#cellBefore(element);
    this.#gap = true;
    if (open === null) return;
    const at = open.text.length;
    open.marks.push(markOf(open, marker, at, at, element));
    if (open !== this.#open) finish(open);
  }

  /** The last cell, where a cell of the same row holds marks in brackets alone. @param {Element} mark */
  #cellBefore(mark) {
    const last = this.blocks.at(-1);
    const cell = plain(mark).closest("td, th");
    const row = cell && plain(cell).closest("tr");
    if (last === undefined || !row || !plain(row).contains(last.owner)) return null;
    if (plain(cell).getElementsByTagName("*").length > MOST_MARKS) return null;
    return /^(?:\s*\[[^[\]]*\])+\s*$/.test(plain(cell).textContent ?? "") ? last : null;
  }

  /**
   * Whether a raised element is read no further: a mark without an anchor, which is noted, or what its page
   * raises beside one.
   * @param {Element} element
   */
  #isRaised(element) {
    const names = element.getAttribute("class") ?? "";
    const words = wordsOf(element);
    // "[clarification needed]", the page behind a mark (": 14").
    if (names.includes("Inline-Template")) return true;
    if (names.includes("reference") && words.startsWith(":")) return true;
    const anchors = element.getElementsByTagName("a");
    if (anchors.length > 0) {
      // They may be marks; brackets and commas around them are not read.
      const { markers } = this.notes;
      const marked = [...element.querySelectorAll("*")].filter((inner) => markers.has(inner));
      for (const inner of marked) this.#mark(/** @type {Marker} */ (markers.get(inner)), inner);
      return true;
    }
    const called = (/** @type {string} */ by) =>
      this.notes.entries.findIndex(({ label }) => label === by);
    const letter = raisedLetter(words);
    const sign =
      words.length > 40
        ? null
        : letter !== null && called(letter) >= 0
          ? letter
          : raisedSign(words);
    const { nextSibling } = element;
    const after = nextSibling === null ? "" : (plain(nextSibling).textContent ?? "").slice(0, 8);
    if (sign === null || this.#open === null || !isRaisedMark(this.#open.text, after)) return false;
    for (const label of sign.split(",").map((part) => part.trim())) {
      const found = called(label);
      const entry = found < 0 ? null : found;
      const marker = { words: label, entry, href: null, spoken: false, anchor: null };
      this.#mark({ kind: "note", ...marker }, element);
    }
    return true;
  }

  /**
   * Goes on inside an element: in its shadow tree, where it has one; in a slot, with what stands in it.
   * @param {Element} owner
   * @param {Element} element the same, to be asked
   * @param {Scope} scope
   * @param {import('./drawn.js').Standing} standing
   * @param {CSSStyleDeclaration | null} style
   * @param {Said[] | null} [says] of its words
   */
  #push(owner, element, scope, standing, style, says = null) {
    const shadow = shadowOf(element);
    if (shadow !== null) this.shadows.push(shadow);
    const slotted = owner instanceof HTMLSlotElement ? owner.assignedNodes() : [];
    const outer = standing === "apart" || standing === "hidden" ? this.#suspend() : null;
    says?.forEach((said) => (said.start = this.#open?.text.length ?? 0));
    if (standing === "line" && style !== null) this.#edges.push({ style, side: "start" });
    const elsewhere = shadow !== null || slotted.length > 0;
    if (elsewhere) this.#gap = true;
    this.#stack.push({
      node: (shadow ?? element).firstChild,
      slotted: slotted.length > 0 ? slotted : null,
      at: 0,
      elsewhere,
      scope,
      standing,
      style: standing === "hidden" ? null : style,
      drawn: undefined,
      says,
      outer,
    });
  }

  /**
   * The scope inside an element.
   * @param {Element} owner
   * @param {Element} element the same, to be asked
   * @param {string} tag
   * @param {Scope} scope
   * @param {import('./drawn.js').Standing} standing
   * @returns {Scope}
   */
  #within(owner, element, tag, scope, standing) {
    // Who signs a quotation stands in its footer.
    const signs = tag === "FOOTER" && scope.kind === "quote";
    const aside = scope.aside || (!signs && isAside(element));
    const hidden = scope.hidden || standing === "hidden";
    if (standing === "line") return aside === scope.aside ? scope : { ...scope, aside };
    const kind =
      KINDS[tag] ??
      (scope.kind === "paragraph" && isCaption(element) ? "caption" : undefined) ??
      scope.kind;
    return {
      owner: standing === "through" ? scope.owner : owner,
      // A list or quotation in a caption stays a caption, a heading in a list item is a heading.
      kind: scope.kind === "caption" ? "caption" : kind,
      aside,
      headline: scope.headline || tag === "H1",
      hidden,
      cited: (tag === "BLOCKQUOTE" && elsewhereOf(element, "cite")) || (signs ? "" : scope.cited),
    };
  }

  /** @param {Level} level */
  #leave({ standing, style, says, outer, elsewhere }) {
    const open = this.#open;
    if (says !== null && open !== null) for (const said of says) say(open, said);
    if (standing === "line" && style !== null) this.#edges.push({ style, side: "end" });
    else if (standing !== "line" && standing !== "through") this.#close();
    if (outer !== null) this.#resume(outer);
    if (elsewhere) this.#gap = true;
  }

  /** Puts the open line by for what stands apart from it. @returns {Line} */
  #suspend() {
    const says = [];
    for (const level of this.#stack) {
      for (const said of level.says ?? []) {
        says.push({ said, start: said.start });
        said.start = 0;
      }
    }
    const line = { open: this.#open, breaks: this.#breaks, says };
    this.#open = null;
    this.#breaks = 0;
    return line;
  }

  /** @param {Line} line */
  #resume({ open, breaks, says }) {
    this.#open = open;
    this.#breaks = breaks;
    for (const { said, start } of says) said.start = start;
    this.#gap = open !== null;
  }

  /**
   * @param {Text} node
   * @param {Level} level
   */
  #text(node, level) {
    const text = node.data;
    if (text === "") return;
    const { scope } = level;
    if (!this.#draws(level)) {
      this.#gap = true;
      return;
    }
    if (this.#open?.aside && !scope.aside) this.#close(); // what follows is the article's again
    if (this.#open === null) {
      if (text.trim() === "") return;
      this.#begin(scope);
    } else if (scope.aside && !this.#open.aside) {
      this.#gap = true; // a marked stretch inside a line: a share button, a photo's credit
      return;
    }
    const open = /** @type {ReadBlock} */ (this.#open);
    if (text.trim() !== "") this.#breaks = 0;
    if (this.#edges.length > 0) {
      if (/\S$/.test(open.text) && WORD_BEGINS.test(text) && isSpaced(this.#edges))
        open.text += " ";
      this.#edges = [];
    }
    open.parts.push({ node, at: open.text.length, length: text.length, gap: this.#gap });
    open.text += text;
    this.#gap = false;
  }

  /** @param {Scope} scope */
  #begin({ owner, kind, aside, headline, cited }) {
    const open = { text: "", kind, links: [], marks: [], parts: [], owner, aside, headline };
    this.#open = /** @type {ReadBlock} */ (open);
    // Where it begins, and not where it ends: what stands apart from its line comes after it.
    this.blocks.push(this.#open);
    // A link that was entered before its first word begins where the block does.
    this.#restart();
    if (cited !== "") this.#open.marks.push(markOf(this.#open, quotedFrom(cited), 0, -1, null));
    this.#gap = false;
    this.#edges = [];
  }

  /** What is said of words begins anew, where the block does. */
  #restart() {
    for (const { says } of this.#stack) says?.forEach((said) => (said.start = 0));
  }

  /**
   * Whether the text right inside an element is drawn. That a block is invisible is asked when it ends.
   * @param {Level} level
   */
  #draws(level) {
    const { style, standing, scope } = level;
    if (style === null) return true;
    if (level.drawn === undefined) {
      level.drawn = drawsLetters(style);
      if (standing === "line" && style.visibility !== "visible" && this.#isSeen(scope.owner)) {
        level.drawn = false;
      }
    }
    return level.drawn;
  }

  #lineBreak() {
    if (this.#open === null) return;
    this.#breaks += 1;
    if (this.#breaks > 1) {
      this.#close();
      this.#restart();
    } else {
      this.#open.text += "\n";
      this.#gap = true;
    }
  }

  #close() {
    const open = this.#open;
    this.#open = null;
    this.#gap = false;
    this.#breaks = 0;
    this.#edges = [];
    if (open === null) return;
    if (!/\p{L}|\p{N}/u.test(open.text)) return this.#drop(open);
    if (!this.#isSeen(open.owner)) {
      if (!open.aside && open.text.length >= LINE) this.#await(open.owner);
      return this.#drop(open);
    }
    for (const { says } of this.#stack) {
      for (const said of says ?? []) {
        say(open, said);
        said.start = 0;
      }
    }
    finish(open);
    return undefined;
  }

  /** @param {ReadBlock} block nearly always the last */
  #drop(block) {
    const at = this.blocks.lastIndexOf(block);
    if (at === this.blocks.length - 1) this.blocks.pop();
    else this.blocks.splice(at, 1);
  }

  /** @param {Element} owner whose text was not read because it is not drawn */
  #await(owner) {
    if (this.folded.size + this.concealed.size >= AWAITED) return;
    let outermost = owner;
    for (
      let at = /** @type {Element | null} */ (owner);
      at !== null && !this.#isSeen(at);
      at = elementAround(at)
    ) {
      if (this.folded.has(at) || this.concealed.has(at)) return;
      outermost = at;
    }
    // One that is laid out, but invisible, has its size already.
    const awaited = plain(outermost).checkVisibility() ? this.concealed : this.folded;
    // The innermost too: the outermost may come without a box of its own (`display: contents`).
    awaited.add(outermost).add(owner);
  }

  /** @param {Element} owner */
  #isSeen(owner) {
    let seen = this.#seen.get(owner);
    if (seen === undefined) this.#seen.set(owner, (seen = isVisible(owner)));
    return seen;
  }
}

/** The next node inside an element being walked. @param {Level} level */
function next(level) {
  const { slotted, node } = level;
  if (slotted !== null) return slotted[level.at++] ?? null;
  if (node !== null) level.node = plain(node).nextSibling;
  return node;
}

/** @param {Element} element */
function isCaption(element) {
  return /(?:^|[\s_-])caption(?:$|[\s_-])/i.test(element.getAttribute("class") ?? "");
}
