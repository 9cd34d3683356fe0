/** Moments of this computer's clock, as the service takes them. */

/**
 * A moment as ISO 8601 with this computer's offset, such as `2026-03-03T14:00:00+01:00`.
 *
 * @param {Date} moment
 */
export function withOffset(moment) {
  const minutes = -moment.getTimezoneOffset();
  const local = new Date(moment.getTime() + minutes * 60_000).toISOString().slice(0, 19);
  const two = (/** @type {number} */ part) => String(Math.floor(Math.abs(part))).padStart(2, "0");
  return `${local}${minutes < 0 ? "-" : "+"}${two(minutes / 60)}:${two(minutes % 60)}`;
}

/**
 * The hour of an interview as it is typed, with this computer's offset once it has been: whoever travels
 * on met at that moment all the same. One to come is at its hour wherever one will be by then.
 *
 * @param {string} typed as a form field holds it, or ""
 */
export function asMet(typed) {
  const met = new Date(typed);
  return met <= new Date() ? typed + withOffset(met).slice(19) : typed;
}

/** The same as it was typed. @param {string} met */
export const asTyped = (met) => met.slice(0, 16);

/** The same as the service takes it: an hour of this very clock as it stands there, summer and winter. @param {string} met */
export function asTold(met) {
  const typed = asTyped(met);
  return typed !== met && withOffset(new Date(typed)).endsWith(met.slice(16)) ? typed : met;
}
