/** The keyboard shortcuts as the browser really bound them. */

import { text } from "../browser.js";
import { element } from "../design/element.js";
import { section } from "./section.js";

/** One that another extension holds already is left unbound by the browser, without a word. */
export async function shortcutSection() {
  const commands = (await chrome.commands.getAll()).filter(({ description }) => description);
  const rows = commands.map(({ description, shortcut }) =>
    element(
      "li",
      {},
      element("span", {}, description ?? ""),
      shortcut
        ? element("kbd", {}, shortcut)
        : element("span", { class: "about" }, text("unbound")),
    ),
  );
  const free = commands.every(({ shortcut }) => shortcut);
  const about = text(free ? "shortcutAbout" : "shortcutNone");
  return section(text("shortcutHeading"), about, element("ul", { class: "sites" }, ...rows));
}
