/**
 * Counts a note as written once it was sent, where the person asked for that: Send was pressed, nothing
 * held it, and its window closed soon after. What a webmail took, no page says; so it can be taken back.
 */

/** @import { Written } from "../cards/cards.js" */
/** @import { Session } from "./session.js" */

import { load, save } from "../browser.js";
import { noteWritten } from "../cards/cards.js";
import { among, keyOf } from "../cards/people.js";
import { peopleOf, thanksTo } from "../cards/written.js";

/** A window that closes later than this was closed for another reason. */
const CLOSES_MS = 10_000;
const KEY = "countSent";

/** @returns {Promise<boolean>} */
export const countsSent = () => load(KEY, false);

/** @param {boolean} on @returns {Promise<boolean>} whether there was room to keep it */
export const countSent = (on) => save(KEY, on);

export class Sent {
  /** What to note once the window is closed. @type {{card: string, at: number, entries: Omit<Written, "at">[]} | null} */
  #noted = null;

  /** @param {Session} session */
  constructor(session) {
    this.session = session;
  }

  /** Send was pressed, and nothing holds it. */
  async pressed() {
    const { card } = this.session.view;
    const entries = this.#entries();
    this.#noted = null;
    const at = Date.now();
    if (card && entries.length && (await countsSent()))
      this.#noted = { card: card.id, at, entries };
  }

  /** The window is closed. */
  closed() {
    const noted = this.#noted;
    this.#noted = null;
    if (!noted || Date.now() - noted.at > CLOSES_MS) return;
    for (const entry of noted.entries) void noteWritten(noted.card, entry);
  }

  /** Who of the card gets the message, and as what; nobody who was thanked before. */
  #entries() {
    const { session } = this;
    const { card, report } = session.view;
    if (!card || !session.isOurs) return [];
    const people = among(peopleOf(card), session.recipients());
    if (report?.kind === "thank-you") {
      return people
        .filter((person) => !thanksTo(card, person))
        .map((person) => entry("thank", keyOf(person), session.words.body));
    }
    // One question, to however many it goes.
    const [first] = people;
    return report?.kind === "follow-up" && first ? [entry("ask", keyOf(first), "")] : [];
  }
}

/** @param {Written["step"]} step @param {string} to @param {string} text @returns {Omit<Written, "at">} */
const entry = (step, to, text) => ({ step, to, text });
