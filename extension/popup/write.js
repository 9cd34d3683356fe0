/** From the desk to the panel: the next template for an interview, in an open compose window. */

/** @import { Card } from "../cards/cards.js" */

import { ask, text } from "../browser.js";
import { element } from "../design/element.js";

/** @param {Card} card @param {HTMLElement} said where it is told how, if no message is open */
export async function write(card, said) {
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  const message = { kind: "write", card: card.id };
  const found = tab?.id && (await chrome.tabs.sendMessage(tab.id, message).catch(() => false));
  if (found) return window.close();
  const sites = await ask("sites", {});
  const origins = sites.state === "ok" ? sites.value : [];
  const links = origins.map((pattern) => {
    const href = pattern.replace(/\*$/, "");
    return element("a", { href, target: "_blank" }, new URL(href).hostname);
  });
  said.replaceChildren(text("openMessageFirst"), ...links.flatMap((link) => [" ", link]));
}
