/** The sites where the helper runs because the person said so. */

/** @import { Site } from "../sites.js" */

import { ask, text } from "../browser.js";
import { button, element } from "../design/element.js";
import { originOf } from "../webmail/origins.js";
import { section } from "./section.js";

/** @returns {Promise<Site[]>} */
async function usedSites() {
  const answer = await ask("sites", {});
  return answer.state === "ok" ? answer.value : [];
}

/** Run nowhere any more. */
export async function leaveSites() {
  for (const { site } of await usedSites()) await ask("leave-site", { site });
}

/** @param {() => Promise<void>} onLeave called when one was taken off */
export async function sitesSection(onLeave) {
  const list = element("ul", { class: "sites", tabindex: -1 });
  const draw = async () => {
    const used = await usedSites();
    list.replaceChildren(
      ...used.map(({ site, origins }) => {
        const leave = async () => {
          await ask("leave-site", { site });
          await Promise.all([draw(), onLeave()]);
          list.focus();
        };
        const others = origins.filter((pattern) => pattern !== site).map(originOf);
        return element(
          "li",
          {},
          element("span", {}, [originOf(site), ...others].join(", ")),
          button(text("remove"), () => void leave()),
        );
      }),
    );
    if (!used.length) list.append(element("li", { class: "about" }, text("noSites")));
  };
  await draw();
  return section(text("sitesHeading"), text("sitesAbout"), list);
}
