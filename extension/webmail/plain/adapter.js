/** Any page: one large contenteditable or textarea with a subject or recipients near it. */

/** @import { Adapter } from "../contract.js" */

import { endsOf, nearest, readAddresses } from "../mail.js";

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
  seen: { where: "product", what: "the practice page", on: "2026-11-23" },
  origins: [],

  matches: () => true,

  composes: (document) => {
    const roots = [...document.querySelectorAll(/** @type {"div"} */ (EDITABLE))]
      .filter(isLetter)
      .map((editor) => nearest(editor, SUBJECT))
      .filter((root) => root !== null);
    return [...new Set(roots)];
  },

  editor: (root) => {
    const found = [root, ...root.querySelectorAll(/** @type {"div"} */ (EDITABLE))].filter(
      (element) => element.matches(EDITABLE) && isLetter(element),
    );
    const active = root.ownerDocument.activeElement;
    return found.find((element) => element === active) ?? found[0] ?? null;
  },

  subject: (root) => root.querySelector(/** @type {"input"} */ (SUBJECT)),

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

  block: "div",

  ends: endsOf,
};

/**
 * The compose window to use where the person started Afterword by hand: around the field they are
 * in, else around the largest one. Its adapter holds on to that field.
 *
 * @param {Document} document
 * @returns {{root: HTMLElement, adapter: Adapter} | null}
 */
export function startedByHand(document) {
  const letters = [...document.querySelectorAll(/** @type {"div"} */ (EDITABLE))].filter(isLetter);
  const active = letters.find((field) => field.contains(document.activeElement));
  const editor = active ?? letters.toSorted((a, b) => size(b) - size(a))[0];
  const root =
    editor && (nearest(editor, SUBJECT) ?? editor.closest("form") ?? editor.parentElement);
  return root ? { root, adapter: { ...plain, editor: () => editor } } : null;
}

/** @param {HTMLElement} element */
const size = ({ offsetHeight, offsetWidth }) => offsetHeight * offsetWidth;

/** @param {HTMLElement} element */
function isLetter(element) {
  return element.offsetHeight >= LEAST_HEIGHT && !element.matches("[readonly], [disabled]");
}
