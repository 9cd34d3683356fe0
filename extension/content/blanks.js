/** After an insertion Tab goes from blank to blank, until none is left or Escape ends it. */

/** @import { Draft } from "../api" */
/** @import { Editor } from "./editor.js" */

/**
 * @typedef {object} Place of one blank that still stands
 * @property {boolean} inSubject
 * @property {number} start
 * @property {number} end
 */

/**
 * Let Tab and Shift+Tab walk the blanks of an inserted draft while the focus is in it. Every other
 * key, and Tab when no other blank is left, stays the webmail's.
 *
 * @param {Editor} editor
 * @param {HTMLInputElement | null} subject
 * @param {Draft} draft
 * @param {AbortSignal} life
 * @returns {AbortController} ends the walk
 */
export function walkBlanks(editor, subject, draft, life) {
  const walk = new AbortController();
  life.addEventListener("abort", () => walk.abort(), { signal: walk.signal });
  const words = wordsOf(draft);
  if (!words.size) walk.abort();

  /** @param {Event} heard */
  const hear = (heard) => {
    const event = /** @type {KeyboardEvent} */ (heard);
    if (event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key !== "Tab" && event.key !== "Escape") return;
    if (!editor.alive) return walk.abort();
    const here = whereabouts(editor, subject);
    if (!here) return;
    const places = placesOf(editor, subject, words);
    if (event.key === "Escape" || !places.length) walk.abort();
    const next = nextOf(places, here, event.shiftKey);
    // The one that is left is selected already: Tab leads on. Escape may close a whole message.
    if (!places.length || (event.key === "Tab" && !next)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.key === "Tab" && next) select(editor, subject, next);
  };
  for (const view of new Set([editor.window, window])) {
    view.addEventListener("keydown", hear, { capture: true, signal: walk.signal });
  }
  return walk;
}

/** The words of its blanks; one that stands nowhere has none. @param {Draft} draft */
function wordsOf({ blanks, subject, body_text }) {
  const words = blanks.map(({ in: part, span }) =>
    (part === "subject" ? subject : body_text).slice(span.start, span.end),
  );
  return new Set(words.filter(Boolean));
}

/** Where the selection is; null where the focus is elsewhere. @param {Editor} editor @param {HTMLInputElement | null} subject @returns {Place | null} */
function whereabouts(editor, subject) {
  const root = /** @type {Document | ShadowRoot} */ (editor.element.getRootNode());
  if (subject && subject.ownerDocument.activeElement === subject) {
    const start = subject.selectionStart ?? 0;
    return { inSubject: true, start, end: subject.selectionEnd ?? start };
  }
  const active = root.activeElement;
  // A frame that was left keeps its active element.
  if (!editor.document.hasFocus() || !editor.element.contains(active)) return null;
  const reading = editor.read();
  const { area } = editor;
  if (area) {
    const [start, end] = [area.selectionStart, area.selectionEnd];
    return { inSubject: false, start: reading.index(area, start), end: reading.index(area, end) };
  }
  const caret = editor.caret();
  if (!caret) return null;
  const start = reading.index(caret.startContainer, caret.startOffset);
  return { inSubject: false, start, end: reading.index(caret.endContainer, caret.endOffset) };
}

/**
 * The blanks that still stand, from the subject's first to the body's last.
 *
 * @param {Editor} editor
 * @param {HTMLInputElement | null} subject
 * @param {Set<string>} words
 * @returns {Place[]}
 */
function placesOf(editor, subject, words) {
  /** @type {Place[]} */
  const places = [];
  for (const inSubject of [true, false]) {
    const text = inSubject ? (subject?.value ?? "") : editor.read().text;
    const found = [...words].flatMap((blank) => occurrences(text, blank));
    found.sort((a, b) => a.start - b.start);
    places.push(...found.map((place) => ({ inSubject, ...place })));
  }
  return places;
}

/** @param {string} text @param {string} words */
function occurrences(text, words) {
  const found = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) {
    found.push({ start: at, end: at + words.length });
  }
  return found;
}

/**
 * The next blank, or the one before, round and round; null where only the selected one is left.
 *
 * @param {Place[]} places
 * @param {Place} here
 * @param {boolean} back
 * @returns {Place | null}
 */
function nextOf(places, here, back) {
  /** @param {Place} place */
  const order = ({ inSubject, start }) => (inSubject ? start - 1e9 : start);
  const others = places.filter((place) => order(place) !== order(here));
  const next = back
    ? others.findLast((place) => order(place) < order(here))
    : others.find((place) => order(place) > order(here));
  return next ?? (back ? others.at(-1) : others[0]) ?? null;
}

/** @param {Editor} editor @param {HTMLInputElement | null} subject @param {Place} place */
function select(editor, subject, { inSubject, start, end }) {
  if (!inSubject) return editor.select(editor.read(), start, end);
  subject?.focus();
  subject?.setSelectionRange(start, end);
}
