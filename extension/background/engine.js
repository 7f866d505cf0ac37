/**
 * The engine: loads the core once per life of the background and answers scans, those of the tabs in turn.
 * Keeps nothing else; a background that was put to sleep loads it again.
 */

import { BOUNDS } from "../shared/bounds.js";
import { api } from "../shared/browser.js";
import { SCAN_PORT } from "../shared/messages.js";
import { Gathering, logRefusal, Refused } from "../shared/shapes.js";
import { readWorks, scannedParts } from "./border.js";
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

/** How long a turn is, ms, to a step: of a page's reading, or of sending parts of its reply. */
const TURN = 30;

/** UTF-16 code units of text that the engine reads in a millisecond, about: what a turn costs hangs on it. */
const UNITS_A_MS = 8_000;

/**
 * UTF-16 code units of text that are read at a time: the longest page, and those a quarter as long, which pass it.
 * Each takes memory meanwhile.
 */
const MOST_AT_A_TIME = 1.25 * BOUNDS.text;

/** Requests that wait for the engine: each is read and answered in turns, between which others have theirs. */
const turns = new Turns(MOST_AT_A_TIME);

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
      const units = request.blocks.reduce((sum, { text }) => sum + text.length, 0);
      turns.add(
        port.sender?.tab?.id,
        units / UNITS_A_MS,
        answer(port, request, units / UNITS_A_MS, () => gone),
        units,
      );
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
 * Reads a request, then sends the reply, a turn's worth at a time.
 * @param {chrome.runtime.Port} port
 * @param {ScanRequest} request
 * @param {number} cost of the reading, about, ms
 * @param {() => boolean} isGone
 * @returns {import('./turns.js').Steps}
 */
async function* answer(port, request, cost, isGone) {
  if (isGone()) return;
  try {
    await loaded();
    if (isGone()) return;
    let until = performance.now() + TURN;
    for (const part of scannedParts(request)) {
      if (part !== null) {
        if (isGone()) return;
        port.postMessage(part);
      }
      if (performance.now() < until) continue;
      yield part === null ? cost : TURN;
      until = performance.now() + TURN;
    }
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
 * What entries of a page's references say of their works, when it is the turn of that tab.
 * @param {string[]} entries
 * @param {number | undefined} tab
 * @returns {Promise<import('../core/whence.js').Work[]>}
 */
export async function readReferences(entries, tab) {
  await loaded();
  return new Promise((resolve, reject) => {
    turns.add(tab, TURN, works(entries, resolve, reject));
  });
}

/**
 * Reads entries in one turn.
 * @param {string[]} entries
 * @param {(works: import('../core/whence.js').Work[]) => void} resolve
 * @param {(error: Error) => void} reject
 * @returns {import('./turns.js').Steps}
 */
// eslint-disable-next-line require-yield -- it is one step
function* works(entries, resolve, reject) {
  try {
    resolve(readWorks(entries));
  } catch (error) {
    reject(error instanceof Error ? error : new Error(String(error)));
  }
}

/** Serves scans from now on. */
export function serveScans() {
  api.runtime.onConnect.addListener((port) => {
    if (port.name === SCAN_PORT && port.sender?.id === api.runtime.id) serve(port);
  });
}
