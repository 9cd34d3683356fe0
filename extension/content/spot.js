/** Where a draft goes: above the signature, below a quote that stands on top. */

/** @import { Editor } from "./editor.js" */
/** @import { Reading } from "./reading.js" */

/** @param {string} value @param {Reading} letter @param {boolean} above */
export function plainSpot(value, letter, above) {
  const [first] = letter.pieces;
  if (!first) return value.length;
  if (first.offset === 0 || above) return first.offset;
  // Below a quote: one empty line stays between the quote and our words.
  return value.startsWith("\n", first.offset) ? first.offset + 1 : first.offset;
}

/** @param {Editor} editor @param {boolean} above @returns {Range} */
export function richSpot(editor, above) {
  const { element } = editor;
  const range = editor.document.createRange();
  const { signature, quotes } = editor.ends();
  if (above) {
    const place = editor.readLetter().place(0);
    if (place) range.setStart(place.node, place.offset);
    return range;
  }
  const first = firstSpot(element, quotes, signature);
  if (first instanceof editor.window.Element || first?.nodeType === Node.ELEMENT_NODE) {
    range.setStart(/** @type {Node} */ (first), 0);
  } else if (first) {
    range.setStartBefore(first);
  } else if (signature && element.contains(signature)) {
    range.setStartBefore(signature);
  } else {
    range.selectNodeContents(element);
    range.collapse(false);
  }
  range.collapse(true);
  return range;
}

/**
 * The first empty line that is the writer's own: below a quote on top, above a signature.
 *
 * @param {HTMLElement} element
 * @param {Element[]} quotes
 * @param {Element | null} signature
 * @returns {Node | null}
 */
function firstSpot(element, quotes, signature) {
  let below = false;
  for (const node of element.childNodes) {
    if (quotes.some((quote) => node.contains(quote))) {
      if (below) break;
      continue;
    }
    if (signature && node.contains(signature)) break;
    if (node.nodeType !== Node.ELEMENT_NODE) continue;
    if (node.nodeName === "BR") return element.childNodes.length === 1 ? element : node;
    below = true;
    return node;
  }
  return null;
}
