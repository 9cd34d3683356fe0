/**
 * The panel beside a compose window, and the button that it folds to. Both live in shadow roots
 * outside the editor, so that nothing of them can enter a mail.
 */

/** @import { Hears } from "../shadow.js" */
/** @import { Session } from "../session.js" */

import { text } from "../../browser.js";
import { element, icon, signButton } from "../../design/element.js";
import { host, layerAround, shield } from "../shadow.js";
import { CheckTab } from "./check_tab.js";
import { InsertTab } from "./insert_tab.js";
import { headline } from "./words.js";

/** Counts that change while one writes are no news; what they come to is. */
const SAY_MS = 1500;
/** Between the panel and what it stands beside. */
const GAP = 12;

const TABS = /** @type {const} */ (["insert", "check"]);
/** @typedef {typeof TABS[number]} TabName */

export class Panel {
  /** @type {TabName | null} */
  #chosen = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #saying;
  count = element("span", { class: "count", hidden: true });
  button = element(
    "button",
    { type: "button", class: "opener", "aria-expanded": "false", onclick: () => this.toggle() },
    icon("mark"),
    element("span", {}, text("openButton")),
    this.count,
  );
  headline = element("h2", { class: "headline" });
  said = element("p", { class: "for-ears", role: "status" });
  tabs = {
    insert: this.#tab("insert", text("tabInsert")),
    check: this.#tab("check", text("tabCheck")),
  };

  /**
   * @param {Session} session
   * @param {string} style
   * @param {Hears} hears
   * @param {AbortSignal} signal
   * @param {() => void} onUnfold
   */
  constructor(session, style, hears, signal, onUnfold) {
    this.session = session;
    this.onUnfold = onUnfold;
    this.check = new CheckTab(session, () => this.#choose("insert"));
    this.insert = new InsertTab(session, (words, keys) => {
      this.#choose("check");
      this.check.say(words, keys);
      this.said.textContent = `${words} ${keys}`;
    });
    this.sheets = {
      insert: sheet("insert", this.insert.element),
      check: sheet("check", this.check.element),
    };
    this.panel = this.#section();
    // Heard when the panel is folded, too.
    this.buttonHost = host("panel", style, element("span", {}, this.button, this.said));
    this.host = host("panel", style, this.panel);
    session.display.onView(() => this.#update());
    const hosts = [this.host, this.buttonHost];
    shield(hosts, hears, (event, inside) => this.#key(event, inside), signal);
    addEventListener("resize", () => this.#place(), { signal });
    signal.addEventListener("abort", () => {
      clearTimeout(this.#saying);
      this.host.remove();
      this.buttonHost.remove();
    });
    this.attach();
    this.#update();
  }

  get folded() {
    return this.panel.hidden;
  }

  /** Put both hosts where they belong; a page that redraws itself may have dropped them. */
  attach() {
    const { root, adapter } = this.session;
    const spot = adapter.buttonSpot(root);
    const layer = layerAround(root);
    this.buttonHost.toggleAttribute("data-floating", !spot);
    if (spot && spot.nextElementSibling !== this.buttonHost) spot.after(this.buttonHost);
    if (!spot && this.buttonHost.parentNode !== layer) layer.append(this.buttonHost);
    if (this.host.parentNode !== layer) layer.append(this.host);
  }

  toggle() {
    if (this.folded) this.unfold();
    else this.fold();
  }

  unfold() {
    this.panel.hidden = false;
    this.button.setAttribute("aria-expanded", "true");
    this.#place();
    this.onUnfold();
    const { field, view } = this.session;
    if (!this.#chosen) this.#choose(field.isBlank && !view.lost ? "insert" : "check");
    this.tabs[this.#chosen ?? "check"].focus({ preventScroll: true });
    void this.session.interview.refresh();
  }

  /** Open a finding in the list, with the focus on it. @param {string} id */
  reveal(id) {
    if (this.folded) this.unfold();
    this.#choose("check");
    this.check.findings.reveal(id);
  }

  /** Go to the next finding of the list. */
  next() {
    if (this.folded) this.unfold();
    this.#choose("check");
    this.check.findings.next();
  }

  /** Open on the next template for a card. @param {string} id */
  write(id) {
    if (this.folded) this.unfold();
    this.#choose("insert");
    void this.insert.begin(id);
  }

  /** Leave the page to itself while the message is folded away. */
  putAway() {
    this.fold();
    // In its row it is folded away with the message.
    if (this.buttonHost.hasAttribute("data-floating")) this.buttonHost.remove();
  }

  /** Fold to the button; whoever was in the panel goes back to the draft. */
  fold() {
    if (this.folded) return;
    const inside = this.#at;
    this.panel.hidden = true;
    this.button.setAttribute("aria-expanded", "false");
    this.session.display.open(null);
    if (inside) this.session.returnToDraft();
  }

  #section() {
    const fold = signButton(text("fold"), () => this.fold(), "fold", "close");
    return element(
      "section",
      { class: "panel", "aria-label": text("name"), hidden: true, tabindex: -1 },
      element("header", {}, icon("mark"), this.headline, fold),
      element(
        "div",
        { class: "tabs", role: "tablist", "aria-label": text("name") },
        this.tabs.insert,
        this.tabs.check,
      ),
      this.sheets.insert,
      this.sheets.check,
    );
  }

  /** @param {TabName} name @param {string} label */
  #tab(name, label) {
    return element(
      "button",
      {
        type: "button",
        role: "tab",
        id: `tab-${name}`,
        "aria-controls": `sheet-${name}`,
        "aria-selected": "false",
        tabindex: -1,
        onclick: () => this.#choose(name),
      },
      label,
    );
  }

  /** @param {TabName} chosen */
  #choose(chosen) {
    const at = this.#at;
    const before = this.#chosen;
    this.#chosen = chosen;
    for (const name of TABS) {
      const selected = name === chosen;
      this.tabs[name].setAttribute("aria-selected", String(selected));
      this.tabs[name].tabIndex = selected ? 0 : -1;
      this.sheets[name].hidden = !selected;
    }
    this.#hold(at);
    if (chosen === "check") this.session.display.open(this.check.findings.opened);
    // Drawn anew, it would take its buttons from whoever presses one.
    else if (chosen !== before) void this.insert.enter();
  }

  /** What has the focus in here. */
  get #at() {
    return this.host.shadowRoot?.activeElement;
  }

  /**
   * Whoever stood on what is gone stands on the tab: in the page, their next letter may be its command.
   *
   * @param {Element | null} [at]
   */
  #hold(at) {
    if (at && (!at.isConnected || at.closest("[hidden]")))
      this.tabs[this.#chosen ?? "check"].focus();
  }

  #update() {
    const at = this.#at;
    const { view } = this.session;
    const words = headline(view);
    if (this.headline.textContent !== words) {
      this.headline.textContent = words;
      this.#say(words);
    }
    const open = view.phase === "report" ? view.findings.length : 0;
    this.count.hidden = !open;
    this.count.textContent = String(open);
    this.button.title = open ? words : "";
    this.count.dataset.level = view.findings.some(({ finding }) => finding.level === "stop")
      ? "stop"
      : "advice";
    this.check.update();
    this.#hold(at);
    void this.insert.update();
  }

  /** Tell somebody who hears, once the words have come to rest. @param {string} words */
  #say(words) {
    clearTimeout(this.#saying);
    // Reading is no news, and a mail about something else is none of ours.
    const news = this.session.view.phase === "report" || !this.folded;
    if (!news || this.session.view.phase === "reading") return;
    this.#saying = setTimeout(() => {
      this.said.textContent = words;
    }, SAY_MS);
  }

  /**
   * @param {KeyboardEvent} event
   * @param {HTMLElement} inside
   * @returns {boolean} whether the key was used
   */
  #key(event, inside) {
    if (event.key === "Escape") this.session.returnToDraft();
    else return inside === this.host && this.#moved(event);
    return true;
  }

  /** @param {KeyboardEvent} event @returns {boolean} whether the key was used */
  #moved(event) {
    const active = this.#at;
    if (
      active?.getAttribute("role") === "tab" &&
      /^(ArrowLeft|ArrowRight|Home|End)$/.test(event.key)
    ) {
      const other = this.#chosen === "check" ? "insert" : "check";
      this.#choose(other);
      this.tabs[other].focus();
      return true;
    }
    return this.#chosen === "check" && this.check.findings.key(event, active ?? null);
  }

  /** Beside the editor where there is room, else over the side that covers less of it. */
  #place() {
    const { editor } = this.session;
    const frame =
      editor && editor.document !== document ? editor.window.frameElement : editor?.element;
    const box = (frame ?? this.session.root).getBoundingClientRect();
    const room = this.panel.offsetWidth + GAP;
    const left = box.left >= room + GAP && innerWidth - box.right < room;
    this.panel.classList.toggle("left", left);
  }
}

/** @param {TabName} name @param {HTMLElement} content */
function sheet(name, content) {
  const attributes = {
    class: "sheet",
    role: "tabpanel",
    id: `sheet-${name}`,
    "aria-labelledby": `tab-${name}`,
  };
  return element("div", { ...attributes, hidden: true }, content);
}
