/** The desk: what is due next, and where Afterword runs. */

/** @import { Card } from "../cards/cards.js" */

import { ask, keepForSession, keptForSession, load, save, text } from "../browser.js";
import { emptyCard, isBlank, loadCards, onCards, removeCard, saveCard } from "../cards/cards.js";
import { desk } from "../cards/due.js";
import { ALL_FIELDS, cardForm } from "../content/panel/card_form.js";
import { button, element, icon } from "../design/element.js";
import { dueWords, whoAndWhere } from "./due_words.js";

/** A popup closes when it loses the focus: what was typed waits here for the next time. */
const FORM = "popup-form";
const QUICK = /** @type {typeof ALL_FIELDS} */ ([
  "interviewers",
  "company",
  "role",
  "interviewedAt",
  "decisionBy",
]);

const here = element("section", { class: "here" });
const list = element("section", { class: "desk" });
const status = element("p", { class: "status", role: "status" });

document.title = text("name");
document.body.append(
  element("header", {}, icon("mark"), element("h1", {}, text("name")), status),
  element("main", {}, here, list),
  element(
    "footer",
    {},
    button(text("openSettings"), () => void ask("open-options", {}), "quiet"),
  ),
);
onCards(() => void drawDesk());
await Promise.all([drawStatus(), drawHere(), drawDesk()]);

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

async function drawDesk() {
  const kept = await keptForSession(FORM, /** @type {Card | null} */ (null));
  if (kept) return drawForm(kept);
  const now = new Date();
  const items = desk(await loadCards(), now);
  const open = items.filter(({ due }) => due.step !== "closed");
  const closed = items.filter(({ due }) => due.step === "closed");
  list.replaceChildren(
    open.length
      ? element(
          "ul",
          {},
          ...open.map(({ card, due }) => row(card, dueWords(card, due, now), due.step)),
        )
      : element("p", { class: "quiet" }, text("deskEmpty")),
    button(text("addInterview"), () => drawForm(emptyCard()), open.length ? "" : "primary", "add"),
    closed.length
      ? element(
          "details",
          {},
          element("summary", {}, text("putAway", closed.length)),
          element("ul", {}, ...closed.map(({ card }) => row(card, whoAndWhere(card), "closed"))),
        )
      : "",
  );
}

/** @param {Card} card @param {string} words @param {string} step */
function row(card, words, step) {
  /** @param {Card["done"][number]} done */
  const finish = (done) => () => void saveCard({ ...card, done: [...card.done, done] });
  const actions = [button(text("edit"), () => drawForm(structuredClone(card)), "quiet")];
  if (step === "thank" || step === "thank-late")
    actions.unshift(button(text("doneThanked"), finish("thank-you")));
  if (step === "follow-up") actions.unshift(button(text("doneFollowedUp"), finish("follow-up")));
  if (step !== "closed") actions.push(button(text("close"), finish("closed"), "quiet"));
  else actions.push(button(text("deleteCard"), () => void removeCard(card.id), "quiet"));
  return element(
    "li",
    { "data-step": step },
    element("p", {}, words),
    element("p", { class: "choices" }, ...actions),
  );
}

/** @param {Card} card */
function drawForm(card) {
  const keep = () => void keepForSession(FORM, card);
  const leave = async () => {
    await keepForSession(FORM, null);
    await drawDesk();
  };
  const more = ALL_FIELDS.filter((field) => !QUICK.includes(field));
  const form = element(
    "form",
    {
      onsubmit: async (/** @type {Event} */ event) => {
        event.preventDefault();
        if (!isBlank(card)) await saveCard(card);
        await leave();
      },
    },
    element("h2", {}, text("cardHeading")),
    cardForm(card, QUICK, keep),
    element("details", {}, element("summary", {}, text("moreOfCard")), cardForm(card, more, keep)),
    element(
      "p",
      { class: "choices" },
      element("button", { type: "submit", class: "primary" }, text("save")),
      button(text("cancel"), () => void leave(), "quiet"),
    ),
  );
  list.replaceChildren(form);
  form.querySelector(/** @type {"input"} */ ("input.name"))?.focus();
}
