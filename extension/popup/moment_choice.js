/** Being reminded of an interview, and being left in peace about it for a while. */

/** @import { Card } from "../cards/cards.js" */
/** @import { Due } from "../cards/due.js" */
/** @import { Moment } from "../cards/moments.js" */

import { text } from "../browser.js";
import { saveCard, whyNotStored } from "../cards/cards.js";
import { momentsFor } from "../cards/moments.js";
import { NEEDED } from "../cards/reminders.js";
import { button, element } from "../design/element.js";
import { dayOf, timeOf } from "./due_words.js";

/**
 * Say where a change could not be stored. Where it was, the desk is drawn anew.
 *
 * @param {ReturnType<typeof saveCard>} change
 * @param {HTMLElement} said
 */
export async function stored(change, said) {
  said.textContent = whyNotStored(await change);
}

/** @param {Card} card @param {Partial<Card>} changes @param {HTMLElement} said */
export const change = (card, changes, said) =>
  stored(saveCard({ ...card, ...changes }, card), said);

/** Cards whose reminder the browser did not allow: the desk is drawn anew, and says it until the next try. */
const refused = new Set();

/** @param {Card} card */
export const whyNoReminder = ({ id }) => (refused.has(id) ? text("notAllowed") : "");

/** That a reminder is set, and the way to take it back. @param {Card} card @param {Date} now @param {HTMLElement} said */
export function reminderLine(card, now, said) {
  const at = new Date(card.remindAt);
  const words = element("span", {}, text("remindSet", dayOf(at, now), timeOf(at)));
  void chrome.permissions.contains(NEEDED).then((given) => {
    if (!given) words.append(" ", text("remindMute"));
  });
  const stop = button(text("remove"), () => void change(card, { remindAt: 0 }, said), "quiet");
  return element("p", { class: "reminder" }, words, stop);
}

/** @param {Card} card @param {Due} due @param {Date} now @param {HTMLElement} said */
export function remindChoice(card, due, now, said) {
  return choice(text("remindMe"), momentsFor(due, now), now, async (at) => {
    // First of all, while the click still counts. The question may close this popup, so the
    // reminder is set before the answer.
    const asked = chrome.permissions.request(NEEDED);
    refused.delete(card.id);
    await change(card, { remindAt: at.getTime() }, said);
    if (await asked) return;
    refused.add(card.id);
    await saveCard({ ...card, remindAt: 0 }, { ...card, remindAt: at.getTime() });
  });
}

/** @param {Card} card @param {Due} due @param {Date} now @param {HTMLElement} said */
export function quietChoice(card, due, now, said) {
  if (card.quietUntil > now.getTime()) {
    const show = () => void change(card, { quietUntil: 0 }, said);
    return element("p", { class: "choices" }, button(text("showAgain"), show));
  }
  const moments = momentsFor(due, now).filter(({ name }) => name !== "hour");
  return choice(text("laterUntil"), moments, now, (at) =>
    change(card, { quietUntil: at.getTime() }, said),
  );
}

/**
 * @param {string} title
 * @param {Moment[]} moments
 * @param {Date} now
 * @param {(at: Date) => unknown} choose
 */
function choice(title, moments, now, choose) {
  const buttons = moments.map(({ name, at }) => {
    const made = button(text(`moment_${name}`, dayOf(at, now), timeOf(at)), () => {
      const more = made.closest("details");
      more?.removeAttribute("open");
      // What was pressed is folded away.
      more?.querySelector("summary")?.focus();
      void choose(at);
    });
    return made;
  });
  const legend = element("legend", {}, title);
  return element("fieldset", {}, legend, element("div", { class: "choices" }, ...buttons));
}
