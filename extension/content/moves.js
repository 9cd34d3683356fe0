/** What a sentence of a draft can do for its reader. */

/** @import { Move } from "../api" */

/** In their usual order. @type {readonly Move[]} */
export const MOVES = [
  "gratitude",
  "interest",
  "fit",
  "recap",
  "answers",
  "status_ask",
  "offer",
  "closing_line",
];
