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
    if (!view.lost || field.isBlank || view.less !== null) return;
    const part = partOf(words, view.lost);
    view.less = part === "less";
    // It came back whole: what is done with it now is known.
    if (part === "all") void this.settle(false);
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
 * What a draft is of a message that was kept, under the same subject: `less`, an earlier state that has words
 * of it, and fewer; `all`, but for one sentence that may have been repaired; else "".
 *
 * @param {{subject: string, body: string}} draft
 * @param {{subject: string, body: string}} kept
 */
export function partOf(draft, kept) {
  if (flat(draft.subject) !== flat(kept.subject)) return "";
  const [here, all] = [flat(draft.body), flat(kept.body)];
  const sentences = kept.body.split(/\n+|(?<=[.!?])\s+/).map(flat);
  const there = sentences.filter((one) => here.includes(one));
  const shared = there.some((one) => count(one) >= TELLING);
  if (count(all) - count(here) < TELLING)
    return shared && there.length > sentences.length - 2 ? "all" : "";
  return shared || (count(here) >= TELLING && all.startsWith(here)) ? "less" : "";
}

/** All on one line. @param {string} text */
const flat = (text) => text.replace(/\s+/g, " ").trim();

/** How many words a flat text has. @param {string} text */
const count = (text) => text.split(" ").length;
