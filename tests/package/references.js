/** Which files of the extension a file of it names. Pure. */

import { posix } from "node:path";

/** Endings of what can ship. */
const FILE = /\.(?:css|html|js|json|png|svg|wasm)$/;

/**
 * Paths from the extension's root.
 * @param {string} file its own path there
 * @param {string} text
 * @returns {string[]}
 */
export function referencesOf(file, text) {
  const near = (/** @type {string} */ name) => posix.join(posix.dirname(file), name);
  if (file.endsWith(".json")) return file === "manifest.json" ? inManifest(JSON.parse(text)) : [];
  if (file.endsWith(".html")) return all(text, /\b(?:src|href)="([^"#?:]+)[^"]*"/g).map(near);
  if (file.endsWith(".css")) {
    return all(text, /\burl\(\s*["']?([^"')]+)/g)
      .filter((name) => !name.startsWith("data:"))
      .map(near);
  }
  if (!file.endsWith(".js")) return [];
  const code = withoutComments(text);
  // Not keys and names of methods: the loader of the engine and the joined script have such.
  return all(
    code,
    /["'`]([\w./@-]+\.(?:css|html|js|png|svg|wasm))(?:\?[^"'`]*)?["'`](?![:(])/g,
  ).map((name) => {
    if (name.startsWith(".")) return near(name);
    // A bare name is meant from the root, save in `new URL(name, import.meta.url)`.
    return text.includes(`new URL('${name}', import.meta.url)`) ? near(name) : name;
  });
}

/**
 * A script's code alone. Good enough for scripts formatted as ours are: a `//` inside a string stands
 * after a colon there.
 * @param {string} code
 */
export function withoutComments(code) {
  return code.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|[^:"'`\\])\/\/.*$/gm, "$1");
}

/**
 * Files of which a script's comments take types. A reader of the source follows them; the browser does
 * not, so they may be missing, as in a script that was joined from several.
 * @param {string} file
 * @param {string} text
 */
export function typesOf(file, text) {
  if (!file.endsWith(".js")) return [];
  return all(text, /\bimport\('(\.[^']+)'\)/g).map((name) => posix.join(posix.dirname(file), name));
}

/**
 * Every string of the manifest that is a path.
 * @param {unknown} value
 * @returns {string[]}
 */
function inManifest(value) {
  if (typeof value === "string") return FILE.test(value) ? [value] : [];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(inManifest);
}

/**
 * @param {string} text
 * @param {RegExp} pattern with one group
 */
function all(text, pattern) {
  return [...text.matchAll(pattern)].map((match) => match[1]);
}
