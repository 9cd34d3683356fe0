/** Applying a finding's suggestion, if the words that it is about still stand there. */

/** @import { Edit } from "../api" */
/** @import { FarSubject } from "./around.js" */
/** @import { Caret } from "./caret.js" */
/** @import { Outcome } from "./paste.js" */
/** @import { Noted } from "./report.js" */

import { indexAfter, merged, stepsOf } from "./edits.js";
import { replaceInSubject, replaceWords } from "./insert.js";

/**
 * @param {HTMLInputElement | FarSubject | null} input
 * @param {string} read the subject that was checked
 * @param {Edit[]} edits
 * @returns {Promise<Outcome | "moved">}
 */
export async function repairSubject(input, read, edits) {
  if (!input || input.value !== read) return "moved";
  const { text, start, end } = merged(input.value, edits);
  return replaceInSubject(input, start, end, text);
}

/**
 * The caret stays where it was, or moves with the words.
 *
 * @param {Caret} caret of the editor whose words are repaired
 * @param {string} read the text that was checked
 * @param {Noted} item
 * @param {Edit[]} edits
 * @returns {Promise<Outcome | "moved">}
 */
export async function repairBody(caret, read, item, edits) {
  const { editor } = caret;
  const { text } = editor.read();
  const steps = stepsOf(item, edits, text, read);
  if (!steps) return "moved";
  let { index } = caret;
  for (const step of steps) {
    const now = editor.read();
    // Between two steps somebody may have written; behind this one stands what was repaired.
    if (!now.text.startsWith(text.slice(0, step.end))) return "moved";
    if ((await replaceWords(editor, now, step)) === "refused") return "refused";
    index = indexAfter(index, step);
  }
  caret.put(index);
  return "written";
}
