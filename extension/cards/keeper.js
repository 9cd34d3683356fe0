/**
 * The one writer of the cards: it runs in the background alone, one change after the other, so that
 * two windows never write over each other's cards.
 */

/** @import { Person } from "../api" */
/** @import { Answer } from "../messages.js" */
/** @import { Card, Written } from "./cards.js" */

import { inTurn, load, save } from "../browser.js";
import { CARDS, emptyCard, goneOn, isBlank, keptDays, loadCards } from "./cards.js";
import { merged } from "./copy.js";
import { keyOf, keysOf } from "./people.js";
import { setAlarms } from "./reminders.js";
import { peopleOf } from "./written.js";

const turn = inTurn();

/** What changes while a card is used, and nobody types. @type {(keyof Card)[]} */
const USED = ["closed", "quietUntil", "remindAt", "written"];

/**
 * Change the list of cards when every change before it has ended.
 *
 * @param {(cards: Card[]) => Card[]} edit
 * @returns {Promise<Answer<true>>}
 */
function change(edit) {
  return turn(async () => {
    const cards = edit(await loadCards());
    if (!(await save(CARDS, cards))) return /** @type {const} */ ({ state: "full" });
    await setAlarms(cards);
    return /** @type {const} */ ({ state: "ok", value: true });
  });
}

/**
 * @param {Card} card as its window holds it
 * @param {(keyof Card)[]} fields those that were changed there; the others stay as they are stored
 */
export function saveCard(card, fields) {
  return change((cards) => {
    const stored = cards.find(({ id }) => id === card.id);
    // One that was deleted elsewhere comes back with what is typed, not by being used.
    if (!stored && fields.every((name) => USED.includes(name))) return cards;
    const kept = stored ?? { ...emptyCard(), ...card };
    const changes = Object.fromEntries(fields.map((name) => [name, card[name]]));
    const made = { ...kept, ...changes, changed: Date.now() };
    made.written = made.written.flatMap((note) => addressed(note, peopleOf(kept), peopleOf(made)));
    const others = cards.filter(({ id }) => id !== card.id);
    return isBlank(made) ? others : [made, ...others];
  });
}

/**
 * Thanks to everybody there was, once there are more: who is added was not thanked.
 *
 * @param {Written} note
 * @param {Person[]} before
 * @param {Person[]} now
 * @returns {Written[]}
 */
function addressed(note, before, now) {
  if (note.step !== "thank" || note.to || !before.length || now.length <= before.length)
    return [note];
  return before.map((person) => ({ ...note, to: keyOf(person) }));
}

/** @param {string} id */
export function removeCard(id) {
  return change((cards) => cards.filter((card) => card.id !== id));
}

/** @param {string} id @param {Written} entry @param {boolean} sent */
export function noteWritten(id, entry, sent) {
  return change((cards) =>
    cards.map((card) => {
      if (card.id !== id) return card;
      const kept = card.written.flatMap((known) => without(entry, known, sent, peopleOf(card)));
      return { ...card, written: sent ? [...kept, entry] : kept, changed: Date.now() };
    }),
  );
}

/**
 * What stays of an entry. A second thank-you to somebody replaces the first; questions about the decision
 * are counted. What was to everybody, and is taken back of one, stays with the others.
 *
 * @param {Written} entry
 * @param {Written} known
 * @param {boolean} sent
 * @param {Person[]} people
 * @returns {Written[]}
 */
function without({ step, to }, known, sent, people) {
  if (step !== known.step || (step !== "thank" && sent)) return [known];
  if (step !== "thank" || to === "") return [];
  const person = people.find((one) => keyOf(one) === to);
  if (known.to) return (person ? keysOf(person) : [to]).includes(known.to) ? [] : [known];
  const others = people.filter((one) => one !== person);
  return sent ? [known] : others.map((one) => ({ ...known, to: keyOf(one) }));
}

/**
 * Put the cards of a copy among the stored ones; the later change of a card wins. One that would go by
 * itself at once is as if it was changed now, and nobody is reminded of a moment that has passed.
 *
 * @param {Card[]} copied
 */
export async function addCards(copied) {
  const days = await keptDays();
  const now = Date.now();
  return change((cards) =>
    merged(cards, copied).map((card) => {
      const made = { ...card, remindAt: card.remindAt > now ? card.remindAt : 0 };
      return goneOn(made, days) > now ? made : { ...made, changed: now };
    }),
  );
}

/** Delete what was not changed for so long that it goes by itself, and set the alarms anew. */
export async function forgetOld() {
  const stored = await load(CARDS, /** @type {Card[]} */ ([]));
  if (stored.length) await change((cards) => cards);
}
