/**
 * A message whose body stands in a frame of another origin. The session runs in that frame, beside
 * the words; subject and recipients are asked of the page around it, through the background: both ends
 * know where they stand among the frames of the tab.
 */

/** @import { Person } from "../api" */
/** @import { AroundAnswer, AroundQuestion, ToContent } from "../messages.js" */
/** @import { Adapter } from "../webmail/contract.js" */
/** @import { Effect } from "./paste.js" */

import { ask } from "../browser.js";
import { writePlain } from "./paste.js";

/** As long as a session may wait for a page that does not answer. */
const PATIENCE_MS = 500;

/** The subject field of the page around, as far as a session uses one. */
export class FarSubject {
  value = "";

  focus() {}

  /** @param {number} start @param {number} end */
  setSelectionRange(start, end) {
    void askAround({ kind: "select", start, end });
  }

  /**
   * @param {number} start
   * @param {number} end
   * @param {string} text
   * @returns {Promise<Effect>}
   */
  async replace(start, end, text) {
    const answer = await askAround({ kind: "replace", was: this.value, start, end, text });
    if (answer) this.value = answer.subject;
    return answer?.outcome ?? "refused";
  }
}

/**
 * The adapter of a frame that holds a body alone: the rest is what the page around last said.
 *
 * @param {Adapter} adapter
 * @returns {Adapter}
 */
export function withPageAround(adapter) {
  const subject = new FarSubject();
  /** @type {Person[]} */
  let recipients = [];
  /** @type {number | null} */
  let attachments = null;
  return {
    ...adapter,
    refresh: async () => {
      const answer = await askAround({ kind: "read" });
      if (answer) ({ recipients, attachments, subject: subject.value } = answer);
    },
    subject: () => subject,
    recipients: () => recipients,
    attachments: () => attachments,
    // What is pressed in the page around is not heard in here.
    sends: null,
  };
}

/** @param {AroundQuestion} question @returns {Promise<AroundAnswer | null>} */
async function askAround(question) {
  const asked = ask("around", {
    page: pathOf(window.parent),
    frame: indexIn(window.parent, window),
    question,
  });
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS, null));
  const answer = await Promise.race([asked, late]);
  return answer?.state === "ok" ? answer.value : null;
}

/**
 * Answer the frames of this page that hold a body.
 *
 * @param {() => Adapter} adapter
 * @param {AbortSignal} signal
 */
export function answerFrames(adapter, signal) {
  /** @param {ToContent} message @param {unknown} _sender @param {(answer: AroundAnswer) => void} reply */
  const hear = (message, _sender, reply) => {
    if (message?.kind !== "around" || String(message.page) !== String(pathOf(window))) return false;
    const { composes, letterFrame } = adapter();
    const view = window[message.frame];
    const root = composes(document).find((one) => letterFrame?.(one)?.contentWindow === view);
    if (root) reply(answerOf(message.question, root, adapter()));
    return false;
  };
  chrome.runtime.onMessage.addListener(hear);
  signal.addEventListener("abort", () => chrome.runtime?.onMessage?.removeListener(hear));
}

/** @param {AroundQuestion} question @param {HTMLElement} root @param {Adapter} adapter */
function answerOf(question, root, adapter) {
  const input = /** @type {HTMLInputElement | null} */ (adapter.subject(root));
  /** @type {Effect} */
  let outcome = "refused";
  if (question.kind === "replace" && input && input.value === question.was) {
    outcome = writePlain(input, question.start, question.end, question.text);
  }
  if (question.kind === "select") {
    input?.focus();
    input?.setSelectionRange(question.start, question.end);
  }
  return {
    outcome,
    subject: input?.value ?? "",
    recipients: adapter.recipients(root),
    attachments: adapter.attachments?.(root) ?? null,
  };
}

/**
 * Where a window stands among the frames of its tab, as every frame of the tab can tell.
 *
 * @param {Window} view
 * @returns {number[]} `[]` for the page itself, `[0, 2]` for the third frame in its first
 */
function pathOf(view) {
  /** @type {number[]} */
  const path = [];
  for (let inner = view; inner !== inner.parent; inner = inner.parent) {
    path.unshift(indexIn(inner.parent, inner));
  }
  return path;
}

/**
 * @param {Window} view
 * @param {Window} frame
 * @returns {number} -1 where it is not one of its frames
 */
function indexIn(view, frame) {
  return Array.from({ length: view.length }, (_, at) => view[at]).indexOf(frame);
}
