/** Where a draft goes: above the signature, below a quote that stands on top. */

/** @import { Editor } from "./editor.js" */
/** @import { Reading } from "./reading.js" */

/** What is no paragraph: what comes above stands before all of it. */
export const BOXES = "ul, ol, dl, table, blockquote, pre, h1, h2, h3, h4, h5, h6";

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
  if (above) {
    const place = editor.readLetter().place(0);
    const box = [...element.querySelectorAll(BOXES)].find((one) =>
      one.contains(place?.node ?? null),
    );
    if (box) range.setStartBefore(box);
    else if (place) range.setStart(place.node, place.offset);
    return range;
  }
  const { signature, quotes } = editor.ends();
  const line = firstLine(element, quotes, signature);
  if (line?.matches(`br, ${BOXES}`)) range.setStartBefore(line);
  else if (line) range.setStart(line, 0);
  else if (signature && element.contains(signature)) range.setStartBefore(signature);
  else range.setStart(element, element.childNodes.length);
  return range;
}

/**
 * The first empty line that is the writer's own: below a quote on top, above a signature.
 *
 * @param {HTMLElement} element
 * @param {Element[]} quotes
 * @param {Element | null} signature
 * @returns {Element | null}
 */
function firstLine(element, quotes, signature) {
  for (const line of element.children) {
    if (quotes.some((quote) => line.contains(quote))) continue;
    return signature && line.contains(signature) ? null : line;
  }
  return null;
}
