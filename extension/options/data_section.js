/** What is kept on this computer: a copy of it, the way back, how long it stays, and its end. */

import { ask, forgetEverything, text } from "../browser.js";
import { keepFor, keptDays, loadCards, whyNotStored } from "../cards/cards.js";
import { withOffset } from "../cards/clock.js";
import { copyOf, merged, readCopy } from "../cards/copy.js";
import { NEEDED } from "../cards/reminders.js";
import { loadSender, saveSender } from "../cards/sender.js";
import { labelled } from "../content/panel/card_form.js";
import { button, element } from "../design/element.js";
import { saveFile } from "../design/file.js";
import { chooseService, DEFAULT_ADDRESS, giveBack } from "../service.js";
import { renewable, section } from "./section.js";
import { leaveSites } from "./sites_section.js";

/** Days to choose from; 0 is for good. */
const DAYS = [30, 90, 180, 365, 0];

/** @param {() => Promise<unknown>} renew draws what is stored elsewhere in the settings anew */
export async function dataSection(renew) {
  const said = element("p", { class: "said", role: "status" });
  const keeping = await renewable(() => expiry(said));
  const made = section(
    text("dataHeading"),
    text("dataAbout"),
    keeping.node,
    copies(said, renew),
    deletion(said, () => Promise.all([keeping.renew(), renew()])),
    said,
  );
  made.id = "data";
  return made;
}

/** @param {HTMLElement} said */
async function expiry(said) {
  const days = await keptDays();
  const select = element(
    "select",
    {
      onchange: async () => {
        const kept = await keepFor(Number(select.value));
        said.textContent = text(kept ? "saved" : "storageFull");
        if (!kept) select.value = String(await keptDays());
      },
      // Arrow keys pass by fewer days on their way: nothing goes before one has chosen.
      onblur: () => void ask("forget-old", {}),
    },
    ...[...new Set([...DAYS, days])].map((count) =>
      element(
        "option",
        { value: count, selected: count === days },
        count ? text("keepFor", count) : text("keepAlways"),
      ),
    ),
  );
  return labelled(text("keepLabel"), select, text("keepHint"));
}

/** @param {HTMLElement} said @param {() => Promise<unknown>} renew */
function copies(said, renew) {
  const file = element("input", {
    type: "file",
    accept: ".json,application/json",
    "aria-label": text("importCopy"),
    hidden: true,
    onchange: async () => {
      const [chosen] = file.files ?? [];
      if (chosen) said.textContent = await importCopy(await chosen.text());
      file.value = "";
      // What is typed next goes beside the details that came in, not over them.
      await renew();
    },
  });
  return element(
    "p",
    { class: "choices" },
    button(text("exportCopy"), () => void exportCopy(said)),
    button(text("importCopy"), () => file.click()),
    file,
  );
}

/** @param {HTMLElement} said */
async function exportCopy(said) {
  const cards = await loadCards();
  const now = new Date();
  const content = copyOf(cards, await loadSender(), now);
  saveFile(`afterword-${withOffset(now).slice(0, 10)}.json`, "application/json", content);
  said.textContent = text(cards.length === 1 ? "exportedOne" : "exportedMany", cards.length);
}

/**
 * Put a copy's interviews among those that are here, and its details where none are.
 *
 * @param {string} content
 * @returns {Promise<string>} what came of it, in words
 */
async function importCopy(content) {
  const copy = readCopy(content);
  if ("fault" in copy) {
    const known = copy.fault === "newer" ? "importNewer" : "importOther";
    const words = copy.fault === "card" ? text("importDamaged", copy.number) : text(known);
    return `${words} ${text("importUnchanged")}`;
  }
  const before = await loadCards();
  const changed = merged(before, copy.cards).filter((card) => !before.includes(card)).length;
  const why = whyNotStored(await ask("add-cards", { cards: copy.cards }));
  if (why) return `${why} ${text("importUnchanged")}`;
  const own = Object.entries(await loadSender()).filter(([, value]) => value);
  await saveSender({ ...copy.sender, ...Object.fromEntries(own) });
  return text(changed === 1 ? "importedOne" : "importedMany", changed);
}

/** @param {HTMLElement} said @param {() => Promise<unknown>} renew */
function deletion(said, renew) {
  const first = button(text("deleteAll"), () => confirm());
  const choices = element("p", { class: "choices" }, first);
  const confirm = () => {
    said.textContent = text("deleteAbout");
    choices.replaceChildren(
      button(text("deleteSure"), () => void forget(), "stop"),
      button(text("cancel"), () => back(""), "quiet"),
    );
    choices.querySelector("button")?.focus();
  };
  /** @param {string} words */
  const back = (words) => {
    choices.replaceChildren(first);
    first.focus();
    said.textContent = words;
  };
  const forget = async () => {
    await leaveSites();
    await chooseService(DEFAULT_ADDRESS);
    await giveBack(NEEDED);
    await forgetEverything();
    await renew();
    back(text("deleted"));
  };
  return choices;
}
