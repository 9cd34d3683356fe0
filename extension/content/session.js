/**
 * One compose window: listens to it, waits for a pause, asks for a check, keeps findings and marks
 * in step with the words. It draws nothing itself but the marks; the panel shows `view`.
 */

/** @import { CheckRequest, Draft, Edit, Kind, Report } from "../api" */
/** @import { Card } from "../cards/cards.js" */
/** @import { Adapter } from "../webmail/contract.js" */
/** @import { Outcome } from "./paste.js" */
/** @import { Noted } from "./report.js" */

import { ask, isAlive, onStored } from "../browser.js";
import { cardFor, loadCards, onCards } from "../cards/cards.js";
import { walkBlanks } from "./blanks.js";
import { Editor } from "./editor.js";
import { indexAfter, merged, stepsOf } from "./edits.js";
import { clearMarks, drawMarks } from "./highlight.js";
import { insertDraft, replaceInField, replaceWords, selectBlank } from "./insert.js";
import { marksOf } from "./marks.js";
import { change, follow, movedSentences, noted } from "./report.js";
import { requestFor } from "./request.js";

/** Long enough not to judge half a sentence, short enough to feel present. */
const PAUSE_MS = 700;
/** Quiet attempts to find the service again: 3, 6, 12, 24, then every 30 seconds. */
const RETRY_MS = { first: 3000, most: 30_000 };
const KEPT_REPORTS = 20;

/**
 * @typedef {object} View
 * @property {"empty" | "reading" | "report" | "other" | "offline" | "refused" | "strange"} phase
 * @property {string} reason the service's own words where it refused
 * @property {Report | null} report
 * @property {string} body the text that the report is about
 * @property {string} subject
 * @property {Noted[]} findings those that were not left
 * @property {Card[]} cards
 * @property {Card | null} card the interview that the draft is about
 * @property {string} service address of the service, for links to its pages
 * @property {boolean} rich
 */

export class Session {
  /** @type {Editor | null} */
  editor = null;
  /** @type {View} */
  view = {
    phase: "empty",
    reason: "",
    report: null,
    body: "",
    subject: "",
    findings: [],
    cards: [],
    card: null,
    service: "",
    rich: true,
  };
  /** What the panel does with a new view. */
  onView = () => {};

  /** @type {Kind | "auto"} */
  #kind = "auto";
  /** @type {string | null} a card that the person chose by hand */
  #chosen = null;
  /** @type {Set<string>} */
  #left = new Set();
  /** @type {Map<string, Report>} */
  #reports = new Map();
  #asked = "";
  /** The words as they stood when the marks were last put in step with them. */
  #text = "";
  /** @type {Report["sentences"]} those that are as they were read, where they stand now */
  #sentences = [];
  #retry = RETRY_MS.first;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** @type {AbortController | null} */
  #bound = null;
  /** @type {string | null} */
  #open = null;
  #moves = false;
  #composing = false;
  /** @type {AbortController | null} Tab from blank to blank */
  #walk = null;
  /** @type {Range | null} */
  #caret = null;

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
    this.life.addEventListener("abort", () => this.#end());
    onCards(() => this.refreshCards(), this.life);
    onStored("service", () => this.#findService(), this.life);
    const watch = new MutationObserver(() => this.glance());
    watch.observe(root, { childList: true, subtree: true, characterData: true });
    this.life.addEventListener("abort", () => watch.disconnect());
    root.addEventListener("input", () => this.touch(), { signal: this.life });
    document.addEventListener("visibilitychange", () => this.#wake(), { signal: this.life });
  }

  async start() {
    await this.#findService();
    await this.refreshCards();
    this.bind();
    this.touch(0);
  }

  async #findService() {
    const service = await ask("service", {});
    if (service.state === "ok") this.view.service = service.value.address;
    this.touch(0);
  }

  async refreshCards() {
    if (!isAlive()) return this.gone();
    this.view.cards = await loadCards();
    this.#chooseCard();
    this.#show();
    this.touch();
  }

  /** @param {string | null} id a card, or null for what the recipients say */
  useCard(id) {
    this.#chosen = id;
    this.#chooseCard();
    this.#show();
    this.touch(0);
  }

  #chooseCard() {
    const { cards } = this.view;
    const chosen = cards.find(({ id }) => id === this.#chosen);
    this.view.card = chosen ?? cardFor(cards, this.recipients());
  }

  /** Whether nothing is written yet but a signature. */
  get isBlank() {
    return !this.editor?.readLetter().text.trim();
  }

  /** The words of the webmail's own signature. */
  get signature() {
    const { editor } = this;
    return editor ? editor.read().text.slice(editor.readLetter().text.length) : "";
  }

  recipients() {
    return this.adapter.recipients(this.root);
  }

  /** Take hold of the body field; it may be made late, and anew when the person changes its mode. */
  bind() {
    const element = this.adapter.editor(this.root);
    if (element === (this.editor?.element ?? null)) return;
    this.#bound?.abort();
    if (this.editor) clearMarks(this.editor);
    this.editor = element && new Editor(element, this.adapter);
    this.#caret = null;
    if (!this.editor) return;
    this.view.rich = this.editor.rich;
    this.#listen(this.editor);
    this.#asked = "";
    this.touch(0);
  }

  /** @param {Editor} editor */
  #listen(editor) {
    this.#bound = new AbortController();
    const { signal } = this.#bound;
    this.life.addEventListener("abort", () => this.#bound?.abort(), { signal });
    const { element, document } = editor;
    element.addEventListener("input", () => this.#changed(), { signal });
    element.addEventListener("compositionstart", () => (this.#composing = true), { signal });
    element.addEventListener("compositionend", () => (this.#composing = false), { signal });
    document.addEventListener("selectionchange", () => this.#noteCaret(), { signal });
    if (editor.rich) {
      const watch = new MutationObserver(() => this.#changed());
      watch.observe(element, { childList: true, subtree: true, characterData: true });
      signal.addEventListener("abort", () => watch.disconnect());
    }
  }

  /** A textarea keeps its own caret; a rich body loses it to the panel's fields. */
  #noteCaret() {
    const { editor } = this;
    if (!editor?.rich || !editor.document.hasFocus()) return;
    if (editor.document.activeElement === editor.element)
      this.#caret = editor.caret() ?? this.#caret;
  }

  /** The person changed the message: check after a pause. @param {number} [pause] */
  touch(pause = PAUSE_MS) {
    clearTimeout(this.#timer);
    if (this.life.aborted) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      void this.check();
    }, pause);
  }

  /** The page changed, perhaps a recipient or an attachment: a page may do so all the time. */
  glance() {
    if (this.#timer === undefined) this.touch();
  }

  /** The words changed: marks of a changed sentence go at once. */
  #changed() {
    if (!this.editor?.alive) return;
    const { text } = this.editor.read();
    const changed = change(this.#text, text);
    if (!changed) return;
    follow(this.view.findings, this.#sentences, this.#text, changed);
    this.#sentences = movedSentences(this.#sentences, changed);
    this.#text = text;
    this.draw();
    this.touch();
  }

  /** Judge the message as this kind from now on. @param {Kind} kind */
  readAs(kind) {
    this.#kind = kind;
    this.touch(0);
  }

  async check() {
    if (!isAlive()) return this.gone();
    this.bind();
    if (!this.editor?.alive) return;
    this.#chooseCard();
    const request = await this.#request(this.editor);
    if (this.isBlank) return this.#showPhase("empty");
    const { now: _now, ...lasting } = request;
    const key = JSON.stringify(lasting);
    if (key === this.#asked && ["report", "other"].includes(this.view.phase)) return;
    this.#asked = key;
    const known = this.#reports.get(key);
    if (known) return this.#take(structuredClone(known), request);
    if (!this.view.report) this.#showPhase("reading");
    const answer = await ask("check", request);
    if (key !== this.#asked || this.life.aborted) return;
    if (answer.state === "gone") return this.gone();
    if (answer.state !== "ok") return this.#fail(answer);
    this.#retry = RETRY_MS.first;
    this.#reports.set(key, structuredClone(answer.value));
    const [oldest] = this.#reports.keys();
    if (this.#reports.size > KEPT_REPORTS && oldest) this.#reports.delete(oldest);
    this.#take(answer.value, request);
  }

  /** @param {Editor} editor */
  #request(editor) {
    const { cards, card } = this.view;
    return requestFor(this.#kind, this.root, editor, cards, card);
  }

  /** @param {{state: string, message?: string}} answer */
  #fail({ state, message = "" }) {
    this.#asked = "";
    this.view.reason = message;
    this.#showPhase(/** @type {View["phase"]} */ (state));
    if (state !== "offline" || document.hidden) return;
    this.touch(this.#retry);
    this.#retry = Math.min(this.#retry * 2, RETRY_MS.most);
  }

  #wake() {
    if (!document.hidden && this.view.phase === "offline") this.touch(0);
  }

  /** @param {Report} report @param {CheckRequest} request */
  #take(report, request) {
    if (!this.editor?.alive) return;
    this.#text = request.body;
    this.#sentences = report.sentences;
    Object.assign(this.view, { report, body: request.body, subject: request.subject });
    this.view.findings = noted(report, request.body).filter(({ id }) => !this.#left.has(id));
    this.#showPhase(report.kind === "other" ? "other" : "report");
    // Words typed while the service was reading.
    this.#changed();
  }

  /** @param {View["phase"]} phase */
  #showPhase(phase) {
    this.view.phase = phase;
    if (phase === "empty") Object.assign(this.view, { report: null, findings: [] });
    this.#show();
  }

  #show() {
    this.draw();
    this.onView();
  }

  /** Draw the marks that belong to the words as they stand. */
  draw() {
    const { editor } = this;
    if (!editor?.alive || !editor.rich) return;
    const { report, findings, phase } = this.view;
    if (!report || phase === "other" || phase === "empty") return clearMarks(editor);
    const shown = this.#moves ? this.#sentences : [];
    const marks = marksOf(editor.read(), findings, this.#open, shown);
    drawMarks(editor, marks);
  }

  /**
   * Show which words a finding is about: by a mark, in a textarea by nothing until asked.
   *
   * @param {string | null} id
   */
  open(id) {
    this.#open = id;
    this.draw();
    const item = this.view.findings.find((found) => found.id === id);
    if (!item?.span || item.stale || item.finding.field !== "body" || !this.editor?.rich) return;
    const range = this.editor.read().range(item.span.start, item.span.end);
    if (range) this.editor.reveal(range);
  }

  /** Select a finding's words in the draft. @param {Noted} item */
  show({ finding, span }) {
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
    this.#left.add(item.id);
    this.view.findings = this.view.findings.filter(({ id }) => id !== item.id);
    this.#show();
  }

  /**
   * Apply a finding's suggestion, if its words still stand there. The caret stays where it was,
   * or moves with the words.
   *
   * @param {Noted} item
   * @param {number} [choice]
   * @returns {Promise<Outcome | "moved">}
   */
  async repair(item, choice = 0) {
    const edits = item.finding.suggestions[choice]?.edits ?? [];
    if (this.#composing || item.stale) return "moved";
    const outcome =
      item.finding.field === "subject"
        ? this.#repairSubject(edits)
        : await this.#repairBody(item, edits);
    if (outcome === "written") this.touch(0);
    return outcome;
  }

  /** @param {Edit[]} edits */
  #repairSubject(edits) {
    const input = this.adapter.subject(this.root);
    if (!input || input.value !== this.view.subject) return "moved";
    const { text, start, end } = merged(input.value, edits);
    return replaceInField(input, start, end, text);
  }

  /** @param {Noted} item @param {Edit[]} edits @returns {Promise<Outcome | "moved">} */
  async #repairBody(item, edits) {
    const { editor } = this;
    const steps = editor && stepsOf(item, edits, editor.read().text, this.view.body);
    if (!editor || !steps) return "moved";
    let caret = editor.caretIndex(this.#caret);
    for (const step of steps) {
      if ((await replaceWords(editor, editor.read(), step)) === "refused") return "refused";
      caret = indexAfter(caret, step);
    }
    this.#caret = editor.putCaret(caret);
    this.adapter.inserted?.(document);
    return "written";
  }

  /**
   * Insert a filled template, then put the caret on its first blank.
   *
   * @param {Draft} draft
   * @param {Kind} kind of its template: what the message is judged as from now on
   * @param {boolean} withSubject set the subject although it holds something
   */
  async insert(draft, kind, withSubject) {
    this.bind();
    const { editor } = this;
    if (!editor || this.#composing)
      return { outcome: /** @type {const} */ ("refused"), above: false };
    const subject = this.adapter.subject(this.root);
    if (subject && draft.subject && (withSubject || !subject.value.trim())) {
      replaceInField(subject, 0, subject.value.length, draft.subject);
    }
    const result = await insertDraft(editor, draft.body_text);
    if (result.outcome !== "refused") {
      this.#kind = kind;
      this.adapter.inserted?.(document);
      selectBlank(editor, draft);
      this.#walk?.abort();
      this.#walk = walkBlanks(editor, subject, draft, this.life);
      this.touch(0);
    }
    return result;
  }

  /** Back to the draft, at the caret that was left. */
  returnToDraft() {
    this.editor?.restore(this.#caret);
  }

  #end() {
    clearTimeout(this.#timer);
    if (this.editor?.alive) clearMarks(this.editor);
  }
}
