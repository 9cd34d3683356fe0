/** Yahoo Mail and AOL Mail, one platform: its own editor in the page itself. */

/** @import { Adapter } from "../contract.js" */

import { peopleOn, windowsAround } from "../mail.js";

const HOSTS = ["mail.yahoo.com", "mail.aol.com"];
const BODY = "[data-test-id=rte]";
const SUBJECT =
  "[data-test-id=compose-subject], input#message-subject-field, input#compose-subject-input";
const TO = "[data-test-id=container-to]";
/** Its `title` reads "Dana Lee <dana@acme.example>". */
const CHIP = "[data-test-id=pill][title], [data-test-id=email-pill][title]";
const SEND = "[data-test-id=compose-send-button]";
const LATER = "[data-test-id*=schedule]";

/** @type {Adapter} */
export const yahoo = {
  id: "yahoo",
  name: "Yahoo Mail and AOL Mail",
  // Seen in a rebuilt page, 2026-11-22: eight public page objects, 2019–2026.
  origins: HOSTS.map((host) => [`https://${host}/*`]),

  matches: (document) =>
    HOSTS.includes(document.location.hostname) || document.querySelector(BODY) !== null,

  // A reply under its message has no subject of its own.
  composes: (document) => windowsAround(document, BODY, SEND),

  editor: (root) => root.querySelector(BODY),

  subject: (root) => root.querySelector(SUBJECT),

  recipients: (root) =>
    peopleOn(root.querySelector(TO), CHIP, (chip) => chip.getAttribute("title")),

  buttonSpot: (root) => root.querySelector(SEND),

  sends: (root) => [...root.querySelectorAll(`${SEND}, ${LATER}`)],

  chords: ["Mod+Enter"],
};
