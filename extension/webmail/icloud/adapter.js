/** iCloud Mail: its page, the mail in a frame of the same origin, the body in a frame of another one. */

/** @import { Adapter } from "../contract.js" */

import { peopleOn } from "../mail.js";

/** Where the two frames lie, whatever their host. */
const MAIL = /\/applications\/mail2\//;
const LETTER = /\/applications\/mail2-rte\//;
const WINDOW = "ui-pane.modal";
const FRAME = "iframe.remote-ui-application-i-frame-view";
const SUBJECT = "ui-text-area textarea";
/** The To line is the first; Cc and Bcc follow it. */
const LINE = "ui-autocomplete-token-field[role=list]";
const CHIP = "[role=listitem]";
const BODY = "[role=textbox][contenteditable]";

/** @type {Adapter} */
export const icloud = {
  id: "icloud",
  name: "iCloud Mail",
  // Seen in a rebuilt page, 2026-11-25: two mail robots, 2024–25; ProofKey 0.1.7.
  origins: [
    ["https://www.icloud.com/*", "https://www-mail.icloud-sandbox.com/*"],
    ["https://www.icloud.com.cn/*"],
  ],

  matches: ({ location }) => MAIL.test(location.pathname) || LETTER.test(location.pathname),

  composes: (document) => {
    if (icloud.isLetterFrame?.(document))
      return document.querySelector(BODY) ? [document.body] : [];
    return [...document.querySelectorAll(/** @type {"div"} */ (WINDOW))].filter((pane) =>
      pane.querySelector(SUBJECT),
    );
  },

  isLetterFrame: ({ location }) => LETTER.test(location.pathname),

  letterFrame: (root) => root.querySelector(FRAME),

  editor: (root) => root.querySelector(BODY),

  subject: (root) => root.querySelector(SUBJECT),

  recipients: (root) =>
    peopleOn(
      root.querySelector(LINE),
      CHIP,
      (chip) => chip.getAttribute("aria-label") ?? chip.textContent,
    ),

  // The body's frame shows nothing of the toolbar; there the button floats in its corner.
  buttonSpot: () => null,

  // Each button of the toolbar carries the same classes, and its purpose only as a label in the
  // person's language; no key is known that sends.
  sends: null,

  chords: [],
};
