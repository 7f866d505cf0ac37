/** One page being read: its text read, the engine asked, the answer painted and spoken of. */

import { bounded } from "../shared/bounds.js";
import { alive, askBackground } from "../shared/browser.js";
import { FLAGS } from "../shared/settings.js";
import { viewOf } from "../shared/page_view.js";
import { PROSE } from "./article.js";
import { askEngine, ScanFault } from "./ask.js";
import { clear, paint, restore } from "./highlights.js";
import { page, plain } from "./plain.js";
import { entriesOf } from "./entry.js";
import { Pointing } from "./pointing.js";
import { declaredLanguage, publishedDay, readPage, requestOf } from "./read_page.js";
import { isUnchanged } from "./ranges.js";
import { Reading } from "./reading.js";
import { Watch } from "./watch.js";
import { withoutHidden } from "./without.js";

/**
 * @typedef {import('../shared/settings.js').Shown} Settings
 * @typedef {import('../shared/page_view.js').PageView} PageView
 * @typedef {import('./blocks.js').ReadBlock} ReadBlock
 */

/**
 * How long an answer may take, ms, until the reader is told that there is none: ten times what a page of
 * 10 MB takes. It is waited for all the same; a machine may have slept.
 */
const PATIENCE = 15_000;

export class Session {
  /** @type {Reading | null} */
  #reading = null;
  /** @type {PageView['state']} */
  #state = "reading";
  /** @type {string | null} */
  #fault = null;
  /** @type {PageView['cut']} */
  #cut = [];
  /** What the engine said of it, hidden kinds and all. @type {import('./ask.js').ScanReply | null} */
  #reply = null;
  /** Kinds of hint that the reader hid on this page. @type {Set<string>} */
  #hiddenHere = new Set();
  /** How often it was changed what is hidden. */
  #hiding = 0;
  #round = 0;
  #ended = false;
  #claims = -1;

  /**
   * @param {Settings} settings
   * @param {() => void} orphaned called when the extension behind this script is gone
   * @param {Element} [root] what to read; the whole page by default
   */
  constructor(settings, orphaned, root) {
    this.root = root;
    this.settings = settings;
    this.orphaned = orphaned;
    this.pointing = new Pointing(
      () => this.#reading,
      orphaned,
      (kind, reach) => this.#hideKind(kind, reach),
    );
    this.watch = new Watch(
      (records) => this.#matters(records),
      () => this.#read(),
    );
  }

  async begin() {
    this.watch.start([document]);
    matchMedia("(forced-colors: active)").addEventListener("change", this.#repaint);
    this.#listen();
    await this.#read();
  }

  /** Begins to listen, or again: a page that writes its document anew takes off what listens to it. */
  #listen() {
    addEventListener("pageshow", this.#shown);
    addEventListener("visibilitychange", this.#shown);
    this.pointing.start();
  }

  /** Takes everything off the page: the exact inverse of `begin`. */
  end() {
    this.#ended = true;
    this.watch.stop();
    removeEventListener("pageshow", this.#shown);
    removeEventListener("visibilitychange", this.#shown);
    matchMedia("(forced-colors: active)").removeEventListener("change", this.#repaint);
    this.pointing.stop();
    clear();
    this.#reading = null;
    this.#tellCount(0);
  }

  /** The page went to another address without a load. */
  async navigated() {
    await this.#read();
  }

  /** @param {Settings} settings */
  async changeSettings(settings) {
    const again =
      settings.figures !== this.settings.figures ||
      settings.marks !== this.settings.marks ||
      settings.muted.join() !== this.settings.muted.join();
    const hides = settings.hidden.join() !== this.settings.hidden.join();
    this.settings = settings;
    if (again) await this.#read({ anew: true });
    else if (hides) await this.#hideAnew();
    else this.#repaint();
  }

  /**
   * The reader hides hints of a kind: here at once; on this site, or everywhere, by the settings.
   * @param {string} kind
   * @param {'page' | 'site' | 'everywhere'} reach
   */
  async #hideKind(kind, reach) {
    this.#hiddenHere.add(kind);
    await this.#hideAnew();
    if (reach === "page" || !alive()) return;
    await askBackground("hide-kind", { kind, everywhere: reach === "everywhere" }).catch(() => {});
  }

  /** Shows again what was hidden by kind on this page alone. */
  async showKinds() {
    this.#hiddenHere.clear();
    await this.#hideAnew();
  }

  /**
   * Shows what there is now that other kinds are hidden; the engine need not be asked. A page that was read
   * anew meanwhile is gone through once more.
   */
  async #hideAnew() {
    this.#hiding++;
    for (;;) {
      const before = this.#reading;
      const reply = this.#reply;
      if (before === null || reply === null) return;
      const { blocks, entries } = before;
      const shown = this.#without(blocks, reply);
      const reading = await Reading.of(blocks, shown, this.settings.marks, before, entries);
      if (this.#ended) return;
      if (this.#reading === before) return this.#show(reading);
    }
  }

  /**
   * @param {readonly ReadBlock[]} blocks
   * @param {import('./ask.js').ScanReply} reply
   */
  #without(blocks, reply) {
    return withoutHidden(blocks, reply, new Set([...this.settings.hidden, ...this.#hiddenHere]));
  }

  /** @returns {PageView} */
  describe() {
    const reading = this.#reading;
    const view = Session.absent(this.#state);
    view.fault = this.#fault;
    view.cut = this.#cut;
    if (reading === null) return view;
    const hidden = (this.#reply?.attributions.length ?? 0) - reading.reply.attributions.length;
    return {
      ...view,
      ...viewOf(reading.blocks, reading.reply, reading.entries, entriesOf(reading.blocks)),
      hidden: { claims: hidden, here: this.#hiddenHere.size > 0 },
    };
  }

  /**
   * What there is to say of a page that is not being read.
   * @param {PageView['state']} state
   * @returns {PageView}
   */
  static absent(state) {
    return {
      state,
      fault: null,
      cut: [],
      language: declaredLanguage(),
      url: location.href,
      title: page.title,
      published: publishedDay(),
      claims: [],
      sources: [],
      figures: [],
      flags: [],
      works: [],
      hidden: { claims: 0, here: false },
    };
  }

  /** @param {import('./reading.js').Finding} finding */
  jump(finding) {
    this.pointing.jump(finding);
  }

  /** @param {number} by */
  step(by) {
    this.pointing.step(by);
  }

  /** @param {{anew?: boolean}} [how] anew: even where the text is as it was */
  async #read(how) {
    const round = ++this.#round;
    const { blocks, entries, shadows, folded, concealed } = await readPage(this.root);
    if (this.#isPast(round)) return;
    if (shadows.length > 0) this.watch.start([document, ...shadows]);
    this.watch.await(folded);
    this.watch.awaitVisible(concealed);
    const before = this.#reading;
    if (!how?.anew && before !== null && isSameText(before.blocks, blocks)) {
      const hiding = this.#hiding;
      const again = await Reading.of(blocks, before.reply, this.settings.marks, before, entries);
      if (this.#isPast(round)) return;
      this.#show(again);
      if (hiding !== this.#hiding) await this.#hideAnew();
      return;
    }
    if (blocks.length === 0) {
      this.#state = "empty";
      this.#cut = [];
      this.#show(null);
      return;
    }
    const { figures, muted } = this.settings;
    const flags = muted.length === 0 ? null : FLAGS.filter((flag) => !muted.includes(flag));
    const { request, cut } = bounded(requestOf(blocks, entries, { figures, flags }, this.root));
    this.#cut = cut;
    let reply;
    const late = setTimeout(() => {
      if (!this.#isPast(round)) this.#state = "silent";
    }, PATIENCE);
    try {
      reply = await askEngine(request);
    } catch (error) {
      if (!alive()) return this.orphaned();
      if (this.#isPast(round)) return undefined;
      // What is no fault of the engine is a background that was lost again and again.
      this.#state = error instanceof ScanFault ? "fault" : "silent";
      this.#fault = error instanceof ScanFault ? error.message : null;
      this.#show(null);
      return undefined;
    } finally {
      clearTimeout(late);
    }
    // The page went on while the engine read: what no longer stands there is not spoken of. The
    // watch has seen the change and reads again.
    if (this.#isPast(round) || !blocks.some(isUnchanged)) return undefined;
    const hiding = this.#hiding;
    const shown = this.#without(blocks, reply);
    const reading = await Reading.of(blocks, shown, this.settings.marks, before, entries);
    if (this.#isPast(round)) return undefined;
    this.#reply = reply;
    this.#state = reply.language === "unread" ? "unread" : "read";
    this.#fault = null;
    this.#show(reading);
    if (hiding !== this.#hiding) await this.#hideAnew();
    return undefined;
  }

  /** @param {number} round */
  #isPast(round) {
    return this.#ended || round !== this.#round;
  }

  /** @param {Reading | null} reading */
  #show(reading) {
    const before = this.#reading;
    this.#reading = reading;
    this.pointing.changed(before, reading);
    this.#repaint();
    this.#tellCount(reading?.reply.attributions.length ?? 0);
  }

  #repaint = () => {
    const reading = this.#reading;
    if (reading === null) clear();
    else paint(reading.paints(), this.settings.look);
  };

  #shown = () => {
    if (!alive()) this.orphaned();
    else restore();
  };

  /** @param {number} claims */
  #tellCount(claims) {
    if (claims === this.#claims || !alive()) return;
    this.#claims = claims;
    askBackground("painted", { claims }).catch(() => {}); // the badge can wait for the next scan
  }

  /**
   * Whether changes can alter what was read: not those of the card, nor small ones elsewhere, such
   * as a clock or an advert.
   * @param {readonly MutationRecord[]} records
   */
  #matters(records) {
    restore(); // a page that writes itself anew may have cleared the registry, too
    if (records.some(({ target }) => target === document)) this.#listen();
    const reading = this.#reading;
    const added = (/** @type {Node} */ node) => !this.pointing.owns(node) && hasWords(plain(node));
    if (reading === null) return records.some((record) => [...record.addedNodes].some(added));
    return (
      records.some((record) =>
        record.type === "characterData"
          ? reading.hasRead(record.target) || isLong(record.target)
          : [...record.addedNodes].some(
              (node) => added(node) && (reading.holds(record.target) || isLong(node)),
            ),
      ) || !reading.stands()
    );
  }
}

/** @param {Node} node */
function hasWords({ nodeType, textContent }) {
  return (
    (nodeType === Node.ELEMENT_NODE || nodeType === Node.TEXT_NODE) &&
    (textContent ?? "").trim() !== ""
  );
}

/** @param {Node} node */
function isLong(node) {
  return (plain(node).textContent ?? "").length >= PROSE;
}

/**
 * @param {readonly ReadBlock[]} a
 * @param {readonly ReadBlock[]} b
 */
function isSameText(a, b) {
  return (
    a.length === b.length &&
    a.every(
      (block, index) =>
        block.text === b[index].text &&
        block.kind === b[index].kind &&
        block.links.length === b[index].links.length &&
        block.marks.length === b[index].marks.length,
    )
  );
}
