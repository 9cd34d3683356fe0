/** Which interview a message is about: that of its recipients, or the one that the person chose. */

/** @import { Session } from "./session.js" */

import { isAlive } from "../browser.js";
import { loadCards } from "../cards/cards.js";
import { cardFor } from "../cards/interview.js";

export class InterviewChoice {
  /** @type {string | null} a card that the person chose by hand */
  #chosen = null;

  /** @param {Session} session @param {() => void} onChange called when the view of it is another one */
  constructor(session, onChange) {
    this.session = session;
    this.onChange = onChange;
  }

  /** Know all interviews as they are kept now. */
  async refresh() {
    const { session } = this;
    if (!isAlive()) return session.gone();
    session.view.cards = await loadCards();
    this.find();
    this.onChange();
    session.checking.soon();
  }

  /** @param {string | null} id a card, or null for what the recipients say */
  use(id) {
    this.#chosen = id;
    this.find();
    this.onChange();
    this.session.checking.soon(0);
  }

  /** Find it anew: the recipients may be others. */
  find() {
    const { view } = this.session;
    const chosen = view.cards.find(({ id }) => id === this.#chosen);
    view.card = chosen ?? cardFor(view.cards, this.session.recipients());
  }
}
