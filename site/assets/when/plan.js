/** What to send when, from the dates of one interview. Pure: the numbers come from the checks. */

import { addDays, addHours, addWorkdays } from "./workdays.js";

/**
 * @typedef {object} Numbers the thresholds of the checks, see the guidelines' pages
 * @property {number} thankHours hours of working days for a thank-you note
 * @property {number} oweDays days for an answer or a promised file
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

/**
 * @param {string} met the day of the interview
 * @param {string} clock its time, such as `15:00`; "" where it is not known
 * @param {string} promised the day they named for the decision; "" where they named none
 * @param {Numbers} numbers
 * @returns {Step[]} in the order of their first days
 */
export function plan(met, clock, promised, numbers) {
  const thanked = addHours(`${met}T${clock || "12:00"}`, numbers.thankHours);
  const ends = clock && !thanked.endsWith("T24:00") ? thanked.slice(11) : "";
  const ask = promised
    ? addWorkdays(promised, numbers.askAfterDate)
    : addWorkdays(met, numbers.askAfter);
  const late = addWorkdays(promised || met, numbers.askUntil);
  return [
    { id: "thank", from: met, until: thanked.slice(0, 10), clock: ends },
    { id: "owe", from: met, until: addDays(met, numbers.oweDays), clock: "" },
    { id: "ask", from: ask, until: late, clock: "" },
    { id: "again", from: addWorkdays(ask, numbers.askAfter), until: "", clock: "" },
  ];
}

/** The step that is due on `today`, or the next one. @param {Step[]} steps @param {string} today */
export function next(steps, today) {
  return steps.find(({ from, until }) => today <= (until || from)) ?? null;
}
