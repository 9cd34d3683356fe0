/** Where the person's caret stood in the draft, while the focus is somewhere else. */

/** @import { Editor } from "./editor.js" */

export class Caret {
  /** @type {Range | null} */
  #range = null;

  /** @param {Editor} editor */
  constructor(editor) {
    this.editor = editor;
  }

  /**
   * A textarea keeps its own caret; a rich body loses it to the panel's fields.
   *
   * @param {boolean} [leaving] whether the body had the focus until now
   */
  note(leaving = false) {
    const { editor } = this;
    if (editor.rich && (leaving || editor.focused))
      this.#range = editor.caret(this.#range) ?? this.#range;
  }

  /** Where it stands among the words, in code units. */
  get index() {
    this.note();
    return this.editor.caretIndex(this.#range);
  }

  /** Put it among the words, without taking the focus. @param {number} index */
  put(index) {
    this.#range = this.editor.putCaret(index);
  }

  /** Go back to the draft, to where it was. */
  restore() {
    this.note();
    this.editor.restore(this.#range);
  }
}
