/**
 * The card's style, for its closed shadow tree alone. `:host` says `!important` throughout: a
 * page's rules must not reach it. Sizes are in em of the letters that the reader has chosen in the
 * browser: a rem is the page's. It is drawn where `highlights.css` is, and goes with it.
 */
export const CARD_SHEET = `
:host {
  all: initial !important;
  font-size: medium !important;
  position: fixed !important;
  inset: auto !important;
  display: var(--whence-card, none) !important;
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
:host(.at) { left: var(--x) !important; top: var(--y) !important; }
:host(.sheet) { left: 0 !important; right: 0 !important; bottom: 0 !important; }
:host(.sheet.high) { top: 0 !important; bottom: auto !important; }
* { box-sizing: border-box; }
.card {
  --ink: light-dark(#1d2428, #e8ecee);
  --soft: light-dark(#56626a, #a3b0b8);
  --line: light-dark(#dfe4e6, #3a444a);
  --ground: light-dark(#ffffff, #1d2327);
  --wash: light-dark(#f3f6f7, #283036);
  --accent: light-dark(#23626f, #86c5d2);
  --note: light-dark(#7a4f14, #e0b878);
  width: min(28em, calc(100vw - 16px));
  max-height: min(34em, calc(100vh - 16px));
  overflow: auto;
  overscroll-behavior: contain;
  padding: 1.1em 1.25em 0.9em;
  border: 1px solid var(--line);
  border-radius: 10px;
  background: var(--ground);
  color: var(--ink);
  box-shadow: 0 1px 2px rgb(0 0 0 / 0.08), 0 8px 28px rgb(0 0 0 / 0.16);
  font: 400 0.8125em/1.45 system-ui, sans-serif;
  text-align: start;
  overflow-wrap: anywhere;
}
:host(.sheet) .card {
  width: 100%;
  max-height: 60vh;
  border-width: 1px 0 0;
  border-radius: 14px 14px 0 0;
  padding-bottom: max(1.1em, env(safe-area-inset-bottom));
}
:host(.sheet.high) .card { border-width: 0 0 1px; border-radius: 0 0 14px 14px; }
.head { display: flex; gap: 0.6em; align-items: start; }
.head > div { flex: 1; min-width: 0; }
h2 { margin: 0; font-size: 1.15em; line-height: 1.3; font-weight: 600; letter-spacing: -0.005em; }
p, ul, dl { margin: 0; padding: 0; list-style: none; }
.role { color: var(--soft); }
.kind { margin-top: 0.45em; color: var(--soft); }
.kind > span { display: inline-block; }
.kind > span:not(:last-child)::after { content: "·"; margin-inline: 0.4em; color: var(--soft); }
.kind > .first { color: var(--ink); }
.hops { margin-top: 0.75em; display: flex; flex-wrap: wrap; gap: 0.15em 0.45em; }
.hops li + li::before { content: "←"; margin-inline-end: 0.45em; color: var(--soft); }
:host([dir="rtl"]) .hops li + li::before { content: "→"; }
.hops li:first-child { color: var(--soft); }
.figure { margin-top: 0.75em; padding: 0.6em 0.75em; border-radius: 6px; background: var(--wash); }
.figure b { font-weight: 600; font-variant-numeric: tabular-nums; }
.figure p + p { color: var(--soft); }
.link { margin-top: 0.75em; }
.link span { color: var(--soft); }
.flags { margin-top: 0.75em; }
.flags li { padding-inline-start: 0.9em; border-inline-start: 2px solid var(--note); }
.flags li + li { margin-top: 0.3em; }
.flags .others li { padding: 0; border: 0; margin: 0; }
.others button { margin-inline-start: -0.6em; text-align: start; }
.acts { display: flex; flex-wrap: wrap; gap: 0.3em; margin: 0.9em -0.6em 0; }
button, .acts a {
  appearance: none;
  border: 0;
  border-radius: 6px;
  background: none;
  color: var(--accent);
  font: inherit;
  text-decoration: none;
  padding: 0.3em 0.6em;
  min-height: 28px;
  cursor: pointer;
}
a { color: var(--accent); text-underline-offset: 0.15em; }
button:hover, .acts a:hover { background: var(--wash); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 1px; }
.card:focus-visible { outline-offset: -3px; }
.close { color: var(--soft); margin: -0.375em; margin-inline-end: -0.5em; width: 1.75em; padding: 0; font-size: 1.23em; line-height: 1; }
details { margin-top: 0.6em; border-top: 1px solid var(--line); padding-top: 0.6em; }
summary { color: var(--soft); cursor: pointer; border-radius: 4px; }
dl { display: grid; grid-template-columns: auto 1fr; gap: 0.15em 0.75em; margin-top: 0.45em; }
dt { color: var(--soft); }
dd { margin: 0; }
details p { color: var(--soft); margin-top: 0.45em; }
details button { margin-inline-start: -0.6em; }
code { font: 0.92em/1.4 ui-monospace, monospace; }
.said { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media (prefers-reduced-motion: no-preference) {
  .card { animation: appear 90ms ease-out; }
  @keyframes appear { from { opacity: 0; } }
}
@media (pointer: coarse) {
  button, .acts a { min-height: 40px; padding-inline: 0.9em; }
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
`;
