/**
 * What a message must be like to be heard: its shape, and who may send it. A script in a page runs beside
 * that page's own, and a broken browser may let the page speak for it. Pure but for the log.
 */

import { BOUNDS } from "./bounds.js";
import { isKind } from "./hidden.js";
import { faultInChange } from "./sites.js";

const isFlag = (/** @type {unknown} */ value) => typeof value === "boolean";
const isCount = (/** @type {unknown} */ value) => Number.isInteger(value) && Number(value) >= 0;
const isIndexOrNone = (/** @type {unknown} */ value) => value === undefined || isIndex(value);
const isIndex = (/** @type {unknown} */ value) => value === null || isCount(value);

/**
 * The messages and what each holds besides its name; nothing more.
 * @type {Record<string, Record<string, (value: any) => boolean>>}
 */
const SHAPES = {
  painted: { claims: isCount },
  "page-settings": {},
  "await-permission": { change: (change) => faultInChange(change) === null },
  "permission-answered": { granted: isFlag },
  "scan-tab": { tab: isCount },
  "hide-kind": { kind: isKind, everywhere: isFlag },
  "options-part": {},
  begin: {},
  "settings-changed": {},
  describe: {},
  jump: { attribution: isIndex, figure: isIndex, citation: isIndexOrNone },
  step: { by: Number.isInteger },
  hide: {},
  "show-kinds": {},
  "read-references": { entries: isEntries },
};

/**
 * Entries of a page's references, to be read.
 * @param {unknown} list
 */
function isEntries(list) {
  return (
    Array.isArray(list) &&
    list.length <= BOUNDS.entries &&
    list.every((entry) => isText(entry, BOUNDS.entry))
  );
}

/**
 * The messages that a script in a page may send. What they change holds for pages of its own site alone. All
 * others are the reader's.
 */
const FROM_PAGES = new Set(["painted", "page-settings", "read-references", "hide-kind"]);

/**
 * Why a message is not to be heard; `null` for one that is.
 * @param {any} message
 * @param {boolean} fromOwnPage whether a page of the extension has sent it
 * @returns {string | null}
 */
export function refusal(message, fromOwnPage) {
  const type = message?.type;
  if (typeof type !== "string" || !Object.hasOwn(SHAPES, type)) return "a message of no known name";
  if (!fromOwnPage && !FROM_PAGES.has(type)) return `${type}: not from a page of the extension`;
  const shape = SHAPES[type];
  for (const field of Object.keys(message)) {
    if (field !== "type" && !Object.hasOwn(shape, field)) return `${type}: more than its fields`;
  }
  const wrong = Object.keys(shape).find((field) => !shape[field](message[field]));
  return wrong === undefined ? null : `${type}: ${wrong}`;
}

/** What was refused already. @type {Set<string>} */
const refused = new Set();

/**
 * Logs a refusal, each once: what is sent again and again must not fill the log.
 * @param {string} why
 */
export function logRefusal(why) {
  if (refused.has(why)) return;
  refused.add(why);
  console.error("whence: refused:", why);
}

/** @typedef {import('../core/whence.js').ScanRequest} ScanRequest */

/** Thrown where a part of a request is not like one. */
export class Refused extends Error {}

/** Gathers a request to scan from its parts, each of which may be anything. */
export class Gathering {
  /** @type {ScanRequest | null} */
  #request = null;
  #text = 0;
  #links = 0;
  #marks = 0;

  /**
   * @param {any} part
   * @returns {ScanRequest | null} the request, once its end has come
   * @throws {Refused} which names the field of another shape
   */
  take(part) {
    if (part?.head !== undefined) this.#head(part.head);
    else if (part?.blocks !== undefined) this.#blocks(part.blocks);
    else if (part?.references !== undefined) this.#references(part.references);
    else if (part?.end === true) return this.#begun();
    else throw new Refused("a part of no known name");
    return null;
  }

  #begun() {
    if (this.#request === null) throw new Refused("blocks before the head");
    return this.#request;
  }

  /** @param {any} head */
  #head(head) {
    if (this.#request !== null) throw new Refused("a second head");
    const { url, title, language } = head?.page ?? {};
    const { figures, flags } = head?.options ?? {};
    check("url", isText(url, BOUNDS.address));
    check("title", isText(title, BOUNDS.title));
    check("language", language === null || isText(language, BOUNDS.language));
    check("figures", isFlag(figures));
    const isNames = (/** @type {any} */ list) =>
      Array.isArray(list) && list.length <= 100 && list.every((name) => isText(name, 100));
    check("flags", flags === null || isNames(flags));
    this.#request = {
      page: { url, title, language },
      options: { figures, flags },
      blocks: [],
      references: [],
    };
  }

  /** @param {any} blocks */
  #blocks(blocks) {
    const request = this.#begun();
    check("blocks", Array.isArray(blocks));
    for (const block of blocks) {
      const { text, kind, links, marks } = block ?? {};
      check("text", isText(text, BOUNDS.text));
      check("kind", isText(kind, 20));
      check("links", Array.isArray(links));
      const kept = links.map((/** @type {any} */ link) => {
        const { start, end, href } = link ?? {};
        check("start", isCount(start) && start <= text.length + BOUNDS.text);
        check("end", isCount(end) && end <= text.length + BOUNDS.text);
        check("href", isText(href, BOUNDS.address));
        return { start, end, href };
      });
      check("marks", Array.isArray(marks));
      const marked = marks.map((/** @type {any} */ mark) => markOf(mark, text.length));
      this.#text += text.length;
      this.#links += kept.length;
      this.#marks += marked.length;
      request.blocks.push({ text, kind, links: kept, marks: marked });
      check("marks beyond the bounds", this.#marks <= BOUNDS.marks);
      check("text beyond the bounds", this.#text <= BOUNDS.text);
      check("links beyond the bounds", this.#links <= BOUNDS.links);
      check("blocks beyond the bounds", request.blocks.length <= BOUNDS.blocks);
    }
  }

  /** @param {any} references */
  #references(references) {
    const request = this.#begun();
    check("references", Array.isArray(references));
    for (const entry of references) {
      const { label, text, href } = entry ?? {};
      check("reference label", isText(label, BOUNDS.mark));
      check("reference text", isText(text, BOUNDS.head));
      check("reference href", isText(href, BOUNDS.address));
      request.references.push({ label, text, href });
      check("references beyond the bounds", request.references.length <= BOUNDS.references);
    }
  }
}

/**
 * A mark of a block, checked.
 * @param {any} given
 * @param {number} length of the block's text
 */
function markOf(given, length) {
  const { start, end, kind, words, reference, link } = given ?? {};
  check("mark start", isCount(start) && start <= length + BOUNDS.text);
  check("mark end", isCount(end) && end <= length + BOUNDS.text);
  check("mark kind", isText(kind, 20));
  check("mark words", isText(words, BOUNDS.mark));
  check("mark reference", isIndex(reference));
  check("mark link", isIndex(link));
  return { start, end, kind, words, reference, link };
}

/**
 * @param {unknown} value
 * @param {number} most UTF-16 code units
 */
function isText(value, most) {
  return typeof value === "string" && value.length <= most;
}

/**
 * @param {string} field
 * @param {boolean} holds
 */
function check(field, holds) {
  if (!holds) throw new Refused(`scan request: ${field}`);
}
