/**
 * The engine: loads the core once per life of the background and answers scans. Keeps nothing else;
 * a background that was put to sleep loads it again.
 */

import { api } from "../shared/browser.js";
import { PART_ITEMS, SCAN_PORT } from "../shared/messages.js";
import { scanned } from "./border.js";
import initialise from "../core/whence.js";

/** @typedef {import('../core/whence.js').ScanRequest} ScanRequest */

/** @type {Promise<unknown> | null} */
let loading = null;

/** The core, loaded; a failure is not kept, so that the next scan tries again. */
function loaded() {
  loading ??= initialise({ module_or_path: api.runtime.getURL("core/whence_bg.wasm") }).catch(
    (/** @type {unknown} */ error) => {
      loading = null;
      throw error;
    },
  );
  return loading;
}

/**
 * Gathers the parts of a request from a port and answers at its end.
 * @param {chrome.runtime.Port} port
 */
function serve(port) {
  /** @type {ScanRequest | null} */
  let request = null;
  // The page may go while it is being read; then nobody waits for the answer.
  let gone = false;
  port.onDisconnect.addListener(() => {
    void api.runtime.lastError; // read, so that the browser does not log it
    gone = true;
  });
  port.onMessage.addListener(async (message) => {
    if (message.head) request = { ...message.head, blocks: [] };
    else if (message.blocks) request?.blocks.push(...message.blocks);
    else if (message.end && request) await answer(port, request, () => gone);
  });
  loaded().catch(() => {}); // while the parts come in; a failure is told at the end
}

/**
 * @param {chrome.runtime.Port} port
 * @param {ScanRequest} request
 * @param {() => boolean} isGone
 */
async function answer(port, request, isGone) {
  try {
    await loaded();
    if (isGone()) return;
    const reply = scanned(request);
    for (const field of /** @type {const} */ (["attributions", "sources", "figures", "flags"])) {
      const items = reply[field];
      for (let at = 0; at < items.length; at += PART_ITEMS) {
        port.postMessage({ field, items: items.slice(at, at + PART_ITEMS) });
      }
    }
    port.postMessage({ language: reply.language });
  } catch (error) {
    if (isGone()) return;
    const fault = error instanceof Error ? error.message : String(error);
    console.error("whence: scan:", fault);
    try {
      port.postMessage({ fault });
    } catch {
      // the page has gone meanwhile
    }
  }
}

/** Serves scans from now on. */
export function serveScans() {
  api.runtime.onConnect.addListener((port) => {
    if (port.name === SCAN_PORT && port.sender?.id === api.runtime.id) serve(port);
  });
}
