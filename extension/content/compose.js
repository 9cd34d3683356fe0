/** One compose window, and all of ours that stands beside it. */

/** @import { Adapter } from "../webmail/contract.js" */
/** @import { Noted } from "./report.js" */
/** @import { Hears } from "./shadow.js" */

import { isFolded } from "../webmail/index.js";
import { Bubble } from "./bubble.js";
import { Guard } from "./guard.js";
import { Panel } from "./panel/panel.js";
import { Question } from "./question.js";
import { Session } from "./session.js";

/**
 * @typedef {object} Shared what all compose windows of a page have in common
 * @property {AbortController} life ends everything that we ever did on the page
 * @property {string} style of all that is shown
 * @property {Hears} hears who hears events before the page does
 * @property {(view: Window, end: AbortSignal) => void} listen tell them of another window's events too
 */

export class Compose {
  /** Ends what belongs to this window. */
  #life = new AbortController();

  /**
   * @param {HTMLElement} root
   * @param {Adapter} adapter
   * @param {Shared} shared
   * @param {() => void} onUnfold called when its panel is opened
   */
  constructor(root, adapter, { life, style, hears, listen }, onUnfold) {
    const { signal } = this.#life;
    life.signal.addEventListener("abort", () => this.#life.abort(), { signal });
    this.session = new Session(root, adapter, this.#life, () => life.abort());
    this.panel = new Panel(this.session, style, hears, signal, onUnfold);
    this.bubble = new Bubble(this.session, style, hears, signal);
    const fix = (/** @type {Noted} */ item) => this.#fix(item);
    this.question = new Question(this.session, fix, style, hears, signal);
    this.guard = new Guard(this.session, this.question, hears, signal);
    this.session.field.onBind((editor, end) => {
      if (editor.window !== window) listen(editor.window, end);
    });
    void this.session.start();
  }

  /** Go to a finding that is to be settled before the message is sent. @param {Noted} item */
  #fix(item) {
    this.session.show(item);
    if (!this.bubble.show(item.id, true) && item.finding.field === "body")
      this.panel.reveal(item.id);
  }

  /** Keep step with its window: a page folds one away, unfolds it, and draws it anew. */
  tend() {
    const { session, panel, bubble, question } = this;
    if (isFolded(session.root, session.adapter)) {
      session.display.fold(true);
      panel.putAway();
      bubble.close();
      question.rest();
    } else {
      session.bind();
      session.display.fold(false);
      session.checking.glance();
      panel.attach();
    }
  }

  /** From the draft into the bubble that stands beside its words, else to the next finding of the list. */
  next() {
    if (this.bubble.float.active || !this.bubble.enterHere()) this.panel.next();
  }

  /** Its window is gone from the page. */
  close() {
    this.guard.closed();
    this.#life.abort();
  }
}
