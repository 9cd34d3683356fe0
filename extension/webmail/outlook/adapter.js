/** Outlook on the web, private and at work: one React client, its editor (rooster) in the page. */

/** @import { Adapter } from "../contract.js" */

import { peopleOn, windowsAround } from "../mail.js";

/** The three of work are one service, and lead to each other. */
const HOSTS = [
  ["outlook.live.com"],
  ["outlook.office.com", "outlook.office365.com", "outlook.cloud.microsoft"],
];
/** What its pages load, at addresses of companies too. */
const APP = "head [href*='cdn.office.net'], head [content*=owamail], script[src*='/owamail/']";
const BODY = "[role=textbox][contenteditable=true][aria-multiline=true]";
/** To, Cc and Bcc, in this order. */
const PEOPLE = "[contenteditable=true]:not([aria-multiline=true])";
const CHIP = "[data-lpc-hover-target-id]";
const CHIP_TEXT = "[class*=textContainer-], [class*=individualText-]";
const SUBJECT = "input[id$=_SUBJECT], input[type=text][autocomplete=off]";
const SEND = "[data-testid=ComposeSendButton], [id*=splitButton-][id$=__primaryActionButton]";
/** The arrow beside Send, with the choice of a later time. */
const LATER = "[id*=splitButton-][id$=__menuButton]";

/** @type {Adapter} */
export const outlook = {
  id: "outlook",
  name: "Outlook",
  // Seen in a rebuilt page, 2026-11-22: Briskine 8.0.0, public page objects.
  origins: HOSTS.map((group) => group.map((host) => `https://${host}/*`)),

  matches: (document) =>
    HOSTS.flat().includes(document.location.hostname) || document.querySelector(APP) !== null,

  // A reply under its message has no subject of its own.
  composes: (document) => windowsAround(document, BODY, SEND),

  editor: (root) => root.querySelector(BODY),

  // The last one: a search field may stand above it.
  subject: (root) => [...root.querySelectorAll(/** @type {"input"} */ (SUBJECT))].at(-1) ?? null,

  // A name; "Dana Lee <dana@acme.example>" in a draft opened again; or the address of a stranger.
  recipients: (root) =>
    peopleOn(
      root.querySelector(PEOPLE),
      CHIP,
      (chip) => (chip.querySelector(CHIP_TEXT) ?? chip).textContent,
    ),

  // Send and its arrow.
  buttonSpot: (root) => {
    const send = root.querySelector(SEND);
    return send?.closest("[role=group]") ?? send;
  },

  sends: (root) => [...root.querySelectorAll(`${SEND}, ${LATER}`)],

  chords: ["Mod+Enter", "Alt+S"],

  engine: "rooster9",
};
