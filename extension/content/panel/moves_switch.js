/** The switch that tints each sentence of the draft by what it does, and its legend. */

/** @import { Move, Report } from "../../api" */
/** @import { Session } from "../session.js" */

import { text } from "../../browser.js";
import { element, paragraph } from "../../design/element.js";
import { canTint } from "../highlight.js";
import { missingMoves, presentMoves } from "./words.js";

export class MovesSwitch {
  #box = element("input", { type: "checkbox", role: "switch", onchange: () => this.#turn() });
  #legend = element("div", { class: "legend" });
  element = element(
    "div",
    { class: "moves" },
    element("label", { class: "switch" }, this.#box, element("span", {}, text("movesSwitch"))),
    this.#legend,
  );

  /** @param {Session} session */
  constructor(session) {
    this.session = session;
  }

  #turn() {
    this.session.showMoves(this.#box.checked);
    this.update(this.session.view.report);
  }

  /** @param {Report | null} report */
  update(report) {
    this.element.hidden = !report?.sentences.length;
    if (!report || this.element.hidden) return;
    const present = presentMoves(report);
    const missing = missingMoves(report);
    const { exact } = this.session.view;
    const tint = canTint();
    const key = JSON.stringify([present, missing, this.#box.checked, exact, tint]);
    if (this.element.dataset.key === key) return;
    this.element.dataset.key = key;
    this.#legend.hidden = !this.#box.checked;
    const names = missing.map((move) => text(`move_${move}`)).join(", ");
    this.#legend.replaceChildren(
      element("ul", {}, ...present.map((move) => entry(move, tint))),
      ...(missing.length ? [paragraph(text("movesMissing", names))] : []),
      ...(exact ? [] : [paragraph(text("movesPlain"))]),
      ...(exact && !tint ? [paragraph(text("movesForced"))] : []),
    );
  }
}

/** @param {Move} move @param {boolean} tint */
function entry(move, tint) {
  const swatch = tint && element("span", { class: "swatch" });
  return element("li", { "data-move": move }, swatch, text(`move_${move}`));
}
