/**
 * Watches the page for changes of its text. It only notes that something changed and waits until the
 * page is idle, longer where the page goes on and on. What is folded away or invisible is watched where
 * there is any.
 */

import { isVisible } from "./drawn.js";
import { idle } from "./pace.js";
import { elementAround } from "./plain.js";

/** The first wait after a change, ms: pages build themselves in bursts. */
const FIRST_WAIT = 400;

/** The longest wait, ms, for pages that never stop changing. */
const LONGEST_WAIT = 15_000;

/** The longest wait by the time that reading takes: so many times that. A short page need not wait long. */
const LONGEST_TIMES = 50;

/** What may have shown something that was laid out already: scripts loaded, sheets, animations, presses. */
const REVEALING = ["load", "animationstart", "animationend", "transitionend", "click", "change"];

/** A page that was quiet this long, ms, is waited for as at first. */
const QUIET = 5_000;

export class Watch {
  /** @type {MutationObserver | null} */
  #observer = null;
  /** @type {ResizeObserver | null} */
  #unfolding = null;
  /** Laid out, but invisible. @type {Set<Element>} */
  #concealed = new Set();
  /** Sees marks of theirs, and of what is around them, change. @type {MutationObserver | null} */
  #marks = null;
  /** @type {AbortController | null} */
  #revealing = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer = undefined;
  #wait = FIRST_WAIT;
  #last = 0;
  /** How long the last reading took, ms. */
  #took = LONGEST_WAIT;

  /**
   * @param {(records: readonly MutationRecord[]) => boolean} matters whether these changes can alter
   *   what was read
   * @param {() => Promise<void>} onChange
   */
  constructor(matters, onChange) {
    this.matters = matters;
    this.onChange = onChange;
  }

  /** @param {readonly Node[]} roots the document and the shadow trees read */
  start(roots) {
    this.stop();
    this.#observer = new MutationObserver((records) => {
      if (this.#timer === undefined && (this.matters(records) || this.#isRevealed())) {
        this.#later();
      }
    });
    for (const root of roots) {
      this.#observer.observe(root, { childList: true, characterData: true, subtree: true });
    }
  }

  /**
   * Takes it for a change when one of these, which have no box now, gets one: a `details` that is opened,
   * a panel of tabs that is shown. In place of those awaited so far.
   * @param {Set<Element>} folded
   */
  await(folded) {
    this.#unfolding?.disconnect();
    this.#unfolding = null;
    if (folded.size === 0) return;
    this.#unfolding = new ResizeObserver((entries) => {
      if (this.#timer === undefined && entries.some(({ target }) => isVisible(target))) {
        this.#later();
      }
    });
    for (const element of folded) this.#unfolding.observe(element);
  }

  /**
   * Takes it for a change when one of these becomes visible, which tells of itself by nothing: it is
   * looked at when marks of it or of what is around it change, when a sheet goes or comes, when an
   * animation ends, after a press. In place of those awaited so far.
   * @param {Set<Element>} concealed
   */
  awaitVisible(concealed) {
    this.#forget();
    if (concealed.size === 0) return;
    this.#concealed = concealed;
    const look = () => {
      if (this.#timer === undefined && this.#isRevealed()) this.#later();
    };
    this.#marks = new MutationObserver(look);
    /** @type {Set<Element>} */
    const observed = new Set();
    for (const element of concealed) {
      let at = /** @type {Element | null} */ (element);
      for (; at !== null && !observed.has(at); at = elementAround(at)) {
        observed.add(at);
        this.#marks.observe(at, { attributes: true });
      }
    }
    this.#revealing = new AbortController();
    const how = { capture: true, passive: true, signal: this.#revealing.signal };
    for (const type of REVEALING) addEventListener(type, () => requestAnimationFrame(look), how);
  }

  #isRevealed() {
    for (const element of this.#concealed) if (isVisible(element)) return true;
    return false;
  }

  #forget() {
    this.#concealed = new Set();
    this.#marks?.disconnect();
    this.#marks = null;
    this.#revealing?.abort();
    this.#revealing = null;
  }

  stop() {
    this.#forget();
    this.#observer?.disconnect();
    this.#observer = null;
    this.#unfolding?.disconnect();
    this.#unfolding = null;
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #later() {
    const now = performance.now();
    const longest = Math.min(LONGEST_WAIT, Math.max(FIRST_WAIT, this.#took * LONGEST_TIMES));
    this.#wait = now - this.#last > QUIET ? FIRST_WAIT : Math.min(this.#wait * 2, longest);
    this.#timer = setTimeout(async () => {
      await idle(1000);
      this.#timer = undefined;
      this.#last = performance.now();
      if (!this.#observer) return;
      await this.onChange();
      this.#took = performance.now() - this.#last;
    }, this.#wait);
  }
}
