/** How what is painted is called in the browser's registry of highlights. */

/** @typedef {'claim' | 'anonymous' | 'figure' | 'unsourced' | 'active'} Paint */

/**
 * The registered name of a paint in a look. `content/highlights.css` styles each.
 * @param {Paint} paint
 * @param {import('./settings.js').Look} look
 */
export function nameOf(paint, look) {
  return look === "quiet" || paint === "active" ? `whence-${paint}` : `whence-${look}-${paint}`;
}
