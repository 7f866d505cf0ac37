/**
 * The engine: loads the core once per life of the background and answers scans, those of the tabs in turn.
 * Keeps nothing else; a background that was put to sleep loads it again.
 */

import { api } from "../shared/browser.js";
import { PART_ITEMS, SCAN_PORT } from "../shared/messages.js";
import { Gathering, logRefusal, Refused } from "../shared/shapes.js";
import { scanned } from "./border.js";
import { Turns } from "./turns.js";
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

/** Parts of a reply that are sent in one turn: some 20 ms. */
const PARTS_AT_ONCE = 10;

/** Requests that wait for the engine: each is read in one go, so that between two another tab has its turn. */
const turns = new Turns();

/**
 * Gathers the parts of a request from a port and answers at its end.
 * @param {chrome.runtime.Port} port
 */
function serve(port) {
  const gathering = new Gathering();
  // The page may go while it is being read; then nobody waits for the answer.
  let gone = false;
  port.onDisconnect.addListener(() => {
    void api.runtime.lastError; // read, so that the browser does not log it
    gone = true;
  });
  port.onMessage.addListener((message) => {
    if (gone) return;
    turns.hear();
    try {
      const request = gathering.take(message);
      if (request === null) return;
      turns.add(port.sender?.tab?.id, () => (gone ? undefined : answer(port, request, () => gone)));
    } catch (error) {
      gone = true;
      refuse(port, error);
    }
  });
  loaded().catch(() => {}); // while the parts come in; a failure is told at the end
}

/**
 * @param {chrome.runtime.Port} port
 * @param {unknown} error
 */
function refuse(port, error) {
  logRefusal(error instanceof Error ? error.message : String(error));
  port.postMessage({ fault: "refused" });
  port.disconnect();
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
    send(port, partsOf(scanned(request)), isGone);
  } catch (error) {
    if (isGone()) return;
    try {
      if (error instanceof Refused) return refuse(port, error);
      console.error("whence: scan:", error instanceof Error ? error.message : String(error));
      port.postMessage({ fault: "engine" });
    } catch {
      // the page has gone meanwhile
    }
  }
}

/**
 * A reply in parts, its end the last.
 * @param {import('../core/whence.js').ScanReply} reply
 */
function* partsOf(reply) {
  for (const field of /** @type {const} */ (["attributions", "sources", "figures", "flags"])) {
    const items = reply[field];
    for (let at = 0; at < items.length; at += PART_ITEMS) {
      yield { field, items: items.slice(at, at + PART_ITEMS) };
    }
  }
  yield { language: reply.language };
}

/**
 * Sends a reply; a long one some parts at a time, and others have their turns between.
 * @param {chrome.runtime.Port} port
 * @param {Generator<unknown>} parts
 * @param {() => boolean} isGone
 */
function send(port, parts, isGone) {
  for (let count = 0; count < PARTS_AT_ONCE; count++) {
    const { value, done } = parts.next();
    if (done || isGone()) return;
    port.postMessage(value);
  }
  turns.add(port.sender?.tab?.id, () => send(port, parts, isGone));
}

/** Serves scans from now on. */
export function serveScans() {
  api.runtime.onConnect.addListener((port) => {
    if (port.name === SCAN_PORT && port.sender?.id === api.runtime.id) serve(port);
  });
}
