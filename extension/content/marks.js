/** Which words of a draft are marked, and as what. */

/** @import { Report, Span } from "../api" */
/** @import { Mark } from "./highlight.js" */
/** @import { Reading } from "./reading.js" */
/** @import { Noted } from "./report.js" */

/**
 * The marks of the findings, of the open one a second, and of the sentences' first moves.
 *
 * @param {Reading} reading
 * @param {Noted[]} findings
 * @param {string | null} open the open finding
 * @param {Report["sentences"]} sentences those whose moves are shown
 * @returns {Mark[]}
 */
export function marksOf(reading, findings, open, sentences) {
  /** @type {Mark[]} */
  const marks = [];
  const add = (/** @type {Mark["name"]} */ name, /** @type {Span} */ span) => {
    const range = span.end > span.start ? reading.range(span.start, span.end) : null;
    if (range) marks.push({ name, range });
  };
  for (const { id, finding, span, stale } of findings) {
    if (!span || stale || finding.field !== "body") continue;
    add(finding.level, span);
    if (id === open) add("open", span);
  }
  for (const { span, moves } of sentences) {
    if (moves[0]) add(moves[0], span);
  }
  return marks;
}
