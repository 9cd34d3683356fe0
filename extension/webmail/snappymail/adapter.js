/** SnappyMail, also as Nextcloud's mail app of that name: Squire, or a textarea in plain text. */

/** @import { Adapter } from "../contract.js" */

import { readPerson } from "../mail.js";

const COMPOSE = "#V-PopupsCompose";
const PLAIN = ".squire-mode-plain textarea.squire-plain";
const RICH = ".squire-wysiwyg";
const SUBJECT = "input[name=subject]";
/** To, Cc and Bcc, in this order. */
const LINE = "ul.emailaddresses";
const CHIP = "li";
const SEND = "a.btn:has(.icon-paper-plane)";

/** @param {HTMLElement} root */
const editor = (root) =>
  root.querySelector(/** @type {"textarea"} */ (PLAIN)) ??
  root.querySelector(/** @type {"div"} */ (RICH));

/** @param {HTMLElement} root */
function holdsWords(root) {
  const field = editor(root);
  const words = field && "value" in field ? field.value : field?.textContent;
  return Boolean(words?.trim());
}

/** @type {Adapter} */
export const snappymail = {
  id: "snappymail",
  name: "SnappyMail",
  // Seen in its source, 2026-11-22: 2.38.
  origins: [],

  matches: (document) => document.querySelector(COMPOSE) !== null,

  // Folded away or closed, the dialog stays in the page: closed, it is emptied first.
  composes: (document) =>
    [...document.querySelectorAll(/** @type {"div"} */ (COMPOSE))].filter(
      (root) => root.checkVisibility() || holdsWords(root),
    ),

  editor,

  subject: (root) => root.querySelector(/** @type {"input"} */ (SUBJECT)),

  recipients: (root) =>
    [...(root.querySelector(LINE)?.querySelectorAll(CHIP) ?? [])]
      .map((chip) => readPerson(chip.querySelector("span")?.textContent))
      .filter(({ name, email }) => name || email),

  buttonSpot: (root) => root.querySelector(SEND),

  sends: (root) => [...root.querySelectorAll(SEND)],

  chords: ["Mod+Enter"],
};
