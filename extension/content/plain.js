/**
 * The page's document and elements as the DOM means them. The fields of a form and the names of
 * images take the place of what is asked of the form or the document: with `<input name="firstChild">`
 * in it, `form.firstChild` is that field.
 */

/** The document, with nothing of the page's in the way. */
export const page = /** @type {Document} */ (past(document, Document.prototype));

/**
 * An element or other node to be asked, not to be kept or handed to the browser.
 * @template {Node} T
 * @param {T} node
 * @returns {T}
 */
export function plain(node) {
  return node instanceof HTMLFormElement
    ? /** @type {any} */ (past(node, HTMLFormElement.prototype))
    : node;
}

/**
 * The element around a node, over the edge of a shadow tree too.
 * @param {Node} node
 * @returns {Element | null}
 */
export function elementAround(node) {
  const { parentElement } = plain(node);
  if (parentElement !== null) return parentElement;
  const root = plain(node).getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

/**
 * @param {Node} node
 * @param {object} prototype whose properties are the DOM's own
 */
function past(node, prototype) {
  return new Proxy(node, {
    get(_node, name) {
      const value = Reflect.get(prototype, name, node);
      return typeof value === "function" ? value.bind(node) : value;
    },
  });
}
