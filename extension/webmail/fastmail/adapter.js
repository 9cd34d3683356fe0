/** Fastmail: Squire in the page itself; a textarea in plain text. */

/** @import { Adapter } from "../contract.js" */

import { peopleOn } from "../mail.js";

const HOSTS = ["app.fastmail.com", "app.beta.fastmail.com"];
const COMPOSE = ".v-Compose";
const RICH = ".v-RichText-input";
const PLAIN = ".v-PlainText textarea, textarea.v-TextInput-input, textarea.v-Text-input";
const SUBJECT = "input[id$=-subject-input], input.v-TextInput-input";
const LINE = ".v-EmailInput";
const TO = "[id$=-to-input]";
const CHIP = ".v-EmailInput-tokens > li";
const SEND = ".v-Button.s-send";
const LATER = ".v-Button[class*=s-send-]";

/** @type {Adapter} */
export const fastmail = {
  id: "fastmail",
  name: "Fastmail",
  // Seen in a rebuilt page, 2026-11-25: public page objects, 2026; Squire 2.4.8.
  origins: HOSTS.map((host) => [`https://${host}/*`]),

  matches: (document) =>
    HOSTS.includes(document.location.hostname) || document.querySelector(COMPOSE) !== null,

  composes: (document) => [...document.querySelectorAll(/** @type {"div"} */ (COMPOSE))],

  editor: (root) => root.querySelector(RICH) ?? root.querySelector(PLAIN),

  subject: (root) => root.querySelector(SUBJECT),

  recipients: (root) => {
    const line = (root.querySelector(TO) ?? root.querySelector(LINE))?.closest(LINE);
    return peopleOn(line, CHIP, words);
  },

  buttonSpot: (root) => root.querySelector(SEND),

  sends: (root) => [...root.querySelectorAll(`${SEND}, ${LATER}`)],

  chords: ["Mod+Enter"],

  engine: "squire",
};

/** What a chip says, without its button. @param {Element} chip */
function words(chip) {
  const own = [...chip.childNodes].filter((node) => node.nodeName !== "BUTTON");
  return own.map((node) => node.textContent).join("");
}
