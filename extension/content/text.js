/**
 * The words of an editor as plain text, with an exact map back to where they stand.
 *
 * Offsets are UTF-16 code units, as in every JavaScript string. Nothing is changed.
 */

/** @import { Piece } from "./reading.js" */

import { Reading } from "./reading.js";

/** Elements whose words are not part of the message. */
const SILENT = new Set(["STYLE", "SCRIPT", "TEMPLATE", "HEAD", "TITLE", "SELECT", "TEXTAREA"]);
/** What is a block where no style says so: a document that is not shown. */
const BLOCKS = new Set(
  `ADDRESS ARTICLE ASIDE BLOCKQUOTE CENTER DD DIV DL DT FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER
   HR LI MAIN NAV OL P PRE SECTION TABLE TBODY TD TFOOT TH THEAD TR UL`.split(/\s+/),
);
const INLINE_DISPLAYS = new Set(["inline", "contents", "inline-block", "inline-flex", "none"]);
/** Editors put these where a caret could not stand otherwise. */
const INVISIBLE = /[\u200B\u2060\uFEFF]/;
/** A run that counts as it is: where spaces fall together, it has single ones, and none at its edges. */
const RUN = /[^ \t\r\n\f\u200B\u2060\uFEFF]+(?: [^ \t\r\n\f\u200B\u2060\uFEFF]+)*/y;
const RUN_AS_IS = /[^\u200B\u2060\uFEFF]+/y;

/**
 * Read a contenteditable element. Nodes in `skipped` (quoted mail) are passed over.
 *
 * @param {HTMLElement} root
 * @param {readonly Node[]} [skipped]
 * @returns {Reading}
 */
export function readRich(root, skipped = []) {
  const writer = new Writer();
  walk(root, writer, new Set(skipped), styleOf(root));
  return new Reading(writer.text, writer.pieces);
}

/**
 * Read a textarea. Lines for which `skipped` is true (quoted mail) are passed over.
 *
 * @param {HTMLTextAreaElement} area
 * @param {(line: string, next: string | undefined) => boolean} [skipped]
 * @returns {Reading}
 */
export function readPlain(area, skipped = () => false) {
  let text = "";
  let offset = 0;
  /** @type {Piece[]} */
  const pieces = [];
  const lines = area.value.split("\n");
  lines.forEach((line, number) => {
    const length = line.length + (number + 1 < lines.length ? 1 : 0);
    if (length && !skipped(line, lines[number + 1])) {
      const last = pieces.at(-1);
      if (last && last.offset + last.length === offset) last.length += length;
      else pieces.push({ start: text.length, length, node: area, offset });
      text += area.value.slice(offset, offset + length);
    }
    offset += length;
  });
  return new Reading(text, pieces);
}

/** Collects text and pieces, line by line. */
class Writer {
  text = "";
  /** @type {Piece[]} */
  pieces = [];
  /** Line ends that stand before the next word, if one comes. */
  #due = 0;
  /** Whether the current line has something on it, be it only a line break that holds it open. */
  #open = false;
  #spaceHeld = false;

  /** End the current line; `lines` is 2 where a blank line separates. @param {number} lines */
  block(lines) {
    if (this.#open || (this.#due && lines > this.#due)) this.#due = Math.max(this.#due, lines);
    this.#open = false;
    this.#spaceHeld = false;
  }

  lineBreak() {
    this.#flush();
    this.text += "\n";
    this.#open = true;
    this.#spaceHeld = false;
  }

  holdLine() {
    this.#flush();
    this.#open = true;
  }

  /**
   * @param {Text} node
   * @param {boolean} asIs whether spaces and line ends count as they are
   */
  words(node, asIs) {
    const { data } = node;
    const run = asIs ? RUN_AS_IS : RUN;
    for (let at = 0; at < data.length; ) {
      run.lastIndex = at;
      const signs = run.exec(data)?.[0] ?? "";
      if (signs) {
        this.#put(signs, node, at);
        this.#spaceHeld = false;
      } else if (!INVISIBLE.test(data.charAt(at)) && this.#open && !this.#spaceHeld) {
        this.#put(" ", node, at);
        this.#spaceHeld = true;
      }
      at += signs.length || 1;
    }
  }

  /** @param {string} signs @param {Text} node @param {number} at */
  #put(signs, node, at) {
    this.#flush();
    const last = this.pieces.at(-1);
    if (last && last.node === node && last.offset + last.length === at && this.#adjoins(last)) {
      last.length += signs.length;
    } else {
      this.pieces.push({ start: this.text.length, length: signs.length, node, offset: at });
    }
    this.text += signs.replaceAll("\u00A0", " ");
    this.#open = true;
  }

  /** @param {Piece} piece */
  #adjoins(piece) {
    return piece.start + piece.length === this.text.length;
  }

  #flush() {
    if (this.#due) {
      if (this.text) this.text += "\n".repeat(this.#due);
      this.#due = 0;
      this.#open = false;
    }
  }
}

/**
 * @typedef {object} Style
 * @property {boolean} block
 * @property {number} lines 2 where its margin looks like a blank line
 * @property {boolean} asIs
 * @property {boolean} hidden
 */

/** @param {Element} element @returns {Style} */
function styleOf(element) {
  const view = element.ownerDocument.defaultView;
  const style = view?.getComputedStyle(element);
  if (!style?.display) {
    const block = BLOCKS.has(element.tagName);
    const lines = element.tagName === "P" ? 2 : 1;
    return { block, lines, asIs: element.tagName === "PRE", hidden: false };
  }
  const margin = Math.max(parseFloat(style.marginTop) || 0, parseFloat(style.marginBottom) || 0);
  const gap = margin >= parseFloat(style.fontSize) / 2;
  return {
    block: !INLINE_DISPLAYS.has(style.display),
    lines: gap && !/^(LI|UL|OL|BLOCKQUOTE|BODY)$/.test(element.tagName) ? 2 : 1,
    asIs: style.whiteSpace.startsWith("pre") || style.whiteSpace === "break-spaces",
    hidden: style.display === "none",
  };
}

/** @param {{childNodes: Iterable<any>}} parent @param {Writer} writer @param {Set<Node>} skipped @param {Style} style */
function walk({ childNodes }, writer, skipped, style) {
  for (const node of childNodes) {
    if (node.nodeType === Node.TEXT_NODE) writer.words(node, style.asIs);
    else if (node.nodeType === Node.ELEMENT_NODE) readElement(node, writer, skipped);
  }
}

/** @param {Element} element @param {Writer} writer @param {Set<Node>} skipped */
function readElement(element, writer, skipped) {
  if (skipped.has(element)) return writer.block(2);
  if (SILENT.has(element.tagName) || element.getAttribute("data-mce-bogus") === "all") return;
  if (element.tagName === "BR") return isLast(element) ? writer.holdLine() : writer.lineBreak();
  const style = styleOf(element);
  if (style.hidden) return;
  if (style.block) writer.block(style.lines);
  walk(element, writer, skipped, style);
  if (style.block) writer.block(style.lines);
}

/**
 * Whether nothing visible follows on this line: such a break only holds the line open.
 *
 * @param {Element} lineBreak
 */
function isLast(lineBreak) {
  /** @type {any} */
  let node = lineBreak;
  while (true) {
    for (let next = node.nextSibling; next; next = next.nextSibling) {
      if (next.nodeType === Node.TEXT_NODE && !/[^ \t\r\n\f\uFEFF]/.test(next.nodeValue ?? ""))
        continue;
      if (next.nodeType === Node.COMMENT_NODE) continue;
      if (next.nodeType === Node.ELEMENT_NODE && styleOf(next).block) return true;
      return false;
    }
    const parent = node.parentElement;
    if (
      !parent ||
      styleOf(parent).block ||
      parent.isContentEditable !== parent.parentElement?.isContentEditable
    ) {
      return true;
    }
    node = parent;
  }
}
