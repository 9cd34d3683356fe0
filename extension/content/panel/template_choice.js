/** Three doors, and behind each the templates for that occasion. */

/** @import { Template } from "../../api" */

import { text } from "../../browser.js";
import { button, element } from "../../design/element.js";

const DOORS = /** @type {const} */ (["had-an-interview", "waiting", "got-an-answer"]);
/** @typedef {typeof DOORS[number]} DoorName */

/**
 * @param {DoorName} open
 * @param {(name: DoorName) => void} choose
 */
export function doors(open, choose) {
  const buttons = DOORS.map((name) => {
    const made = button(text(`door_${name.replaceAll("-", "_")}`), () => choose(name));
    made.setAttribute("aria-pressed", String(name === open));
    return made;
  });
  const group = { class: "doors", role: "group", "aria-label": text("doorsLabel") };
  return element("div", group, ...buttons);
}

/**
 * @param {Template[]} templates all of them
 * @param {DoorName} door
 * @param {(template: Template) => void} pick
 */
export function templateList(templates, door, pick) {
  const behind = templates
    .filter((template) => template.door === door)
    .toSorted((a, b) => a.order - b.order);
  const rows = behind.map((template) =>
    element(
      "li",
      {},
      element(
        "button",
        { type: "button", class: "template", onclick: () => pick(template) },
        element("strong", {}, template.title),
        element("span", {}, template.occasion),
      ),
    ),
  );
  return element("ul", { class: "templates" }, ...rows);
}
