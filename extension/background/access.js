/**
 * Access to sites: the change that waits while the browser asks, and changes made in the browser's
 * own settings. The popup dies while the question shows, so what it wanted is kept here, in the
 * session's storage, which outlives a sleeping background.
 */

import { api } from "../shared/browser.js";
import { changeSettings, withChange } from "../shared/settings.js";
import { accessSuffices, isEverything } from "../shared/sites.js";
import { keepInStep } from "./registration.js";

/** Where the waiting change lies. */
const WAITING = "waiting-change";

/** How long an unanswered question counts, ms: an access given later is not an answer to it. */
const PATIENCE = 5 * 60 * 1000;

/** @typedef {import('../shared/settings.js').Change} Change */

/** @param {Change} change */
export async function awaitPermission(change) {
  await api.storage.session.set({ [WAITING]: { change, asked: Date.now() } });
}

/** @param {boolean} granted what is said; whether it was is looked up */
export async function permissionAnswered(granted) {
  if (granted) await applyWaiting();
  else await api.storage.session.remove(WAITING);
}

/**
 * Whether the browser lets us do what a change asks for.
 * @param {Change} change
 */
async function isAllowed({ site, everywhere }) {
  const { origins = [] } = await api.permissions.getAll();
  if (everywhere === "articles" && !origins.some(isEverything)) return false;
  return !site || site.run === null || site.run === "off" || accessSuffices(origins, site);
}

async function applyWaiting() {
  const stored = await api.storage.session.get(WAITING);
  const waiting = /** @type {{change: Change, asked: number} | undefined} */ (stored[WAITING]);
  await api.storage.session.remove(WAITING);
  const isFresh = waiting !== undefined && Date.now() - waiting.asked < PATIENCE;
  if (isFresh && (await isAllowed(waiting.change))) {
    await changeSettings((settings) => withChange(settings, waiting.change));
  }
}

/** Follows changes of access from now on. */
export function followAccess() {
  api.permissions.onAdded.addListener(async () => {
    await applyWaiting();
    await keepInStep();
  });
  api.permissions.onRemoved.addListener(keepInStep);
}
