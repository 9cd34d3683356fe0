// Turns the dates of an interview into dates for each email. Nothing leaves this page.

/** @import { Numbers, Step } from "./plan.js" */

import { calendarFile } from "../shared/cards/calendar.js";
import { saveFile } from "../shared/design/file.js";
import { addDays, dayOf, moment, next, plan } from "./plan.js";

/** @template {Element} T @param {string} id @returns {T} */
const byId = (id) => /** @type {T} */ (/** @type {unknown} */ (document.getElementById(id)));

const form = /** @type {HTMLFormElement} */ (document.querySelector(".dates-form"));
const met = /** @type {HTMLInputElement} */ (byId("met"));
const clock = /** @type {HTMLInputElement} */ (byId("clock"));
const promised = /** @type {HTMLInputElement} */ (byId("promised"));
const whom = /** @type {HTMLInputElement} */ (byId("whom"));
const due = /** @type {HTMLElement} */ (document.querySelector(".due"));
const month = /** @type {HTMLElement} */ (document.querySelector(".month"));
const save = /** @type {HTMLButtonElement} */ (byId("save-dates"));
const numbers = /** @type {Numbers} */ (
  Object.fromEntries(Object.entries(form.dataset).map(([name, value]) => [name, Number(value)]))
);
/** The evening after the interview is a good time for thanks: an hour in the calendar. */
const EVENING = 18;
/** Later than this it is the next morning. */
const NIGHT = 22;
const MORNING = "09:00";
const HOUR = 3_600_000;
const WEEKS = 6;

const today = dayOf(new Date());

/** A day in words. @param {string} day @param {Intl.DateTimeFormatOptions} [more] */
function spoken(day, more) {
  /** @type {Intl.DateTimeFormatOptions} */
  const form = { weekday: "long", day: "numeric", month: "long", timeZone: "UTC", ...more };
  const words = new Date(`${day}T00:00Z`).toLocaleDateString("en-GB", form).replace(",", "");
  return day === today && !more ? `today, ${words}` : words;
}

/** When a step is to be sent. @param {Step} step */
function dates({ id, from, until, clock: at }) {
  if (id === "thank" || id === "owe") return `By ${spoken(until)}${at && `, ${at}`}`;
  return until ? `From ${spoken(from)} to ${spoken(until)}` : `From ${spoken(from)}`;
}

/** @param {Step} step */
const titleOf = ({ id }) => byId(id).textContent ?? "";

/** The next thing to do, in one sentence. @param {Step[]} steps */
function dueWords(steps) {
  const step = next(steps, today);
  if (!step) return "All of these days have passed. A late note is still better than none.";
  const words = titleOf(step).toLowerCase();
  return `Next: ${words}, ${dates(step).replace(/^(By|From)/, (word) => word.toLowerCase())}.`;
}

/** What stands on each day. @param {Step[]} steps @returns {(day: string) => string} */
function marksOf(steps) {
  return (day) => {
    if (day === met.value) return "met";
    if (day === promised.value) return "promised";
    const step = steps.find(({ id, from, until }) =>
      id === "thank"
        ? day > from && day <= until
        : id !== "owe" && day >= from && day <= (until || from),
    );
    return step?.id ?? "";
  };
}

/** The weeks of the plan as a sheet of a calendar. @param {Step[]} steps */
function draw(steps) {
  const monday = addDays(met.value, -((new Date(`${met.value}T00:00Z`).getUTCDay() + 6) % 7));
  const last = steps.at(-1)?.from ?? met.value;
  const mark = marksOf(steps);
  const title = spoken(met.value, { weekday: undefined, day: undefined, year: "numeric" });
  const names = "Mon Tue Wed Thu Fri Sat Sun".split(" ").map((name) => cell("name", name));
  const cells = [cell("title", title), ...names];
  for (let week = 0; week < WEEKS && addDays(monday, 7 * week) <= last; week += 1) {
    for (let weekday = 0; weekday < 7; weekday += 1) {
      const day = addDays(monday, 7 * week + weekday);
      const first = day.endsWith("-01");
      const words = spoken(day, { weekday: undefined, month: first ? "short" : undefined });
      cells.push(cell(`${mark(day)} ${day === today ? "today" : ""}`, words));
    }
  }
  month.replaceChildren(...cells);
}

/** @param {string} look @param {string} words */
function cell(look, words) {
  const made = document.createElement("span");
  made.className = look.trim();
  made.append(words);
  return made;
}

/** The plan of the dates as they stand; nothing while one of them is missing or odd. */
function steps() {
  const odd = promised.value && met.value && promised.value < met.value;
  byId("too-soon").textContent = odd ? "The day they named lies before the interview." : "";
  // To a browser 26 is the year 26, and some year has six digits while it is typed.
  const known = [met, promised].every(({ validity }) => validity.valid);
  if (odd || !known) return [];
  return plan(met.value, clock.value, promised.value, numbers);
}

function update() {
  const found = steps();
  save.disabled = !found.length;
  for (const place of document.querySelectorAll(".step .dates")) place.textContent = "";
  due.textContent = found.length ? dueWords(found) : "";
  for (const step of found) {
    const place = document.querySelector(`#step-${step.id} .dates`);
    if (place) place.textContent = dates(step);
  }
  if (found.length) draw(found);
}

/** After the interview, and not at night: who is far away may be met at eleven. */
function hourOfThanks() {
  const hour = Math.max(EVENING, Number(clock.value.slice(0, 2)) + 1);
  const late = hour >= NIGHT;
  const start = late ? moment(addDays(met.value, 1), MORNING) : moment(met.value, `${hour}:00`);
  return { start, end: new Date(start.getTime() + HOUR) };
}

/** An entry of a calendar: the thank-you note has its hour, the others have their day. @param {Step} step */
function entry(step) {
  const person = whom.value.trim() && `: ${whom.value.trim()}`;
  const day = moment(step.id === "owe" ? addDays(step.from, 1) : step.from);
  return {
    // A later file about the same interview then takes the place of this one.
    id: [step.id, met.value, ...whom.value.toLowerCase().split(/[^\p{L}\p{N}]+/u)]
      .filter(Boolean)
      .join("-"),
    summary: titleOf(step) + person,
    description: `${dates(step)}.\n${location.href.replace(/#.*/, "")}#${step.id}`,
    ...(step.id === "thank" ? hourOfThanks() : { start: day, end: null }),
  };
}

function download() {
  const file = calendarFile(steps().map(entry), new Date());
  saveFile("after-the-interview.ics", "text/calendar", file);
}

met.defaultValue = today;
form.addEventListener("input", update);
form.addEventListener("submit", (event) => event.preventDefault());
save.addEventListener("click", download);
update();
