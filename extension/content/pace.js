/** How content work shares the page's thread. */

import { page } from "./plain.js";

/** Milliseconds of work in one task: half a frame. */
export const SLICE = 8;

/** How long a page that never rests is given before a slice of ours comes all the same, ms. */
const LONGEST_BREATH = 60;

/**
 * Lets the page's own work run, then goes on. As a task of the lowest kind: what `yield` goes on with
 * comes before the page's frames and timers, which on a page of 10 MB stood still for a second. A page
 * whose own work never ends would never be read so: there a timer comes first.
 * @returns {Promise<void>}
 */
export function breathe() {
  const scheduler = /** @type {any} */ (globalThis).scheduler;
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, scheduler?.postTask ? LONGEST_BREATH : 0);
    scheduler?.postTask?.(
      () => {
        clearTimeout(timer);
        resolve();
      },
      { priority: "background" },
    );
  });
}

/**
 * Runs when the page is idle, at the latest after `most` ms.
 * @param {number} most
 * @returns {Promise<void>}
 */
export function idle(most) {
  return new Promise((resolve) => requestIdleCallback(() => resolve(), { timeout: most }));
}

/** How often a page that is still being parsed is looked at, ms, should nobody tell of its end. */
const PARSING = 250;

/** Resolves once the page is parsed. */
export function parsed() {
  return new Promise((/** @type {(value?: unknown) => void} */ resolve) => {
    const look = () => {
      if (page.readyState !== "loading") return resolve();
      // A page that writes its document anew takes the listener off.
      setTimeout(look, PARSING);
      return undefined;
    };
    page.addEventListener("DOMContentLoaded", () => resolve(), { once: true });
    look();
  });
}

/** Whether the reader can see the page: not while it is prerendered or in a hidden tab. */
export function isSeen() {
  return page.visibilityState === "visible" && !(/** @type {any} */ (page).prerendering);
}

/** Resolves once the reader can see the page. */
export function seen() {
  if (isSeen()) return Promise.resolve();
  return new Promise((/** @type {(value?: unknown) => void} */ resolve) => {
    const look = () => {
      if (!isSeen()) return;
      page.removeEventListener("visibilitychange", look);
      page.removeEventListener("prerenderingchange", look);
      resolve();
    };
    page.addEventListener("visibilitychange", look);
    page.addEventListener("prerenderingchange", look);
  });
}

/**
 * Does work that goes in small steps, a slice of a task at a time; gives what the last step gives.
 * @template R
 * @param {Iterator<unknown, R>} steps each a little work, well under a slice
 */
export async function inSlices(steps) {
  let until = performance.now() + SLICE;
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    if (performance.now() < until) continue;
    await breathe();
    until = performance.now() + SLICE;
  }
}

/**
 * Does work of which each step is to be drawn, so many steps a frame.
 * @param {Iterator<unknown>} steps
 * @param {number} many
 */
export async function inFrames(steps, many) {
  for (let count = 1; !steps.next().done; count++) {
    // The frame is drawn before the next task.
    if (count % many === 0) {
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
    }
  }
}
