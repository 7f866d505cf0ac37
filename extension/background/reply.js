/**
 * Unpacks what the engine answers. It comes as one stretch of numbers, packed by `src/wasm/reply.rs`,
 * which says what they mean; the order here is the order there.
 */

/** @typedef {import('../core/whence.js').PackedReply} PackedReply */
/** @typedef {import('../core/whence.js').ScanReply} ScanReply */

/**
 * @param {PackedReply} packed
 * @returns {ScanReply}
 */
export function unpacked(packed) {
  const { language, words } = packed;
  const empty = { language, attributions: [], sources: [], figures: [], flags: [] };
  if (language === "unread") return empty;
  const numbers = new Uint32Array(packed.numbers.buffer);
  const values = new Float64Array(packed.values.buffer);
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
  const link = () => ({ block: next(), index: next(), kind: word() });

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
  return {
    language,
    attributions: list(attribution),
    sources: list(source),
    figures: list(figure),
    flags: list(flag),
  };
}
