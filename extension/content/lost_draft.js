/** A message of this site that went away while it was being sent: looked for, put back or forgotten. */

/** @import { Session } from "./session.js" */

import { ask } from "../browser.js";
import { isLessOf } from "./lost.js";
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

  /** Put it back, or only forget it. @param {boolean} back */
  settle(back) {
    return this.session.write(() => this.#settle(back));
  }

  /** @param {boolean} back */
  async #settle(back) {
    const { view, field, checking } = this.session;
    const { lost } = view;
    if (!lost) return;
    const draft = { subject: lost.subject, body_text: lost.body, blanks: [] };
    if (back && (await insert(field, draft, false)).outcome === "refused") return;
    await ask("forget-draft", { id: lost.id });
    view.lost = null;
    this.onChange();
    checking.soon(0);
  }
}
