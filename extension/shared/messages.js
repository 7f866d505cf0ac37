/**
 * Every message inside the extension, with a sentence each. Plain data crosses; nobody keeps a
 * handle on the other side.
 *
 * @typedef {import('../core/whence.js').ScanRequest} ScanRequest
 * @typedef {import('../core/whence.js').ScanReply} ScanReply
 */

/**
 * To the background, one message and one answer each.
 * @typedef {object} ToBackground
 *
 * @property {{message: {type: 'painted', claims: number}, answer: void}} painted
 *   A page has painted this many claims: the badge of its tab shows them.
 * @property {{message: {type: 'await-permission', change: import('./settings.js').Change},
 *   answer: void}} await-permission
 *   The popup, which may die while the browser asks, leaves here what to do once access is given.
 * @property {{message: {type: 'permission-answered', granted: boolean}, answer: void}}
 *   permission-answered
 *   The popup outlived the browser's question; a refusal drops the change that waited.
 * @property {{message: {type: 'scan-tab', tab: number}, answer: {done: boolean}}} scan-tab
 *   The reader asks for this page alone, by the toolbar; needs no lasting access.
 * @property {{message: {type: 'hide-kind', kind: string, everywhere: boolean}, answer: void}} hide-kind
 *   The reader hides a kind of hint on the site of the page that sends this. For everywhere the options come
 *   up, where they can say so: that is not a page's to do.
 * @property {{message: {type: 'options-part'}, answer: 'hidden' | null}} options-part
 *   The options page asks which part of it was asked for, if any.
 * @property {{message: {type: 'page-settings'}, answer: PageSettings}} page-settings
 *   A script in a page asks what holds for its own page; the list of sites is not a page's to know.
 * @property {{message: {type: 'read-references', entries: string[]},
 *   answer: import('../core/whence.js').Work[]}} read-references
 *   What entries of a page's references say of their works: asked when a card opens that shows one, and
 *   for an export.
 */

/**
 * What a page's script is told of the settings.
 * @typedef {{run: import('./sites.js').Run, final: boolean} & import('./settings.js').Shown} PageSettings
 *   run: whether and how its page is read; final: whether "off" holds even where the reader asked for
 *   this very page
 */

/**
 * To Whence in a page, one message and one answer each.
 * @typedef {object} ToPage
 *
 * @property {{message: {type: 'begin'}, answer: void}} begin
 *   The reader asked for this page: scan it whatever the rules say.
 * @property {{message: {type: 'settings-changed'}, answer: void}} settings-changed
 *   Something of the settings is other than it was: ask what holds now, and do that.
 * @property {{message: {type: 'describe'}, answer: import('./page_view.js').PageView}} describe
 *   What the page's sources, figures and flags are, for the popup's list.
 * @property {{message: {type: 'jump', attribution: number | null, figure: number | null,
 *   citation?: number | null}, answer: void}} jump
 *   Scroll to this claim, figure or citation and show its card.
 * @property {{message: {type: 'step', by: number}, answer: void}} step
 *   Go this many claims on (or back); 0 opens the card of the claim at hand and takes the focus.
 *
 * @property {{message: {type: 'hide'}, answer: void}} hide
 *   Take the hints off this page until it is loaded again.
 * @property {{message: {type: 'show-kinds'}, answer: void}} show-kinds
 *   Show again what was hidden by kind on this page alone.
 */

/**
 * A scan goes over a port of this name, in parts, so that no task of the page's thread takes long:
 * first a `ScanHead`, then `ScanPart`s, then `ScanEnd`. Back come `ReplyPart`s, then `ReplyEnd`;
 * or a `ReplyFault`. Each scan is complete in itself: when the background is lost before the end,
 * the page asks anew.
 */
export const SCAN_PORT = "scan";

/**
 * @typedef {{head: Omit<ScanRequest, 'blocks' | 'references'>}} ScanHead
 * @typedef {{blocks: ScanRequest['blocks']} | {references: ScanRequest['references']}} ScanPart
 * @typedef {{end: true}} ScanEnd
 * @typedef {{field: 'attributions' | 'sources' | 'figures' | 'flags' | 'referenceLinks' | 'citations', items: any[]}} ReplyPart
 * @typedef {{language: ScanReply['language']}} ReplyEnd
 * @typedef {{fault: 'refused' | 'engine'}} ReplyFault
 *   refused: the request was not like one; engine: it could not be read
 */

/**
 * A reply without findings, for its parts to come into. Its language comes last.
 * @returns {any}
 */
export function emptyReply() {
  return {
    attributions: [],
    sources: [],
    figures: [],
    flags: [],
    referenceLinks: [],
    citations: [],
  };
}

/** UTF-16 code units of text in one message: about 1 ms of the page's thread to copy. */
export const PART_TEXT = 64 * 1024;

/** Items of the reply in one message: about 200 KB, 2 ms to read. */
export const PART_ITEMS = 400;
