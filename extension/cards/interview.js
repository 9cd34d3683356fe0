/** The interviews beside a message: which one it is about, and what the service is told of them. Pure. */

/** @import { ChecksRequest, Interview, Person } from "../api" */
/** @import { Card } from "./cards.js" */

import { asTold } from "./clock.js";
import { among, sameAddress, sameHost, sameName } from "./people.js";
import { followUps, notesToOthers } from "./written.js";

/**
 * The card that an email to `recipients` is about.
 *
 * By address, then by name, then by the company's mail host; without any recipient it is the card
 * last used. Recipients whom no card knows get none: a wrong card judges worse than no card.
 *
 * @param {Card[]} cards the last used one first
 * @param {Person[]} recipients
 * @returns {Card | null}
 */
export function cardFor(cards, recipients) {
  const open = cards.filter(({ closed }) => !closed);
  if (!recipients.length) return open[0] ?? null;
  const tests = [sameAddress, sameName, sameHost];
  for (const same of tests) {
    const found = open.find((card) =>
      card.interviewers.some((known) => recipients.some((person) => same(known, person))),
    );
    if (found) return found;
  }
  const [only] = open;
  const addressless = only?.interviewers.every(({ email }) => !email);
  return open.length === 1 && addressless ? (only ?? null) : null;
}

/**
 * A card as the service takes it.
 *
 * @param {Card} card
 * @param {Person[]} [recipients] the addressee comes first where a card holds several people
 * @returns {Interview}
 */
export function asInterview(card, recipients = []) {
  const here = among(card.interviewers, recipients);
  const rank = (/** @type {Person} */ known) => (here.includes(known) ? 0 : 1);
  return {
    interviewers: card.interviewers
      .filter(({ name, email }) => name || email)
      .toSorted((a, b) => rank(a) - rank(b)),
    company: card.company || null,
    role: card.role || null,
    interviewed_at: asTold(card.interviewedAt) || null,
    decision_by: card.decisionBy || null,
    topics: card.topics.filter(Boolean),
    open_questions: card.openQuestions.filter(Boolean),
    promised: card.promised.filter(Boolean),
  };
}

/**
 * What a check is told beside the draft.
 *
 * @param {Card | null} card the interview that the draft is about
 * @param {Card[]} cards all of them
 * @param {Person[]} recipients
 * @returns {Pick<ChecksRequest, "interview" | "other_interviews" | "earlier_notes" | "earlier_follow_ups">}
 */
export function besideDraft(card, cards, recipients) {
  return {
    interview: card && asInterview(card, recipients),
    other_interviews: cards
      .filter(({ id, closed }) => id !== card?.id && !closed)
      .map((other) => asInterview(other)),
    earlier_notes: card ? notesToOthers(card, recipients) : [],
    earlier_follow_ups: card ? followUps(card).length : null,
  };
}
