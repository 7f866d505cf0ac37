/** A stand-in for the browser's extension API, enough for the shell's pure parts under node. */

import { readFileSync } from "node:fs";

/** @typedef {Record<string, {message: string, placeholders?: Record<string, {content: string}>}>} Words */

/**
 * The words of one language.
 * @param {string} language the name of its folder
 * @returns {Words}
 */
export function wordsOf(language) {
  const file = new URL(`../../extension/_locales/${language}/messages.json`, import.meta.url);
  return JSON.parse(readFileSync(file, "utf8"));
}

/** What lies in the stubbed local storage. @type {Record<string, unknown>} */
export const stored = {};

/** @type {((changes: any, area: string) => void)[]} */
const listeners = [];

const english = wordsOf("en");

/**
 * @param {string} key
 * @param {string[]} parts
 */
function getMessage(key, parts) {
  if (key === "direction") return "ltr";
  const entry = english[key];
  if (!entry) return "";
  return entry.message.replace(/\$(\w+)\$/g, (_all, name) => {
    const place = entry.placeholders?.[name.toLowerCase()]?.content ?? "$0";
    return parts[Number(place.slice(1)) - 1];
  });
}

/** @type {any} */ (globalThis).chrome = {
  i18n: { getMessage },
  runtime: { id: "whence", getManifest: () => ({ version: "0" }) },
  storage: {
    local: {
      get: async (/** @type {string} */ key) => ({ [key]: structuredClone(stored[key]) }),
      set: async (/** @type {object} */ write) => {
        Object.assign(stored, structuredClone(write));
        for (const then of listeners) {
          then(
            Object.fromEntries(Object.entries(write).map(([key, newValue]) => [key, { newValue }])),
            "local",
          );
        }
      },
    },
    onChanged: {
      addListener: (/** @type {any} */ then) => listeners.push(then),
      removeListener: (/** @type {any} */ then) => listeners.splice(listeners.indexOf(then), 1),
    },
  },
};

// Node has no locks (nor, before version 21, a navigator); one after another is all that is asked.
let queue = Promise.resolve();
Object.defineProperty(globalThis, "navigator", {
  configurable: true,
  value: {
    locks: {
      request: (/** @type {string} */ _name, /** @type {() => Promise<any>} */ act) => {
        const done = queue.then(act);
        queue = done.catch(() => {});
        return done;
      },
    },
  },
});
