/**
 * What a page cites for a finding, as rows of its card: a work of its list with what the entry says of it, a
 * page it links, words that name a source, a mark that leads nowhere, its own wish for a source. Says that the
 * page cites or links; that is all a mark tells.
 *
 * @typedef {import('./reading.js').Reading} Reading
 * @typedef {import('./reading.js').Finding} Finding
 * @typedef {import('../core/whence.js').Citation} Citation
 * @typedef {import('../core/whence.js').Work} Work
 * @typedef {import('./card_parts.js').LinkWords} LinkWords
 * @typedef {object} Row
 * @property {string} mark "[4]" or what else the page writes there; may be empty
 * @property {string | null} line what is said where no work is named
 * @property {string | null} written the entry as the page writes it
 * @property {LinkWords | null} link
 * @property {string | null} href of the entry
 * @property {Element | null} note where the entry stands
 * @property {import('./open_at.js').Sought} sought what to look for where a link leads
 * @typedef {object} Cited
 * @property {string} title for a card of words that nobody is said to say
 * @property {string} kind in place of a kind of source
 * @property {string | null} oneOf said where the text does not tell which of the rows is meant
 * @property {Row[]} rows
 * @property {boolean} alone whether nobody is said to say the words, so that the first work is the title
 * @typedef {object} CitedActs
 * @property {(note: Element | null) => void} note goes to an entry; null: back to the words
 * @property {(entries: string[]) => Promise<Work[]>} works reads entries
 * @property {(work: Work, row: Row, form: 'csl' | 'bibtex') => Promise<boolean>} copyWork
 */

import { words } from "../shared/browser.js";
import { openedAt } from "./open_at.js";
import { linkWords, shorten, tidy } from "../shared/wording.js";
import { button, element, linkElement, noticeButton, ownDirection } from "./card_parts.js";
import { leadOf } from "./link.js";
import { entryMeant } from "./note_signs.js";

/** How long a title may be, UTF-16 code units. */
const TITLE = 90;

/** How long an entry may be before it is cut, UTF-16 code units. */
const WRITTEN = 400;

/** What stands in place of a kind of source, by how the page cites. @type {Record<string, string>} */
const KINDS = { link: "cited_links", needed: "kind_none" };

/** Rows of one card. */
const MOST = 12;

/**
 * @param {Reading} reading
 * @param {Finding} finding
 * @returns {Cited | null} null where the page cites nothing for it
 */
export function citedOf(reading, finding) {
  const found = reading.citationsOf(finding).map((index) => reading.reply.citations[index]);
  const [first] = found;
  if (first === undefined) return null;
  const sought = soughtOf(reading, finding, first);
  const rows = found.flatMap((citation) => rowsOf(reading, citation, sought)).slice(0, MOST);
  const [row] = rows;
  const { form, label, target } = first;
  const several = target.kind === "references" && target.references.length > 1;
  return {
    title:
      form === "needed" || target.kind === "absent"
        ? (row.line ?? "")
        : words("cited_title", shorten(several ? label : nameOf(row), TITLE)),
    kind: words(KINDS[form] ?? "cited_kind"),
    oneOf: several ? words("cited_one_of") : null,
    rows,
    alone: nobodySays(reading, finding),
  };
}

/** Whether nobody is said to say the words. @param {Reading} reading @param {Finding} finding */
function nobodySays({ reply }, { attribution }) {
  if (attribution === null) return true;
  const { source, resolved } = reply.attributions[attribution];
  return source.length === 0 && resolved === null;
}

/**
 * What is cited without the rows that do nothing but link a page which the card links already; null where
 * nothing is left.
 * @param {Cited | null} cited
 * @param {LinkWords} shown
 * @returns {Cited | null}
 */
export function withoutLink(cited, shown) {
  if (cited === null) return null;
  const page = (/** @type {LinkWords} */ link) => link.look()?.href.replace(/#?:~:.*/, "");
  const rows = cited.rows.filter(
    ({ line, written, link }) =>
      line !== null || written !== null || link === null || page(link) !== page(shown),
  );
  return rows.length === 0 ? null : { ...cited, rows };
}

/**
 * What is cited without the row that says no more than the card's title; null where nothing is left.
 * @param {Cited | null} cited
 * @param {string} title
 * @returns {Cited | null}
 */
export function withoutTitle(cited, title) {
  if (cited === null) return null;
  const rows = cited.rows.filter(({ line, link }) => line !== title || link !== null);
  return rows.length === 0 ? null : { ...cited, rows };
}

/** What a row is called where its entry has not been read. @param {Row} row */
function nameOf({ written, link, line, mark }) {
  // A number tells nothing of the page behind it.
  const said = /\p{L}/u.test(link?.words ?? "") ? link?.words : "";
  return written || said || link?.look()?.host || line || mark;
}

/** A label of an entry, as marks write it. @param {string} label */
const labelOf = (label) => (label === "" ? "" : `[${label}]`);

/**
 * The rows of one citation.
 * @param {Reading} reading
 * @param {Citation} citation
 * @param {import('./open_at.js').Sought} sought
 * @returns {Row[]}
 */
function rowsOf({ blocks, entries, reply }, { form, label, target, mark: at }, sought) {
  const mark = form === "numbered" ? labelOf(label) : label;
  const none = { mark, line: null, written: null, link: null, href: null, note: null, sought };
  switch (target.kind) {
    case "references":
      return target.references.flatMap((index) => {
        const row = (/** @type {number} */ at, /** @type {string} */ name) => {
          const { text, href, element: note } = entries[at];
          const link = linkTo({ href }, reply.referenceLinks[at], sought, "");
          const written = tidy(text);
          return {
            ...none,
            mark: name,
            written,
            note,
            href: href || null,
            link: href ? link : null,
          };
        };
        // "Ibid., p. 7" and the work it means; a note, and what it cites itself.
        const meant = entryMeant(entries, index);
        const more = [...(meant === index ? [] : [meant]), ...entries[index].cites];
        return [row(index, mark), ...more.map((at) => row(at, labelOf(entries[at].label)))];
      });
    case "link": {
      const link = blocks[target.block].links[target.index];
      const own = form === "link" && at !== null;
      const said = tidy(blocks[target.block].text.slice(link.start, link.end));
      const name = form === "chip" ? label.replace(/ \+\d+$/, "") : said;
      const more = form === "chip" ? (/ \+(\d+)$/.exec(label)?.[1] ?? null) : null;
      const made = linkTo(link, target.leads, sought, own ? "" : shorten(name, TITLE));
      return [
        {
          ...none,
          mark: "",
          line: more === null ? null : words("cited_more", more),
          link: own ? { ...made, lead: words("cited_linked_words") } : made,
        },
      ];
    }
    case "words": {
      const { block, start, end } = target.span;
      const named = tidy(blocks[block].text.slice(start, end));
      return [{ ...none, mark: "", line: words("cited_named", shorten(named, TITLE)) }];
    }
    default: {
      const line = form === "needed" ? words("cited_needed", label) : words("cited_absent", mark);
      return [{ ...none, mark: "", line }];
    }
  }
}

/**
 * @param {{href: string, anchor?: HTMLAnchorElement | null}} link
 * @param {import('../core/whence.js').ClaimLink['kind']} leads
 * @param {import('./open_at.js').Sought} sought
 * @param {string} said
 * @returns {LinkWords}
 */
export function linkTo(link, leads, sought, said) {
  return {
    words: said,
    look: () => {
      const lead = leadOf(link);
      if (lead === null) return null;
      const kind = lead.href === link.href ? linkWords(leads) : null;
      return { ...lead, href: openedAt(lead.href, sought), kind };
    },
  };
}

/**
 * What to look for where a link leads: the words quoted, or the figures.
 * @param {Reading} reading
 * @param {Finding} finding
 * @param {Pick<Citation, 'claim' | 'figures'>} [cited]
 * @returns {import('./open_at.js').Sought}
 */
export function soughtOf({ blocks, reply }, { attribution, figure }, cited) {
  const slice = (/** @type {import('./reading.js').PageSpan} */ { block, start, end }) =>
    blocks[block].text.slice(start, end);
  const claim = attribution === null ? null : reply.attributions[attribution];
  const text = tidy((claim?.content ?? cited?.claim ?? []).map(slice).join(" "));
  const quoted = /“([^“”]+)”|"([^"]+)"/.exec(text);
  const figures =
    figure !== null
      ? [figure]
      : claim !== null
        ? reply.figures.flatMap((one, index) => (one.attribution === attribution ? [index] : []))
        : (cited?.figures ?? []).filter((index) =>
            isInside(reply.figures[index].span, cited?.claim),
          );
  return {
    quotation: figure === null ? (quoted?.[1] ?? quoted?.[2] ?? null) : null,
    figures: figures.map((index) => tidy(slice(reply.figures[index].span))),
  };
}

/**
 * @param {import('./reading.js').PageSpan} span
 * @param {import('./reading.js').PageSpan[]} [around]
 */
function isInside({ block, start, end }, around = []) {
  return around.some((one) => one.block === block && one.start <= start && end <= one.end);
}

/**
 * @param {Cited} cited
 * @param {CitedActs} acts
 */
export function citedElement(cited, acts) {
  const rows = cited.rows.map((row) => rowElement(row, acts));
  const list = element(
    "ul",
    "cited",
    rows.map(({ item }) => item),
  );
  list.setAttribute("aria-label", words("cited_label"));
  const box = element(
    "div",
    "",
    cited.oneOf === null ? [list] : [element("p", "", cited.oneOf), list],
  );
  const entries = cited.rows.filter(({ written }) => written !== null);
  if (entries.length > 0) {
    acts.works(entries.map(({ written }) => written ?? "")).then(
      (works) => {
        for (const [index, row] of entries.entries()) {
          rows[cited.rows.indexOf(row)].fill(works[index]);
        }
        if (cited.alone && cited.oneOf === null) entitle(box, works[0]);
      },
      () => {}, // the entry stands there as the page writes it
    );
  }
  return box;
}

/**
 * Gives a card the title of the work that is cited.
 * @param {Element} box
 * @param {Work} work
 */
function entitle(box, { title }) {
  const heading = box.closest(".card")?.querySelector("h2 bdi");
  if (heading && title !== null) heading.textContent = words("cited_title", shorten(title, TITLE));
}

/**
 * A row, and what fills in what its entry says of the work.
 * @param {Row} row
 * @param {CitedActs} acts
 */
function rowElement(row, acts) {
  const { mark, line, written, link, note } = row;
  const head = element("p", "work");
  if (mark !== "") head.append(element("span", "mark", [ownDirection(mark)]), " ");
  const item = element("li", "", mark === "" ? [] : [head]);
  if (line !== null) item.append(element("p", "", [ownDirection(line)]));
  const facts = element("p", "facts");
  facts.hidden = true;
  item.append(facts);
  if (link !== null) item.append(linkElement(link));
  if (written !== null) item.append(writtenElement(written));
  const more = element("div", "acts");
  if (note !== null) more.append(noteButton(note, acts));
  if (written !== null) item.append(more);
  return {
    item,
    fill: (/** @type {Work} */ work) => {
      const { title, kind, authors, container, year, locator } = work;
      if (title !== null) {
        head.append(element("b", "", [ownDirection(title)]));
        if (mark === "") item.prepend(head);
      }
      const who = authors.length > 3 ? [authors[0], "…"] : authors;
      const parts = [who.join("; "), container, year, locator].filter(Boolean);
      if (kind !== null) parts.push(words(`cited_${kind}`));
      facts.replaceChildren(ownDirection(parts.join(" · ")));
      facts.hidden = parts.length === 0;
      const href = work.doi === null ? work.url : `https://doi.org/${work.doi}`;
      if (link === null && href !== null) {
        const leads = work.doi === null ? "other" : "primary";
        facts.after(linkElement(linkTo({ href }, leads, row.sought, "")));
      }
      if (title === null) return;
      for (const form of /** @type {const} */ (["csl", "bibtex"])) {
        const copy = () => acts.copyWork(work, row, form);
        more.append(noticeButton(words(`cited_copy_${form}`), words("card_copied"), copy));
      }
    },
  };
}

/**
 * The entry word for word.
 * @param {string} written
 */
function writtenElement(written) {
  return element("p", "written", [
    element("span", "", words("cited_written")),
    " ",
    ownDirection(shorten(written, WRITTEN)),
  ]);
}

/**
 * Goes to the note, and back to the words.
 * @param {Element} note
 * @param {CitedActs} acts
 */
function noteButton(note, acts) {
  let there = false;
  const made = button(words("cited_go"), () => {
    there = !there;
    acts.note(there ? note : null);
    made.textContent = words(there ? "cited_back" : "cited_go");
  });
  return made;
}
