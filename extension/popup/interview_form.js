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
  const { card, before } = half;
  const keep = () => void keepForSession(FORM, half).catch(() => {});
  const end = async () => {
    await keepForSession(FORM, null);
    form.toggleAttribute("data-left");
    await leave();
  };
  const more = ALL_FIELDS.filter((field) => !QUICK.includes(field));
  const said = element("p", { class: "said", role: "status" });
  const say = (/** @type {string} */ words) => {
    said.textContent = words;
    // Enter saves from any field, and the form is higher than a popup can be.
    said.scrollIntoView({ block: "nearest" });
  };
  const form = element(
    "form",
    {
      "data-card": card.id,
      onsubmit: async (/** @type {Event} */ event) => {
        event.preventDefault();
        if (isBlank(card)) return say(text("saySomebody"));
        const why = whyNotStored(await saveCard(card, before));
        if (!why) return end();
        say(why);
      },
    },
    element("h2", {}, text("cardHeading")),
    cardForm(card, QUICK, keep),
    element("details", {}, element("summary", {}, text("moreOfCard")), cardForm(card, more, keep)),
    days
      ? element("p", { class: "quiet" }, text("goesOn", dateOf(new Date(goneOn(card, days)))))
      : null,
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
