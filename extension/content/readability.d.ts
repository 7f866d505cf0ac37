/** The one part of `@mozilla/readability` that is used; its package types only the whole. */
declare module "@mozilla/readability/Readability-readerable.js" {
  /** Whether a page is likely an article. */
  export default function isProbablyReaderable(document: Document): boolean;
}
