/** Where a draft goes: above the signature, below a quote that stands on top, if anything stands below that. */

/** @import { Editor } from "./editor.js" */
/** @import { Reading } from "./reading.js" */

/** What is no paragraph, or holds more than words: what comes above stands before all of it. */
export const BOXES =
  "ul, ol, dl, table, blockquote, pre, figure, img, hr, h1, h2, h3, h4, h5, h6, :has(> hr, > img[src], > span > img)";
/** With paragraphs that are set otherwise: some editors set what is pasted into one as it is. */
const APART = `${BOXES}, [dir=rtl], center, [align], ${["center", "right"].map(
  (side) => `[style*="align:${side}"], [style*="align: ${side}"]`,
)}`;

/** @param {string} value @param {Reading} letter @param {Reading} reading with the signature @param {boolean} above */
export function plainSpot(value, letter, reading, above) {
  const [first] = letter.pieces;
  if (!first) return reading.pieces[0]?.offset ?? (value.endsWith("\n") ? value.length : 0);
  if (first.offset === 0 || above) return first.offset;
  // Below a quote: one empty line stays between the quote and our words.
  return value.startsWith("\n", first.offset) ? first.offset + 1 : first.offset;
}

/**
 * @typedef {object} Spot
 * @property {Range} range a caret
 * @property {Element | null} box that stands behind it, and is to take nothing in
 * @property {string} gap what keeps a draft apart from what comes below
 */

/** @param {Editor} editor @param {boolean} above @returns {Spot} */
export function richSpot(editor, above) {
  const { element } = editor;
  const range = editor.document.createRange();
  const { signature, quotes } = editor.ends();
  const own = above ? editor.readLetter().place(0) : null;
  const line = firstLine(element, quotes, signature);
  const rest = own || line ? null : (signature ?? element.firstElementChild);
  /** @type {any} a text where a signature stands in no element */
  const whole = wholeAt(element, own?.node, line, quotes) ?? rest;
  if (whole) range.setStartBefore(whole);
  else if (own) range.setStart(own.node, own.offset);
  else range.setStart(line ?? element, 0);
  const box = whole?.matches && (whole === rest || whole.matches(APART)) ? whole : null;
  // Elsewhere the second of two is joined to what comes below.
  const gap = box && editor.adapter.engine ? "\n" : "\n\n";
  return { range, box, gap: above || rest || box ? gap : "" };
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
  if (line?.matches(BOXES) && !isEarlier(own, line)) return line;
  if (!own) return line?.matches("br") ? line : null;
  const box = [...element.querySelectorAll(APART)].find(
    (one) => one.contains(own) && !quotes.some((quote) => one.contains(quote)),
  );
  return box ?? inlineFrom(own);
}

/** Whether a node stands before an element. @param {Node | null | undefined} node @param {Element} line */
const isEarlier = (node, line) =>
  node && line.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_PRECEDING;

/**
 * The first line to be seen that is the writer's own: below a quote on top, above a signature.
 *
 * @param {Element} element
 * @param {Element[]} quotes
 * @param {Node | null} signature
 * @returns {Element | null}
 */
function firstLine(element, quotes, signature) {
  for (const line of element.children) {
    if (quotes.includes(line) || !line.checkVisibility()) continue;
    if (isEarlier(signature, line)) return null;
    const isSigned = line.contains(signature);
    if (!isSigned && !quotes.some((quote) => line.contains(quote))) return line;
    // What is around all of a message begins with an empty line.
    const inner = line === signature ? null : firstLine(line, quotes, signature);
    if (inner && !inner.textContent?.trim() && !inner.matches(BOXES)) return inner;
    if (isSigned) return null;
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
