/** Moments to be reminded at, or until which to be left in peace. Pure. */

/** @import { Due } from "./due.js" */

import { midnight } from "./workdays.js";

const HOUR = 3_600_000;
const MORNING = 9;
const EVENING = 18;

/**
 * @typedef {object} Moment
 * @property {"hour" | "evening" | "morning" | "due"} name
 * @property {Date} at
 */

/**
 * Moments worth offering now, the nearest first. `due` is two hours before a thank-you note is late,
 * and not after six in the evening; two hours after an interview; or the morning of the day from which
 * one may ask. It is left out where it is one of the others.
 *
 * @param {Due} due
 * @param {Date} now
 * @returns {Moment[]}
 */
export function momentsFor(due, now) {
  /** @type {Moment[]} */
  const found = [{ name: "hour", at: new Date(now.getTime() + HOUR) }];
  const evening = eveningOf(now);
  if (evening.getTime() > now.getTime() + HOUR) found.push({ name: "evening", at: evening });
  found.push({ name: "morning", at: at(now, 1, MORNING) });
  const wanted = dueMoment(due);
  const offered = found.some(({ at }) => at.getTime() === wanted?.getTime());
  if (wanted && !offered && wanted.getTime() > now.getTime() + HOUR) {
    found.push({ name: "due", at: wanted });
  }
  return found.toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

/** @param {Due} due */
function dueMoment({ step, by }) {
  if (!by) return null;
  if (step === "thank") {
    const late = by.getTime() - 2 * HOUR;
    return new Date(Math.min(late, eveningOf(new Date(late)).getTime()));
  }
  if (step === "interview") return new Date(by.getTime() + 2 * HOUR);
  return step === "thank-late" ? null : at(by, 0, MORNING);
}

/** Six in the evening of a day: nothing is asked for later. @param {Date} day */
export const eveningOf = (day) => at(day, 0, EVENING);

/** @param {Date} day @param {number} later days @param {number} hour */
function at(day, later, hour) {
  const found = midnight(day, later);
  found.setHours(hour);
  return found;
}
