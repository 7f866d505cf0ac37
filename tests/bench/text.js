/**
 * News text of any length to measure on: our own sentences in an order that repeats late and is the
 * same in every run. Those of the golden cases and sample pages hold a claim or a figure nearly all;
 * between them stand plain ones, so that a megabyte is as dear to read as one of news.
 */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { plainText } from "../wasm/marked.js";

const TESTS = join(import.meta.dirname, "..");

/** Sentences in a paragraph, as in most news text. */
const PARAGRAPH = 3;

/**
 * Of a hundred sentences so many hold a claim or a figure: the share at which 400 KB cost the command as
 * many instructions (184 million, built for speed, counted by callgrind on 29 November 2026) as 400 KB of
 * political news (183 and 187: PolNeAR, one after another of its articles). It has more claims than news,
 * and shorter sentences with fewer names. To be counted again as the golden cases grow: they were 70 of
 * a hundred once, then 57, and had become 13 % dearer than news.
 */
const NEWS_SHARE = 47;

/** @param {string} folder @param {string} ending */
function filesIn(folder, ending) {
  return readdirSync(join(TESTS, folder), { recursive: true })
    .map(String)
    .filter((name) => name.endsWith(ending))
    .sort()
    .map((name) => readFileSync(join(TESTS, folder, name), "utf8"));
}

/** Our own sentences, in a fixed order. @returns {string[]} */
export function sentences() {
  const golden = filesIn("golden", ".toml").flatMap((file) =>
    [
      ...file.matchAll(
        /^marked\s*=\s*(?:"""([^]*?)"""|'''([^]*?)'''|"((?:[^"\\]|\\.)+)"|'([^']+)')/gm,
      ),
    ].map(([, ...texts]) =>
      plainText(texts.find((text) => text !== undefined) ?? "")
        .replaceAll('\\"', '"')
        .replace(/\s+/g, " ")
        .trim(),
    ),
  );
  const pages = filesIn("browser/pages", ".html").flatMap((file) =>
    [...file.matchAll(/<p>([^]*?)<\/p>/g)].map(([, html]) =>
      html
        .replace(/<[^>]+>/g, "")
        .replace(/\s+/g, " ")
        .trim(),
    ),
  );
  return [...golden, ...pages].filter((sentence) => sentence.length > 20);
}

/** Sentences without claims or figures. */
function plainSentences() {
  return readFileSync(join(import.meta.dirname, "plain.txt"), "utf8")
    .trim()
    .split("\n");
}

/**
 * Paragraphs of at least so many bytes in all, in UTF-8.
 * @param {number} bytes
 * @param {number} [share] of a hundred sentences, those with a claim or a figure
 */
export function newsParagraphs(bytes, share = NEWS_SHARE) {
  const [telling, plain] = [sentences(), plainSentences()];
  // A linear congruence visits sentences in an order without a short period.
  let state = 1;
  const next = () => {
    state = (state * 48_271) % 2_147_483_647;
    const from = state % 100 < share ? telling : plain;
    return from[Math.floor(state / 100) % from.length];
  };
  const paragraphs = [];
  for (let size = 0; size < bytes;) {
    const paragraph = Array.from({ length: PARAGRAPH }, next).join(" ");
    paragraphs.push(paragraph);
    size += Buffer.byteLength(paragraph) + 2;
  }
  return paragraphs;
}

/**
 * Paragraphs of so many words in all.
 * @param {number} words
 */
export function newsOfWords(words) {
  const paragraphs = [];
  let count = 0;
  for (const paragraph of newsParagraphs(words * 12)) {
    if (count >= words) break;
    count += paragraph.split(" ").length;
    paragraphs.push(paragraph);
  }
  return paragraphs;
}
