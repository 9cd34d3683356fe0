/** Words for the clipboard, where they may not or cannot be written into the draft. */

import { text } from "../../browser.js";

/** A webmail without TLS has no clipboard for scripts. @param {string} words @param {HTMLElement} said */
export async function copyWords(words, said) {
  try {
    await navigator.clipboard.writeText(words);
    said.replaceChildren(text("copied"));
  } catch {
    said.replaceChildren(text("copyByHand"));
  }
}
