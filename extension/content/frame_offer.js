/**
 * Asks, in place and once, to run in a frame of another origin that a message is written in: a page
 * cannot look into it, and the permission for the page does not reach it.
 */

/** @import { Hears } from "./shadow.js" */

import { ask, load, save, text } from "../browser.js";
import { button, element, icon } from "../design/element.js";
import { host, shield } from "./shadow.js";

/** A frame that is smaller holds a chat line or a button. */
const LEAST = { width: 300, height: 80 };
/** What the person does not want, as "page frame". */
const DECLINED = "declined-frames";
/**
 * Looked at once more after each: a browser may say late that the focus went to a frame of another
 * process, and the worker may still be waking up.
 */
const PAUSES_MS = [0, 100, 400];

/**
 * When the person goes into a frame, the window around it loses the focus to it.
 *
 * @param {string} style
 * @param {(origin: string, frame: HTMLIFrameElement) => boolean} expects whether a message may be written in such a frame
 * @param {Hears} hears
 * @param {AbortSignal} signal
 */
export function offerFrames(style, expects, hears, signal) {
  /** The question, while it stands there. @type {HTMLElement[]} */
  const shown = [];
  shield(shown, hears, () => false, signal);
  const close = () => shown.pop()?.remove();
  /** @returns {Promise<boolean>} whether there is no need to look again */
  const look = async () => {
    const frame = document.activeElement;
    if (shown.length) return true;
    if (!(frame instanceof HTMLIFrameElement)) return false;
    const origin = farOrigin(frame);
    if (!origin || !expects(origin, frame)) return false;
    const missing = await isMissing(origin);
    if (missing && !signal.aborted && !shown.length) {
      shown.push(toast(style, origin, close));
      document.documentElement.append(...shown);
    }
    return missing !== null;
  };
  const settle = async () => {
    for (const pause of PAUSES_MS) {
      await new Promise((resolve) => setTimeout(resolve, pause));
      if (signal.aborted || (await look())) return;
    }
  };
  addEventListener("blur", () => void settle(), { signal });
  void look();
  signal.addEventListener("abort", close);
}

/** @param {HTMLIFrameElement} frame @returns {string | null} null where the page can look into it */
function farOrigin(frame) {
  const { src, offsetWidth, offsetHeight, contentDocument } = frame;
  const large = offsetWidth >= LEAST.width && offsetHeight >= LEAST.height;
  return !contentDocument && large && /^https?:/.test(src) ? new URL(src).origin : null;
}

/** @param {string} origin @returns {Promise<boolean | null>} null where the worker did not answer */
async function isMissing(origin) {
  if ((await declined()).includes(pair(origin))) return false;
  const runs = await ask("runs-in", { origin });
  return runs.state === "ok" ? !runs.value : null;
}

/** @returns {Promise<string[]>} */
const declined = () => load(DECLINED, []);

/** @param {string} origin */
const pair = (origin) => `${location.origin} ${origin}`;

/** @param {string} style @param {string} origin @param {() => void} close */
function toast(style, origin, close) {
  const words = element("p", { role: "status" }, text("frameOffer", new URL(origin).hostname));
  const allow = async () => {
    const answer = await ask("allow-frame", { origin });
    if (answer.state !== "ok" || answer.value !== "in-popup") close();
    else choices.replaceWith(element("p", {}, text("frameByToolbar")));
  };
  const decline = async () => {
    await save(DECLINED, [...(await declined()), pair(origin)]);
    close();
  };
  const choices = element(
    "p",
    { class: "choices" },
    button(text("frameAllow"), () => void allow(), "primary"),
    button(text("frameNotHere"), () => void decline()),
  );
  const content = element("div", {}, words, choices);
  const attributes = { class: "toast", "aria-label": text("name") };
  return host("toast", style, element("section", attributes, icon("mark"), content));
}
