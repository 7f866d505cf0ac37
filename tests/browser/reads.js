/**
 * The content script's reading of a page, as a script that a page of the tests itself runs: what it would ask
 * the engine, with nothing of the extension around it.
 */

import { readNotes } from "../../extension/content/notes.js";
import { readPage, requestOf } from "../../extension/content/read_page.js";

Object.assign(globalThis, {
  /** With what its notes cite themselves. */
  whenceReads: async () => {
    const { blocks, entries } = await readPage();
    const request = requestOf(blocks, entries, { figures: true, flags: null });
    return { ...request, entries: entries.map(({ text, cites, href }) => ({ text, cites, href })) };
  },
  /** How long it takes to find the notes, ms, and the longest step of that; how many marks and entries. */
  // In pieces of some steps, of each the best of all runs: a busy machine stands still in the midst of a run.
  whenceNotes: (/** @type {number} */ runs) => {
    const STEPS = 200;
    /** @type {number[]} */
    const best = [];
    let found = { markers: new Map(), entries: /** @type {unknown[]} */ ([]) };
    for (let run = 0; run < runs; run++) {
      const steps = readNotes(document.body);
      for (let piece = 0, over = false; !over; piece++) {
        const began = performance.now();
        for (let step = 0; step < STEPS && !over; step++) {
          const { done, value } = steps.next();
          if (done) [over, found] = [true, value];
        }
        best[piece] = Math.min(best[piece] ?? Infinity, performance.now() - began);
      }
    }
    const { markers, entries } = found;
    const ms = best.reduce((sum, piece) => sum + piece, 0);
    return { ms, longest: Math.max(...best), marks: markers.size, entries: entries.length };
  },
});
