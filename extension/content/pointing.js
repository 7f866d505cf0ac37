/**
 * What the reader points at, by pointer, touch or key, and the card that speaks of it.
 *
 * @typedef {import('./reading.js').Reading} Reading
 * @typedef {import('./reading.js').Finding} Finding
 */

import { BOUNDS } from "../shared/bounds.js";
import { alive, askBackground } from "../shared/browser.js";
import { bibtexOf, cslOf } from "../shared/works.js";
import { Card } from "./card.js";
import { cardWords } from "./card_words.js";
import { caretAt } from "./caret.js";
import { copyText } from "./copy.js";
import { citationOf, reportOf } from "./quote.js";
import { paintActive, restore } from "./highlights.js";
import { Hover } from "./hover.js";
import { SHEET_WIDTH } from "./placement.js";
import { page, plain } from "./plain.js";
import { seenAt } from "./seen_through.js";

/** How a cited work is copied. */
const FORMS = { csl: cslOf, bibtex: bibtexOf };

/** How near the lower edge of the view a claim may lie and count as in view, CSS pixels. */
const EDGE = 40;

export class Pointing {
  /** @type {Finding | null} */
  #at = null;
  #card = new Card();
  /** Where the claim at hand stands. @type {Range[]} */
  #ranges = [];
  /** @type {AbortController | null} */
  #whileOpen = null;

  /**
   * @param {() => Reading | null} reading
   * @param {() => void} orphaned called when the extension behind this script is gone
   * @param {(kind: string, reach: 'page' | 'site' | 'everywhere') => void} hide called when the reader hides a
   *   kind of hint
   */
  constructor(reading, orphaned, hide) {
    this.reading = reading;
    this.orphaned = orphaned;
    this.hide = hide;
    this.hover = new Hover({
      isOpen: () => this.#card.isOpen,
      isHeld: (x, y) => this.#isHeld(x, y),
      onPoint: (x, y, how) => this.#point(x, y, how),
      onLeave: () => {
        if (!this.#card.isPinned) this.close();
      },
      onOutside: () => this.close(),
    });
  }

  start() {
    this.hover.start();
  }

  stop() {
    this.hover.stop();
    this.close();
    this.#at = null;
  }

  /** Whether a node is the card's own. @param {Node} node */
  owns(node) {
    return node === this.#card.host;
  }

  /**
   * The page was read anew. The card stays where its very claim still stands.
   * @param {Reading | null} before
   * @param {Reading | null} after
   */
  changed(before, after) {
    const at = before && after && this.#at && after.counterpartOf(this.#at, before);
    this.#at = at || null;
    if (!this.#at || !after) this.close();
    else if (this.#card.isOpen) {
      this.#ranges = after.rangesOf(this.#at);
      paintActive(this.#ranges);
      if (!this.#card.place() && !this.#card.isPinned) this.close();
    }
  }

  close() {
    this.#whileOpen?.abort();
    this.#whileOpen = null;
    this.#card.close();
    paintActive([]);
  }

  /**
   * Scrolls to a finding and shows its card.
   * @param {Finding} finding
   * @param {{focus: boolean}} [manner]
   */
  jump(finding, manner = { focus: false }) {
    const range = this.reading()?.rangesOf(finding)[0];
    if (range === undefined) return;
    reveal(range);
    const line = range.getClientRects()[0] ?? range.getBoundingClientRect();
    const point = { x: line.left + Math.min(line.width / 2, 60), y: line.top + line.height / 2 };
    this.#open(finding, point, { pinned: true, focus: manner.focus, announce: true });
  }

  /**
   * Goes on among the claims, in the order of the page; 0 takes the focus to the card of the claim
   * at hand.
   * @param {number} by
   */
  step(by) {
    const reading = this.reading();
    const count = reading?.reply.attributions.length ?? 0;
    if (reading === null || count === 0) return;
    const at = this.#at?.attribution ?? null;
    if (by === 0 && this.#card.isOpen) {
      this.#card.pin();
      this.#card.focus();
      return;
    }
    const next = at === null ? firstInView(reading, by < 0) : by === 0 ? at : at + by;
    this.jump({ attribution: (next + count) % count, figure: null }, { focus: by === 0 });
  }

  /**
   * @param {number} x
   * @param {number} y
   * @param {'rest' | 'press' | 'tap'} how
   */
  #point(x, y, how) {
    if (!alive()) return this.orphaned();
    restore();
    const reading = this.reading();
    if (reading === null || this.#isOnCard(x, y)) return;
    const finding = findingAt(reading, x, y);
    if (finding === null) return;
    const same =
      this.#card.isOpen &&
      this.#at?.attribution === finding.attribution &&
      this.#at.figure === finding.figure &&
      (this.#at.citation ?? null) === (finding.citation ?? null);
    if (same) {
      if (how !== "rest") this.#card.pin();
      return;
    }
    if (this.#card.isPinned && how === "rest") return; // the reader is at another card
    this.#open(finding, { x, y }, { pinned: how !== "rest", focus: false, announce: false });
  }

  /**
   * @param {Finding} finding
   * @param {{x: number, y: number}} point
   * @param {{pinned: boolean, focus: boolean, announce: boolean}} manner
   */
  #open(finding, point, manner) {
    const reading = this.reading();
    if (reading === null) return;
    const ranges = reading.rangesOf(finding);
    if (ranges.length === 0) return;
    this.#at = finding;
    this.#ranges = ranges;
    const of = reading.reply.attributions.length;
    const step =
      manner.announce && finding.attribution !== null
        ? { place: finding.attribution + 1, of }
        : null;
    const card = cardWords(reading, finding, { step });
    paintActive(ranges);
    this.#card.open(
      card,
      () => this.#ranges.flatMap((range) => [...range.getClientRects()]),
      point,
      manner,
      {
        close: () => this.close(),
        next: (other) => this.jump(other, { focus: true }),
        copy: () => copyText(citationOf(reading, finding, card)),
        report: () => copyText(reportOf(reading, finding)),
        note: (note) => this.#goTo(note),
        works: (entries) =>
          askBackground("read-references", {
            entries: entries.map((entry) => entry.slice(0, BOUNDS.entry)),
          }),
        copyWork: (work, { written, href }, form) => {
          const whole = { written: written ?? "", label: "", href, entry: true, claims: [] };
          return copyText(FORMS[form]([{ ...whole, read: work }]));
        },
        hide: (reach) => {
          this.close();
          if (card.like) this.hide(card.like.kind, reach);
        },
      },
    );
    this.#follow();
  }

  /**
   * Goes from the card to a note of the page, and back to the words; the card stays.
   * @param {Element | null} note null: back
   */
  #goTo(note) {
    this.#card.pin();
    if (note === null) {
      if (this.#ranges[0]) reveal(this.#ranges[0]);
      paintActive(this.#ranges);
      return;
    }
    if (!note.isConnected) return;
    plain(note).scrollIntoView({ block: "center", behavior: "instant" });
    const range = new Range();
    range.selectNodeContents(note);
    paintActive([range]);
  }

  /** While a card is open: Escape closes it, scrolling takes it along. */
  #follow() {
    this.#whileOpen?.abort();
    const open = (this.#whileOpen = new AbortController());
    let waits = false;
    const move = () => {
      if (waits) return;
      waits = true;
      requestAnimationFrame(() => {
        waits = false;
        if (!open.signal.aborted && !this.#card.place() && !this.#card.isPinned) this.close();
      });
    };
    const listen = { capture: true, signal: open.signal };
    // What the page itself makes up closes nothing.
    const close = (/** @type {Event} */ event) => {
      if (event.isTrusted) this.close();
    };
    addEventListener("scroll", move, { ...listen, passive: true });
    addEventListener("resize", move, { ...listen, passive: true });
    addEventListener("pagehide", close, listen);
    page.addEventListener("fullscreenchange", close, listen);
    addEventListener(
      "keydown",
      (event) => {
        if (!event.isTrusted || event.key !== "Escape" || event.target === this.#card.host) return;
        event.stopPropagation();
        event.preventDefault();
        this.close();
      },
      listen,
    );
  }

  /**
   * @param {number} x
   * @param {number} y
   */
  #isHeld(x, y) {
    const reading = this.reading();
    if (!this.#card.isOpen || reading === null || this.#at === null) return false;
    return this.#isOnCard(x, y) || reading.isOn(this.#at, x, y);
  }

  /**
   * On the card, or in the gap between it and its words.
   * @param {number} x
   * @param {number} y
   */
  #isOnCard(x, y) {
    const rect = this.#card.rect();
    const gap = 8;
    return (
      rect !== null &&
      x >= rect.left - gap &&
      x <= rect.right + gap &&
      y >= rect.top - gap &&
      y <= rect.bottom + gap
    );
  }
}

/**
 * The finding whose drawn words lie at a place on screen; also where something lies over them that lets
 * them be seen.
 * @param {Reading} reading
 * @param {number} x
 * @param {number} y
 * @returns {Finding | null}
 */
function findingAt(reading, x, y) {
  const caret = caretAt(x, y);
  const finding = caret && reading.findingAt(caret.node, caret.offset);
  if (finding && reading.isOn(finding, x, y)) return finding;
  for (const element of seenAt(x, y)) {
    const covered = reading.findingIn(element, x, y);
    if (covered !== null) return covered;
  }
  return null;
}

/**
 * Brings a range into view, no further than needed; where the card will be a sheet at the foot of
 * the view, into its upper part.
 * @param {Range} range
 */
function reveal(range) {
  const low = innerWidth <= SHEET_WIDTH ? innerHeight * 0.25 : innerHeight - EDGE;
  const fits = () => {
    const { top, bottom } = range.getBoundingClientRect();
    return top >= 0 && (bottom <= low || top <= low / 2);
  };
  if (fits()) return;
  const element = range.startContainer.parentElement;
  if (element) plain(element).scrollIntoView({ block: "center", behavior: "instant" });
  if (fits()) return; // else its block is taller than the view, or a sheet is to come
  const { top } = range.getBoundingClientRect();
  scrollBy({ top: top - Math.min(low / 2, innerHeight / 3), behavior: "instant" });
}

/**
 * The first claim at or below the top of the view; the last one above it, going backwards.
 * @param {Reading} reading
 * @param {boolean} backwards
 */
function firstInView(reading, backwards) {
  const below = reading.claimRanges.findIndex(
    (ranges) => ranges.length > 0 && ranges[0].getBoundingClientRect().top >= 0,
  );
  if (below < 0) return backwards ? reading.claimRanges.length - 1 : 0;
  return backwards ? below - 1 : below;
}
