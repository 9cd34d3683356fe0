/** The text area of a draft, with marks drawn behind its words: nothing enters the text. */

/** @import { Edit, Move, Span } from "../shared/api" */
/** @import { Mark } from "./marks.js" */

import { MOVES, tint } from "../shared/content/moves.js";
import { element } from "../shared/design/element.js";
import { pieces } from "./marks.js";

/** @param {Mark["name"]} name @returns {name is Move} */
const isMove = (name) => MOVES.some((move) => move === name);

export class Draft {
  /** @param {HTMLTextAreaElement} area @param {HTMLElement} layer lies exactly behind it */
  constructor(area, layer) {
    this.area = area;
    this.layer = layer;
  }

  get text() {
    return this.area.value;
  }

  /** Draw these marks in place of those before. @param {Mark[]} marks */
  draw(marks) {
    const drawn = pieces(this.text, marks).map(({ text, names }) => {
      if (!names.length) return text;
      const piece = element("span", { class: names.join(" ") }, text);
      tint(piece, names.filter(isMove));
      return piece;
    });
    // The last line has a height only when something stands on it.
    this.layer.replaceChildren(...drawn, "\n\u200b");
  }

  /** @param {Span} span */
  select({ start, end }) {
    this.area.focus();
    this.area.setSelectionRange(start, end);
  }
}

/** Whether one step of typing, which undo takes back, did what it should. @param {HTMLTextAreaElement | HTMLInputElement} field @param {Edit} edit */
export function replace(field, { start, end, text }) {
  const wanted = field.value.slice(0, start) + text + field.value.slice(end);
  field.focus({ preventScroll: true });
  field.setSelectionRange(start, end);
  document.execCommand(text ? "insertText" : "delete", false, text);
  return field.value === wanted;
}
