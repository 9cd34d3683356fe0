/** The desk: what is due next, and where Afterword runs. */

/** @import { Host } from "../api" */

import { ask, speak, text } from "../browser.js";
import { onCards } from "../cards/cards.js";
import { button, element, icon } from "../design/element.js";
import { readService } from "../service.js";
import { onTold } from "../told.js";
import { drawDesk } from "./desk.js";
import { drawHere } from "./here.js";

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
    button(text("dataHeading"), () => void openData(), "quiet"),
  ),
);
// Somebody who is typing is not disturbed.
const draw = () => list.querySelector("form:not([data-left])") ?? void drawDesk(list);
onCards(draw);
onTold(draw);
// A reminder opens the desk in a tab, where it may stay for days.
document.addEventListener("visibilitychange", draw);
await Promise.all([drawStatus(), drawHere(here), drawDesk(list)]);

async function drawStatus() {
  const answer = await ask("health", {});
  status.dataset.state = answer.state;
  if (answer.state === "refused" && answer.message) {
    status.replaceChildren(text("stateRefused", answer.message));
    return;
  }
  if (answer.state !== "ok") {
    const words = { offline: "statusOffline", slow: "statusSlow" };
    status.replaceChildren(
      text(words[/** @type {keyof typeof words} */ (answer.state)] ?? "stateStrange"),
    );
    return;
  }
  const { address } = await readService();
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

/** A file chooser would close this popup, so what is kept is handled on a page of its own. */
async function openData() {
  await chrome.tabs.create({ url: chrome.runtime.getURL("options/options.html#data") });
  window.close();
}
