/**
 * The card's style, for its closed shadow tree alone. `:host` says `!important` throughout: a
 * page's rules must not reach it. It is drawn where `highlights.css` is, and goes with it.
 */
export const CARD_SHEET = `
:host {
  all: initial !important;
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
  width: min(23rem, calc(100vw - 16px));
  max-height: min(28rem, calc(100vh - 16px));
  overflow: auto;
  overscroll-behavior: contain;
  padding: 0.875rem 1rem 0.75rem;
  border: 1px solid var(--line);
  border-radius: 10px;
  background: var(--ground);
  color: var(--ink);
  box-shadow: 0 1px 2px rgb(0 0 0 / 0.08), 0 8px 28px rgb(0 0 0 / 0.16);
  font: 400 13px/1.45 system-ui, sans-serif;
  text-align: start;
  overflow-wrap: anywhere;
}
:host(.sheet) .card {
  width: 100%;
  max-height: 60vh;
  border-width: 1px 0 0;
  border-radius: 14px 14px 0 0;
  padding-bottom: max(0.875rem, env(safe-area-inset-bottom));
}
:host(.sheet.high) .card { border-width: 0 0 1px; border-radius: 0 0 14px 14px; }
.head { display: flex; gap: 0.5rem; align-items: start; }
.head > div { flex: 1; min-width: 0; }
h2 { margin: 0; font-size: 15px; line-height: 1.3; font-weight: 600; letter-spacing: -0.005em; }
p, ul, dl { margin: 0; padding: 0; list-style: none; }
.role { color: var(--soft); }
.kind { margin-top: 0.375rem; color: var(--soft); }
.kind > span { display: inline-block; }
.kind > span:not(:last-child)::after { content: "·"; margin-inline: 0.4em; color: var(--soft); }
.kind > .first { color: var(--ink); }
.hops { margin-top: 0.625rem; display: flex; flex-wrap: wrap; gap: 0.125rem 0.375rem; }
.hops li + li::before { content: "←"; margin-inline-end: 0.375rem; color: var(--soft); }
:host([dir="rtl"]) .hops li + li::before { content: "→"; }
.hops li:first-child { color: var(--soft); }
.figure { margin-top: 0.625rem; padding: 0.5rem 0.625rem; border-radius: 6px; background: var(--wash); }
.figure b { font-weight: 600; font-variant-numeric: tabular-nums; }
.figure p + p { color: var(--soft); }
.link { margin-top: 0.625rem; }
.link span { color: var(--soft); }
.flags { margin-top: 0.625rem; }
.flags li { padding-inline-start: 0.75rem; border-inline-start: 2px solid var(--note); }
.flags li + li { margin-top: 0.25rem; }
.flags .others li { padding: 0; border: 0; margin: 0; }
.others button { margin-inline-start: -0.5rem; text-align: start; }
.acts { display: flex; flex-wrap: wrap; gap: 0.25rem; margin: 0.75rem -0.5rem 0; }
button, .acts a {
  appearance: none;
  border: 0;
  border-radius: 6px;
  background: none;
  color: var(--accent);
  font: inherit;
  text-decoration: none;
  padding: 0.25rem 0.5rem;
  min-height: 28px;
  cursor: pointer;
}
a { color: var(--accent); text-underline-offset: 0.15em; }
button:hover, .acts a:hover { background: var(--wash); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 1px; }
.card:focus-visible { outline-offset: -3px; }
.close { color: var(--soft); margin: -0.375rem; margin-inline-end: -0.5rem; width: 28px; padding: 0; font-size: 16px; line-height: 1; }
details { margin-top: 0.5rem; border-top: 1px solid var(--line); padding-top: 0.5rem; }
summary { color: var(--soft); cursor: pointer; border-radius: 4px; }
dl { display: grid; grid-template-columns: auto 1fr; gap: 0.125rem 0.625rem; margin-top: 0.375rem; }
dt { color: var(--soft); }
dd { margin: 0; }
details p { color: var(--soft); margin-top: 0.375rem; }
details button { margin-inline-start: -0.5rem; }
code { font: 12px/1.4 ui-monospace, monospace; }
.said { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
@media (prefers-reduced-motion: no-preference) {
  .card { animation: appear 90ms ease-out; }
  @keyframes appear { from { opacity: 0; } }
}
@media (pointer: coarse) {
  button, .acts a { min-height: 40px; padding-inline: 0.75rem; }
  .close { width: 40px; }
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
