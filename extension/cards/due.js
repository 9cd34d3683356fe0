/**
 * What is due next for an interview, by the same rules as the service's checks `late-thank-you` and
 * `early-follow-up`. Pure: the moment and the numbers come from outside.
 */

/** @import { Card } from "./cards.js" */
/** @import { Rules } from "./rules.js" */

import { asTyped } from "./clock.js";
import { addWorkdays, addWorkhours, midnight, OWED_WITHIN } from "./workdays.js";
import { allThanked, followUps } from "./written.js";

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
 * @param {Rules} rules
 * @returns {Due}
 */
export function dueOf(card, now, rules) {
  const promised = Boolean(card.decisionBy);
  const { step, by } = stepOf(card, now, rules);
  return { step, by, promised };
}

/**
 * @param {Card} card
 * @param {Date} now
 * @param {Rules} rules
 * @returns {{step: Due["step"], by: Date | null}}
 */
function stepOf(card, now, rules) {
  if (card.closed) return { step: "closed", by: null };
  if (!card.interviewedAt) return { step: "undated", by: null };
  const met = new Date(card.interviewedAt);
  if (met > now) return { step: "interview", by: met };
  if (!allThanked(card)) {
    const by = thankBy(card, rules);
    return { step: now <= by ? "thank" : "thank-late", by };
  }
  const [first] = owed(card);
  return first ? { step: first, by: owedBy(card) } : askOf(card, now, rules);
}

/** When a thank-you note begins to be late. @param {Card} card @param {Rules} rules */
export function thankBy({ interviewedAt }, { thankHours }) {
  return addWorkhours(new Date(interviewedAt), thankHours);
}

/** What they were told to expect and have not got yet. @param {Card} card */
export function owed({ promised, openQuestions, written }) {
  const lines = { promise: promised, answer: openQuestions };
  return /** @type {const} */ (["promise", "answer"]).filter(
    (step) => lines[step].some(Boolean) && !written.some((entry) => entry.step === step),
  );
}

/** The day that an interview had where it was. @param {string} interviewedAt */
const dayOf = (interviewedAt) => new Date(asTyped(interviewedAt));

/** The day by which it should be there. @param {Card} card */
export function owedBy({ interviewedAt }) {
  return addWorkdays(dayOf(interviewedAt), OWED_WITHIN);
}

/**
 * @param {Card} card
 * @param {Date} now
 * @param {Rules} rules
 * @returns {{step: Due["step"], by: Date | null}}
 */
function askOf(card, now, rules) {
  const asked = followUps(card).length;
  if (asked >= rules.mostAsks) return { step: "enough", by: null };
  const by = askDay(card, rules);
  const early = midnight(now) < by;
  if (asked) return { step: early ? "wait-again" : "ask-again", by };
  return { step: early ? "wait" : "ask", by };
}

/**
 * The day from which one may ask where things stand, whatever else is due before: the service's own,
 * and never sooner after the last question than the first one after the interview.
 *
 * @param {Card} card
 * @param {Rules} rules
 */
export function askDay(card, rules) {
  const asks = followUps(card);
  const due = card.decisionBy
    ? addWorkdays(new Date(`${card.decisionBy}T12:00`), rules.askAfterDate)
    : addWorkdays(dayOf(card.interviewedAt), rules.askAfter * (asks.length + 1));
  const last = asks.at(-1);
  if (!last) return due;
  const again = addWorkdays(new Date(last.at), rules.askAfter);
  return new Date(Math.max(again.getTime(), due.getTime()));
}

/**
 * Cards with what is due, the most pressing first; those to be quiet about, then closed ones, last.
 *
 * @param {Card[]} cards
 * @param {Date} now
 * @param {Rules} rules
 * @returns {{card: Card, due: Due, quiet: boolean}[]}
 */
export function desk(cards, now, rules) {
  const weight = (/** @type {Due} */ { step, by }) =>
    step === "closed" ? Infinity : (by?.getTime() ?? Number.MAX_VALUE);
  return cards
    .map((card) => ({ card, due: dueOf(card, now, rules), quiet: card.quietUntil > now.getTime() }))
    .toSorted((a, b) => Number(a.quiet) - Number(b.quiet) || weight(a.due) - weight(b.due));
}
