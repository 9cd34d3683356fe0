/** Roundcube, with its Elastic skin: HTML mode in TinyMCE's frame, plain mode in a textarea. */

/** @import { Adapter } from "../contract.js" */

import { bodyIn, readAddresses } from "../mail.js";

const PAGE = "body.task-mail.action-compose";
const COMPOSE = "#compose-content";
const FRAME = "#composebody_ifr";
const TEXTAREA = "textarea#composebody";
const SUBJECT = "input[name=_subject]";
const TO_FIELD = "[name=_to]";
const TO_CHIPS = "#compose_to .recipient-input > li.recipient";
const ATTACHMENTS = "#attachment-list > li";
/** The second takes the place of the first on a narrow screen. */
const SEND = ".formbuttons .send, .footer .send";

/** @param {HTMLElement} root of the one message of a page */
const sendsOf = ({ ownerDocument }) => [...ownerDocument.querySelectorAll(SEND)];

/** @type {Adapter} */
export const roundcube = {
  id: "roundcube",
  name: "Roundcube",
  // Seen in the product, 2026-11-23: 1.6.5.
  origins: [],

  matches: (document) => Boolean(document.querySelector(PAGE)),

  composes: (document) => [...document.querySelectorAll(/** @type {"div"} */ (COMPOSE))],

  editor: (root) => bodyIn(root, FRAME, TEXTAREA),

  subject: (root) => root.querySelector(SUBJECT),

  recipients: (root) => {
    const chips = [...root.querySelectorAll(TO_CHIPS)];
    // A chip reads "Dana Lee <dana@acme.example>,"; what is half typed stays in its own input.
    if (chips.length) return readAddresses(chips.map((chip) => chip.textContent ?? "").join(""));
    /** @type {HTMLTextAreaElement | null} */
    const field = root.querySelector(TO_FIELD);
    return readAddresses(field?.value ?? "");
  },

  attachments: (root) => root.ownerDocument.querySelectorAll(ATTACHMENTS).length,

  buttonSpot: (root) => sendsOf(root).find((found) => found.checkVisibility()) ?? null,

  sends: sendsOf,

  // Roundcube itself knows no key that sends.
  chords: [],

  block: "p",

  // Roundcube keeps its local copy of a draft only once it has counted a key press (1.6, app.js).
  inserted: (document) => {
    document.dispatchEvent(new KeyboardEvent("keypress", { bubbles: true }));
  },
};
