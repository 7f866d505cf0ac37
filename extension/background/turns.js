/**
 * Whose turn it is: work that waits goes shortest first, so that nobody waits for more than the one turn that
 * runs. What one asks and asked counts together: whoever asks again and again goes behind the others. What was
 * passed over for long has its turn all the same, every other one at most. What is begun holds room until it is
 * done: what is too large beside it waits, and what is small passes. Pure.
 */

/** How long what comes in is heard between two turns, ms. */
const LISTEN = 50;

/**
 * So many times in turn nothing must have come in. What another process has sent may come some tasks later: by
 * one alone a short scan in Chromium waited for all the long ones (0.6 to 1.1 s), by three for one (0.15 s).
 */
const STILL = 3;

/** How long work waits until it goes before what is shorter, ms. */
const PATIENCE = 2_000;

/**
 * Work in steps, each of which is a turn; others may have theirs between. A step says what the next costs, ms.
 * What it throws is its own affair.
 * @typedef {AsyncGenerator<number, void> | Generator<number, void>} Steps
 *
 * @typedef {object} Job
 * @property {unknown} whose
 * @property {Steps} steps
 * @property {number} cost of what is next, about, ms
 * @property {number} had what its steps so far took, ms
 * @property {number} since when it came, ms
 * @property {number} size of the room that it holds once it is begun
 * @property {boolean} begun
 */

export class Turns {
  /** In the order in which it came. @type {Job[]} */
  #waiting = [];
  /** What those cost who had their turns and wait again, ms, by whose they were. @type {Map<unknown, number>} */
  #had = new Map();
  #busy = false;
  #heard = 0;
  #room;
  #now;

  /**
   * @param {number} [room] for what is begun; what is larger is begun alone
   * @param {() => number} [now] a clock, ms
   */
  constructor(room = Infinity, now = () => performance.now()) {
    this.#room = room;
    this.#now = now;
  }

  /** Notes that something came in: more may be on its way, of those whose turn it is. */
  hear() {
    this.#heard += 1;
  }

  /**
   * Adds work, to be done in its turn.
   * @param {unknown} whose
   * @param {number} cost of its first step, about, ms
   * @param {Steps} steps
   * @param {number} [size] of the room that it needs
   */
  add(whose, cost, steps, size = 0) {
    const since = this.#now();
    this.#waiting.push({ whose, steps, cost, had: 0, since, size, begun: false });
    if (!this.#busy) this.#go();
  }

  async #go() {
    this.#busy = true;
    let passedOver = false;
    while (this.#waiting.length > 0) {
      /** @type {Job | undefined} */
      const late = passedOver ? undefined : this.#late();
      passedOver = late !== undefined;
      const job = late ?? this.#shortest();
      if (await this.#isDone(job)) this.#remove(job);
      await this.#listen();
    }
    this.#busy = false;
  }

  /** What there is room for beside what is begun, in the order in which it came. */
  #fitting() {
    const begun = this.#waiting.filter((job) => job.begun);
    const held = begun.reduce((sum, job) => sum + job.size, 0);
    const fits = (/** @type {Job} */ job) =>
      job.begun || begun.length === 0 || held + job.size <= this.#room;
    return this.#waiting.filter(fits);
  }

  /** What has waited longest, where that is too long. */
  #late() {
    const [first] = this.#fitting();
    return this.#now() - first.since > PATIENCE ? first : undefined;
  }

  /**
   * Does the next step; whether it was the last.
   * @param {Job} job
   */
  async #isDone(job) {
    const began = this.#now();
    job.begun = true;
    try {
      const { done, value } = await job.steps.next();
      if (!done) job.cost = value;
      return done;
    } catch {
      return true; // told by the work itself
    } finally {
      job.had += this.#now() - began;
    }
  }

  /** @param {Job} job */
  #remove(job) {
    const { whose, had } = job;
    this.#waiting.splice(this.#waiting.indexOf(job), 1);
    // Who waits for nothing more begins anew.
    if (!this.#waiting.some((other) => other.whose === whose)) this.#had.delete(whose);
    else this.#had.set(whose, (this.#had.get(whose) ?? 0) + had);
  }

  /** What costs least of what fits, together with what the same one asked before it. */
  #shortest() {
    const asked = new Map(this.#had);
    const fitting = new Set(this.#fitting());
    let [shortest] = fitting;
    let least = Infinity;
    for (const job of this.#waiting) {
      const sum = (asked.get(job.whose) ?? 0) + job.cost;
      asked.set(job.whose, sum);
      if (sum < least && fitting.has(job)) [shortest, least] = [job, sum];
    }
    return shortest;
  }

  /** Until what came in meanwhile was heard; of one who never stops, no longer than that. */
  async #listen() {
    const end = this.#now() + LISTEN;
    let still = 0;
    while (still < STILL && this.#now() < end) {
      const before = this.#heard;
      await new Promise((done) => setTimeout(done));
      still = this.#heard === before ? still + 1 : 0;
    }
  }
}
