/** What a sentence of a draft can do for its reader, and the colours that tell it. */

/** @import { Move } from "../api" */

/** Middle tones that can be told from paper and from a dark page alike. @type {Record<Move, string>} */
const TONES = {
  gratitude: "214 154 45",
  interest: "64 140 190",
  fit: "72 152 92",
  recap: "152 110 190",
  answers: "60 160 160",
  status_ask: "200 100 130",
  offer: "140 150 60",
  closing_line: "130 130 140",
};

/** In their usual order. */
export const MOVES = /** @type {Move[]} */ (Object.keys(TONES));

/** The ground of a sentence: the first thing that it does. @param {Move} move */
export const groundOf = (move) => `rgb(${TONES[move]} / 30%)`;

/** The band at its foot: the second thing. @param {Move} move */
export const bandOf = (move) => `rgb(${TONES[move]} / 75%)`;

/**
 * Colour an element as a sentence that does these things is coloured.
 *
 * @param {HTMLElement} part
 * @param {Move[]} moves
 */
export function tint(part, [first, second]) {
  if (first) part.style.backgroundColor = groundOf(first);
  if (second) part.style.boxShadow = `inset 0 -0.25em ${bandOf(second)}`;
}
