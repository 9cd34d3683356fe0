/** The panel's own sentences, made of a view. */

/** @import { Move, Report } from "../../api" */
/** @import { View } from "../view.js" */

import { text } from "../../browser.js";
import { MOVES } from "../moves.js";

/** Templates, questions and findings come from the service, which speaks English. */
export const SERVICE = { lang: "en", dir: "ltr" };

/** What a reader expects; the others are welcome, and not missed. */
const EXPECTED = {
  "thank-you": /** @type {Move[]} */ (["gratitude", "interest", "fit", "recap", "closing_line"]),
  "follow-up": /** @type {Move[]} */ (["gratitude", "interest", "status_ask", "closing_line"]),
  courtesy: /** @type {Move[]} */ (["gratitude"]),
};

/** The first line of the panel. @param {View} view */
export function headline({ phase, findings }) {
  if (phase !== "report") return text(`headline_${phase}`);
  const stops = findings.filter(({ finding }) => finding.level === "stop").length;
  const advice = findings.length - stops;
  const parts = [counted("stops", stops), counted("advice", advice)].filter(Boolean);
  return parts.length ? parts.join(text("headlineJoin")) : text("headlineReady");
}

/** @param {"stops" | "advice" | "blanks"} what @param {number} number */
export function counted(what, number) {
  return number ? text(number === 1 ? `${what}One` : `${what}Many`, number) : "";
}

/**
 * What the draft does well: a sentence and the draft's own words for each. Words that still have a
 * blank in them, or complain, do nothing well yet.
 *
 * @param {View} view
 * @returns {{id: string, says: string, quote: string}[]}
 */
export function inPlace({ report, body, subject }) {
  if (!report) return [];
  const passed = new Set(
    report.outcomes.filter(({ status }) => status === "passed").map(({ check }) => check),
  );
  const found = [];
  const clear = passed.has("no-subject") && passed.has("vague-subject") && subject.trim();
  if (clear && isSound(report, "subject", 0, subject.length)) {
    found.push({ id: "subject", says: text("inPlace_subject"), quote: subject.trim() });
  }
  const named = ["no-name-greeting", "casual-greeting"].every((check) => passed.has(check));
  const opens = body.search(/\S/);
  // “Hi Dana, is there any news?” is greeting and question in one line.
  const greeting =
    body.slice(opens, report.sentences[0]?.span.start).split("\n", 1)[0]?.trim() ?? "";
  const right = !report.findings.some(({ check }) => check === "misspelt-name");
  if (named && right && isSound(report, "body", opens, opens + greeting.length)) {
    found.push({ id: "greeting", says: text("inPlace_greeting"), quote: greeting });
  }
  for (const move of MOVES) {
    const index = report.sentences.findIndex(
      ({ moves, span }) => moves.includes(move) && isSound(report, "body", span.start, span.end),
    );
    const span = report.sentences[index]?.span;
    if (!span) continue;
    const first = move === "gratitude" && index === 0;
    const says = text(first ? "inPlace_gratitudeFirst" : `inPlace_${move}`);
    found.push({ id: move, says, quote: body.slice(span.start, span.end).replace(/\s+/g, " ") });
  }
  return found;
}

/** Checks that find what keeps a sentence from doing good, whatever else it does. */
const SPOILING = new Set(["unfilled-blank", "negative-tone", "pressure"]);

/**
 * Whether no blank is left between two places of a field, no complaint and no limit.
 *
 * @param {Report} report
 * @param {"subject" | "body"} where
 * @param {number} start
 * @param {number} end
 */
function isSound({ findings }, where, start, end) {
  return !findings.some(
    ({ check, field, span }) =>
      SPOILING.has(check) && field === where && span && span.start < end && span.end > start,
  );
}

/** The moves that a reader would miss. @param {Report} report */
export function missingMoves(report) {
  if (report.kind === "other") return [];
  const present = new Set(report.sentences.flatMap(({ moves }) => moves));
  return EXPECTED[report.kind].filter((move) => !present.has(move));
}

/**
 * The first paragraph of a guideline's "Why", without the marks of its Markdown.
 *
 * @param {{title: string, markdown: string}[]} sections
 */
export function firstWhy(sections) {
  const markdown = sections.find(({ title }) => title === "Why")?.markdown ?? "";
  const [paragraph = ""] = markdown.trim().split(/\n\s*\n/, 1);
  return paragraph
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/[*_`]{1,2}([^*_`]+)[*_`]{1,2}/g, "$1")
    .replace(/\s+/g, " ");
}
