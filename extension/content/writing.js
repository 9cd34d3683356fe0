/** What is written into a message for the person: a repair, or a filled template. */

/** @import { Draft, Edit } from "../api" */
/** @import { Caret } from "./editor.js" */
/** @import { Field } from "./field.js" */
/** @import { Effect } from "./paste.js" */
/** @import { Noted } from "./report.js" */

import { indexAfter, merged, stepsOf } from "./edits.js";
import { insertDraft, replaceInSubject, replaceWords, selectBlank } from "./insert.js";

/**
 * Write without the person's keys: one that is pressed meanwhile would fall upon the words that are being
 * replaced, and one that is still down then upon what is selected.
 *
 * @template T
 * @param {Field} field
 * @param {() => Promise<T>} write
 * @returns {Promise<T>}
 */
async function withoutKeys({ editor }, write) {
  let writes = true;
  const over = new AbortController();
  const hold = (/** @type {KeyboardEvent} */ event) => {
    if (!event.isTrusted) return;
    if (!writes && !event.repeat) return over.abort();
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  for (const heard of new Set([editor?.window ?? window, window]))
    heard.addEventListener("keydown", hold, { capture: true, signal: over.signal });
  try {
    return await write();
  } finally {
    writes = false;
  }
}

/**
 * Apply a finding's suggestion, if its words still stand there.
 *
 * @param {Field} field
 * @param {{subject: string, body: string}} read what was checked
 * @param {Noted} item
 * @param {number} choice
 * @returns {Promise<Effect | "moved">}
 */
export function repair(field, read, item, choice) {
  return withoutKeys(field, () => writeRepair(field, read, item, choice));
}

/** @type {typeof repair} */
async function writeRepair({ root, adapter, caret, composing }, read, item, choice) {
  const edits = item.finding.suggestions[choice]?.edits ?? [];
  if (composing || item.stale || !caret) return "moved";
  if (item.finding.field === "subject") {
    const input = adapter.subject(root);
    if (input?.value !== read.subject) return "moved";
    const { start, end, text } = merged(read.subject, edits);
    return replaceInSubject(input, start, end, text);
  }
  const outcome = await repairBody(caret, read.body, item, edits);
  if (outcome === "written") adapter.inserted?.(document);
  return outcome;
}

/**
 * The caret stays where it was, or moves with the words.
 *
 * @param {Caret} caret of the editor whose words are repaired
 * @param {string} read the text that was checked
 * @param {Noted} item
 * @param {Edit[]} edits
 * @returns {Promise<Effect | "moved">}
 */
async function repairBody(caret, read, item, edits) {
  const { editor } = caret;
  const { text } = editor.read();
  const steps = stepsOf(item, edits, text, read);
  if (!steps) return "moved";
  let { index } = caret;
  /** @type {Effect} */
  let outcome = "written";
  for (const step of steps) {
    const now = editor.read();
    // Between two steps somebody may have written; behind this one stands what was repaired.
    if (!now.text.startsWith(text.slice(0, step.end))) return "moved";
    outcome = await replaceWords(editor, now, step);
    if (outcome === "refused") break;
    index = indexAfter(index, step);
  }
  caret.put(index);
  return outcome === "refused" ? outcome : "written";
}

/**
 * Insert a filled template, then put the caret on its first blank.
 *
 * @param {Field} field
 * @param {Draft} draft
 * @param {boolean} withSubject set the subject although it holds something
 */
export function insert(field, draft, withSubject) {
  return withoutKeys(field, () => writeDraft(field, draft, withSubject));
}

/** @param {Field} field @param {Draft} draft @param {boolean} withSubject */
async function writeDraft({ root, adapter, editor, caret, composing, given }, draft, withSubject) {
  if (!editor || composing) return { outcome: /** @type {const} */ ("refused"), above: false };
  const index = caret?.index ?? 0;
  const subject = adapter.subject(root);
  const before = subject?.value ?? "";
  const sets = subject && draft.subject && (withSubject || before === given || !before.trim());
  if (sets) await replaceInSubject(subject, 0, before.length, draft.subject);
  const result = await insertDraft(editor, draft.body_text);
  if (result.outcome !== "refused") {
    adapter.inserted?.(document);
    selectBlank(editor, draft);
  } else {
    caret?.put(index);
    if (sets && subject.value === draft.subject)
      await replaceInSubject(subject, 0, subject.value.length, before);
  }
  return result;
}
