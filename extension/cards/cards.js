/** The interview cards: what the person knows about each interview, kept on this computer only. */

/** @import { Interview, Kind, Person } from "../api" */

import { load, onStored, save } from "../browser.js";

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
 * @property {(Kind | "closed")[]} done what is behind the person
 * @property {number} changed when it was last used, in milliseconds since 1970
 */

const KEY = "cards";

/** Mail hosts that say nothing about where somebody works. */
const PUBLIC_HOSTS =
  /^(gmail|googlemail|outlook|hotmail|live|yahoo|icloud|me|aol|gmx|web|proton|protonmail)\./;

/** @returns {Card} */
export function emptyCard() {
  return {
    id: crypto.randomUUID(),
    interviewers: [],
    company: "",
    role: "",
    interviewedAt: "",
    decisionBy: "",
    topics: [],
    openQuestions: [],
    promised: [],
    done: [],
    changed: Date.now(),
  };
}

/** All cards, the last used one first. */
export async function loadCards() {
  const cards = await load(KEY, /** @type {Card[]} */ ([]));
  return cards.toSorted((a, b) => b.changed - a.changed);
}

/** Store a card; one without any name is not worth a place. @param {Card} card */
export async function saveCard(card) {
  const others = (await loadCards()).filter(({ id }) => id !== card.id);
  await save(KEY, isBlank(card) ? others : [{ ...card, changed: Date.now() }, ...others]);
}

/** @param {string} id */
export async function removeCard(id) {
  await save(
    KEY,
    (await loadCards()).filter((card) => card.id !== id),
  );
}

/** @param {() => void} listener @param {AbortSignal} [signal] */
export function onCards(listener, signal) {
  onStored(KEY, listener, signal);
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
  const open = cards.filter((card) => !card.done.includes("closed"));
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

/** @param {Person} known @param {Person} person */
const sameAddress = (known, person) =>
  Boolean(known.email) && fold(known.email) === fold(person.email);

/** @param {Person} known @param {Person} person */
function sameName(known, person) {
  if (!known.name) return false;
  if (person.name) return fold(known.name) === fold(person.name);
  const local = fold(person.email).split("@")[0] ?? "";
  const names = fold(known.name).split(/\s+/);
  return names.length > 1 && names.every((name) => local.includes(name));
}

/** @param {Person} known @param {Person} person */
function sameHost(known, person) {
  const host = fold(known.email).split("@")[1];
  return (
    Boolean(host) && !PUBLIC_HOSTS.test(`${host}`) && host === fold(person.email).split("@")[1]
  );
}

/** @param {string | null | undefined} text */
const fold = (text) => (text ?? "").trim().toLowerCase();

/**
 * A card as the service takes it.
 *
 * @param {Card} card
 * @param {Person[]} [recipients] the addressee comes first where a card holds several people
 * @returns {Interview}
 */
export function asInterview(card, recipients = []) {
  const rank = (/** @type {Person} */ known) =>
    recipients.some((person) => sameAddress(known, person) || sameName(known, person)) ? 0 : 1;
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
 * A moment as ISO 8601 with this computer's offset, such as `2026-03-03T14:00:00+01:00`.
 *
 * @param {Date} moment
 */
export function withOffset(moment) {
  const minutes = -moment.getTimezoneOffset();
  const local = new Date(moment.getTime() + minutes * 60_000).toISOString().slice(0, 19);
  const two = (/** @type {number} */ part) => String(Math.floor(Math.abs(part))).padStart(2, "0");
  return `${local}${minutes < 0 ? "-" : "+"}${two(minutes / 60)}:${two(minutes % 60)}`;
}
