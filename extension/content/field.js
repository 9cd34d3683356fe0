/** The body field of one compose window; it may be made late, and anew when one changes its mode. */

/** @import { Adapter } from "../webmail/contract.js" */

import { Caret, Editor } from "./editor.js";

/** The next frame is drawn by then, unless the page is busy; to ask for it would cost the key itself. */
const FRAME_MS = 20;
/** A page that is never at rest does not keep us waiting for longer. */
const LATEST_MS = 100;

export class Field {
  /** @type {Editor | null} */
  editor = null;
  /** @type {Caret | null} */
  caret = null;
  /** The subject that came with a draft, and is nobody's own. */
  given = "";
  /** Whether the person is in the middle of a character that takes several keys. */
  composing = false;
  /** Called when words may have changed, once they can be seen. */
  onChange = () => {};
  /** Called when the caret moved, once that can be seen. */
  onMove = () => {};

  /** @type {Set<(editor: Editor, signal: AbortSignal) => void>} */
  #binders = new Set();
  /** @type {AbortController | null} */
  #bound = null;
  /** @type {AfterFrame} */
  #words;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #moving;

  /** @param {HTMLElement} root @param {Adapter} adapter @param {AbortSignal} life */
  constructor(root, adapter, life) {
    this.root = root;
    this.adapter = adapter;
    this.#words = new AfterFrame(() => {
      this.caret?.note();
      this.onChange();
      this.onMove();
    }, life);
    life.addEventListener("abort", () => {
      this.#bound?.abort();
      clearTimeout(this.#moving);
    });
  }

  /** @param {(editor: Editor, signal: AbortSignal) => void} binder called with every new editor */
  onBind(binder) {
    this.#binders.add(binder);
  }

  /** Take hold of the field as it is now. @returns {boolean} whether it is another one */
  bind() {
    const element = this.adapter.editor(this.root);
    if (element === (this.editor?.element ?? null)) return false;
    this.#bound?.abort();
    this.composing = false;
    this.editor = element && new Editor(element, this.adapter);
    this.caret = this.editor && new Caret(this.editor);
    // The webmail may have put it somewhere before we came.
    this.caret?.note();
    if (this.editor) this.#listen(this.editor);
    return true;
  }

  /** @param {Editor} editor */
  #listen(editor) {
    this.#bound = new AbortController();
    const { signal } = this.#bound;
    const { element, document } = editor;
    element.addEventListener("compositionstart", () => (this.composing = true), { signal });
    element.addEventListener("compositionend", () => (this.composing = false), { signal });
    document.addEventListener("selectionchange", () => this.#moved(), { signal });
    // Whatever takes the focus next takes the caret with it.
    element.addEventListener("blur", () => this.caret?.note(true), { signal });
    // One reading a key: where each change of the words is a mutation, `input` would be a second one.
    if (editor.rich) {
      const watch = new MutationObserver(() => this.#words.soon());
      watch.observe(element, { childList: true, subtree: true, characterData: true });
      signal.addEventListener("abort", () => watch.disconnect());
    } else {
      element.addEventListener("input", () => this.#words.soon(), { signal });
    }
    for (const bind of this.#binders) bind(editor, signal);
  }

  #moved() {
    // A key that writes is on its way to its frame: the caret is noted along with the words.
    if (this.#words.isAsked) return;
    this.caret?.note();
    // No frame is asked for: the caret's is drawn already, and one more would hold up the next key.
    this.#moving ??= setTimeout(() => {
      this.#moving = undefined;
      this.onMove();
    });
  }

  /** Take notice of the words that may have changed, without waiting for the frame. */
  catchUp() {
    this.#words.now();
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
}

/** What is done once the browser has shown what just changed: a key comes first, then all that we do about it. */
class AfterFrame {
  isAsked = false;

  /**
   * @param {() => void} task
   * @param {AbortSignal} signal ends it
   */
  constructor(task, signal) {
    this.task = task;
    this.signal = signal;
  }

  /** Do it after the frame that shows the change; asked again before that, it is done once all the same. */
  soon() {
    if (this.isAsked) return;
    this.isAsked = true;
    // Whatever the page has to do then, the next key too, comes first.
    setTimeout(() => requestIdleCallback(() => this.now(), { timeout: LATEST_MS }), FRAME_MS);
  }

  /** Do it now if it was asked for: somebody needs what comes of it. */
  now() {
    if (!this.isAsked) return;
    this.isAsked = false;
    if (!this.signal.aborted) this.task();
  }
}
