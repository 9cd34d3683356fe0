/** The sites where the helper runs because the person said so. */

import { ask, text } from "../browser.js";
import { button, element } from "../design/element.js";
import { section } from "./section.js";

export async function sitesSection() {
  const list = element("ul", { class: "sites" });
  const draw = async () => {
    const sites = await ask("sites", {});
    const patterns = sites.state === "ok" ? sites.value : [];
    list.replaceChildren(
      ...patterns.map((pattern) => {
        const origin = pattern.replace(/\/\*$/, "");
        const leave = async () => {
          await ask("leave-site", { origin });
          await draw();
        };
        return element(
          "li",
          {},
          element("span", {}, origin),
          button(text("stopUsing"), () => void leave()),
        );
      }),
    );
    if (!patterns.length) list.append(element("li", { class: "about" }, text("noSites")));
  };
  await draw();
  return section(text("sitesHeading"), text("sitesAbout"), list);
}
