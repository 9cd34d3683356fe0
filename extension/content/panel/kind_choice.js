/** What kind of email the draft is read as, for a person to put right. */

/** @import { Kind } from "../../api" */
/** @import { Session } from "../session.js" */

import { text } from "../../browser.js";
import { element } from "../../design/element.js";

const KINDS = {
  "thank-you": "readAsThankYou",
  "follow-up": "readAsFollowUp",
  courtesy: "readAsCourtesy",
  other: "readAsOther",
};

export class KindChoice {
  #select = element(
    "select",
    { onchange: () => this.session.readAs(/** @type {Kind | "other"} */ (this.#select.value)) },
    ...Object.entries(KINDS).map(([kind, words]) =>
      element("option", { value: kind }, text(words)),
    ),
  );
  element = element("label", {}, element("span", {}, text("readAs")), this.#select);

  /** @param {Session} session */
  constructor(session) {
    this.session = session;
  }

  /** Where the draft is read as something else, buttons ask; whoever has just said so stays here. */
  update() {
    const { phase, report } = this.session.view;
    const stays = phase === "other" && this.element.matches(":focus-within");
    this.element.hidden = phase !== "report" && !stays;
    if (report && this.#select.value !== report.kind) this.#select.value = report.kind;
  }
}
