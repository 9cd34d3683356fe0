/** What the panel says where it has no report to show, and what can be done about it. */

/** @import { Session } from "../session.js" */

import { ask, text } from "../../browser.js";
import { button, element, paragraph } from "../../design/element.js";
import { lostWords } from "./lost_words.js";

/**
 * Why the service gave nothing: it is not there, and how to start it; it keeps one waiting; it refused,
 * with no reason for want of the person's consent; or it said what nobody understands.
 *
 * @param {{state: string, message?: string}} answer
 * @returns {Node[]}
 */
export function noAnswer({ state, message }) {
  switch (state) {
    case "offline":
      return [
        paragraph(text("stateOffline")),
        element("pre", {}, "make run"),
        paragraph(text("stateOfflineKept")),
      ];
    case "slow":
      return [paragraph(text("stateSlow"))];
    case "refused":
      return message ? [paragraph(text("stateRefused", message))] : noConsent();
    default:
      return [paragraph(text("stateStrange"))];
  }
}

function noConsent() {
  const settings = button(text("openSettings"), () => void ask("open-options", {}), "primary");
  return [paragraph(text("stateConsent")), settings];
}

/**
 * @param {Session} session
 * @param {(tab: "insert") => void} go
 * @returns {Node[]} none where there is a report
 */
export function stateWords(session, go) {
  return [...lostWords(session), ...phaseWords(session, go)];
}

/** @param {Session} session @param {(tab: "insert") => void} go @returns {Node[]} */
function phaseWords(session, go) {
  const { phase, reason } = session.view;
  switch (phase) {
    case "off":
      return [paragraph(text("stateOff"))];
    case "quiet":
      return [
        paragraph(text("stateQuiet")),
        button(text("checkNow"), () => session.display.speak()),
      ];
    case "empty":
      return [
        paragraph(text("stateEmpty")),
        button(text("chooseTemplate"), () => go("insert"), session.view.lost ? "" : "primary"),
      ];
    case "reading":
      return [paragraph(text("stateReading"))];
    case "other":
      return [paragraph(text("stateOther")), kinds(session)];
    case "report":
      return [];
    case "slow":
      return noAnswer({ state: phase });
    default:
      return [
        ...noAnswer({ state: phase, message: reason }),
        button(text("retry"), () => session.checking.soon(0)),
      ];
  }
}

/** @param {Session} session */
function kinds(session) {
  return element(
    "p",
    { class: "choices" },
    button(text("readAsThankYou"), () => session.readAs("thank-you")),
    button(text("readAsFollowUp"), () => session.readAs("follow-up")),
    button(text("readAsCourtesy"), () => session.readAs("courtesy")),
  );
}
