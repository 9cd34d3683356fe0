/** Inserting a draft and replacing words in it, each as one step of the editor's own. */

/** @import { Draft, Edit } from "../api" */
/** @import { FarSubject } from "./around.js" */
/** @import { Editor } from "./editor.js" */
/** @import { Effect } from "./paste.js" */
/** @import { Reading } from "./reading.js" */

import { withLetters } from "./markup.js";
import { comesTrue, writePlain, writeRich } from "./paste.js";
import { plainSpot, richSpot } from "./spot.js";

/**
 * Insert a draft above the signature, below a quote that stands on top.
 *
 * @param {Editor} editor
 * @param {string} text
 * @returns {Promise<{outcome: Effect, above: boolean}>}
 *   `above`: the draft held words already, and ours stand above them
 */
export async function insertDraft(editor, text) {
  const above = editor.readLetter().text.trim() !== "";
  if (editor.area) {
    const { value } = editor.area;
    const at = plainSpot(value, editor.readLetter(), editor.read(), above);
    const gap = above || (value.length > at && !value.startsWith("\n", at)) ? "\n\n" : "";
    return { outcome: writePlain(editor.area, at, at, text + gap), above };
  }
  const { range, box, gap } = richSpot(editor, above);
  const outcome = await writeRich(editor, range, text + gap, true, box);
  const holds = () => holdsLines(editor.read().text, text);
  const lost = outcome === "written" && !(await comesTrue(editor, holds));
  return { outcome: lost ? "altered" : outcome, above };
}

/**
 * Put the caret on the first blank of an inserted draft; where it has none, at the draft's end.
 *
 * @param {Editor} editor
 * @param {Draft} draft
 */
export function selectBlank(editor, draft) {
  const reading = editor.read();
  const blank = draft.blanks.find((found) => found.in === "body");
  const lines = draft.body_text.split("\n").filter(Boolean);
  if (blank) {
    const words = draft.body_text.slice(blank.span.start, blank.span.end);
    const at = reading.text.indexOf(words, Math.max(0, reading.text.indexOf(lines[0] ?? "")));
    if (at >= 0) return editor.select(reading, at, at + words.length);
  }
  const last = lines.at(-1) ?? "";
  const at = reading.text.indexOf(last);
  const end = at < 0 ? reading.text.length : at + last.length;
  editor.select(reading, end, end);
}

/**
 * Whether all lines of `text` stand in `body`, in their order, whatever the space between.
 *
 * @param {string} body
 * @param {string} text
 */
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
 * Replace words of a reading, or put some between them.
 *
 * @param {Editor} editor
 * @param {Reading} reading read just now
 * @param {Edit} edit
 * @returns {Promise<Effect>}
 */
export async function replaceWords(editor, reading, edit) {
  const { start, end, text } = widened(reading, edit);
  if (editor.area) {
    const from = reading.place(start, start === end)?.offset ?? 0;
    const to = start === end ? from : (reading.place(end, true)?.offset ?? from);
    return writePlain(editor.area, from, to, text);
  }
  const range = reading.range(start, end);
  if (!range) return "refused";
  return writeRich(editor, range, withLetters(editor, range, text), false);
}

/**
 * Replace words of a subject, in this frame or in the page around it.
 *
 * @param {HTMLInputElement | FarSubject} field
 * @param {number} start
 * @param {number} end
 * @param {string} text
 */
export const replaceInSubject = async (field, start, end, text) =>
  "replace" in field ? field.replace(start, end, text) : writePlain(field, start, end, text);

/**
 * A paste of nothing does nothing: a deletion takes one neighbour along and puts it back.
 *
 * @param {Reading} reading
 * @param {Edit} edit
 */
function widened(reading, { start, end, text }) {
  if (text || start === end) return { start, end, text };
  const before = [...reading.text.slice(0, start)].pop() ?? "";
  if (before && before !== "\n") return { start: start - before.length, end, text: before };
  const [after = ""] = reading.text.slice(end);
  return { start, end: end + after.length, text: after };
}
