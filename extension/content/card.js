/**
 * The card: shows `CardWords` by the words they speak of. Its element is in the page only while
 * it is open, holds a closed shadow tree, and takes its text by `textContent` alone.
 *
 * @typedef {import('./card_words.js').CardWords} CardWords
 * @typedef {{close: () => void, next: (finding: import('./reading.js').Finding) => void, copy: () => Promise<boolean>,
 *   report: () => Promise<boolean>, hide: (reach: 'page' | 'site' | 'everywhere') => void} &
 *   import('./citation_rows.js').CitedActs} CardActs
 */

import { closedShadowOf, interfaceLanguage, words } from "../shared/browser.js";
import { button, element, linkElement, noticeButton, ownDirection } from "./card_parts.js";
import { CARD_SHEET } from "./card_sheet.js";
import { citedElement } from "./citation_rows.js";
import { boxAround, nearestBox, placeCard, SHEET_WIDTH } from "./placement.js";
import { page, plain } from "./plain.js";

/**
 * The card's style. On a page of Whence's own there is no reader's sheet that could reach into the tree, and
 * none that could be gone.
 */
const STYLE = /extension:$/.test(location.protocol)
  ? `.card { display: block !important; } ${CARD_SHEET}`
  : CARD_SHEET;

/** Events that end at the card, so that a page's own keys and clicks do not act on them. */
const KEPT_EVENTS =
  "click dblclick auxclick contextmenu pointerdown pointerup mousedown mouseup keydown keyup keypress " +
  "beforeinput input copy cut paste touchstart touchend wheel focusin focusout";

export class Card {
  /** @type {HTMLElement | null} */
  #host = null;
  /** @type {HTMLElement | null} */
  #box = null;
  /** @type {HTMLElement | null} */
  #said = null;
  /** The sheet whose last rule says where the card lies. @type {() => CSSStyleSheet | null} */
  #sheet = () => null;
  /** @type {Element | null} */
  #focusBefore = null;
  /** @type {() => {left: number, top: number, right: number, bottom: number}[]} */
  #boxes = () => [];
  #point = { x: 0, y: 0 };
  #pinned = false;

  get isOpen() {
    return this.#host !== null;
  }

  get isPinned() {
    return this.#pinned;
  }

  /** The card's element, for telling whether an event or a place is on it. */
  get host() {
    return this.#host;
  }

  /**
   * @param {CardWords} card
   * @param {() => {left: number, top: number, right: number, bottom: number}[]} boxes
   *   the lines of the words it speaks of, as they lie now
   * @param {{x: number, y: number}} point where the reader points
   * @param {{pinned: boolean, focus: boolean, announce: boolean}} manner
   * @param {CardActs} acts
   */
  open(card, boxes, point, manner, acts) {
    const focusBefore = this.#focusBefore ?? deepFocus();
    this.#remove();
    this.#focusBefore = focusBefore;
    this.#boxes = boxes;
    this.#point = point;
    this.#pinned = manner.pinned;
    const host = page.createElement("div");
    const root = host.attachShadow({ mode: "closed" });
    this.#sheet = dress(root);
    const { direction, tag } = interfaceLanguage();
    host.setAttribute("dir", direction);
    host.setAttribute("lang", tag);
    host.setAttribute("popover", "manual");
    for (const type of KEPT_EVENTS.split(" ")) {
      host.addEventListener(type, (event) => event.stopPropagation());
    }
    this.#box = cardElement(card, acts, manner.pinned);
    this.#box.dir = direction;
    for (const details of this.#box.querySelectorAll("details")) {
      details.addEventListener("toggle", () => {
        this.pin(); // whoever opens it reads on; and the card may now lie elsewhere than the pointer
        this.place();
        if (details.open) this.#show(details);
      });
    }
    this.#said = element("div", "said");
    this.#said.setAttribute("role", "status");
    root.append(this.#box, this.#said);
    root.addEventListener("keydown", (event) =>
      this.#key(/** @type {KeyboardEvent} */ (event), acts),
    );
    layerOf(boxes, point).append(host);
    this.#host = host;
    // A page may refuse it; the card is drawn all the same, over all but other popovers.
    host.showPopover?.();
    this.place();
    if (manner.focus) this.focus();
    if (manner.announce) this.#announce(card.announcement);
  }

  focus() {
    this.#box?.focus({ preventScroll: true });
  }

  /** Says a sentence to screen readers, politely. @param {string} sentence */
  #announce(sentence) {
    const said = this.#said;
    // A live region speaks of changes: it must stand empty first.
    requestAnimationFrame(() => {
      if (said) said.textContent = sentence;
    });
  }

  /** Puts the card by its words; `false` when these have left the viewport. */
  place() {
    const host = this.#host;
    const box = this.#box;
    if (host === null || box === null) return false;
    const viewport = { width: innerWidth, height: innerHeight };
    const boxes = this.#boxes();
    const line = nearestBox(boxes, this.#point.x, this.#point.y);
    if (viewport.width <= SHEET_WIDTH || viewport.height <= 280) {
      // At the foot of the viewport, or at its head where the claim stands in the lower half.
      const low = line !== null && line.top + line.bottom > viewport.height;
      box.className = low ? "card sheet high" : "card sheet";
      this.#lie({ left: "0", right: "0", top: low ? "0" : "auto", bottom: low ? "auto" : "0" });
      return true;
    }
    box.className = "card";
    if (line === null || line.bottom < 0 || line.top > viewport.height) return false;
    this.#lie({ right: "auto", bottom: "auto" }); // of its own size, at the page's own zoom
    const { width, height } = box.getBoundingClientRect();
    const x = Math.max(line.left, Math.min(this.#point.x, line.right));
    const rtl = interfaceLanguage().direction === "rtl";
    const spot = placeCard(line, boxAround(boxes), { width, height }, viewport, x, rtl);
    this.#lie({ left: `${Math.round(spot.x)}px`, top: `${Math.round(spot.y)}px` });
    return true;
  }

  /**
   * Says where the card's element lies, and takes back the zoom of what is around it, by which the browser
   * would multiply both its size and its place.
   * @param {Record<string, string>} sides
   */
  #lie(sides) {
    const rule = /** @type {CSSStyleRule | undefined} */ (
      [...(this.#sheet()?.cssRules ?? [])].at(-1)
    );
    if (rule === undefined) return;
    const zoom = this.#host?.parentElement?.currentCSSZoom ?? 1;
    for (const [name, value] of Object.entries({ ...sides, zoom: String(1 / zoom) })) {
      rule.style.setProperty(name, value, "important");
    }
  }

  /**
   * Scrolls the card to what was unfolded in it, as far as its first line stays in view.
   * @param {Element} part
   */
  #show(part) {
    const box = this.#box?.getBoundingClientRect();
    if (this.#box === null || box === undefined) return;
    const { top, bottom } = part.getBoundingClientRect();
    this.#box.scrollTop += Math.max(0, Math.min(bottom - box.bottom + 8, top - box.top - 8));
  }

  /** Where the card's box lies on screen. */
  rect() {
    return this.#box?.getBoundingClientRect() ?? null;
  }

  /** Keeps the card open until it is closed on purpose. */
  pin() {
    this.#pinned = true;
    this.#box?.querySelector(".close")?.removeAttribute("hidden");
  }

  /** Takes the card off the page and puts the focus back where it was. */
  close() {
    const hadFocus = this.#host !== null && deepFocus() === this.#host;
    const before = this.#focusBefore;
    this.#remove();
    this.#focusBefore = null;
    if (hadFocus && before instanceof HTMLElement && before.isConnected) {
      before.focus({ preventScroll: true });
    }
  }

  #remove() {
    this.#host?.remove();
    this.#host = this.#box = this.#said = null;
    this.#pinned = false;
  }

  /**
   * @param {KeyboardEvent} event
   * @param {CardActs} acts
   */
  #key(event, acts) {
    if (event.key === "Escape") {
      event.preventDefault();
      acts.close();
    } else if (event.key === "Tab" && this.#box) {
      // The page's own order has no place for the card, so Tab goes round inside it.
      const stops = [...this.#box.querySelectorAll("a[href], button, summary")].filter((stop) =>
        /** @type {HTMLElement} */ (stop).checkVisibility(),
      );
      const at = stops.indexOf(/** @type {Element} */ (event.target));
      const edge = event.shiftKey ? at <= 0 : at === stops.length - 1;
      if (!edge || stops.length === 0) return;
      event.preventDefault();
      /** @type {HTMLElement} */ (stops.at(event.shiftKey ? -1 : 0)).focus();
    }
  }
}

/** Takes off a card that a script left behind which an update of the extension ended without a word. */
export function sweepCard() {
  for (const host of page.querySelectorAll('div[popover="manual"][dir][lang]')) {
    if (closedShadowOf(host)?.querySelector(".card[role='dialog'] + .said")) host.remove();
  }
}

/** The focused element, or the page's body. */
function deepFocus() {
  return page.activeElement;
}

/**
 * Where the card's element must stand to be reached by clicks: inside the modal dialog or the
 * fullscreen element that holds its words, else at the end of the page.
 * @param {() => {left: number, top: number, right: number, bottom: number}[]} boxes
 * @param {{x: number, y: number}} point
 */
function layerOf(boxes, point) {
  const line = boxes()[0];
  const at = page.elementFromPoint(
    line ? (line.left + line.right) / 2 : point.x,
    line ? (line.top + line.bottom) / 2 : point.y,
  );
  const dialog = (at && plain(at).closest("dialog:modal")) ?? page.querySelector("dialog:modal");
  return dialog ?? page.fullscreenElement ?? page.body ?? page.documentElement;
}

/**
 * Gives a shadow tree its style: as a constructed sheet, which no page policy forbids; where the
 * browser keeps those from extensions, as a style element, which its policy exempts.
 * @param {ShadowRoot} root
 * @returns {() => CSSStyleSheet | null} its sheet, once it is in the page
 */
function dress(root) {
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    root.adoptedStyleSheets = [sheet];
    return () => sheet;
  } catch {
    const style = page.createElement("style");
    style.textContent = STYLE;
    root.append(style);
    return () => style.sheet;
  }
}

/**
 * @param {CardWords} card
 * @param {CardActs} acts
 * @param {boolean} pinned
 */
function cardElement(card, acts, pinned) {
  const box = element("div", "card");
  box.setAttribute("data-whence-card", ""); // for `highlights.css`
  box.setAttribute("role", "dialog");
  box.setAttribute("aria-label", card.label);
  box.tabIndex = -1;
  const names = element("div", "", [element("h2", "", [ownDirection(card.title)])]);
  if (card.role) names.append(element("p", "role", [ownDirection(card.role)]));
  if (card.known) names.append(element("p", "known", [ownDirection(card.known)]));
  if (card.second) names.append(element("p", "known", [ownDirection(card.second)]));
  const close = button(words("card_close"), acts.close, "close");
  close.textContent = "×";
  close.setAttribute("aria-label", words("card_close"));
  close.hidden = !pinned;
  box.append(element("div", "head", [names, close]));
  const facts = card.facts.map((fact) => element("span", "", fact));
  if (card.kind !== "") facts.unshift(element("span", "first", card.kind));
  if (facts.length > 0) box.append(element("p", "kind", facts));
  if (card.entry) box.append(element("p", "known", [ownDirection(card.entry)]));
  if (card.says) box.append(element("p", "says", [ownDirection(card.says)]));
  if (card.hops.length > 0) box.append(hopsElement(card.hops));
  if (card.figure) box.append(figureElement(card.figure));
  if (card.link) box.append(linkElement(card.link));
  if (card.noLink) box.append(element("p", "link", [element("span", "", card.noLink)]));
  if (card.cited) box.append(citedElement(card.cited, acts));
  if (card.flags.length > 0) {
    box.append(
      element(
        "ul",
        "flags",
        card.flags.map((flag) => flagElement(flag, acts)),
      ),
    );
  }
  box.append(actsElement(card, acts), whyElement(card, acts));
  return box;
}

/**
 * A remark; where the page gives other values for the same thing, with each of them, to go there.
 * @param {CardWords['flags'][number]} flag
 * @param {CardActs} acts
 */
function flagElement({ words: text, others }, acts) {
  if (others.length === 0) return element("li", "", text);
  const rows = others.map((other) => {
    const go = button("", () => acts.next(other.finding));
    go.append(ownDirection(other.words), " — ", ownDirection(other.source));
    return element("li", "", [go]);
  });
  return element("li", "", [element("span", "", text), element("ul", "others", rows)]);
}

/** @param {CardWords['hops']} hops who said it first, down to this page */
function hopsElement(hops) {
  const list = element(
    "ol",
    "hops",
    hops.map(({ name, note }) => {
      const hop = element("li", "", [ownDirection(name)]);
      if (note !== null) hop.append(element("span", "", ` — ${note}`));
      return hop;
    }),
  );
  list.setAttribute("aria-label", words("hops_label"));
  return list;
}

/** @param {NonNullable<CardWords['figure']>} figure */
function figureElement({ words: text, quantity, unit, source }) {
  const first = element("p", "", [element("b", "", [ownDirection(text)])]);
  const parts = [quantity, unit].filter((part) => part !== null);
  const more = parts.length > 0 ? [element("p", "", parts.join(" · "))] : [];
  return element("div", "figure", [first, ...more, element("p", "", source)]);
}

/**
 * @param {CardWords} card
 * @param {CardActs} acts
 */
function actsElement(card, acts) {
  const row = element("div", "acts");
  if (card.others) {
    const { place, of, next } = card.others;
    const finding = { attribution: next, figure: null };
    row.append(button(words("card_next_claim", place, of), () => acts.next(finding)));
  }
  row.append(noticeButton(words("card_copy"), words("card_copied"), acts.copy));
  return row;
}

/**
 * @param {CardWords} card
 * @param {CardActs} acts
 */
function whyElement(card, acts) {
  const why = page.createElement("details");
  why.append(element("summary", "", words("card_why")));
  const list = element("dl", "");
  for (const { label, words: text } of card.evidence) {
    list.append(element("dt", "", label), element("dd", "", [ownDirection(text)]));
  }
  if (card.rule) {
    list.append(element("dt", "", words("evidence_rule")), element("dd", "", card.rule));
  }
  why.append(list, noticeButton(words("card_report"), words("card_reported"), acts.report));
  if (card.like) why.append(hideElement(card.like.words, acts));
  return why;
}

/**
 * Hiding hints like this one: what that is, and how far it shall reach.
 * @param {string} like
 * @param {CardActs} acts
 */
function hideElement(like, acts) {
  const hide = page.createElement("details");
  hide.className = "hide";
  const reaches = /** @type {const} */ (["page", "site", "everywhere"]);
  hide.append(
    element("summary", "", words("hide_like")),
    element("p", "", like),
    element(
      "div",
      "",
      reaches.map((reach) => button(words(`hide_${reach}`), () => acts.hide(reach))),
    ),
    element("p", "", words("hide_undo")),
  );
  return hide;
}
