/** Which template is right next for an interview. Pure: the moment comes from outside. */

/** @import { Step, Template } from "../api" */
/** @import { Card } from "./cards.js" */
/** @import { Rules } from "./rules.js" */

import { dueOf } from "./due.js";
import { addWorkhours } from "./workdays.js";
import { allThanked, peopleOf } from "./written.js";

/** After twice the usual time the note that says so fits better than the usual one. */
const LATE = 2;

/**
 * Templates, the right next one first: thank-you, then what was promised or left open, then where
 * things stand, then the last question, then the outcome. What is behind the person comes last.
 *
 * @param {Template[]} templates
 * @param {Card} card
 * @param {Date} now
 * @param {Rules} rules
 * @returns {Template[]}
 */
export function ranked(templates, card, now, rules) {
  const steps = stepsFor(card, now, rules);
  // A note to one of several is as usual as any other, until several are known.
  const several = steps.includes("thank-several");
  /** @param {Template} template */
  const rank = ({ step }) => {
    const at = steps.indexOf(step === "thank-several" && !several ? "thank" : step);
    return at < 0 ? steps.length : at;
  };
  return templates.toSorted((a, b) => rank(a) - rank(b) || a.order - b.order);
}

/**
 * @param {Card} card
 * @param {Date} now
 * @param {Rules} rules
 * @returns {Step[]} what is not among them comes last
 */
function stepsFor(card, now, rules) {
  const thanks = thanksFor(card, now, rules);
  /** @type {Step[]} */
  const asks = card.decisionBy ? ["ask-after-date", "ask"] : ["ask", "ask-after-date"];
  const { step } = dueOf(card, now, rules);
  const again = step === "wait-again" || step === "ask-again";
  /** @type {Step[]} */
  const questions = again ? ["ask-again", ...asks] : [...asks, "ask-again"];
  /** @type {Step[]} */
  const owed = step === "answer" ? ["answer", "promise"] : ["promise", "answer"];
  if (!allThanked(card)) return [...thanks, ...owed, ...questions, "close", "outcome"];
  if (step === "promise" || step === "answer")
    return [...owed, ...questions, "close", "outcome", "other", ...thanks];
  if (step === "enough" || step === "closed")
    return ["close", "outcome", "other", ...questions, ...owed, ...thanks];
  return [...questions, ...owed, "close", "outcome", "other", ...thanks];
}

/** @param {Card} card @param {Date} now @param {Rules} rules @returns {Step[]} */
function thanksFor(card, now, { thankHours }) {
  /** @type {Step[]} */
  const usual = peopleOf(card).length > 1 ? ["thank-several", "thank"] : ["thank"];
  const met = new Date(card.interviewedAt);
  const late = card.interviewedAt && now > addWorkhours(met, LATE * thankHours);
  return late ? ["thank-late", ...usual] : [...usual, "thank-late"];
}
