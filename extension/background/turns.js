/**
 * Whose turn it is: work that waits goes round those it is for, so that one who asks again and again waits
 * for the others too. Pure.
 */

/** How long what comes in is heard between two turns, ms. */
const LISTEN = 50;

export class Turns {
  /** Work by whom it is for; the next to have a turn stands first. @type {Map<unknown, (() => unknown)[]>} */
  #waiting = new Map();
  #busy = false;
  #heard = 0;

  /** Notes that something came in: more may be on its way, of those whose turn it is. */
  hear() {
    this.#heard += 1;
  }

  /**
   * Adds work, to be done in its turn.
   * @param {unknown} whose
   * @param {() => unknown} work what it throws is its own affair
   */
  add(whose, work) {
    const own = this.#waiting.get(whose);
    if (own) own.push(work);
    else this.#waiting.set(whose, [work]);
    if (!this.#busy) this.#go();
  }

  async #go() {
    this.#busy = true;
    while (this.#waiting.size > 0) {
      const [[whose, own]] = this.#waiting;
      this.#waiting.delete(whose);
      const work = own.shift();
      if (own.length > 0) this.#waiting.set(whose, own); // behind the others
      try {
        await work?.();
      } catch {
        // told by the work itself
      }
      await this.#listen();
    }
    this.#busy = false;
  }

  /** Until what came in meanwhile was heard; of one who never stops, no longer than that. */
  async #listen() {
    const end = Date.now() + LISTEN;
    let before;
    do {
      before = this.#heard;
      await new Promise((done) => setTimeout(done));
    } while (this.#heard !== before && Date.now() < end);
  }
}
