/**
 * The one file that knows the browser's extension API. Firefox calls it `browser`, Chromium
 * `chrome`; both answer with promises.
 */

import { logRefusal, refusal } from "./shapes.js";

/** @type {typeof chrome} */
export const api = given("browser") ?? given("chrome");

/**
 * What the browser itself has put into this world. A page's frames, images and forms lend their names to
 * the window, too, so that `globalThis.browser` may be an `<iframe name="browser">`: those are not its own.
 * @param {string} name
 * @returns {any}
 */
function given(name) {
  return Object.hasOwn(globalThis, name) ? /** @type {any} */ (globalThis)[name] : undefined;
}

/**
 * More of a content script's registration where it is needed: in Firefox a page's own sheets stop
 * at its shadow trees, so ours must come as the reader's. Chromium knows no such key, and needs none.
 */
export const SHEET_ORIGIN =
  "getBrowserInfo" in (api?.runtime ?? {}) ? { cssOrigin: /** @type {const} */ ("user") } : {};

/**
 * Opens the panel beside the page: Firefox's sidebar, Chrome's side panel. Both ask to be called from a
 * press, Firefox before anything is waited for. `undefined` where the browser has none (Firefox for
 * Android).
 * @type {(() => Promise<void>) | undefined}
 */
export const openPanel = panelOpener(/** @type {any} */ (api));

/** @param {any} given the API, of which each browser has one panel or none */
function panelOpener(given) {
  if (given?.sidebarAction) return () => given.sidebarAction.open();
  if (!given?.sidePanel) return undefined;
  return async () => {
    const { id: windowId } = await given.windows.getCurrent();
    await given.sidePanel.open({ windowId });
  };
}

/** Whether the extension this script came with still runs; not so after an update or removal. */
export function alive() {
  try {
    return Boolean(api?.runtime?.id);
  } catch {
    return false;
  }
}

/**
 * Whether a call failed because the browser is closing, as Chromium tells it.
 * @param {unknown} error
 */
export function isClosing(error) {
  return String(error).includes("browser is shutting down");
}

/**
 * The words of `_locales` under `key`; `key` itself where there are none, so that a missing word
 * shows instead of vanishing.
 * @param {string} key
 * @param {...(string | number)} parts what fills $1, $2, …
 * @returns {string}
 */
export function words(key, ...parts) {
  return api.i18n.getMessage(key, parts.map(String)) || key;
}

/**
 * The language the interface is shown in, a BCP 47 tag, and its direction of writing. The messages tell
 * it themselves: the browser's own language may be one they are not in, and its `@@bidi_dir` is that of
 * the system in Chromium.
 */
export function interfaceLanguage() {
  return { tag: words("language"), direction: words("direction") === "rtl" ? "rtl" : "ltr" };
}

/**
 * Sends a message to the background and gives its answer.
 * @template {keyof import('./messages.js').ToBackground} K
 * @param {K} type
 * @param {Omit<import('./messages.js').ToBackground[K]['message'], 'type'>} message
 * @returns {Promise<import('./messages.js').ToBackground[K]['answer']>}
 */
export function askBackground(type, message) {
  return api.runtime.sendMessage({ type, ...message });
}

/**
 * Sends a message to Whence in the top frame of a tab. `undefined` where it does not run there.
 * @template {keyof import('./messages.js').ToPage} K
 * @param {number} tab
 * @param {K} type
 * @param {Omit<import('./messages.js').ToPage[K]['message'], 'type'>} message
 * @returns {Promise<import('./messages.js').ToPage[K]['answer'] | undefined>}
 */
export async function askPage(tab, type, message) {
  try {
    return await api.tabs.sendMessage(tab, { type, ...message }, { frameId: 0 });
  } catch {
    return undefined; // nobody listens there
  }
}

/**
 * Sends a message to Whence in every frame of a tab; nobody need answer.
 * @template {keyof import('./messages.js').ToPage} K
 * @param {number} tab
 * @param {K} type
 * @param {Omit<import('./messages.js').ToPage[K]['message'], 'type'>} message
 */
export async function tellFrames(tab, type, message) {
  try {
    await api.tabs.sendMessage(tab, { type, ...message });
  } catch {
    // nobody listens there
  }
}

/**
 * Whether a page of the extension's own sent a message, or its background: not a script in a page.
 * @param {chrome.runtime.MessageSender} sender as the browser tells it
 */
function isOwnPage({ url, origin, tab }) {
  if (url === undefined) return tab === undefined; // Chromium's worker has no address
  const base = api.runtime.getURL("");
  return url.startsWith(base) && (origin === undefined || `${origin}/` === base);
}

/**
 * Answers messages from a table of handlers by name; those that are not what they should be are refused.
 * Gives a function that stops it.
 * @param {Record<string, (message: any, sender: chrome.runtime.MessageSender) => any>} handlers
 * @returns {() => void}
 */
export function answerMessages(handlers) {
  /** @type {Parameters<typeof chrome.runtime.onMessage.addListener>[0]} */
  const listener = (message, sender, answer) => {
    if (sender.id !== api.runtime.id) return false;
    const why = refusal(message, isOwnPage(sender));
    if (why !== null) {
      logRefusal(why);
      return false;
    }
    if (!Object.hasOwn(handlers, message.type)) return false;
    Promise.resolve(handlers[message.type](message, sender)).then(answer, (error) => {
      console.error(`whence: ${message.type}:`, error);
      answer({ error: String(error?.message ?? error) });
    });
    return true; // the answer comes later
  };
  api.runtime.onMessage.addListener(listener);
  return () => api.runtime.onMessage.removeListener(listener);
}

/**
 * The shadow tree of an element, open or closed. Only elements with a hyphen in their name and a
 * few plain ones can have any; asking all would cost more than reading the page.
 * @param {Element} element
 * @returns {ShadowRoot | null}
 */
export function shadowOf(element) {
  if (element.shadowRoot !== null) return element.shadowRoot;
  return element.localName.includes("-") ? closedShadowOf(element) : null;
}

/**
 * The shadow tree of an element that may be a closed one.
 * @param {Element} element
 * @returns {ShadowRoot | null}
 */
export function closedShadowOf(element) {
  try {
    const closed =
      /** @type {any} */ (element).openOrClosedShadowRoot ??
      /** @type {any} */ (api).dom?.openOrClosedShadowRoot(element);
    return closed ?? null;
  } catch {
    return null;
  }
}
