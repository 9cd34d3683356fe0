/** Three doors, and behind each the templates for that occasion, the right next one first. */

/** @import { Template } from "../../api" */

import { text } from "../../browser.js";
import { button, element } from "../../design/element.js";
import { SERVICE } from "./words.js";

const DOORS = /** @type {const} */ (["had-an-interview", "waiting", "got-an-answer"]);
/** @typedef {typeof DOORS[number]} DoorName */

/** More at once is no choice but a search. */
const AT_ONCE = 6;

/**
 * @param {DoorName} open
 * @param {(name: DoorName) => void} choose
 */
export function doors(open, choose) {
  const buttons = DOORS.map((name) => {
    const made = button(text(`door_${name.replaceAll("-", "_")}`), () => choose(name));
    made.dataset.id = name;
    made.setAttribute("aria-pressed", String(name === open));
    return made;
  });
  const group = { class: "doors", role: "group", "aria-label": text("doorsLabel") };
  return element("div", group, ...buttons);
}

/**
 * @param {Template[]} templates those behind the door, the right next one first
 * @param {boolean} known whether it is known what is next
 * @param {(template: Template) => void} pick
 */
export function templateList(templates, known, pick) {
  const rows = templates.map((template, at) => row(template, known && at === 0, pick));
  const [shown, more] = [rows.slice(0, AT_ONCE), rows.slice(AT_ONCE)];
  return element(
    "div",
    {},
    element("ul", { class: "templates" }, ...shown),
    more.length
      ? element(
          "details",
          { class: "more" },
          element("summary", {}, text("moreOccasions", more.length)),
          element("ul", { class: "templates" }, ...more),
        )
      : null,
  );
}

/** @param {Template} template @param {boolean} next @param {(template: Template) => void} pick */
function row(template, next, pick) {
  const attributes = {
    type: "button",
    class: "template",
    "data-id": template.id,
    onclick: () => pick(template),
  };
  return element(
    "li",
    { class: next ? "next" : null },
    element(
      "button",
      attributes,
      next ? element("em", {}, text("nextTemplate")) : null,
      element("strong", SERVICE, template.title),
      element("span", SERVICE, template.occasion),
    ),
  );
}
