/**
 * What a browser under test can do, the same for both: `chromium.js` and `firefox.js` each make a
 * `Browser`. Functions given to `run` and `runInside` are sent as text: they see their arguments
 * and the page, nothing around them.
 *
 * @typedef {object} BrowserOptions
 * @property {string} extension the folder of the extension, laid out
 * @property {string} [locale] the language of the interface, BCP 47
 * @property {boolean} [dark] whether pages are told that the reader prefers dark ones
 * @property {boolean} [forcedColors]
 * @property {{width: number, height: number}} [view] CSS pixels
 * @property {Display} [display] where Chromium shows its windows; nowhere else
 *
 * @typedef {object} Display a screen in memory, with a keyboard that presses what no page may press
 * @property {string} name of the X server
 * @property {(...keys: string[]) => Promise<void>} press keys by their X names
 * @property {() => void} close
 *
 * @typedef {object} Spoken what the accessibility tree says of a dialog
 * @property {string} name
 * @property {string} text the words inside, in order
 *
 * @typedef {object} LongTask
 * @property {number} ms from its beginning to its end
 * @property {string} remark what else the browser tells of it
 *
 * @typedef {object} Wishes
 * @property {boolean} [dark]
 * @property {boolean} [reducedMotion]
 * @property {boolean} [forcedColors]
 * @property {number} [letters] the size of letters where pages ask for none, CSS pixels; 16 at first
 *
 * @typedef {object} Page a tab
 * @property {(url: string) => Promise<void>} goto
 * @property {<A extends unknown[], R>(run: (...given: A) => R, ...given: A) => Promise<Awaited<R>>}
 *   run runs a function in the page's own world and gives its answer
 * @property {(x: number, y: number) => Promise<void>} point moves the pointer there, CSS pixels
 * @property {(places: {x: number, y: number}[]) => Promise<void>} sweep moves the pointer from place to
 *   place, as fast as it goes
 * @property {(x: number, y: number) => Promise<void>} click
 * @property {(x: number, y: number) => Promise<void>} tap with a finger
 * @property {(...keys: string[]) => Promise<void>} press keys by their DOM names, one after another;
 *   "Shift+Tab" holds the first
 * @property {<A extends unknown[], R>(run: (root: ShadowRoot, ...given: A) => R, ...given: A) =>
 *   Promise<Awaited<R>>} inCard runs a function with the closed shadow tree of the open card
 * @property {(selector: string, file: string) => Promise<void>} upload chooses a file in a field
 * @property {(wishes: Wishes) => Promise<void>} prefer tells the page what the reader prefers, until it
 *   is closed
 * @property {(granted: boolean, act: () => Promise<void>, host?: string) => Promise<void>} answer does
 *   something that makes the browser ask for access to a site, and answers it; host: which, if granted
 * @property {() => Promise<void>} pressButton presses Whence's button in the toolbar, on this tab
 * @property {(file: string) => Promise<void>} screenshot of the view, as PNG
 * @property {() => Promise<Buffer>} print the page, as PDF
 * @property {() => Promise<Spoken[]>} dialogs in the accessibility tree of the page
 * @property {(width: number, height: number) => Promise<void>} resize the view, CSS pixels
 * @property {(factor: number) => Promise<void>} zoom as the reader zooms; 1 is as it was
 * @property {(act: () => Promise<void>) => Promise<LongTask>} longestTask does something and tells the
 *   longest task of the page's thread meanwhile, of whomever's work
 * @property {() => Promise<void>} show brings the tab to the front
 * @property {() => Promise<void>} close
 *
 * @typedef {object} Browser
 * @property {'chromium' | 'firefox'} name
 * @property {string} version
 * @property {number} installed when the extension began to be installed, as `performance.now` tells
 * @property {() => string} base address of the extension's own files, without a slash at the end
 * @property {(url: string) => Promise<Page>} open in a new tab
 * @property {(url: string) => Promise<Page>} openPrivate in a private window, having let the extension
 *   into those, as the reader does in the browser's own settings
 * @property {<A extends unknown[], R>(run: (...given: A) => R, ...given: A) => Promise<Awaited<R>>}
 *   inside runs a function where the extension's API is at hand (`chrome` or `browser`)
 * @property {(url: string) => Promise<number>} tabOf the extension's number of the tab with this address
 * @property {() => Promise<string>} clipboard the text on it
 * @property {() => Promise<{name: string, text: string}[]>} saved the files saved since last asked,
 *   once there is one
 * @property {(file: string) => Promise<void>} pictureOfPopup of the popup that the button opened, as PNG
 * @property {(host: string, allowed: boolean) => Promise<void>} allow gives or takes access to one of
 *   the two hosts of the tests, as the reader does in the browser's own settings
 * @property {(name: string) => Promise<void>} command does what the key of this command does, for
 *   the tab at the front
 * @property {() => Promise<boolean>} stopBackground ends the background as the browser does when it is
 *   idle; whether it ran
 * @property {() => Promise<boolean>} backgroundRuns
 * @property {() => Promise<void>} restart closes the browser and starts it again on the same profile
 * @property {() => Promise<string[]>} complaints errors logged by the extension since last asked
 * @property {() => Promise<void>} reload ends the extension and starts it again, as an update does
 * @property {() => Promise<void>} remove uninstalls the extension; nothing but pages works after that
 * @property {(given: boolean) => Promise<void>} access gives the extension its access to pages or
 *   takes it away, as the reader does in the browser's own settings
 * @property {() => Promise<string[]>} logged all that the extension wrote to any console since last
 *   asked
 * @property {() => Promise<string[]>} requests addresses asked over the network by anything in the
 *   browser since last asked
 * @property {() => Promise<void>} close
 */

import { existsSync, mkdirSync } from "node:fs";
import { readdir, readFile, rm } from "node:fs/promises";
import { delimiter, join } from "node:path";

/** How long a condition is waited for, ms: cold machines are slow. */
export const PATIENCE = 10_000;

/**
 * Asks again and again until the answer is not false, null or undefined; gives that answer.
 * @template T
 * @param {string} what is waited for, for the message
 * @param {() => Promise<T> | T} ask
 * @param {number} [patience] ms
 * @returns {Promise<NonNullable<T>>}
 */
export async function until(what, ask, patience = PATIENCE) {
  const end = Date.now() + patience;
  for (;;) {
    const answer = await ask();
    if (answer !== false && answer !== null && answer !== undefined) return answer;
    if (Date.now() > end) throw new Error(`waited ${patience} ms for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
}

/**
 * Waits until something stands, and stands still: the same place at two looks, so that a press meets it
 * and not what a list that is just being drawn has moved there.
 * @param {string} what
 * @param {() => Promise<{x: number, y: number} | null>} look
 */
export async function untilStill(what, look) {
  /** @type {{x: number, y: number} | null} */
  let last = null;
  return until(`${what} to stand still`, async () => {
    const [before, now] = [last, await look()];
    last = now;
    return now !== null && before?.x === now.x && before.y === now.y ? now : null;
  });
}

/** The folder of a profile where the browser under test saves files. @param {string} profile */
export function downloadsOf(profile) {
  const folder = join(profile, "downloads");
  mkdirSync(folder, { recursive: true });
  return folder;
}

/**
 * Takes the files that have been saved in a folder, waiting for the first; those half written have
 * other names.
 * @param {string} folder
 */
export async function takeSaved(folder) {
  const names = await until("a saved file", async () => {
    const all = await readdir(folder);
    return all.length > 0 && !all.some((name) => /\.(?:crdownload|part)$/.test(name)) ? all : null;
  });
  const files = [];
  for (const name of names) {
    files.push({ name, text: await readFile(join(folder, name), "utf8") });
    await rm(join(folder, name));
  }
  return files;
}

/**
 * Launches the browser of this name.
 * @param {string} name
 * @param {BrowserOptions} options
 * @returns {Promise<Browser>}
 */
export async function launch(name, options) {
  if (name === "chromium") return (await import("./chromium.js")).launchChromium(options);
  if (name === "firefox") return (await import("./firefox.js")).launchFirefox(options);
  throw new Error(`no browser of the name ${name}: chromium or firefox`);
}

/**
 * Where the first program of these names lies on PATH.
 * @param {string[]} names
 */
export function programOf(...names) {
  const found = onPath(...names);
  if (found !== undefined) return found;
  throw new Error(`${names[0]} is not installed; ./build.sh test installs it where it can`);
}

/**
 * The same; `undefined` where there is none.
 * @param {string[]} names
 */
export function onPath(...names) {
  for (const name of names) {
    for (const folder of (process.env.PATH ?? "").split(delimiter)) {
      if (folder !== "" && existsSync(join(folder, name))) return join(folder, name);
    }
  }
  return undefined;
}
