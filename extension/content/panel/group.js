/** A heading with the rows below it. */

import { element } from "../../design/element.js";

/** @param {"stop" | "advice" | "done"} level @param {string} title */
export function group(level, title) {
  const list = element("ul", { class: "rows" });
  const heading = element("h3", {}, title);
  return {
    list,
    element: element(
      "section",
      { class: "group", "data-level": level, hidden: true },
      heading,
      list,
    ),
  };
}
