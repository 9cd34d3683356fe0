/** SOGo: CKEditor 5, in older ones CKEditor 4 in a frame, or a textarea; in a dialog or a window of its own. */

/** @import { Adapter } from "../contract.js" */

import { bodyIn, peopleOn } from "../mail.js";

const FORM = "form[name=messageForm]";
const WINDOW = ".sg-mail-editor";
const FRAME = "iframe.cke_wysiwyg_frame";
const BODY = "sg-ckeditor .ck-editor__editable, textarea[name=content]";
const SUBJECT = "input[name=subject]";
/** The first of them is the To line; the others are made when they are asked for. */
const LINE = "md-chips";
const CHIP = "md-chip-template";
/** AngularJS leaves what a button does in the page, the same in every language. */
const SEND = "[ng-click^='editor.send(']";
/** On a narrow screen, where Send's row is full, there is room beside them. */
const FILES = ".sg-mail-editor-attachments > md-chips";
const ATTACHMENTS = "[ng-model$='.uploader.queue'] md-chip";

/** @type {Adapter} */
export const sogo = {
  id: "sogo",
  name: "SOGo",
  // Seen in the product, 2026-11-30: 5.8.0.
  origins: [],

  matches: (document) => document.querySelector(FORM) !== null,

  composes: (document) =>
    [...document.querySelectorAll(/** @type {"form"} */ (FORM))].map(
      (form) => /** @type {HTMLElement | null} */ (form.closest(WINDOW)) ?? form,
    ),

  editor: (root) => bodyIn(root, FRAME, BODY),

  subject: (root) => root.querySelector(SUBJECT),

  recipients: (root) => peopleOn(root.querySelector(LINE), CHIP),

  attachments: (root) => root.querySelectorAll(ATTACHMENTS).length,

  buttonSpot: (root) => root.querySelector(matchMedia("(width < 640px)").matches ? FILES : SEND),

  sends: (root) => [...root.querySelectorAll(SEND)],

  chords: [],

  block: "p",
};
