/**
 * The border to the engine: requests go over it as one stretch of text and one of numbers, replies
 * come back as numbers. `src/wasm/request.rs` and `src/wasm/reply.rs` say what they mean; the order
 * here is the order there.
 */

import { emptyReply, PART_ITEMS } from "../shared/messages.js";
import { Refused } from "../shared/shapes.js";
import {
  __wbg_reset_state as resetModule,
  beginScan,
  initSync,
  prepare,
  readReference,
  stepScan,
} from "../core/whence.js";

/** @typedef {import('../core/whence.js').ScanRequest} ScanRequest */
/** @typedef {import('../core/whence.js').PackedReply} PackedReply */
/** @typedef {import('../core/whence.js').ScanReply} ScanReply */
/** @typedef {import('../shared/messages.js').ReplyPart} ReplyPart */
/** @typedef {import('../shared/messages.js').ReplyEnd} ReplyEnd */
/** @typedef {import('../core/whence.js').Work} Work */

/**
 * The memory, bytes, from which the module is made anew once no scan is under way: its memory never shrinks.
 * Most articles leave it below.
 */
export const MOST_MEMORY = 16 * 1024 * 1024;

/** How often the module was made anew: a scan that was begun before is lost. */
let life = 0;

/** The scans under way in the module as it stands. */
let underWay = 0;

/**
 * Scans the blocks of a page; the core must have been loaded.
 * @param {ScanRequest} request
 * @returns {ScanReply}
 * @throws {Refused} that names the field of another shape
 * @throws {Error} where the module failed
 */
export function scanned(request) {
  const reply = emptyReply();
  for (const part of scannedParts(request)) {
    if (part === null) continue;
    if ("field" in part) for (const item of part.items) reply[part.field].push(item);
    else reply.language = part.language;
  }
  return reply;
}

/**
 * The same in steps of some ms, between which others may be read: first a null for each step of the reading, then
 * the reply part by part and its end the last, the records of each made as it is taken. What is begun is to be read
 * to its end, whoever has gone meanwhile: left before, it costs all others what was read of theirs.
 * @param {ScanRequest} request
 * @returns {Generator<null | ReplyPart | ReplyEnd, void>}
 * @throws {Refused} that names the field of another shape
 * @throws {Error} where the module failed
 */
export function* scannedParts(request) {
  yield* unpacked(yield* read(...packed(request)));
}

/**
 * Reads a request in steps: from the start again where the module was made anew after a fault of somebody else's.
 * @param {Uint8Array} text
 * @param {Uint32Array} numbers
 * @returns {Generator<null, PackedReply>}
 */
function* read(text, numbers) {
  for (;;) {
    const scan = attempt(() => begun(text, numbers));
    const begunIn = life;
    underWay++;
    let left = true;
    try {
      while (life === begunIn) {
        const reply = attempt(() => stepScan(scan));
        if (reply !== undefined) {
          left = false;
          underWay--;
          keepSmall();
          return reply;
        }
        yield null;
      }
    } finally {
      // The module keeps what is not done to its end.
      if (left && life === begunIn) makeAnew();
    }
  }
}

/**
 * Does something in the module. After a fault of its own the next one meets a module made anew.
 * @template T
 * @param {() => T} act
 * @returns {T}
 */
function attempt(act) {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof Refused)) makeAnew();
    throw error;
  }
}

function makeAnew() {
  resetModule();
  life++;
  underWay = 0;
}

/** Makes the module anew that has grown beyond its bound, where nobody loses anything by it. */
function keepSmall() {
  if (underWay === 0 && memory() > MOST_MEMORY) makeAnew();
}

/**
 * What the entries of a page's references say of their works; the core must have been loaded.
 * @param {string[]} entries as the page writes them
 * @returns {Work[]}
 */
export function readWorks(entries) {
  const works = attempt(() => entries.map((entry) => unpackedWork(readReference(entry))));
  keepSmall();
  return works;
}

/**
 * @param {import('../core/whence.js').PackedWork} packed
 * @returns {Work}
 */
function unpackedWork([authors, [title, container, year, locator, doi, url, kind]]) {
  return {
    authors,
    title,
    container,
    year,
    locator,
    doi,
    url,
    kind: /** @type {Work['kind']} */ (kind),
  };
}

/** The memory that the module has, bytes. */
export function memory() {
  return initSync(/** @type {any} */ (undefined)).memory.buffer.byteLength;
}

/**
 * @param {Uint8Array} text
 * @param {Uint32Array} numbers
 */
function begun(text, numbers) {
  // Tables that were read in the midst of a scan would part the memory that it gives back: the next took half
  // as much again, and from 16 MB on the module is made anew.
  prepare();
  try {
    return beginScan(text, numbers);
  } catch (error) {
    const { message } = /** @type {Error} */ (error);
    // What the module says of a request in words is a refusal; else it has failed.
    if (String(message).startsWith("scan request: ")) throw new Refused(message);
    throw error;
  }
}

/** The kinds of block, in the order of their numbers. */
const KINDS = ["paragraph", "heading", "item", "quote", "caption", "cell"];

/** The kinds of mark, in the order of their numbers. */
const MARK_KINDS = ["note", "chip", "needed", "quoted"];

/**
 * A request as the engine takes it: text in UTF-8, and numbers.
 * @param {ScanRequest} request
 * @returns {[Uint8Array, Uint32Array]}
 * @throws {Refused} that names the field of another shape
 */
function packed(request) {
  /** @type {string[]} */
  const words = [];
  /** For each of the words, where its length stands among the numbers. @type {number[]} */
  const lengths = [];
  /** @type {number[]} */
  const numbers = [];

  /**
   * @param {any} of @param {string} field
   * @param {string} type one or more, of whose names none holds another
   */
  const field = (of, field, type) => {
    const value = of?.[field];
    const is = Array.isArray(value) ? "list" : value === null ? "null" : typeof value;
    if (!type.includes(is)) throw new Refused(`scan request: ${field} is ${is}`);
    return value;
  };
  /** @param {string} word */
  const add = (word) => {
    words.push(word);
    lengths.push(numbers.push(0) - 1);
  };
  /** @template T @param {T[]} items @param {(item: T) => void} each */
  const list = (items, each) => {
    numbers.push(items.length);
    items.forEach(each);
  };
  /** @template T @param {T | null} value @param {(value: T) => void} each */
  const maybe = (value, each) => {
    numbers.push(value === null ? 0 : 1);
    if (value !== null) each(value);
  };

  const page = field(request, "page", "object");
  const options = field(request, "options", "object");
  add(field(page, "url", "string"));
  add(field(page, "title", "string"));
  maybe(field(page, "language", "string null"), add);
  numbers.push(field(options, "figures", "boolean") ? 1 : 0);
  maybe(field(options, "flags", "list null"), (flags) => list(flags, add));
  list(field(request, "blocks", "list"), (block) => {
    add(field(block, "text", "string"));
    const kind = KINDS.indexOf(field(block, "kind", "string"));
    if (kind < 0) throw new Refused(`scan request: kind is ${block.kind}`);
    numbers.push(kind);
    list(field(block, "links", "list"), (link) => {
      numbers.push(field(link, "start", "number"), field(link, "end", "number"));
      add(field(link, "href", "string"));
    });
    list(field(block, "marks", "list"), (mark) => {
      numbers.push(field(mark, "start", "number"), field(mark, "end", "number"));
      const markKind = MARK_KINDS.indexOf(field(mark, "kind", "string"));
      if (markKind < 0) throw new Refused(`scan request: mark kind is ${mark.kind}`);
      numbers.push(markKind);
      add(field(mark, "words", "string"));
      const reference = field(mark, "reference", "number null");
      const link = field(mark, "link", "number null");
      if (reference !== null) numbers.push(1, reference);
      else if (link !== null) numbers.push(2, link);
      else numbers.push(0);
    });
  });
  list(field(request, "references", "list"), (entry) => {
    add(field(entry, "label", "string"));
    add(field(entry, "text", "string"));
    add(field(entry, "href", "string"));
  });

  // A code unit is three bytes of UTF-8 at most: everything is written in its place at once.
  const text = new Uint8Array(3 * words.reduce((length, word) => length + word.length, 0));
  const encoder = new TextEncoder();
  let at = 0;
  words.forEach((word, i) => {
    const { written } = encoder.encodeInto(word, text.subarray(at));
    numbers[lengths[i]] = written;
    at += written;
  });
  return [text.subarray(0, at), Uint32Array.from(numbers)];
}

/** What a citation leads to, in the order of the numbers. */
const TARGETS = /** @type {const} */ (["absent", "references", "link", "words"]);

/**
 * A reply of the engine as records, in parts.
 * @param {PackedReply} reply
 * @returns {Generator<ReplyPart | ReplyEnd, void>}
 */
function* unpacked([language, packedNumbers, packedValues, lines]) {
  if (language === "unread") return yield { language };
  const numbers = new Uint32Array(packedNumbers.buffer);
  const values = new Float64Array(packedValues.buffer);
  const words = lines.split("\n");
  let number = 0;
  let value = 0;

  const next = () => numbers[number++];
  /** @returns {any} the kinds and names of the engine are those of the types */
  const word = () => words[numbers[number++]];
  /** @template T @param {() => T} item @returns {T | null} */
  const maybe = (item) => (numbers[number++] === 0 ? null : item());
  /** @template T @param {() => T} item @returns {T[]} */
  const list = (item) => {
    const items = [];
    for (let left = numbers[number++]; left > 0; left--) items.push(item());
    return items;
  };
  const nextValue = () => values[value++];
  const span = () => ({ block: next(), start: next(), end: next() });
  const hop = () => ({ name: word(), kind: word(), evidence: span() });
  const link = () => ({ block: next(), index: next(), kind: word(), role: word() });
  const place = () => ({ block: next(), index: next() });
  const target = () => {
    const kind = TARGETS[next()];
    if (kind === "references") return { kind, references: list(next) };
    if (kind === "link") return { kind, ...place(), leads: word() };
    return kind === "words" ? { kind, span: span() } : { kind };
  };

  const attribution = () => ({
    source: list(span),
    cue: list(span),
    content: list(span),
    quotation: word(),
    resolved: maybe(next),
    kind: word(),
    kindEvidence: list(span),
    relay: list(hop),
    stance: word(),
    when: maybe(span),
    link: maybe(link),
    rule: word(),
    resolutionRule: word(),
    confidence: word(),
    runnerUp: maybe(word),
    margin: next(),
    addressee: maybe(span),
    medium: maybe(span),
    flags: list(next),
  });
  const source = () => ({
    name: word(),
    role: maybe(word),
    kind: word(),
    mentions: list(span),
    attributions: list(next),
  });
  const figure = () => ({
    span: span(),
    number: span(),
    value: maybe(nextValue),
    low: maybe(nextValue),
    high: maybe(nextValue),
    unit: maybe(word),
    bound: word(),
    change: maybe(word),
    boundEvidence: maybe(span),
    attribution: maybe(next),
    tie: maybe(word),
    when: maybe(span),
    flags: list(next),
  });
  const flag = () => ({
    kind: word(),
    attributions: list(next),
    figures: list(next),
    evidence: list(span),
    detail: maybe(word),
  });
  const citation = () => ({
    claim: list(span),
    form: word(),
    label: word(),
    mark: maybe(span),
    pageMark: maybe(place),
    target: target(),
    attributions: list(next),
    figures: list(next),
    rule: word(),
  });
  // In the order in which they are packed.
  const all = {
    attributions: attribution,
    sources: source,
    figures: figure,
    flags: flag,
    referenceLinks: word,
    citations: citation,
  };
  for (const [field, item] of Object.entries(all)) {
    for (let left = next(); left > 0;) {
      const items = [];
      for (; left > 0 && items.length < PART_ITEMS; left--) items.push(item());
      yield { field: /** @type {ReplyPart['field']} */ (field), items };
    }
  }
  yield { language };
}
