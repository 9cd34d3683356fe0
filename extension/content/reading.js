/** A plain text with an exact map back to where its characters stand on the page. */

/**
 * @typedef {object} Piece a run of characters that stands unbroken in text and source alike
 * @property {number} start where it begins in the text
 * @property {number} length
 * @property {Node} node a text node, or the textarea
 * @property {number} offset where it begins in the node
 */

/** The text of an editor and the way back. */
export class Reading {
  /** @param {string} text @param {Piece[]} pieces */
  constructor(text, pieces) {
    this.text = text;
    this.pieces = pieces;
  }

  /**
   * Where the character at `index` stands. At an edge between two pieces, `after` prefers the end
   * of the piece before: the place where more can be written.
   *
   * @param {number} index
   * @param {boolean} [after]
   * @returns {Place | null}
   */
  place(index, after = false) {
    let before = null;
    for (const piece of this.pieces) {
      const end = piece.start + piece.length;
      if (piece.start > index) break;
      if (after ? index <= end && index > piece.start : index < end) {
        return { node: piece.node, offset: piece.offset + index - piece.start };
      }
      before = piece;
    }
    const edge = before ?? this.pieces[0];
    if (!edge) return null;
    const past = before ? Math.min(index - edge.start, edge.length) : 0;
    return { node: edge.node, offset: edge.offset + past };
  }

  /**
   * @param {number} start
   * @param {number} end
   * @param {Range} [known] perhaps of the same words
   * @returns {Range | null} null where the text has no such words
   */
  range(start, end, known) {
    const from = this.place(start, start === end);
    const to = this.place(end, true);
    if (!from || !to || start > end || end > this.text.length) return null;
    return rangeOf(from, to, known);
  }

  /**
   * The index of a place in the source; places between pieces count as the next one's start.
   *
   * @param {Node} node
   * @param {number} offset
   */
  index(node, offset) {
    for (const piece of this.pieces) {
      if (piece.node === node) {
        if (offset < piece.offset) return piece.start;
        if (offset <= piece.offset + piece.length) return piece.start + offset - piece.offset;
      } else if (node.compareDocumentPosition(piece.node) & Node.DOCUMENT_POSITION_FOLLOWING) {
        if (!node.contains(piece.node)) return piece.start;
        const child = node.childNodes[offset];
        if (child && (child.contains(piece.node) || follows(child, piece.node))) return piece.start;
      }
    }
    return this.text.length;
  }
}

/** @typedef {{node: Node, offset: number}} Place */

/**
 * The range between two places: `known` if that is what it is, for each further range, until it is
 * collected, costs every change of the words.
 *
 * @param {Place} from
 * @param {Place} to
 * @param {Range} [known]
 */
export function rangeOf(from, to, known) {
  if (
    known?.startContainer === from.node &&
    known.startOffset === from.offset &&
    known.endContainer === to.node &&
    known.endOffset === to.offset
  )
    return known;
  const range = /** @type {Document} */ (from.node.ownerDocument).createRange();
  range.setStart(from.node, from.offset);
  range.setEnd(to.node, to.offset);
  return range;
}

/** @param {Node} node @param {Node} other */
const follows = (node, other) =>
  Boolean(node.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING);
