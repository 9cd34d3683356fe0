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
  const used = await usedOrigins();
  if (!tab?.id || !url || !/^https?:$/.test(url.protocol))
    return here.replaceChildren(used.length ? "" : paragraph(text("usedNowhere")));
  const { href, hostname } = url;
  const tabId = tab.id;
  // What comes of a press is said here; the buttons stay, to be pressed once more.
  const said = element("p", { role: "status" }, text("notUsedHere", hostname));
  const start = async () => {
    const files = ["content/loader.js"];
    if (await tellFrames(tabId, { kind: "start-here" }, files)) return window.close();
    said.textContent = text("cannotRunHere");
  };
  if (startsItself(url) || used.some((pattern) => covers(pattern, href))) {
    const frame = (await allWanted()).find(({ site }) => covers(site, href));
    said.textContent = text("usedHere", hostname);
    return here.replaceChildren(
      said,
      ...(frame ? frameQuestion(frame) : []),
      button(text("openPanel"), start),
      seenPart(tabId),
    );
  }
  const wanted = { site: patternOf(href), origins: originsFor(href) };
  here.replaceChildren(
    said,
    element(
      "p",
      { class: "choices" },
      button(text("useOnSite"), () => void useOnSite(wanted, said), "primary"),
      button(text("startOnce"), start),
    ),
    seenPart(tabId),
  );
}

/** Whether the manifest starts it there: on the practice page. Its patterns name no port. @param {URL} url */
const startsItself = ({ protocol, hostname, pathname }) =>
  chrome.runtime
    .getManifest()
    .content_scripts?.flatMap(({ matches = [] }) => matches)
    .some((pattern) => `${protocol}//${hostname}${pathname}`.startsWith(pattern.slice(0, -1)));

/** @returns {Promise<string[]>} as match patterns */
async function usedOrigins() {
  const sites = await ask("sites", {});
  return sites.state === "ok" ? sites.value.flatMap((site) => site.origins) : [];
}

/** A frame that somebody asked for in the page, in a browser that asks only from here. @param {Site} frame */
function frameQuestion(frame) {
  const hosts = frame.origins.map((pattern) => pattern.replace(/^\w+:\/\/|\/\*$/g, ""));
  const said = element("p", { role: "status" }, text("frameOffer", hosts.join(", ")));
  const allow = button(text("frameAllow"), () => void useOnSite(frame, said), "primary");
  return [said, allow];
}

/** Once the person agreed, the popup goes. @param {Site} wanted @param {HTMLElement} said where it is told that they did not */
async function useOnSite(wanted, said) {
  // First of all, while the click still counts; the background hears it if this popup closes.
  const asked = chrome.permissions.request({ origins: wanted.origins });
  await want(wanted);
  if (await asked) {
    await ask("use-on-site", wanted);
    return window.close();
  }
  await unwant(wanted.site);
  said.textContent = text("notAllowed");
}
