/** One compose window: listens to it, has it checked, keeps what was found in step with the words. */

/** @import { ChecksRequest, Draft, Kind, Report } from "../api" */
/** @import { Adapter } from "../webmail/contract.js" */
/** @import { Effect } from "./paste.js" */
/** @import { Noted } from "./report.js" */
/** @import { Phase } from "./view.js" */

import { ask, inTurn, isAlive, isUnanswered } from "../browser.js";
import { newId, onCards } from "../cards/cards.js";
import { onService, readService } from "../service.js";
import { originOf, patternOf } from "../webmail/origins.js";
import { walkBlanks } from "./blanks.js";
import { Checking } from "./checking.js";
import { Display } from "./display.js";
import { Field } from "./field.js";
import { Findings } from "./findings.js";
import { InterviewChoice } from "./interview_choice.js";
import { LostDraft } from "./lost_draft.js";
import { loadMode, onModes } from "./modes.js";
import { readMessage, requestFor } from "./request.js";
import { insert, repair } from "./writing.js";

/** What a report says of a message that is none of ours. @type {Pick<Report, "kind" | "findings" | "outcomes" | "sentences">} */
const NOTHING = { kind: "other", findings: [], outcomes: [], sentences: [] };

export class Session {
  id = newId();
  site = originOf(patternOf(location.href));
  #turn = inTurn();
  #findings = new Findings();
  /** @type {Kind | "auto" | "other"} */
  #kind = "auto";
  /** @type {AbortController | null} Tab from blank to blank */
  #walk = null;
  #typed = () => this.checking.soon();
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
    this.field.onMove = () => this.display.caretMoved();
    this.display = new Display(this.field, this.#findings, this.life);
    this.view = this.display.view;
    this.marking = this.display.marking;
    this.lost = new LostDraft(this, () => this.display.show());
    this.interview = new InterviewChoice(this, () => this.display.show());
    this.checking = new Checking(this.field, this.life);
    this.checking.onPause = () => this.check();
    this.checking.onPhase = (phase, reason) => this.#wait(phase, reason);
    this.checking.onReport = (report, request) => this.#take(report, request);
    this.checking.onGone = gone;
    onCards(() => this.interview.refresh(), this.life);
    onModes(() => this.#findMode(), this.life);
    onService(() => this.#findService(), this.life);
    this.life.addEventListener("abort", () => this.#around.disconnect());
    this.field.onBind(() => this.#hearTyping());
    root.addEventListener("focusin", () => this.#hearTyping(), { signal: this.life });
    this.#hearTyping();
    document.addEventListener("visibilitychange", () => this.#wake(), { signal: this.life });
  }

  /** What is typed beside the body: in it every key counts, and its field sees what was written. */
  #hearTyping() {
    const { root, editor, life } = this;
    root.removeEventListener("input", this.#typed);
    if (document.activeElement !== editor?.element)
      root.addEventListener("input", this.#typed, { signal: life });
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

  async #findMode() {
    if (!isAlive()) return this.gone();
    const mode = await loadMode(this.site);
    // Who is quiet until Send is heard, where it never is, would be quiet for good.
    this.view.mode = mode === "sending" && !this.hearsSend ? "writing" : mode;
    this.checking.renew();
    this.display.show();
    this.checking.soon(0);
  }

  async #findService() {
    this.view.service = (await readService()).address;
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
    if (this.life.aborted || !this.field.bind() || !this.editor) return;
    this.checking.renew();
    this.checking.soon(0);
  }

  /** What was found, in step with the words as they stand. */
  get findings() {
    return this.display.findings;
  }

  /** The words changed: marks of a changed sentence go at once. */
  #changed() {
    const reading = this.editor?.alive && this.editor.read();
    if (!reading || !this.#findings.follow(reading.text)) return;
    this.display.rewritten(reading);
    this.checking.soon();
  }

  /** Judge the message as this kind from now on. @param {Kind | "other"} kind */
  readAs(kind) {
    this.#kind = kind;
    this.checking.renew();
    this.checking.soon(0);
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
    this.#kind = "auto";
    this.view.report = null;
    this.display.show("empty");
  }

  /** @param {Phase} phase @param {string} reason */
  #wait(phase, reason) {
    // What there is to show stays while the next report is made.
    if (phase === "reading" && (this.view.report || this.display.phase === "slow")) return;
    this.view.reason = reason;
    this.display.show(phase);
  }

  #wake() {
    if (!document.hidden && isUnanswered(this.display.phase)) this.checking.soon(0);
  }

  /** @param {Report} given @param {ChecksRequest} request */
  #take(given, request) {
    if (!this.editor?.alive) return;
    // Of a message that the person called something else, nothing is said.
    const report = this.#kind === "other" ? { ...given, ...NOTHING } : given;
    this.#findings.take(report, request.body);
    Object.assign(this.view, { report, body: request.body, subject: request.subject });
    this.display.show(report.kind === "other" ? "other" : "report");
    // Words typed while the service was reading.
    this.#changed();
  }

  /** Whether the draft, as it was last read, is about an interview. */
  get isOurs() {
    return this.display.phase === "report" && this.view.mode !== "off";
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

  /**
   * A finding as it stands now: typing moves its words, and a newer report has it anew.
   *
   * @param {Noted} shown
   */
  #current({ id }) {
    return this.findings.standing.find((item) => item.id === id);
  }

  /** Select a finding's words in the draft. @param {Noted} shown */
  show(shown) {
    const { finding, span } = this.#current(shown) ?? {};
    if (!span) return this.editor?.focus();
    if (finding?.field === "subject") {
      const input = this.adapter.subject(this.root);
      input?.focus();
      input?.setSelectionRange(span.start, span.end);
    } else if (this.editor) {
      this.marking.reveal(shown.id);
      this.editor.select(this.editor.read(), span.start, span.end);
    }
  }

  /** Leave a finding as it is, for this draft. @param {Noted} item */
  leave(item) {
    this.findings.leave(item);
    this.display.show();
  }

  /**
   * What is written into the message is written one after the other, into the field as it is then: a
   * second press finds the first done.
   *
   * @template T
   * @param {() => Promise<T>} change
   * @returns {Promise<T>}
   */
  write(change) {
    return this.#turn(() => {
      this.bind();
      return change();
    });
  }

  /**
   * @param {Noted} shown
   * @param {number} [choice] which of its suggestions
   * @returns {Promise<Effect | "moved">}
   */
  repair(shown, choice = 0) {
    return this.write(async () => {
      const item = this.#current(shown);
      const label = shown.finding.suggestions[choice]?.label;
      // A newer report may suggest something else: that is not what the person pressed.
      if (!item || item.finding.suggestions[choice]?.label !== label) return "moved";
      const outcome = await repair(this.field, this.view, item, choice);
      if (outcome === "written") this.checking.soon(0);
      return outcome;
    });
  }

  /**
   * @param {Draft} draft a filled template
   * @param {Kind} kind of its template: what the message is judged as from now on
   * @param {boolean} withSubject set the subject although it holds something
   */
  async insert(draft, kind, withSubject) {
    const result = await this.write(() => insert(this.field, draft, withSubject));
    if (result.outcome !== "refused") {
      this.#kind = kind;
      const subject = this.adapter.subject(this.root);
      if (subject?.value === draft.subject) this.field.given = draft.subject;
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
