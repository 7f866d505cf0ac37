/**
 * How much of a page's text is underlined, by what the reader has chosen to be underlined: the share of letters
 * that stand in what the content script would mark (`extension/content/reading.js`).
 *
 *     node tests/bench/ink.js target/release/whence PAGE…
 */

import { execFileSync } from "node:child_process";

/** Kinds of source that are painted as not named. */
const UNNAMED = ["anonymous", "vague"];

const DENYING = ["denies", "negated"];

/** @typedef {{span: [number, number], words: string}} Words */

/**
 * The share of letters under a line, for each look.
 * @param {any} found what the command says of a page
 */
function inkOf({ page, attributions, figures, flags, citations }) {
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
  return {
    claims: share([...attributions.flatMap((/** @type {any} */ a) => a.content), ...given]),
    sources: share([...attributions.flatMap(raising), ...told]),
    notable: share([...attributions.filter(notable).flatMap(raising), ...told]),
  };
}

const isLetter = (/** @type {string} */ c) => /[\p{L}\p{N}]/u.test(c);

/** A source up to its first comma. @param {Words} source */
function head({ span, words }) {
  const comma = [...words].indexOf(",");
  return { words, span: comma > 0 ? [span[0], span[0] + comma] : span };
}

const [whence, ...pages] = process.argv.slice(2);
/** @type {Record<string, number[]>} */
const shares = { claims: [], sources: [], notable: [] };
for (const page of pages) {
  const said = execFileSync(whence, ["scan", "--format", "json", page], { maxBuffer: 1 << 28 });
  for (const [look, share] of Object.entries(inkOf(JSON.parse(String(said)))))
    shares[look].push(share);
}
for (const [look, all] of Object.entries(shares)) {
  all.sort((a, b) => a - b);
  const [median, worst] = [all[Math.floor(all.length / 2)], all.at(-1)];
  console.log(
    `${look.padEnd(8)} median ${median?.toFixed(1)} %, worst ${worst?.toFixed(1)} % of ${all.length} pages`,
  );
}
