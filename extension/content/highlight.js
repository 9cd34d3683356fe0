/**
 * Marks in a rich draft, drawn by the browser over ranges: nothing enters the mail.
 *
 * Each mark has a line style of its own, so that colour is never the only difference.
 */

/** @import { Level, Move } from "../api" */
/** @import { Editor } from "./editor.js" */

import { MOVES } from "./moves.js";

/** The registry belongs to the page too: names with this beginning are ours, and no others. */
const OURS = "afterword-";
/** @type {Mark["name"][]} */
const NAMES = ["stop", "advice", "open", ...MOVES];

/** What is drawn over what: the open finding over the tints, its line over both. */
/** @type {Record<string, number>} */
const PRIORITY = { open: 1, advice: 2, stop: 3 };

/** Middle tones that can be told from paper and from a dark page alike. */
const STYLE = `
::highlight(afterword-stop) { text-decoration: underline 2px solid #c8432f; text-underline-offset: 3px; }
::highlight(afterword-advice) { text-decoration: underline 2px dotted #a87400; text-underline-offset: 3px; }
::highlight(afterword-open) { background-color: rgb(221 168 60 / 32%); }
::highlight(afterword-gratitude) { background-color: rgb(214 154 45 / 30%); }
::highlight(afterword-interest) { background-color: rgb(64 140 190 / 28%); }
::highlight(afterword-fit) { background-color: rgb(72 152 92 / 28%); }
::highlight(afterword-recap) { background-color: rgb(152 110 190 / 28%); }
::highlight(afterword-answers) { background-color: rgb(60 160 160 / 30%); }
::highlight(afterword-status_ask) { background-color: rgb(200 100 130 / 26%); }
::highlight(afterword-offer) { background-color: rgb(140 150 60 / 30%); }
::highlight(afterword-closing_line) { background-color: rgb(130 130 140 / 28%); }
@media (forced-colors: active) {
  ::highlight(afterword-stop) { text-decoration: underline 3px solid Mark; }
  ::highlight(afterword-advice) { text-decoration: underline 3px dotted Highlight; }
  ::highlight(afterword-open) { background-color: Highlight; color: HighlightText; }
}`;

/**
 * @typedef {object} Mark
 * @property {Level | "open" | Move} name
 * @property {Range} range
 */

/** @type {WeakSet<Document>} */
const styled = new WeakSet();

/**
 * Draw exactly these marks in an editor, in place of those drawn before.
 *
 * @param {Editor} editor
 * @param {Mark[]} marks
 */
export function drawMarks(editor, marks) {
  const { window: view } = editor;
  if (!view?.CSS?.highlights) return;
  addStyle(editor.document);
  clearMarks(editor);
  for (const name of new Set(marks.map((mark) => mark.name))) {
    const ranges = marks.filter((mark) => mark.name === name).map(({ range }) => range);
    const highlight = new view.Highlight(...ranges);
    highlight.priority = PRIORITY[name] ?? 0;
    view.CSS.highlights.set(OURS + name, highlight);
  }
}

/** @param {Editor} editor */
export function clearMarks(editor) {
  const { highlights } = editor.window?.CSS ?? {};
  if (!highlights) return;
  // By name: Firefox does not let an extension walk the registry.
  for (const name of NAMES) highlights.delete(OURS + name);
}

/** @param {Document} document */
function addStyle(document) {
  if (styled.has(document)) return;
  styled.add(document);
  const view = /** @type {Window & typeof globalThis} */ (document.defaultView);
  try {
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync(STYLE);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  } catch {
    // Firefox may not hand the page's list to an extension; the head is not part of the mail.
    const style = document.createElement("style");
    style.textContent = STYLE;
    document.head?.append(style);
  }
}
