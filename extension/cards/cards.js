/** The interview cards: what the person knows about each interview, kept on this computer only. */

/** @import { ChecksRequest, Interview, Person } from "../api" */
/** @import { Answer } from "../messages.js" */

import { ask, load, onStored, save, text } from "../browser.js";
import { withOffset } from "./clock.js";
import { among, sameAddress, sameHost, sameName } from "./people.js";
import { followUps, notesToOthers } from "./written.js";

/**
 * @typedef {object} Card
 * @property {string} id
 * @property {Person[]} interviewers
 * @property {string} company
 * @property {string} role
 * @property {string} interviewedAt local date and time as a form field holds it, or ""
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
    interviewed_at: card.interviewedAt ? withOffset(new Date(card.interviewedAt)) : null,
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
