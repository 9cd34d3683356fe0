/** Words for the clipboard, where they may not or cannot be written into the draft. */

import { text } from "../../browser.js";
import { button, element } from "../../design/element.js";

/** A webmail without TLS has no clipboard for scripts. @param {string} words @param {HTMLElement} said */
export async function copyWords(words, said) {
  try {
    await navigator.clipboard.writeText(words);
    said.replaceChildren(text("copied"));
  } catch {
    said.replaceChildren(text("copyByHand"));
  }
}

/**
 * Where an editor may take nothing of some words: that it did not, and the way to copy them instead.
 * Whoever tried it with the keyboard stays on the button.
 *
 * @param {string} words
 */
export function copyInstead(words) {
  const said = element("p", { class: "note", role: "status" });
  const copy = button(text("copyDraft"), () => void copyWords(words, said));
  copy.hidden = true;
  /** @param {HTMLElement} go what was pressed @param {() => Promise<boolean>} write false where the editor refused */
  const attempt = async (go, write) => {
    const inside = go.matches(":focus");
    if (await write()) return;
    copy.hidden = false;
    said.textContent = text("insertRefused");
    if (inside) go.focus();
  };
  return { parts: [said, copy], attempt };
}
