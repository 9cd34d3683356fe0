/** An interview to fill in: the five things that everything rests on, the rest behind one click. */

/** @import { Card } from "../cards/cards.js" */

import { keepForSession, text } from "../browser.js";
import { goneOn, isBlank, saveCard, whyNotStored } from "../cards/cards.js";
import { ALL_FIELDS, cardForm } from "../content/panel/card_form.js";
import { button, element } from "../design/element.js";
import { dateOf } from "./due_words.js";

/**
 * A popup closes when it loses the focus: what was typed waits here for the next time, beside the card
 * as it was read, so that what was changed elsewhere meanwhile stays.
 *
 * @typedef {{card: Card, before: Card | null}} Half
 */

export const FORM = "popup-form";
const QUICK = /** @type {typeof ALL_FIELDS} */ ([
  "interviewers",
  "company",
  "role",
  "interviewedAt",
  "decisionBy",
]);

/**
 * @param {HTMLElement} list
 * @param {Half} half `card` is changed in place
 * @param {number} days for which a card is kept
 * @param {() => Promise<void>} leave back to the desk
 */
export function drawForm(list, half, days, leave) {
  const { card } = half;
  const keep = () => void keepForSession(FORM, half).catch(() => {});
  const said = element("p", { class: "said", role: "status" });
  const end = async () => {
    await keepForSession(FORM, null);
    form.toggleAttribute("data-left");
    await leave();
  };
  const submit = async (/** @type {Event} */ event) => {
    event.preventDefault();
    const why = await whyNotSaved(half);
    if (!why) return end();
    said.textContent = why;
    // Enter saves from any field, and the form is higher than a popup can be.
    said.scrollIntoView({ block: "nearest" });
  };
  const form = element(
    "form",
    { "data-card": card.id, onsubmit: submit },
    element("h2", {}, text("cardHeading")),
    ...fields(card, keep),
    days ? expiry(card, days) : null,
    element(
      "p",
      { class: "choices" },
      element("button", { type: "submit", class: "primary" }, text("save")),
      button(text("cancel"), () => void end(), "quiet"),
    ),
    said,
  );
  list.replaceChildren(form);
  form.querySelector(/** @type {"input"} */ ("input.name"))?.focus();
}

/** @param {Half} half @returns {Promise<string>} why it was not saved, "" where it was */
async function whyNotSaved({ card, before }) {
  return isBlank(card) ? text("saySomebody") : whyNotStored(await saveCard(card, before));
}

/** @param {Card} card @param {() => void} keep */
function fields(card, keep) {
  const rest = ALL_FIELDS.filter((field) => !QUICK.includes(field));
  const summary = element("summary", {}, text("moreOfCard"));
  return [cardForm(card, QUICK, keep), element("details", {}, summary, cardForm(card, rest, keep))];
}

/** @param {Card} card @param {number} days */
function expiry(card, days) {
  const day = dateOf(new Date(goneOn(card, days)));
  return element("p", { class: "quiet" }, text("goesOn", day));
}
