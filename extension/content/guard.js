/**
 * Asks once before a message is sent that has something in it to settle: a blank, a wrong name, a
 * missing file. It holds back the events of the act, never the button; where it cannot answer in time,
 * or is not there any more, the message goes as if it had never been.
 */

/** @import { Act } from "./act.js" */
/** @import { Hears } from "./shadow.js" */
/** @import { Noted } from "./report.js" */
/** @import { Session } from "./session.js" */

import { ask, isAlive } from "../browser.js";
import { actOf, again, Gesture } from "./act.js";
import { Sent } from "./sent.js";

/** As long as one may wait for an answer that was not there yet. */
const WAIT_MS = 400;
/** A webmail that sends shows it by then. */
const REACTION_MS = 1000;

/**
 * @typedef {object} Asker
 * @property {(stops: Noted[], act: Act, send: () => void) => void} ask whether to send all the same
 * @property {(act: Act) => void} pressAgain say that the next press sends
 * @property {boolean} isNew whether nobody can have read the question yet
 * @property {() => void} rest take away what is said
 */

export class Guard {
  /** The texts that the person was asked about: none of them is held a second time. */
  #asked = new Set();
  #gesture = new Gesture();
  /** Whether an act waits for its answer: what is pressed meanwhile is the same act. */
  #waiting = false;
  /** Whether a copy of the message is kept, and whether it was let go since. */
  #kept = false;
  #gone = false;

  /**
   * @param {Session} session
   * @param {Asker} asker
   * @param {Hears} hears
   * @param {AbortSignal} signal
   */
  constructor(session, asker, hears, signal) {
    this.session = session;
    this.asker = asker;
    this.sent = new Sent(session);
    hears.add(this.#hear);
    signal.addEventListener("abort", () => hears.delete(this.#hear));
    // Some webmails leave the page once a message is sent.
    addEventListener("pagehide", () => this.#gone && this.closed(), { signal });
  }

  /** @param {Event} event */
  #hear = (event) => {
    const { root, editor, adapter } = this.session;
    const act = editor && actOf(event, root, editor, adapter);
    // What one of ours has used, in a dialog around both, is no act of the person's.
    if (!act || event.cancelBubble || !event.isTrusted || !editor.alive || !isAlive()) return;
    const isSame = () => this.#waiting || this.asker.isNew;
    if (!this.#gesture.holds(event, () => isSame() || this.#mayHold())) {
      if (act.done) void this.sent.pressed();
      return this.asker.rest();
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    if (act.done && !isSame()) void this.#hold(act);
  };

  #mayHold() {
    const holds = this.#isInDoubt();
    this.#gone = !holds;
    return holds;
  }

  /** Neither other mail nor a text a second time. */
  #isInDoubt() {
    const { session } = this;
    if (!session.isOurs || this.#asked.has(this.#text)) return false;
    if (session.checking.isJudged) return session.stops.length > 0;
    // The answer is on its way while the button is still down.
    void session.check();
    return true;
  }

  get #text() {
    return JSON.stringify(this.session.words);
  }

  /** @param {Act} act */
  async #hold(act) {
    this.#waiting = true;
    const judged = this.session.checking.isJudged || (await this.#judge());
    this.#waiting = false;
    const { stops } = this.session;
    this.#asked.add(this.#text);
    if (!judged || !stops.length) return this.#letGo(act);
    void this.#keep();
    try {
      this.session.display.speak();
      this.asker.ask(stops, act, () => this.#send(act));
    } catch {
      this.#letGo(act);
    }
  }

  /** @returns {Promise<boolean>} whether the service judged the draft in time */
  async #judge() {
    const late = new Promise((resolve) => setTimeout(resolve, WAIT_MS));
    await Promise.race([this.session.check().catch(() => {}), late]);
    // Its window may be gone by now, or the extension.
    const { life, isOurs, checking } = this.session;
    return !life.aborted && isOurs && checking.isJudged;
  }

  /** Whatever comes of the act: the words are there once more. */
  async #keep() {
    this.#kept = true;
    const { id, site, words } = this.session;
    await ask("keep-draft", { id, site, ...words });
  }

  /** The compose window is gone as it should: so is the copy. */
  closed() {
    this.sent.closed();
    if (this.#kept) void ask("forget-draft", { id: this.session.id });
    this.#kept = false;
  }

  /** The person wants it sent. A chord cannot be pressed for them: the next one passes. @param {Act} act */
  #send(act) {
    if (act.kind === "press") return this.#letGo(act);
    this.session.returnToDraft();
    this.asker.pressAgain(act);
  }

  /** Do what the person did, once; where the page does not take it from us, the next press passes. @param {Act} act */
  #letGo(act) {
    this.#gone = true;
    void this.sent.pressed();
    if (!act.target.isConnected) return this.asker.pressAgain(act);
    const reaction = new MutationObserver(() => stop());
    const timer = setTimeout(() => {
      stop();
      if (this.session.root.isConnected) this.asker.pressAgain(act);
    }, REACTION_MS);
    const stop = () => {
      clearTimeout(timer);
      reaction.disconnect();
    };
    reaction.observe(document, { subtree: true, childList: true, attributes: true });
    again(act);
  }
}
