/** A message that went away while it was being sent: its words are there once more. */

/** @import { KeptDraft } from "../../kept_drafts.js" */
/** @import { Session } from "../session.js" */

import { text } from "../../browser.js";
import { button, element, paragraph } from "../../design/element.js";
import { copyInstead, copyWords } from "./copy.js";

/**
 * To be put back where nothing is written; where less of it stands, to copy from, for nothing that is
 * written is ever replaced.
 *
 * @param {Session} session
 * @returns {Node[]}
 */
export function lostWords(session) {
  const { lost, less, phase } = session.view;
  if (!lost || !(less || phase === "empty")) return [];
  const forget = button(text("forgetIt"), () => void session.lost.settle(false), "quiet");
  return [phase === "empty" ? toPutBack(session, lost, forget) : toCopy(lost, forget)];
}

/** @param {Session} session @param {KeptDraft} lost @param {Node} forget */
function toPutBack(session, lost, forget) {
  const { parts, attempt } = copyInstead(lost.body);
  const putBack = () => void attempt(back, () => session.lost.settle(true));
  const back = button(text("putBack"), putBack, "primary");
  return element(
    "div",
    { class: "lost" },
    paragraph(text("lostDraft", timeOf(lost))),
    element("q", { dir: "auto" }, lost.body.replace(/\s+/g, " ")),
    element("p", { class: "choices" }, back, forget),
    ...parts,
  );
}

/** @param {KeptDraft} lost @param {Node} forget */
function toCopy(lost, forget) {
  const said = element("p", { class: "note", role: "status" });
  const copy = button(text("copyLost"), () => void copyWords(lost.body, said));
  const words = { class: "words", dir: "auto", tabindex: 0, role: "region" };
  return element(
    "div",
    { class: "lost" },
    paragraph(text("lostPart", timeOf(lost))),
    element("div", { ...words, "aria-label": text("lostWords") }, lost.body),
    element("p", { class: "choices" }, copy, forget),
    said,
  );
}

/** @param {KeptDraft} draft */
function timeOf({ at }) {
  const format = /** @type {const} */ ({ hour: "numeric", minute: "2-digit" });
  return new Date(at).toLocaleTimeString(text("dateLocale"), format);
}
