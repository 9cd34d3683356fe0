/** A report kept in step with a draft that goes on changing: pure, without a page. */

/** @import { Finding, Report, Span } from "../api" */

/**
 * @typedef {object} Noted a finding as the panel shows it
 * @property {string} id the same for the same fault in the same sentence, in every later report
 * @property {Finding} finding
 * @property {Span | null} span where its words stand now; null where it has none
 * @property {boolean} stale whether its sentence was changed since
 */

/**
 * The findings of a report, each with a name that outlives the report; of several that ask for the
 * same sentence the first.
 *
 * @param {Report} report
 * @param {string} body the text that was checked
 * @returns {Noted[]}
 */
export function noted(report, body) {
  /** @type {Map<string, number>} */
  const seen = new Map();
  const said = report.findings.filter(({ covered_by }) => !covered_by);
  return said.map((finding) => {
    const fault = [finding.check, sentenceOf(report, body, finding), finding.quote ?? ""].join("|");
    const times = seen.get(fault) ?? 0;
    seen.set(fault, times + 1);
    const span = finding.span && { ...finding.span };
    return { id: `${fault}|${times}`, finding, span, stale: false };
  });
}

/** @param {Report} report @param {string} body @param {Finding} finding */
function sentenceOf(report, body, { field, span, quote }) {
  if (!span) return "";
  if (field === "subject") return quote ?? "";
  const { start, end } = sentenceAt(span, report.sentences, body);
  return body.slice(start, end);
}

/**
 * @typedef {object} Change the range of the old text that changed, and how much longer it became
 * @property {number} start
 * @property {number} end
 * @property {number} growth
 */

/**
 * What changed between two texts.
 *
 * @param {string} before
 * @param {string} after
 * @returns {Change | null} null where they are the same
 */
export function change(before, after) {
  if (before === after) return null;
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let same = 0;
  while (same < most - start && before.at(-1 - same) === after.at(-1 - same)) same += 1;
  return { start, end: before.length - same, growth: after.length - before.length };
}

/**
 * Move the findings of a draft along with a change: those whose sentence it reached are stale.
 *
 * @param {Noted[]} findings changed in place
 * @param {Report["sentences"]} sentences as they stood before the change
 * @param {string} before the text before the change
 * @param {Change} changed
 */
export function follow(findings, sentences, before, changed) {
  for (const item of findings) {
    if (!item.span || item.finding.field !== "body") continue;
    const around = sentenceAt(item.span, sentences, before);
    const kept = moved(around, changed) ? moved(item.span, changed) : null;
    if (kept) item.span = kept;
    else item.stale = true;
  }
}

/**
 * The sentences that a change left as they were, where they stand after it.
 *
 * @param {Report["sentences"]} sentences
 * @param {Change} changed
 * @returns {Report["sentences"]}
 */
export function movedSentences(sentences, changed) {
  return sentences.flatMap((sentence) => {
    const span = moved(sentence.span, changed);
    return span ? [{ ...sentence, span }] : [];
  });
}

/**
 * A span after a change; null where the change reached into it or touched its edge.
 *
 * @param {Span} span
 * @param {Change} changed
 * @returns {Span | null}
 */
function moved(span, { start, end, growth }) {
  if (span.end < start) return span;
  if (span.start > end) return { start: span.start + growth, end: span.end + growth };
  return null;
}

/**
 * The span of the sentence, or else of the line, that a span stands in.
 *
 * @param {Span} span
 * @param {{span: Span}[]} sentences
 * @param {string} body
 * @returns {Span}
 */
export function sentenceAt(span, sentences, body) {
  const found = sentences.find((s) => s.span.start <= span.start && span.end <= s.span.end);
  if (found) return found.span;
  const start = body.lastIndexOf("\n", span.start - 1) + 1;
  const end = body.indexOf("\n", span.end);
  return { start, end: end < 0 ? body.length : end };
}
