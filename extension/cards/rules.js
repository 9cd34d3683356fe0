/** The numbers that the desk goes by: those of the chosen service, ours where it named none. */

import { loadTold } from "../told.js";

/**
 * @typedef {object} Rules
 * @property {number} thankHours hours of working days within which a thank-you note goes out
 * @property {number} askAfterDate working days after a day that they named
 * @property {number} askAfter working days after the interview, or after the last question
 * @property {number} mostAsks questions, of which a further one presses
 */

/** What the checks go by where no pack changes it. @type {Rules} */
export const OURS = { thankHours: 24, askAfterDate: 1, askAfter: 5, mostAsks: 2 };

/** The threshold that each of them is. @type {Record<keyof Rules, string>} */
export const THRESHOLDS = {
  thankHours: "late-thank-you.hours",
  askAfterDate: "early-follow-up.days-after-date",
  askAfter: "early-follow-up.working-days",
  mostAsks: "early-follow-up.follow-ups",
};

/** Days are counted one by one: no number may keep the browser busy. */
const MOST = 1000;

/** @returns {Promise<Rules>} */
export async function loadRules() {
  return rulesOf((await loadTold()).thresholds);
}

/** @param {Record<string, number>} values thresholds by name @returns {Rules} */
export function rulesOf(values) {
  const rules = { ...OURS };
  for (const name of /** @type {(keyof Rules)[]} */ (Object.keys(OURS))) {
    const value = values[THRESHOLDS[name]] ?? 0;
    if (value > 0 && value <= MOST) rules[name] = value;
  }
  return rules;
}
