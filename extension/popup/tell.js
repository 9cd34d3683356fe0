/** A word from the popup to the message that is being written on the page behind it. */

/** @import { Card } from "../cards/cards.js" */
/** @import { ToContent } from "../messages.js" */

import { ask, text } from "../browser.js";
import { element } from "../design/element.js";
import { originOf } from "../webmail/origins.js";

/**
 * Tell the frames of a tab in turn, the page itself first, until one has a message to write.
 *
 * @param {number} tabId
 * @param {ToContent} message
 * @param {string[]} [files] scripts to start there beforehand
 * @returns {Promise<boolean>} whether there was one
 */
export async function tellFrames(tabId, message, files) {
  // Some frame may never be done with loading.
  const all = { target: { tabId, allFrames: true }, injectImmediately: true };
  try {
    const frames = await chrome.scripting.executeScript(
      files ? { ...all, files } : { ...all, func: () => {} },
    );
    for (const { frameId } of frames.toSorted((a, b) => a.frameId - b.frameId)) {
      const told = chrome.tabs.sendMessage(tabId, message, { frameId });
      if (await told.catch(() => false)) return true;
    }
  } catch {
    // A page of the browser itself takes no script.
  }
  return false;
}

/**
 * Open the panel on the next template for an interview, in the message that is being written.
 *
 * @param {Card} card
 * @param {HTMLElement} said where it is told how, if no message is open
 */
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
