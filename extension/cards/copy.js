/** A copy of the interviews as a file, and the way back. Pure. A bad file changes nothing. */

/** @import { Card } from "./cards.js" */
/** @import { Details } from "./sender.js" */

import { isObject, isText, listOf } from "../values.js";
import { emptyCard, isBlank } from "./cards.js";
import { noDetails } from "./sender.js";

const FORMAT = 1;
const MOST_CARDS = 1000;
/** As long as the longest note that the service reads. */
const LONGEST = 200_000;
/** Some way before the last moment that a computer can name: a card is kept for a while after it. */
const LAST = 8e15;

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
  return { cards: cards.map(plainCard), sender: only(Object.keys(noDetails()), sender) };
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
const isMoment = (value) => typeof value === "number" && value >= 0 && value < LAST;
/** @param {RegExp} form @returns {(value: unknown) => boolean} */
const dated = (form) => (value) =>
  value === "" || (isText(value) && form.test(value) && isDay(value));

/** Some browsers read 30 February as a day in March. @param {string} value */
function isDay(value) {
  const day = value.slice(0, 10);
  return !Number.isNaN(Date.parse(value)) && new Date(day).toISOString().startsWith(day);
}

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
  interviewedAt: dated(/^\d{4}-\d\d-\d\dT\d\d:\d\d([+-]\d\d:\d\d)?$/),
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
const plainCard = (value) => only(Object.keys(HOLDS), { ...emptyCard(), ...value });

/** @param {string[]} names @param {Record<string, unknown>} value @returns {any} */
const only = (names, value) =>
  Object.fromEntries(names.filter((name) => name in value).map((name) => [name, value[name]]));
