/**
 * From offsets in a block's text to places in its text nodes, and back. Pure: it looks at nothing
 * of a node but its identity and the length of its text.
 *
 * @typedef {{node: Text, at: number, length: number, gap: boolean}} Part
 *   A text node as it was read: where its text begins in the block's, how long it was, and whether
 *   something that is not read stands between it and the part before.
 * @typedef {{startNode: Text, startOffset: number, endNode: Text, endOffset: number}} Place
 */

/**
 * The index of the last part that begins at or before `offset`; -1 for none.
 * @param {readonly Part[]} parts
 * @param {number} offset UTF-16 code units
 */
function partAt(parts, offset) {
  let low = 0;
  let high = parts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (parts[middle].at <= offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/**
 * The parts that hold any of a stretch.
 * @param {readonly Part[]} parts
 * @param {{start: number, end: number}} stretch UTF-16 code units, half-open
 */
export function partsOf(parts, { start, end }) {
  const found = [];
  for (let index = Math.max(0, partAt(parts, start)); index < parts.length; index++) {
    const { at, length } = parts[index];
    if (at >= end) break;
    if (at + length > start) found.push(parts[index]);
  }
  return found;
}

/**
 * The places of a stretch of a block's text: one, or more where something that is not read stands
 * inside it. White space at the edges of a piece is left out, so that no line hangs over.
 * @param {readonly Part[]} parts
 * @param {number} start UTF-16 code units into the block's text
 * @param {number} end half-open
 * @returns {Place[]}
 */
export function placesOf(parts, start, end) {
  /** @type {Place[]} */
  const places = [];
  /** @type {Place | null} */
  let open = null;
  for (const { node, at, length, gap } of partsOf(parts, { start, end })) {
    const from = Math.max(0, start - at);
    const to = Math.min(length, end - at);
    if (open === null || gap) {
      open = { startNode: node, startOffset: from, endNode: node, endOffset: to };
      places.push(open);
    } else {
      open.endNode = node;
      open.endOffset = to;
    }
  }
  return places.filter(trim);
}

/**
 * Moves the ends of a place inwards over white space; `false` where nothing is left.
 * @param {Place} place
 */
function trim(place) {
  const first = place.startNode.data;
  const limit = place.startNode === place.endNode ? place.endOffset : first.length;
  while (place.startOffset < limit && isSpace(first, place.startOffset)) place.startOffset++;
  const last = place.endNode.data;
  const floor = place.startNode === place.endNode ? place.startOffset : 0;
  while (place.endOffset > floor && isSpace(last, place.endOffset - 1)) place.endOffset--;
  return place.startNode !== place.endNode || place.startOffset < place.endOffset;
}

/**
 * White space that a browser may draw as nothing at the edge of a line.
 * @param {string} text
 * @param {number} index
 */
function isSpace(text, index) {
  const code = text.charCodeAt(index);
  return code === 32 || (code >= 9 && code <= 13);
}

/**
 * The offset in the block's text of a place in one of its text nodes; `null` for a node that is
 * not the block's.
 * @param {readonly Part[]} parts
 * @param {Node} node
 * @param {number} offset
 * @returns {number | null}
 */
export function offsetOf(parts, node, offset) {
  const part = parts.find((candidate) => candidate.node === node);
  return part === undefined ? null : part.at + Math.min(offset, part.length);
}

/**
 * Whether a block's text nodes still hold the text that was read.
 * @param {{text: string, parts: readonly Part[]}} block
 */
export function isUnchanged(block) {
  return block.parts.every(
    ({ node, at, length }) =>
      node.isConnected && node.data.length === length && block.text.startsWith(node.data, at),
  );
}

/**
 * Whether the text nodes of a stretch still say there what was read.
 * @param {{text: string, parts: readonly Part[]}} block
 * @param {{start: number, end: number}} stretch UTF-16 code units, half-open
 */
export function saysStill(block, { start, end }) {
  return partsOf(block.parts, { start, end }).every(({ node, at, length }) => {
    const from = Math.max(start, at);
    const to = Math.min(end, at + length);
    // Not all of its text: a node may hold a whole page.
    return (
      node.length >= to - at &&
      node.substringData(from - at, to - from) === block.text.slice(from, to)
    );
  });
}
