/** A small strip that shows where on the page the claims stand, from its first word to its last. */

import { words } from "../shared/browser.js";
import { sortOf } from "../shared/wording.js";

/**
 * @typedef {import('../shared/page_view.js').PageView} PageView
 * @typedef {import('../shared/wording.js').Sort} Sort
 * @typedef {object} Strip
 * @property {SVGElement} element
 * @property {(claims: Set<number> | null) => void} mark makes these stand out; none with `null`
 * @property {(claims: Set<number> | null) => void} show shows these alone; all with `null`
 */

const SVG = "http://www.w3.org/2000/svg";

/** The strip's own units. */
const WIDTH = 1000;
const HEIGHT = 40;

/** A tick's width; at 328 CSS pixels for the strip, about 2 pixels. */
const TICK = 6;

/**
 * The shape of a tick tells the sort of its source, not its colour: parts of the strip's height, from and to.
 * @type {Record<Sort, [number, number][]>}
 */
const SHAPES = {
  named: [[0, 1]],
  unnamed: [[0.62, 1]],
  document: [
    [0, 0.38],
    [0.62, 1],
  ],
  unclear: [[0.31, 0.69]],
};

/**
 * @param {PageView} view
 * @param {(finding: {attribution: number | null, figure: number | null}) => void} jump
 * @returns {Strip}
 */
export function stripOf(view, jump) {
  const element = drawing("strip", WIDTH);
  element.setAttribute("role", "img");
  element.setAttribute("aria-label", words("list_strip"));
  const rtl = document.documentElement.dir === "rtl";
  const ticks = view.claims.map((claim) => {
    const x = claim.place * (WIDTH - TICK);
    const tick = shape(sortOf(claim.kind), rtl ? WIDTH - TICK - x : x, TICK);
    element.append(tick);
    return tick;
  });
  element.addEventListener("click", (event) => {
    const box = element.getBoundingClientRect();
    const along = (event.clientX - box.left) / box.width;
    const place = rtl ? 1 - along : along;
    const shown = view.claims.filter((_claim, index) => ticks[index].style.display !== "none");
    const nearest = shown.reduce((best, claim) =>
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
    show: (claims) => {
      for (const [index, tick] of ticks.entries()) {
        tick.style.display = claims === null || claims.has(index) ? "" : "none";
      }
    },
  };
}

/**
 * The shape that claims of a source of this sort have on the strip, by itself.
 * @param {Sort} sort
 */
export function shapeOf(sort) {
  const element = drawing("shape", HEIGHT / 4);
  element.setAttribute("aria-hidden", "true");
  element.append(shape(sort, 0, HEIGHT / 4));
  return element;
}

/** @param {string} name the class @param {number} width */
function drawing(name, width) {
  const element = document.createElementNS(SVG, "svg");
  element.setAttribute("viewBox", `0 0 ${width} ${HEIGHT}`);
  element.setAttribute("preserveAspectRatio", "none");
  element.setAttribute("class", name);
  return element;
}

/** @param {Sort} sort @param {number} x @param {number} width */
function shape(sort, x, width) {
  const path = document.createElementNS(SVG, "path");
  const bars = SHAPES[sort].map(
    ([from, to]) => `M${x} ${from * HEIGHT}h${width}V${to * HEIGHT}h${-width}z`,
  );
  path.setAttribute("d", bars.join(""));
  return path;
}
