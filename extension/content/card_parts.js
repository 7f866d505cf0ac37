/**
 * What a card is made of: elements that hold words alone, buttons that take a person's press, links that lead
 * where they say.
 *
 * @typedef {import('./card_words.js').Lead} Lead
 * @typedef {{words: string, look: () => Lead | null, lead?: string}} LinkWords where it leads is asked anew each
 *   time; lead: words before the link
 */

import { words } from "../shared/browser.js";
import { page } from "./plain.js";

/** How long "copied" shows, ms. */
const NOTICE = 1600;

/** When the reader turns to a link, and may be about to follow it. */
const TURNS = [
  "pointerover",
  "focusin",
  "pointerdown",
  "keydown",
  "contextmenu",
  "click",
  "auxclick",
];

/**
 * A link with the host it leads to. The page may change where that is at any time: it is looked at anew
 * whenever the reader turns to it, and not followed to a host that they have not been shown.
 * @param {LinkWords} link
 */
export function linkElement({ words: text, look, lead: before }) {
  const anchor = page.createElement("a");
  anchor.target = "_blank";
  anchor.rel = "noopener noreferrer";
  const where = element("span", "");
  const line = element("p", "link", before ? [`${before} `, anchor, where] : [anchor, where]);
  /** @type {Lead | null} */
  let shown = null;
  /** Whether it leads to the host that is shown. */
  const show = () => {
    const lead = look();
    if (lead === null) {
      line.remove();
      return false;
    }
    const { href, host, kind } = lead;
    if (href === shown?.href) return true; // nothing is touched under a press
    const same = host === shown?.host;
    shown = lead;
    anchor.href = href;
    anchor.replaceChildren(ownDirection(text === "" ? host : text));
    // The host is told once.
    if (text !== "")
      where.replaceChildren(` — ${kind === null ? "" : `${kind}, `}`, ownDirection(host));
    else where.textContent = kind === null ? "" : ` — ${kind}`;
    return same;
  };
  show();
  for (const turn of TURNS) {
    line.addEventListener(
      turn,
      (event) => {
        const follows = turn === "click" || turn === "auxclick";
        if (!show() && follows) event.preventDefault();
      },
      { capture: true },
    );
  }
  return line;
}

/**
 * Words of the page, which may run the other way than the words around them.
 * @param {string} text
 */
export function ownDirection(text) {
  return element("bdi", "", text);
}

/**
 * A button whose words say for a while that it has done its work.
 * @param {string} label
 * @param {string} done
 * @param {() => Promise<boolean>} act
 */
export function noticeButton(label, done, act) {
  const made = button(label, async () => {
    made.textContent = (await act()) ? done : words("card_copy_failed");
    setTimeout(() => (made.textContent = label), NOTICE);
  });
  made.setAttribute("aria-live", "polite");
  return made;
}

/**
 * @param {string} label
 * @param {() => void} act
 * @param {string} [name]
 */
export function button(label, act, name = "") {
  const made = /** @type {HTMLButtonElement} */ (element("button", name, label));
  made.type = "button";
  made.addEventListener("click", (event) => {
    if (event.isTrusted) act();
  });
  return made;
}

/**
 * @param {string} tag
 * @param {string} name
 * @param {string | (Node | string)[]} [inside]
 * @returns {HTMLElement}
 */
export function element(tag, name, inside = []) {
  const made = page.createElement(tag);
  if (name !== "") made.className = name;
  if (typeof inside === "string") made.textContent = inside;
  else made.append(...inside);
  return made;
}
