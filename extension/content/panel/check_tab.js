/** The tab that says what is there, what is missing, and what can be repaired. */

/** @import { Session } from "../session.js" */
/** @import { View } from "../view.js" */
/** @import { Noted } from "../report.js" */

import { text } from "../../browser.js";
import { element, icon, paragraph } from "../../design/element.js";
import { kindOf } from "../marks.js";
import { cardName } from "./card_name.js";
import { details } from "./finding.js";
import { ModeChoice } from "./mode_choice.js";
import { MovesSwitch } from "./moves_switch.js";
import { stateWords } from "./state.js";
import { inPlace, SERVICE } from "./words.js";

export class CheckTab {
  /** @type {string | null} the one finding that is open */
  opened = null;
  /** @type {Map<string, HTMLElement>} rows by finding, kept as long as their finding stays */
  #rows = new Map();
  /** @type {Map<string, string>} what was found wrong when a repair was refused */
  #notes = new Map();

  /** @param {Session} session @param {(tab: "insert") => void} go */
  constructor(session, go) {
    this.session = session;
    this.go = go;
    this.said = element("p", { class: "note", role: "status", hidden: true });
    this.state = element("div", { class: "state" });
    this.stops = group("stop", text("groupStop"));
    this.advice = group("advice", text("groupAdvice"));
    this.good = group("done", text("groupInPlace"));
    this.moves = new MovesSwitch(session);
    this.mode = new ModeChoice(session);
    this.about = element("div", { class: "about" });
    this.element = element(
      "div",
      { class: "check" },
      this.said,
      this.about,
      this.state,
      this.stops.element,
      this.advice.element,
      this.good.element,
      this.moves.element,
      this.mode.element,
    );
  }

  /** What just happened to the draft; "" when it is no longer news. @param {string} words */
  say(words) {
    this.said.textContent = words;
    this.said.hidden = !words;
  }

  update() {
    const { view } = this.session;
    const shown = view.phase === "report";
    this.#drawAbout(view);
    this.#drawState(view);
    const findings = shown ? view.findings : [];
    this.#drawRows(
      this.stops,
      findings.filter(({ finding }) => finding.level === "stop"),
    );
    this.#drawRows(
      this.advice,
      findings.filter(({ finding }) => finding.level === "advice"),
    );
    this.#forget(findings);
    this.#drawGood(shown ? inPlace(view) : []);
    this.moves.update(shown ? view.report : null);
    this.mode.update();
  }

  /** Which interview the draft is read beside. @param {View} view */
  #drawAbout({ cards, card, phase }) {
    this.about.hidden = !cards.length || phase === "empty" || phase === "other";
    const active = this.about.contains(this.about.ownerDocument.activeElement);
    if (this.about.hidden || active) return;
    const select = element(
      "select",
      {
        onchange: (/** @type {Event} */ event) => {
          this.session.useCard(/** @type {HTMLSelectElement} */ (event.target).value);
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

  /** @param {ReturnType<typeof group>} place @param {Noted[]} findings */
  #drawRows(place, findings) {
    place.element.hidden = !findings.length;
    const rows = findings.map((item) => this.#row(item));
    // Rows that stay are not touched: neither focus nor what is open is lost.
    rows.forEach((row, index) => {
      if (place.list.children[index] !== row)
        place.list.insertBefore(row, place.list.children[index] ?? null);
    });
    while (place.list.children.length > rows.length) place.list.lastChild?.remove();
  }

  /** @param {Noted[]} findings */
  #forget(findings) {
    const kept = new Set(findings.map(({ id }) => id));
    for (const id of this.#rows.keys()) {
      if (kept.has(id)) continue;
      this.#rows.delete(id);
      this.#notes.delete(id);
      if (this.opened === id) this.opened = null;
    }
    const heads = this.#heads();
    if (heads.length && !heads.some((head) => head.tabIndex === 0))
      /** @type {HTMLElement} */ (heads[0]).tabIndex = 0;
  }

  /** @param {Noted} item @returns {HTMLElement} */
  #row(item) {
    const known = this.#rows.get(item.id);
    const said = JSON.stringify(item.finding);
    if (known && known.dataset.said === said) return known;
    const row = known ?? element("li", { class: "finding", "data-kind": kindOf(item.finding) });
    row.dataset.said = said;
    this.#rows.set(item.id, row);
    this.#fill(row, item);
    return row;
  }

  /** @param {HTMLElement} row @param {Noted} item */
  #fill(row, item) {
    const { finding } = item;
    const open = this.opened === item.id;
    const body = element("div", { class: "body", hidden: !open });
    const head = element(
      "button",
      {
        type: "button",
        class: "head",
        tabindex: -1,
        "aria-expanded": String(open),
        onclick: () => this.#toggle(item),
      },
      icon(kindOf(finding)),
      element("span", SERVICE, finding.message),
    );
    head.dataset.id = item.id;
    const acts = {
      show: () => this.session.show(current(this.session, item)),
      repair: (/** @type {number} */ choice) => void this.#repair(item, choice),
      leave: () => this.#leave(item),
    };
    const { service } = this.session.view;
    body.append(...details(finding, acts, service, body, this.#notes.get(item.id)));
    row.replaceChildren(head, body);
  }

  /** @param {Noted} item */
  #toggle(item) {
    this.#openOnly(this.opened === item.id ? null : item.id);
  }

  /** @param {string | null} id */
  #openOnly(id) {
    this.opened = id;
    this.say("");
    for (const [known, row] of this.#rows) {
      const open = known === id;
      const head = /** @type {HTMLElement} */ (row.firstElementChild);
      const body = /** @type {HTMLElement} */ (row.lastElementChild);
      head.setAttribute("aria-expanded", String(open));
      head.tabIndex = open || (!id && known === this.#rows.keys().next().value) ? 0 : -1;
      body.hidden = !open;
    }
    this.session.open(id);
  }

  /** @param {Noted} item @param {number} choice */
  async #repair(item, choice) {
    const next = this.#neighbour(item.id);
    const inside = this.#hasFocus();
    const outcome = await this.session.repair(current(this.session, item), choice);
    if (outcome === "written") {
      if (inside) this.#focus(next);
      return;
    }
    this.#notes.set(item.id, text(outcome === "moved" ? "repairMoved" : "repairRefused"));
    const row = this.#rows.get(item.id);
    if (row) this.#fill(row, item);
    if (inside) this.#focus(item.id);
  }

  /** @param {Noted} item */
  #leave(item) {
    const next = this.#neighbour(item.id);
    this.session.leave(item);
    this.#focus(next);
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

  /**
   * Arrow keys walk the findings and open them, Enter repairs.
   *
   * @param {KeyboardEvent} event
   * @param {Element | null} active
   */
  key(event, active) {
    const heads = this.#heads();
    const head = active?.closest(".finding")?.querySelector(".head");
    const index = heads.indexOf(/** @type {HTMLElement} */ (head));
    const onTab = active?.getAttribute("role") === "tab";
    const steps = { ArrowDown: index + 1, ArrowUp: index - 1, Home: 0, End: heads.length - 1 };
    if (
      event.key in steps &&
      heads.length &&
      (index >= 0 || (onTab && event.key === "ArrowDown"))
    ) {
      const step = steps[/** @type {keyof typeof steps} */ (event.key)];
      const target = heads[Math.max(0, Math.min(step, heads.length - 1))];
      this.#focus(target?.dataset.id ?? null);
      return true;
    }
    if (event.key !== "Enter" || active !== head || index < 0) return false;
    const item = this.session.view.findings.find(({ id }) => id === heads[index]?.dataset.id);
    if (!item?.finding.suggestions.length) return false;
    void this.#repair(item, 0);
    return true;
  }

  /** @returns {HTMLElement[]} */
  #heads() {
    return [...this.element.querySelectorAll(/** @type {"button"} */ (".finding > .head"))];
  }

  /** Open a finding with the focus on it. @param {string} id */
  reveal(id) {
    this.#focus(id);
  }

  /** Go to the finding after the open one, from the last to the first. */
  next() {
    const ids = this.#heads().map(({ dataset }) => dataset.id ?? "");
    this.#focus(ids[(ids.indexOf(this.opened ?? "") + 1) % ids.length] ?? null);
  }

  #hasFocus() {
    const root = /** @type {ShadowRoot} */ (this.element.getRootNode());
    return this.element.contains(root.activeElement);
  }

  /** @param {string} id */
  #neighbour(id) {
    const ids = this.#heads().map(({ dataset }) => dataset.id ?? "");
    const index = ids.indexOf(id);
    return ids[index + 1] ?? ids[index - 1] ?? null;
  }

  /** Put the focus on a finding, or where none is left, on the tab. @param {string | null} id */
  #focus(id) {
    this.#openOnly(id);
    const head = this.#heads().find(({ dataset }) => dataset.id === id);
    const root = /** @type {ShadowRoot} */ (this.element.getRootNode());
    (head ?? root.getElementById("tab-check"))?.focus();
  }
}

/** The finding as it stands now: typing moves its words. @param {Session} session @param {Noted} item */
function current(session, item) {
  return session.view.findings.find(({ id }) => id === item.id) ?? { ...item, stale: true };
}

/** @param {"stop" | "advice" | "done"} level @param {string} title */
function group(level, title) {
  const list = element("ul", { class: "rows" });
  const heading = element("h3", {}, title);
  return {
    list,
    element: element(
      "section",
      { class: "group", "data-level": level, hidden: true },
      heading,
      list,
    ),
  };
}
