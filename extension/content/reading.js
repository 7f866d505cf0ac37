/**
 * A scanned page: its blocks, the engine's reply, and where on the page each finding stands.
 *
 * @typedef {import('./blocks.js').ReadBlock} ReadBlock
 * @typedef {import('../core/whence.js').ScanReply} ScanReply
 * @typedef {import('../core/whence.js').PageSpan} PageSpan
 * @typedef {{attribution: number | null, figure: number | null, citation?: number | null}} Finding
 *   What the reader points at: a claim, a figure, a figure inside a claim, or the mark of a citation.
 * @typedef {{start: number, end: number, attribution: number | null, figure: number | null,
 *   citation?: number | null}} Stretch
 *   Part of a text node that belongs to a finding, in UTF-16 code units of the node.
 */

import { hasOwnPreview } from "./own_preview.js";
import { inSlices } from "./pace.js";
import { page, plain } from "./plain.js";
import { partsOf, placesOf, saysStill } from "./ranges.js";

/** Kinds of source that are painted as not named. */
const UNNAMED = new Set(["anonymous", "vague"]);

/** Stances that deserve a look: the source does not say what the words alone seem to say. */
const DENYING = new Set(["denies", "negated"]);

/** How a page cites by words that are no mark: a pointer on those words asks for it. */
const BY_CLAIM = new Set(["quoted", "post"]);

/** Text nodes inside one mark that are looked at: pages write a few. */
const INSIDE_MARK = 8;

/** Findings whose figure deserves a look: another of the page differs from it. */
const DIFFERING = "disagreeing-figures";

export class Reading {
  /** @type {Map<Node, Stretch[]>} */
  #stretches = new Map();
  /** Text nodes with findings, by the element they stand in; made when first asked. @type {Map<Element, Node[]> | null} */
  #inside = null;
  /** @type {WeakSet<Node>} */
  #read = new WeakSet();
  /** @type {WeakSet<Node>} */
  #owners = new WeakSet();
  /** By attribution, of what is said. @type {Range[][]} */
  claimRanges = [];
  /** By attribution, of the words that are underlined for it; none where it is not. @type {Range[][]} */
  markRanges = [];
  /** By figure. @type {Range[][]} */
  figureRanges = [];
  /** By figure and by attribution, the citations that cover it. @type {Map<number, number[]>} */
  #citedFigures = new Map();
  /** @type {Map<number, number[]>} */
  #citedClaims = new Map();
  /** Ranges of the reading before, by where they begin; only while places are found. */
  #standing = /** @type {Map<Node, Map<number, Range[]>>} */ (new Map());

  /**
   * @param {ReadBlock[]} blocks
   * @param {ScanReply} reply
   * @param {import('../shared/settings.js').Marks} marks what is underlined
   * @param {import('./note_entries.js').Entry[]} entries the page's notes and references
   */
  constructor(blocks, reply, marks, entries) {
    this.blocks = blocks;
    this.entries = entries;
    this.reply = reply;
    this.marks = marks;
  }

  /**
   * A reading with all its places found, a slice of a task at a time. What is painted where the reading
   * before had it keeps its range, so that nothing need be drawn anew.
   * @param {ReadBlock[]} blocks
   * @param {ScanReply} reply
   * @param {import('../shared/settings.js').Marks} marks what is underlined
   * @param {Reading | null} [before]
   * @param {import('./note_entries.js').Entry[]} [entries] the page's notes and references
   */
  static async of(blocks, reply, marks, before = null, entries = []) {
    const reading = new Reading(blocks, reply, marks, entries);
    await inSlices(reading.#steps(before));
    reading.#standing.clear();
    return reading;
  }

  /** @param {Reading | null} before */
  *#steps(before) {
    const standing = before === null ? [] : [before.claimRanges, before.markRanges];
    for (const ranges of [...standing.flat(), ...(before?.figureRanges ?? [])]) {
      for (const range of ranges) {
        const { startContainer, startOffset } = range;
        let places = this.#standing.get(startContainer);
        if (places === undefined) this.#standing.set(startContainer, (places = new Map()));
        const those = places.get(startOffset);
        if (those) those.push(range);
        else places.set(startOffset, [range]);
      }
      yield;
    }
    for (const block of this.blocks) {
      this.#owners.add(block.owner);
      for (const part of block.parts) this.#read.add(part.node);
      yield;
    }
    for (const [citation, { figures, attributions }] of this.reply.citations.entries()) {
      for (const figure of figures) addTo(this.#citedFigures, figure, citation);
      for (const attribution of attributions) addTo(this.#citedClaims, attribution, citation);
      if (this.marks !== "notable") this.#indexMark(citation);
      yield;
    }
    for (const [attribution, claim] of this.reply.attributions.entries()) {
      const marked = this.#marked(claim);
      this.claimRanges.push(this.#ranges(claim.content));
      this.markRanges.push(this.marks === "claims" ? [] : this.#ranges(marked));
      // What deserves no look has no card that opens under a pointer at rest.
      const found = marked.length === 0 ? [] : [...claim.content, ...marked];
      for (const span of found) this.#index(span, { attribution, figure: null });
      yield;
    }
    for (const [figure, found] of this.reply.figures.entries()) {
      this.figureRanges.push(this.#ranges([found.span]));
      if (this.paintOf(figure) !== null && this.#isReached(figure)) {
        this.#index(found.span, { attribution: found.attribution, figure });
      }
      yield;
    }
  }

  /**
   * Notes where the mark of a citation stands, or the words that are cited: pointed at, they open its card. Not
   * where the page shows something of its own there.
   * @param {number} citation
   */
  #indexMark(citation) {
    const { mark, pageMark, claim, form } = this.reply.citations[citation];
    const finding = { attribution: null, figure: null, citation };
    const element = pageMark && this.blocks[pageMark.block].marks[pageMark.index]?.element;
    if (BY_CLAIM.has(form)) {
      for (const span of claim) this.#index(span, finding);
    } else if (element) {
      if (hasOwnPreview(element)) return;
      const walker = page.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      for (let steps = 0; steps < INSIDE_MARK && walker.nextNode(); steps++) {
        const node = /** @type {Text} */ (walker.currentNode);
        addTo(this.#stretches, node, { start: 0, end: node.length, ...finding });
      }
    } else if (mark !== null && mark.end > mark.start) this.#index(mark, finding);
  }

  /**
   * The citations that cover a finding: those of the figure, of the claim, or the one pointed at with those
   * beside it; in the order of the page, the one pointed at first.
   * @param {Finding} finding
   * @returns {number[]} indexes into the reply's
   */
  citationsOf({ figure, attribution, citation = null }) {
    if (citation === null) {
      const ofFigure = figure === null ? [] : (this.#citedFigures.get(figure) ?? []);
      const ofClaim = attribution === null ? [] : (this.#citedClaims.get(attribution) ?? []);
      return [...new Set([...ofFigure, ...(figure === null ? ofClaim : [])])];
    }
    const { citations } = this.reply;
    const own = JSON.stringify(citations[citation].claim);
    const beside = (/** @type {number} */ step) => {
      const found = [];
      for (let at = citation + step; citations[at]; at += step) {
        if (JSON.stringify(citations[at].claim) !== own) break;
        found.push(at);
      }
      return found;
    };
    return [citation, ...beside(-1).reverse(), ...beside(1)];
  }

  /** Whether a text node's words were read. @param {Node} node */
  hasRead(node) {
    return this.#read.has(node);
  }

  /** Whether words added at this node lie among those read. @param {Node} node */
  holds(node) {
    const element = node instanceof Element ? node : node.parentElement;
    for (
      let at = element, steps = 0;
      at !== null && steps < 4;
      at = plain(at).parentElement, steps++
    ) {
      if (this.#owners.has(at)) return true;
    }
    return element !== null && plain(element).contains(this.blocks[0]?.owner ?? null);
  }

  /** Whether all that was read is still on the page. */
  stands() {
    return this.blocks.every((block) => block.parts[0].node.isConnected);
  }

  /**
   * The words that are underlined for an attribution: all that is said, or the words that raise the
   * question: the source where it stands, the cue where none is given; none where it deserves no look and
   * only such are wanted.
   * @param {import('../core/whence.js').Attribution} claim
   * @returns {PageSpan[]}
   */
  #marked(claim) {
    if (this.marks === "claims") return claim.content;
    if (this.marks === "notable" && !this.#isNotable(claim)) return [];
    return claim.source.length === 0 ? claim.cue : [this.#head(claim.source[0])];
  }

  /**
   * Whether a careful reader would look twice: at a source that is not named or not given, at words that
   * came through somebody else or are denied, at a figure from which another differs.
   * @param {import('../core/whence.js').Attribution} claim
   */
  #isNotable(claim) {
    const { relay, stance, flags } = claim;
    return (
      !isNamed(claim) ||
      relay.length > 0 ||
      DENYING.has(stance) ||
      flags.some((flag) => this.reply.flags[flag].kind === DIFFERING)
    );
  }

  /**
   * A source up to its first comma: who it is; what follows tells more of them.
   * @param {PageSpan} span
   * @returns {PageSpan}
   */
  #head({ block, start, end }) {
    const comma = this.blocks[block].text.slice(start, end).indexOf(",");
    return { block, start, end: comma > 0 ? start + comma : end };
  }

  /**
   * The ranges of spans; none where the page has changed under them.
   * @param {PageSpan[]} spans
   * @returns {Range[]}
   */
  #ranges(spans) {
    const ranges = [];
    for (const span of spans) {
      // The words may have changed while the engine read: a claim is painted on its own words only.
      if (!saysStill(this.blocks[span.block], span)) continue;
      for (const place of placesOf(this.blocks[span.block].parts, span.start, span.end)) {
        const same = this.#take(place);
        if (same) {
          ranges.push(same);
          continue;
        }
        try {
          const range = new Range();
          range.setStart(place.startNode, place.startOffset);
          range.setEnd(place.endNode, place.endOffset);
          ranges.push(range);
        } catch {
          // the text node became shorter since it was read: what it says is not this claim
        }
      }
    }
    return ranges;
  }

  /**
   * The range that the reading before had here, if any; each is taken once.
   * @param {import('./ranges.js').Place} place
   */
  #take({ startNode, startOffset, endNode, endOffset }) {
    const those = this.#standing.get(startNode)?.get(startOffset) ?? [];
    const at = those.findIndex(
      (range) => range.endContainer === endNode && range.endOffset === endOffset,
    );
    return at < 0 ? undefined : those.splice(at, 1)[0];
  }

  /**
   * Notes which stretches of which text nodes belong to a finding, for finding it by place.
   * @param {PageSpan} span
   * @param {Finding} finding
   */
  #index(span, finding) {
    if (!saysStill(this.blocks[span.block], span)) return;
    for (const { node, at, length } of partsOf(this.blocks[span.block].parts, span)) {
      const start = Math.max(0, span.start - at);
      const end = Math.min(length, span.end - at);
      addTo(this.#stretches, node, { start, end, ...finding });
    }
  }

  /**
   * How a figure is painted where it is: `null` for one that nobody gave and that no rule is sure about.
   * @param {number} figure
   * @returns {'figure' | 'unsourced' | null}
   */
  paintOf(figure) {
    if (this.#hasFlag(figure, "unsourced-figure")) return "unsourced";
    const given = this.reply.figures[figure].attribution !== null;
    return given || this.#citedFigures.has(figure) ? "figure" : null;
  }

  /**
   * Whether a figure is underlined: where whole claims are not, only one that no source covers, or from
   * which another differs.
   * @param {number} figure
   */
  #isMarked(figure) {
    const paint = this.paintOf(figure);
    return (
      paint === "unsourced" ||
      (paint === "figure" && (this.marks === "claims" || this.#hasFlag(figure, DIFFERING)))
    );
  }

  /**
   * Whether a pointer at rest on a figure opens its card: not where only what deserves a look has one.
   * @param {number} figure
   */
  #isReached(figure) {
    if (this.marks !== "notable" || this.#isMarked(figure)) return true;
    const { attribution } = this.reply.figures[figure];
    return attribution !== null && this.#isNotable(this.reply.attributions[attribution]);
  }

  /** @param {number} figure @param {import('../core/whence.js').FlagKind} kind */
  #hasFlag(figure, kind) {
    const { flags } = this.reply.figures[figure];
    return flags.some((flag) => this.reply.flags[flag].kind === kind);
  }

  /**
   * All ranges with how they are painted, one by one; dead ones left out.
   * @returns {Generator<[Exclude<import('../shared/look.js').Paint, 'active'>, Range]>}
   */
  *paints() {
    const marked = this.marks === "claims" ? this.claimRanges : this.markRanges;
    for (const [index, ranges] of marked.entries()) {
      const kind = isNamed(this.reply.attributions[index]) ? "claim" : "anonymous";
      for (const range of ranges) if (isAlive(range)) yield [kind, range];
    }
    for (const [index, ranges] of this.figureRanges.entries()) {
      const kind = this.paintOf(index);
      if (kind === null || !this.#isMarked(index)) continue;
      for (const range of ranges) if (isAlive(range)) yield [kind, range];
    }
  }

  /**
   * The finding at a place in a text node: a figure first, then the narrowest claim.
   * @param {Node} node
   * @param {number} offset
   * @returns {Finding | null}
   */
  findingAt(node, offset) {
    let best = null;
    for (const stretch of this.#stretches.get(node) ?? []) {
      if (offset < stretch.start || offset > stretch.end) continue;
      if (best === null || isNarrower(stretch, best)) best = stretch;
    }
    if (best === null) return null;
    return findingOf(best);
  }

  /**
   * The finding whose words, right inside an element, are drawn at a place on screen: by their places alone,
   * where the caret is another's.
   * @param {Element} element
   * @param {number} x CSS pixels in the viewport
   * @param {number} y
   * @returns {Finding | null}
   */
  findingIn(element, x, y) {
    if (this.#inside === null) {
      this.#inside = new Map();
      for (const node of this.#stretches.keys()) {
        const around = node.parentElement;
        if (around === null) continue;
        const those = this.#inside.get(around);
        if (those) those.push(node);
        else this.#inside.set(around, [node]);
      }
    }
    let best = null;
    for (const node of this.#inside.get(element) ?? []) {
      for (const stretch of this.#stretches.get(node) ?? []) {
        if (best !== null && !isNarrower(stretch, best)) continue;
        if (this.isOn(findingOf(stretch), x, y)) best = stretch;
      }
    }
    return best === null ? null : findingOf(best);
  }

  /**
   * The finding that says here what `finding` said in an earlier reading; `null` where the page no
   * longer says it.
   * @param {Finding} finding
   * @param {Reading} before
   * @returns {Finding | null}
   */
  counterpartOf(finding, before) {
    // The same reply over the same text: the same place in its lists.
    if (before.reply === this.reply) return finding;
    const find = (/** @type {PageSpan[][]} */ here, /** @type {PageSpan[]} */ there) => {
      const words = before.#wordsOf(there);
      return here.findIndex((spans) => this.#wordsOf(spans) === words);
    };
    const attribution =
      finding.attribution === null
        ? null
        : find(
            this.reply.attributions.map((claim) => claim.content),
            before.reply.attributions[finding.attribution].content,
          );
    const figure =
      finding.figure === null
        ? null
        : find(
            this.reply.figures.map((found) => [found.span]),
            [before.reply.figures[finding.figure].span],
          );
    const citation =
      finding.citation == null
        ? null
        : find(
            this.reply.citations.map(({ claim }) => claim),
            before.reply.citations[finding.citation].claim,
          );
    if (attribution === -1 || figure === -1 || citation === -1) return null;
    return { attribution, figure, citation };
  }

  /** @param {PageSpan[]} spans */
  #wordsOf(spans) {
    return spans
      .map(({ block, start, end }) => this.blocks[block].text.slice(start, end))
      .join("\n");
  }

  /**
   * Where a finding stands on the page: the figure's own words, or the claim's and those underlined for it.
   * @param {Finding} finding
   * @returns {Range[]}
   */
  rangesOf({ figure, attribution, citation = null }) {
    if (citation !== null) return this.#rangesOfCitation(citation);
    if (figure !== null) return this.figureRanges[figure].filter(isAlive);
    if (attribution === null) return [];
    return [...this.claimRanges[attribution], ...this.markRanges[attribution]].filter(isAlive);
  }

  /**
   * The words that a citation covers, and what shows its mark. Made when asked: most are never pointed at.
   * @param {number} citation
   */
  #rangesOfCitation(citation) {
    const { claim, mark, pageMark } = this.reply.citations[citation];
    const ranges = this.#ranges(claim);
    const element = pageMark && this.blocks[pageMark.block].marks[pageMark.index]?.element;
    if (element?.isConnected) {
      const range = new Range();
      range.selectNodeContents(element);
      ranges.push(range);
    } else if (mark !== null && mark.end > mark.start) ranges.push(...this.#ranges([mark]));
    return ranges.filter(isAlive);
  }

  /**
   * Whether a place on screen lies on the drawn words of a finding. The caret alone does not tell:
   * it is found far to the right of a line, too.
   * @param {Finding} finding
   * @param {number} x CSS pixels in the viewport
   * @param {number} y
   */
  isOn(finding, x, y) {
    const slack = 2;
    return this.rangesOf(finding).some((range) =>
      [...range.getClientRects()].some(
        (rect) =>
          x >= rect.left - slack &&
          x <= rect.right + slack &&
          y >= rect.top - slack &&
          y <= rect.bottom + slack,
      ),
    );
  }
}

/**
 * @template K, V
 * @param {Map<K, V[]>} lists
 * @param {K} key
 * @param {V} item
 */
function addTo(lists, key, item) {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}

/** @param {Stretch} stretch @returns {Finding} */
function findingOf({ attribution, figure, citation = null }) {
  return { attribution, figure, citation };
}

/**
 * Whether the page says whose words they are: not where the source is an unnamed or vague one, or none is
 * given anywhere.
 * @param {import('../core/whence.js').Attribution} claim
 */
function isNamed({ kind, source, resolved }) {
  return !UNNAMED.has(kind) && (source.length > 0 || resolved !== null);
}

/**
 * A range that still holds words of the page: a node set anew or taken out collapses it.
 * @param {Range} range
 */
function isAlive(range) {
  return !range.collapsed && range.startContainer.isConnected;
}

/**
 * @param {Stretch} a
 * @param {Stretch} b
 */
function isNarrower(a, b) {
  if ((a.figure !== null) !== (b.figure !== null)) return a.figure !== null;
  return a.end - a.start < b.end - b.start;
}
