/**
 * The card's style, for its closed shadow tree alone. `:host` says `!important` throughout: a
 * page's rules must not reach it, and where the card lies is written into the last rule, not on its
 * element. It has no custom properties: a page can say of any name what it may hold. Sizes are in em of the
 * letters that the reader has chosen in the browser: a rem is the page's. In Firefox the card is drawn
 * where `highlights.css` is, and goes with it.
 */

/** Colours, on a light ground and on a dark one. */
const INK = "light-dark(#1d2428, #e8ecee)";
const SOFT = "light-dark(#56626a, #a3b0b8)";
const LINE = "light-dark(#dfe4e6, #3a444a)";
const GROUND = "light-dark(#ffffff, #1d2327)";
const WASH = "light-dark(#f3f6f7, #283036)";
const ACCENT = "light-dark(#23626f, #86c5d2)";
const NOTE = "light-dark(#7a4f14, #e0b878)";

export const CARD_SHEET = `
:host {
  all: initial !important;
  font-size: medium !important;
  position: fixed !important;
  inset: auto !important;
  display: block !important;
  margin: 0 !important;
  padding: 0 !important;
  border: 0 !important;
  background: none !important;
  overflow: visible !important;
  width: auto !important;
  height: auto !important;
  max-width: none !important;
  max-height: none !important;
  opacity: 1 !important;
  visibility: visible !important;
  transform: none !important;
  filter: none !important;
  pointer-events: auto !important;
  z-index: 2147483647 !important;
  color-scheme: light dark !important;
}
@supports (-moz-appearance: none) { .card { display: none; } }
* { box-sizing: border-box; }
.card {
  width: min(28em, calc(100vw - 16px));
  max-height: min(34em, calc(100vh - 16px));
  overflow: auto;
  overscroll-behavior: contain;
  padding: 1.1em 1.25em 0.9em;
  border: 1px solid ${LINE};
  border-radius: 10px;
  background: ${GROUND};
  color: ${INK};
  box-shadow: 0 1px 2px rgb(0 0 0 / 0.08), 0 8px 28px rgb(0 0 0 / 0.16);
  font: 400 0.8125em/1.45 system-ui, sans-serif;
  text-align: start;
  overflow-wrap: anywhere;
}
.card.sheet {
  width: 100%;
  max-height: 60vh;
  border-width: 1px 0 0;
  border-radius: 14px 14px 0 0;
  padding-bottom: max(1.1em, env(safe-area-inset-bottom));
}
.card.sheet.high { border-width: 0 0 1px; border-radius: 0 0 14px 14px; }
.head { display: flex; gap: 0.6em; align-items: start; }
.head > div { flex: 1; min-width: 0; }
h2 { margin: 0; font-size: 1.15em; line-height: 1.3; font-weight: 600; letter-spacing: -0.005em; }
p, ul, ol, dl { margin: 0; padding: 0; list-style: none; }
.role { color: ${SOFT}; }
.kind { margin-top: 0.45em; color: ${SOFT}; }
.kind > span { display: inline-block; }
.kind > span:not(:last-child)::after { content: "·"; margin-inline: 0.4em; color: ${SOFT}; }
.kind > .first { color: ${INK}; }
.says { margin-top: 0.6em; font-weight: 600; }
.known { color: ${SOFT}; }
.hops { margin-top: 0.75em; }
.hops li { position: relative; padding: 0 0 0.35em; padding-inline-start: 1.25em; }
.hops li + li { color: ${SOFT}; }
.hops li:first-child { font-weight: 600; }
.hops li::before {
  content: "";
  box-sizing: border-box;
  position: absolute;
  inset-inline-start: 0;
  top: 0.4em;
  width: 0.7em;
  height: 0.7em;
  border: 1.5px solid ${ACCENT};
  border-radius: 50%;
}
.hops li:not(:last-child)::after {
  content: "";
  position: absolute;
  inset-inline-start: calc(0.35em - 0.75px);
  top: 1.1em;
  bottom: -0.4em;
  border-inline-start: 1.5px solid ${ACCENT};
}
.hops span { color: ${SOFT}; font-weight: 400; }
.figure { margin-top: 0.75em; padding: 0.6em 0.75em; border-radius: 6px; background: ${WASH}; }
.figure b { font-weight: 600; font-variant-numeric: tabular-nums; }
.figure p + p { color: ${SOFT}; }
.link { margin-top: 0.75em; }
.link span { color: ${SOFT}; }
.flags { margin-top: 0.75em; }
.flags li { padding-inline-start: 0.9em; border-inline-start: 2px solid ${NOTE}; }
.flags li + li { margin-top: 0.3em; }
.flags .others li { padding: 0; border: 0; margin: 0; }
.others button { margin-inline-start: -0.6em; text-align: start; }
.acts { display: flex; flex-wrap: wrap; gap: 0.3em; margin: 0.9em -0.6em 0; }
button, .acts a {
  appearance: none;
  border: 0;
  border-radius: 6px;
  background: none;
  color: ${ACCENT};
  font: inherit;
  text-decoration: none;
  padding: 0.3em 0.6em;
  min-height: 28px;
  cursor: pointer;
}
a { color: ${ACCENT}; text-underline-offset: 0.15em; }
button:hover, .acts a:hover { background: ${WASH}; }
:focus-visible { outline: 2px solid ${ACCENT}; outline-offset: 1px; }
.card:focus-visible { outline-offset: -3px; }
.close { color: ${SOFT}; margin: -0.375em; margin-inline-end: -0.5em; width: 1.75em; padding: 0; font-size: 1.23em; line-height: 1; }
.cited > li { margin-top: 0.75em; padding-inline-start: 0.9em; border-inline-start: 2px solid ${ACCENT}; }
.cited .mark, .cited .facts, .written > span { color: ${SOFT}; }
.cited .link { margin-top: 0.2em; }
.written { margin-top: 0.2em; font-size: 0.92em; }
.cited .acts { margin-top: 0.2em; }
details { margin-top: 0.6em; border-top: 1px solid ${LINE}; padding-top: 0.6em; }
summary { color: ${SOFT}; cursor: pointer; border-radius: 4px; }
dl { display: grid; grid-template-columns: auto 1fr; gap: 0.15em 0.75em; margin-top: 0.45em; }
dt { color: ${SOFT}; }
dd { margin: 0; }
details p { color: ${SOFT}; margin-top: 0.45em; }
details button { margin-inline-start: -0.6em; }
.hide { border: 0; padding: 0; margin-top: 0.2em; }
.hide summary { color: ${ACCENT}; padding-block: 0.3em; min-height: 28px; }
.hide div { display: flex; flex-wrap: wrap; gap: 0 0.6em; }
.said { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media (prefers-reduced-motion: no-preference) {
  .card { animation: appear 90ms ease-out; }
  @keyframes appear { from { opacity: 0; } }
}
@media (pointer: coarse) {
  button, .acts a, summary { min-height: 40px; padding-inline: 0.9em; }
  summary { padding: 0.5em 0; }
  .close { width: 2.5em; }
}
@media (forced-colors: active) {
  .card { border-color: CanvasText; }
  button { border: 1px solid ButtonBorder; }
  .flags li { border-color: CanvasText; }
}
@media print {
  :host { display: none !important; }
}
:host {}
`;
