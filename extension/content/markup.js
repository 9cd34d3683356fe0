/** What is written into an editor, as the markup that this editor takes for a paste of the person's own. */

/** @import { Editor } from "./editor.js" */

import { isInline } from "./spot.js";

export const CKEDITOR_5 = ".ck-editor__editable";
export const LEXICAL = "[data-lexical-editor]";
export const SLATE = "[data-slate-editor]";
/** Of pasted markup these lose empty lines, or all of it; text they take as it is. */
export const TEXT_ALONE = `${LEXICAL}, .ProseMirror, .public-DraftEditor-content, ${SLATE}`;
const CKEDITOR_4 = ".cke_editable";
/** It keeps a link and bold type of itself, and marks them in what is pasted; Slate takes no markup. */
const KEEPING = `${CKEDITOR_4}, ${SLATE}`;
/** What is written between two letters of a link, or of bold words, these leave in there. */
const HOLDING = ".ProseMirror, .ql-editor, .mce-content-body, #rooster-editor";
/** Of the link that the caret is in, CKEditor 5 says so. */
const ENTERED = "ck-link_selected";
/** The empty line that a paste joins to what stands there; where nothing is joined it is one too many. */
const JOINED = /<[^<]+><br><\/\w+>$/;
const COLOURED = '[style^="color:"], [style*=" color:"]';

/**
 * What is written as markup; "" where the editor takes it as it is.
 *
 * @param {Editor} editor
 * @param {Range} range
 * @param {string} text
 * @param {boolean} lines
 */
export function markupOf({ element, adapter, page }, range, text, lines) {
  if (element.matches(lines ? TEXT_ALONE : KEEPING)) return "";
  const { engine, block } = adapter;
  const rooster9 = engine === "rooster9";
  const colour = rooster9 ? colourAt(range) : "";
  if (!lines) {
    const five = element.matches(CKEDITOR_5);
    // It drops white space at either end.
    if (five && text !== text.trim()) return "";
    return inlineOf(range, text, colour, five || Boolean(engine));
  }
  const html = asHTML(text, block, colour);
  return rooster9 || (page && element.matches(CKEDITOR_4)) ? withoutLast(html) : html;
}

/**
 * Squire takes spaces away at either end of what is pasted, and makes others of those around it: the letters
 * around go along, but not the last of a line, behind which it would set a break. What it pastes into a link
 * parts that. Other editors, and Squire in words that are bold as a whole, need letters that stay.
 *
 * @param {Editor} editor
 * @param {Range} range grows by those letters, or leaves out those that stay
 * @param {string} text
 */
export function withLetters({ adapter, element }, range, text) {
  const { startContainer, startOffset, endContainer, endOffset } = range;
  /** @type {any} */
  const { data, parentElement } = startContainer;
  const squire = adapter.engine === "squire";
  const holds = element.matches(HOLDING);
  if (!data || startContainer !== endContainer || !(squire || holds)) return text;
  const whole = data === String(range);
  if (holds || (whole && !parentElement.closest("a"))) return withoutKept(range, text, whole);
  const [before = ""] = /\S *$/u.exec(data.slice(0, startOffset)) ?? [];
  const [behind = ""] = /^ *\S(?=.)/u.exec(data.slice(endOffset)) ?? [];
  range.setStart(startContainer, startOffset - before.length);
  range.setEnd(endContainer, endOffset + behind.length);
  return before + text + behind;
}

/**
 * What is pasted at an end of a link, or of bold words, may leave them, or be bold twice.
 *
 * @param {Range} range of one text; shrinks by the first letter, and by the last, where they stay
 * @param {string} text
 * @param {boolean} whole whether the range holds all of its text
 * @returns {string} the text without those
 */
function withoutKept(range, text, whole) {
  const { startContainer: node, startOffset, endOffset } = range;
  const [first = "", ...more] = text;
  const last = more.at(-1) ?? "";
  const was = String(range);
  const holds = was.length > first.length + last.length && was.startsWith(first);
  const ends = was.endsWith(last);
  const kept = ends ? last.length : 0;
  const rest = text.slice(first.length, text.length - kept);
  // A space at either end of it would be lost, or become another.
  if (!more[1] || !holds || (whole && !ends) || rest !== rest.trim()) return text;
  range.setStart(node, startOffset + first.length);
  range.setEnd(node, endOffset - kept);
  return rest;
}

/**
 * The colour that words were given: in its dark mode the editor shows another, and keeps this one behind it.
 *
 * @param {Range} range
 * @returns {string} "" where they have the page's own
 */
function colourAt(range) {
  const at = nodeAt(range);
  const given = (at.closest ? at : at.parentElement)?.closest(COLOURED);
  return /(#\w+|\w+\([\d., %]+\)|\w+)\)?$/.exec(given?.style.color)?.[1] ?? "";
}

/**
 * Words in place of all that a link or bold words hold: written as they are, they may end both. Some
 * editors end them around a part of them too.
 *
 * @param {Range} range
 * @param {string} text
 * @param {string} colour
 * @param {boolean} ends whether the editor is one of those
 * @returns {string} "" where they stand in something else
 */
function inlineOf(range, text, colour, ends) {
  const was = String(range);
  let html = "";
  /** @type {string | Element} */
  let words = text;
  for (
    let around = range.startContainer.parentElement;
    was &&
    around &&
    (around.textContent === was || (ends && around.contains(range.endContainer))) &&
    isInline(around);
    around = around.parentElement
  ) {
    /** @type {any} */
    const copy = around.cloneNode();
    copy.classList.remove(ENTERED);
    if (!copy.className) copy.removeAttribute("class");
    copy.append(words);
    html = copy.outerHTML;
    words = copy;
  }
  return colour ? coloured("span", words, colour) : html;
}

/** What begins with a range, or what that begins in. @param {Range} range @returns {any} a text or an element */
export const nodeAt = ({ startContainer, startOffset }) =>
  startContainer.childNodes[startOffset] ?? startContainer;

/** Markup without an empty line that would be one too many. @param {string} html */
export const withoutLast = (html) => html.replace(JOINED, "");

/**
 * Lines as the editor itself would have made them when typed.
 *
 * @param {string} text
 * @param {"div" | "p"} [block]
 * @param {string} [colour]
 */
function asHTML(text, block = "div", colour = "") {
  // An empty part at the end keeps apart what stood there before.
  const parts = text.split(block === "p" ? /\n{2,}/ : "\n");
  const lines = parts.map((part) => coloured(block, part || "\n", colour));
  return lines.join("").replaceAll("\n", "<br>");
}

/** @param {string} tag @param {string | Element} words @param {string} colour "" for none */
function coloured(tag, words, colour) {
  const element = document.createElement(tag);
  element.style.color = colour;
  element.append(words);
  return element.outerHTML;
}
