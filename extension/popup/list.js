/**
 * The list of a page: its sources with their claims, figures without a source, relayed claims,
 * remarks. A click leads there.
 */

import { words } from "../shared/browser.js";
import { make } from "../shared/page.js";
import {
  counted,
  entryWords,
  flagName,
  kindWords,
  sayingWords,
  shorten,
  SORTS,
  sortOf,
} from "../shared/wording.js";
import { headingOf } from "../shared/who.js";
import { shapeOf, stripOf } from "./strip.js";
import { worksSection } from "./works.js";

/**
 * @typedef {import('../shared/page_view.js').PageView} PageView
 * @typedef {import('../shared/page_view.js').ClaimView} ClaimView
 * @typedef {{attribution: number | null, figure: number | null, citation?: number | null}} Finding
 */

/** How much of a claim a row shows, UTF-16 code units. */
const ROW = 110;

/** From this many rows on there is a field to filter them. */
const FILTERED = 6;

/**
 * @param {HTMLElement} list
 * @param {PageView} view
 * @param {(finding: Finding) => void} jump
 */
export function showList(list, view, jump) {
  const strip = stripOf(view, jump);
  const parts = [
    part(
      "list_sources",
      view.sources.map((source) => sourceRow(source, view, jump, strip)),
    ),
    part(
      "list_figures",
      view.figures
        .filter((figure) => figure.unsourced)
        .map((figure) =>
          row(figure.words, null, () => jump({ attribution: null, figure: figure.figure })),
        ),
    ),
    part(
      "list_relayed",
      view.claims.filter((claim) => claim.relay.length > 0).map((claim) => relayRow(claim, jump)),
    ),
    part(
      "list_remarks",
      view.flags.map(({ kind, count }) =>
        make("li", { name: "counted" }, [
          make("span", { text: flagName(kind) }),
          make("span", { name: "count", text: String(count) }),
        ]),
      ),
    ),
    worksSection(view, jump),
  ].filter((made) => made !== null);
  const filter = view.claims.length >= FILTERED ? filterField(parts) : [];
  const map = view.claims.length > 0 ? [strip.element] : [];
  list.replaceChildren(...map, ...sortButtons(view, list, strip), ...filter, ...parts);
}

/**
 * Buttons that show the sources of one sort alone, where a page has several. Each bears the shape that its
 * claims have on the strip.
 * @param {PageView} view
 * @param {HTMLElement} list
 * @param {import('./strip.js').Strip} strip
 */
function sortButtons(view, list, strip) {
  const there = SORTS.filter((sort) => view.sources.some(({ kind }) => sortOf(kind) === sort));
  if (there.length < 2) return [];
  const buttons = ["all", ...there].map((sort) => {
    const shape = sort === "all" ? [] : [shapeOf(/** @type {typeof there[number]} */ (sort))];
    const name = make("span", { text: words(`sort_${sort}`) });
    const button = make("button", { name: "quiet sort" }, [...shape, name]);
    button.type = "button";
    button.setAttribute("aria-pressed", String(sort === "all"));
    button.addEventListener("click", () => {
      for (const other of buttons) other.setAttribute("aria-pressed", String(other === button));
      const isOf = (/** @type {string} */ kind) => sort === "all" || sortOf(kind) === sort;
      for (const item of list.querySelectorAll("[data-kind]")) {
        /** @type {HTMLElement} */ (item).dataset.left = String(
          !isOf(/** @type {HTMLElement} */ (item).dataset.kind ?? ""),
        );
      }
      const claims = view.claims.flatMap(({ kind }, index) => (isOf(kind) ? [index] : []));
      strip.show(sort === "all" ? null : new Set(claims));
    });
    return button;
  });
  const row = make("div", { name: "sorts", label: words("list_sorts") }, buttons);
  row.setAttribute("role", "group");
  return [row];
}

/**
 * A headed part of the list; `null` for one with nothing in it.
 * @param {string} heading key of its words
 * @param {HTMLElement[]} rows
 */
function part(heading, rows) {
  if (rows.length === 0) return null;
  return make("section", {}, [make("h2", { text: words(heading) }), make("ul", {}, rows)]);
}

/**
 * @param {import('../shared/page_view.js').SourceView} source
 * @param {PageView} view
 * @param {(finding: Finding) => void} jump
 * @param {import('./strip.js').Strip} strip
 */
function sourceRow(source, view, jump, strip) {
  const claims = source.claims.map((index) => view.claims[index]);
  const count = make("span", { name: "count", text: String(claims.length) });
  count.setAttribute("aria-hidden", "true");
  const summary = make("summary", {}, [
    make("span", { name: "who" }, [
      make("span", { name: "name" }, [make("bdi", { text: nameOf(source) })]),
      make("span", { name: "soft", text: source.role ?? kindWords(source.kind) }),
    ]),
    count,
    make("span", { name: "spoken", text: counted("claims", claims.length) }),
  ]);
  const details = make("details", {}, [
    summary,
    make(
      "ul",
      {},
      claims.map((claim) => claimRow(claim, jump)),
    ),
  ]);
  const mark = () => strip.mark(new Set(source.claims));
  const unmark = () => strip.mark(null);
  details.addEventListener("pointerenter", mark);
  details.addEventListener("pointerleave", unmark);
  details.addEventListener("focusin", mark);
  details.addEventListener("focusout", unmark);
  const item = make("li", {}, [details]);
  item.dataset.kind = source.kind;
  return item;
}

/**
 * A source as the list calls it: its name, or the page's words for it.
 * @param {import('../shared/page_view.js').SourceView} source
 */
function nameOf(source) {
  const { name, named } = source;
  if (name === "") return words("source_none");
  return named ? headingOf(source, name) : words("source_as_written", name);
}

/**
 * @param {ClaimView} claim
 * @param {(finding: Finding) => void} jump
 */
function claimRow(claim, jump) {
  const saying = sayingWords(/** @type {any} */ (claim));
  if (claim.probably) saying.unshift(words("list_probably"));
  if (claim.entry !== null) saying.push(entryWords(claim.entry));
  return row(shorten(claim.words, ROW), saying.join(" · "), () =>
    jump({ attribution: claim.attribution, figure: null }),
  );
}

/**
 * @param {ClaimView} claim
 * @param {(finding: Finding) => void} jump
 */
function relayRow(claim, jump) {
  const chain = [words("hop_this_page"), ...claim.relay].join(" ← ");
  return row(shorten(claim.words, ROW), chain, () =>
    jump({ attribution: claim.attribution, figure: null }),
  );
}

/**
 * @param {string} text
 * @param {string | null} more
 * @param {() => void} act
 */
function row(text, more, act) {
  const inside = [make("span", {}, [make("bdi", { text })])];
  if (more !== null) inside.push(make("span", { name: "soft", text: more }));
  const button = make("button", { name: "quiet row" }, inside);
  button.type = "button";
  button.addEventListener("click", act);
  return make("li", {}, [button]);
}

/**
 * A field that leaves of the list what holds its words, and says so where nothing does.
 * @param {HTMLElement[]} parts
 */
function filterField(parts) {
  const none = make("p", { name: "soft" });
  none.setAttribute("role", "status");
  const field = make("input", { label: words("list_filter") });
  field.type = "search";
  field.placeholder = words("list_filter");
  field.addEventListener("input", () => {
    const wanted = field.value.trim().toLowerCase();
    for (const section of parts) {
      let shown = 0;
      for (const item of /** @type {HTMLElement} */ (section.lastElementChild).children) {
        const fits = (item.textContent ?? "").toLowerCase().includes(wanted);
        /** @type {HTMLElement} */ (item).hidden = !fits;
        if (fits) shown += 1;
      }
      section.hidden = shown === 0;
    }
    none.textContent = parts.every((section) => section.hidden) ? words("search_none") : "";
  });
  return [field, none];
}
