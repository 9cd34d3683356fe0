/** What of an interview goes into a calendar, in words. */

/** @import { CalendarEntry } from "../cards/calendar.js" */
/** @import { Card } from "../cards/cards.js" */
/** @import { Rules } from "../cards/rules.js" */

import { text } from "../browser.js";
import { calendarFile } from "../cards/calendar.js";
import { askDay, dueOf } from "../cards/due.js";
import { midnight } from "../cards/workdays.js";
import { peopleOf } from "../cards/written.js";
import { saveFile } from "../design/file.js";
import { whoAndWhere } from "./due_words.js";

const HALF_HOUR = 1_800_000;

/**
 * Save the file.
 *
 * @param {Card} card
 * @param {Date} now
 * @param {Rules} rules
 * @param {HTMLElement} said
 */
export function saveCalendar(card, now, rules, said) {
  const file = calendarFile(entriesOf(card, now, rules), now);
  saveFile("afterword.ics", "text/calendar", file);
  said.textContent = text("calendarSaved");
}

/**
 * The thank-you note, the half hour before it is late, and the day from which one may ask: today where it has come.
 *
 * @param {Card} card
 * @param {Date} now
 * @param {Rules} rules
 * @returns {CalendarEntry[]}
 */
function entriesOf(card, now, rules) {
  const people = peopleOf(card).map(({ name, email }) => name || email || "");
  const name = new Intl.ListFormat(text("dateLocale")).format(people) || whoAndWhere(card);
  const description = whoAndWhere(card);
  const { step, by } = dueOf({ ...card, closed: false }, now, rules);
  const ask = { id: `${card.id}-ask`, summary: text("calendarAsk", name), description };
  const day = Math.max(askDay(card, rules).getTime(), midnight(now).getTime());
  const entries = [{ ...ask, start: new Date(day), end: null }];
  if (step !== "thank" || !by) return entries;
  const start = new Date(by.getTime() - HALF_HOUR);
  const thank = { id: `${card.id}-thank`, summary: text("calendarThank", name), description };
  return [{ ...thank, start, end: by }, ...entries];
}
