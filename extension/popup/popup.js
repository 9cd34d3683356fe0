/** The desk: what is due next, and where Afterword runs. */

/** @import { Host } from "../api" */

import { ask, load, save, speak, text } from "../browser.js";
import { onCards } from "../cards/cards.js";
import { button, element, icon } from "../design/element.js";
import { drawDesk } from "./desk.js";

const here = element("section", { class: "here" });
const list = element("section", { class: "desk" });
const status = element("p", { class: "status", role: "status" });
const host = element("p", { class: "status" });

speak(document.documentElement);
document.title = text("name");
document.body.append(
  element("header", {}, icon("mark"), element("h1", {}, text("name")), status, host),
  element("main", {}, here, list),
  element(
    "footer",
    {},
    button(text("openSettings"), () => void ask("open-options", {}), "quiet"),
    button(text("yourData"), () => void openData(), "quiet"),
  ),
);
// Somebody who is typing is not disturbed.
onCards(() => list.querySelector("form:not([data-left])") ?? void drawDesk(list));
await Promise.all([drawStatus(), drawHere(), drawDesk(list)]);

async function drawStatus() {
  const answer = await ask("health", {});
  const service = await ask("service", {});
  status.dataset.state = answer.state;
  if (answer.state !== "ok") {
    status.replaceChildren(text(answer.state === "offline" ? "statusOffline" : "statusStrange"));
    return;
  }
  const address = service.state === "ok" ? service.value.address : "";
  const practice = element(
    "a",
    { href: `${address}/practice/`, target: "_blank" },
    text("practicePage"),
  );
  status.replaceChildren(text("statusOn"), " ", practice);
  drawHost(answer.value.host);
}

/** Whose texts these are, and where they ask people to go. @param {Host | null} found */
function drawHost(found) {
  if (!found) return host.remove();
  const places = [{ title: found.name, url: found.url }, ...found.links];
  host.replaceChildren(
    text("textsFrom"),
    ...places.flatMap(({ title, url }) => [
      " ",
      element("a", { href: url, target: "_blank", rel: "noreferrer" }, title),
    ]),
  );
}

/** What can be done on the page behind the popup. */
async function drawHere() {
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  const url = tab?.url ? new URL(tab.url) : null;
  if (!tab?.id || !url || !/^https?:$/.test(url.protocol)) return here.replaceChildren();
  const tabId = tab.id;
  const sites = await ask("sites", {});
  const origin = `${url.protocol}//${url.hostname}`;
  if (sites.state === "ok" && sites.value.includes(`${origin}/*`)) {
    return here.replaceChildren(
      element("p", {}, text("usedHere", url.hostname)),
      button(text("openPanel"), () => void startHere(tabId, false)),
    );
  }
  here.replaceChildren(
    element("p", {}, text("notUsedHere", url.hostname)),
    element(
      "p",
      { class: "choices" },
      button(text("useOnSite"), () => void useOnSite(origin), "primary"),
      button(text("startOnce"), () => void startHere(tabId, true)),
    ),
  );
}

/** @param {string} origin */
async function useOnSite(origin) {
  const pattern = `${origin}/*`;
  // First of all, while the click still counts; the background hears it if this popup closes.
  const asked = chrome.permissions.request({ origins: [pattern] });
  await save("wanted", [
    ...new Set([...(await load("wanted", /** @type {string[]} */ ([]))), pattern]),
  ]);
  if (!(await asked)) return here.replaceChildren(element("p", {}, text("notAllowed")));
  await ask("use-on-site", { origin });
  window.close();
}

/** @param {number} tabId @param {boolean} inject */
async function startHere(tabId, inject) {
  try {
    const target = { tabId, allFrames: false };
    if (inject) await chrome.scripting.executeScript({ target, files: ["content/loader.js"] });
    const found = await chrome.tabs.sendMessage(tabId, { kind: "start-here" }, { frameId: 0 });
    if (found) return window.close();
  } catch {
    // A page of the browser itself takes no script.
  }
  here.replaceChildren(element("p", {}, text("cannotRunHere")));
}

/** A file chooser would close this popup, so what is kept is handled on a page of its own. */
async function openData() {
  await chrome.tabs.create({ url: chrome.runtime.getURL("options/options.html#data") });
  window.close();
}
