/** The person's own details. */

import { text } from "../browser.js";
import { loadSender, saveSender } from "../cards/sender.js";
import { labelled } from "../content/panel/card_form.js";
import { element } from "../design/element.js";
import { section } from "./section.js";

const DETAILS = /** @type {const} */ (["name", "email", "phone", "linkedin"]);

export async function senderSection() {
  const sender = await loadSender();
  const said = element("p", { class: "said", role: "status" });
  const inputs = DETAILS.map((name) => {
    const input = element("input", {
      type: name === "email" ? "email" : "text",
      value: sender[name],
      dir: "auto",
      autocomplete: { name: "name", email: "email", phone: "tel", linkedin: "url" }[name],
      oninput: async () => {
        const kept = await saveSender({ [name]: input.value.trim() });
        const words = text(kept ? "saved" : "storageFull");
        // Heard once, not after every letter.
        if (said.textContent !== words) said.textContent = words;
      },
    });
    return labelled(text(`sender_${name}`), input);
  });
  return section(text("senderHeading"), text("senderAbout"), ...inputs, said);
}
