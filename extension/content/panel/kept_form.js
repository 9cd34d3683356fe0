/**
 * What was typed in the Insert tab, and its card: kept for good, the rest until the browser closes.
 *
 * It belongs to one compose window and, once that is closed, to those it was to: a window whose
 * recipients nobody knows is offered nothing that was typed in another one.
 */

/** @import { Person } from "../../api" */
/** @import { Card } from "../../cards/cards.js" */
/** @import { Session } from "../session.js" */
/** @import { DoorName } from "./template_choice.js" */

import { ask, text } from "../../browser.js";
import { emptyCard, saveCard } from "../../cards/cards.js";
import { cardFor } from "../../cards/interview.js";
import { among, keyOf } from "../../cards/people.js";
import { peopleOf, unthanked } from "../../cards/written.js";
import { element } from "../../design/element.js";

const KEEP_MS = 250;

/** The compose windows of this page, by session: what is typed in one is not offered in another. */
const open = new Set();

/**
 * @typedef {object} Form what was typed and is not part of a card
 * @property {"choose" | "fill" | "preview"} step
 * @property {DoorName | null} door
 * @property {string | null} template
 * @property {string} to whom of several people it is to, by key; "" where it is not known
 * @property {Record<string, Record<string, string>>} answers by person, then by field: what one
 *   person said belongs into no other's note
 * @property {Card} card
 * @property {string} window the session that it was typed in, once it is kept
 */

/** What is kept when there is nothing to bring back yet. @returns {Form} */
const emptyForm = () => ({
  step: "choose",
  door: null,
  template: null,
  to: "",
  answers: {},
  card: emptyCard(),
  window: "",
});

export class KeptForm {
  /** @type {Form} */
  form = emptyForm();
  /** That something could not be kept. */
  warning = element("p", { class: "note", role: "status" });
  /** Whom the window is to, as far as it was looked at. @type {string | null} */
  #key = null;
  /** Whether something was typed or chosen here, and not only brought back. */
  #touched = false;
  #cardChanged = false;
  /** Whether the person chose the card: then the recipients choose none. */
  #byHand = false;
  /** Whom of the card the note is to. @type {Person | undefined} */
  #person;
  /** What another one said, whose key is theirs while they are typed about. @type {Form["answers"][string] | undefined} */
  #under;
  /** @type {Card | null} the card as it was read, so that only what is typed here is changed */
  #before = null;
  /** The card as it was read and as it was stored from here: when that is heard of, it is no news. @type {Set<string>} */
  #known = new Set();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /** @param {Session} session */
  constructor(session) {
    this.session = session;
    open.add(session.id);
    session.life.addEventListener("abort", () => {
      // A window may close, or be folded away, right after something was typed.
      if (this.#timer !== undefined) this.#keepNow();
      open.delete(session.id);
    });
  }

  /** The recipients as a key; "" where there are none, or none can be read. */
  get #recipients() {
    const keys = this.session.recipients().map(keyOf).filter(Boolean);
    return keys.length ? [location.host, ...keys.toSorted()].join("|") : "";
  }

  /**
   * Cards or recipients changed: take over what is new, unless it is being changed here. A webmail
   * fills its recipients in late, and a person may change them.
   *
   * @returns {Promise<boolean>} whether there is something else to show now
   */
  async refresh() {
    const key = this.#recipients;
    if (key !== this.#key) {
      this.#key = key;
      const kept = await this.#kept(key);
      if (key === this.#key) this.#readdress(kept);
      return true;
    }
    const stored = this.session.view.cards.find(({ id }) => id === this.form.card.id);
    if (!stored && !this.#touched && !this.form.template) this.#prefill();
    if (!stored || this.#cardChanged) return false;
    if (this.#known.has(contentOf(stored))) return false;
    this.#work(stored, this.form.to);
    return true;
  }

  /** What was typed to the same people before, in a window that is closed. @param {string} key @returns {Promise<Form | null>} */
  async #kept(key) {
    if (!key) return null;
    const kept = await ask("kept-form", { key });
    const form = kept.state === "ok" ? /** @type {Form | null} */ (kept.value) : null;
    const elsewhere = form && form.window !== this.session.id && open.has(form.window);
    return elsewhere ? null : form;
  }

  /** The window is to somebody else than before. @param {Form | null} kept what was typed to them */
  #readdress(kept) {
    if (this.#touched) {
      // This window's words stay; what was typed to these people is not lost.
      this.form.answers = { ...kept?.answers, ...this.form.answers };
      if (this.#byHand || this.#cardChanged) {
        // The card stays; a note about it goes to whom of it the window is to.
        if (!this.#here.length) return;
        if (this.#here.includes(/** @type {Person} */ (this.#person))) return this.keep();
        this.address();
      } else this.#prefill();
      // What was to be seen was written to somebody else.
      if (this.form.step === "preview") this.form.step = "fill";
      return this.keep();
    }
    if (this.#byHand) return;
    Object.assign(this.form, kept ?? emptyForm());
    if (!kept) return this.#prefill();
    const stored = this.session.view.cards.find(({ id }) => id === kept.card.id);
    if (stored) this.#work(stored, kept.to);
    else this.address(kept.to);
  }

  /** The card of the recipients, or a new one that begins with them. */
  #prefill() {
    const known = cardFor(this.session.view.cards, this.session.recipients());
    const before = this.form.to;
    if (known) this.#work(known);
    else this.#begin();
    if (!before) this.#addressAnswers();
  }

  /** What was answered before one knew whom the note is to is about them. */
  #addressAnswers() {
    const { answers, to } = this.form;
    const { "": early, ...others } = answers;
    if (early && to) this.form.answers = { ...others, [to]: { ...early, ...others[to] } };
  }

  /** The person begins a new card. */
  begin() {
    this.#byHand = true;
    this.#begin();
  }

  /** The person chose a stored card. @param {Card} card */
  take(card) {
    this.#byHand = true;
    this.#work(card);
  }

  /** Begin a new card with the recipients. */
  #begin() {
    const interviewers = this.session.recipients().map((person) => ({ ...person }));
    this.#before = null;
    this.form.card = { ...emptyCard(), interviewers };
    this.address();
  }

  /** Work on a stored card. @param {Card} card @param {string} [to] */
  #work(card, to) {
    this.#before = card;
    this.#known = new Set([contentOf(card)]);
    this.form.card = structuredClone(card);
    this.address(to);
  }

  /** The note is to somebody of the card. @param {string} [to] by key, as far as one knows */
  address(to = "") {
    if (this.#under) this.form.answers[this.form.to] ??= this.#under;
    this.form.to = to;
    if (!this.to.length) this.form.to = this.#likelyTo;
    this.#person = this.to[0];
    this.#under = undefined;
  }

  /** Whom it is to may get another key while they are typed about: note and answers stay theirs. */
  #readdressed() {
    const { card, to, answers } = this.form;
    if (!this.#person) return;
    if (!card.interviewers.includes(this.#person)) return this.address();
    const key = keyOf(this.#person);
    if (!key || key === to) return;
    const { [to]: own, [key]: under, ...others } = answers;
    if (own) others[key] = own;
    if (this.#under) others[to] = this.#under;
    this.#under = under;
    this.form.answers = others;
    this.form.to = key;
  }

  /** Those of the card whom the window is to. */
  get #here() {
    return among(peopleOf(this.form.card), this.session.recipients());
  }

  /** Whom a note is to: a recipient, else the first who has none yet. */
  get #likelyTo() {
    const { card } = this.form;
    const person = this.#here[0] ?? unthanked(card)[0] ?? peopleOf(card)[0];
    return person ? keyOf(person) : "";
  }

  /** @returns {Person[]} whom the note is to, where it is known */
  get to() {
    return peopleOf(this.form.card).filter((person) => keyOf(person) === this.form.to);
  }

  /** What stands in this window for a person; "" where it is to somebody else. @param {Person} person */
  wordsTo(person) {
    const here = this.session.recipients().length ? this.#here : this.to;
    return here.includes(person) ? (this.session.editor?.readLetter().text.trim() ?? "") : "";
  }

  /** Something was typed. @param {boolean} [card] into the card */
  keep(card = false) {
    this.#touched = true;
    this.#cardChanged ||= card;
    this.#byHand ||= card;
    if (card) this.#readdressed();
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#keepNow(), KEEP_MS);
  }

  #keepNow() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const key = this.#recipients;
    const value = { ...this.form, window: this.session.id };
    if (key) void ask("keep-form", { key, value });
    if (this.#cardChanged) void this.store();
  }

  /** Store the card; where there is no room for it, say so and try again at the next change. */
  async store() {
    const card = structuredClone(this.form.card);
    // What is typed while it is stored is a change of its own.
    this.#cardChanged = false;
    this.#known.add(contentOf(card));
    const before = this.#before;
    // What is typed back to that meanwhile is a change, too.
    this.#before = card;
    const answer = await saveCard(card, before);
    this.warning.textContent = answer.state === "full" ? text("storageFull") : "";
    if (answer.state === "ok") return;
    this.#before = before;
    this.#cardChanged = true;
  }
}

/** Whenever it was changed, and in whatever order the storage gives its parts back. @param {Card} card */
function contentOf(card) {
  return JSON.stringify({ ...card, changed: 0 }, (_, part) =>
    Object(part) === part ? Object.fromEntries(Object.entries(part).toSorted()) : part,
  );
}
