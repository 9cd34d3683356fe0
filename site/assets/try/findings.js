/** The findings as a list: one opens at a time, each with its words, its repair and its reason. */

/** @import { Finding } from "../shared/api" */
/** @import { Noted } from "../shared/content/report.js" */
/** @import { Service } from "./service.js" */

import { text } from "../shared/browser.js";
import { kindOf } from "../shared/content/marks.js";
import { firstWhy } from "../shared/content/panel/words.js";
import { button, element, icon, paragraph } from "../shared/design/element.js";

/**
 * @typedef {object} Deeds what a person can do with a finding
 * @property {(item: Noted, choice: number) => string} repair what went against it, or ""
 * @property {(item: Noted) => void} leave
 * @property {(item: Noted) => void} show
 * @property {(id: string | null) => void} open
 */

export class FindingsList {
  /** @type {Map<string, HTMLDetailsElement>} */
  #rows = new Map();

  /** @param {HTMLElement} place @param {Service} service @param {Deeds} deeds */
  constructor(place, service, deeds) {
    this.place = place;
    this.service = service;
    this.deeds = deeds;
    this.groups = {
      stop: group("stop", text("groupStop")),
      advice: group("advice", text("groupAdvice")),
    };
    place.append(this.groups.stop.element, this.groups.advice.element);
    place.addEventListener("keydown", (event) => this.#walk(event));
  }

  /** Rows that stay are not touched: neither focus nor what is open is lost. @param {Noted[]} found */
  update(found) {
    const kept = new Map();
    for (const level of /** @type {const} */ (["stop", "advice"])) {
      const { list, element: whole } = this.groups[level];
      const rows = found.filter(({ finding }) => finding.level === level);
      whole.hidden = !rows.length;
      const items = rows.map((item) => {
        const row = this.#row(item);
        kept.set(item.id, row);
        return /** @type {HTMLElement} */ (row.parentElement);
      });
      for (const stale of [...list.children]) {
        if (!items.includes(/** @type {HTMLElement} */ (stale))) stale.remove();
      }
      items.forEach((item, index) => {
        if (list.children[index] !== item) list.insertBefore(item, list.children[index] ?? null);
      });
    }
    this.#rows = kept;
  }

  /** @param {Noted} item */
  #row(item) {
    const { finding } = item;
    const labels = finding.suggestions.map(({ label }) => label);
    // Where its words stand may have changed: that is no reason to draw it anew.
    const said = JSON.stringify([finding.message, finding.quote, labels]);
    const known = this.#rows.get(item.id);
    if (known?.dataset.said === said) return known;
    const kind = kindOf(finding);
    const head = element("summary", {}, icon(kind), element("span", {}, finding.message));
    const row = element("details", { name: "finding" }, head, this.#body(item));
    row.open = known?.open ?? false;
    row.dataset.said = said;
    row.dataset.id = item.id;
    row.addEventListener("toggle", () => this.deeds.open(this.#opened()));
    element("li", { class: "finding", "data-kind": kind }, row);
    return row;
  }

  /** @returns {string | null} */
  #opened() {
    const row = /** @type {HTMLElement | null} */ (this.place.querySelector("details[open]"));
    return row?.dataset.id ?? null;
  }

  /** @param {Noted} item */
  #body(item) {
    const { finding } = item;
    const said = element("p", { class: "soft", role: "status" });
    const repairs = finding.suggestions.map(({ label }, choice) =>
      button(label, () => this.#repair(item, choice, said), choice ? "button quiet" : "button"),
    );
    const why = button(text("why"), () => void this.#why(finding, why), "button quiet");
    why.setAttribute("aria-expanded", "false");
    const quote = finding.quote?.trim().replace(/\s+/g, " ");
    const words =
      quote && element("button", { type: "button", class: "quote" }, element("q", {}, quote));
    if (words) {
      words.title = text("showWords");
      words.addEventListener("click", () => this.deeds.show(item));
    }
    const leave = button(text("leaveIt"), () => this.#leave(item), "button plain");
    return element(
      "div",
      { class: "body" },
      words,
      said,
      element("p", { class: "actions" }, ...repairs, why, leave),
    );
  }

  /** @param {Noted} item @param {number} choice @param {HTMLElement} said */
  #repair(item, choice, said) {
    const next = this.#neighbour(item.id);
    said.textContent = this.deeds.repair(item, choice);
    if (!said.textContent) this.#focus(next);
  }

  /** @param {Noted} item */
  #leave(item) {
    const next = this.#neighbour(item.id);
    this.deeds.leave(item);
    this.#focus(next);
  }

  /** @param {Finding} finding @param {HTMLElement} opener */
  async #why(finding, opener) {
    const body = /** @type {HTMLElement} */ (opener.closest(".body"));
    const shown = body.querySelector(".why");
    shown?.remove();
    opener.setAttribute("aria-expanded", String(!shown));
    if (shown) return;
    const answer = await this.service.guideline(finding.guideline);
    if (body.querySelector(".why")) return;
    const {
      sections = [],
      sources = [],
      answer: short = "",
    } = answer.state === "ok" ? answer.value : {};
    const [source] = sources;
    const href = this.service.address + finding.help_url.slice(1);
    body.append(
      element(
        "div",
        { class: "why" },
        paragraph(firstWhy(sections) || short || text("whyMissing")),
        source && element("p", { class: "soft" }, text("source", source.title, source.year)),
        element("a", { href }, text("readMore")),
      ),
    );
  }

  /** @param {string} id */
  #neighbour(id) {
    const ids = [...this.#rows.keys()];
    const index = ids.indexOf(id);
    return ids[index + 1] ?? ids[index - 1] ?? "";
  }

  /** @param {string} id */
  #focus(id) {
    const row = this.#rows.get(id);
    if (!row) return;
    row.open = true;
    row.querySelector("summary")?.focus();
  }

  /** Arrow keys walk from finding to finding. @param {KeyboardEvent} event */
  #walk(event) {
    const heads = [...this.place.querySelectorAll("summary")];
    const at = heads.indexOf(/** @type {HTMLElement} */ (event.target));
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (at < 0 || !step) return;
    event.preventDefault();
    heads[at + step]?.focus();
  }
}

/** @param {"stop" | "advice"} level @param {string} title */
function group(level, title) {
  const list = element("ul", { class: "plain-list" });
  const heading = element("h3", {}, title);
  const attributes = { class: "group", "data-level": level, hidden: true };
  return { list, element: element("section", attributes, heading, list) };
}
