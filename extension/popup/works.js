/** The part of the list that tells what a page cites, each work with the claims it is cited for. */

import { words } from "../shared/browser.js";
import { make } from "../shared/page.js";
import { shorten } from "../shared/wording.js";

/** How much of an entry or a claim a row shows, UTF-16 code units. */
const ROW = 110;

/**
 * @param {import('../shared/page_view.js').PageView} view
 * @param {(finding: {attribution: null, figure: null, citation: number}) => void} jump
 * @returns {HTMLElement | null} null for a page that cites nothing
 */
export function worksSection({ works }, jump) {
  if (works.length === 0) return null;
  const rows = works.map(({ written, label, claims }) => {
    const mark = label === "" || written.startsWith(label) ? "" : label;
    const summary = make("summary", {}, [
      make("span", { name: "who" }, [
        make("span", { name: "name" }, [make("bdi", { text: shorten(written, ROW) })]),
        ...(mark === "" ? [] : [make("span", { name: "soft", text: mark })]),
      ]),
      make("span", { name: "count", text: String(claims.length) }),
    ]);
    const list = claims.map((claim) => {
      const inside = make("span", {}, [make("bdi", { text: shorten(claim.words, ROW) })]);
      const button = make("button", { name: "quiet row" }, [inside]);
      button.type = "button";
      button.addEventListener("click", () =>
        jump({ attribution: null, figure: null, citation: claim.citation }),
      );
      return make("li", {}, [button]);
    });
    return make("li", {}, [make("details", {}, [summary, make("ul", {}, list)])]);
  });
  return make("section", {}, [make("h2", { text: words("list_works") }), make("ul", {}, rows)]);
}
