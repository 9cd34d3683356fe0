/** Where a draft goes: above the signature, below a quote that stands on top. */

/** @import { Editor } from "./editor.js" */
/** @import { Reading } from "./reading.js" */

/** What is no paragraph: what comes above stands before all of it. */
const BOXES = `ul, ol, dl, table, blockquote, pre, figure, hr, h1, h2, h3, h4, h5, h6`;
/** With paragraphs that are set otherwise: some editors set what is pasted into one as it is. */
export const APART = `${BOXES}, [dir=rtl], [align], [style*="align: center"], [style*="align: right"]`;

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
  const own = above && editor.readLetter().place(0);
  if (own) {
    const box = [...element.querySelectorAll(APART)].find(
      (one) => one.contains(own.node) && !quotes.some((quote) => one.contains(quote)),
    );
    const start = box ?? inlineFrom(own.node);
    if (start) range.setStartBefore(start);
    else range.setStart(own.node, own.offset);
    return range;
  }
  const line = firstLine(element, quotes, signature);
  if (line?.matches(`br, img, ${BOXES}`)) range.setStartBefore(line);
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

/**
 * The link, or bold words, that begin with a text: what is pasted inside would be a part of them.
 *
 * @param {Node} text
 * @returns {Element | null}
 */
function inlineFrom(text) {
  const around = text.parentElement;
  if (around?.firstChild !== text || !isInline(around)) return null;
  return inlineFrom(around) ?? around;
}

/** Whether it is a part of a line; never the editor itself. @param {Element} element */
export const isInline = (element) =>
  element.parentElement?.isContentEditable && getComputedStyle(element).display === "inline";
