/* tslint:disable */
/* eslint-disable */
export interface ScanRequest {
    blocks: Block[];                 // in document order: the article's headline first if it is read
    references: Reference[];         // the page's notes and references, in order
    page: { url: string; title: string; language: string | null };   // language: what the page declares (html lang), or null
    options: { figures: boolean; flags: FlagKind[] | null };            // null: all flags
}
export interface Block {
    text: string;                    // exactly what the text nodes hold, joined (a <br> or hidden part is "\n")
    kind: "paragraph" | "heading" | "item" | "quote" | "caption" | "cell";
    links: Link[];                   // anchors inside, in order; those on no words (of chips, of what is quoted) stand last
    marks: Mark[];                   // marks of citations inside, in order
}
export interface Link { start: number; end: number; href: string }    // href absolute
export interface Mark {
    start: number; end: number;      // alike for a mark whose letters are not in the text; else its words stand there
    kind: "note" | "chip" | "needed" | "quoted";
    words: string;                   // what the page writes there, brackets left out: "4", "Reuters +1"
    reference: number | null;        // index into references
    link: number | null;             // index into the block's links; both null: it leads to nothing on the page
}
export interface Reference {
    label: string;                   // what marks call it: "4", "a"; empty where it has no such name
    text: string;                    // its beginning, without the label
    href: string;                    // the first address outside the page that it links, or empty
}

/**
 * A reply on its way; `unpacked` of `extension/background/border.js` makes it a ScanReply. The numbers
 * are unsigned and of four bytes, the values floating point and of eight, both little-endian;
 * `src/wasm/reply.rs` says what they tell. The words and names stand once each, each a line.
 */
export type PackedReply = [
language: "en" | "unread",
numbers: Uint8Array<ArrayBuffer>,
values: Uint8Array<ArrayBuffer>,
words: string,
];
export interface ScanReply {
    language: "en" | "unread";       // unread: not a language Whence reads; then everything below is empty
    attributions: Attribution[];     // in text order
    sources: Source[];               // resolved sources of the page, in order of first mention
    figures: Figure[];               // in text order
    flags: Flag[];
    referenceLinks: ClaimLink["kind"][];                                // for each reference of the request, what its address leads to
    citations: Citation[];           // in the order of their marks
}
export interface PageSpan { block: number; start: number; end: number }
export type SourceKind = "self" | "person" | "official" | "organisation" | "group" | "document" | "outlet" | "social" | "anonymous" | "vague" | "unresolved";
export interface Attribution {
    source: PageSpan[];              // the words beside the cue; may be empty
    cue: PageSpan[];
    content: PageSpan[];             // what is attributed: this is what is underlined
    quotation: "direct" | "indirect" | "mixed";
    resolved: number | null;         // index into sources
    kind: SourceKind;
    kindEvidence: PageSpan[];        // the words that show the kind
    relay: Hop[];                    // nearest first: [{name:"The Intercept"...}, {name:"US Air Force memo"...}]; empty when first-hand
    stance: "neutral" | "claims" | "denies" | "confirms" | "hedged" | "negated";
    when: PageSpan | null;           // the time expression that dates the statement
    link: ClaimLink | null;          // which link of the page leads to the source
    rule: string;                    // name of the rule that spoke
    resolutionRule: string;          // name of the rule that told who the source is
    confidence: "sure" | "likely";   // how sure it is that this shows nothing untrue
    runnerUp: string | null;         // name of the second candidate, where there was one
    margin: number;                  // by how many points the source leads it; 0 without one
    addressee: PageSpan | null;      // to whom it was said; an outlet so told is a hop of relay instead
    medium: PageSpan | null;         // where it was said or written: "a notice viewed by STAT"
    flags: number[];                 // indexes into flags
}
export interface Hop { name: string; kind: SourceKind; evidence: PageSpan }
export interface ClaimLink {       // blocks[block].links[index]
block: number; index: number;
kind: "primary" | "outlet" | "site" | "social" | "other";
role: "source" | "cue" | "claim" | "see" | "sentence" | "about";    // the first four lead to the source; then one on other words of the sentence, one about the speaker
}
export interface Source { name: string; role: string | null; kind: SourceKind; mentions: PageSpan[]; attributions: number[] }
export interface Figure {
    span: PageSpan;                  // numeral with its unit
    number: PageSpan;                // numeral alone, scale word included
    value: number | null; low: number | null; high: number | null;     // a range has low and high
    unit: string | null;             // "percentage", "dollar", "Palestinian"
    bound: "exact" | "about" | "over" | "under";
    change: "up" | "down" | null;
    boundEvidence: PageSpan | null;  // "more than"
    attribution: number | null;      // index into attributions: who gave it
    tie: string | null;              // name of the rule that tied it
    when: PageSpan | null;           // the one time beside a figure that nobody is said to have given
    flags: number[];
}
export type FlagKind = "unsourced-figure" | "vague-source" | "passive-attribution" | "anonymous-source" | "bare-source" | "relay" | "single-source" | "undated" | "no-link" | "far-attribution" | "disagreeing-figures" | "lost-hedge" | "citation-needed" | "list-absent";
export interface Flag { kind: FlagKind; attributions: number[]; figures: number[]; evidence: PageSpan[]; detail: string | null }  // detail: for "anonymous-source" "reason" | "rote" | "none"
export interface Citation {
    claim: PageSpan[];               // the words it covers, in text order; never empty
    form: "numbered" | "author-year" | "link" | "outlet" | "source-line" | "quoted" | "post" | "chip" | "needed";
    label: string;                   // what the mark says ("4", "Okafor & Hale 2021a"); empty without a mark
    mark: PageSpan | null;           // where the mark stands; null where its letters are in no block
    pageMark: { block: number; index: number } | null;                  // blocks[block].marks[index], where it is one of those
    target: CitationTarget;
    attributions: number[];          // indexes: whose statement it covers
    figures: number[];               // indexes
    rule: string;
}
export type CitationTarget =
| { kind: "references"; references: number[] }                      // more than one where the text does not tell which
| { kind: "link"; block: number; index: number; leads: ClaimLink["kind"] }
| { kind: "words"; span: PageSpan }
| { kind: "absent" };

/** What an entry says of its work, on its way; `unpackedWork` of `extension/background/border.js` makes it a Work. */
export type PackedWork = [authors: string[], fields: (string | null)[]];
/** What was read of an entry; what is unsure is left out. */
export interface Work {
    authors: string[];               // in order, each as the entry writes it
    title: string | null;
    container: string | null;        // what it appeared in, or who published it
    year: string | null;             // with its letter: "2021a"
    locator: string | null;          // "p. 14"
    doi: string | null;              // without its resolver
    url: string | null;              // the address that the entry writes out
    kind: "document" | "person" | "remark" | null;
}



export function __wbg_reset_state(): void;

/**
 * Begins to scan the blocks of a page: the words and the numbers of a request, packed by
 * `extension/background/border.js`. Gives what to call the scan by.
 *
 * # Errors
 * A request of another shape is refused with an `Error` whose message names the field.
 */
export function beginScan(text: Uint8Array | number[], numbers: Uint32Array | number[]): number;

/**
 * Reads the tables, which stay: so the first scan is as quick as the others, and where tables lie before what a
 * scan takes and gives back, the next one finds it whole.
 */
export function prepare(): void;

/**
 * What an entry of a page's references says of its work, for when a card or an export asks: `PackedWork` of
 * `wasm.d.ts`, which `extension/background/border.js` unpacks.
 *
 * # Errors
 * None of the entry: any text is read, and what is unsure left out.
 */
export function readReference(entry: string): PackedWork;

/**
 * Does the next step of a scan, which takes some ms; its reply, where that was the last. A scan that is not under
 * way has none.
 *
 * # Errors
 * None of the scan: any request has a reply.
 */
export function stepScan(scan: number): PackedReply | undefined;

/**
 * The version of the engine.
 */
export function version(): string;

