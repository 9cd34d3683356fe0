/** A message of this site that went away while it was being sent: looked for, put back or forgotten. */

/** @import { Session } from "./session.js" */

import { ask } from "../browser.js";
import { insert } from "./writing.js";

export class LostDraft {
  /** @param {Session} session @param {() => void} onChange called when the view of it is another one */
  constructor(session, onChange) {
    this.session = session;
    this.onChange = onChange;
  }

  async find() {
    const { site, view } = this.session;
    const lost = await ask("lost-drafts", { site });
    view.lost = (lost.state === "ok" && lost.value[0]) || null;
    this.compare();
    this.onChange();
  }

  /** With the first words that stand here, before the person works on them. */
  compare() {
    const { view, field, words } = this.session;
    if (view.lost && !field.isBlank) view.less ??= isLessOf(words, view.lost);
  }

  /** Put it back, or only forget it. @param {boolean} back @returns {Promise<boolean>} false where the editor refused */
  settle(back) {
    return this.session.write(() => this.#settle(back));
  }

  /** @param {boolean} back */
  async #settle(back) {
    const { view, field, checking } = this.session;
    const { lost } = view;
    if (!lost) return true;
    const draft = { subject: lost.subject, body_text: lost.body, blanks: [] };
    if (back && (await insert(field, draft, false)).outcome === "refused") return false;
    await ask("forget-draft", { id: lost.id });
    view.lost = null;
    this.onChange();
    checking.soon(0);
    return true;
  }
}

/** As many words in a row are not the same by chance, and as few may have gone in a repair. */
const TELLING = 5;

/**
 * Whether `draft` is an earlier state of `kept`: under the same subject it has words of it, and fewer.
 *
 * @param {{subject: string, body: string}} draft
 * @param {{subject: string, body: string}} kept
 */
export function isLessOf(draft, kept) {
  if (flat(draft.subject) !== flat(kept.subject)) return false;
  const [here, all] = [flat(draft.body), flat(kept.body)];
  if (count(all) - count(here) < TELLING) return false;
  const sentences = kept.body.split(/\n+|(?<=[.!?])\s+/).map(flat);
  const shared = sentences.some((one) => count(one) >= TELLING && here.includes(one));
  return shared || (count(here) >= TELLING && all.startsWith(here));
}

/** All on one line. @param {string} text */
const flat = (text) => text.replace(/\s+/g, " ").trim();

/** How many words a flat text has. @param {string} text */
const count = (text) => text.split(" ").length;
