/** What is due, as one sentence. Pure: the moment comes from outside. */

/** @import { Card } from "../cards/cards.js" */
/** @import { Due } from "../cards/due.js" */

import { text } from "../browser.js";

const DAY = 86_400_000;
/** Words are English, so days are too. */
const LOCALE = "en";

/**
 * @param {Card} card
 * @param {Due} due
 * @param {Date} now
 */
export function dueWords(card, due, now) {
  const who = whoAndWhere(card);
  if (due.step === "closed" || due.step === "undated") return text(`due_${due.step}`, who);
  if (due.step === "thank-late") return text("due_thankLate", who);
  const by = /** @type {Date} */ (due.by);
  if (due.step === "interview") return text("due_interview", who, dayOf(by, now), timeOf(by));
  if (due.step === "thank") return text("due_thank", who, dayOf(by, now), timeOf(by));
  const said = due.promised ? dayOf(new Date(`${card.decisionBy}T12:00`), now) : "";
  if (due.step === "follow-up")
    return said ? text("due_followUpPromised", who, said) : text("due_followUp", who);
  return said
    ? text("due_waitPromised", who, dayOf(by, now), said)
    : text("due_wait", who, dayOf(by, now));
}

/** `Dana Lee (Acme, Data Engineer)`. @param {Card} card */
export function whoAndWhere(card) {
  const people = card.interviewers.map(({ name, email }) => name || email || "").filter(Boolean);
  const [first = ""] = people;
  const who = people.length > 1 ? text("whoAndOthers", first, people.length - 1) : first;
  const where = [card.company, card.role].filter(Boolean).join(", ");
  if (!who) return where;
  return where ? `${who} (${where})` : who;
}

/** `today`, `tomorrow`, `Tuesday`, or further away `10 March`. @param {Date} day @param {Date} now */
function dayOf(day, now) {
  const away = Math.round((midnight(day) - midnight(now)) / DAY);
  if (away === 0) return text("today");
  if (away === 1) return text("tomorrow");
  if (away === -1) return text("yesterday");
  const near = Math.abs(away) < 7;
  /** @type {Intl.DateTimeFormatOptions} */
  const style = near ? { weekday: "long" } : { day: "numeric", month: "long" };
  return new Intl.DateTimeFormat(near ? LOCALE : "en-GB", style).format(day);
}

/** @param {Date} moment */
function midnight(moment) {
  return new Date(moment.getFullYear(), moment.getMonth(), moment.getDate()).getTime();
}

/** `3 pm`, `9:30 am`. @param {Date} moment */
function timeOf(moment) {
  /** @type {Intl.DateTimeFormatOptions} */
  const style = moment.getMinutes() ? { hour: "numeric", minute: "2-digit" } : { hour: "numeric" };
  return new Intl.DateTimeFormat("en-US", style).format(moment).toLowerCase();
}
