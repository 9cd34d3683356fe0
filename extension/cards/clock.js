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
