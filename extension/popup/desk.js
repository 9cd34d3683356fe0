/** The desk: the interviews by what is due next, and what can be done about each. */

/** @import { Card, Written } from "../cards/cards.js" */
/** @import { Due } from "../cards/due.js" */
/** @import { Rules } from "../cards/rules.js" */
/** @import { Half } from "./interview_form.js" */

import { keptForSession, text } from "../browser.js";
import { emptyCard, keptDays, loadCards, noteWritten, removeCard } from "../cards/cards.js";
import { desk } from "../cards/due.js";
import { calledAmong, keyOf } from "../cards/people.js";
import { loadRules } from "../cards/rules.js";
import { peopleOf, thanksTo } from "../cards/written.js";
import { button, element } from "../design/element.js";
import { saveCalendar } from "./calendar_entries.js";
import { dueWords, whoAndWhere } from "./due_words.js";
import { drawForm, FORM } from "./interview_form.js";
import {
  change,
  quietChoice,
  remindChoice,
  reminderLine,
  stored,
  whyNoReminder,
} from "./moment_choice.js";
import { write } from "./tell.js";

/** What is written at a step, where something is. @type {Partial<Record<Due["step"], "thank" | "promise" | "answer" | "ask">>} */
const WRITES = {
  thank: "thank",
  "thank-late": "thank",
  promise: "promise",
  answer: "answer",
  ask: "ask",
  "ask-again": "ask",
};

/** For so long the desk shows what was counted as written, and takes it back. */
const UNDO_MS = 86_400_000;

/** Counts the drawings: one that has waited for the storage gives way to a later one. */
let drawings = 0;
/** Whether something was drawn: what is half typed from then on is typed in another window. */
let drawn = false;

/**
 * Draw the desk, or the interview that was half typed when the popup closed.
 *
 * @param {HTMLElement} list
 */
export async function drawDesk(list) {
  drawings += 1;
  const mine = drawings;
  const half = drawn ? null : await keptForSession(FORM, /** @type {Half | null} */ (null));
  const cards = await loadCards();
  const days = await keptDays();
  const rules = await loadRules();
  if (mine !== drawings) return;
  drawn = true;
  const fill = (/** @type {Half} */ half) => {
    drawings += 1;
    drawForm(list, half, days, () => drawDesk(list));
  };
  if (half) return fill(half);
  const goBack = standing(list);
  const add = () => fill({ card: emptyCard(), before: null });
  const edit = (/** @type {Card} */ card) => fill({ card: structuredClone(card), before: card });
  list.replaceChildren(...deskOf(cards, { now: new Date(), rules, edit }, add));
  list.querySelectorAll("li").forEach(tellWhose);
  goBack();
}

/** Whoever goes from button to button hears where those of the next interview begin. @param {HTMLElement} row */
function tellWhose(row) {
  const id = `due-${row.dataset.card}`;
  row.querySelector("p")?.setAttribute("id", id);
  row.querySelector("input, button, summary")?.setAttribute("aria-describedby", id);
}

/**
 * What is unfolded and where the focus is.
 *
 * @param {HTMLElement} list
 * @returns {() => void} makes it so again once the desk is drawn anew
 */
function standing(list) {
  const shown = [...list.querySelectorAll("details[id][open]")].map(({ id }) => id);
  const at = document.activeElement;
  const around = at?.closest("[data-card]");
  const held = list.contains(at);
  const box = around ? boxesOf(around).indexOf(/** @type {HTMLElement} */ (at)) : -1;
  return () => {
    for (const id of shown) list.querySelector(`#${CSS.escape(id)}`)?.setAttribute("open", "");
    if (held) turnTo(list, around?.getAttribute("data-card") ?? "", box);
  };
}

/**
 * @typedef {object} Here
 * @property {Date} now
 * @property {Rules} rules
 * @property {(card: Card) => void} edit
 */

/** @param {Card[]} cards @param {Here} here @param {() => void} add */
function deskOf(cards, here, add) {
  const items = desk(cards, here.now, here.rules);
  const {
    open = [],
    later = [],
    closed = [],
  } = Object.groupBy(items, ({ due, quiet }) => {
    if (due.step === "closed") return "closed";
    return quiet ? "later" : "open";
  });
  return [
    element("h2", { class: "for-ears" }, text("deskHeading")),
    open.length
      ? element("ul", {}, ...open.map(({ card, due }, at) => row(card, due, here, at === 0)))
      : element("p", { class: "quiet" }, text(items.length ? "deskDone" : "deskEmpty")),
    button(text("addInterview"), add, open.length ? "add" : "add primary", "add"),
    group("later", text("deskLater", later.length), later, ({ card, due }) => row(card, due, here)),
    group("closed", text("putAway", closed.length), closed, ({ card }) => closedRow(card, here)),
  ];
}

/** @param {Element} row @returns {HTMLElement[]} */
const boxesOf = (row) => [
  ...row.querySelectorAll(/** @type {"input"} */ ("input[type='checkbox']")),
];

/**
 * After a press the sentence of its interview is heard, wherever it stands now; while there are boxes
 * to tick, one stays where one is. Of one that is gone or folded away, what comes next to hand has the focus.
 *
 * @param {HTMLElement} list
 * @param {string} id of the card
 * @param {number} box
 */
function turnTo(list, id, box) {
  const row = list.querySelector(/** @type {"li"} */ (`[data-card="${CSS.escape(id)}"]`));
  const folded = row?.closest("details:not([open])")?.querySelector("summary");
  const said = (row && boxesOf(row)[box]) ?? row?.querySelector("p");
  (folded ?? said ?? list.querySelector(/** @type {"button"} */ (".add")))?.focus();
}

/**
 * @template T
 * @param {string} id
 * @param {string} title
 * @param {T[]} items
 * @param {(item: T) => Node} draw
 */
function group(id, title, items, draw) {
  if (!items.length) return "";
  const summary = element("summary", {}, title);
  return element("details", { id }, summary, element("ul", {}, ...items.map(draw)));
}

/**
 * @param {Card} card
 * @param {Due} due
 * @param {Here} here
 * @param {boolean} [first] whether it is the most pressing one
 */
function row(card, due, here, first = false) {
  const { now, rules, edit } = here;
  const said = element("p", { class: "said", role: "status" }, whyNoReminder(card));
  const step = WRITES[due.step];
  const several = step === "thank" && peopleOf(card).length > 1;
  return element(
    "li",
    { "data-step": due.step, "data-card": card.id },
    element("p", { tabindex: -1 }, dueWords(card, due, now, rules)),
    card.remindAt ? reminderLine(card, now, said) : null,
    several ? people(card, said) : null,
    latest(card, now, said),
    element(
      "p",
      { class: "choices" },
      step ? button(text("writeIt"), () => void write(card, said), first ? "primary" : "") : null,
      step && !several ? done(card, step, said) : null,
      due.step === "undated" ? button(text("sayWhen"), () => edit(card)) : null,
    ),
    said,
    more(card, due, here, said),
  );
}

/** That it is written, to everybody there was. @param {Card} card @param {Written["step"]} step @param {HTMLElement} said */
function done(card, step, said) {
  let pressed = false;
  const press = async () => {
    // A double click is one press.
    if (pressed) return;
    pressed = true;
    await stored(noteWritten(card.id, { step, to: "", text: "" }), said);
    pressed = !said.textContent;
  };
  return button(text(`done_${step}`), () => void press());
}

/** What is seldom done about an interview. @param {Card} card @param {Due} due @param {Here} here @param {HTMLElement} said */
function more(card, due, { now, rules, edit }, said) {
  const dated = card.interviewedAt && due.step !== "enough";
  const putAway = () => void change(card, { closed: true }, said);
  return element(
    "details",
    { id: `more-${card.id}` },
    element("summary", {}, text("more")),
    remindChoice(card, due, now, said),
    quietChoice(card, due, now, said),
    element(
      "p",
      { class: "choices" },
      button(text("edit"), () => edit(card)),
      dated ? button(text("calendarFile"), () => saveCalendar(card, now, rules, said)) : null,
      button(text("close"), putAway),
    ),
  );
}

/** What counted as written within the last day, and the way back. @param {Card} card @param {Date} now @param {HTMLElement} said */
function latest(card, now, said) {
  const entry = card.written.toSorted((a, b) => a.at - b.at).at(-1);
  if (!entry || now.getTime() - entry.at > UNDO_MS) return null;
  const person = peopleOf(card).find((known) => thanksTo({ ...card, written: [entry] }, known));
  const to = (person?.name || entry.to) ?? "";
  const words = to ? text("countedTo", to) : text("counted");
  const written = card.written.filter((known) => known !== entry);
  const undo = button(text("undoWritten"), () => void change(card, { written }, said), "quiet");
  return element("p", { class: "counted" }, words, " ", undo);
}

/** Who of several people was thanked. @param {Card} card @param {HTMLElement} said */
function people(card, said) {
  const everybody = peopleOf(card);
  const boxes = everybody.map((person) => {
    const box = element("input", {
      type: "checkbox",
      checked: Boolean(thanksTo(card, person)),
      onchange: async () => {
        const known = thanksTo(card, person);
        const entry = { step: /** @type {const} */ ("thank"), to: keyOf(person), text: "" };
        const note = { ...entry, text: known?.text ?? "" };
        await stored(noteWritten(card.id, note, box.checked), said);
        if (said.textContent) box.checked = Boolean(known);
      },
    });
    const name = element("span", {}, calledAmong(person, everybody));
    return element("label", { class: "switch" }, box, name);
  });
  const done = everybody.filter((person) => thanksTo(card, person)).length;
  return element(
    "fieldset",
    {},
    element("legend", {}, text("writtenOf", done, everybody.length)),
    ...boxes,
  );
}

/** @param {Card} card @param {Here} here */
function closedRow(card, { edit }) {
  const said = element("p", { class: "said", role: "status" });
  return element(
    "li",
    { "data-step": "closed", "data-card": card.id },
    element("p", { tabindex: -1 }, whoAndWhere(card)),
    element(
      "p",
      { class: "choices" },
      button(text("reopen"), () => {
        // What passed while it was put away is no reminder any more.
        const remindAt = card.remindAt > Date.now() ? card.remindAt : 0;
        void change(card, { closed: false, remindAt }, said);
      }),
      button(text("edit"), () => edit(card)),
      deletion(card),
    ),
    said,
  );
}

/**
 * What is known of an interview cannot be had back: one press asks, and the next in its place takes
 * that back.
 *
 * @param {Card} card
 */
function deletion(card) {
  const sure = button(text("deleteCardSure"), () => void removeCard(card.id));
  const back = button(text("cancel"), () => {
    sure.remove();
    back.replaceWith(first);
    first.focus();
  });
  const first = button(text("deleteCard"), () => {
    first.replaceWith(back, sure);
    sure.focus();
  });
  return first;
}
