/** The person's own details, asked for once where a template has a place for them. */

/** @import { Template } from "../../api" */
/** @import { Details } from "../../cards/sender.js" */

import { text } from "../../browser.js";
import { saveSender } from "../../cards/sender.js";
import { element } from "../../design/element.js";
import { labelled } from "./card_form.js";

/**
 * Fields for what a template needs and nobody gave yet.
 *
 * @param {Details} sender changed in place
 * @param {Template} template
 * @returns {Node[]} none where nothing is missing
 */
export function senderFields(sender, template) {
  const missing = /** @type {(keyof Details)[]} */ (["name", "phone", "email", "linkedin"]).filter(
    (name) => !sender[name] && template.fields.some((field) => field.name === `sender_${name}`),
  );
  if (!missing.length) return [];
  const inputs = missing.map((name) => input(sender, name));
  return [element("fieldset", {}, element("legend", {}, text("senderHeading")), ...inputs)];
}

/** @param {Details} sender @param {keyof Details} name */
function input(sender, name) {
  const made = element("input", {
    type: name === "email" ? "email" : "text",
    autocomplete: "off",
    dir: "auto",
    value: sender[name],
    onchange: () => {
      sender[name] = made.value.trim();
      void saveSender({ [name]: sender[name] });
    },
  });
  return labelled(text(`sender_${name}`), made);
}

/**
 * The details that the webmail's own signature does not give already.
 *
 * @param {Details} sender
 * @param {string} signature
 */
export function besideSignature({ name, ...details }, signature) {
  const given = Object.entries(details).filter(([, value]) => !signature.includes(value));
  return { name, ...Object.fromEntries(given) };
}
