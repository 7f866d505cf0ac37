/**
 * How much of a page's text is underlined, by what the reader has chosen to be underlined: the share of letters
 * that stand in what the content script would mark (`extension/content/reading.js`), and how many hints there are
 * in 1,000 words.
 *
 *     node tests/bench/ink.js target/release/whence PAGE…
 */

import { execFileSync } from "node:child_process";

/** Kinds of source that are painted as not named. */
const UNNAMED = ["anonymous", "vague"];

const DENYING = ["denies", "negated"];

/** @typedef {{span: [number, number], words: string}} Words */

/**
 * The share of letters under a line, and hints in 1,000 words, for each look.
 * @param {any} found what the command says of a page
 * @returns {Record<string, {ink: number, density: number}>}
 */
function looksOf({ page, attributions, figures, flags, citations }) {
  const flagged = (/** @type {string} */ kind, /** @type {'figures' | 'attributions'} */ of) =>
    new Set(
      flags
        .filter((/** @type {any} */ f) => f.kind === kind)
        .flatMap((/** @type {any} */ f) => f[of]),
    );
  const unsourced = flagged("unsourced-figure", "figures");
  const differing = flagged("disagreeing-figures", "figures");
  const differs = flagged("disagreeing-figures", "attributions");
  const cited = new Set(citations.flatMap((/** @type {any} */ c) => c.figures));
  const letters = [...page.text];
  const all = letters.filter(isLetter).length;
  const long = page.text.match(/[\p{L}\p{N}’'-]+/gu)?.length ?? 1;
  const share = (/** @type {Words[]} */ marked) => {
    const under = new Set();
    for (const { span } of marked)
      for (let i = span[0]; i < span[1]; i++) if (isLetter(letters[i])) under.add(i);
    return (100 * under.size) / all;
  };
  const raising = (/** @type {any} */ { source, cue }) =>
    source.length === 0 ? cue : [head(source[0])];
  const notable = (/** @type {any} */ a, /** @type {number} */ i) =>
    (a.source.length === 0 && a.resolved === null) ||
    UNNAMED.includes(a.source_kind) ||
    a.relay.length > 0 ||
    DENYING.includes(a.stance) ||
    differs.has(i);
  const told = figures.filter(
    (/** @type {any} */ _, /** @type {number} */ i) => unsourced.has(i) || differing.has(i),
  );
  const given = figures.filter(
    (/** @type {any} */ f, /** @type {number} */ i) =>
      f.attribution !== null || cited.has(i) || unsourced.has(i),
  );
  const look = (/** @type {any[]} */ hints, /** @type {Words[]} */ marked) => ({
    ink: share(marked),
    density: (1000 * hints.length) / long,
  });
  const few = attributions.filter(notable);
  // A figure inside a claim is no hint beside it.
  const alone = given.filter((/** @type {any} */ f) => f.attribution === null);
  const contents = attributions.flatMap((/** @type {any} */ a) => a.content);
  return {
    claims: look([...attributions, ...alone], [...contents, ...given]),
    sources: look([...attributions, ...told], [...attributions.flatMap(raising), ...told]),
    notable: look([...few, ...told], [...few.flatMap(raising), ...told]),
  };
}

const isLetter = (/** @type {string} */ c) => /[\p{L}\p{N}]/u.test(c);

/** A source up to its first comma. @param {Words} source */
function head({ span, words }) {
  const comma = [...words].indexOf(",");
  return { words, span: comma > 0 ? [span[0], span[0] + comma] : span };
}

const [whence, ...pages] = process.argv.slice(2);
/** @type {Record<string, {ink: number, density: number}[]>} */
const looks = { claims: [], sources: [], notable: [] };
for (const page of pages) {
  const said = execFileSync(whence, ["scan", "--format", "json", page], { maxBuffer: 1 << 28 });
  for (const [look, one] of Object.entries(looksOf(JSON.parse(String(said)))))
    looks[look].push(one);
}
for (const [look, all] of Object.entries(looks)) {
  const told = (/** @type {'ink' | 'density'} */ what) => {
    const values = all.map((one) => one[what]).sort((a, b) => a - b);
    return [values[Math.floor(values.length / 2)], values.at(-1)].map((v) => v?.toFixed(1));
  };
  const [[ink, mostInk], [density, densest]] = [told("ink"), told("density")];
  console.log(
    `${look.padEnd(8)} ink: median ${ink} %, worst ${mostInk} %; hints in 1,000 words: median ${density}, ` +
      `most ${densest}; ${all.length} pages`,
  );
}
