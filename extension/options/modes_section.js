/** The settings' list of sites, and when the helper speaks on each. */

/** @import { Mode } from "../content/modes.js" */

import { ask, text } from "../browser.js";
import { loadMode, loadModes, MODES, onModes, saveMode } from "../content/modes.js";
import { element } from "../design/element.js";
import { originOf } from "../webmail/origins.js";
import { section } from "./section.js";

export async function modesSection() {
  const said = element("p", { class: "said", role: "status" });
  const list = element("ul", { class: "sites" });
  const draw = async () => {
    const chosen = await loadModes();
    const known = await ask("sites", {});
    const used = known.state === "ok" ? known.value.map(({ site }) => originOf(site)) : [];
    const sites = [...new Set([...used, ...Object.keys(chosen)])].toSorted();
    list.replaceChildren(
      ...(sites.length
        ? sites.map((site) => element("li", {}, choice(site, chosen[site] ?? MODES[0], said)))
        : [element("li", { class: "about" }, text("noSites"))]),
    );
  };
  onModes(() => {
    if (!list.contains(document.activeElement)) void draw();
  });
  await draw();
  return section(text("modesHeading"), text("modesAbout"), list, said);
}

/** @param {string} site @param {Mode} mode @param {HTMLElement} said */
function choice(site, mode, said) {
  const choose = async () => {
    const kept = await saveMode(site, /** @type {Mode} */ (select.value));
    said.textContent = text(kept ? "saved" : "storageFull");
    if (!kept) select.value = await loadMode(site);
  };
  const select = element(
    "select",
    { onchange: choose },
    ...MODES.map((each) =>
      element("option", { value: each, selected: each === mode }, text(`mode_${each}`)),
    ),
  );
  return element("label", { class: "mode" }, element("span", {}, site), select);
}
