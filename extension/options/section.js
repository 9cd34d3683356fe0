/** A part of the settings: a title, what it is about, what can be set. */

import { element } from "../design/element.js";

/** @param {string} title @param {string} about @param {...(Node | string)} content */
export function section(title, about, ...content) {
  const heading = element("h2", {}, title);
  return element("section", {}, heading, element("p", { class: "about" }, about), ...content);
}
