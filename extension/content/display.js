/** What there is to see of one draft: the view, for whoever shows it, and the marks in its words. */

/** @import { Field } from "./field.js" */
/** @import { Findings } from "./findings.js" */
/** @import { Reading } from "./reading.js" */
/** @import { Phase, View } from "./view.js" */

import { canTint } from "./highlight.js";
import { Marking } from "./marking.js";

/** After so long a pause even a sentence without an end is judged. */
const REST_MS = 2500;

export class Display {
  view = noView();

  #findings;
  /** Who shows the view. @type {Set<() => void>} */
  #viewers = new Set();
  /** @type {Phase} */
  #phase = "empty";
  /** @type {ReturnType<typeof setTimeout> | undefined} runs while the person is writing */
  #resting;
  /** The finding whose words stand out. @type {string | null} */
  #open = null;
  #moves = false;
  /** Whether the person wants to hear before sending, although it is the site's mode to wait. */
  #spoken = false;
  /** Whether the compose window is folded away. */
  #folded = false;

  /** @param {Field} field @param {Findings} findings @param {AbortSignal} life */
  constructor(field, findings, life) {
    this.field = field;
    this.#findings = findings;
    this.marking = new Marking(field);
    life.addEventListener("abort", () => clearTimeout(this.#resting));
  }

  /** What was found, in step with the words as they stand. */
  get findings() {
    this.field.catchUp();
    return this.#findings;
  }

  /** How far the reading of the draft has come, whether that is shown or not. */
  get phase() {
    return this.#phase;
  }

  /** @param {() => void} viewer called with every new view */
  onView(viewer) {
    this.#viewers.add(viewer);
  }

  /** @param {Phase} [phase] */
  show(phase = this.#phase) {
    const { view } = this;
    this.#phase = phase;
    const waits = view.mode === "sending" && !this.#spoken && /report|other|reading/.test(phase);
    view.phase = view.mode === "off" ? "off" : waits ? "quiet" : phase;
    view.findings = view.phase === "report" ? this.#shown() : [];
    this.draw();
    for (const viewer of this.#viewers) viewer();
  }

  /** Show what there is to say before the person sends. */
  speak() {
    this.#spoken = true;
    this.show();
  }

  #shown() {
    const { caret, editor } = this.field;
    if (this.#resting === undefined || !caret || !editor?.focused) return this.findings.standing;
    return this.findings.shownTo(caret.index);
  }

  /** The words changed: the sentence that is being written waits for its end. @param {Reading} reading */
  rewritten(reading) {
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => {
      this.#resting = undefined;
      this.show();
    }, REST_MS);
    this.draw(reading);
  }

  caretMoved() {
    // Out of the sentence that was being written: it may be judged now.
    const { phase, findings } = this.view;
    if (phase !== "report" || this.findings.standing.length === findings.length) return;
    const shown = this.#shown();
    if (shown.length !== findings.length || shown.some((item, at) => item !== findings[at]))
      this.show();
  }

  /** The compose window was folded away, or is there as it was. @param {boolean} folded */
  fold(folded) {
    if (folded === this.#folded && !this.marking.lost) return;
    this.#folded = folded;
    this.draw();
  }

  /** Draw the marks that belong to the words as they stand. @param {Reading} [reading] of them, just made */
  draw(reading) {
    const { sentences } = this.findings;
    const { phase, findings } = this.view;
    const shown = this.#moves && canTint() ? sentences : [];
    if (phase === "report" && !this.#folded) {
      this.marking.draw(findings, this.#open, shown, reading);
    } else this.marking.draw([], null, [], reading);
    this.view.exact = this.marking.exact;
  }

  /** Show which words a finding is about. @param {string | null} id */
  open(id) {
    this.#open = id;
    this.draw();
    if (id) this.marking.reveal(id);
  }

  /** @param {boolean} on */
  showMoves(on) {
    this.#moves = on;
    this.draw();
  }
}

/** The view before anything is known. @returns {View} */
function noView() {
  return {
    phase: "empty",
    mode: "writing",
    reason: "",
    report: null,
    body: "",
    subject: "",
    findings: [],
    cards: [],
    card: null,
    service: "",
    lost: null,
    less: null,
    exact: true,
  };
}
