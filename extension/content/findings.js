/** What was found in a draft, kept in step with it while the person goes on writing. */

/** @import { Report } from "../api" */
/** @import { Noted } from "./report.js" */

import { change, follow, movedSentences, noted, sentenceAt } from "./report.js";

/** A sentence that ends so is whole, whatever closes a quotation behind it. */
const WHOLE = /[.!?…:][\p{Pf}\p{Pe}"']*$/u;

export class Findings {
  /** The sentences that are as they were read, where they stand now. @type {Report["sentences"]} */
  sentences = [];
  /** @type {Noted[]} */
  #all = [];
  /** What the service said last, and of which words. @type {{ report: Report, body: string } | null} */
  #read = null;
  /** The words as they stood when all this was last put in step with them. */
  #text = "";
  /** Where it changed last: behind what was written there. */
  #written = 0;
  /** @type {Set<string>} */
  #left = new Set();

  /** @param {Report} report @param {string} body the text that was checked */
  take(report, body) {
    this.#read = { report, body };
    this.#text = body;
    this.sentences = report.sentences;
    this.#all = noted(report, body);
  }

  /**
   * Follow the words to where they stand now.
   *
   * @param {string} text
   * @returns {boolean} whether they changed
   */
  follow(text) {
    if (text === this.#text) return false;
    // Squire sets a line below all with the first thing that is pasted: that is no second change.
    const changed = change(this.#text.trimEnd(), text.trimEnd());
    if (changed) this.#written = changed.end + changed.growth;
    if (this.#read?.body === text) {
      this.#stepBack(this.#read.report, text);
    } else if (changed) {
      follow(this.#all, this.sentences, this.#text, changed);
      this.sentences = movedSentences(this.sentences, changed);
    }
    this.#text = text;
    return true;
  }

  /**
   * The words are as they were read: what was said then is so again. It is put right in place, for it
   * is shown, with its marks and repairs, until it is shown anew.
   *
   * @param {Report} report @param {string} text
   */
  #stepBack(report, text) {
    this.sentences = report.sentences;
    noted(report, text).forEach((item, at) => {
      Object.assign(/** @type {Noted} */ (this.#all[at]), item);
    });
  }

  /** All but those that the person left as they are. */
  get standing() {
    return this.#all.filter(({ id }) => !this.#left.has(id));
  }

  /**
   * Those that may be shown to somebody who is writing: the sentence they write waits for its end.
   *
   * @param {number} caret
   */
  shownTo(caret) {
    const { start, end } = this.#unfinished();
    if (caret < start || caret > end) return this.standing;
    return this.standing.filter(({ finding, span }) => {
      const inside = span && finding.field === "body";
      return !(inside && start <= span.start && span.end <= end);
    });
  }

  /** The sentence that was written last, if it has no end yet; else none. */
  #unfinished() {
    const here = { start: this.#written, end: this.#written };
    const around = sentenceAt(here, this.sentences, this.#text);
    const words = this.#text.slice(around.start, this.#written).trimEnd();
    return words && !WHOLE.test(words) ? around : { start: 0, end: -1 };
  }

  /** Leave a finding as it is, for this draft. @param {Noted} item */
  leave({ id }) {
    this.#left.add(id);
  }

  /** The draft is empty: the next words are another one. */
  forget() {
    this.#read = null;
    this.#all = [];
    this.sentences = [];
    this.#text = "";
    this.#written = 0;
    this.#left.clear();
  }
}
