/** A draft cut into pieces, each with the marks that lie on it. Pure. */

/** @import { Level, Move, Span } from "../shared/api" */

/**
 * @typedef {object} Mark
 * @property {Level | "blank" | "open" | "framed" | Move} name
 * @property {Span} span
 */

/**
 * @param {string} text
 * @param {Mark[]} marks
 * @returns {{text: string, names: Mark["name"][]}[]}
 */
export function pieces(text, marks) {
  const within = marks.filter(({ span }) => span.start < span.end && span.end <= text.length);
  const cuts = new Set([0, text.length, ...within.flatMap(({ span }) => [span.start, span.end])]);
  const places = [...cuts].sort((a, b) => a - b);
  return places.slice(1).map((end, index) => {
    const start = places[index] ?? 0;
    const over = within.filter(({ span }) => span.start <= start && end <= span.end);
    return { text: text.slice(start, end), names: over.map(({ name }) => name) };
  });
}
