/** What the service is asked about a message: the message, and what is known beside it. */

/** @import { CheckRequest, Kind } from "../api" */
/** @import { Card } from "../cards/cards.js" */
/** @import { Editor } from "./editor.js" */

import { besideDraft, withOffset } from "../cards/cards.js";
import { loadSender } from "../cards/sender.js";

/**
 * @param {Kind | "auto"} kind
 * @param {HTMLElement} root the compose window
 * @param {Editor} editor its body field
 * @param {Card[]} cards
 * @param {Card | null} card the interview that the message is about
 * @returns {Promise<CheckRequest>}
 */
export async function requestFor(kind, root, editor, cards, card) {
  const { adapter } = editor;
  const recipients = adapter.recipients(root);
  const sender = await loadSender();
  return {
    kind,
    subject: adapter.subject(root)?.value ?? "",
    body: editor.read().text,
    ...besideDraft(card, cards, recipients),
    sender,
    recipients,
    attachments: adapter.attachments(root),
    now: withOffset(new Date()),
  };
}
