/** How measures and their limits are read and shown. */

/** @typedef {number | Record<'chromium' | 'firefox', number>} Limit */
/** @typedef {{unit: string, why: string, most?: Limit, least?: Limit}} Budget */

/** @param {number} value */
export function shown(value) {
  return Math.abs(value) >= 100 || Number.isInteger(value) ? value.toFixed(0) : value.toFixed(1);
}

/**
 * The limit of a measure, in its browser.
 * @param {Limit | undefined} limit
 * @param {import('./engine.js').Measure} measure
 */
export function limitFor(limit, { browser }) {
  return typeof limit === "object" && browser ? limit[browser] : /** @type {number} */ (limit);
}
