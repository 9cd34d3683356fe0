/** Edits of a draft that was changed since it was read: pure, without a page. */

/** @import { Edit, Finding, Span } from "../api" */
/** @import { Noted } from "./report.js" */

/**
 * A suggestion's edits as steps to take, one after the other, in the words as they are.
 *
 * @param {Noted} item
 * @param {Edit[]} edits in rising order, of the words as they were read
 * @param {string} body the words as they are
 * @param {string} read the words as they were read
 * @returns {Edit[] | null} null where the finding's words are no longer those that were read
 */
export function stepsOf({ finding, span }, edits, body, read) {
  const growth = stillThere(finding, span, body, read, edits);
  if (growth === null) return null;
  const here = edits.map(({ start, end, text }) => {
    return { start: start + growth, end: end + growth, text };
  });
  const whole = merged(body, here);
  // One step where the edits stand on one line; else the last first, so that offsets hold.
  const lines = body.slice(whole.start, whole.end).includes("\n");
  return lines ? here.toReversed() : [whole];
}

/**
 * How far a finding's words have moved; null where they are no longer those that were read.
 *
 * @param {Finding} finding
 * @param {Span | null} span where its words stand now
 * @param {string} body the words as they are
 * @param {string} read the words as they were read
 * @param {Edit[]} edits
 * @returns {number | null}
 */
function stillThere(finding, span, body, read, edits) {
  if (body === read) return 0;
  const was = finding.span;
  if (!span || !was || body.slice(span.start, span.end) !== finding.quote) return null;
  // Words elsewhere may have moved by another distance.
  const within = edits.every(({ start, end }) => was.start <= start && end <= was.end);
  return within ? span.start - was.start : null;
}

/** Where a caret goes when words before it change. @param {number} caret @param {Edit} edit */
export function indexAfter(caret, { start, end, text }) {
  if (caret <= start) return caret;
  return caret >= end ? caret + text.length - (end - start) : start + text.length;
}

/**
 * Several edits as one: from the first changed character to the last.
 *
 * @param {string} source
 * @param {Edit[]} edits in rising order
 */
export function merged(source, edits) {
  const start = edits[0]?.start ?? 0;
  const end = edits.at(-1)?.end ?? start;
  let text = "";
  let at = start;
  for (const edit of edits) {
    text += source.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return { start, end, text };
}
