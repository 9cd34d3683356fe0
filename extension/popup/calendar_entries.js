/** What of an interview goes into a calendar, in words. */

/** @import { CalendarEntry } from "../cards/calendar.js" */
/** @import { Card } from "../cards/cards.js" */
/** @import { Rules } from "../cards/rules.js" */

import { text } from "../browser.js";
import { calendarFile } from "../cards/calendar.js";
import { askDay, owed, owedBy, thankBy } from "../cards/due.js";
import { eveningOf } from "../cards/moments.js";
import { midnight } from "../cards/workdays.js";
import { allThanked, followUps, peopleOf, unthanked } from "../cards/written.js";
import { saveFile } from "../design/file.js";
import { whatPromised, whoAndWhere } from "./due_words.js";

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
 * The thank-you note, also of an interview still to come, unless it is late; what is owed, and the
 * question where things stand, on their day: today where it has come.
 *
 * @param {Card} card
 * @param {Date} now
 * @param {Rules} rules
 * @returns {CalendarEntry[]}
 */
function entriesOf(card, now, rules) {
  const description = whoAndWhere(card);
  const namesOf = (/** @type {ReturnType<typeof peopleOf>} */ people) =>
    new Intl.ListFormat(text("dateLocale")).format(
      people.map(({ name, email }) => name || email || ""),
    ) || description;
  const name = namesOf(peopleOf(card));
  const today = text("today");
  const words = {
    promise: () => text("due_promise", name, whatPromised(card), today),
    answer: () => text("due_answer", name, today),
    ask: () => text("calendarAsk", name),
  };
  const onDay = (/** @type {keyof typeof words} */ step, /** @type {Date} */ day) => ({
    id: `${card.id}-${step}`,
    summary: words[step](),
    description,
    start: new Date(Math.max(day.getTime(), midnight(now).getTime())),
    end: null,
  });
  /** @type {CalendarEntry[]} */
  const entries = owed(card).map((step) => onDay(step, owedBy(card)));
  if (followUps(card).length < rules.mostAsks) entries.push(onDay("ask", askDay(card, rules)));
  const by = thankBy(card, rules);
  if (allThanked(card) || by < now) return entries;
  const summary = text("calendarThank", namesOf(unthanked(card)));
  const start = thankStart(by, now);
  const end = new Date(start.getTime() + HALF_HOUR);
  return [{ id: `${card.id}-thank`, summary, description, start, end }, ...entries];
}

/** The half hour before it is late, and while there is time, none after six. @param {Date} by @param {Date} now */
function thankStart(by, now) {
  const last = new Date(by.getTime() - HALF_HOUR);
  const evening = eveningOf(last);
  return evening > now && evening < last ? evening : last;
}
