/** Tuta: Squire in the page itself; Send stands in the head of the dialog, above the editor. */

/** @import { Adapter } from "../contract.js" */

import { peopleOn, windowsAround } from "../mail.js";

const HOSTS = ["app.tuta.com", "mail.tutanota.com"];
const FORM = "#mail-editor";
const BODY = "[data-testid=text_editor]";
const SUBJECT = "input[data-testid$=':subject_label'], [data-testid$=':subject_label'] input";
/** To, then Cc and Bcc. */
const LINE = ".bubble-text-field";
const CHIP = ".text-bubble";
const SEND = "[data-testid='btn:send_action']";

/** @type {Adapter} */
export const tuta = {
  id: "tuta",
  name: "Tuta Mail",
  // Seen in its source, 2026-11-22: tutao/tutanota.
  origins: HOSTS.map((host) => [`https://${host}/*`]),

  matches: (document) =>
    HOSTS.includes(document.location.hostname) || document.querySelector(FORM) !== null,

  composes: (document) => windowsAround(document, FORM, SEND, BODY),

  editor: (root) => root.querySelector(BODY),

  subject: (root) => root.querySelector(SUBJECT),

  recipients: (root) => peopleOn(root.querySelector(LINE), CHIP),

  buttonSpot: (root) => root.querySelector(SEND),

  sends: (root) => [...root.querySelectorAll(SEND)],

  chords: ["Mod+Enter", "Mod+Shift+S"],

  engine: "squire",
};
