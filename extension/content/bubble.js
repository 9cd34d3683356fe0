/**
 * The bubble beside a marked word: what was found there and what can be done. It comes when the pointer
 * rests on the word, when it is clicked, or when the caret walks into it, and never takes the focus by
 * itself.
 */

/** @import { Editor } from "./editor.js" */
/** @import { Hears } from "./shadow.js" */
/** @import { Noted } from "./report.js" */
/** @import { Session } from "./session.js" */

import { text } from "../browser.js";
import { element, icon } from "../design/element.js";
import { Float } from "./float.js";
import { kindOf } from "./marks.js";
import { details } from "./panel/finding.js";
import { SERVICE } from "./panel/words.js";

/** A pointer that rests for so long wants to know. */
const HOVER_MS = 250;
/** Time to get from the word to the bubble. */
const LEAVE_MS = 300;
/** The pointer moves in bursts; looking more often shows nothing new. */
const LOOK_MS = 60;
const WALKS = /^(Arrow|Home|End|Page)/;

export class Bubble {
  /** @type {string | null} the finding that it shows */
  #id = null;
  /** What keeps it open: where the pointer is, or that it was asked for. */
  #held = false;
  #note = "";
  /** @type {PointerEvent | null} where the pointer was last, outside of the bubble */
  #pointer = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #looking;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** @type {ReturnType<typeof setTimeout> | undefined} runs until the caret rests, wherever the pointer goes */
  #walking;

  /**
   * @param {Session} session
   * @param {string} style
   * @param {Hears} hears
   * @param {AbortSignal} signal
   */
  constructor(session, style, hears, signal) {
    this.session = session;
    this.element = element("div", { class: "bubble", role: "dialog", tabindex: -1 });
    this.element.setAttribute("aria-labelledby", "says");
    const leave = () => this.#leave();
    this.float = new Float("bubble", style, this.element, hears, signal, leave);
    const { host } = this.float;
    // A press of the mouse in the bubble leaves the caret where it is.
    host.addEventListener("mousedown", (event) => event.preventDefault());
    host.addEventListener("pointerenter", () => clearTimeout(this.#timer));
    host.addEventListener("pointerleave", () => this.#closeSoon());
    hears.add(this.#hear);
    session.field.onBind((editor, end) => this.#listen(editor, end));
    session.marking.onDraw = () => this.#follow();
    signal.addEventListener("abort", () => {
      hears.delete(this.#hear);
      this.close();
    });
  }

  get isOpen() {
    return this.float.isOpen;
  }

  /** @param {Editor} editor @param {AbortSignal} signal */
  #listen(editor, signal) {
    const inner = editor.document;
    const options = { passive: true, signal };
    inner.addEventListener("pointermove", (event) => this.#hover(event, editor), options);
    inner.documentElement.addEventListener("pointerleave", () => this.#closeSoon(), options);
    inner.addEventListener("click", (event) => this.#click(event, editor), options);
    signal.addEventListener("abort", () => this.close());
  }

  /** @param {Event} event */
  #has(event) {
    return event.composedPath().includes(this.float.host);
  }

  /** @param {PointerEvent} event @param {Editor} editor */
  #hover(event, editor) {
    this.#pointer = this.#has(event) || event.pointerType === "touch" ? null : event;
    this.#looking ??= setTimeout(() => {
      this.#looking = undefined;
      if (this.#pointer) this.#look(this.#pointer, editor);
    }, LOOK_MS);
  }

  /** @param {PointerEvent} event where the pointer is @param {Editor} editor */
  #look(event, editor) {
    const id = this.#at(event, editor);
    if (id === this.#id && this.isOpen) return clearTimeout(this.#timer);
    clearTimeout(this.#timer);
    if (!id) return this.#closeSoon();
    this.#timer = setTimeout(() => {
      if (!this.#held || !this.isOpen) this.show(id, false);
    }, HOVER_MS);
  }

  /** @param {MouseEvent} event @param {Editor} editor */
  #click(event, editor) {
    if (this.#has(event)) return;
    clearTimeout(this.#timer);
    const id = this.#at(event, editor);
    if (id) this.show(id, true);
    else this.close();
  }

  /** @param {MouseEvent} event @param {Editor} editor */
  #at({ target, clientX, clientY }, editor) {
    const inside = editor.element.contains(/** @type {Node} */ (target));
    return inside ? this.session.marking.at(clientX, clientY) : null;
  }

  /** The caret went somewhere by a key: look when it rests, for browsers report it late. */
  #walked() {
    clearTimeout(this.#walking);
    this.#walking = setTimeout(() => {
      const here = this.session.editor?.focused && this.#atCaret();
      if (here) this.show(here.id, true);
      else if (!this.float.active) this.close();
    }, HOVER_MS);
  }

  /** The finding whose words the caret is in. */
  #atCaret() {
    const { field, view } = this.session;
    const index = field.caret?.index ?? -1;
    return view.findings.find(
      ({ finding, span, stale }) =>
        span && !stale && finding.field === "body" && span.start <= index && index <= span.end,
    );
  }

  /**
   * @param {string} id of the finding
   * @param {boolean} held whether it stays when the pointer goes
   * @returns {boolean} whether its words are to be seen
   */
  show(id, held) {
    const item = this.#item(id);
    const { editor, marking } = this.session;
    const box = () => marking.boxOf(id);
    if (!item || !editor || !box()) return false;
    if (this.#id !== id) this.#note = "";
    this.#id = id;
    this.#held = held;
    this.#fill(item);
    this.float.open(editor.element, box, () => this.close());
    return true;
  }

  /** Put the focus into the bubble of the words that it stands at, or that the caret is in. */
  enterHere() {
    const id = this.#id ?? (this.session.editor?.focused ? this.#atCaret()?.id : null);
    if (!id || !this.show(id, true)) return false;
    this.element.focus();
    return true;
  }

  close() {
    clearTimeout(this.#timer);
    clearTimeout(this.#walking);
    clearTimeout(this.#looking);
    this.#looking = undefined;
    this.#id = null;
    this.float.close();
  }

  /** Close, and go back to the draft if the person was in here. */
  #leave() {
    const inside = this.float.active;
    this.close();
    if (inside) this.session.returnToDraft();
  }

  #closeSoon() {
    clearTimeout(this.#timer);
    if (!this.isOpen || this.#held || this.float.active) return;
    this.#timer = setTimeout(() => this.close(), LEAVE_MS);
  }

  /** @param {string} id */
  #item(id) {
    return this.session.view.findings.find((item) => item.id === id && !item.stale);
  }

  /** The draft changed: stay at the words, or go with them. */
  #follow() {
    if (!this.isOpen || this.#id === null) return;
    if (!this.#item(this.#id) || !this.float.place()) this.#leave();
  }

  /** @param {Noted} item */
  #fill(item) {
    const { finding } = item;
    const kind = kindOf(finding);
    const acts = {
      repair: (/** @type {number} */ choice) => void this.#repair(item, choice),
      leave: () => this.session.leave(item),
    };
    const { service } = this.session.view;
    this.element.dataset.kind = kind;
    const body = element("div", { class: "body" });
    body.append(...details(finding, acts, service, body, this.#note));
    this.element.replaceChildren(
      element("p", { class: "kind" }, icon(kind), text(`kind_${kind}`)),
      element("p", { ...SERVICE, class: "says", id: "says" }, finding.message),
      body,
    );
  }

  /** @param {Noted} item @param {number} choice */
  async #repair(item, choice) {
    const inside = this.float.active;
    const outcome = await this.session.repair(item, choice);
    if (outcome === "written") {
      this.close();
      if (inside) this.session.returnToDraft();
      return;
    }
    this.#note = text(outcome === "moved" ? "repairMoved" : "repairRefused");
    if (this.#id === item.id && this.show(item.id, true) && inside) this.element.focus();
  }

  /**
   * A press elsewhere closes it, and so does Escape, which goes no further: webmails close windows
   * with it.
   *
   * @param {Event} event
   */
  #hear = (event) => {
    const { type, key } = /** @type {KeyboardEvent} */ (event);
    // Not one that is used up in one of ours.
    if (type === "keyup" && WALKS.test(key) && !event.cancelBubble) return this.#walked();
    const leaves = type === "keydown" && key === "Escape";
    if (!(leaves || type === "pointerdown") || !this.isOpen || this.#has(event)) return;
    if (!leaves) {
      const { target } = event;
      const inDraft = this.session.editor?.element.contains(/** @type {Node} */ (target));
      return inDraft ? undefined : this.close();
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    this.close();
  };
}
