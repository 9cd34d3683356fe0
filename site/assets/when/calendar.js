/** A calendar file as RFC 5545 has it. Pure. */

/** Octets of a line, without its end (RFC 5545, 3.1). */
const LINE = 75;

/**
 * @typedef {object} Entry
 * @property {string} uid
 * @property {string} day `2026-03-04`
 * @property {number} hour the hour of its reminder, on the clock of whoever reads it
 * @property {string} title
 * @property {string} words
 */

/**
 * @param {Entry[]} entries
 * @param {Date} now
 * @returns {string}
 */
export function calendar(entries, now) {
  const stamp = now.toISOString().replace(/[-:]|\.\d+/g, "");
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Afterword//What to send when//EN",
    ...entries.flatMap((entry) => event(entry, stamp)),
    "END:VCALENDAR",
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join("");
}

/** A whole day, free for other things. @param {Entry} entry @param {string} stamp */
function event({ uid, day, hour, title, words }, stamp) {
  return [
    "BEGIN:VEVENT",
    `UID:${uid}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${day.replaceAll("-", "")}`,
    `SUMMARY:${escaped(title)}`,
    `DESCRIPTION:${escaped(words)}`,
    "TRANSP:TRANSPARENT",
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    `TRIGGER:PT${hour}H`,
    `DESCRIPTION:${escaped(title)}`,
    "END:VALARM",
    "END:VEVENT",
  ];
}

/** A text value (3.3.11). @param {string} text */
function escaped(text) {
  return text.replace(/[\\;,]/g, "\\$&").replace(/\r?\n/g, "\\n");
}

/** A line in pieces of 75 octets, cut between characters (3.1). @param {string} line */
function folded(line) {
  const octets = new TextEncoder();
  let pieces = "";
  let piece = "";
  for (const character of line) {
    if (octets.encode(piece + character).length > LINE) {
      pieces += `${piece}\r\n`;
      piece = " ";
    }
    piece += character;
  }
  return pieces + piece;
}
