/** In words and colours, what the sentences of a draft do, and what none of them does. */

/** @import { Move, Report } from "../../api" */

import { text } from "../../browser.js";
import { element, paragraph } from "../../design/element.js";
import { tint } from "../moves.js";
import { missingMoves } from "./words.js";

/**
 * @param {Report} report
 * @param {boolean} tinted whether the sentences are coloured
 * @returns {Node[]}
 */
export function legend(report, tinted) {
  const lists = new Map(report.sentences.map(({ moves }) => [moves.join(), moves]));
  lists.delete("");
  const missing = missingMoves(report);
  return [
    element("ul", {}, ...[...lists.values()].map((moves) => entry(moves, tinted))),
    ...(missing.length ? [paragraph(text("movesMissing", missing.map(nameOf).join(", ")))] : []),
  ];
}

/** All that one sentence does. @param {Move[]} moves @param {boolean} tinted */
function entry(moves, tinted) {
  const swatch = element("span", { class: "swatch" });
  tint(swatch, moves);
  return element("li", {}, tinted && swatch, moves.map(nameOf).join(" + "));
}

/** @param {Move} move */
const nameOf = (move) => text(`move_${move}`);
