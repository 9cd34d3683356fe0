/** What a card is called where one is chosen. */

/** @import { Card } from "../../cards/cards.js" */

import { text } from "../../browser.js";
import { peopleOf } from "../../cards/written.js";

/** `Acme – Data Engineer`, or with less known, less. @param {Card} card */
export function cardName(card) {
  const people = peopleOf(card)
    .map(({ name, email }) => name || email)
    .join(", ");
  return (
    [card.company, card.role || people].filter(Boolean).join(" – ") || people || text("cardUnnamed")
  );
}
