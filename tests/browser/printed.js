/** What a printed page shows, as far as a PDF tells without being drawn. */

import { inflateSync } from "node:zlib";

/**
 * What is drawn: letters, and lines and areas with the colours in use. How text is cut into pieces
 * does not count: browsers cut it at highlights, whether they draw them or not.
 * @param {Buffer} pdf
 */
export function drawnIn(pdf) {
  const drawn = {
    glyphs: 0,
    areas: 0,
    lines: 0,
    pictures: 0,
    colours: /** @type {string[]} */ ([]),
  };
  const colours = new Set();
  for (const [, bytes] of pdf.toString("latin1").matchAll(/stream\r?\n([^]*?)\r?\nendstream/g)) {
    const text = inflated(Buffer.from(bytes, "latin1"));
    if (!/ T[fmdD]\b/.test(text)) continue; // a font, a picture
    for (const [, hex] of text.matchAll(/<([0-9A-Fa-f]+)>/g)) drawn.glyphs += hex.length / 4;
    for (const [, signs] of text.matchAll(/\(((?:[^()\\]|\\[^])*)\)/g)) {
      drawn.glyphs += signs.replace(/\\(?:\d{3}|[^])/g, "?").length;
    }
    for (const [line] of text.matchAll(/^.*$/gm)) {
      if (/(?:^|\s)(?:f|F|f\*|B|B\*|b|b\*)$/.test(line)) drawn.areas += 1;
      else if (/(?:^|\s)(?:S|s)$/.test(line)) drawn.lines += 1;
      else if (/\sDo$/.test(line)) drawn.pictures += 1;
      for (const [colour] of line.matchAll(/(?:[\d.]+ ){3}(?:rg|RG)\b|[\d.]+ [gG]\b/g)) {
        colours.add(colour);
      }
    }
  }
  return { ...drawn, colours: [...colours].sort() };
}

/** @param {Buffer} bytes */
function inflated(bytes) {
  try {
    return inflateSync(bytes).toString("latin1");
  } catch {
    return ""; // not packed, or not so: nothing of a page's own drawing
  }
}
