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
import { CKEDITOR_5, LEXICAL, markupOf, nodeAt, SLATE, TEXT_ALONE, withoutLast } from "./markup.js";
import { BOXES } from "./spot.js";

/**
 * Chromium takes a caret before a list for one in its first item, unless nobody can write in there and
 * it stands on a line with what comes before it.
 */
const CLOSED = "{ -webkit-user-modify: read-only !important; display: inline-block !important; }";
/** Some editors take over the browser's selection only when it reports the change. */
const SELECTION_MS = 80;
/** Slate takes it over a tenth of a second after that. */
const SLATE_MS = 120;
/** Only in the page's own world can these be told to write above something. */
const ASKED = `${CKEDITOR_5}, ${LEXICAL}`;
/** These take over what changes among their lines as if it had been typed. */
const READING = ".ProseMirror, .ql-editor";
/** What is pasted above a box becomes a part of it here, or the box a part of that. */
const JOINING = `${READING}, ${ASKED}`;
/** TinyMCE inserts 50 ms after the event; four times that is patience enough. */
const PASTE_MS = 200;
/** Until then this stands in its body, and tells it where to. */
const TINYMCE_BIN = "#mcepastebin";
/** An editor that took the paste may be slow; nothing else is tried in its stead. */
const TAKEN_MS = 1000;

/**
 * @typedef {"written" | "altered" | "refused"} Effect
 *   `altered`: the editor took the words and made something else of them; `refused`: it did not take
 *   them, and the draft is as it was
 */

/**
 * Write into a plain field as typing would, so that the page notices and undo works.
 *
 * @param {HTMLInputElement | HTMLTextAreaElement} field
 * @param {number} start
 * @param {number} end
 * @param {string} text
 * @returns {Effect}
 */
export function writePlain(field, start, end, text) {
  const wanted = field.value.slice(0, start) + text + field.value.slice(end);
  // Of nothing at all a deletion would take what stands before the caret.
  if (field.value === wanted) return "written";
  const { maxLength } = field;
  field.focus({ preventScroll: true });
  // It would cut off what is too long.
  if (!hasFocus(field) || (maxLength >= 0 && wanted.length > maxLength)) return "refused";
  field.setSelectionRange(start, end);
  field.ownerDocument.execCommand(text ? "insertText" : "delete", false, text);
  return field.value === wanted ? "written" : "refused";
}

/**
 * @param {Editor} editor
 * @param {Range} range
 * @param {string} text
 * @param {boolean} lines whether the text is made of lines; else it is a few words
 * @param {Element | null} [box] behind the caret, that is to take nothing in
 * @returns {Promise<Effect>}
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
  if (element.matches(ASKED) && hasFocus(element)) {
    const at = [...document.querySelectorAll(ASKED)].indexOf(element);
    await ask("write-above", { html: withoutLast(html), lines, editors: ASKED, at });
  }
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
 * @returns {Promise<Effect>}
 */
async function paste(editor, range, words, changed) {
  const { element } = editor;
  const { text, html, box } = words;
  const event = pasteEvent(editor);
  event.clipboardData?.setData("text/plain", text);
  if (html) event.clipboardData?.setData("text/html", html);
  const target = caretElement(editor);
  // Squire and TinyMCE step into a list as well, and Squire back into a quote; yet not past words, be they none.
  const stop = new Text();
  if (box) {
    range.insertNode(stop);
    editor.document.getSelection()?.collapse(stop);
  }
  target.dispatchEvent(event);
  const patience = event.defaultPrevented ? TAKEN_MS : PASTE_MS;
  const taken = await comesTrue(editor, changed, patience);
  stop.remove();
  if (taken) return "written";
  // Slate hears of no command: what it shows would be sent without those words.
  if (event.defaultPrevented || element.matches(SLATE) || !hasFocus(element)) return "refused";
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
  const { document, page, window: view } = editor;
  const [first = "", ...more] = lines ? "" : text;
  const last = more.at(-1);
  const was = String(range);
  const before = last && was.startsWith(first) ? first.length : 0;
  const behind = last && !before && was !== last && was.endsWith(last) ? last.length : 0;
  range.setStart(range.startContainer, range.startOffset + before);
  range.setEnd(range.endContainer, range.endOffset - behind);
  editor.put(range.cloneRange());
  const open = box ? addStyle(document, view, pathTo(box) + CLOSED) : () => {};
  if (html && (lines || (page && !before && !behind))) {
    const joined = withoutLast(html);
    // Firefox sets a break of its own behind a last line that is empty.
    const told = page ? joined.replace(/<br>(<\/\w+>)$/, " $1") : joined;
    document.execCommand("insertHTML", false, told);
  } else document.execCommand("insertText", false, text.slice(before, text.length - behind));
  open();
}

/** @param {Element} element @returns {string} a selector of it alone */
function pathTo(element) {
  const { parentElement: around } = element;
  if (!around) return ":root";
  return `${pathTo(around)} > :nth-child(${[...around.children].indexOf(element) + 1})`;
}

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
  if (editor.element.matches(SLATE)) await pause(SLATE_MS);
}

/** @param {Editor} editor @param {Range} range */
async function select(editor, range) {
  const moved = Promise.withResolvers();
  editor.document.addEventListener("selectionchange", moved.resolve, { once: true });
  editor.put(range.cloneRange());
  await Promise.race([moved.promise, pause(SELECTION_MS)]);
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
function hasFocus(field) {
  /** @type {any} */
  const root = field.getRootNode();
  const at = root.activeElement;
  // An editor may be inside of an editor; the page's own body, where nothing has the focus, is none.
  return field.contains(at) || Boolean(at?.isContentEditable && at.contains(field));
}

/**
 * Firefox hands an event without its data to the page if it is made in the extension's world, so there
 * it is made with the page's own class and filled afterwards.
 *
 * @param {Editor} editor
 * @returns {ClipboardEvent}
 */
function pasteEvent({ page, window: view }) {
  const options = { bubbles: true, cancelable: true, composed: true };
  /** @type {any} */
  const { cloneInto } = globalThis;
  return page
    ? new page.ClipboardEvent("paste", cloneInto(options, view))
    : new view.ClipboardEvent("paste", { ...options, clipboardData: new view.DataTransfer() });
}

/**
 * Whether something becomes true of the editor's content within its time.
 *
 * @param {Editor} editor
 * @param {() => boolean} question
 * @param {number} [patience] in milliseconds
 * @returns {Promise<boolean>}
 */
export async function comesTrue({ element }, question, patience = PASTE_MS) {
  const heard = Promise.withResolvers();
  const observer = new MutationObserver(() => question() && heard.resolve(true));
  observer.observe(element, { childList: true, characterData: true, subtree: true });
  await Promise.race([question() || heard.promise, pause(patience)]);
  observer.disconnect();
  return question();
}

/** @param {number} ms */
function pause(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
