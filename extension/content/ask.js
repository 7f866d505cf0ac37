/**
 * Asks the engine to scan blocks. Parts go over a port one task at a time, so that neither side
 * blocks the page; a background lost on the way is asked once more.
 */

import { alive, api } from "../shared/browser.js";
import { PART_TEXT, SCAN_PORT } from "../shared/messages.js";
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
function askOnce({ blocks, ...head }) {
  return new Promise((resolve, reject) => {
    const port = api.runtime.connect({ name: SCAN_PORT });
    /** @type {any} */
    const reply = { attributions: [], sources: [], figures: [], flags: [] };
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
    send(port, head, blocks).catch(reject);
  });
}

/**
 * @param {chrome.runtime.Port} port
 * @param {Omit<ScanRequest, 'blocks'>} head
 * @param {ScanRequest['blocks']} blocks
 */
async function send(port, head, blocks) {
  port.postMessage({ head });
  let part = [];
  let size = 0;
  for (const block of blocks) {
    part.push(block);
    size += block.text.length;
    if (size < PART_TEXT) continue;
    port.postMessage({ blocks: part });
    part = [];
    size = 0;
    await breathe();
  }
  port.postMessage({ blocks: part });
  port.postMessage({ end: true });
}
