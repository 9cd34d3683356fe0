/**
 * Writing into an editor as if the person had pasted: one step, that one undo takes back.
 *
 * Editors with a model of their own (TinyMCE, Squire, CKEditor, rooster …) take a synthetic paste
 * as their own undo step; `execCommand` is right only where no editor handles it. Whether a paste
 * was prevented proves nothing: only changed words do.
 */

/** @import { Editor } from "./editor.js" */

import { ask } from "../browser.js";
import { addStyle } from "./highlight.js";
import { BOXES, isInline } from "./spot.js";

/**
 * Chromium takes a caret before a list for one in its first item, unless nobody can write in there and
 * it stands on a line with what comes before it.
 */
const CLOSED = "{ -webkit-user-modify: read-only !important; display: inline-block !important; }";
/** Some editors take over the browser's selection only when it reports the change. */
const SELECTION_MS = 80;
/** Slate takes it over a tenth of a second after that. */
const SLATE = { is: "[data-slate-editor]", ms: 120 };
const CKEDITOR_5 = ".ck-editor__editable";
const LEXICAL = "[data-lexical-editor]";
/** Only in the page's own world can these be told to write above something. */
const ASKED = `${CKEDITOR_5}, ${LEXICAL}`;
/** These take over what changes among their lines as if it had been typed. */
const READING = ".ProseMirror, .ql-editor";
/** Of pasted markup these lose empty lines, or all of it; text they take as it is. */
const TEXT_ALONE = `${LEXICAL}, .ProseMirror, .public-DraftEditor-content, ${SLATE.is}`;
/** What is pasted above a box becomes a part of it here, or the box a part of that. */
const JOINING = `${READING}, ${ASKED}`;
/** These keep a link and bold type of themselves, and lose or mark them in what is pasted. */
const KEEPING = `${CKEDITOR_5}, .cke_editable`;
/** The empty line that a paste joins to what stands there; where nothing is joined it is one too many. */
const JOINED = /<[^<]+><br><\/\w+>$/;
const COLOURED = '[style^="color:"], [style*=" color:"]';
/** TinyMCE inserts 50 ms after the event; four times that is patience enough. */
const PASTE_MS = 200;
/** Until then this stands in its body, and tells it where to. */
const TINYMCE_BIN = "#mcepastebin";
/** An editor that took the paste may be slow; nothing else is tried in its stead. */
const TAKEN_MS = 1000;

/**
 * @typedef {"written" | "altered" | "refused"} Outcome
 *   `altered`: the editor took the words and made something else of them; `refused`: it did not take
 *   them, and the draft is as it was
 */

/** @param {Editor} editor @param {number} start @param {number} end @param {string} text */
export async function writePlain(editor, start, end, text) {
  const { area } = editor;
  if (!area) return "refused";
  const wanted = area.value.slice(0, start) + text + area.value.slice(end);
  area.focus({ preventScroll: true });
  if (!hasFocus(area) || !hasRoom(area, wanted)) return "refused";
  area.setSelectionRange(start, end);
  editor.document.execCommand("insertText", false, text);
  return area.value === wanted ? "written" : "refused";
}

/**
 * @param {Editor} editor
 * @param {Range} range
 * @param {string} text
 * @param {boolean} lines whether the text is made of lines; else it is a few words
 * @param {Element | null} [box] behind the caret, that is to take nothing in
 * @returns {Promise<Outcome>}
 */
export async function writeRich(editor, range, text, lines, box = null) {
  const { element } = editor;
  // Such an editor may take a caret before a box for one behind what comes before.
  if (box?.matches(":read-write") && element.matches(ASKED)) range.setStart(box, 0);
  await selectAndWait(editor, range);
  const before = element.innerHTML;
  const changed = () => element.innerHTML !== before && !element.querySelector(TINYMCE_BIN);
  const html = markupOf(editor, range, text, lines);
  if (lines && text.endsWith("\n")) await writeAbove(editor, range, text, html);
  if (changed()) return "written";
  const joins = box?.matches(BOXES) ? `${JOINING}, ${TEXT_ALONE}` : JOINING;
  if (box && element.matches(joins)) return "refused";
  return paste(editor, range, { text, html, box, lines }, changed);
}

/**
 * Write above words, or above a box, where what is pasted is joined to them.
 *
 * @param {Editor} editor
 * @param {Range} range
 * @param {string} text
 * @param {string} html
 */
async function writeAbove({ document, element }, range, text, html) {
  const lines = text.replace(/\n$/, "").split("\n");
  if (element.matches(ASKED) && hasFocus(element))
    await ask("write-above", { html: html.replace(JOINED, ""), lines });
  if (!element.matches(READING)) return;
  const at = nodeAt(range);
  const first = [...element.children].find((line) => line.contains(at));
  // Of a text that is pasted ProseMirror takes no empty lines.
  for (const words of html ? lines : lines.filter(Boolean)) {
    const line = document.createElement("p");
    line.textContent = words;
    element.insertBefore(line, first ?? null);
  }
  // It may set its own lines again.
  await pause(SELECTION_MS);
}

/**
 * @typedef {object} Words
 * @property {string} text
 * @property {string} html "" where the editor takes the text as it is
 * @property {Element | null} box
 * @property {boolean} lines
 */

/**
 * @param {Editor} editor
 * @param {Range} range
 * @param {Words} words
 * @param {() => boolean} changed whether they are there
 * @returns {Promise<Outcome>}
 */
async function paste(editor, range, words, changed) {
  const { element, window: view } = editor;
  const { text, html, box } = words;
  const event = pasteEvent(view);
  event.clipboardData?.setData("text/plain", text);
  if (html) event.clipboardData?.setData("text/html", html);
  const target = caretElement(editor);
  // Squire and TinyMCE step into a list as well, yet not past words, be they none.
  const stop = document.createTextNode("");
  if (box) range.insertNode(stop);
  target.dispatchEvent(event);
  const patience = event.defaultPrevented ? TAKEN_MS : PASTE_MS;
  const taken = await comesTrue(editor, changed, patience);
  stop.remove();
  if (taken) return "written";
  if (event.defaultPrevented || !hasFocus(element)) return "refused";
  command(editor, range, words);
  return changed() ? "written" : "refused";
}

/**
 * Let the browser write. Words that are typed over all of a link, or of bold words, stay what those were; in
 * Firefox only where a letter stays: else they end both, and swallow the space behind.
 *
 * @param {Editor} editor
 * @param {Range} range
 * @param {Words} words
 */
function command(editor, range, { text, html, box, lines }) {
  const { document, window: view } = editor;
  const [first = ""] = text;
  const stays = !lines && text !== first && String(range).startsWith(first) ? first.length : 0;
  range.setStart(range.startContainer, range.startOffset + stays);
  editor.put(range.cloneRange());
  const open = box ? addStyle(document, view, pathTo(box) + CLOSED) : () => {};
  if (html && (lines || (!stays && pageOf(view))))
    document.execCommand("insertHTML", false, html.replace(JOINED, ""));
  else document.execCommand("insertText", false, text.slice(stays));
  open();
}

/** @param {Element} element @returns {string} a selector of it alone */
function pathTo(element) {
  const { parentElement: around } = element;
  if (!around) return ":root";
  return `${pathTo(around)} > :nth-child(${[...around.children].indexOf(element) + 1})`;
}

/** What begins with a range, or what that begins in. @param {Range} range @returns {any} a text or an element */
const nodeAt = ({ startContainer, startOffset }) =>
  startContainer.childNodes[startOffset] ?? startContainer;

/**
 * Some editors put their own selection back when they get the focus (ProseMirror does so once, where
 * ours is the very start): then it is set again.
 *
 * @param {Editor} editor
 * @param {Range} range
 */
async function selectAndWait(editor, range) {
  editor.focus();
  await select(editor, range);
  const now = editor.document.getSelection();
  const same = now?.anchorNode === range.startContainer && now.anchorOffset === range.startOffset;
  if (!same) await select(editor, range);
  if (editor.element.matches(SLATE.is)) await pause(SLATE.ms);
}

/** @param {Editor} editor @param {Range} range */
async function select(editor, range) {
  const heard = new AbortController();
  const moved = new Promise((resolve) => {
    editor.document.addEventListener("selectionchange", resolve, { signal: heard.signal });
  });
  editor.put(range.cloneRange());
  await Promise.race([moved, pause(SELECTION_MS)]);
  heard.abort();
}

/**
 * The element that the caret stands in: where a real paste would be dispatched.
 *
 * @param {Editor} editor
 */
function caretElement(editor) {
  const node = editor.document.getSelection()?.focusNode;
  const element = node?.nodeType === Node.ELEMENT_NODE ? node : node?.parentElement;
  return element && editor.element.contains(element) ? element : editor.element;
}

/**
 * Whether a field, or what it is a part of, has the focus: a command writes into whatever has it, and
 * a webmail may draw its fields anew at any moment.
 *
 * @param {HTMLElement} field
 */
export function hasFocus(field) {
  /** @type {any} */
  const root = field.getRootNode();
  const at = root.activeElement;
  // An editor may be inside of an editor; the page's own body, where nothing has the focus, is none.
  return field.contains(at) || Boolean(at?.isContentEditable && at.contains(field));
}

/** Whether a field takes so many characters: it would cut off the rest. @param {HTMLInputElement | HTMLTextAreaElement} field @param {string} words */
export const hasRoom = ({ maxLength }, words) => maxLength < 0 || words.length <= maxLength;

/**
 * What is written as markup; "" where the editor takes it as it is.
 *
 * @param {Editor} editor
 * @param {Range} range
 * @param {string} text
 * @param {boolean} lines
 */
function markupOf({ element, adapter }, range, text, lines) {
  if (element.matches(lines ? TEXT_ALONE : KEEPING)) return "";
  const colour = adapter.rooster9 ? colourAt(range) : "";
  if (!lines) return inlineOf(range, text, colour, adapter.rooster9);
  const html = asHTML(text, adapter.block, colour);
  return adapter.rooster9 ? html.replace(JOINED, "") : html;
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
 * Words in place of all that a link or bold words hold: written as they are, they may end both. roosterjs 9
 * ends them around a part of them too.
 *
 * @param {Range} range
 * @param {string} text
 * @param {string} colour
 * @param {boolean} [parts]
 * @returns {string} "" where they stand in something else
 */
function inlineOf(range, text, colour, parts) {
  const was = String(range);
  let html = "";
  /** @type {string | Element} */
  let words = text;
  for (
    let around = range.startContainer.parentElement;
    was &&
    around &&
    (around.textContent === was || (parts && around.contains(range.endContainer))) &&
    isInline(around);
    around = around.parentElement
  ) {
    /** @type {any} */
    const copy = around.cloneNode();
    copy.append(words);
    html = copy.outerHTML;
    words = copy;
  }
  if (!colour) return html;
  const coloured = document.createElement("span");
  coloured.style.color = colour;
  coloured.append(words);
  return coloured.outerHTML;
}

/**
 * Firefox hands an event without its data to the page if it is made in the extension's world, so there
 * it is made with the page's own class and filled afterwards.
 *
 * @param {Window & typeof globalThis} view
 * @returns {ClipboardEvent}
 */
function pasteEvent(view) {
  const options = { bubbles: true, cancelable: true, composed: true };
  const page = pageOf(view);
  /** @type {any} */
  const { cloneInto } = globalThis;
  return page
    ? new page.ClipboardEvent("paste", cloneInto(options, view))
    : new view.ClipboardEvent("paste", { ...options, clipboardData: new view.DataTransfer() });
}

/** In Firefox, a window as its page has it. @param {any} view */
const pageOf = (view) => view.wrappedJSObject;

/**
 * Lines as the editor itself would have made them when typed.
 *
 * @param {string} text
 * @param {"div" | "p"} [block]
 * @param {string} [colour]
 */
function asHTML(text, block = "div", colour = "") {
  const style = colour && ` style="color:${colour}"`;
  const lines = text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
  // An empty part at the end keeps apart what stood there before.
  const parts = lines.split(block === "p" ? /\n{2,}/ : "\n");
  return parts
    .map((part) => `<${block}${style}>${part.replaceAll("\n", "<br>") || "<br>"}</${block}>`)
    .join("");
}

/**
 * Whether something becomes true of the editor's content within its time.
 *
 * @param {Editor} editor
 * @param {() => boolean} question
 * @param {number} [patience] in milliseconds
 * @returns {Promise<boolean>}
 */
export function comesTrue(editor, question, patience = PASTE_MS) {
  if (question()) return Promise.resolve(true);
  return new Promise((resolve) => {
    /** @param {boolean} answer */
    const finish = (answer) => {
      clearTimeout(timer);
      observer.disconnect();
      resolve(answer);
    };
    const observer = new MutationObserver(() => {
      if (question()) finish(true);
    });
    observer.observe(editor.element, { childList: true, characterData: true, subtree: true });
    const timer = setTimeout(() => finish(question()), patience);
  });
}

/** @param {number} ms */
function pause(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
