/**
 * Keeps the browser's registered content scripts, and the tabs open now, in step with the rules.
 * Off means not injected: where no rule and no access speaks, nothing of Whence runs.
 */

import { api, askPage, isClosing, SHEET_ORIGIN, tellFrames } from "../shared/browser.js";
import { loadSettings } from "../shared/settings.js";
import { hiddenAt } from "../shared/hidden.js";
import { accessNames, addressPattern, hostOf, registrations, verdict } from "../shared/sites.js";

/** The content script, as built, and the sheet of the highlights. */
const SCRIPT = "content/content.js";
const SHEET = "content/highlights.css";

/** How long a page that is loading when registrations change is waited for, and how often asked, ms. */
const LOADING = 20_000;
const LOOK_EVERY = 250;

/** How long a tab may take to be brought in step before the next change is turned to, ms. */
const ANSWER = 2_000;

/** The script waits for what it needs; the browser would wait for a frame that never ends to load. */
const AT_ONCE = { injectImmediately: true };

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
  await Promise.all(tabs.map((tab) => within(bringTab(tab, settings, granted))));
}

/**
 * Waits for a tab no longer than it may keep others waiting: a page that stands still does not answer.
 * @param {Promise<void>} work
 */
async function within(work) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const late = new Promise((done) => (timer = setTimeout(done, ANSWER)));
  await Promise.race([work, late]);
  clearTimeout(timer);
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
  // Whence itself asks what holds where it runs, each frame for its own site. The top frame first, and
  // waited for: whether it still runs then decides what is next.
  await askPage(tab.id, "settings-changed", {});
  await tellFrames(tab.id, "settings-changed", {});
  // Without access the address stays hidden; what runs there, if anything, the reader asked for.
  const host = tab.url ? hostOf(tab.url) : null;
  if (host === null || !(await hasAccess(tab.url ?? ""))) return;
  if (verdict(settings, host, accessNames(granted, host)).run === "off") return;
  if ((await askPage(tab.id, "describe", {})) === undefined) {
    await inject(tab.id, settings, granted);
    // The tab may have gone to another site meanwhile, and that is where the script is now.
    const now = await api.tabs.get(tab.id).catch(() => null); // or it was closed
    if (now?.url && now.url !== tab.url) await bringTab(now, settings, granted);
  }
}

/**
 * What holds for the page whose script asks, by the address that the browser tells of it: no page learns
 * more than that.
 * @param {chrome.runtime.MessageSender} sender
 * @returns {Promise<import('../shared/messages.js').PageSettings>}
 */
export async function pageSettings(sender) {
  const address = addressOf(sender);
  const host = hostOf(address);
  const [{ settings, granted }, access] = await Promise.all([rules(), hasAccess(address)]);
  const now = host === null ? null : verdict(settings, host, accessNames(granted, host));
  const { figures, muted, marks, look } = settings;
  const run = now !== null && access ? now.run : "off";
  const final = now?.run === "off" && typeof now.by === "object";
  return { run, final, figures, muted, marks, look, hidden: hiddenAt(settings.hidden, host) };
}

/**
 * The address of the page whose script sends something; empty where it is none of the web.
 * @param {chrome.runtime.MessageSender} sender
 */
export function addressOf({ origin, url, tab }) {
  // A frame in a sandbox has no origin, and its address may be none of the web's.
  return [origin, url, tab?.url].find((one) => /^https?:/.test(one ?? "")) ?? "";
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
 * Puts Whence into a tab now: into its page, and into those of its frames whose own site is read. The
 * others are asked for their origin and for nothing else; there is no other way to tell frames apart.
 * @param {number} tab
 * @param {import('../shared/settings.js').Settings} settings
 * @param {string[]} granted
 * @returns {Promise<boolean>} whether the browser allowed it
 */
async function inject(tab, settings, granted) {
  const into = async (/** @type {number} */ frame) => {
    const target = { tabId: tab, frameIds: [frame] };
    await api.scripting.insertCSS({ target, files: [SHEET], origin: "USER" });
    await api.scripting.executeScript({ target, files: [SCRIPT], ...AT_ONCE });
  };
  try {
    await into(0);
    const frames = await api.scripting.executeScript({
      target: { tabId: tab, allFrames: true },
      ...AT_ONCE,
      func: () => (self.origin === "null" ? location.href : self.origin),
    });
    const wanted = frames.filter(({ frameId, result }) => {
      const host = typeof result === "string" ? hostOf(result) : null;
      if (frameId === 0 || host === null) return false;
      return verdict(settings, host, accessNames(granted, host)).run !== "off";
    });
    // One that is gone by now is no fault.
    await Promise.all(wanted.map(({ frameId }) => into(frameId).catch(() => {})));
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
  if ((await askPage(tab, "describe", {})) === undefined) {
    const { settings, granted } = await rules();
    if (!(await inject(tab, settings, granted))) return { done: false };
  }
  await askPage(tab, "begin", {});
  return { done: true };
}
