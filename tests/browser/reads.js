/**
 * The content script's reading of a page, as a script that a page of the tests itself runs: what it would ask
 * the engine, with nothing of the extension around it.
 */

import { readPage, requestOf } from "../../extension/content/read_page.js";

/** @typedef {import('../../extension/core/whence.js').ScanRequest} ScanRequest */

Object.assign(globalThis, {
  /** @returns {Promise<ScanRequest>} */
  whenceReads: async () => {
    const { blocks, entries } = await readPage();
    return requestOf(blocks, entries, { figures: true, flags: null });
  },
});
