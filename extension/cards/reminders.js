/** Reminders that the person asked for: one alarm a card, made anew whenever the browser starts. */

/** @import { Card } from "./cards.js" */

import { text } from "../browser.js";
import { peopleOf, unthanked } from "./written.js";

const PREFIX = "remind:";
/** What both browsers need to show a reminder; asked for when the first one is wanted. */
export const NEEDED = { permissions: /** @type {["notifications"]} */ (["notifications"]) };

/** Make alarms and cards agree. @param {Card[]} cards */
export async function setAlarms(cards) {
  const wanted = new Map(
    cards
      .filter(({ remindAt, closed }) => remindAt && !closed)
      .map(({ id, remindAt }) => [PREFIX + id, remindAt]),
  );
  for (const { name, scheduledTime } of await chrome.alarms.getAll()) {
    if (!name.startsWith(PREFIX)) continue;
    if (wanted.get(name) === scheduledTime) wanted.delete(name);
    else await chrome.alarms.clear(name);
  }
  // One whose moment passed while the browser was closed comes at once.
  for (const [name, when] of wanted) await chrome.alarms.create(name, { when });
}

/**
 * The card that an alarm or a notification is about.
 *
 * @param {string} name
 * @returns {string | null} its id
 */
export const cardIn = (name) => (name.startsWith(PREFIX) ? name.slice(PREFIX.length) : null);

/**
 * Show a reminder. Others may see the screen: it names the person, and neither employer nor interview.
 *
 * @param {Card} card
 */
export async function remind(card) {
  if (!chrome.notifications) return;
  const [first] = [...unthanked(card), ...peopleOf(card)];
  const name = first?.name || first?.email;
  await chrome.notifications.create(PREFIX + card.id, {
    type: "basic",
    iconUrl: chrome.runtime.getURL("icons/mark-128.png"),
    title: text("name"),
    message: name ? text("remindAbout", name) : text("remindPlain"),
  });
}
