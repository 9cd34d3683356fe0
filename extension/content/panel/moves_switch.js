/** The switch that tints each sentence of the draft by what it does, and its legend. */

/** @import { Report } from "../../api" */
/** @import { Session } from "../session.js" */

import { text } from "../../browser.js";
import { element, paragraph } from "../../design/element.js";
import { canTint } from "../highlight.js";
import { legend } from "./legend.js";

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
    this.session.display.showMoves(this.#box.checked);
    this.update(this.session.view.report);
  }

  /** @param {Report | null} report */
  update(report) {
    this.element.hidden = !report?.sentences.length;
    if (!report || this.element.hidden) return;
    const { exact } = this.session.view;
    const tint = canTint();
    const moves = report.sentences.map((sentence) => sentence.moves);
    const key = JSON.stringify([report.kind, moves, this.#box.checked, exact, tint]);
    if (this.element.dataset.key === key) return;
    this.element.dataset.key = key;
    this.#legend.hidden = !this.#box.checked;
    this.#legend.replaceChildren(
      ...legend(report, tint),
      ...(exact ? [] : [paragraph(text("movesPlain"))]),
      ...(exact && !tint ? [paragraph(text("movesForced"))] : []),
    );
  }
}
