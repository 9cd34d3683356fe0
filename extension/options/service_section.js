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
  const { address } = await readService();
  const granted = await chrome.permissions.getAll(); // asked later, Firefox forgets the press
  const { form, consent, said } = new ServiceChoice(address, granted);
  return section(text("serviceHeading"), text("serviceAbout"), form, consent, said);
}

class ServiceChoice {
  said = element("p", { class: "said", role: "status" });
  consent = element("div", { class: "consent", hidden: true });
  #test = element("button", { type: "submit", class: "primary" }, text("test"));

  #granted;

  /**
   * @param {string} address as stored
   * @param {chrome.permissions.Permissions} granted
   */
  constructor(address, granted) {
    this.#granted = granted;
    this.input = element("input", {
      type: "text",
      inputmode: "url",
      dir: "ltr",
      value: address,
      placeholder: DEFAULT_ADDRESS,
      spellcheck: "false",
    });
    const onsubmit = (/** @type {Event} */ event) => {
      event.preventDefault();
      void this.#use(this.input.value);
    };
    const label = labelled(text("serviceAddress"), this.input);
    this.form = element("form", { onsubmit }, label, this.#test);
  }

  /** @param {string} words */
  #say(words) {
    this.said.textContent = words;
  }

  /** @param {string} typed */
  async #use(typed) {
    this.consent.hidden = true;
    const address = normalAddress(typed.trim() || DEFAULT_ADDRESS);
    if (!address) return this.#say(text("notAnAddress"));
    this.input.value = address;
    const { address: used, consent: agreed } = await readService();
    if (!isLoopback(address) && agreed !== address) {
      return this.#askFirst(address, isLoopback(used) ? used : DEFAULT_ADDRESS);
    }
    await chooseService(address);
    this.#say(text("testing"));
    this.#say(await tested());
  }

  /**
   * Drafts are private letters: another computer gets them only after a yes in plain words.
   *
   * @param {string} address
   * @param {string} own where it is on this one
   */
  #askFirst(address, own) {
    const { hostname } = new URL(address);
    const question = element("p", { tabindex: -1 }, text("consentAsk", hostname));
    const yes = button(text("consentYes", hostname), () => void this.#agree(address));
    const no = button(text("consentNo"), () => void this.#back(own), "primary");
    this.#say("");
    this.consent.hidden = false;
    this.consent.replaceChildren(question, element("p", { class: "choices" }, yes, no));
    question.focus();
  }

  /** @param {string} address */
  async #agree(address) {
    const given = await chrome.permissions.request(needed(address, this.#granted));
    if (!given) return this.#say(text("notAllowed"));
    await chooseService(address);
    await this.#back(address);
  }

  /** The question goes, and its buttons with it. @param {string} address */
  async #back(address) {
    this.#test.focus();
    await this.#use(address);
  }
}

/** @returns {Promise<string>} what the chosen service answered, in words */
async function tested() {
  const answer = await ask("health", {});
  if (answer.state === "ok") return text("testGood", answer.value.version);
  if (answer.state === "refused") return text("stateRefused", answer.message);
  const words = { offline: "testBad", slow: "statusSlow" };
  return text(words[/** @type {keyof typeof words} */ (answer.state)] ?? "testStrange");
}
