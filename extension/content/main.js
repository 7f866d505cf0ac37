/**
 * Whence in a page: begins where the rules say so, and takes everything back when told. The rooms
 * behind: `session.js` reads, asks, paints; this file only starts and stops it.
 */

import { alive, answerMessages, askBackground } from "../shared/browser.js";
import { sweepCard } from "./card.js";
import { sweep } from "./highlights.js";
import { idle, isSeen, parsed, seen } from "./pace.js";
import { isArticle } from "./page_kind.js";
import { page } from "./plain.js";
import { Session } from "./session.js";

/** @typedef {import('../shared/messages.js').PageSettings} PageSettings */

/** Where a running Whence is known to a second copy of this script in the same page. */
const RUNNING = Symbol.for("whence");

/** Frames smaller than this, CSS pixels, hold adverts and buttons, not articles. */
const LEAST_FRAME = { width: 300, height: 200 };

/**
 * When a page or frame that is no article yet is looked at again, ms after the look before: many write
 * their text once they have loaded. Then it is left alone until its address changes.
 */
const AGAIN = [400, 1_600, 6_400];

/** Whence in this page, from injection to removal. */
class Presence {
  /** @type {Session | null} */
  #session = null;
  /** Whether the reader asked for this very page. */
  #asked = false;
  /** Whether the reader hid the hints until the next load. */
  #hidden = false;
  #stopped = false;
  #waiting = true;
  /** How often it was looked at again under this address. */
  #again = 0;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer = undefined;
  /** @type {(() => void)[]} */
  #unhear = [];

  async begin() {
    // Asked for before the rest is made ready: the background may have to wake for the answer. Not where
    // the page is to wait: it would be an old one by then.
    const loading = isSeen() ? pageSettings() : undefined;
    this.#unhear.push(
      answerMessages({
        begin: () => this.#begin(),
        "settings-changed": () => this.#settingsChanged(),
        describe: () => this.#session?.describe() ?? Session.absent(this.#absence()),
        jump: (finding) => this.#session?.jump(finding),
        step: ({ by }) => this.#session?.step(by),
        hide: () => {
          this.#hidden = true;
          this.#end();
        },
        "show-kinds": () => this.#session?.showKinds(),
      }),
    );
    const navigation = /** @type {any} */ (globalThis).navigation;
    navigation?.addEventListener("navigatesuccess", this.#navigated);
    addEventListener("pageshow", this.#shown);
    await seen();
    await this.#look(loading);
    this.#waiting = false;
  }

  /** Takes everything back, listeners and all; the script may be injected again. */
  stop = () => {
    if (this.#stopped) return;
    this.#stopped = true;
    clearTimeout(this.#timer);
    this.#end();
    for (const leave of this.#unhear) leave();
    const navigation = /** @type {any} */ (globalThis).navigation;
    navigation?.removeEventListener("navigatesuccess", this.#navigated);
    removeEventListener("pageshow", this.#shown);
    delete own[RUNNING];
  };

  /** Whether the extension this one came with still runs. */
  isAlive() {
    return !this.#stopped && alive();
  }

  /** Why nothing is being read. */
  #absence() {
    return this.#hidden ? "hidden" : this.#waiting ? "waiting" : "dormant";
  }

  async #begin() {
    this.#asked = true;
    this.#hidden = false;
    this.#waiting = false;
    const settings = await pageSettings();
    if (settings !== null) await this.#start(settings);
  }

  /** @param {PageSettings} settings */
  async #start(settings) {
    if (this.#session !== null || this.#hidden || this.#stopped) return;
    clearTimeout(this.#timer);
    this.#session = new Session(settings, this.stop);
    await this.#session.begin();
  }

  #end() {
    this.#session?.end();
    this.#session = null;
  }

  #navigated = (/** @type {Event} */ event) => {
    if (!event.isTrusted) return undefined;
    this.#again = 0;
    return this.#look();
  };

  /** Looks anew whether this page is to be read: at first, soon after, and when its address has changed. */
  #look = async (loading = pageSettings()) => {
    clearTimeout(this.#timer);
    if (this.#stopped) return undefined;
    if (!alive()) return this.stop();
    const settings = await loading;
    if (settings === null) return this.#lookAgain();
    const wanted = await isWanted(settings, this.#asked);
    if (this.#stopped) return undefined;
    if (!wanted) {
      this.#end();
      if (settings.run !== "off" && !isSmallFrame()) this.#lookAgain();
    } else if (this.#session === null) await this.#start(settings);
    else await this.#session.navigated();
    return undefined;
  };

  #lookAgain() {
    const wait = AGAIN[this.#again++];
    if (wait === undefined) return;
    this.#timer = setTimeout(() => idle(1_000).then(() => this.#look()), wait);
  }

  async #settingsChanged() {
    const settings = await pageSettings();
    if (settings === null || this.#stopped) return;
    if (settings.run === "off" && (settings.final || !this.#asked)) this.stop();
    else if (this.#session !== null) this.#session.changeSettings(settings);
    else if (!this.#waiting && (await isWanted(settings, this.#asked))) this.#start(settings);
  }

  /** Back from the back-forward cache: what was said meanwhile was not heard. */
  #shown = async (/** @type {PageTransitionEvent} */ event) => {
    if (!event.isTrusted || !event.persisted) return;
    if (!alive()) return this.stop();
    await this.#settingsChanged();
    return undefined;
  };
}

function isSmallFrame() {
  if (window === window.top) return false;
  return innerWidth < LEAST_FRAME.width || innerHeight < LEAST_FRAME.height;
}

/**
 * What holds for this page, as the background tells it; `null` where there is none to ask. A background
 * that is lost on the way is asked once more.
 * @returns {Promise<PageSettings | null>}
 */
async function pageSettings() {
  for (let time = 0; time < 2 && alive(); time++) {
    try {
      const settings = await askBackground("page-settings", {});
      if (settings) return settings;
    } catch {
      // lost, or gone
    }
  }
  return null;
}

/**
 * @param {PageSettings} settings
 * @param {boolean} asked whether the reader asked for this very page
 * @returns {Promise<boolean>}
 */
async function isWanted(settings, asked) {
  const framed = window !== window.top;
  if (isSmallFrame()) return false;
  if (asked && !framed) return true;
  if (settings.run === "off" && !asked) return false;
  return (settings.run === "on" && !framed) || isArticle(page);
}

const own = /** @type {Record<symbol, Presence | undefined>} */ (
  /** @type {unknown} */ (globalThis)
);
const earlier = own[RUNNING];
if (!earlier?.isAlive()) {
  // Left behind by an update of the extension: Chromium's can still be told, Firefox's is gone.
  earlier?.stop();
  const presence = new Presence();
  own[RUNNING] = presence;
  // It is put into a page before anything of the page is there: Chromium gives a script no interface in a
  // window that has a frame named `chrome` or `browser` by then.
  parsed().then(() => {
    sweepCard();
    sweep();
    return presence.begin();
  });
}
