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
  whenceNotes: () => {
    const began = performance.now();
    const steps = readNotes(document.body);
    let longest = 0;
    for (;;) {
      const before = performance.now();
      const { done, value } = steps.next();
      longest = Math.max(longest, performance.now() - before);
      if (!done) continue;
      const { markers, entries } = value;
      const ms = performance.now() - began;
      return { ms, longest, marks: markers.size, entries: entries.length };
    }
  },
});
