/** From the desk to the panel: the next template for an interview, in an open compose window. */

/** @import { Card } from "../cards/cards.js" */

import { ask, text } from "../browser.js";
import { element } from "../design/element.js";
import { originOf } from "../webmail/origins.js";
import { tellFrames } from "./tell.js";

/** @param {Card} card @param {HTMLElement} said where it is told how, if no message is open */
export async function write(card, said) {
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  if (tab?.id && (await tellFrames(tab.id, { kind: "write", card: card.id })))
    return window.close();
  const sites = await ask("sites", {});
  const used = sites.state === "ok" ? sites.value : [];
  const links = used.map(({ site }) => {
    const href = `${originOf(site)}/`;
    return element("a", { href, target: "_blank" }, new URL(href).hostname);
  });
  said.replaceChildren(text("openMessageFirst"), ...links.flatMap((link) => [" ", link]));
}
