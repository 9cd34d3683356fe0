/** What the panel says where it has no report to show, and what can be done about it. */

/** @import { Session } from "../session.js" */

import { ask, text } from "../../browser.js";
import { button, element, paragraph } from "../../design/element.js";
import { lostWords } from "./lost_words.js";

/**
 * That the service is not there, and how to start it; or that it keeps one waiting.
 *
 * @param {string} state
 * @returns {Node[]}
 */
export function noAnswer(state) {
  if (state === "slow") return [paragraph(text("stateSlow"))];
  return [
    paragraph(text("stateOffline")),
    element("pre", {}, "make run"),
    paragraph(text("stateOfflineKept")),
  ];
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
  const retry = () => button(text("retry"), () => session.checking.soon(0));
  switch (session.view.phase) {
    case "off":
      return [paragraph(text("stateOff"))];
    case "quiet":
      return [paragraph(text("stateQuiet")), button(text("checkNow"), () => session.speak())];
    case "empty":
      return [
        paragraph(text("stateEmpty")),
        button(text("chooseTemplate"), () => go("insert"), "primary"),
      ];
    case "reading":
      return [paragraph(text("stateReading"))];
    case "other":
      return [paragraph(text("stateOther")), kinds(session)];
    case "offline":
      return [...noAnswer("offline"), retry()];
    case "slow":
      return [...noAnswer("slow"), paragraph(text("stateSlowWaits"))];
    case "refused":
      return refused(session.view.reason, retry);
    case "strange":
      return [paragraph(text("stateStrange")), retry()];
    default:
      return [];
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

/**
 * By the service, or with no reason, for want of the person's consent.
 *
 * @param {string} reason the service's own words
 * @param {() => Node} retry
 */
function refused(reason, retry) {
  if (reason) return [paragraph(text("stateRefused", reason)), retry()];
  const settings = button(text("openSettings"), () => void ask("open-options", {}));
  return [paragraph(text("stateConsent")), settings];
}
