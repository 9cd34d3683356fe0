/** What is due next for an interview. Pure: the moment comes from outside. */

/** @import { Card } from "./cards.js" */

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A thank-you note goes out within a day; after that it is late, and still worth sending. */
const THANK_WITHIN = DAY;
/** Without a named day, a week of silence is long enough to ask. */
const FOLLOW_UP_AFTER = 7 * DAY;

/**
 * @typedef {object} Due
 * @property {"undated" | "interview" | "thank" | "thank-late" | "wait" | "follow-up" | "closed"} step
 * @property {Date | null} by the moment that the step's sentence names
 * @property {boolean} promised whether the interviewer named a day
 */

/**
 * @param {Card} card
 * @param {Date} now
 * @returns {Due}
 */
export function dueOf(card, now) {
  const promised = Boolean(card.decisionBy);
  if (card.done.includes("closed") || card.done.includes("follow-up")) {
    return { step: "closed", by: null, promised };
  }
  if (!card.interviewedAt) return { step: "undated", by: null, promised };
  const met = new Date(card.interviewedAt);
  if (met > now) return { step: "interview", by: met, promised };
  if (!card.done.includes("thank-you")) {
    const by = new Date(met.getTime() + THANK_WITHIN);
    return { step: now <= by ? "thank" : "thank-late", by, promised };
  }
  const from = followUpFrom(card, met);
  return { step: now < from ? "wait" : "follow-up", by: from, promised };
}

/**
 * The next working morning after the promised day, or a week after the interview.
 *
 * @param {Card} card
 * @param {Date} met
 */
function followUpFrom(card, met) {
  if (!card.decisionBy) return new Date(met.getTime() + FOLLOW_UP_AFTER);
  const from = new Date(`${card.decisionBy}T09:00`);
  do from.setDate(from.getDate() + 1);
  while (from.getDay() % 6 === 0);
  return from;
}

/**
 * Cards with what is due, the most pressing first, closed ones last.
 *
 * @param {Card[]} cards
 * @param {Date} now
 * @returns {{card: Card, due: Due}[]}
 */
export function desk(cards, now) {
  const weight = (/** @type {Due} */ { step, by }) =>
    step === "closed" ? Infinity : step === "undated" ? 0 : (by?.getTime() ?? 0);
  return cards
    .map((card) => ({ card, due: dueOf(card, now) }))
    .toSorted((a, b) => weight(a.due) - weight(b.due));
}
