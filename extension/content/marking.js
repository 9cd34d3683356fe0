/** The marks of one compose window: which words have one, and whose mark is under the pointer. */

/** @import { Report } from "../api" */
/** @import { Editor } from "./editor.js" */
/** @import { Field } from "./field.js" */
/** @import { Reading } from "./reading.js" */
/** @import { Noted } from "./report.js" */

import { Marks } from "./highlight.js";
import { marksOf } from "./marks.js";
import { Mirror } from "./mirror.js";
import { inSight } from "./screen.js";

/** @typedef {HighlightRegistry & {highlightsFromPoint?: (x: number, y: number) => {ranges: Range[]}[]}} Asked */

export class Marking {
  /** Called whenever they were drawn anew. */
  onDraw = () => {};
  /** @type {Marks | null} */
  #marks = null;
  /** The layer over a textarea. @type {Mirror | null} */
  #mirror = null;
  /** @type {Editor | null} */
  #editor = null;

  /** @param {Field} field */
  constructor(field) {
    field.onBind((editor, signal) => this.#bind(editor, signal));
  }

  /** @param {Editor} editor @param {AbortSignal} signal */
  #bind(editor, signal) {
    this.#editor = editor;
    this.#mirror = editor.area && new Mirror(editor.area, () => this.onDraw());
    this.#marks = new Marks(editor.window, this.#mirror?.scope ?? editor.document);
    signal.addEventListener("abort", () => {
      this.#marks?.leave();
      this.#mirror?.remove();
      this.#editor = null;
    });
  }

  /** Whether the words of this editor can be marked. */
  get exact() {
    return this.#mirror?.exact ?? true;
  }

  /** Whether the page moved the words elsewhere: the browser empties every range in what is moved. */
  get lost() {
    return this.#marks?.drawn.some(({ range }) => range.collapsed) ?? false;
  }

  /**
   * @param {Noted[]} findings
   * @param {string | null} open
   * @param {Report["sentences"]} sentences those whose moves are shown
   * @param {Reading} [made] of the words as they stand
   */
  draw(findings, open, sentences, made) {
    const editor = this.#editor;
    if (!editor?.alive) return;
    const reading = made ?? editor.read();
    const offset = (/** @type {number} */ index, after = false) =>
      reading.place(index, after)?.offset ?? 0;
    const wanted = marksOf(findings, open, sentences);
    const last = Math.max(0, ...wanted.map(({ span }) => span.end));
    this.#mirror?.show(last && offset(last, true));
    const marks = wanted.flatMap(({ name, id, span: { start, end } }, at) => {
      const known = this.#marks?.drawn[at]?.range;
      const range = this.#mirror
        ? this.#mirror.range(offset(start), offset(end, true), known)
        : reading.range(start, end, known);
      return range ? [{ name, id, range }] : [];
    });
    this.#marks?.draw(marks);
    this.onDraw();
  }

  /** Bring a finding's words into view, without moving focus or selection. @param {string} id */
  reveal(id) {
    const range = this.#rangeOf(id);
    if (!range) return;
    if (this.#mirror) this.#mirror.reveal(range);
    else this.#editor?.reveal(range);
  }

  /**
   * Where a finding's words stand in the top window; null where they are not to be seen.
   *
   * @param {string} id
   * @returns {DOMRect | null}
   */
  boxOf(id) {
    const range = this.#rangeOf(id);
    const editor = this.#editor;
    if (!range || !editor?.alive) return null;
    const [box] = range.getClientRects();
    return box ? inSight(box, editor.element) : null;
  }

  /**
   * The finding whose mark is at a point of the editor's window.
   *
   * @param {number} x
   * @param {number} y
   * @returns {string | null}
   */
  at(x, y) {
    const registry = /** @type {Asked | undefined} */ (this.#editor?.window.CSS?.highlights);
    // A textarea hides its layer from the pointer; older browsers cannot be asked.
    if (this.#mirror || !registry?.highlightsFromPoint) return this.#boxAt(x, y);
    const hit = new Set(registry.highlightsFromPoint(x, y).flatMap(({ ranges }) => ranges));
    return this.#marked.find(({ range }) => hit.has(range))?.id ?? null;
  }

  /** @param {number} x @param {number} y */
  #boxAt(x, y) {
    const inside = (/** @type {DOMRect} */ { left, right, top, bottom }) =>
      left <= x && x <= right && top <= y && y <= bottom;
    return this.#marked.find(({ range }) => [...range.getClientRects()].some(inside))?.id ?? null;
  }

  /** What matters more comes first. */
  get #marked() {
    const marks = this.#marks?.drawn.filter(({ id }) => id) ?? [];
    return marks.toSorted((a, b) => Number(b.name !== "advice") - Number(a.name !== "advice"));
  }

  /** @param {string} id */
  #rangeOf(id) {
    return this.#marks?.drawn.find((mark) => mark.id === id)?.range ?? null;
  }
}
