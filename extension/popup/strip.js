/** A small strip that shows where on the page the claims stand, from its first word to its last. */

import { words } from "../shared/browser.js";

/**
 * @typedef {import('../shared/page_view.js').PageView} PageView
 * @typedef {{element: SVGElement, mark: (claims: Set<number> | null) => void}} Strip
 */

const SVG = "http://www.w3.org/2000/svg";

/** The strip's own units. */
const WIDTH = 1000;
const HEIGHT = 40;

/** A tick's width; at 328 CSS pixels for the strip, about 2 pixels. */
const TICK = 6;

/**
 * @param {PageView} view
 * @param {(finding: {attribution: number | null, figure: number | null}) => void} jump
 * @returns {Strip}
 */
export function stripOf(view, jump) {
  const element = document.createElementNS(SVG, "svg");
  element.setAttribute("viewBox", `0 0 ${WIDTH} ${HEIGHT}`);
  element.setAttribute("preserveAspectRatio", "none");
  element.setAttribute("class", "strip");
  element.setAttribute("role", "img");
  element.setAttribute("aria-label", words("list_strip"));
  const rtl = document.documentElement.dir === "rtl";
  const ticks = view.claims.map((claim) => {
    const tick = document.createElementNS(SVG, "rect");
    const x = claim.place * (WIDTH - TICK);
    tick.setAttribute("x", String(rtl ? WIDTH - TICK - x : x));
    tick.setAttribute("width", String(TICK));
    tick.setAttribute("height", String(HEIGHT));
    element.append(tick);
    return tick;
  });
  element.addEventListener("click", (event) => {
    const box = element.getBoundingClientRect();
    const along = (event.clientX - box.left) / box.width;
    const place = rtl ? 1 - along : along;
    const nearest = view.claims.reduce((best, claim) =>
      Math.abs(claim.place - place) < Math.abs(best.place - place) ? claim : best,
    );
    jump({ attribution: nearest.attribution, figure: null });
  });
  return {
    element,
    mark: (claims) => {
      for (const [index, tick] of ticks.entries()) {
        tick.setAttribute("class", claims === null ? "" : claims.has(index) ? "marked" : "faint");
      }
    },
  };
}
