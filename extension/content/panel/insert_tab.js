/** The tab that goes from an occasion to a draft in three steps: choose, fill in, see and insert. */

/** @import { Draft, Template } from "../../api" */
/** @import { Answer } from "../../messages.js" */
/** @import { Session } from "../session.js" */
/** @import { Form } from "./kept_form.js" */
/** @import { DoorName } from "./template_choice.js" */

import { ask, isUnanswered, text } from "../../browser.js";
import { isBlank } from "../../cards/cards.js";
import { dueOf } from "../../cards/due.js";
import { asInterview } from "../../cards/interview.js";
import { ranked } from "../../cards/rank.js";
import { loadRules, OURS } from "../../cards/rules.js";
import { loadSender, noDetails } from "../../cards/sender.js";
import { peopleOf } from "../../cards/written.js";
import { button, element, signButton } from "../../design/element.js";
import { Pauses } from "../checking.js";
import { fillStep } from "./fill_step.js";
import { KeptForm } from "./kept_form.js";
import { peopleList } from "./people_list.js";
import { previewOf, previewStep } from "./preview_step.js";
import { besideSignature } from "./sender_fields.js";
import { noAnswer } from "./state.js";
import { doors, templateList } from "./template_choice.js";
import { SERVICE } from "./words.js";

export class InsertTab {
  /** @type {Template[]} */
  #templates = [];
  #rules = OURS;
  #sender = noDetails();
  #entered = false;
  /** Why nothing is shown, if that is so. */
  #missing = "";
  /** Runs until the service is asked again. @type {ReturnType<typeof setTimeout> | undefined} */
  #asking;
  #pauses = new Pauses();
  /** The draft that was asked for last: an earlier one may come later. @type {unknown} */
  #wanted;
  /** The preview that is shown. Drawn anew, it would take its button from whoever presses it. */
  #previewed = "";

  /** @param {Session} session @param {(words: string, keys: string) => void} done told what happened, and how to go on */
  constructor(session, done) {
    this.session = session;
    this.kept = new KeptForm(session);
    this.done = done;
    this.element = element("div", { class: "insert" });
    session.life.addEventListener("abort", () => clearTimeout(this.#asking));
  }

  get form() {
    return this.kept.form;
  }

  /** The tab is shown: bring back what was typed, ask for the templates. */
  async enter() {
    if (!this.#entered) {
      this.#entered = true;
      await this.kept.refresh();
    }
    const answer = await ask("templates", {});
    this.#rules = await loadRules();
    this.#sender = await loadSender();
    if (answer.state === "ok") this.#templates = answer.value;
    else if (!this.#templates.length) return this.#drawNone(answer, () => void this.enter());
    if (!this.#typing()) this.#redraw();
  }

  /** Begin the next email about a card. @param {string} id */
  async begin(id) {
    await this.session.interview.refresh();
    await this.enter();
    const card = this.session.view.cards.find((known) => known.id === id);
    if (!card) return;
    this.kept.take(card);
    this.session.interview.use(id);
    const [next] = ranked(this.#templates, card, new Date(), this.#rules);
    if (next) this.#pick(next);
  }

  /** Cards or recipients changed elsewhere. */
  async update() {
    if (!this.#entered || this.#typing()) return;
    const changed = await this.kept.refresh();
    if (changed && this.form.step !== "preview" && !this.#typing()) this.#redraw();
  }

  /** Whether somebody types in the tab: then it is not drawn anew. */
  #typing() {
    return Boolean(this.#focused?.matches("input, textarea, select"));
  }

  /** What has the focus in here. */
  get #focused() {
    const { activeElement } = /** @type {ShadowRoot} */ (this.element.getRootNode());
    return this.element.contains(activeElement) ? activeElement : null;
  }

  /** Whoever was in here stays: on the new heading. @param {(Node | string)[]} content */
  #show(...content) {
    const inside = this.#focused !== null;
    this.#missing = "";
    this.#previewed = "";
    clearTimeout(this.#asking);
    this.element.replaceChildren(...content, this.kept.warning);
    if (inside) this.#focusStart();
  }

  /**
   * The focus goes to where the step begins: its heading, or the first button where it has none; to the
   * preview itself, below the heading that the step before it had, too.
   */
  #focusStart() {
    const preview = this.element.querySelector(/** @type {"div"} */ (".preview"));
    (preview ?? this.element.querySelector("h3") ?? this.element.querySelector("button"))?.focus();
  }

  #draw() {
    const { step } = this.form;
    const template = this.#templates.find(({ id }) => id === this.form.template);
    if (step === "choose" || !template) this.#drawChoice();
    else if (step === "fill") this.#drawForm(template);
    else void this.#drawPreview(template);
  }

  /** Draw anew without moving whoever stands on one of the buttons. */
  #redraw() {
    const stood = nameOf(this.#focused);
    this.#draw();
    if (!stood) return;
    [...this.element.querySelectorAll("button")].find((one) => nameOf(one) === stood)?.focus();
  }

  /** @param {Form["step"]} step */
  #go(step) {
    this.form.step = step;
    this.kept.keep();
    this.#draw();
    this.#focusStart();
  }

  /**
   * Say that the service gave nothing. Where nobody answered, it is asked again by and by.
   *
   * @param {Exclude<Answer<unknown>, {state: "ok"}>} answer
   * @param {() => void} again asks once more
   * @param {Node[]} heading
   */
  #drawNone(answer, again, ...heading) {
    // Whoever stands on the button stays there.
    if (this.#missing !== answer.state) {
      const words = [...noAnswer(answer), button(text("retry"), again)];
      this.#show(...heading, element("div", { class: "state" }, ...words));
      this.#missing = answer.state;
      this.#pauses = new Pauses();
    }
    if (isUnanswered(answer.state)) this.#askSoon(again);
  }

  /** Only while somebody looks. @param {() => void} again */
  #askSoon(again) {
    clearTimeout(this.#asking);
    if (this.session.life.aborted) return;
    this.#asking = setTimeout(() => {
      if (this.element.checkVisibility() && !document.hidden) again();
      else this.#askSoon(again);
    }, this.#pauses.next());
  }

  #drawChoice() {
    const { card } = this.form;
    const now = new Date();
    const order = ranked(this.#templates, card, now, this.#rules);
    const door = this.form.door ?? order[0]?.door ?? "had-an-interview";
    const behind = order.filter((template) => template.door === door);
    // Before the day that they named nothing is next but to wait.
    const unknown = isBlank(card) || /^(undated|wait)/.test(dueOf(card, now, this.#rules).step);
    const next = !unknown && order[0]?.door === door;
    this.#show(
      doors(door, (name) => this.#openDoor(name)),
      templateList(behind, next, (template) => this.#pick(template)),
    );
  }

  /** @param {DoorName} name */
  #openDoor(name) {
    this.form.door = name;
    this.kept.keep();
    this.#drawChoice();
    this.element.querySelector(/** @type {"button"} */ ("[aria-pressed=true]"))?.focus();
  }

  /** @param {Template} template */
  #pick(template) {
    this.form.template = template.id;
    this.#go("fill");
  }

  /** @param {Template} template */
  #drawForm(template) {
    const { form } = this;
    this.#show(
      this.#heading(template.title, "choose"),
      usualTime(template),
      this.#isForSeveral(template) ? this.#people(template) : "",
      ...fillStep(
        {
          form,
          sender: this.#sender,
          cards: this.session.view.cards,
          keep: (card, gone) => {
            // A preview that is still to come would take the field from who types.
            form.step = "fill";
            this.kept.keep(card);
            if (gone) this.#drawWithout(template);
          },
          useCard: (id) => this.#useCard(id, template),
          preview: () => this.#go("preview"),
        },
        template,
      ),
    );
  }

  /** Somebody was taken off the card: whoever did that stays there. @param {Template} template */
  #drawWithout(template) {
    this.#drawForm(template);
    const add = this.element.querySelector(/** @type {"button"} */ (".people + button"));
    add?.closest("details")?.toggleAttribute("open", true);
    add?.focus();
  }

  /** Whether each of several interviewers gets a note of this kind. @param {Template} template */
  #isForSeveral({ step }) {
    return step.startsWith("thank") && peopleOf(this.form.card).length > 1;
  }

  /** @param {Template} template */
  #people(template) {
    const choose = (/** @type {string} */ to) => {
      this.kept.address(to);
      this.kept.keep();
      this.#drawForm(template);
      this.element.querySelector(/** @type {"input"} */ ("[type=radio]:checked"))?.focus();
    };
    return peopleList(this.form.card, this.form.to, {
      choose,
      words: (person) => this.kept.wordsTo(person),
    });
  }

  /** @param {string} id a card, or "" for a new one @param {Template} template */
  #useCard(id, template) {
    const card = this.session.view.cards.find((known) => known.id === id);
    if (card) this.kept.take(card);
    else this.kept.begin();
    if (card) this.session.interview.use(card.id);
    this.kept.keep();
    this.#drawForm(template);
    // Arrow keys go on to the next one.
    this.element.querySelector("select")?.focus();
  }

  /** @param {string} title @param {Form["step"]} back */
  #heading(title, back) {
    return element(
      "div",
      { class: "step" },
      signButton(text("back"), () => this.#go(back), "back", "back"),
      element("h3", { ...SERVICE, tabindex: -1 }, title),
    );
  }

  /** @param {Template} template */
  async #drawPreview(template) {
    await this.kept.refresh();
    if (this.form.step !== "preview") return this.#draw();
    // Whoever it was to has neither name nor address now: it is to another, and without their answers.
    if (!this.kept.to.length && peopleOf(this.form.card).length) this.kept.address();
    const to = this.kept.to.length ? this.kept.to : this.session.recipients();
    const request = {
      interview: asInterview(this.form.card, to),
      sender: besideSignature(this.#sender, this.session.field.signature),
      answers: this.form.answers[this.form.to] ?? {},
    };
    this.#wanted = request;
    const answer = await ask("draft", { template: template.id, request });
    // While a draft is written the subject is changed, and may have to be put back.
    await this.session.write(async () => {});
    if (this.form.step !== "preview" || this.#wanted !== request) return;
    const heading = this.#heading(template.title, "fill");
    if (answer.state !== "ok") return this.#drawNone(answer, () => this.#draw(), heading);
    const insert = (/** @type {Draft} */ draft, /** @type {boolean} */ withSubject) =>
      this.#insert(template, draft, withSubject);
    const preview = previewOf(this.session, answer.value);
    const shown = JSON.stringify([template.id, preview]);
    if (this.#previewed === shown) return;
    this.#show(heading, ...previewStep(preview, insert));
    this.#previewed = shown;
  }

  /** @param {Template} template @param {Draft} draft @param {boolean} withSubject @returns {Promise<boolean>} */
  async #insert(template, draft, withSubject) {
    await this.kept.store();
    this.session.interview.use(this.form.card.id);
    const { outcome, above } = await this.session.insert(draft, template.kind, withSubject);
    if (outcome === "refused") return false;
    // Back to the people of a panel, where the note is marked as written; else to the occasions.
    this.form.step = this.#isForSeveral(template) ? "fill" : "choose";
    this.kept.keep();
    // Whoever comes back finds no draft that is in already.
    this.#draw();
    const said = outcome === "altered" ? "insertAltered" : above ? "insertedAbove" : "inserted";
    this.done(text(said), draft.blanks.length > 1 ? text("blankKeys") : "");
    return true;
  }
}

/** The service's own words stay together, and in their own direction. @param {Template} template */
function usualTime({ usual }) {
  return element("p", { class: "when" }, text("usualTime"), " ", element("span", SERVICE, usual));
}

/** What a button is known by when the tab is drawn anew. @param {Element | null} button */
function nameOf(button) {
  return button?.getAttribute("data-id") ?? button?.getAttribute("aria-label");
}
