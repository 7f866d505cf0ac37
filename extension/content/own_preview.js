/**
 * Whether a page shows something of its own where a pointer rests on a mark: a second card in its way is what
 * readers ask us to leave. Told by what the page says of itself, the mark says, and by the names of the tools
 * that most sites use.
 */

import { page, plain } from "./plain.js";

/** What shows a note or a chip at its mark, by names in the markup of the mark or around it. */
const TOOLS = [
  "[aria-haspopup]:not([aria-haspopup='false'])",
  "[popovertarget]",
  "[data-tippy-content]",
  "[data-bs-toggle='popover']",
  "[data-bs-toggle='tooltip']",
  "[data-toggle='popover']",
  "[data-toggle='tooltip']",
  "[data-tooltip]",
  "[data-state='closed']", // Radix, which the pages of answers are drawn with
  "[data-state='open']",
  "[data-testid*='citation']",
  "[data-pplx-citation-url]",
  "[data-component-name='FootnoteAnchorToDOM']", // Substack
  ".littlefoot",
  ".bigfoot-footnote__container",
  ".footnote-button",
  ".mwe-popups-ref",
].join();

/** Encyclopaedias and others on MediaWiki show the reference itself. */
const GENERATORS = /^MediaWiki/;

/**
 * @param {Element} element what shows the mark
 */
export function hasOwnPreview(element) {
  if (isOwnGenerator()) return true;
  const one = plain(element);
  return one.closest(TOOLS) !== null || one.querySelector(`a[title], ${TOOLS}`) !== null;
}

/** Whether the page says that it is made by a tool which shows notes. */
function isOwnGenerator() {
  const generator = page.querySelector('meta[name="generator" i]')?.getAttribute("content");
  return GENERATORS.test(generator ?? "");
}
