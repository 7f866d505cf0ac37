/**
 * Reads the page's text into blocks, as the core wants them, and remembers which text node each
 * stretch came from. Reads only; nothing on the page changes.
 *
 * A block is a run of text that no block tag interrupts. Its text is exactly what its text nodes
 * hold, joined; a line break (`<br>`) is a "\n" of its own, and two of them part two blocks.
 *
 * @typedef {import('./ranges.js').Part} Part
 * @typedef {import('../core/whence.js').Block['kind']} BlockKind
 * @typedef {object} ReadBlock
 * @property {string} text
 * @property {BlockKind} kind
 * @property {{start: number, end: number, href: string}[]} links
 * @property {Part[]} parts in order
 * @property {Element} owner the nearest element of a block tag
 * @property {boolean} aside whether it stands beside the article by its marks
 * @property {boolean} headline whether it stands in an h1
 */

import { shadowOf } from "../shared/browser.js";
import { elementAround, plain } from "./plain.js";
import {
  asksConsent,
  BLOCK_TAGS,
  isAside,
  isUnseenInline,
  isVisible,
  SKIPPED_TAGS,
} from "./page_tags.js";

/** Depth of elements read; deeper ones are skipped. Real pages stay under 100. */
const DEEPEST = 2000;

/** From this length of text on, UTF-16 code units, what is hidden is worth waiting for: about a line. */
const LINE = 60;

/** Elements waited for at most; the browser looks at each in every layout. */
const AWAITED = 100;

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

/**
 * What holds for everything inside an element being walked.
 * @typedef {object} Scope
 * @property {Element} owner
 * @property {BlockKind} kind
 * @property {boolean} aside
 * @property {boolean} headline
 */

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
  /** @type {Map<Element, boolean>} */
  #seen = new Map();
  /** @type {{node: Node | null, scope: Scope, link: {start: number, href: string} | null}[]} */
  #stack = [];
  /** @type {ReadBlock | null} */
  #open = null;
  #gap = false;
  #breaks = 0;

  /** @param {Element} root where to begin, usually the body */
  constructor(root) {
    const scope = { owner: root, kind: /** @type {BlockKind} */ ("paragraph") };
    this.#stack.push({
      node: root.firstChild,
      scope: { ...scope, aside: false, headline: false },
      link: null,
    });
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
      const node = level.node;
      if (node === null) {
        stack.pop();
        this.#leave(level);
        continue;
      }
      const asked = plain(node);
      level.node = asked.nextSibling;
      if (asked.nodeType === Node.TEXT_NODE) this.#text(/** @type {Text} */ (node), level.scope);
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
    const block = BLOCK_TAGS.has(tag);
    if (block) this.#close();
    if (
      SKIPPED_TAGS.has(tag) ||
      this.#stack.length > DEEPEST ||
      /** @type {HTMLElement} */ (element).isContentEditable ||
      (tag === "SUP" && element.querySelector("a") !== null) || // a footnote's number
      (tag === "CODE" && element.parentElement?.tagName === "PRE") ||
      asksConsent(owner)
    ) {
      if (tag === "PRE") this.#close();
      this.#gap = true;
      return undefined;
    }
    if (block) {
      this.#push(element, this.#within(owner, element, tag, scope), null);
      return undefined;
    }
    if (element.firstChild !== null && isUnseenInline(owner)) {
      this.#gap = true;
      return undefined;
    }
    const aside = scope.aside || isAside(element);
    const href = tag === "A" ? /** @type {HTMLAnchorElement} */ (element).href : "";
    const link = /^https?:/.test(href) ? { start: this.#open?.text.length ?? 0, href } : null;
    this.#push(element, aside === scope.aside ? scope : { ...scope, aside }, link);
    return undefined;
  }

  /**
   * Goes on inside an element: its shadow tree first, where it has one, then its own children.
   * @param {Element} element
   * @param {Scope} scope
   * @param {{start: number, href: string} | null} link
   */
  #push(element, scope, link) {
    this.#stack.push({ node: element.firstChild, scope, link });
    const shadow = shadowOf(element);
    if (shadow === null) return;
    this.shadows.push(shadow);
    this.#stack.push({ node: shadow.firstChild, scope, link: null });
  }

  /**
   * The scope inside a block element.
   * @param {Element} owner
   * @param {Element} element the same, to be asked
   * @param {string} tag
   * @param {Scope} scope
   * @returns {Scope}
   */
  #within(owner, element, tag, scope) {
    const kind =
      KINDS[tag] ??
      (scope.kind === "paragraph" && isCaption(element) ? "caption" : undefined) ??
      scope.kind;
    return {
      owner,
      // A list or quotation in a caption stays a caption, a heading in a list item is a heading.
      kind: scope.kind === "caption" ? "caption" : kind,
      aside: scope.aside || isAside(element),
      headline: scope.headline || tag === "H1",
    };
  }

  /** @param {{scope: Scope, link: {start: number, href: string} | null}} level */
  #leave(level) {
    if (level.link !== null) {
      const open = this.#open;
      if (open !== null && open.text.length > level.link.start) {
        open.links.push({ start: level.link.start, end: open.text.length, href: level.link.href });
      }
      return;
    }
    // Leaving a block element ends the block; leaving an inline one leaves the scope as it was.
    const above = this.#stack[this.#stack.length - 1];
    if (above === undefined || above.scope.owner !== level.scope.owner) this.#close();
  }

  /**
   * @param {Text} node
   * @param {Scope} scope
   */
  #text(node, scope) {
    const text = node.data;
    if (text === "") return;
    if (this.#open?.aside && !scope.aside) this.#close(); // what follows is the article's again
    if (this.#open === null) {
      if (text.trim() === "") return;
      this.#open = {
        text: "",
        kind: scope.kind,
        links: [],
        parts: [],
        owner: scope.owner,
        aside: scope.aside,
        headline: scope.headline,
      };
      // A link that was entered before its first word begins where the block does.
      for (const level of this.#stack) if (level.link !== null) level.link.start = 0;
      this.#gap = false;
    } else if (scope.aside && !this.#open.aside) {
      this.#gap = true; // a marked stretch inside a line: a share button, a photo's credit
      return;
    }
    const open = this.#open;
    if (text.trim() !== "") this.#breaks = 0;
    open.parts.push({ node, at: open.text.length, length: text.length, gap: this.#gap });
    open.text += text;
    this.#gap = false;
  }

  #lineBreak() {
    if (this.#open === null) return;
    this.#breaks += 1;
    if (this.#breaks > 1) {
      const links = this.#stack.filter((level) => level.link !== null);
      this.#close();
      for (const level of links) if (level.link) level.link.start = 0;
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
    if (open === null || !/\p{L}|\p{N}/u.test(open.text)) return;
    if (!this.#isSeen(open.owner)) {
      if (!open.aside && open.text.length >= LINE) this.#await(open.owner);
      return;
    }
    for (const level of this.#stack) {
      if (level.link !== null && open.text.length > level.link.start) {
        open.links.push({ start: level.link.start, end: open.text.length, href: level.link.href });
        level.link.start = 0;
      }
    }
    open.links.sort((a, b) => a.start - b.start);
    this.blocks.push(open);
  }

  /** @param {Element} owner whose text was not read because it has no box */
  #await(owner) {
    if (this.folded.size >= AWAITED) return;
    let outermost = owner;
    for (
      let at = /** @type {Element | null} */ (owner);
      at !== null && !this.#isSeen(at);
      at = elementAround(at)
    ) {
      if (this.folded.has(at)) return;
      outermost = at;
    }
    // One that is laid out, but invisible, has its size already, and would tell nothing.
    if (plain(outermost).checkVisibility()) return;
    // The innermost too: the outermost may come without a box of its own (`display: contents`).
    this.folded.add(outermost).add(owner);
  }

  /** @param {Element} owner */
  #isSeen(owner) {
    let seen = this.#seen.get(owner);
    if (seen === undefined) this.#seen.set(owner, (seen = isVisible(owner)));
    return seen;
  }
}

/** @param {Element} element */
function isCaption(element) {
  return /(?:^|[\s_-])caption(?:$|[\s_-])/i.test(element.getAttribute("class") ?? "");
}
