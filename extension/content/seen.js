/**
 * What is recognised in this frame, for a report that helps: kinds and numbers, never a word of the
 * page. What is told is chosen from names of our own, so no text can slip in.
 */

/** @import { Adapter } from "../webmail/contract.js" */

import { adapterFor, isFolded } from "../webmail/index.js";
import { Editor } from "./editor.js";

/** Editors by what marks their field; the first that fits. */
const EDITORS = {
  textarea: "textarea",
  "CKEditor 5": ".ck-editor__editable",
  "CKEditor 4": ".cke_editable",
  TinyMCE: ".mce-content-body",
  ProseMirror: ".ProseMirror",
  Quill: ".ql-editor",
  Lexical: "[data-lexical-editor]",
  Slate: "[data-slate-editor]",
  "Draft.js": ".public-DraftEditor-content",
  rooster: "#rooster-editor, [id^=editorParent_] *",
  contenteditable: "*",
};

/**
 * @typedef {object} Seen
 * @property {string} adapter its id
 * @property {boolean} runs whether the helper runs in this frame
 * @property {[number, number]} size of the frame, in CSS pixels
 * @property {[number, number][]} far sizes of the visible frames in it that it cannot look into
 * @property {SeenCompose[]} composes
 *
 * @typedef {object} SeenCompose
 * @property {string | null} editor its kind; null where there is none
 * @property {boolean} framed whether the editor stands in a frame of its own
 * @property {boolean} far whether the body stands in a frame of another origin
 * @property {boolean} subject
 * @property {number} recipients
 * @property {number} named recipients with a name
 * @property {number} addressed recipients with an address
 * @property {number | null} attachments
 * @property {number} sends controls that send
 * @property {boolean} spot whether there is a place for the button
 * @property {boolean} minimised
 * @property {boolean} signature
 * @property {number} quotes
 */

/** @returns {Seen} */
export function see() {
  const adapter = adapterFor(document);
  const { afterword } = /** @type {{afterword?: AbortController}} */ (globalThis);
  const frames = [...document.querySelectorAll("iframe")];
  return {
    adapter: adapter.id,
    runs: afterword !== undefined && !afterword.signal.aborted,
    size: [innerWidth, innerHeight],
    far: frames
      .filter((frame) => !frame.contentDocument && frame.checkVisibility())
      .map(({ offsetWidth, offsetHeight }) => [offsetWidth, offsetHeight]),
    composes: adapter.composes(document).map((root) => seeCompose(root, adapter)),
  };
}

/** @param {HTMLElement} root @param {Adapter} adapter @returns {SeenCompose} */
function seeCompose(root, adapter) {
  const field = adapter.editor(root);
  const ends = field && !field.matches("textarea") ? new Editor(field, adapter).ends() : null;
  const people = adapter.recipients(root);
  return {
    editor: field && kindOf(field),
    framed: field !== null && field.ownerDocument !== document,
    far: (adapter.letterFrame?.(root) ?? null) !== null,
    subject: adapter.subject(root) !== null,
    recipients: people.length,
    named: people.filter(({ name }) => name).length,
    addressed: people.filter(({ email }) => email).length,
    attachments: adapter.attachments?.(root) ?? null,
    sends: adapter.sends?.(root).length ?? 0,
    spot: adapter.buttonSpot(root) !== null,
    minimised: isFolded(root, adapter),
    signature: ends?.signature != null,
    quotes: ends?.quotes.length ?? 0,
  };
}

/** @param {Element} field */
function kindOf(field) {
  const found = Object.entries(EDITORS).find(([, selector]) => field.matches(selector));
  return found?.[0] ?? null;
}
