/** What to send when, from the dates of one interview. Pure: the numbers come from the checks. */

import { addWorkdays, addWorkhours, OWED_WITHIN } from "../shared/cards/workdays.js";

/**
 * @typedef {object} Numbers the thresholds of the checks, see the guidelines' pages
 * @property {number} thankHours hours of working days for a thank-you note
 * @property {number} askAfterDate working days after the date that was named
 * @property {number} askAfter working days after the interview, where no date was named
 * @property {number} askUntil working days after either, while a question is still usual
 *
 * @typedef {object} Step
 * @property {"thank" | "owe" | "ask" | "again"} id
 * @property {string} from the first day on which it may be sent
 * @property {string} until the last day on which it is usual; "" where none is
 * @property {string} clock the time of `until`; "" for its end
 */

/** A day as a date field holds it. @param {Date} date */
export function dayOf(date) {
  const parts = [date.getFullYear(), date.getMonth() + 1, date.getDate()];
  return parts.map((part) => String(part).padStart(2, "0")).join("-");
}

/** A moment on this computer's clock. @param {string} day @param {string} [clock] */
export const moment = (day, clock = "00:00") => new Date(`${day}T${clock}`);

/** The day `count` days after `day`. @param {string} day @param {number} count */
export function addDays(day, count) {
  const date = moment(day);
  date.setDate(date.getDate() + count);
  return dayOf(date);
}

/** The moment until which a thank-you note is on time; midnight belongs to the day before it. */
function thankUntil(/** @type {Date} */ met, /** @type {number} */ hours) {
  const until = addWorkhours(met, hours);
  const clock = until.toTimeString().slice(0, 5);
  if (clock === "00:00") return { until: dayOf(new Date(until.getTime() - 1)), clock: "" };
  return { until: dayOf(until), clock };
}

/**
 * @param {string} met the day of the interview
 * @param {string} clock its time, such as `15:00`; "" where it is not known
 * @param {string} promised the day they named for the decision; "" where they named none
 * @param {Numbers} numbers
 * @returns {Step[]} in the order of their first days
 */
export function plan(met, clock, promised, numbers) {
  const thank = thankUntil(moment(met, clock || "12:00"), numbers.thankHours);
  const owed = addWorkdays(moment(met), OWED_WITHIN);
  const since = moment(promised || met);
  const ask = addWorkdays(since, promised ? numbers.askAfterDate : numbers.askAfter);
  return [
    { id: "thank", from: met, until: thank.until, clock: clock && thank.clock },
    { id: "owe", from: met, until: dayOf(owed), clock: "" },
    { id: "ask", from: dayOf(ask), until: dayOf(addWorkdays(since, numbers.askUntil)), clock: "" },
    { id: "again", from: dayOf(addWorkdays(ask, numbers.askAfter)), until: "", clock: "" },
  ];
}

/** The step that is due on `today`, or the next one. @param {Step[]} steps @param {string} today */
export function next(steps, today) {
  return steps.find(({ from, until }) => today <= (until || from)) ?? null;
}
