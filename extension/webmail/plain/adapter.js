/** Any page: one large contenteditable or textarea, perhaps in a frame, with a subject near it. */

/** @import { Adapter } from "../contract.js" */

import { distinct, nearest, readAddresses } from "../mail.js";

const EDITABLE = "[contenteditable=''], [contenteditable=true], textarea";
const SUBJECT = "input[name*=subject i], input[id*=subject i]";
const TO = "[name=to], [name=_to], [data-to], [name*=recipient i]";
const CHIP = "[data-email]";
const SEND = "button[type=submit], button:not([type]), input[type=submit]";
const FILES = "input[type=file]";
/** Lower than this is a search field or a chat line, no letter. */
const LEAST_HEIGHT = 60;

/** @type {Adapter} */
export const plain = {
  id: "plain",
  name: "Any page",
  // Seen in the product, 2026-11-23: the practice page.
  origins: [],

  matches: () => true,

  composes: (document) => distinct(letters(document).map(({ place }) => nearest(place, SUBJECT))),

  editor: (root) => {
    const found = letters(root);
    const active = root.ownerDocument.activeElement;
    return (found.find(({ place }) => place === active) ?? found[0])?.field ?? null;
  },

  subject: (root) => root.querySelector(SUBJECT),

  recipients: (root) => {
    const chips = [...root.querySelectorAll(/** @type {"div"} */ (CHIP))];
    if (chips.length) {
      return chips.map(({ dataset }) => ({ name: dataset.name ?? "", email: dataset.email ?? "" }));
    }
    const field = root.querySelector(TO);
    const line = field instanceof HTMLInputElement ? field.value : (field?.textContent ?? "");
    return readAddresses(line);
  },

  attachments: (root) => {
    const fields = [...root.querySelectorAll(/** @type {"input"} */ (FILES))];
    if (!fields.length) return null;
    return fields.reduce((sum, field) => sum + (field.files?.length ?? 0), 0);
  },

  buttonSpot: (root) => root.querySelector(SEND),

  // Outside of a form such a button may do anything.
  sends: (root) =>
    [...root.querySelectorAll(/** @type {"button"} */ (SEND))].filter(({ form }) => form),

  chords: ["Mod+Enter"],
};

/**
 * The compose window to use where the person started Afterword by hand: around the field they are
 * in, else around the largest one. Its adapter holds on to that field while the page does.
 *
 * @param {Document} document
 * @returns {{root: HTMLElement, adapter: Adapter} | null}
 */
export function startedByHand(document) {
  const found = letters(document);
  const active = found.find(({ place }) => place.contains(document.activeElement));
  const [largest] = found.toSorted((a, b) => size(b.place) - size(a.place));
  const { place, field } = active ?? largest ?? {};
  const root = place && (nearest(place, SUBJECT) ?? place.closest("form") ?? place.parentElement);
  if (!field || !root) return null;
  return {
    root,
    adapter: { ...plain, editor: () => (field.isConnected ? field : plain.editor(root)) },
  };
}

/**
 * Fields that are large enough for a letter, and where they stand: in place, or in a frame of the
 * same origin.
 *
 * @param {Document | HTMLElement} root
 * @returns {{place: HTMLElement, field: HTMLElement}[]}
 */
function letters(root) {
  /** @type {HTMLElement[]} */
  const places = [...root.querySelectorAll(/** @type {"div"} */ (`${EDITABLE}, iframe`))];
  return places
    .filter(isLetter)
    .map((place) => ({ place, field: fieldIn(place) }))
    .filter((found) => found.field?.isContentEditable || found.field?.matches("textarea"));
}

/** @param {HTMLElement} place */
const fieldIn = (place) =>
  /** @type {HTMLElement} */ (place.matches("iframe") ? place.contentDocument?.body : place);

/** @param {HTMLElement} element */
const size = ({ offsetHeight, offsetWidth }) => offsetHeight * offsetWidth;

/** @param {HTMLElement} element */
function isLetter(element) {
  return element.offsetHeight >= LEAST_HEIGHT && !element.matches("[readonly], [disabled]");
}
