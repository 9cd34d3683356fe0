/** "What do you see here?": what is recognised on the page behind the popup, to read and to copy. */

/** @import { Seen, SeenCompose } from "../content/seen.js" */

import { text } from "../browser.js";
import { button, element, paragraph } from "../design/element.js";

/** @param {number} tabId */
export function seenPart(tabId) {
  const part = element("div", { class: "seen" });
  const look = async () => {
    const report = reportOf(await lookIn(tabId));
    const copy = button(text("copyReport"), async () => {
      await navigator.clipboard.writeText(report);
      copy.textContent = text("copied");
    });
    const shown = element("pre", { tabindex: 0, "aria-label": text("whatYouSee") }, report);
    part.replaceChildren(paragraph(text("seenAbout")), shown, copy);
    copy.focus();
  };
  part.append(button(text("whatYouSee"), () => void look(), "quiet"));
  return part;
}

/**
 * @param {number} tabId
 * @returns {Promise<Seen[]>} of every frame that the helper may look into, the page itself first
 */
async function lookIn(tabId) {
  try {
    const found = await chrome.scripting.executeScript({
      target: { tabId, allFrames: true },
      injectImmediately: true,
      func: async () => (await import(chrome.runtime.getURL("content/seen.js"))).see(),
    });
    return found
      .toSorted((a, b) => a.frameId - b.frameId)
      .flatMap(({ result }) => (result ? [result] : []));
  } catch {
    // A page of the browser itself shows nothing.
    return [];
  }
}

/** @param {Seen[]} frames */
function reportOf(frames) {
  const { version } = chrome.runtime.getManifest();
  const [browser = ""] = /(Firefox|Edg|Chrome)\/\d+/.exec(navigator.userAgent) ?? [];
  const lines = frames.flatMap((frame) => [
    "",
    text("seenFrame", frame.adapter, ...frame.size),
    text(frame.runs ? "seenRuns" : "seenRunsNot"),
    ...frame.far.map((size) => text("seenFar", ...size)),
    ...frame.composes.flatMap((compose, index) => linesOf(compose, index + 1)),
  ]);
  if (!frames.length) lines.push(text("seenNothing"));
  return [`${text("name")} ${version}, ${browser}`, ...lines].join("\n");
}

/** @param {SeenCompose} compose @param {number} number */
function linesOf(compose, number) {
  const { editor, framed, recipients, named, addressed, attachments, sends, quotes } = compose;
  const found = (/** @type {boolean} */ there) => text(there ? "seenYes" : "seenNo");
  const lines = [
    text("seenBody", editor ?? found(false)),
    framed && text("seenFramed"),
    compose.far && text("seenFarBody"),
    text("seenSubject", found(compose.subject)),
    text("seenRecipients", recipients, named, addressed),
    attachments !== null && text("seenAttachments", attachments),
    text("seenSends", sends),
    text("seenSpot", found(compose.spot)),
    text("seenSignature", found(compose.signature)),
    text("seenQuotes", quotes),
    compose.minimised && text("seenMinimised"),
  ];
  return [text("seenMessage", number), ...lines.filter((line) => line !== false).map(indented)];
}

/** @param {string} line */
const indented = (line) => `  ${line}`;
