/**
 * Watches the page for changes of its text. One observer; it only notes that something changed and
 * waits until the page is idle, longer where the page goes on and on.
 */

import { idle } from "./pace.js";

/** The first wait after a change, ms: pages build themselves in bursts. */
const FIRST_WAIT = 400;

/** The longest wait, ms, for pages that never stop changing. */
const LONGEST_WAIT = 15_000;

/** The longest wait by the time that reading takes: so many times that. A short page need not wait long. */
const LONGEST_TIMES = 50;

/** A page that was quiet this long, ms, is waited for as at first. */
const QUIET = 5_000;

export class Watch {
  /** @type {MutationObserver | null} */
  #observer = null;
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
      if (this.#timer === undefined && this.matters(records)) {
        this.#later();
      }
    });
    for (const root of roots) {
      this.#observer.observe(root, { childList: true, characterData: true, subtree: true });
    }
  }

  stop() {
    this.#observer?.disconnect();
    this.#observer = null;
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
