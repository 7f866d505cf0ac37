/** The list of a page's sources, claims and figures. */

import { words } from "../shared/browser.js";
import { make } from "../shared/page.js";
import { kindWords } from "../shared/wording.js";

/**
 * @typedef {import('../shared/page_view.js').PageView} PageView
 * @typedef {{attribution: number | null, figure: number | null}} Finding
 */

/**
 * @param {HTMLElement} list
 * @param {PageView} view
 * @param {(finding: Finding) => void} jump
 */
export function showList(list, view, jump) {
  const sources = make("ul", { name: "sources" });
  for (const source of view.sources) {
    const claims = source.claims.map((index) => view.claims[index]);
    let at = -1;
    const row = make("button", { name: "quiet source" }, [
      make("span", { name: "name", text: source.name || words("source_none") }),
      make("span", { name: "soft", text: source.role ?? kindWords(source.kind) }),
      make("span", { name: "count", text: String(claims.length) }),
    ]);
    row.addEventListener("click", () => {
      at = (at + 1) % claims.length;
      jump({ attribution: claims[at].attribution, figure: null });
    });
    sources.append(make("li", {}, [row]));
  }
  list.replaceChildren(make("h2", { text: words("list_sources") }), sources);
}
