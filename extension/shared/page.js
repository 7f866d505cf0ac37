/** What Whence's own pages share: filling in words, and making elements. */

import { interfaceLanguage, words } from "./browser.js";
import { NotKept } from "./settings.js";

/** Fills every element that names its words in `data-words`, and sets the page's language. */
export function fillWords() {
  const { tag, direction } = interfaceLanguage();
  document.documentElement.lang = tag;
  document.documentElement.dir = direction;
  for (const element of document.querySelectorAll("[data-words]")) {
    element.textContent = words(element.getAttribute("data-words") ?? "");
  }
  for (const element of document.querySelectorAll("[data-label]")) {
    element.setAttribute("aria-label", words(element.getAttribute("data-label") ?? ""));
  }
}

/**
 * The element of this id, which the page is known to have.
 * @template {keyof HTMLElementTagNameMap} K
 * @param {string} id
 * @param {K} [_tag] what it is, for the type's sake
 * @returns {HTMLElementTagNameMap[K]}
 */
export function byId(id, _tag) {
  return /** @type {any} */ (document.getElementById(id));
}

/**
 * @template {keyof HTMLElementTagNameMap} K
 * @param {K} tag
 * @param {{name?: string, text?: string, label?: string}} [traits] name: the class; label: the
 *   accessible name
 * @param {(Node | string)[]} [inside]
 * @returns {HTMLElementTagNameMap[K]}
 */
export function make(tag, { name, text, label } = {}, inside = []) {
  const made = document.createElement(tag);
  if (name) made.className = name;
  if (text !== undefined) made.textContent = text;
  if (label) made.setAttribute("aria-label", label);
  made.append(...inside);
  return made;
}

/**
 * Offers text as a file to be saved.
 * @param {string} name
 * @param {string} type media type
 * @param {string} text
 */
export function saveFile(name, type, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  // The browser reads the address a moment after the click.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/**
 * Calls back where the browser did not store a choice, whatever on the page asked for it: the page
 * says so and shows what holds.
 * @param {() => void} then
 */
export function onNotKept(then) {
  addEventListener("unhandledrejection", (event) => {
    if (!(event.reason instanceof NotKept)) return;
    event.preventDefault();
    then();
  });
}
