/** The list of findings: a row for each, one of them open, to be walked, repaired and left. */

/** @import { Session } from "../session.js" */
/** @import { Noted } from "../report.js" */

import { text } from "../../browser.js";
import { element, icon } from "../../design/element.js";
import { kindOf } from "../marks.js";
import { details } from "./finding.js";
import { SERVICE } from "./words.js";

export class FindingsList {
  /** @type {string | null} the one finding that is open */
  opened = null;
  /** @type {Map<string, HTMLElement>} rows by finding, kept as long as their finding stays */
  #rows = new Map();
  /** @type {Map<string, string>} what was found wrong when a repair was refused */
  #notes = new Map();
  #stops = group("stop", text("groupStop"));
  #advice = group("advice", text("groupAdvice"));
  /** What must be settled, then what may be. */
  elements = [this.#stops.element, this.#advice.element];

  /** @param {Session} session @param {() => void} onOpen called when the person turns to a finding */
  constructor(session, onOpen) {
    this.session = session;
    this.onOpen = onOpen;
  }

  /** @param {Noted[]} findings */
  update(findings) {
    const of = (/** @type {string} */ level) =>
      findings.filter(({ finding }) => finding.level === level);
    this.#drawRows(this.#stops, of("stop"));
    this.#drawRows(this.#advice, of("advice"));
    this.#forget(findings);
  }

  /** @param {ReturnType<typeof group>} place @param {Noted[]} findings */
  #drawRows(place, findings) {
    place.element.hidden = !findings.length;
    const rows = findings.map((item) => this.#row(item));
    // Rows that stay are not touched, not even moved: neither focus nor what is open is lost.
    for (const row of [...place.list.children])
      if (!rows.includes(/** @type {HTMLElement} */ (row))) row.remove();
    rows.forEach((row, index) => {
      if (place.list.children[index] !== row)
        place.list.insertBefore(row, place.list.children[index] ?? null);
    });
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
    // Where its words stand now is nothing that is shown.
    const said = JSON.stringify(item.finding, (key, part) =>
      /^(span|edits)$/.test(key) ? null : part,
    );
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
      show: () => this.session.show(item),
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
    this.onOpen();
    for (const [known, row] of this.#rows) {
      const open = known === id;
      const head = /** @type {HTMLElement} */ (row.firstElementChild);
      const body = /** @type {HTMLElement} */ (row.lastElementChild);
      head.setAttribute("aria-expanded", String(open));
      head.tabIndex = open || (!id && known === this.#rows.keys().next().value) ? 0 : -1;
      body.hidden = !open;
    }
    this.session.display.open(id);
  }

  /** @param {Noted} item @param {number} choice */
  async #repair(item, choice) {
    const next = this.#neighbour(item.id);
    const inside = this.#hasFocus();
    const outcome = await this.session.repair(item, choice);
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

  /**
   * Arrow keys walk the findings and open them, Enter repairs the open one.
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
    const { opened } = this;
    // Of one that is folded, nobody has read yet what its repair is.
    if (event.key !== "Enter" || active !== head || heads[index]?.dataset.id !== opened)
      return false;
    const item = this.session.view.findings.find(({ id }) => id === opened);
    if (!item?.finding.suggestions.length) return false;
    void this.#repair(item, 0);
    return true;
  }

  /** @returns {HTMLElement[]} */
  #heads() {
    return this.elements.flatMap((one) => [
      ...one.querySelectorAll(/** @type {"button"} */ (".finding > .head")),
    ]);
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

  get #root() {
    return /** @type {ShadowRoot} */ (this.#stops.element.getRootNode());
  }

  #hasFocus() {
    return this.elements.some((one) => one.contains(this.#root.activeElement));
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
    (head ?? this.#root.getElementById("tab-check"))?.focus();
  }
}

/**
 * A heading with the rows below it.
 *
 * @param {"stop" | "advice" | "done"} level
 * @param {string} title
 */
export function group(level, title) {
  const list = element("ul", { class: "rows" });
  const attributes = { class: "group", "data-level": level, hidden: true };
  return { list, element: element("section", attributes, element("h3", {}, title), list) };
}
