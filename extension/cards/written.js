/** What was written about an interview, and to whom. Pure. */

/** @import { Person } from "../api" */
/** @import { Card, Written } from "./cards.js" */

import { among, keyOf, keysOf } from "./people.js";

/** The people on a card who have a name or an address. @param {Card} card */
export function peopleOf({ interviewers }) {
  return interviewers.filter((person) => keyOf(person));
}

/**
 * The thank-you note that a person got, if the card knows of one.
 *
 * @param {Card} card
 * @param {Person} person
 * @returns {Written | undefined}
 */
export function thanksTo({ written }, person) {
  const keys = keysOf(person);
  return written.findLast(({ step, to }) => step === "thank" && (to === "" || keys.includes(to)));
}

/** Those who were not thanked yet. @param {Card} card */
export function unthanked(card) {
  return peopleOf(card).filter((person) => !thanksTo(card, person));
}

/** Whether everybody was thanked; a card without people needs a note to whoever it was. @param {Card} card */
export function allThanked(card) {
  if (peopleOf(card).length) return !unthanked(card).length;
  return card.written.some(({ step }) => step === "thank");
}

/** Questions about the decision, the first one first. @param {Card} card */
export function followUps({ written }) {
  return written.filter(({ step }) => step === "ask").toSorted((a, b) => a.at - b.at);
}

/**
 * The words of the notes to the card's other people; none where it is not known who the others are.
 *
 * @param {Card} card
 * @param {Person[]} recipients
 * @returns {string[]}
 */
export function notesToOthers(card, recipients) {
  const people = peopleOf(card);
  const here = among(people, recipients);
  const others = people.filter((known) => !here.includes(known));
  if (others.length === people.length) return [];
  return others.map((person) => thanksTo(card, person)?.text ?? "").filter(Boolean);
}
