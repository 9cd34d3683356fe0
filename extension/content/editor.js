/** One body field of a compose window, rich or plain, with the same few abilities. */

/** @import { Adapter } from "../webmail/contract.js" */

import { endsOf } from "../webmail/mail.js";
import { Mirror } from "./mirror.js";
import { Reading } from "./reading.js";
import { reveal } from "./screen.js";
import { readPlain, readRich } from "./text.js";

const SIGNATURE_LINE = /^-- ?$/m;
const REPLY_INTRO = /\S.*:\s*$/;
const QUOTED = /^\s*>/;

export class Editor {
  /** @param {HTMLElement} element @param {Adapter} adapter */
  constructor(element, adapter) {
    this.element = element;
    this.adapter = adapter;
    this.document = element.ownerDocument;
    /** @type {any} */
    const view = this.document.defaultView;
    /** @type {Window & typeof globalThis} */
    this.window = view;
    /** In Firefox, its window as the page has it. */
    this.page = view?.wrappedJSObject;
    /** @type {HTMLIFrameElement | null} the frame that it stands in, if any */
    this.frame = view?.frameElement ?? null;
    this.area =
      element.tagName === "TEXTAREA" ? /** @type {HTMLTextAreaElement} */ (element) : null;
  }

  get rich() {
    return this.area === null;
  }

  /** Whether the field is still on the page. */
  get alive() {
    if (!this.element.isConnected || this.document.defaultView === null) return false;
    // In Firefox a document keeps its window after its frame went, or shows another document.
    const { frame } = this;
    return frame === null || (frame.isConnected && frame.contentDocument === this.document);
  }

  /** Whether the person is in it. */
  get focused() {
    return this.document.hasFocus() && this.document.activeElement === this.element;
  }

  /** The person's own words, signature included, quoted mail left out. */
  read() {
    if (this.area) return readPlain(this.area, isQuoted);
    return readRich(this.element, endsOf(this.element).quotes);
  }

  /**
   * Signature and quotes of a rich body. Where the webmail does not mark its signature, it is what
   * begins with a line of two dashes.
   *
   * @returns {{signature: Node | null, quotes: Element[]}}
   */
  ends() {
    const { signature, quotes } = endsOf(this.element);
    if (signature) return { signature, quotes };
    const reading = this.read();
    const dashes = reading.text.search(SIGNATURE_LINE);
    const node = dashes < 0 ? null : reading.place(dashes)?.node;
    return { signature: node ? beginningWith(node, this.element) : null, quotes };
  }

  /** The person's own words above the signature. */
  readLetter() {
    const reading = this.read();
    const cut = this.#signatureIndex(reading);
    if (cut < 0) return reading;
    const pieces = reading.pieces
      .filter(({ start }) => start < cut)
      .map((piece) => ({ ...piece, length: Math.min(piece.length, cut - piece.start) }));
    return new Reading(reading.text.slice(0, cut), pieces);
  }

  /** @param {Reading} reading */
  #signatureIndex(reading) {
    const marked = this.area ? null : endsOf(this.element).signature;
    if (!marked) return reading.text.search(SIGNATURE_LINE);
    return reading.pieces.find(({ node }) => marked.contains(node))?.start ?? -1;
  }

  /**
   * The selection in a rich body.
   *
   * @param {Range | null} [known] to be moved to a caret: each range costs every later change of the words
   * @returns {Range | null} null where the selection is somewhere else
   */
  caret(known = null) {
    const selection = this.document.getSelection();
    if (!selection?.anchorNode || !this.element.contains(selection.anchorNode)) return null;
    const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
    if (anchorNode !== focusNode || anchorOffset !== focusOffset)
      return selection.getRangeAt(0).cloneRange();
    // In Firefox it may be the selection itself, which is not to be set anew while the focus goes.
    if (known && isAt(known, anchorNode, anchorOffset)) return known;
    const caret = known ?? this.document.createRange();
    caret.setStart(anchorNode, anchorOffset);
    caret.collapse(true);
    return caret;
  }

  /** Where the caret stands among the words. @param {Range | null} caret in a rich body */
  caretIndex(caret) {
    const reading = this.read();
    if (this.area) return reading.index(this.area, this.area.selectionEnd);
    return caret ? reading.index(caret.endContainer, caret.endOffset) : reading.text.length;
  }

  /**
   * Put the caret among the words, without taking the focus.
   *
   * @param {number} index
   * @returns {Range | null} the caret of a rich body
   */
  putCaret(index) {
    const reading = this.read();
    if (this.area) {
      const offset = reading.place(index, true)?.offset ?? this.area.value.length;
      this.area.setSelectionRange(offset, offset);
      return null;
    }
    const caret = reading.range(index, index);
    if (caret) this.put(caret);
    return caret;
  }

  /** Go back to the draft, to where the caret was. @param {Range | null} caret */
  restore(caret) {
    this.focus();
    if (caret) this.put(caret);
  }

  focus() {
    if (!this.area) this.window.focus();
    this.element.focus({ preventScroll: true });
  }

  /**
   * Select words of a reading, so that the person sees them.
   *
   * @param {Reading} reading
   * @param {number} start
   * @param {number} end
   */
  select(reading, start, end) {
    this.focus();
    if (this.area) {
      const from = reading.place(start, start === end)?.offset ?? this.area.value.length;
      const to = reading.place(end, true)?.offset ?? from;
      this.area.setSelectionRange(from, to);
      revealIn(this.area, from, to);
      return;
    }
    const range = reading.range(start, end);
    if (!range) return;
    this.put(range);
    this.reveal(range);
  }

  /** Make it the selection. @param {Range} range */
  put(range) {
    const selection = this.document.getSelection();
    selection?.removeAllRanges();
    selection?.addRange(range);
  }

  /** Bring words into view without moving focus or selection. @param {Range} range */
  reveal(range) {
    reveal(() => range.getBoundingClientRect(), this.element);
  }
}

/** Where the person's caret stood in the draft, while the focus is somewhere else. */
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

/**
 * A textarea does not tell where its words stand: a copy of it does.
 *
 * @param {HTMLTextAreaElement} area
 * @param {number} from
 * @param {number} to
 */
function revealIn(area, from, to) {
  const mirror = new Mirror(area, () => {});
  mirror.show(to);
  const range = mirror.range(from, to);
  if (range) mirror.reveal(range);
  mirror.remove();
}

/** @param {Range} caret @param {Node} node @param {number} offset */
const isAt = ({ collapsed, startContainer, startOffset }, node, offset) =>
  collapsed && startContainer === node && startOffset === offset;

/**
 * The largest element that begins with a node; the node itself where it stands in `within`.
 *
 * @param {Node} node
 * @param {Element} within
 */
function beginningWith(node, within) {
  let found = node;
  while (found.parentElement !== within && found.parentElement?.firstChild === found) {
    found = found.parentElement;
  }
  return found;
}

/**
 * A line of quoted mail, or the line that introduces it.
 *
 * @param {string} line
 * @param {string} [next]
 */
function isQuoted(line, next) {
  return QUOTED.test(line) || (next !== undefined && QUOTED.test(next) && REPLY_INTRO.test(line));
}
