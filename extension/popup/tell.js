/** A word from the popup to the message that is being written on the page behind it. */

/** @import { ToContent } from "../messages.js" */

/**
 * Tell the frames of a tab in turn, the page itself first, until one has a message to write.
 *
 * @param {number} tabId
 * @param {ToContent} message
 * @param {string[]} [files] scripts to start there beforehand
 * @returns {Promise<boolean>} whether there was one
 */
export async function tellFrames(tabId, message, files) {
  const target = { tabId, allFrames: true };
  try {
    const frames = await chrome.scripting.executeScript(
      files ? { target, files } : { target, func: () => {} },
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
