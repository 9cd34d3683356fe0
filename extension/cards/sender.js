/** The person's own details, as they should stand under a letter. */

import { inTurn, load, save } from "../browser.js";

/** @typedef {Record<"name" | "email" | "phone" | "linkedin", string>} Details "" for what is not known */

const KEY = "sender";

/** The details of somebody of whom nothing is known. @returns {Details} */
export const noDetails = () => ({ name: "", email: "", phone: "", linkedin: "" });

/** @returns {Promise<Details>} */
export async function loadSender() {
  return { ...noDetails(), ...(await load(KEY, {})) };
}

/** A browser may fill in all of them at once. */
const turn = inTurn();

/**
 * Another window may hold the others: only what was typed is changed.
 *
 * @param {Partial<Details>} typed
 * @returns {Promise<boolean>} false where the browser has no room
 */
export const saveSender = (typed) =>
  turn(async () => save(KEY, { ...(await loadSender()), ...typed }));
