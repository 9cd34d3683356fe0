/**
 * Arithmetic with working days, Monday to Friday, without public holidays: the same rules as the
 * service's own. Days and hours are those of this computer's clock.
 */

/**
 * Working days after the interview within which what one owes is fresh: a thing that was promised, or
 * the answer to a question that was left open. The site says the same in words.
 */
export const OWED_WITHIN = 3;

const HOUR = 3_600_000;

/** @param {Date} day */
const isWorkday = (day) => day.getDay() % 6 !== 0;

/** The day that is `count` working days after `day`, at midnight. @param {Date} day @param {number} count */
export function addWorkdays(day, count) {
  let found = midnight(day);
  for (let left = count; left > 0; left -= isWorkday(found) ? 1 : 0) found = midnight(found, 1);
  return found;
}

/**
 * The moment when `hours` hours of working days have gone by since `start`.
 *
 * @param {Date} start
 * @param {number} hours
 */
export function addWorkhours(start, hours) {
  let at = start;
  let left = hours * HOUR;
  while (true) {
    const next = midnight(at, 1);
    const spent = next.getTime() - at.getTime();
    if (isWorkday(at) && left <= spent) return new Date(at.getTime() + left);
    if (isWorkday(at)) left -= spent;
    at = next;
  }
}

/**
 * The beginning of a day. Where the clocks change at midnight some day begins at one, and only that one.
 *
 * @param {Date} moment
 * @param {number} [later] days
 */
export function midnight(moment, later = 0) {
  return new Date(moment.getFullYear(), moment.getMonth(), moment.getDate() + later);
}
