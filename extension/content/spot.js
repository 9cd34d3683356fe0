/** Where a draft goes: above the signature, below a quote that stands on top. */

/** @import { Editor } from "./editor.js" */
/** @import { Reading } from "./reading.js" */

/** What is no paragraph, or holds more than words: what comes above stands before all of it. */
const BOXES =
  "ul, ol, dl, table, blockquote, pre, figure, img, hr, h1, h2, h3, h4, h5, h6, :has(> hr, > img[src], > span > img)";
/** With paragraphs that are set otherwise: some editors set what is pasted into one as it is. */
export const APART = `${BOXES}, [dir=rtl], [align], ${["center", "right"].map(
  (side) => `[style*="align:${side}"], [style*="align: ${side}"]`,
)}`;

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
  const own = above ? editor.readLetter().place(0) : null;
  const line = firstLine(element, quotes, signature);
  const whole = wholeAt(element, own?.node, line, quotes);
  if (whole) range.setStartBefore(whole);
  else if (own) range.setStart(own.node, own.offset);
  else if (line) range.setStart(line, 0);
  else if (signature && element.contains(signature)) range.setStartBefore(signature);
  else range.setStart(element, element.childNodes.length);
  return range;
}

/**
 * What a draft stands before, and not in.
 *
 * @param {HTMLElement} element
 * @param {Node | undefined} own the first words of the letter
 * @param {Element | null} line
 * @param {Element[]} quotes
 */
function wholeAt(element, own, line, quotes) {
  const { DOCUMENT_POSITION_PRECEDING: EARLIER } = Node;
  if (line?.matches(BOXES) && !(own && line.compareDocumentPosition(own) & EARLIER)) return line;
  if (!own) return line?.matches("br") ? line : null;
  const box = [...element.querySelectorAll(APART)].find(
    (one) => one.contains(own) && !quotes.some((quote) => one.contains(quote)),
  );
  return box ?? inlineFrom(own);
}

/**
 * The first line that is the writer's own: below a quote on top, above a signature.
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
