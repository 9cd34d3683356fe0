/** Gmail: its own editor in the page itself; dialogs, inline replies, pop-out and full screen. */

/** @import { Adapter } from "../contract.js" */

import { windowsAround } from "../mail.js";

/** Each compose window has both, hidden or not; names stay English in every language. */
const MARKERS = "input[name=subjectbox], input[name=composeid]";
const BODY = "[g_editable=true][contenteditable]";
const SUBJECT = "input[name=subjectbox]";
const CHIP = "[name=to] [role=option][data-hovercard-id]";
/** The cell of Send and of the menu beside it. */
const SEND_CELL = ".gU.Up";
const SEND = ".gU.Up [role=button]";
/** The menu's "Schedule send", somewhere else on the page. */
const LATER = "[selector=scheduledSend]";

/** @type {Adapter} */
export const gmail = {
  id: "gmail",
  name: "Gmail",
  // Seen in a rebuilt page, 2026-11-22: InboxSDK 2.2.18, gmail.js 1.1.16, FlowCrypt.
  origins: [["https://mail.google.com/*"]],

  matches: (document) =>
    document.location.hostname === "mail.google.com" || document.querySelector(MARKERS) !== null,

  composes: (document) => windowsAround(document, MARKERS, BODY, SEND),

  editor: (root) => root.querySelector(BODY),

  subject: (root) => root.querySelector(SUBJECT),

  recipients: (root) =>
    [...root.querySelectorAll(/** @type {"div"} */ (CHIP))].map(({ dataset }) => {
      const { name = "", hovercardId: email = "" } = dataset;
      return { name: name === email ? "" : name, email };
    }),

  buttonSpot: (root) => root.querySelector(SEND_CELL),

  sends: (root) => [...root.querySelectorAll(SEND), ...root.ownerDocument.querySelectorAll(LATER)],

  chords: ["Mod+Enter", "Mod+Shift+Enter"],
};
