/** Which words of a draft are marked, and as what. */

/** @import { Finding, Report, Span } from "../api" */
/** @import { Mark } from "./highlight.js" */
/** @import { Noted } from "./report.js" */

/** A blank is told from other things to settle: it is filled, not mended. */
const BLANK = "unfilled-blank";

/**
 * The kind of a finding: each has a line of its own under its words, an icon and a word.
 *
 * @param {Finding} finding
 * @returns {"blank" | "stop" | "advice"}
 */
export function kindOf({ check, level }) {
  return check === BLANK ? "blank" : level;
}

/**
 * The words to mark: those of the findings, of the open one a second time, and the sentences with the
 * first two of their moves. On a tinted sentence a ground could not be told, so the open one has lines.
 *
 * @param {Noted[]} findings
 * @param {string | null} open the open finding
 * @param {Report["sentences"]} sentences those whose moves are shown
 * @returns {(Omit<Mark, "range"> & {span: Span})[]}
 */
export function marksOf(findings, open, sentences) {
  /** @type {ReturnType<typeof marksOf>} */
  const marks = [];
  const add = (/** @type {Mark["name"]} */ name, /** @type {Span} */ span, id = "") => {
    if (span.end > span.start) marks.push({ name, span, id });
  };
  for (const { id, finding, span, stale } of findings) {
    if (!span || stale || finding.field !== "body") continue;
    add(kindOf(finding), span, id);
    if (id === open) add(sentences.length ? "framed" : "open", span);
  }
  for (const {
    span,
    moves: [first, second],
  } of sentences) {
    if (first) add(first, span);
    if (second) add(`also-${second}`, span);
  }
  return marks;
}
