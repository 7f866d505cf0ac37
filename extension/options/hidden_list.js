/** The kinds of hint that are hidden, on the options page: where each holds, and an undo. */

import { askBackground, words } from "../shared/browser.js";
import { withHidden, withoutOne } from "../shared/hidden.js";
import { byId, make } from "../shared/page.js";
import { changeSettings } from "../shared/settings.js";
import { hiddenWords } from "../shared/who.js";

/**
 * @typedef {import('../shared/hidden.js').HiddenKind} HiddenKind
 */

/** @param {readonly HiddenKind[]} hidden */
export function showHidden(hidden) {
  byId("hidden-part").hidden = hidden.length === 0;
  const held = document.activeElement?.closest("#hidden li");
  const kind = /** @type {HTMLElement | null | undefined} */ (held)?.dataset.kind;
  byId("hidden").replaceChildren(...hidden.map(rowOf)); // the last hidden stands last
  if (!held) return;
  const rows = /** @type {HTMLElement[]} */ ([...byId("hidden").children]);
  const row = rows.find((one) => one.dataset.kind === kind) ?? rows.at(-1);
  row?.querySelector("button")?.focus({ preventScroll: true });
}

/** @param {HiddenKind} hidden */
function rowOf(hidden) {
  const { kind, host } = hidden;
  const said = hiddenWords(kind);
  const everywhere = words("options_hidden_everywhere");
  const row = make("li", {}, [make("div", { name: "host" }, [make("span", { text: said })])]);
  row.dataset.kind = kind;
  if (host === null) row.append(make("span", { name: "soft", text: everywhere }));
  else row.append(whereOf(hidden, host, `${words("options_hidden_where")}: ${said}`));
  const label = `${words("options_hidden_undo")}: ${said}, ${host ?? everywhere}`;
  const undo = make("button", { name: "quiet", text: words("options_hidden_undo"), label });
  undo.addEventListener("click", () =>
    changeSettings((settings) => ({ ...settings, hidden: withoutOne(settings.hidden, hidden) })),
  );
  row.append(undo);
  return row;
}

/**
 * The choice between one site and everywhere.
 * @param {HiddenKind} hidden
 * @param {string} host
 * @param {string} label
 */
function whereOf(hidden, host, label) {
  const where = make("select", { label });
  for (const text of [host, words("options_hidden_everywhere")]) {
    where.append(make("option", { text }));
  }
  where.addEventListener("change", () =>
    changeSettings((settings) => ({
      ...settings,
      hidden: withHidden(settings.hidden, { kind: hidden.kind, host: null }),
    })),
  );
  return where;
}

/** Goes to the list where a card has asked for it: to the choice of how far the last one reaches. */
export async function showAskedPart() {
  if ((await askBackground("options-part", {})) !== "hidden") return;
  const last = byId("hidden").lastElementChild;
  last?.scrollIntoView({ block: "center", behavior: "instant" });
  /** @type {HTMLElement | null | undefined} */ (last?.querySelector("select, button"))?.focus();
}
