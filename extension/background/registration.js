/**
 * Keeps the browser's registered content scripts, and the tabs open now, in step with the rules.
 * Off means not injected: where no rule and no access speaks, nothing of Whence runs.
 */

import { api, askPage, isClosing, SHEET_ORIGIN, tellFrames } from "../shared/browser.js";
import { loadSettings } from "../shared/settings.js";
import { accessNames, addressPattern, hostOf, registrations, verdict } from "../shared/sites.js";

/** The content script, as built, and the sheet of the highlights. */
const SCRIPT = "content/content.js";
const SHEET = "content/highlights.css";

/** How long a page that is loading when registrations change is waited for, and how often asked, ms. */
const LOADING = 20_000;
const LOOK_EVERY = 250;

/** One change at a time: two at once would both find the same scripts registered. */
let queue = Promise.resolve();

/**
 * Brings registrations and open tabs in step with settings and access as they are now.
 * @returns {Promise<void>}
 */
export function keepInStep() {
  queue = queue.then(inStep).catch((error) => {
    // What the browser did not do any more is done when it starts again.
    if (!isClosing(error)) console.error("whence: registration:", error);
  });
  return queue;
}

async function inStep() {
  const { settings, granted } = await rules();
  await register(settings, granted);
  const tabs = await api.tabs.query({});
  for (const tab of tabs) if (tab.status === "loading") lookAgain(tab).catch(() => {}); // closed meanwhile
  await Promise.all(tabs.map((tab) => bringTab(tab, settings, granted)));
}

/** The rules as they are now. */
async function rules() {
  const { settings } = await loadSettings();
  return { settings, granted: (await api.permissions.getAll()).origins ?? [] };
}

/**
 * A page that was on its way while registrations changed may have missed them: looks at it once more
 * when it has loaded. By asking, not by listening: the browser remembers a listener for updates of tabs
 * when the background sleeps, and would wake it for every page of every site from then on.
 * @param {chrome.tabs.Tab} tab
 */
async function lookAgain(tab) {
  const end = Date.now() + LOADING;
  let now = tab;
  while (now.status === "loading" && Date.now() < end) {
    await new Promise((done) => setTimeout(done, LOOK_EVERY));
    now = await api.tabs.get(Number(tab.id));
  }
  queue = queue
    .then(rules)
    .then(({ settings, granted }) => bringTab(now, settings, granted))
    .catch(() => {}); // the tab may be gone by then
}

/**
 * @param {import('../shared/settings.js').Settings} settings
 * @param {string[]} granted
 */
async function register(settings, granted) {
  const wanted = registrations(settings, granted).map(({ id, matches, excludeMatches }) => ({
    id,
    matches,
    ...(excludeMatches.length > 0 ? { excludeMatches } : {}),
    js: [SCRIPT],
    css: [SHEET],
    ...SHEET_ORIGIN,
    allFrames: true,
    matchOriginAsFallback: true,
    // Before the page can put something of its own in the way; it waits until the page is parsed.
    runAt: /** @type {const} */ ("document_start"),
    persistAcrossSessions: true,
  }));
  const present = await api.scripting.getRegisteredContentScripts();
  // What stands is left alone: a page that loads while its script is away would go unread.
  const stands = (/** @type {chrome.scripting.RegisteredContentScript} */ old) =>
    wanted.some((script) => isSame(old, script));
  const surplus = present.filter((old) => !stands(old)).map((old) => old.id);
  if (surplus.length > 0) await api.scripting.unregisterContentScripts({ ids: surplus });
  for (const script of wanted) {
    if (present.some((old) => isSame(old, script))) continue;
    try {
      await api.scripting.registerContentScripts([script]);
    } catch (error) {
      console.error(`whence: cannot register ${script.matches.join(" ")}:`, error);
    }
  }
}

/**
 * Whether two registrations put the same files into the same pages under the same name.
 * @param {chrome.scripting.RegisteredContentScript} one
 * @param {chrome.scripting.RegisteredContentScript} other
 */
function isSame(one, other) {
  return (
    one.id === other.id &&
    /** @type {const} */ (["matches", "excludeMatches", "js", "css"]).every(
      (part) =>
        [...(one[part] ?? [])].sort().join(" ") === [...(other[part] ?? [])].sort().join(" "),
    )
  );
}

/**
 * @param {chrome.tabs.Tab} tab
 * @param {import('../shared/settings.js').Settings} settings
 * @param {string[]} granted
 */
async function bringTab(tab, settings, granted) {
  if (tab.id === undefined || tab.discarded) return;
  // Without access the address stays hidden; what runs there, if anything, the reader asked for.
  const host = tab.url ? hostOf(tab.url) : null;
  const access = host !== null && (await hasAccess(tab.url ?? ""));
  if (host === null || !access) {
    await tellFrames(tab.id, "stop", { unlessAsked: true });
    return;
  }
  if (verdict(settings, host, accessNames(granted, host)).run === "off") {
    await tellFrames(tab.id, "stop", { unlessAsked: false });
  } else if ((await askPage(tab.id, "describe", {})) === undefined) {
    await inject(tab.id);
    // The tab may have gone to another site meanwhile, and that is where the script is now.
    const now = await api.tabs.get(tab.id).catch(() => null); // or it was closed
    if (now?.url && now.url !== tab.url) await bringTab(now, settings, granted);
  }
}

/**
 * Whether the frame that asks is still to be read; a page that comes back from the browser's
 * back-forward cache has missed what was said meanwhile.
 * @param {chrome.runtime.MessageSender} sender
 */
export async function isStillWanted({ origin, url }) {
  const from = origin ?? url ?? "";
  const host = hostOf(from);
  if (host === null || !(await hasAccess(from))) return { wanted: false };
  const { settings, granted } = await rules();
  return { wanted: verdict(settings, host, accessNames(granted, host)).run !== "off" };
}

/** @param {string} url */
async function hasAccess(url) {
  try {
    return await api.permissions.contains({ origins: [addressPattern(url)] });
  } catch {
    return false; // an address that takes no scripts, such as about:blank
  }
}

/**
 * Puts Whence into a tab now.
 * @param {number} tab
 * @returns {Promise<boolean>} whether the browser allowed it
 */
export async function inject(tab) {
  try {
    const target = { tabId: tab, allFrames: true };
    await api.scripting.insertCSS({ target, files: [SHEET], origin: "USER" });
    await api.scripting.executeScript({ target, files: [SCRIPT] });
    return true;
  } catch {
    return false; // the browser's own pages, the add-on store, a tab just closed
  }
}

/**
 * Scans the page of a tab because the reader asked, whatever the rules say.
 * @param {number} tab
 */
export async function scanTab(tab) {
  if ((await askPage(tab, "describe", {})) === undefined && !(await inject(tab))) {
    return { done: false };
  }
  await askPage(tab, "begin", {});
  return { done: true };
}
