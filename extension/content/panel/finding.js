/** What unfolds below a finding's line, in the panel and in the bubble: its words and what to do. */

/** @import { Finding } from "../../api" */

import { text } from "../../browser.js";
import { button, element } from "../../design/element.js";
import { showWhy } from "./why.js";
import { SERVICE } from "./words.js";

/**
 * @typedef {object} Acts
 * @property {() => void} [show] the finding's words in the draft
 * @property {(choice: number) => void} repair
 * @property {() => void} leave
 */

/**
 * @param {Finding} finding
 * @param {Acts} acts without `show` where the words are in sight already
 * @param {string} service address of the service, for the link to the guideline
 * @param {HTMLElement} body what they stand in
 * @param {string} [note] what came of the last try to repair it
 * @returns {Node[]}
 */
export function details(finding, acts, service, body, note) {
  const repairs = finding.suggestions.map(({ label }, index) => {
    const repair = button(label, () => acts.repair(index), index === 0 ? "primary" : "");
    return Object.assign(repair, SERVICE);
  });
  const why = button(text("why"), () => void showWhy(finding, service, body, why));
  why.setAttribute("aria-expanded", "false");
  const choices = [...repairs, why, button(text("leaveIt"), acts.leave, "quiet")];
  return [
    ...(acts.show ? quoted(finding, acts.show) : []),
    element("p", { class: "note" }, note),
    element("p", { class: "choices" }, ...choices),
  ];
}

/** @param {Finding} finding @param {() => void} show */
function quoted({ quote }, show) {
  const words = quote?.trim().replace(/\s+/g, " ");
  if (!words) return [];
  const attributes = { type: "button", class: "quote", title: text("showWords"), onclick: show };
  return [element("button", attributes, element("q", { dir: "auto" }, words))];
}
