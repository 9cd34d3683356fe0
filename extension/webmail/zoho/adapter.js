/** Zoho Mail: its own editor in a frame that the page writes itself. */

/** @import { Adapter } from "../contract.js" */

import { bodyIn, distinct, nearest, peopleOn } from "../mail.js";

/** The product stands at a host for each region; data of one region never leaves it. */
const REGIONS = ["com", "eu", "in", "com.au", "jp", "sa", "com.cn"];
const HOSTS = [...REGIONS.map((region) => `mail.zoho.${region}`), "mail.zohocloud.ca"];
const FRAME = "[id^=zmComposeEditor_] iframe, iframe.ze_area";
const SUBJECT = "[data-testid=com_subject_field] input";
const SEND = "[data-testid=com_send]";
const LATER = "[data-testid=com_send_later]";
const TO_FIELD = "[data-testid=com_To_field]";
const ROW = ".zmCRow";
const CHIP = "[role=option][aria-label]";
const ATTACHMENTS = ".zmCRAtt [role=row]";

/** @type {Adapter} */
export const zoho = {
  id: "zoho",
  name: "Zoho Mail",
  // Seen in a rebuilt page, 2026-11-25: page objects of three mail robots, 2026.
  origins: HOSTS.map((host) => [`https://${host}/*`]),

  matches: (document) =>
    HOSTS.includes(document.location.hostname) || document.querySelector(SUBJECT) !== null,

  composes: (document) =>
    distinct([...document.querySelectorAll(SEND)].map((send) => nearest(send, SUBJECT, FRAME))),

  editor: (root) => bodyIn(root, FRAME),

  subject: (root) => root.querySelector(SUBJECT),

  recipients: (root) =>
    peopleOn(root.querySelector(TO_FIELD)?.closest(ROW), CHIP, (chip) =>
      chip.getAttribute("aria-label"),
    ),

  attachments: (root) => root.querySelectorAll(ATTACHMENTS).length,

  buttonSpot: (root) => root.querySelector(LATER) ?? root.querySelector(SEND),

  sends: (root) => [...root.querySelectorAll(`${SEND}, ${LATER}`)],

  chords: ["Mod+Enter"],
};
