/** SnappyMail, also as Nextcloud's mail app of that name: Squire, or a textarea in plain text. */

/** @import { Adapter } from "../contract.js" */

import { peopleOn } from "../mail.js";

const COMPOSE = "#V-PopupsCompose";
const PLAIN = ".squire-mode-plain textarea.squire-plain";
const RICH = ".squire-wysiwyg";
const SUBJECT = "input[name=subject]";
/** To, Cc and Bcc, in this order. */
const LINE = "ul.emailaddresses";
const CHIP = "li";
const SEND = "a.btn:has(.icon-paper-plane)";

/** @param {HTMLElement} root @returns {any} a textarea, or what is edited in the page */
const editor = (root) => root.querySelector(PLAIN) ?? root.querySelector(RICH);

/** @param {HTMLElement} root */
function holdsWords(root) {
  const field = editor(root);
  return Boolean((field?.value ?? field?.textContent)?.trim());
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

  subject: (root) => root.querySelector(SUBJECT),

  recipients: (root) =>
    peopleOn(
      root.querySelector(LINE),
      CHIP,
      (chip) => chip.querySelector("span")?.textContent,
    ).filter(({ name, email }) => name || email),

  buttonSpot: (root) => root.querySelector(SEND),

  sends: (root) => [...root.querySelectorAll(SEND)],

  chords: ["Mod+Enter"],

  engine: "squire",
};
