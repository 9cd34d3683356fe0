/** Proton Mail: its editor (rooster) reaches into a frame that may run no script. */

/** @import { Person } from "../../api" */
/** @import { Adapter } from "../contract.js" */

import { readPerson } from "../mail.js";

const HOST = "mail.proton.me";
const COMPOSER = ".composer";
const MINIMISED = "composer--is-minimized";
const FRAME = "iframe[data-testid=rooster-iframe]";
const BODY = "#rooster-editor";
const TEXTAREA = "textarea[data-testid=editor-textarea]";
const SUBJECT = "[data-testid='composer:subject']";
/** The input of the To line, which stands beside its chips. */
const TO = "[data-testid='composer:to']";
const LINE = ".composer-addresses-container";
/** While nobody writes in it, the line is one text: its people, then a titled "CC:" and theirs. */
const SUMMARY = "[data-testid='composer:address'], .composer-addresses-fakefield-inner";
const CHIP = "[data-testid=composer-addresses-item]";
const CHIP_LABEL = "[data-testid=composer-addresses-item-label]";
/** Its test id ends with the address, whatever the label shows. */
const REMOVE = "remove-address-button-";
const SEND = "[data-testid='composer:send-button']";
const SEND_ACTIONS = "[data-testid='composer:send-actions']";

/** @type {Adapter} */
export const proton = {
  id: "proton",
  name: "Proton Mail",
  // Seen in its source, 2026-11-22: ProtonMail/WebClients.
  origins: [[`https://${HOST}/*`]],

  matches: (document) =>
    document.location.hostname === HOST || document.querySelector(SUBJECT) !== null,

  composes: (document) =>
    [...document.querySelectorAll(/** @type {"div"} */ (COMPOSER))].filter((composer) =>
      composer.querySelector(SUBJECT),
    ),

  minimised: (root) => root.classList.contains(MINIMISED),

  editor: (root) => {
    /** @type {HTMLIFrameElement | null} */
    const frame = root.querySelector(FRAME);
    if (!frame) return root.querySelector(TEXTAREA);
    /** @type {HTMLElement | null | undefined} */
    const body = frame.contentDocument?.querySelector(BODY);
    return body?.isContentEditable ? body : null;
  },

  subject: (root) => root.querySelector(SUBJECT),

  recipients: (root) => {
    const line = root.querySelector(TO)?.closest(LINE);
    return line ? [...line.querySelectorAll(CHIP)].map(readChip) : readSummary(root);
  },

  buttonSpot: (root) => root.querySelector(SEND_ACTIONS),

  sends: (root) => [...root.querySelectorAll(`${SEND}, ${SEND_ACTIONS} button`)],

  chords: ["Mod+Enter"],
};

/** @param {Element} chip @returns {Person} */
function readChip(chip) {
  const { name, email } = readPerson(chip.querySelector(CHIP_LABEL)?.textContent);
  const remove = chip.querySelector(`[data-testid^=${REMOVE}]`)?.getAttribute("data-testid");
  return { name, email: remove?.slice(REMOVE.length) || email };
}

/** @param {HTMLElement} root @returns {Person[]} */
function readSummary(root) {
  const people = [...(root.querySelector(SUMMARY)?.children ?? [])];
  const cc = people.findIndex((part) => part.hasAttribute("title"));
  return people
    .slice(0, cc < 0 ? people.length : cc)
    .map((part) => readPerson(part.textContent?.replace(/,\s*$/, "")));
}
