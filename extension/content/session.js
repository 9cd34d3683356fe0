/**
 * One compose window: listens to it, has it checked, keeps findings and marks in step with the words.
 * It draws nothing itself but the marks; the panel shows `view`.
 */

/** @import { ChecksRequest, Draft, Kind, Report } from "../api" */
/** @import { Adapter } from "../webmail/contract.js" */
/** @import { Outcome } from "./paste.js" */
/** @import { Reading } from "./reading.js" */
/** @import { Noted } from "./report.js" */
/** @import { Phase } from "./view.js" */

import { ask, isAlive, isUnanswered } from "../browser.js";
import { onCards } from "../cards/cards.js";
import { newId } from "../new_id.js";
import { onService } from "../service.js";
import { walkBlanks } from "./blanks.js";
import { Checking } from "./checking.js";
import { Field } from "./field.js";
import { Findings } from "./findings.js";
import { canTint } from "./highlight.js";
import { InterviewChoice } from "./interview_choice.js";
import { LostDraft } from "./lost_draft.js";
import { Marking } from "./marking.js";
import { loadMode, onModes, siteOf } from "./modes.js";
import { readMessage, requestFor } from "./request.js";
import { noView } from "./view.js";
import { insert, repair } from "./writing.js";

/** After so long a pause even a sentence without an end is judged. */
const REST_MS = 2500;

/** What a report says of a message that is none of ours. @type {Pick<Report, "kind" | "findings" | "outcomes" | "sentences">} */
const NOTHING = { kind: "other", findings: [], outcomes: [], sentences: [] };

export class Session {
  view = noView();
  id = newId();
  site = siteOf(location);

  #findings = new Findings();
  /** Who shows the view. @type {Set<() => void>} */
  #viewers = new Set();
  /** @type {Phase} */
  #phase = "empty";
  /** @type {Kind | "auto" | "other"} */
  #kind = "auto";
  /** @type {ReturnType<typeof setTimeout> | undefined} runs while the person is writing */
  #resting;
  /** @type {string | null} */
  #open = null;
  #moves = false;
  /** Whether the person wants to hear before sending, although it is the site's mode to wait. */
  #spoken = false;
  /** Whether its window is folded away. */
  #folded = false;
  /** @type {AbortController | null} Tab from blank to blank */
  #walk = null;
  /** Until the next check is due anyway: while one writes, each key would be told. */
  #around = new MutationObserver(() => {
    this.#around.disconnect();
    this.checking.glance();
  });

  /**
   * @param {HTMLElement} root
   * @param {Adapter} adapter
   * @param {AbortController} life ends this session alone
   * @param {() => void} gone called when the extension behind it is gone
   */
  constructor(root, adapter, life, gone) {
    this.root = root;
    this.adapter = adapter;
    this.life = life.signal;
    this.gone = gone;
    this.field = new Field(root, adapter, this.life);
    this.field.onChange = () => this.#changed();
    this.field.onMove = () => this.#caretMoved();
    this.lost = new LostDraft(this, () => this.#show());
    this.interview = new InterviewChoice(this, () => this.#show());
    this.marking = new Marking(this.field);
    this.checking = new Checking(this.field, this.life);
    this.checking.onPause = () => this.check();
    this.checking.onPhase = (phase, reason) => this.#wait(phase, reason);
    this.checking.onReport = (report, request) => this.#take(report, request);
    this.checking.onGone = gone;
    this.life.addEventListener("abort", () => clearTimeout(this.#resting));
    onCards(() => this.interview.refresh(), this.life);
    onModes(() => this.#findMode(), this.life);
    onService(() => this.#findService(), this.life);
    this.life.addEventListener("abort", () => this.#around.disconnect());
    root.addEventListener("input", () => this.checking.soon(), { signal: this.life });
    document.addEventListener("visibilitychange", () => this.#wake(), { signal: this.life });
  }

  async start() {
    const site = await ask("site-here", {});
    if (site.state === "ok") this.site = site.value;
    await this.#findMode();
    await this.#findService();
    await this.interview.refresh();
    this.bind();
    this.checking.soon(0);
    await this.lost.find();
  }

  /** @param {() => void} viewer called with every new view */
  onView(viewer) {
    this.#viewers.add(viewer);
  }

  async #findMode() {
    if (!isAlive()) return this.gone();
    const mode = await loadMode(this.site);
    // Who is quiet until Send is heard, where it never is, would be quiet for good.
    this.view.mode = mode === "sending" && !this.hearsSend ? "writing" : mode;
    this.checking.renew();
    this.#show();
    this.checking.soon(0);
  }

  async #findService() {
    const service = await ask("service", {});
    if (service.state === "ok") this.view.service = service.value.address;
    this.checking.soon(0);
  }

  get editor() {
    return this.field.editor;
  }

  /** Whether there is a way to know that the message is about to be sent. */
  get hearsSend() {
    return this.adapter.sends !== null || this.adapter.chords.length > 0;
  }

  recipients() {
    return this.adapter.recipients(this.root);
  }

  /** Take hold of the body field as it is now. */
  bind() {
    if (!this.field.bind() || !this.editor) return;
    this.checking.renew();
    this.checking.soon(0);
  }

  /** What was found, in step with the words as they stand. */
  get findings() {
    this.field.catchUp();
    return this.#findings;
  }

  #caretMoved() {
    // Out of the sentence that was being written: it may be judged now.
    const { phase, findings } = this.view;
    if (phase !== "report" || this.findings.standing.length === findings.length) return;
    const shown = this.#shown();
    if (shown.length !== findings.length || shown.some((item, at) => item !== findings[at]))
      this.#show();
  }

  /** The words changed: marks of a changed sentence go at once. */
  #changed() {
    const reading = this.editor?.alive && this.editor.read();
    if (!reading || !this.#findings.follow(reading.text)) return;
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => {
      this.#resting = undefined;
      this.#show();
    }, REST_MS);
    this.draw(reading);
    this.checking.soon();
  }

  /** Judge the message as this kind from now on. @param {Kind | "other"} kind */
  readAs(kind) {
    this.#kind = kind;
    this.checking.soon(0);
  }

  /** Show what there is to say before the person sends. */
  speak() {
    this.#spoken = true;
    this.#show();
  }

  async check() {
    if (!isAlive()) return this.gone();
    this.#watchAround();
    this.bind();
    const { editor } = this;
    if (!editor?.alive || this.view.mode === "off") return;
    await this.adapter.refresh?.();
    this.interview.find();
    const message = readMessage(this.root, editor);
    const kind = this.#kind === "other" ? "auto" : this.#kind;
    const request = await requestFor(kind, message, this.view.cards, this.view.card);
    if (this.field.isBlank) return this.#empty();
    this.lost.compare();
    return this.checking.ask(request, message);
  }

  /** Hear of the next change of the page: perhaps a recipient or an attachment. */
  #watchAround() {
    if (this.life.aborted) return;
    this.#around.observe(this.root, { childList: true, subtree: true, characterData: true });
  }

  #empty() {
    this.checking.forget();
    this.#findings.forget();
    this.view.report = null;
    this.#show("empty");
  }

  /** @param {Phase} phase @param {string} reason */
  #wait(phase, reason) {
    // What there is to show stays while the next report is made.
    if (phase === "reading" && (this.view.report || this.#phase === "slow")) return;
    this.view.reason = reason;
    this.#show(phase);
  }

  #wake() {
    if (!document.hidden && isUnanswered(this.#phase)) this.checking.soon(0);
  }

  /** @param {Report} given @param {ChecksRequest} request */
  #take(given, request) {
    if (!this.editor?.alive) return;
    // Of a message that the person called something else, nothing is said.
    const report = this.#kind === "other" ? { ...given, ...NOTHING } : given;
    this.#findings.take(report, request.body);
    Object.assign(this.view, { report, body: request.body, subject: request.subject });
    this.#show(report.kind === "other" ? "other" : "report");
    // Words typed while the service was reading.
    this.#changed();
  }

  /** Whether the draft, as it was last read, is about an interview. */
  get isOurs() {
    return this.#phase === "report" && this.view.mode !== "off";
  }

  /** What should be settled before the message is sent. */
  get stops() {
    return this.findings.standing.filter(
      ({ finding, stale }) => finding.level === "stop" && !stale,
    );
  }

  /** The words of the message as they stand, without the webmail's signature. */
  get words() {
    const subject = this.adapter.subject(this.root)?.value ?? "";
    return { subject, body: this.editor?.readLetter().text.trim() ?? "" };
  }

  /** @param {Phase} [phase] */
  #show(phase = this.#phase) {
    const { view } = this;
    this.#phase = phase;
    const waits = view.mode === "sending" && !this.#spoken && /report|other|reading/.test(phase);
    view.phase = view.mode === "off" ? "off" : waits ? "quiet" : phase;
    view.findings = view.phase === "report" ? this.#shown() : [];
    this.draw();
    for (const viewer of this.#viewers) viewer();
  }

  #shown() {
    const { caret, editor } = this.field;
    if (this.#resting === undefined || !caret || !editor?.focused) return this.findings.standing;
    return this.findings.shownTo(caret.index);
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

  /** Select a finding's words in the draft. @param {Noted} item */
  show(item) {
    this.field.catchUp();
    const { finding, span } = item;
    if (!span) return this.editor?.focus();
    if (finding.field === "subject") {
      const input = this.adapter.subject(this.root);
      input?.focus();
      input?.setSelectionRange(span.start, span.end);
    } else if (this.editor) {
      this.editor.select(this.editor.read(), span.start, span.end);
    }
  }

  /** @param {boolean} on */
  showMoves(on) {
    this.#moves = on;
    this.draw();
  }

  /** Leave a finding as it is, for this draft. @param {Noted} item */
  leave(item) {
    this.findings.leave(item);
    this.#show();
  }

  /**
   * @param {Noted} item
   * @param {number} [choice] which of its suggestions
   * @returns {Promise<Outcome | "moved">}
   */
  async repair(item, choice = 0) {
    this.bind();
    this.field.catchUp();
    const outcome = await repair(this.field, this.view, item, choice);
    if (outcome === "written") this.checking.soon(0);
    return outcome;
  }

  /**
   * @param {Draft} draft a filled template
   * @param {Kind} kind of its template: what the message is judged as from now on
   * @param {boolean} withSubject set the subject although it holds something
   */
  async insert(draft, kind, withSubject) {
    this.bind();
    const result = await insert(this.field, draft, withSubject);
    if (result.outcome !== "refused") {
      this.#kind = kind;
      const subject = this.adapter.subject(this.root);
      const near = subject && "replace" in subject ? null : subject;
      this.#walk?.abort();
      if (this.editor) this.#walk = walkBlanks(this.editor, near, draft, this.life);
      this.checking.soon(0);
    }
    return result;
  }

  /** Back to the draft, at the caret that was left. */
  returnToDraft() {
    this.field.caret?.restore();
  }
}
