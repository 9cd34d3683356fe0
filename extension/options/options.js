/** The settings: the person's own details, the service, the sites, and a way to delete it all. */

import { ask, forgetEverything, save, text } from "../browser.js";
import { loadSender, saveSender } from "../cards/sender.js";
import { labelled } from "../content/panel/card_form.js";
import { button, element, icon } from "../design/element.js";
import { DEFAULT_ADDRESS, isLoopback, normalAddress, readService } from "../service.js";

const DETAILS = /** @type {const} */ (["name", "email", "phone", "linkedin"]);

document.title = text("settingsTitle");
document.body.append(
  element(
    "main",
    {},
    element("h1", {}, icon("mark"), text("settingsTitle")),
    await senderSection(),
    await serviceSection(),
    await sitesSection(),
    await shortcutSection(),
    deleteSection(),
  ),
);

/** @param {string} title @param {string} about @param {...Node} content */
function section(title, about, ...content) {
  return element(
    "section",
    {},
    element("h2", {}, title),
    element("p", { class: "about" }, about),
    ...content,
  );
}

async function senderSection() {
  const sender = await loadSender();
  const said = element("p", { class: "said", role: "status" });
  const inputs = DETAILS.map((name) => {
    const input = element("input", {
      type: name === "email" ? "email" : "text",
      value: sender[name],
      autocomplete: { name: "name", email: "email", phone: "tel", linkedin: "url" }[name],
      oninput: async () => {
        sender[name] = input.value.trim();
        await saveSender(sender);
        said.textContent = text("saved");
      },
    });
    return labelled(text(`sender_${name}`), input);
  });
  return section(text("senderHeading"), text("senderAbout"), ...inputs, said);
}

async function serviceSection() {
  const stored = await readService();
  const said = element("p", { class: "said", role: "status" });
  const consent = element("div", { class: "consent", hidden: true });
  const input = element("input", {
    type: "text",
    inputmode: "url",
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
    const { consent: agreed } = await readService();
    if (!isLoopback(address) && agreed !== address) return askFirst(address);
    await save("service", { address, consent: isLoopback(address) ? null : address });
    said.textContent = text("testing");
    const answer = await ask("health", {});
    said.textContent =
      answer.state === "ok" ? text("testGood", answer.value.version) : text("testBad");
  }

  /**
   * Drafts are private letters: another computer gets them only after a yes in plain words.
   *
   * @param {string} address
   */
  function askFirst(address) {
    const { hostname } = new URL(address);
    said.textContent = "";
    consent.hidden = false;
    consent.replaceChildren(
      element("p", {}, text("consentAsk", hostname)),
      element(
        "p",
        { class: "choices" },
        button(text("consentYes", hostname), () => void agree(address)),
        button(text("consentNo"), () => void use(DEFAULT_ADDRESS), "primary"),
      ),
    );
  }

  /** @param {string} address */
  async function agree(address) {
    const { protocol, hostname } = new URL(address);
    const given = await chrome.permissions.request({ origins: [`${protocol}//${hostname}/*`] });
    if (!given) {
      said.textContent = text("notAllowed");
      return;
    }
    await save("service", { address, consent: address });
    await use(address);
  }

  return section(text("serviceHeading"), text("serviceAbout"), form, consent, said);
}

async function sitesSection() {
  const list = element("ul", { class: "sites" });
  const draw = async () => {
    const sites = await ask("sites", {});
    const patterns = sites.state === "ok" ? sites.value : [];
    list.replaceChildren(
      ...patterns.map((pattern) => {
        const origin = pattern.replace(/\/\*$/, "");
        const leave = async () => {
          await ask("leave-site", { origin });
          await draw();
        };
        return element(
          "li",
          {},
          element("span", {}, origin),
          button(text("stopUsing"), () => void leave()),
        );
      }),
    );
    if (!patterns.length) list.append(element("li", { class: "about" }, text("noSites")));
  };
  await draw();
  return section(text("sitesHeading"), text("sitesAbout"), list);
}

/** A shortcut that another extension holds is left unbound by the browser, without a word. */
async function shortcutSection() {
  const commands = await chrome.commands.getAll();
  const shortcut = commands.find(({ name }) => name === "open-panel")?.shortcut;
  return section(
    text("shortcutHeading"),
    shortcut ? text("shortcutIs", shortcut) : text("shortcutNone"),
  );
}

function deleteSection() {
  const said = element("p", { class: "said", role: "status" });
  const first = button(text("deleteAll"), () => confirm());
  const choices = element("p", { class: "choices" }, first);
  const confirm = () => {
    choices.replaceChildren(
      button(text("deleteSure"), () => void forget(), "stop"),
      button(text("cancel"), () => choices.replaceChildren(first), "quiet"),
    );
    choices.querySelector("button")?.focus();
  };
  const forget = async () => {
    await forgetEverything();
    choices.replaceChildren(first);
    said.textContent = text("deleted");
    for (const input of document.querySelectorAll("input")) input.value = "";
  };
  return section(text("deleteHeading"), text("deleteAbout"), choices, said);
}
