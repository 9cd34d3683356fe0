/**
 * When the service is asked about a message: after a pause, once about the same words, one thing at a
 * time while it keeps one waiting, and again by and by where it did not answer.
 */

/** @import { ChecksRequest, Report } from "../api" */
/** @import { Field } from "./field.js" */
/** @import { Phase } from "./view.js" */

import { isUnanswered } from "../browser.js";
import { lasting, Reports, readMessage } from "./request.js";

/** Long enough not to judge half a sentence, short enough to feel present. */
const PAUSE_MS = 700;
/** Nobody should wonder for longer what is the matter. */
const LATE_MS = 8000;

const FIRST_PAUSE_MS = 3000;
const LONGEST_PAUSE_MS = 30_000;

/** How long to wait before the service is asked again that did not answer: 3, 6, 12, 24, then 30 seconds. */
export class Pauses {
  #next = FIRST_PAUSE_MS;

  next() {
    const pause = this.#next;
    this.#next = Math.min(pause * 2, LONGEST_PAUSE_MS);
    return pause;
  }
}

export class Checking {
  /** Called after a pause: it is time to ask. @type {() => unknown} */
  onPause = () => {};
  /** Called while there is no report. @type {(phase: Phase, reason: string) => void} */
  onPhase = () => {};
  /** Called with what the service says of the words as they stand. @type {(report: Report, request: ChecksRequest) => void} */
  onReport = () => {};
  /** Called when the extension behind this script is gone. */
  onGone = () => {};

  #reports = new Reports();
  /** What was asked last; "" where that came to nothing. */
  #asked = "";
  /** Done when its answer is there. @type {Promise<void>} */
  #answer = Promise.resolve();
  /** Whether the service keeps one waiting: then it is asked one thing at a time. */
  #late = false;
  /** The message that the report is about. */
  #judged = "";
  #pauses = new Pauses();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** When the timer rings, and when the pause is over. */
  #rings = 0;
  #due = 0;

  /** @param {Field} field @param {AbortSignal} life */
  constructor(field, life) {
    this.field = field;
    this.life = life;
    life.addEventListener("abort", () => clearTimeout(this.#timer));
  }

  /** The person changed the message: check after a pause. @param {number} [pause] */
  soon(pause = PAUSE_MS) {
    this.#due = performance.now() + pause;
    // A timer that rings too early is cheaper than one that is set anew at every key.
    if (this.#timer === undefined || this.#rings > this.#due) this.#wait(pause);
  }

  /** @param {number} pause */
  #wait(pause) {
    clearTimeout(this.#timer);
    if (this.life.aborted) return;
    this.#rings = performance.now() + pause;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      const left = this.#due - performance.now();
      if (left > 0) this.#wait(left);
      else void this.onPause();
    }, pause);
  }

  /** The page changed, perhaps a recipient or an attachment: a page may do so all the time. */
  glance() {
    if (this.#timer === undefined) this.soon();
  }

  /** Something beside the words is other than it was: the same words are asked about again. */
  renew() {
    this.#asked = "";
  }

  /** There is no message any more that a report could be about. */
  forget() {
    this.#asked = "";
    this.#judged = "";
  }

  /** Whether the report is about the message as it stands at this moment. */
  get isJudged() {
    const { editor, root } = this.field;
    return editor !== null && JSON.stringify(readMessage(root, editor)) === this.#judged;
  }

  /** @param {ChecksRequest} request @param {ReturnType<typeof readMessage>} message that it is about */
  ask(request, message) {
    const key = lasting(request);
    if (key !== this.#asked && !this.#late) {
      this.#asked = key;
      this.#answer = this.#judge(request, JSON.stringify(message));
    }
    return this.#answer;
  }

  /** @param {ChecksRequest} request @param {string} message */
  async #judge(request, message) {
    const key = this.#asked;
    this.onPhase("reading", "");
    const late = setTimeout(() => this.#sayLate(), LATE_MS);
    const answer = await this.#reports.of(request);
    clearTimeout(late);
    // What was written meanwhile was not asked about.
    const meanwhile = this.#late;
    this.#late = false;
    if (key !== this.#asked || this.life.aborted) return meanwhile ? this.soon(0) : undefined;
    if (answer.state === "gone") return this.onGone();
    if (answer.state !== "ok") return this.#fail(answer);
    this.#pauses = new Pauses();
    this.#judged = message;
    this.onReport(answer.value, request);
    if (meanwhile) this.soon(0);
  }

  #sayLate() {
    if (this.life.aborted || !this.#asked || this.isJudged) return;
    this.#late = true;
    this.onPhase("slow", "");
  }

  /** @param {{state: string, message?: string}} answer */
  #fail({ state, message = "" }) {
    this.#asked = "";
    this.onPhase(/** @type {Phase} */ (state), message);
    if (isUnanswered(state) && !document.hidden) this.soon(this.#pauses.next());
  }
}
