/** What can be done on the page behind the popup. */

/** @import { Site } from "../sites.js" */

import { ask, text } from "../browser.js";
import { button, element, paragraph } from "../design/element.js";
import { allWanted, unwant, want } from "../sites.js";
import { originsFor } from "../webmail/index.js";
import { covers, patternOf } from "../webmail/origins.js";
import { seenPart } from "./seen.js";
import { tellFrames } from "./tell.js";

/** @param {HTMLElement} here */
export async function drawHere(here) {
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  const url = tab?.url ? new URL(tab.url) : null;
  if (!tab?.id || !url || !/^https?:$/.test(url.protocol)) return here.replaceChildren();
  const { href, hostname } = url;
  const tabId = tab.id;
  // What was pressed is gone: the focus goes to what is said instead.
  const say = (/** @type {string} */ words, /** @type {Node[]} */ ...rest) => {
    const said = element("p", { tabindex: -1 }, words);
    here.replaceChildren(said, ...rest);
    said.focus();
  };
  const start = async () => {
    const files = ["content/loader.js"];
    if (await tellFrames(tabId, { kind: "start-here" }, files)) return window.close();
    say(text("cannotRunHere"), seenPart(tabId));
  };
  if (await isUsed(href)) {
    const frame = (await allWanted()).find(({ site }) => covers(site, href));
    return here.replaceChildren(
      paragraph(text("usedHere", hostname)),
      frame ? frameQuestion(frame) : "",
      button(text("openPanel"), start),
      seenPart(tabId),
    );
  }
  const use = async () => {
    const wanted = { site: patternOf(href), origins: originsFor(href) };
    if (await useOnSite(wanted)) return window.close();
    say(text("notAllowed"));
  };
  here.replaceChildren(
    paragraph(text("notUsedHere", hostname)),
    element(
      "p",
      { class: "choices" },
      button(text("useOnSite"), use, "primary"),
      button(text("startOnce"), start),
    ),
    seenPart(tabId),
  );
}

/** @param {string} url */
async function isUsed(url) {
  const sites = await ask("sites", {});
  const origins = sites.state === "ok" ? sites.value.flatMap((site) => site.origins) : [];
  return origins.some((pattern) => covers(pattern, url));
}

/** A frame that somebody asked for in the page, in a browser that asks only from here. @param {Site} frame */
function frameQuestion(frame) {
  const hosts = frame.origins.map((pattern) => pattern.replace(/^\w+:\/\/|\/\*$/g, ""));
  const allow = async () => {
    if (await useOnSite(frame)) return window.close();
    question.replaceWith(said);
    said.focus();
  };
  const said = element("p", { tabindex: -1 }, text("notAllowed"));
  const question = element(
    "div",
    {},
    paragraph(text("frameOffer", hosts.join(", "))),
    button(text("frameAllow"), () => void allow(), "primary"),
  );
  return question;
}

/** @param {Site} wanted @returns {Promise<boolean>} whether the person agreed */
async function useOnSite(wanted) {
  // First of all, while the click still counts; the background hears it if this popup closes.
  const asked = chrome.permissions.request({ origins: wanted.origins });
  await want(wanted);
  if (await asked) await ask("use-on-site", wanted);
  else await unwant(wanted.site);
  return asked;
}
