/**
 * The golden cases' markup: `{source:the agency} {cue:said}`; marks nest; `\{`, `\}` and `\\` stand for
 * themselves. Pure.
 */

/**
 * A marked text without its marks.
 * @param {string} marked
 */
export function plainText(marked) {
  return marked.replace(/\\([{}\\])|\{[^{}:]*:|\}/g, (_mark, escaped) => escaped ?? "");
}
