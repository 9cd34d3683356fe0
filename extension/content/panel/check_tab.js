/** The tab that says what is there, what is missing, and what can be repaired. */

/** @import { Session } from "../session.js" */
/** @import { View } from "../view.js" */

import { text } from "../../browser.js";
import { element, icon, paragraph } from "../../design/element.js";
import { kindOf } from "../marks.js";
import { cardName } from "./card_name.js";
import { KindChoice, ModeChoice } from "./choices.js";
import { FindingsList, group } from "./findings_list.js";
import { MovesSwitch } from "./moves_switch.js";
import { stateWords } from "./state.js";
import { inPlace } from "./words.js";

export class CheckTab {
  /** The draft when it was said. */
  #then = "";

  /** @param {Session} session @param {(tab: "insert") => void} go */
  constructor(session, go) {
    this.session = session;
    this.go = go;
    this.said = element("p", { class: "note", hidden: true });
    this.state = element("div", { class: "state" });
    this.findings = new FindingsList(session, () => this.say(""));
    this.good = group("done", text("groupInPlace"));
    this.moves = new MovesSwitch(session);
    this.kind = new KindChoice(session);
    this.mode = new ModeChoice(session);
    this.mode.element.prepend(this.kind.element);
    this.about = element("div", { class: "about" });
    this.element = element(
      "div",
      { class: "check" },
      this.said,
      this.about,
      this.state,
      ...this.findings.elements,
      this.good.element,
      this.moves.element,
      this.mode.element,
    );
  }

  /**
   * What just happened to the draft, and how to go on; "" when it is no longer news.
   *
   * @param {string} words
   * @param {string} [keys]
   */
  say(words, keys = "") {
    this.said.replaceChildren(element("span", {}, words, " "), keys);
    this.said.hidden = !words;
    this.#then = this.#draft;
  }

  get #draft() {
    return this.session.words.body.replace(/\s+/g, " ");
  }

  /** One undo takes back what was typed since; and once no blank is left, Tab leads to none. @param {View} view */
  #age({ phase, findings }) {
    if (this.said.hidden || phase === "reading" || this.#draft === this.#then) return;
    const blanks = findings.some(({ finding }) => kindOf(finding) === "blank");
    // What is only taken away is not heard once more.
    if (blanks && this.said.lastChild?.textContent) this.said.querySelector("span")?.remove();
    else this.say("");
  }

  update() {
    const { view } = this.session;
    const shown = view.phase === "report";
    this.#age(view);
    this.#drawAbout(view);
    this.#drawState(view);
    this.findings.update(shown ? view.findings : []);
    this.#drawGood(shown ? inPlace(view) : []);
    this.moves.update(shown ? view.report : null);
    this.kind.update();
    this.mode.update();
  }

  /** Which interview the draft is read beside. @param {View} view */
  #drawAbout({ cards, card, phase }) {
    this.about.hidden = !cards.length || /^(empty|off|other)$/.test(phase);
    // Whoever chooses stays on the choice.
    if (this.about.hidden || this.about.matches(":focus-within")) return;
    const select = element(
      "select",
      {
        onchange: (/** @type {Event} */ event) => {
          this.session.interview.use(/** @type {HTMLSelectElement} */ (event.target).value);
        },
      },
      !card && element("option", { value: "" }, text("noCard")),
      ...cards.map((known) =>
        element("option", { value: known.id, selected: known.id === card?.id }, cardName(known)),
      ),
    );
    this.about.replaceChildren(
      element("label", {}, element("span", {}, text("aboutCard")), select),
    );
  }

  /** @param {View} view */
  #drawState(view) {
    const key = JSON.stringify([view.phase, view.reason, view.service, view.lost, view.less]);
    if (this.state.dataset.key === key) return;
    this.state.dataset.key = key;
    this.state.replaceChildren(...stateWords(this.session, this.go));
    this.state.hidden = !this.state.childNodes.length;
  }

  /** @param {{id: string, says: string, quote: string}[]} found */
  #drawGood(found) {
    this.good.element.hidden = !found.length;
    const key = JSON.stringify(found);
    if (this.good.list.dataset.key === key) return;
    this.good.list.dataset.key = key;
    this.good.list.replaceChildren(
      ...found.map(({ says, quote }) =>
        element(
          "li",
          { class: "good" },
          icon("done"),
          element("div", {}, paragraph(says), element("q", { dir: "auto" }, quote)),
        ),
      ),
    );
  }
}
