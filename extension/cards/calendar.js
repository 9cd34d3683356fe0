/** A calendar file (iCalendar, RFC 5545) of what is due. Pure: words and moment come from outside. */

const LINE_OCTETS = 75;

/**
 * @typedef {object} CalendarEntry
 * @property {string} id the same for the same thing in a later file, so that it replaces it
 * @property {string} summary
 * @property {string} description
 * @property {Date} start
 * @property {Date | null} end null for a whole day
 */

/**
 * @param {CalendarEntry[]} entries
 * @param {Date} now
 * @returns {string}
 */
export function calendarFile(entries, now) {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Afterword//Afterword//EN",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    ...entries.flatMap((entry) => event(entry, now)),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

/**
 * Moments stand in UTC, so that no time zone need be described; whole days stand in none.
 *
 * @param {CalendarEntry} entry
 * @param {Date} now
 */
function event({ id, summary, description, start, end }, now) {
  const times = end
    ? [`DTSTART:${utc(start)}`, `DTEND:${utc(end)}`]
    : [`DTSTART;VALUE=DATE:${day(start)}`];
  return [
    "BEGIN:VEVENT",
    `UID:${id}@afterword.example`,
    `DTSTAMP:${utc(now)}`,
    ...times,
    `SUMMARY:${escaped(summary)}`,
    `DESCRIPTION:${escaped(description)}`,
    "TRANSP:TRANSPARENT",
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    `DESCRIPTION:${escaped(summary)}`,
    // Nine in the morning of a whole day; at its start otherwise.
    `TRIGGER:${end ? "PT0S" : "PT9H"}`,
    "END:VALARM",
    "END:VEVENT",
  ];
}

/** @param {Date} moment */
const utc = (moment) => `${moment.toISOString().slice(0, 19).replace(/[-:]/g, "")}Z`;

/** The day on this computer's calendar. @param {Date} moment */
function day(moment) {
  const parts = [moment.getFullYear(), moment.getMonth() + 1, moment.getDate()];
  return parts.map((part) => String(part).padStart(2, "0")).join("");
}

/** A text value (RFC 5545, 3.3.11). @param {string} text */
function escaped(text) {
  return text
    .replace(/[\\;,]/g, (sign) => `\\${sign}`)
    .replace(/\r\n|\r|\n/g, "\\n")
    .replace(/\p{Cc}/gu, "");
}

/** No line is longer than 75 octets, and no character is cut (RFC 5545, 3.1). @param {string} line */
function folded(line) {
  const encoder = new TextEncoder();
  let text = "";
  let octets = 0;
  for (const sign of line) {
    const size = encoder.encode(sign).length;
    if (octets + size > LINE_OCTETS) {
      text += "\r\n ";
      octets = 1;
    }
    text += sign;
    octets += size;
  }
  return text;
}
