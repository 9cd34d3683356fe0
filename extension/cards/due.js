/**
 * What is due next for an interview, by the same rules as the service's checks. Pure: the moment
 * comes from outside.
 */

/** @import { Card } from "./cards.js" */

import { addWorkdays, addWorkhours, midnight } from "./workdays.js";
import { allThanked, followUps } from "./written.js";

/** As `late-thank-you`: a note goes out within a day of work; later it is still worth sending. */
const THANK_HOURS = 24;
/** As `early-follow-up`: from the working day after a named one, else after five of them. */
const AFTER_DATE = 1;
const AFTER_INTERVIEW = 5;
/** Most advice stops after two questions. */
const MOST_ASKS = 2;
/** Until when a promise or an open answer is fresh: `latest` of their templates. */
const PROMISE_WITHIN = 3;
const ANSWER_WITHIN = 5;

/**
 * @typedef {object} Due
 * @property {"undated" | "interview" | "thank" | "thank-late" | "promise" | "answer" | "wait" | "ask"
 *   | "wait-again" | "ask-again" | "enough" | "closed"} step
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
  const { step, by } = stepOf(card, now);
  return { step, by, promised };
}

/** @param {Card} card @param {Date} now @returns {{step: Due["step"], by: Date | null}} */
function stepOf(card, now) {
  if (card.closed) return { step: "closed", by: null };
  if (!card.interviewedAt) return { step: "undated", by: null };
  const met = new Date(card.interviewedAt);
  if (met > now) return { step: "interview", by: met };
  if (!allThanked(card)) {
    const by = addWorkhours(met, THANK_HOURS);
    return { step: now <= by ? "thank" : "thank-late", by };
  }
  const wrote = (/** @type {string} */ step) => card.written.some((entry) => entry.step === step);
  if (card.promised.some(Boolean) && !wrote("promise")) {
    return { step: "promise", by: addWorkdays(met, PROMISE_WITHIN) };
  }
  if (card.openQuestions.some(Boolean) && !wrote("answer")) {
    return { step: "answer", by: addWorkdays(met, ANSWER_WITHIN) };
  }
  return askOf(card, met, now);
}

/** @param {Card} card @param {Date} met @param {Date} now @returns {{step: Due["step"], by: Date | null}} */
function askOf(card, met, now) {
  const asks = followUps(card);
  if (asks.length >= MOST_ASKS) return { step: "enough", by: null };
  const by = askFrom(card, met, asks.at(-1)?.at);
  const early = midnight(now) < by;
  if (asks.length) return { step: early ? "wait-again" : "ask-again", by };
  return { step: early ? "wait" : "ask", by };
}

/**
 * The first day on which a question about the decision is due.
 *
 * @param {Card} card
 * @param {Date} met
 * @param {number} [asked] when it was asked before
 */
function askFrom(card, met, asked) {
  const first = card.decisionBy
    ? addWorkdays(new Date(`${card.decisionBy}T12:00`), AFTER_DATE)
    : addWorkdays(met, AFTER_INTERVIEW * (asked ? 2 : 1));
  if (!asked) return first;
  const again = addWorkdays(new Date(asked), AFTER_INTERVIEW);
  return new Date(Math.max(again.getTime(), first.getTime()));
}

/** The day from which one may ask where things stand, whatever else is due before. @param {Card} card */
export function askDay(card) {
  return askFrom(card, new Date(card.interviewedAt), followUps(card).at(-1)?.at);
}

/**
 * Cards with what is due, the most pressing first; those to be quiet about, then closed ones, last.
 *
 * @param {Card[]} cards
 * @param {Date} now
 * @returns {{card: Card, due: Due, quiet: boolean}[]}
 */
export function desk(cards, now) {
  const weight = (/** @type {Due} */ { step, by }) =>
    step === "closed" ? Infinity : (by?.getTime() ?? Number.MAX_VALUE);
  return cards
    .map((card) => ({ card, due: dueOf(card, now), quiet: card.quietUntil > now.getTime() }))
    .toSorted((a, b) => Number(a.quiet) - Number(b.quiet) || weight(a.due) - weight(b.due));
}
