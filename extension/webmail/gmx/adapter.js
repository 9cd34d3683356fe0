/** GMX, WEB.DE and mail.com: all of the mail in a frame of another origin, CKEditor 4 in a frame in it. */

/** @import { Adapter } from "../contract.js" */

import { bodyIn, distinct, nearest, peopleOn } from "../mail.js";

const SUBJECT = "input[name^='composeHeader:subject'], input.mailobjectpanel-textfield_input";
const FRAME = "iframe.cke_wysiwyg_frame";
/** CKEditor stands in for one, plain text is written in one. */
const TEXTAREA = "textarea";
const SEND = [
  "button[name='composeHeader:buttonSend']",
  "#compose-send-button",
  "#compose-form-submit-send",
].join(", ");
const TO = "[data-webdriver=to]";
/** Chips of select2, by which the first line of a compose window is known too. */
const LINE = ".select2-choices";
const CHIP = ".select2-search-choice";

/** @type {Adapter} */
export const gmx = {
  id: "gmx",
  name: "GMX, WEB.DE and mail.com",
  // Seen in a rebuilt page, 2026-11-25: page objects of nine test suites.
  // The window around the mail and the mail in it stand at hosts of the same domain.
  origins: [
    ["https://*.gmx.net/*"],
    ["https://*.gmx.com/*"],
    ["https://*.web.de/*"],
    ["https://*.mail.com/*"],
  ],

  matches: (document) => document.querySelector(SUBJECT) !== null,

  composes: (document) =>
    distinct(
      [...document.querySelectorAll(SUBJECT)].map((subject) => nearest(subject, SEND, TEXTAREA)),
    ),

  editor: (root) => bodyIn(root, FRAME, TEXTAREA),

  subject: (root) => root.querySelector(SUBJECT),

  recipients: (root) => peopleOn(root.querySelector(TO) ?? root.querySelector(LINE), CHIP),

  buttonSpot: (root) => root.querySelector(SEND),

  sends: (root) => [...root.querySelectorAll(SEND)],

  chords: [],
};
