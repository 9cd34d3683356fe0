/** The second look: whom it is to, what is not known yet, and the one question. */

/** @import { Template, TemplateField } from "../../api" */
/** @import { Card } from "../../cards/cards.js" */
/** @import { Details } from "../../cards/sender.js" */
/** @import { CardField } from "./card_form.js" */
/** @import { Form } from "./kept_form.js" */

import { text } from "../../browser.js";
import { isBlank } from "../../cards/cards.js";
import { peopleOf } from "../../cards/written.js";
import { button, element } from "../../design/element.js";
import { ALL_FIELDS, cardForm, labelled } from "./card_form.js";
import { cardName } from "./card_name.js";
import { senderFields } from "./sender_fields.js";
import { SERVICE } from "./words.js";

/** Slots of a template that a card fills, and the card's field for each. */
const CARD_FIELDS = /** @type {Record<string, CardField>} */ ({
  interviewer: "interviewers",
  company: "company",
  role: "role",
  interviewed_on: "interviewedAt",
  decision_by: "decisionBy",
  open_question: "openQuestions",
  promised: "promised",
});
/** What every check and the desk need, whatever the template asks for. */
const ALWAYS = /** @type {CardField[]} */ (["interviewers", "company", "role", "interviewedAt"]);

/**
 * @typedef {object} FillStep
 * @property {Form} form changed in place
 * @property {Details} sender changed in place
 * @property {Card[]} cards
 * @property {(card?: boolean, gone?: boolean) => void} keep something was typed; `card`: into the card;
 *   `gone`: somebody was taken off it
 * @property {(id: string) => void} useCard another card, or "" for a new one
 * @property {() => void} preview
 */

/**
 * @param {FillStep} step
 * @param {Template} template
 * @returns {Node[]}
 */
export function fillStep(step, template) {
  const questions = template.fields
    .filter(({ source }) => source === "answer")
    .map((field) => question(step, field));
  const [first, ...others] = questions;
  const preview = button(text("preview"), step.preview, "primary");
  return [
    cardChoice(step),
    ...cardFields(step, template),
    ...(first ? [first.label] : []),
    ...moreQuestions(others),
    ...senderFields(step.sender, template),
    element("p", { class: "choices go" }, preview),
  ];
}

/** What is missing of the card stands open; what is known already, behind one click. @param {FillStep} step @param {Template} template */
function cardFields({ form: { card }, keep }, template) {
  const needed = (/** @type {CardField} */ field) =>
    ALWAYS.includes(field) || template.fields.some(({ name }) => CARD_FIELDS[name] === field);
  const missing = ALL_FIELDS.filter((field) => needed(field) && !isFilled(card, field));
  const rest = ALL_FIELDS.filter((field) => !missing.includes(field));
  const kept = (/** @type {boolean | undefined} */ gone) => keep(true, gone);
  return [
    ...(missing.length ? [cardForm(card, missing, kept)] : []),
    element("details", {}, element("summary", {}, text("moreOfCard")), cardForm(card, rest, kept)),
  ];
}

/** @param {Card} card @param {CardField} field */
function isFilled(card, field) {
  if (field === "interviewers") return peopleOf(card).length > 0;
  return Array.isArray(card[field]) ? card[field].some(Boolean) : Boolean(card[field]);
}

/** Each interview keeps its place, for arrow keys to walk. @param {FillStep} step */
function cardChoice({ form: { card }, cards, useCard }) {
  const known = cards.map((each) => (each.id === card.id ? card : each));
  const all = known.includes(card) ? known : [card, ...known];
  const heading = text("cardHeading");
  if (all.length === 1) return element("h4", {}, heading, !isBlank(card) && `: ${cardName(card)}`);
  const select = element(
    "select",
    { onchange: () => useCard(select.value) },
    ...all.map((each) =>
      element("option", { value: each.id, selected: each === card }, cardName(each)),
    ),
    element("option", { value: "" }, text("newCard")),
  );
  return labelled(heading, select);
}

/** @param {FillStep} step @param {TemplateField} field */
function question({ form, keep }, field) {
  const answers = form.answers[form.to] ?? {};
  const area = element("textarea", {
    rows: 3,
    placeholder: text("forExample", field.example),
    oninput: () => {
      form.answers[form.to] = { ...form.answers[form.to], [field.name]: area.value };
      keep();
    },
  });
  area.value = answers[field.name] ?? "";
  const label = labelled(field.question, area);
  Object.assign(label, SERVICE);
  return { label, answered: Boolean(area.value) };
}

/** The rest may wait: they stand in the draft as blanks. @param {ReturnType<typeof question>[]} questions */
function moreQuestions(questions) {
  if (!questions.length) return [];
  const open = questions.some(({ answered }) => answered);
  const words = text(questions.length === 1 ? "questionsOne" : "questionsMany", questions.length);
  const list = element("div", { class: "fields" }, ...questions.map(({ label }) => label));
  return [element("details", { open, class: "questions" }, element("summary", {}, words), list)];
}
