/** What a person says of the draft and of the site: how it is read, and when the helper speaks there. */

/** @import { Kind } from "../../api" */
/** @import { Mode } from "../modes.js" */
/** @import { Session } from "../session.js" */

import { text } from "../../browser.js";
import { element, paragraph } from "../../design/element.js";
import { MODES, saveMode } from "../modes.js";

const KINDS = {
  "thank-you": "readAsThankYou",
  "follow-up": "readAsFollowUp",
  courtesy: "readAsCourtesy",
  other: "readAsOther",
};

/** What kind of email the draft is read as, for a person to put right. */
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

/** When the helper speaks on this site: chosen in the panel, kept for the site. */
export class ModeChoice {
  #select = element("select", { onchange: () => this.#choose() });
  #label = element("span", {});
  #said = element("p", { role: "status" });

  /** @param {Session} session */
  constructor(session) {
    this.session = session;
    const { hearsSend } = session;
    const modes = MODES.filter((mode) => hearsSend || mode !== "sending");
    this.#select.append(
      ...modes.map((mode) => element("option", { value: mode }, text(`mode_${mode}`))),
    );
    this.element = element(
      "div",
      { class: "mode" },
      element("label", {}, this.#label, this.#select),
      this.#said,
      !hearsSend && paragraph(text("sendNotHeard")),
    );
  }

  async #choose() {
    const kept = await saveMode(this.session.site, /** @type {Mode} */ (this.#select.value));
    this.#said.textContent = kept ? "" : text("storageFull");
    // What was chosen holds once it is kept.
    if (!kept) this.update();
  }

  update() {
    const { view, site } = this.session;
    const { mode } = view;
    const label = text("modeHere", new URL(site).hostname);
    if (this.#label.textContent !== label) this.#label.textContent = label;
    if (this.#select.value !== mode) this.#select.value = mode;
  }
}
