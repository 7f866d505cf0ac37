/**
 * Pages saved from the web, in a folder with an `index.jsonl`: a line a page, with `name`, `file`,
 * `encoding` (of the bytes), `language`, `kind`, and the share of its article that shows without
 * its scripts. They lie outside the repository.
 *
 * @typedef {{name: string, file: string, encoding: string, language: string, kind: string,
 *   offline: {scripts_off: number}}} SavedPage
 */

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * The pages of a folder; none where it is not there.
 * @param {string} folder
 * @returns {SavedPage[]}
 */
export function savedPages(folder) {
  const index = join(folder, "index.jsonl");
  if (!existsSync(index)) return [];
  return readFileSync(index, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

/**
 * Lets a server give a saved page, byte for byte; its path there.
 * @param {import('./server.js').PageServer} server
 * @param {string} folder
 * @param {SavedPage} page
 * @param {Record<string, string>} [headers]
 */
export function giveSaved(server, folder, page, headers) {
  const path = `/saved/${page.name}`;
  server.give(path, {
    body: readFileSync(join(folder, page.file)),
    type: `text/html; charset=${page.encoding}`,
    headers,
  });
  return path;
}

/**
 * A plain text as a page: a paragraph for each run of lines, the first as headline.
 * @param {string} text
 */
export function pageOfText(text) {
  const escape = (/** @type {string} */ words) =>
    words.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  const [headline, ...rest] = text.split(/\n+/).filter((line) => line.trim() !== "");
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>${escape(headline)}</title>
<body style="max-width:40rem;margin:2rem auto;font:18px/1.5 serif"><article><h1>${escape(headline)}</h1>
${rest.map((line) => `<p>${escape(line)}</p>`).join("\n")}</article></body></html>`;
}
