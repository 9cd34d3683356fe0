/**
 * Arithmetic with working days, Monday to Friday, without public holidays: the same rules as the
 * service's own. Days and hours are those of this computer's clock.
 */

/**
 * Working days after the interview within which what one owes is fresh: a thing that was promised, or
 * the answer to a question that was left open. The site says the same in words.
 */
export const OWED_WITHIN = 3;

/** In minutes. */
const DAY = 1440;

/** @param {Date} day */
const isWorkday = (day) => day.getDay() % 6 !== 0;

/** The day that is `count` working days after `day`, at midnight. @param {Date} day @param {number} count */
export function addWorkdays(day, count) {
  let found = midnight(day);
  for (let left = count; left > 0; left -= isWorkday(found) ? 1 : 0) found = midnight(found, 1);
  return found;
}

/**
 * The moment when `hours` hours of working days have gone by since `start`. A day has 24 of them, also
 * where the clocks change: a day after three is three.
 *
 * @param {Date} start
 * @param {number} hours
 */
export function addWorkhours(start, hours) {
  let found = midnight(start);
  let left = hours * 60;
  if (isWorkday(found)) left += start.getHours() * 60 + start.getMinutes();
  while (!isWorkday(found) || left > DAY) {
    left -= isWorkday(found) ? DAY : 0;
    found = midnight(found, 1);
  }
  found.setHours(0, left);
  return found;
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
