/** A copy of the interviews as a file, and the way back. Pure. A bad file changes nothing. */

/** @import { Card } from "./cards.js" */
/** @import { Details } from "./sender.js" */

import { isObject, isText, listOf } from "../values.js";
import { emptyCard, isBlank } from "./cards.js";

const FORMAT = 1;
const MOST_CARDS = 1000;
const LONGEST = 20_000;

/**
 * @param {Card[]} cards
 * @param {Details} sender
 * @param {Date} now
 * @returns {string} JSON
 */
export function copyOf(cards, sender, now) {
  const copy = { afterword: FORMAT, saved: now.toISOString(), sender, cards };
  return `${JSON.stringify(copy, null, 2)}\n`;
}

/**
 * Read a copy.
 *
 * @param {string} text
 * @returns {{cards: Card[], sender: Partial<Details>}
 *   | {fault: "json" | "other" | "newer"} | {fault: "card", number: number}}
 *   `number` counts the cards from 1
 */
export function readCopy(text) {
  let copy;
  try {
    copy = JSON.parse(text);
  } catch {
    return { fault: "json" };
  }
  if (!isObject(copy) || !Number.isInteger(copy.afterword)) return { fault: "other" };
  if (/** @type {number} */ (copy.afterword) > FORMAT) return { fault: "newer" };
  const { cards, sender = {} } = copy;
  if (!Array.isArray(cards) || cards.length > MOST_CARDS) return { fault: "other" };
  if (!isObject(sender) || !Object.values(sender).every(isWords)) return { fault: "other" };
  const bad = cards.findIndex((card) => !isCard(card));
  if (bad >= 0) return { fault: "card", number: bad + 1 };
  return { cards: cards.map(plainCard), sender };
}

/**
 * Stored cards and those of a copy together; of one that is in both, the later change.
 *
 * @param {Card[]} stored
 * @param {Card[]} copied
 * @returns {Card[]}
 */
export function merged(stored, copied) {
  const cards = new Map(stored.map((card) => [card.id, card]));
  for (const card of copied) {
    const known = cards.get(card.id);
    if (!known || known.changed < card.changed) cards.set(card.id, card);
  }
  return [...cards.values()];
}

/** @param {unknown} value */
const isWords = (value) => isText(value) && value.length <= LONGEST;
/** @param {unknown} value */
const isMoment = (value) => Number.isFinite(value) && /** @type {number} */ (value) >= 0;
/** @param {RegExp} form @returns {(value: unknown) => boolean} */
const dated = (form) => (value) =>
  value === "" || (isText(value) && form.test(value) && !Number.isNaN(Date.parse(value)));

/** @param {unknown} value */
const isPerson = (value) =>
  isObject(value) &&
  isWords(value.name) &&
  [value.email, value.title].every((part) => part === undefined || part === null || isWords(part));

/** @param {unknown} value */
const isWritten = (value) =>
  isObject(value) &&
  ["thank", "promise", "answer", "ask", "outcome"].includes(`${value.step}`) &&
  isWords(value.to) &&
  isMoment(value.at) &&
  isWords(value.text);

/** @type {Record<keyof Card, (value: unknown) => boolean>} */
const HOLDS = {
  id: (value) => isWords(value) && value !== "",
  interviewers: listOf(isPerson),
  company: isWords,
  role: isWords,
  interviewedAt: dated(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/),
  decisionBy: dated(/^\d{4}-\d\d-\d\d$/),
  topics: listOf(isWords),
  openQuestions: listOf(isWords),
  promised: listOf(isWords),
  written: listOf(isWritten),
  closed: (value) => typeof value === "boolean",
  quietUntil: isMoment,
  remindAt: isMoment,
  changed: isMoment,
};

/** What a copy may leave out is as in a new card. @param {unknown} value */
function isCard(value) {
  if (!isObject(value)) return false;
  const card = { ...emptyCard(), ...value };
  return (
    "id" in value &&
    Object.entries(HOLDS).every(([name, holds]) => holds(card[/** @type {keyof Card} */ (name)])) &&
    !isBlank(card)
  );
}

/** Only what a card has, whatever else stood in the file. @param {Record<string, unknown>} value @returns {Card} */
function plainCard(value) {
  const card = /** @type {Record<string, unknown>} */ ({ ...emptyCard(), ...value });
  const names = Object.keys(HOLDS);
  return /** @type {Card} */ (Object.fromEntries(names.map((name) => [name, card[name]])));
}
