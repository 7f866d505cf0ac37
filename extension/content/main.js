/**
 * Whence in a page: begins where the rules say so, and takes everything back when told. The rooms
 * behind: `session.js` reads, asks, paints; this file only starts and stops it.
 */

import { isProbablyReaderable } from "@mozilla/readability/Readability-readerable.js";
import { alive, answerMessages } from "../shared/browser.js";
import { loadSettings, onSettings } from "../shared/settings.js";
import { hostOf, verdict } from "../shared/sites.js";
import { seen } from "./pace.js";
import { Session } from "./session.js";

/** @typedef {import('../shared/settings.js').Settings} Settings */

/** Where a running Whence is known to a second copy of this script in the same page. */
const RUNNING = Symbol.for("whence");

const own = /** @type {Record<symbol, unknown>} */ (/** @type {unknown} */ (globalThis));
if (!own[RUNNING]) {
  own[RUNNING] = true;
  run();
}

async function run() {
  /** @type {Session | null} */
  let session = null;
  let asked = false;
  let hidden = false;
  let stopped = false;

  const start = async (/** @type {Settings} */ settings) => {
    if (session !== null || hidden || stopped) return;
    session = new Session(settings, stop);
    await session.begin();
  };
  const end = () => {
    session?.end();
    session = null;
  };
  const stop = () => {
    stopped = true;
    end();
    unhear.forEach((leave) => leave());
    navigation?.removeEventListener("navigatesuccess", look);
    delete own[RUNNING];
  };
  /** Looks anew whether this page is to be read, and whether it is still the same page. */
  const look = async () => {
    if (!alive()) return stop();
    if (session !== null) return session.navigated();
    const { settings } = await loadSettings();
    if (isWanted(settings, asked)) await start(settings);
    return undefined;
  };

  const unhear = [
    answerMessages({
      begin: async () => {
        asked = true;
        hidden = false;
        await start((await loadSettings()).settings);
      },
      stop: ({ unlessAsked }) => {
        if (!(unlessAsked && asked)) stop();
      },
      describe: () => session?.describe() ?? Session.absent(hidden ? "hidden" : "dormant"),
      jump: (finding) => session?.jump(finding),
      step: ({ by }) => session?.step(by),
      hide: () => {
        hidden = true;
        end();
      },
    }),
    onSettings((settings) => {
      if (runOf(settings) === "off") stop();
      else session?.changeSettings(settings);
    }),
  ];
  const navigation = /** @type {EventTarget | undefined} */ (
    /** @type {any} */ (globalThis).navigation
  );
  navigation?.addEventListener("navigatesuccess", look);

  await seen();
  await look();
}

/**
 * How this page is to be read. That this script runs at all shows that the browser lets it.
 * @param {Settings} settings
 */
function runOf(settings) {
  const host = hostOf(location.href) ?? hostOf(document.referrer) ?? "";
  return verdict(settings, host, true).run;
}

/**
 * @param {Settings} settings
 * @param {boolean} asked whether the reader asked for this very page
 */
function isWanted(settings, asked) {
  if (asked) return true;
  const run = runOf(settings);
  return run === "on" || (run === "articles" && isProbablyReaderable(document));
}
