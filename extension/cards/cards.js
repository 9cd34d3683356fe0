/** The interview cards: what the person knows about each interview, kept on this computer only. */

/** @import { Person } from "../api" */
/** @import { Answer } from "../messages.js" */

import { ask, load, onStored, save, text } from "../browser.js";

/**
 * @typedef {object} Card
 * @property {string} id
 * @property {Person[]} interviewers
 * @property {string} company
 * @property {string} role
 * @property {string} interviewedAt date and time as a form field holds it, or ""; with the offset of
 *   the clock it was typed by once it has been
 * @property {string} decisionBy local date, or ""
 * @property {string[]} topics
 * @property {string[]} openQuestions
 * @property {string[]} promised
 * @property {Written[]} written the emails that were sent, as far as the person said so
 * @property {boolean} closed put away: nothing is due any more
 * @property {number} quietUntil nothing is said about it before; milliseconds since 1970, or 0
 * @property {number} remindAt when the person wants to be reminded, in the same way, or 0
 * @property {number} changed when it was last used, in the same way
 */

/**
 * @typedef {object} Written
 * @property {"thank" | "promise" | "answer" | "ask" | "outcome"} step
 * @property {string} to the address of who got it, else their name; "" where it was for everybody
 * @property {number} at when, in milliseconds since 1970
 * @property {string} text its words, for notes to several people that must differ; else ""
 */

/** Under what they are stored; their one writer is keeper.js. */
export const CARDS = "cards";
const KEEP = "keepDays";
const DAY = 86_400_000;
/** A card goes by itself so many days after its last change, unless the person says otherwise. */
const KEEP_DAYS = 90;

/** A name that nobody else has; not `randomUUID`, which is not there on a webmail without TLS. */
export function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** @returns {Card} */
export function emptyCard() {
  return {
    id: newId(),
    interviewers: [],
    company: "",
    role: "",
    interviewedAt: "",
    decisionBy: "",
    topics: [],
    openQuestions: [],
    promised: [],
    written: [],
    closed: false,
    quietUntil: 0,
    remindAt: 0,
    changed: Date.now(),
  };
}

/** All cards that are not yet too old to keep, the last used one first. */
export async function loadCards() {
  const cards = await load(CARDS, /** @type {Card[]} */ ([]));
  const days = await keptDays();
  return cards
    .filter((card) => goneOn(card, days) > Date.now())
    .map((card) => ({ ...emptyCard(), ...card }))
    .toSorted((a, b) => b.changed - a.changed);
}

/** For how many days a card is kept after its last change; 0 is for good. */
export function keptDays() {
  return load(KEEP, KEEP_DAYS);
}

/** @param {number} days @returns {Promise<boolean>} whether there was room to keep it */
export function keepFor(days) {
  return save(KEEP, days);
}

/** When a card goes by itself: not before the reminder that was asked for. @param {Card} card @param {number} days as kept */
export function goneOn({ changed, remindAt }, days) {
  return days ? Math.max(changed, remindAt || 0) + days * DAY : Infinity;
}

/**
 * Store a card; one without any name is not worth a place. The background is the one writer, so that
 * two windows never write over each other.
 *
 * @param {Card} card
 * @param {Card | null} [before] as it was read: only what differs from it is changed
 * @returns {Promise<Answer<true>>} `full`: the browser has no room, and nothing was changed
 */
export function saveCard(card, before = null) {
  const names = /** @type {(keyof Card)[]} */ (Object.keys(card));
  const fields = names.filter(
    (name) => !before || JSON.stringify(card[name]) !== JSON.stringify(before[name]),
  );
  return ask("save-card", { card, fields });
}

/** @param {string} id */
export function removeCard(id) {
  return ask("remove-card", { id });
}

/**
 * Note that an email was sent, or take that back.
 *
 * @param {string} id
 * @param {Omit<Written, "at">} entry
 * @param {boolean} [sent]
 */
export function noteWritten(id, entry, sent = true) {
  return ask("note-written", { id, entry: { ...entry, at: Date.now() }, sent });
}

/** Why a change was not stored, in words; "" where it was. @param {Answer<true>} answer */
export const whyNotStored = ({ state }) =>
  state === "ok" ? "" : text(state === "full" ? "storageFull" : "notKept");

/** @param {() => void} listener @param {AbortSignal} [signal] */
export function onCards(listener, signal) {
  onStored(CARDS, listener, signal);
}

/** @param {Card} card */
export function isBlank(card) {
  return !card.company && !card.role && !card.interviewers.some(({ name, email }) => name || email);
}
