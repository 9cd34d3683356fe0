/** The person's own details, as they should stand under a letter. */

/** @import { Sender } from "../api" */

import { load, save } from "../browser.js";

const KEY = "sender";

/** @returns {Promise<Required<{[K in keyof Sender]: string}>>} */
export async function loadSender() {
  return { name: "", email: "", phone: "", linkedin: "", ...(await load(KEY, {})) };
}

/** @param {Sender} sender @returns {Promise<boolean>} false where the browser has no room */
export function saveSender(sender) {
  return save(KEY, sender);
}
