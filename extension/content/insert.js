/**
 * Writing into a draft as if the person had pasted: one step, that one undo takes back.
 *
 * Editors with a model of their own (TinyMCE, Squire, CKEditor, rooster …) take a synthetic paste
 * as their own undo step; `execCommand` is right only where no editor handles it. Whether a paste
 * was prevented proves nothing: only changed words do.
 */

/** @import { Editor } from "./editor.js" */
/** @import { Reading } from "./text.js" */

/** Some editors take over the browser's selection only when it reports the change. */
const SELECTION_MS = 80;
/** TinyMCE 8 inserts 50 ms after the event; four times that is patience enough. */
const PASTE_MS = 200;

/**
 * @typedef {"written" | "altered" | "refused"} Outcome
 *   `altered`: the editor took the words and made something else of them; `refused`: it did not take
 *   them, and the draft is as it was
 */

/**
 * Insert a draft above the signature, below a quote that stands on top.
 *
 * @param {Editor} editor
 * @param {string} text
 * @returns {Promise<{outcome: Outcome, above: boolean}>}
 *   `above`: the draft held words already, and ours stand above them
 */
export async function insertDraft(editor, text) {
  const above = editor.readLetter().text.trim() !== "";
  if (editor.area) {
    const { value } = editor.area;
    const at = plainSpot(value, editor.readLetter(), above);
    const gap = above ? "\n\n" : value.length > at && !value.startsWith("\n", at) ? "\n\n" : "";
    return { outcome: await writePlain(editor, at, at, text + gap), above };
  }
  const words = above ? `${text}\n\n` : text;
  const outcome = await writeRich(editor, richSpot(editor, above), words, true);
  const holds = () => holdsLines(editor.read().text, text);
  if (outcome === "written" && !(await comesTrue(editor, holds)))
    return { outcome: "altered", above };
  return { outcome, above };
}

/** Whether all lines of `text` stand in `body`, in their order, whatever the space between. */
/** @param {string} body @param {string} text */
function holdsLines(body, text) {
  const folded = fold(body);
  let at = 0;
  return text.split("\n").every((line) => {
    const found = folded.indexOf(fold(line), at);
    at = found + fold(line).length;
    return found >= 0;
  });
}

/** @param {string} text */
const fold = (text) => text.replace(/\s+/g, " ").trim();

/**
 * Replace the words from `start` to `end` of `reading` by `text`, if `quote` still stands there.
 *
 * @param {Editor} editor
 * @param {Reading} reading read just now
 * @param {{start: number, end: number, text: string}} edit
 * @returns {Promise<Outcome>}
 */
export async function replaceWords(editor, reading, edit) {
  const { start, end, text } = widened(reading, edit);
  if (editor.area) {
    const from = reading.place(start, start === end)?.offset ?? 0;
    const to = start === end ? from : (reading.place(end, true)?.offset ?? from);
    return writePlain(editor, from, to, text);
  }
  const range = reading.range(start, end);
  return range ? writeRich(editor, range, text, false) : "refused";
}

/**
 * Set a one-line field as typing would, so that the page notices and undo works.
 *
 * @param {HTMLInputElement} input
 * @param {number} start
 * @param {number} end
 * @param {string} text
 * @returns {Outcome}
 */
export function replaceInField(input, start, end, text) {
  const wanted = input.value.slice(0, start) + text + input.value.slice(end);
  input.focus({ preventScroll: true });
  input.setSelectionRange(start, end);
  input.ownerDocument.execCommand(text ? "insertText" : "delete", false, text);
  return input.value === wanted ? "written" : "refused";
}

/**
 * A paste of nothing does nothing: a deletion takes one neighbour along and puts it back.
 *
 * @param {Reading} reading
 * @param {{start: number, end: number, text: string}} edit
 */
function widened(reading, { start, end, text }) {
  if (text || start === end) return { start, end, text };
  const before = [...reading.text.slice(0, start)].pop() ?? "";
  if (before && before !== "\n") return { start: start - before.length, end, text: before };
  const [after = ""] = reading.text.slice(end);
  return { start, end: end + after.length, text: after };
}

/** @param {string} value @param {Reading} letter @param {boolean} above */
function plainSpot(value, letter, above) {
  const [first] = letter.pieces;
  if (!first) return value.length;
  if (first.offset === 0 || above) return first.offset;
  // Below a quote: one empty line stays between the quote and our words.
  return value.startsWith("\n", first.offset) ? first.offset + 1 : first.offset;
}

/** @param {Editor} editor @param {boolean} above @returns {Range} */
function richSpot(editor, above) {
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

/** @param {Editor} editor @param {number} start @param {number} end @param {string} text */
async function writePlain(editor, start, end, text) {
  const area = /** @type {HTMLTextAreaElement} */ (editor.area);
  const wanted = area.value.slice(0, start) + text + area.value.slice(end);
  area.focus({ preventScroll: true });
  area.setSelectionRange(start, end);
  editor.document.execCommand("insertText", false, text);
  return area.value === wanted ? "written" : "refused";
}

/**
 * @param {Editor} editor
 * @param {Range} range
 * @param {string} text
 * @param {boolean} lines whether the text is made of lines; else it is a few words
 * @returns {Promise<Outcome>}
 */
async function writeRich(editor, range, text, lines) {
  await selectAndWait(editor, range);
  const before = editor.element.innerHTML;
  const html = lines ? asHTML(text, editor.adapter.block) : "";
  const event = pasteEvent(editor.window, text, html);
  const target = caretElement(editor);
  target.dispatchEvent(event);
  const changed = () => editor.element.innerHTML !== before;
  if (await comesTrue(editor, changed)) return "written";
  if (event.defaultPrevented) return "refused";
  if (html) editor.document.execCommand("insertHTML", false, html);
  else editor.document.execCommand("insertText", false, text);
  return changed() ? "written" : "refused";
}

/** @param {Editor} editor @param {Range} range */
async function selectAndWait(editor, range) {
  editor.focus();
  const heard = new AbortController();
  const moved = new Promise((resolve) => {
    editor.document.addEventListener("selectionchange", resolve, { signal: heard.signal });
  });
  const selection = editor.document.getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
  await Promise.race([moved, pause(SELECTION_MS)]);
  heard.abort();
}

/** The element that the caret stands in: where a real paste would be dispatched. */
/** @param {Editor} editor */
function caretElement(editor) {
  const node = editor.document.getSelection()?.focusNode;
  const element = node?.nodeType === Node.ELEMENT_NODE ? node : node?.parentElement;
  return element && editor.element.contains(element) ? element : editor.element;
}

/**
 * A paste that carries our words. Firefox hands an empty one to the page if it is made in the
 * extension's world, so there it is made with the page's own class and filled afterwards.
 *
 * @param {Window & typeof globalThis} view
 * @param {string} text
 * @param {string} html "" where words alone are pasted
 * @returns {ClipboardEvent}
 */
function pasteEvent(view, text, html) {
  const options = { bubbles: true, cancelable: true, composed: true };
  const page = /** @type {any} */ (view).wrappedJSObject;
  const event = page
    ? new page.ClipboardEvent("paste", /** @type {any} */ (globalThis).cloneInto(options, view))
    : new view.ClipboardEvent("paste", { ...options, clipboardData: new view.DataTransfer() });
  event.clipboardData.setData("text/plain", text);
  if (html) event.clipboardData.setData("text/html", html);
  return event;
}

/**
 * Lines as the editor itself would have made them when typed.
 *
 * @param {string} text
 * @param {"div" | "p"} block
 */
function asHTML(text, block) {
  const lines = text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
  const parts = block === "p" ? lines.trim().split(/\n{2,}/) : lines.split("\n");
  return parts
    .map((part) => `<${block}>${part.replaceAll("\n", "<br>") || "<br>"}</${block}>`)
    .join("");
}

/**
 * Whether something becomes true of the editor's content within its time.
 *
 * @param {Editor} editor
 * @param {() => boolean} question
 * @returns {Promise<boolean>}
 */
function comesTrue(editor, question) {
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
    const timer = setTimeout(() => finish(question()), PASTE_MS);
  });
}

/** @param {number} ms */
function pause(ms) {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
