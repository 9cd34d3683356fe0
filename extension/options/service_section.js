/** Where the service is, whether it answers, and the consent that another computer needs. */

import { ask, text } from "../browser.js";
import { labelled } from "../content/panel/card_form.js";
import { button, element } from "../design/element.js";
import {
  chooseService,
  DEFAULT_ADDRESS,
  isLoopback,
  needed,
  normalAddress,
  readService,
} from "../service.js";
import { section } from "./section.js";

export async function serviceSection() {
  const stored = await readService();
  const granted = await chrome.permissions.getAll(); // asked later, Firefox forgets the press
  const said = element("p", { class: "said", role: "status" });
  const consent = element("div", { class: "consent", hidden: true });
  const input = element("input", {
    type: "text",
    inputmode: "url",
    dir: "ltr",
    value: stored.address,
    placeholder: DEFAULT_ADDRESS,
    spellcheck: "false",
  });
  const test = element("button", { type: "submit", class: "primary" }, text("test"));
  const form = element(
    "form",
    {
      onsubmit: (/** @type {Event} */ event) => {
        event.preventDefault();
        void use(input.value);
      },
    },
    labelled(text("serviceAddress"), input),
    test,
  );

  /** @param {string} typed */
  async function use(typed) {
    consent.hidden = true;
    const address = normalAddress(typed.trim() || DEFAULT_ADDRESS);
    if (!address) {
      said.textContent = text("notAnAddress");
      return;
    }
    input.value = address;
    const { address: used, consent: agreed } = await readService();
    if (!isLoopback(address) && agreed !== address) {
      return askFirst(address, isLoopback(used) ? used : DEFAULT_ADDRESS);
    }
    await chooseService(address);
    said.textContent = text("testing");
    const answer = await ask("health", {});
    const words = { offline: "testBad", slow: "testSlow" };
    said.textContent =
      answer.state === "ok"
        ? text("testGood", answer.value.version)
        : text(words[/** @type {keyof typeof words} */ (answer.state)] ?? "testStrange");
  }

  /**
   * Drafts are private letters: another computer gets them only after a yes in plain words.
   *
   * @param {string} address
   * @param {string} own where it is on this one
   */
  function askFirst(address, own) {
    const { hostname } = new URL(address);
    said.textContent = "";
    consent.hidden = false;
    consent.replaceChildren(
      element("p", { tabindex: -1 }, text("consentAsk", hostname)),
      element(
        "p",
        { class: "choices" },
        button(text("consentYes", hostname), () => void agree(address)),
        button(text("consentNo"), () => void back(own), "primary"),
      ),
    );
    consent.querySelector("p")?.focus();
  }

  /** @param {string} address */
  async function agree(address) {
    if (!(await chrome.permissions.request(needed(address, granted)))) {
      said.textContent = text("notAllowed");
      return;
    }
    await chooseService(address);
    await back(address);
  }

  /** The question goes, and its buttons with it. @param {string} address */
  async function back(address) {
    test.focus();
    await use(address);
  }

  return section(text("serviceHeading"), text("serviceAbout"), form, consent, said);
}
