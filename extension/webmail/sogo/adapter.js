/** SOGo: CKEditor 5 or a textarea, in a dialog or a window of its own. */

/** @import { Adapter } from "../contract.js" */

import { endsOf, readPerson } from "../mail.js";

const FORM = "form[name=messageForm]";
const WINDOW = ".sg-mail-editor";
const RICH = "sg-ckeditor .ck-editor__editable";
const TEXTAREA = "textarea[name=content]";
const SUBJECT = "input[name=subject]";
/** The first of them is the To line; the others are made when they are asked for. */
const LINE = "md-chips";
const CHIP = "md-chip-template";
/** AngularJS leaves what a button does in the page, the same in every language. */
const SEND = "[ng-click^='editor.send(']";
const ATTACHMENTS = "[ng-repeat*='.attachmentAttrs']";

/** @type {Adapter} */
export const sogo = {
  id: "sogo",
  name: "SOGo",
  seen: { where: "source", what: "Alinto/sogo", on: "2026-11-25" },
  origins: [],

  matches: (document) => document.querySelector(FORM) !== null,

  composes: (document) =>
    [...document.querySelectorAll(/** @type {"form"} */ (FORM))].map(
      (form) => /** @type {HTMLElement | null} */ (form.closest(WINDOW)) ?? form,
    ),

  editor: (root) =>
    root.querySelector(/** @type {"div"} */ (RICH)) ??
    root.querySelector(/** @type {"textarea"} */ (TEXTAREA)),

  subject: (root) => root.querySelector(/** @type {"input"} */ (SUBJECT)),

  recipients: (root) =>
    [...(root.querySelector(LINE)?.querySelectorAll(CHIP) ?? [])].map((chip) =>
      readPerson(chip.textContent),
    ),

  attachments: (root) => root.querySelectorAll(ATTACHMENTS).length,

  buttonSpot: (root) => root.querySelector(SEND),

  sends: (root) => [...root.querySelectorAll(SEND)],

  chords: [],

  block: "p",

  ends: endsOf,
};
