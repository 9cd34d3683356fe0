/** The tab that goes from an occasion to a draft in four looks: choose, fill in, see, insert. */

/** @import { Draft, Template, TemplateField } from "../../api" */
/** @import { Card } from "../../cards/cards.js" */
/** @import { Session } from "../session.js" */
/** @import { CardField } from "./card_form.js" */
/** @import { FullSender } from "./sender_fields.js" */
/** @import { DoorName } from "./template_choice.js" */

import { ask, text } from "../../browser.js";
import { asInterview, emptyCard, saveCard } from "../../cards/cards.js";
import { ranked } from "../../cards/rank.js";
import { loadSender } from "../../cards/sender.js";
import { button, element, icon, paragraph } from "../../design/element.js";
import { ALL_FIELDS, cardForm, labelled, typed } from "./card_form.js";
import { cardName } from "./card_name.js";
import { preview } from "./preview.js";
import { besideSignature, senderFields } from "./sender_fields.js";
import { offline } from "./state.js";
import { doors, templateList } from "./template_choice.js";
import { counted } from "./words.js";

/** Slots of a template that a card fills, and the card's field for each. */
const CARD_FIELDS = /** @type {Record<string, CardField>} */ ({
  interviewer: "interviewers",
  company: "company",
  role: "role",
  interviewed_on: "interviewedAt",
  decision_by: "decisionBy",
  open_question: "openQuestions",
  promised: "promised",
});
/** What every check and the desk need, whatever the template asks for. */
const ALWAYS = /** @type {CardField[]} */ (["interviewers", "company", "role", "interviewedAt"]);
const KEEP_MS = 250;

/**
 * @typedef {object} Form what was typed and is not part of a card
 * @property {"choose" | "fill" | "preview"} step
 * @property {DoorName | null} door
 * @property {string | null} template
 * @property {Record<string, string>} answers
 * @property {Card} card
 */

export class InsertTab {
  /** @type {Form} */
  form = { step: "choose", door: null, template: null, answers: {}, card: emptyCard() };
  /** @type {Template[]} */
  #templates = [];
  /** @type {FullSender} */
  #sender = { name: "", email: "", phone: "", linkedin: "" };
  #key = "";
  #entered = false;
  #touched = false;
  #cardChanged = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /** @param {Session} session @param {(words: string) => void} done told what happened */
  constructor(session, done) {
    this.session = session;
    this.done = done;
    this.element = element("div", { class: "insert" });
    session.life.addEventListener("abort", () => clearTimeout(this.#timer));
  }

  /** The tab is shown: bring back what was typed, ask for the templates. */
  async enter() {
    if (!this.#entered) {
      this.#entered = true;
      this.#key = `${location.host}|${this.session.recipients()[0]?.email ?? ""}`;
      await this.#restore();
      this.#sender = await loadSender();
    }
    const answer = await ask("templates", {});
    if (answer.state === "ok") this.#templates = answer.value;
    if (answer.state !== "ok" && !this.#templates.length) return this.#drawOffline();
    this.#draw();
  }

  /** Begin the next email about a card. @param {string} id */
  async begin(id) {
    await this.session.refreshCards();
    await this.enter();
    const card = this.session.view.cards.find((known) => known.id === id);
    if (!card) return;
    this.form.card = structuredClone(card);
    this.session.useCard(id);
    const [next] = ranked(this.#templates, card, new Date());
    if (next) this.#pick(next);
  }

  /** Cards or recipients changed elsewhere. */
  update() {
    if (!this.#entered || this.#focused()) return;
    const stored = this.session.view.cards.find(({ id }) => id === this.form.card.id);
    if (stored) this.form.card = structuredClone(stored);
    else if (!this.#touched) this.#prefill();
  }

  async #restore() {
    const kept = await ask("kept-form", { key: this.#key });
    const form = kept.state === "ok" ? /** @type {Form | null} */ (kept.value) : null;
    if (form) {
      this.form = form;
      this.#touched = true;
      const stored = this.session.view.cards.find(({ id }) => id === form.card.id);
      if (stored) form.card = structuredClone(stored);
    } else {
      this.#prefill();
    }
  }

  /** The card of the recipients, or a new one that begins with them. */
  #prefill() {
    const known = this.session.view.card;
    this.form.card = known ? structuredClone(known) : this.#newCard();
  }

  #newCard() {
    const interviewers = this.session.recipients().map((person) => ({ ...person }));
    return { ...emptyCard(), interviewers };
  }

  #focused() {
    const root = /** @type {ShadowRoot} */ (this.element.getRootNode());
    return this.element.contains(root.activeElement);
  }

  /** Keep what was typed: the card for good, the rest until the browser closes. */
  #keep(card = false) {
    this.#touched = true;
    this.#cardChanged ||= card;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      void ask("keep-form", { key: this.#key, value: this.form });
      if (this.#cardChanged) void saveCard(this.form.card);
      this.#cardChanged = false;
    }, KEEP_MS);
  }

  #draw() {
    const { step } = this.form;
    const template = this.#template();
    if (step === "choose" || !template) this.#drawChoice();
    else if (step === "fill") this.#drawForm(template);
    else void this.#drawPreview(template);
  }

  #template() {
    return this.#templates.find(({ id }) => id === this.form.template) ?? null;
  }

  /** @param {Form["step"]} step */
  #go(step) {
    this.form.step = step;
    this.#keep();
    this.#draw();
    (this.element.querySelector("h3") ?? this.element.querySelector("button"))?.focus();
  }

  #drawOffline() {
    const retry = button(text("retry"), () => void this.enter());
    this.element.replaceChildren(...offline(), retry);
  }

  #drawChoice() {
    const door = this.form.door ?? this.#likelyDoor();
    this.element.replaceChildren(
      doors(door, (name) => this.#openDoor(name)),
      templateList(this.#templates, door, (template) => this.#pick(template)),
    );
  }

  /** @param {DoorName} name */
  #openDoor(name) {
    this.form.door = name;
    this.#keep();
    this.#drawChoice();
    this.element.querySelector(/** @type {"button"} */ ("[aria-pressed=true]"))?.focus();
  }

  #likelyDoor() {
    return ranked(this.#templates, this.form.card, new Date())[0]?.door ?? "had-an-interview";
  }

  /** @param {Template} template */
  #pick(template) {
    this.form.template = template.id;
    this.#go("fill");
  }

  /** @param {Template} template */
  #drawForm(template) {
    const needed = ALL_FIELDS.filter(
      (field) =>
        ALWAYS.includes(field) || template.fields.some(({ name }) => CARD_FIELDS[name] === field),
    );
    const more = ALL_FIELDS.filter((field) => !needed.includes(field));
    const kept = () => this.#keep(true);
    this.element.replaceChildren(
      this.#heading(template.title, "choose"),
      element("p", { class: "when" }, text("usualTime", template.usual)),
      this.#cardChoice(template),
      cardForm(this.form.card, needed, kept),
      ...template.fields
        .filter(({ source }) => source === "answer")
        .map((field) => this.#question(field)),
      ...senderFields(this.#sender, template),
      element(
        "details",
        {},
        element("summary", {}, text("moreOfCard")),
        cardForm(this.form.card, more, kept),
      ),
      element(
        "p",
        { class: "choices" },
        button(text("preview"), () => this.#go("preview"), "primary"),
      ),
    );
  }

  /** @param {string} title @param {Form["step"]} back */
  #heading(title, back) {
    return element(
      "div",
      { class: "step" },
      element(
        "button",
        { type: "button", class: "quiet back", title: text("back"), onclick: () => this.#go(back) },
        icon("back"),
        element("span", { class: "for-ears" }, text("back")),
      ),
      element("h3", { tabindex: -1 }, title),
    );
  }

  /** @param {Template} template */
  #cardChoice(template) {
    const { cards } = this.session.view;
    const others = cards.filter(({ id }) => id !== this.form.card.id);
    if (!others.length) return element("h4", {}, text("cardHeading"));
    const select = element(
      "select",
      {
        onchange: () => {
          const card = cards.find(({ id }) => id === select.value);
          this.form.card = card ? structuredClone(card) : this.#newCard();
          if (card) this.session.useCard(card.id);
          this.#keep();
          this.#drawForm(template);
        },
      },
      element("option", { value: this.form.card.id, selected: true }, cardName(this.form.card)),
      ...others.map((card) => element("option", { value: card.id }, cardName(card))),
      element("option", { value: "" }, text("newCard")),
    );
    return labelled(text("cardHeading"), select);
  }

  /** @param {TemplateField} field */
  #question(field) {
    const area = element("textarea", {
      rows: 3,
      placeholder: text("forExample", field.example),
      oninput: (/** @type {Event} */ event) => {
        this.form.answers[field.name] = typed(event);
        this.#keep();
      },
    });
    area.value = this.form.answers[field.name] ?? "";
    return labelled(field.question, area);
  }

  /** @param {Template} template */
  async #drawPreview(template) {
    const request = {
      interview: asInterview(this.form.card, this.session.recipients()),
      sender: besideSignature(this.#sender, this.session.signature),
      answers: this.form.answers,
    };
    const answer = await ask("draft", { template: template.id, request });
    if (this.form.step !== "preview") return;
    const heading = this.#heading(template.title, "fill");
    if (answer.state !== "ok") {
      const words = answer.state === "offline" ? text("stateOffline") : text("stateStrange");
      const reason = answer.state === "refused" ? text("stateRefused", answer.message) : words;
      const retry = button(text("retry"), () => this.#draw());
      this.element.replaceChildren(
        heading,
        paragraph(reason),
        ...(answer.state === "offline" ? [element("pre", {}, "make run")] : []),
        retry,
      );
      return;
    }
    this.#showPreview(heading, template, answer.value);
  }

  /** @param {HTMLElement} heading @param {Template} template @param {Draft} draft */
  #showPreview(heading, template, draft) {
    const subject = this.session.adapter.subject(this.session.root);
    const taken = Boolean(subject?.value.trim()) && subject?.value !== draft.subject;
    const above = Boolean(this.session.editor?.readLetter().text.trim());
    const box = element("input", { type: "checkbox" });
    const blanks = counted("blanks", draft.blanks.length);
    this.said = element("p", { class: "note", role: "status" });
    this.element.replaceChildren(
      heading,
      preview(draft),
      blanks ? element("p", { class: "note" }, blanks) : "",
      above ? element("p", { class: "note" }, text("goesAbove")) : "",
      taken
        ? element("label", { class: "switch" }, box, element("span", {}, text("replaceSubject")))
        : "",
      element(
        "p",
        { class: "choices" },
        button(
          text("insertDraft"),
          () => void this.#insert(template, draft, box.checked),
          "primary",
        ),
      ),
      this.said,
    );
  }

  /** @param {Template} template @param {Draft} draft @param {boolean} withSubject */
  async #insert(template, draft, withSubject) {
    await saveCard(this.form.card);
    this.session.useCard(this.form.card.id);
    const { outcome, above } = await this.session.insert(draft, template.kind, withSubject);
    if (outcome !== "refused") {
      this.form.step = "choose";
      this.#keep();
      const said = outcome === "altered" ? "insertAltered" : above ? "insertedAbove" : "inserted";
      this.done(text(said));
      return;
    }
    const copy = button(text("copyDraft"), async () => {
      await navigator.clipboard.writeText(draft.body_text);
      this.said?.replaceChildren(text("copied"));
    });
    this.said?.replaceChildren(text("insertRefused"), " ", copy);
  }
}
