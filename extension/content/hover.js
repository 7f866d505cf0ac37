/**
 * The pointer on the page: when it rests on a claim, when it has left. Knows places and times;
 * `onRest` and `onLeave` say what they mean. Listens only between `start` and `stop`, and has a
 * timer only while the pointer moves.
 */

import { page, plain } from "./plain.js";

/** How long the pointer must rest, ms, before a card opens. */
export const DWELL = 300;

/** How far it may tremble while it rests, CSS pixels. */
export const TREMBLE = 5;

/** How long it may be off the claim and the card before the card closes, ms. */
export const GRACE = 300;

/** How far a press may wander and still be a tap, CSS pixels. */
const TAP = 10;

/**
 * @typedef {object} PointerPlaces
 * @property {(x: number, y: number, how: 'rest' | 'press' | 'tap') => void} onPoint
 *   the pointer rests here, or pressed here
 * @property {(x: number, y: number) => boolean} isHeld
 *   whether a place belongs to the open card or its claim
 * @property {() => void} onLeave the pointer has left both for good
 * @property {() => boolean} isOpen
 * @property {(x: number, y: number) => void} onOutside a press somewhere else
 */

export class Hover {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #rest = undefined;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #leave = undefined;
  #at = { x: -1, y: -1 };
  #down = { x: 0, y: 0, own: false };
  /** @type {AbortController | null} */
  #listening = null;

  /** @param {PointerPlaces} places */
  constructor(places) {
    this.places = places;
  }

  /** Listens, from now on; anew where it did before. */
  start() {
    this.#listening?.abort();
    this.#listening = new AbortController();
    const options = { capture: true, passive: true, signal: this.#listening.signal };
    const on = (/** @type {string} */ type, /** @type {(event: any) => void} */ then) =>
      addEventListener(type, then, options);
    on("pointermove", (event) => this.#move(event));
    on("pointerdown", (event) => this.#press(event));
    on("click", (event) => this.#click(event));
    on("pointerout", (event) => {
      if (event.isTrusted && event.relatedTarget === null) this.#cancelRest(); // left the window
    });
  }

  stop() {
    this.#listening?.abort();
    this.#listening = null;
    this.#cancelRest();
    this.#cancelLeave();
  }

  /** @param {PointerEvent} event */
  #move(event) {
    if (!event.isTrusted || event.pointerType === "touch") return;
    const { clientX: x, clientY: y } = event;
    if (this.places.isOpen()) this.#watchLeave(x, y);
    if (event.buttons !== 0) return this.#cancelRest();
    const far = Math.abs(x - this.#at.x) > TREMBLE || Math.abs(y - this.#at.y) > TREMBLE;
    if (this.#rest !== undefined && !far) return undefined;
    if (!far && this.#rest === undefined) return undefined; // has rested here before
    this.#at = { x, y };
    this.#cancelRest();
    this.#rest = setTimeout(() => {
      this.#rest = undefined;
      this.places.onPoint(x, y, "rest");
    }, DWELL);
    return undefined;
  }

  /**
   * @param {number} x
   * @param {number} y
   */
  #watchLeave(x, y) {
    if (this.places.isHeld(x, y)) return this.#cancelLeave();
    this.#leave ??= setTimeout(() => {
      this.#leave = undefined;
      this.places.onLeave();
    }, GRACE);
    return undefined;
  }

  /** @param {PointerEvent} event */
  #press(event) {
    if (!event.isTrusted) return;
    this.#cancelRest();
    this.#down = { x: event.clientX, y: event.clientY, own: this.places.isOpen() };
    if (!this.places.isHeld(event.clientX, event.clientY)) {
      this.places.onOutside(event.clientX, event.clientY);
    }
  }

  /** @param {PointerEvent} event */
  #click(event) {
    if (!event.isTrusted || event.button !== 0) return;
    const { clientX: x, clientY: y } = event;
    if (Math.abs(x - this.#down.x) > TAP || Math.abs(y - this.#down.y) > TAP) return; // a drag
    if (!page.getSelection()?.isCollapsed) return;
    if (isForThePage(event.composedPath()[0])) return;
    this.places.onPoint(x, y, event.pointerType === "touch" ? "tap" : "press");
  }

  #cancelRest() {
    clearTimeout(this.#rest);
    this.#rest = undefined;
  }

  #cancelLeave() {
    clearTimeout(this.#leave);
    this.#leave = undefined;
  }
}

/**
 * Whether a press there does something of the page's own: such presses are not ours.
 * @param {EventTarget | undefined} target
 */
function isForThePage(target) {
  return (
    target instanceof Element &&
    plain(target).closest(
      "a[href], button, input, select, textarea, label, summary, video, audio",
    ) !== null
  );
}
