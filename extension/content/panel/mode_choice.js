/** When the helper speaks on this site: chosen in the panel, kept for the site. */

/** @import { Session } from "../session.js" */
/** @import { Mode } from "../modes.js" */

import { text } from "../../browser.js";
import { element, paragraph } from "../../design/element.js";
import { MODES, saveMode } from "../modes.js";

export class ModeChoice {
  #select = element("select", { onchange: () => this.#choose() });
  #label = element("span", {});

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
      !hearsSend && paragraph(text("sendNotHeard")),
    );
  }

  #choose() {
    void saveMode(this.session.site, /** @type {Mode} */ (this.#select.value));
  }

  update() {
    const { view, site } = this.session;
    const { mode } = view;
    const label = text("modeHere", new URL(site).hostname);
    if (this.#label.textContent !== label) this.#label.textContent = label;
    if (this.#select.value !== mode) this.#select.value = mode;
  }
}
