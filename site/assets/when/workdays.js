/**
 * Working days: Monday to Friday, without public holidays, as the checks of the service count them.
 *
 * A day is `2026-03-04`, a moment `2026-03-04T15:00`, both on the clock of the interview. Pure.
 */

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** The milliseconds of a day or a moment; the clock of one place needs no time zone. @param {string} moment */
const time = (moment) => Date.parse(`${moment.length === 10 ? `${moment}T00:00` : moment}Z`);

/** @param {number} ms */
const dayOf = (ms) => new Date(ms).toISOString().slice(0, 10);

/** Whether a day is a Saturday or a Sunday. @param {string} day */
export function isWeekend(day) {
  return new Date(time(day)).getUTCDay() % 6 === 0;
}

/** The day `count` days after `day`. @param {string} day @param {number} count */
export function addDays(day, count) {
  return dayOf(time(day) + count * DAY);
}

/** The day `count` working days after `day`. @param {string} day @param {number} count */
export function addWorkdays(day, count) {
  let found = day;
  for (let left = count; left > 0; left -= Number(!isWeekend(found))) found = addDays(found, 1);
  return found;
}

/**
 * The moment at which `hours` of working days have passed; midnight belongs to the day before it.
 *
 * @param {string} moment
 * @param {number} hours
 * @returns {string} `2026-03-04T24:00` for the end of a day
 */
export function addHours(moment, hours) {
  let at = time(moment);
  let left = hours * HOUR;
  while (left > 0) {
    const midnight = time(addDays(dayOf(at), 1));
    const step = isWeekend(dayOf(at)) ? 0 : Math.min(midnight - at, left);
    left -= step;
    if (left === 0 && at + step === midnight) return `${dayOf(at)}T24:00`;
    at = left > 0 ? midnight : at + step;
  }
  return new Date(at).toISOString().slice(0, 16);
}
