/** The settings' switch: whether a note counts as written once it was sent. */

import { text } from "../browser.js";
import { countSent, countsSent } from "../content/sent.js";
import { element } from "../design/element.js";
import { section } from "./section.js";

export async function sentSection() {
  const said = element("p", { class: "said", role: "status" });
  const box = element("input", {
    type: "checkbox",
    checked: await countsSent(),
    onchange: async () => {
      const kept = await countSent(box.checked);
      said.textContent = text(kept ? "saved" : "storageFull");
      if (!kept) box.checked = await countsSent();
    },
  });
  const label = element("label", { class: "switch" }, box, element("span", {}, text("sentSwitch")));
  return section(text("sentHeading"), text("sentAbout"), label, said);
}
