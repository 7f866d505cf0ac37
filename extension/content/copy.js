/** Puts text on the clipboard because the reader pressed a button. */

import { page } from "./plain.js";

/**
 * @param {string} text
 * @returns {Promise<boolean>} whether the browser did it
 */
export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyByCommand(text); // pages without https have no clipboard object
  }
}

/** @param {string} text */
function copyByCommand(text) {
  let done = false;
  const put = (/** @type {ClipboardEvent} */ event) => {
    event.stopImmediatePropagation();
    event.preventDefault();
    event.clipboardData?.setData("text/plain", text);
    done = true;
  };
  page.addEventListener("copy", put, { capture: true, once: true });
  page.execCommand("copy");
  page.removeEventListener("copy", put, { capture: true });
  return done;
}
