/** What the service is asked about a message: the message, and what is known beside it. */

/** @import { ChecksRequest, Kind, Person, Report } from "../api" */
/** @import { Card } from "../cards/cards.js" */
/** @import { Answer } from "../messages.js" */
/** @import { Editor } from "./editor.js" */

import { ask } from "../browser.js";
import { withOffset } from "../cards/clock.js";
import { besideDraft } from "../cards/interview.js";
import { loadSender } from "../cards/sender.js";

const KEPT_REPORTS = 20;

/**
 * The message as it stands.
 *
 * @param {HTMLElement} root the compose window
 * @param {Editor} editor its body field
 * @returns {{subject: string, body: string, recipients: Person[], attachments: number | null}}
 */
export function readMessage(root, editor) {
  const { adapter } = editor;
  return {
    subject: adapter.subject(root)?.value ?? "",
    body: editor.read().text,
    recipients: adapter.recipients(root),
    attachments: adapter.attachments?.(root) ?? null,
  };
}

/**
 * @param {Kind | "auto"} kind
 * @param {ReturnType<typeof readMessage>} message
 * @param {Card[]} cards
 * @param {Card | null} card the interview that the message is about
 * @returns {Promise<ChecksRequest>}
 */
export async function requestFor(kind, message, cards, card) {
  const sender = await loadSender();
  return {
    kind,
    ...message,
    ...besideDraft(card, cards, message.recipients),
    sender,
    now: withOffset(new Date()),
  };
}

/** A request without the hour: what it was, the last time something else changed. */
export function lasting(/** @type {ChecksRequest} */ { now: _now, ...request }) {
  return JSON.stringify(request);
}

/** Asks for reports, and knows the latest again: an undo is answered at once. */
export class Reports {
  /** @type {Map<string, Report>} */
  #known = new Map();

  /** @param {ChecksRequest} request @returns {Promise<Answer<Report>>} */
  async of(request) {
    const key = lasting(request);
    const known = this.#known.get(key);
    if (known) return { state: "ok", value: structuredClone(known) };
    const answer = await ask("check", request);
    if (answer.state === "ok") this.#keep(key, structuredClone(answer.value));
    return answer;
  }

  /** @param {string} key @param {Report} report */
  #keep(key, report) {
    this.#known.set(key, report);
    const [oldest] = this.#known.keys();
    if (this.#known.size > KEPT_REPORTS && oldest) this.#known.delete(oldest);
  }
}
