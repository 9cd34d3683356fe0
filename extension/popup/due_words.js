/** What is due, as one sentence. The moment comes from outside. */

/** @import { Person } from "../api" */
/** @import { Card } from "../cards/cards.js" */
/** @import { Due } from "../cards/due.js" */
/** @import { Rules } from "../cards/rules.js" */

import { text } from "../browser.js";
import { midnight } from "../cards/workdays.js";
import { peopleOf, unthanked } from "../cards/written.js";

const DAY = 86_400_000;

/**
 * @param {Card} card
 * @param {Due} due
 * @param {Date} now
 * @param {Rules} rules
 */
export function dueWords(card, due, now, { askAfter }) {
  const who = whoAndWhere(card, due.step.startsWith("thank") ? unthanked(card) : undefined);
  const day = due.by ? dayOf(due.by, now) : "";
  const said = due.promised ? dayOf(new Date(`${card.decisionBy}T12:00`), now) : "";
  switch (due.step) {
    case "thank":
      return text("due_thank", who, untilWhen(/** @type {Date} */ (due.by), now));
    case "thank-late":
      return text("due_thank", who, text("lateByNow"));
    case "interview":
      return text("due_interview", who, day, timeOf(/** @type {Date} */ (due.by)));
    case "promise":
      return text("due_promise", who, whatPromised(card), byDay(/** @type {Date} */ (due.by), now));
    case "answer":
      return text("due_answer", who, byDay(/** @type {Date} */ (due.by), now));
    case "wait":
      return said ? text("due_waitPromised", who, day, said) : text("due_wait", who, day);
    case "ask":
      if (said) return text("due_askPromised", who, said);
      return askAfter === 1 ? text("due_askNextDay", who) : text("due_ask", who, askAfter);
    case "wait-again":
      return text("due_waitAgain", who, day);
    default:
      return text(`due_${due.step.replaceAll("-", "_")}`, who);
  }
}

/** @param {Card} card */
export const whatPromised = ({ promised }) => promised.filter(Boolean).join(", ");

/** `Dana Lee (Acme, Data Engineer)`. @param {Card} card @param {Person[]} [people] of the card */
export function whoAndWhere(card, people = peopleOf(card)) {
  const first = people[0]?.name || people[0]?.email || "";
  const who = people.length > 1 ? text("whoAndOthers", first, people.length - 1) : first;
  const where = [card.company, card.role].filter(Boolean).join(", ");
  if (!who) return where;
  return where ? `${who} (${where})` : who;
}

/**
 * `today by 3 pm`; a day that ends at midnight needs no hour: `today`, `by tomorrow`.
 *
 * @param {Date} by
 * @param {Date} now
 */
function untilWhen(by, now) {
  const end = midnight(by);
  if (by.getTime() !== end.getTime()) return text("dayAndTime", dayOf(by, now), timeOf(by));
  return byDay(new Date(end.getTime() - 1), now);
}

/** `today`, `by tomorrow`; of a day that has passed, that it is late. @param {Date} day @param {Date} now */
function byDay(day, now) {
  if (midnight(day) < midnight(now)) return text("lateByNow");
  return midnight(day) > now ? text("byDay", dayOf(day, now)) : dayOf(day, now);
}

/** `today`, `tomorrow`, `Tuesday`, or further away, and of one that has passed, `10 March`. @param {Date} day @param {Date} now */
export function dayOf(day, now) {
  const away = Math.round((midnight(day).getTime() - midnight(now).getTime()) / DAY);
  if (away === 0) return text("today");
  if (away === 1) return text("tomorrow");
  if (away === -1) return text("yesterday");
  /** @type {Intl.DateTimeFormatOptions} */
  const near = { weekday: "long" };
  /** @type {Intl.DateTimeFormatOptions} */
  const far = { day: "numeric", month: "long" };
  return new Intl.DateTimeFormat(text("dateLocale"), away > 0 && away < 7 ? near : far).format(day);
}

/** `3 March 2027`, for a day that may be a year away. @param {Date} day */
export const dateOf = (day) =>
  new Intl.DateTimeFormat(text("dateLocale"), { dateStyle: "long" }).format(day);

/** `3 pm`, `9:30 am`, in German `9 Uhr` and `9:30 Uhr`. @param {Date} moment */
export function timeOf(moment) {
  const minutes = moment.getMinutes();
  const exact = minutes ? `:${String(minutes).padStart(2, "0")}` : "";
  const words = new Intl.DateTimeFormat(text("dateLocale"), { hour: "numeric" }).format(moment);
  // Nobody says "09 Uhr".
  return words.replace(/\d+/, (hour) => Number(hour) + exact);
}
