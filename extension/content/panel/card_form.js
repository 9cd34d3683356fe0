/** The interview card as a form: only what is asked for, every change kept at once. */

/** @import { Person } from "../../api" */
/** @import { Card } from "../../cards/cards.js" */

import { text } from "../../browser.js";
import { asMet, asTyped } from "../../cards/clock.js";
import { button, element, signButton } from "../../design/element.js";

/**
 * @typedef {"interviewers" | "company" | "role" | "interviewedAt" | "decisionBy" | "topics"
 *   | "openQuestions" | "promised"} CardField
 */

/** @type {CardField[]} */
export const ALL_FIELDS = [
  "interviewers",
  "company",
  "role",
  "interviewedAt",
  "decisionBy",
  "topics",
  "openQuestions",
  "promised",
];

/**
 * @param {Card} card changed in place
 * @param {CardField[]} fields
 * @param {(gone?: boolean) => void} onChange
 * @returns {HTMLElement}
 */
export function cardForm(card, fields, onChange) {
  const shown = fields.map((field) => {
    if (field === "interviewers") return interviewers(card, onChange);
    if (field === "topics" || field === "openQuestions" || field === "promised") {
      return lines(card, field, onChange);
    }
    const [type, min, max] = {
      company: ["text"],
      role: ["text"],
      interviewedAt: ["datetime-local", "1900-01-01T00:00", "2199-12-31T23:59"],
      decisionBy: ["date", "1900-01-01", "2199-12-31"],
    }[field];
    const input = element("input", {
      type,
      min,
      max,
      value: field === "interviewedAt" ? asTyped(card[field]) : card[field],
      dir: type === "text" ? "auto" : null,
      autocomplete: "off",
      oninput: () => {
        // To a browser 26 is the year 26, and some year has six digits while it is typed.
        const value = input.validity.valid ? input.value.trim() : "";
        card[field] = field === "interviewedAt" ? asMet(value) : value;
        onChange();
      },
    });
    const label = labelled(text(`card_${field}`), input);
    return field === "interviewedAt"
      ? element("div", { class: "when-met" }, label, justNow(input))
      : label;
  });
  return element("div", { class: "fields" }, ...shown);
}

/** Many come straight from the interview. @param {HTMLInputElement} input */
function justNow(input) {
  return button(
    text("justNow"),
    () => {
      const minutes = new Date().getTimezoneOffset();
      input.value = new Date(Date.now() - minutes * 60_000).toISOString().slice(0, 16);
      input.dispatchEvent(new Event("input"));
    },
    "quiet",
  );
}

/** @param {Card} card @param {(gone?: boolean) => void} onChange */
function interviewers(card, onChange) {
  if (!card.interviewers.length) card.interviewers.push({ name: "", email: "" });
  const list = element("div", { class: "people" });
  const another = () => {
    card.interviewers.push({ name: "", email: "" });
    draw();
    list.querySelector(/** @type {"input"} */ (".person:last-of-type .name"))?.focus();
  };
  const add = button(text("addPerson"), another, "quiet", "add");
  const draw = () => {
    const rows = card.interviewers.map((person, index) =>
      personRow(person, index, remove, onChange),
    );
    list.replaceChildren(...rows);
  };
  /** @param {number} index */
  const remove = (index) => {
    card.interviewers.splice(index, 1);
    draw();
    add.focus();
    onChange(true);
  };
  draw();
  return element("fieldset", {}, element("legend", {}, text("card_interviewers")), list, add);
}

/**
 * @param {Person} person
 * @param {number} index
 * @param {(index: number) => void} remove
 * @param {() => void} onChange
 */
function personRow(person, index, remove, onChange) {
  /** @param {"name" | "email" | "title"} field @param {string} type */
  const input = (field, type) => {
    const made = element("input", {
      type,
      value: person[field] ?? "",
      autocomplete: "off",
      dir: "auto",
      class: field,
      oninput: () => {
        person[field] = made.value.trim();
        onChange();
      },
    });
    return labelled(text(`person_${field}`), made);
  };
  const removal = signButton(text("removePerson"), () => remove(index), "remove", "close");
  return element(
    "fieldset",
    { class: "person" },
    element("legend", {}, text("personNumber", index + 1)),
    index > 0 && removal,
    input("title", "text"),
    input("name", "text"),
    input("email", "email"),
  );
}

/** @param {Card} card @param {"topics" | "openQuestions" | "promised"} field @param {() => void} onChange */
function lines(card, field, onChange) {
  const area = element("textarea", {
    rows: 2,
    dir: "auto",
    oninput: () => {
      card[field] = area.value.split("\n").map((line) => line.trim());
      onChange();
    },
  });
  area.value = card[field].join("\n");
  return labelled(text(`card_${field}`), area, text("oneALine"));
}

/**
 * @param {string} label
 * @param {HTMLElement} field
 * @param {string} [hint]
 */
export function labelled(label, field, hint) {
  return element(
    "label",
    { class: "field" },
    element("span", {}, label),
    field,
    hint ? element("small", {}, hint) : null,
  );
}
