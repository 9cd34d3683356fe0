/** What was typed in the Insert tab, and its card: kept for good, the rest until the browser closes. */

/** @import { Person } from "../../api" */
/** @import { Card } from "../../cards/cards.js" */
/** @import { Session } from "../session.js" */
/** @import { DoorName } from "./template_choice.js" */

import { ask, text } from "../../browser.js";
import { emptyCard, saveCard } from "../../cards/cards.js";
import { keyOf, samePerson } from "../../cards/people.js";
import { peopleOf, unthanked } from "../../cards/written.js";
import { element } from "../../design/element.js";

const KEEP_MS = 250;

/**
 * @typedef {object} Form what was typed and is not part of a card
 * @property {"choose" | "fill" | "preview"} step
 * @property {DoorName | null} door
 * @property {string | null} template
 * @property {string} to whom of several people it is to, by key; "" where it is not known
 * @property {Record<string, Record<string, string>>} answers by person, then by field: what one
 *   person said belongs into no other's note
 * @property {Card} card
 */

export class KeptForm {
  /** @type {Form} */
  form = { step: "choose", door: null, template: null, to: "", answers: {}, card: emptyCard() };
  /** That something could not be kept. */
  warning = element("p", { class: "note", role: "status" });
  #key = "";
  #touched = false;
  #cardChanged = false;
  /** @type {Card | null} the card as it was read, so that only what is typed here is changed */
  #before = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /** @param {Session} session */
  constructor(session) {
    this.session = session;
    session.life.addEventListener("abort", () => clearTimeout(this.#timer));
  }

  /** Bring back what was typed here before. */
  async restore() {
    // Not before: a webmail fills its recipients in late.
    this.#key = `${location.host}|${this.session.recipients()[0]?.email ?? ""}`;
    const kept = await ask("kept-form", { key: this.#key });
    const form = kept.state === "ok" ? /** @type {Form | null} */ (kept.value) : null;
    if (!form) return this.#prefill();
    this.form = form;
    this.#touched = true;
    const stored = this.session.view.cards.find(({ id }) => id === form.card.id);
    if (stored) this.take(stored, form.to);
  }

  /**
   * Cards or recipients changed elsewhere: take over what is new, unless it is being changed here.
   *
   * @returns {boolean} whether the card is another one now
   */
  refresh() {
    const stored = this.session.view.cards.find(({ id }) => id === this.form.card.id);
    if (!stored && !this.#touched) this.#prefill();
    if (!stored || this.#cardChanged) return false;
    if (JSON.stringify(stored) === JSON.stringify(this.#before)) return false;
    this.take(stored, this.form.to);
    return true;
  }

  /** The card of the recipients, or a new one that begins with them. */
  #prefill() {
    const known = this.session.view.card;
    if (known) this.take(known);
    else this.begin();
  }

  /** Begin a new card with the recipients. */
  begin() {
    const interviewers = this.session.recipients().map((person) => ({ ...person }));
    this.#before = null;
    this.form.card = { ...emptyCard(), interviewers };
    this.form.to = "";
  }

  /** Work on a stored card. @param {Card} card @param {string} [to] */
  take(card, to = this.#likelyTo(card)) {
    this.#before = card;
    this.form.card = structuredClone(card);
    this.form.to = to;
  }

  /** Whom a note is to: a recipient, else the first who has none yet. @param {Card} card */
  #likelyTo(card) {
    const recipients = this.session.recipients();
    const people = peopleOf(card);
    const named = people.find((known) => recipients.some((person) => samePerson(known, person)));
    const person = named ?? unthanked(card)[0] ?? people[0];
    return person ? keyOf(person) : "";
  }

  /** @returns {Person[]} whom the note is to, where it is known */
  get to() {
    return peopleOf(this.form.card).filter((person) => keyOf(person) === this.form.to);
  }

  /** What stands in this window for a person; "" where it is to somebody else. @param {Person} person */
  wordsTo(person) {
    const recipients = this.session.recipients();
    const here = recipients.length
      ? recipients.some((recipient) => samePerson(person, recipient))
      : this.to.includes(person);
    return here ? (this.session.editor?.readLetter().text.trim() ?? "") : "";
  }

  /** Something was typed. @param {boolean} [card] into the card */
  keep(card = false) {
    this.#touched = true;
    this.#cardChanged ||= card;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      void ask("keep-form", { key: this.#key, value: this.form });
      if (this.#cardChanged) void this.store();
    }, KEEP_MS);
  }

  /** Store the card; where there is no room for it, say so and try again at the next change. */
  async store() {
    const card = structuredClone(this.form.card);
    // What is typed while it is stored is a change of its own.
    this.#cardChanged = false;
    const answer = await saveCard(card, this.#before);
    this.warning.textContent = answer.state === "full" ? text("storageFull") : "";
    if (answer.state === "ok") this.#before = card;
    else this.#cardChanged = true;
  }
}
