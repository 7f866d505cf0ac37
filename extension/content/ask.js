/**
 * Asks the engine to scan blocks. Parts go over a port one task at a time, so that neither side
 * blocks the page; a background lost on the way is asked once more.
 */

import { alive, api } from "../shared/browser.js";
import { emptyReply, PART_TEXT, SCAN_PORT } from "../shared/messages.js";
import { breathe } from "./pace.js";

/**
 * @typedef {import('../core/whence.js').ScanRequest} ScanRequest
 * @typedef {import('../core/whence.js').ScanReply} ScanReply
 */

/** How long a background that was lost has to go, ms, before it is asked again: it would take that along. */
const PAUSE = 200;

/** Thrown where the engine answered with a fault; its words are a name of `ReplyFault`. */
export class ScanFault extends Error {}

/**
 * @param {ScanRequest} request
 * @returns {Promise<ScanReply>}
 */
export async function askEngine(request) {
  try {
    return await askOnce(request);
  } catch (error) {
    if (error instanceof ScanFault || !alive()) throw error;
    await new Promise((done) => setTimeout(done, PAUSE));
    if (!alive()) throw error;
    return askOnce(request);
  }
}

/**
 * @param {ScanRequest} request
 * @returns {Promise<ScanReply>}
 */
function askOnce({ blocks, references, ...head }) {
  return new Promise((resolve, reject) => {
    const port = api.runtime.connect({ name: SCAN_PORT });
    const reply = emptyReply();
    port.onMessage.addListener((message) => {
      if (message.field) {
        reply[message.field].push(...message.items);
        return;
      }
      port.disconnect();
      if (message.fault === undefined) resolve({ ...reply, language: message.language });
      else reject(new ScanFault(message.fault));
    });
    port.onDisconnect.addListener(() => {
      void api.runtime.lastError; // read, so that the browser does not log it on the page
      reject(new Error("the background went away"));
    });
    send(port, head, blocks, references).catch(reject);
  });
}

/**
 * @param {chrome.runtime.Port} port
 * @param {import('../shared/messages.js').ScanHead['head']} head
 * @param {ScanRequest['blocks']} blocks
 * @param {ScanRequest['references']} references
 */
async function send(port, head, blocks, references) {
  port.postMessage({ head });
  await inParts(references, (part) => port.postMessage({ references: part }));
  await inParts(blocks, (part) => port.postMessage({ blocks: part }));
  port.postMessage({ end: true });
}

/**
 * Sends what has text in parts, the page's own work between two.
 * @template {{text: string}} T
 * @param {T[]} items
 * @param {(part: T[]) => void} post
 */
async function inParts(items, post) {
  /** @type {T[]} */
  let part = [];
  let size = 0;
  for (const item of items) {
    part.push(item);
    size += item.text.length;
    if (size < PART_TEXT) continue;
    post(part);
    part = [];
    size = 0;
    await breathe();
  }
  if (part.length > 0) post(part);
}
