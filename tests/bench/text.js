/**
 * News text of any length to measure on: the sentences of our own golden cases and sample pages, in
 * an order that repeats late and is the same in every run. It has more claims than real news, which
 * makes it the harder text.
 */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { plainText } from "../wasm/marked.js";

const TESTS = join(import.meta.dirname, "..");

/** Sentences in a paragraph, as in most news text. */
const PARAGRAPH = 3;

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

/**
 * Paragraphs of at least so many bytes in all, in UTF-8.
 * @param {number} bytes
 */
export function newsParagraphs(bytes) {
  const all = sentences();
  // A linear congruence visits sentences in an order without a short period.
  let state = 1;
  const next = () => {
    state = (state * 48_271) % 2_147_483_647;
    return all[state % all.length];
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
