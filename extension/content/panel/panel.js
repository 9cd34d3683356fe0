/**
 * The panel beside a compose window, and the button that it folds to. Both live in shadow roots
 * outside the editor, so that nothing of them can enter a mail.
 */

/** @import { Session } from "../session.js" */

import { text } from "../../browser.js";
import { element, icon } from "../../design/element.js";
import { CheckTab } from "./check_tab.js";
import { InsertTab } from "./insert_tab.js";
import { headline } from "./words.js";

/** Room that the panel wants beside the editor. */
const WIDTH = 360;
const GAP = 12;

const TABS = /** @type {const} */ (["insert", "check"]);
/** @typedef {typeof TABS[number]} TabName */

/** What happens in the panel is none of the page's business. */
const OURS =
  "keydown keypress keyup input paste focusin focusout click mousedown pointerdown".split(" ");

export class Panel {
  /** @type {TabName | null} */
  #chosen = null;
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
   * @param {Set<(event: KeyboardEvent) => void>} keys
   * @param {AbortSignal} signal
   * @param {() => void} onUnfold
   */
  constructor(session, style, keys, signal, onUnfold) {
    this.session = session;
    this.onUnfold = onUnfold;
    this.check = new CheckTab(session, () => this.#choose("insert"));
    this.insert = new InsertTab(session, (words) => {
      this.#choose("check");
      this.check.say(words);
    });
    this.sheets = {
      insert: sheet("insert", this.insert.element),
      check: sheet("check", this.check.element),
    };
    this.panel = this.#section();
    this.buttonHost = host(style, this.button);
    this.host = host(style, this.panel);
    session.onView = () => this.#update();
    const hear = (/** @type {KeyboardEvent} */ event) => this.#shield(event);
    keys.add(hear);
    addEventListener("resize", () => this.#place(), { signal });
    signal.addEventListener("abort", () => {
      keys.delete(hear);
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
    const spot = this.session.adapter.buttonSpot(this.session.root);
    this.buttonHost.toggleAttribute("data-floating", !spot);
    if (spot && spot.nextElementSibling !== this.buttonHost) spot.after(this.buttonHost);
    if (!spot && !this.buttonHost.isConnected) document.documentElement.append(this.buttonHost);
    if (!this.host.isConnected) document.documentElement.append(this.host);
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
    if (!this.#chosen) this.#choose(this.session.isBlank ? "insert" : "check");
    this.tabs[this.#chosen ?? "check"].focus({ preventScroll: true });
    void this.session.refreshCards();
  }

  /** Open on the next template for a card. @param {string} id */
  write(id) {
    if (this.folded) this.unfold();
    this.#choose("insert");
    void this.insert.begin(id);
  }

  /** Fold to the button; whoever was in the panel goes back to the draft. */
  fold() {
    if (this.folded) return;
    const inside = this.host.shadowRoot?.activeElement;
    this.panel.hidden = true;
    this.button.setAttribute("aria-expanded", "false");
    this.session.open(null);
    if (inside) this.session.returnToDraft();
  }

  #section() {
    const fold = element(
      "button",
      { type: "button", class: "quiet fold", title: text("fold"), onclick: () => this.fold() },
      icon("close"),
      element("span", { class: "for-ears" }, text("fold")),
    );
    return element(
      "section",
      { class: "panel", "aria-label": text("name"), hidden: true },
      element("header", {}, icon("mark"), this.headline, fold),
      element(
        "div",
        { class: "tabs", role: "tablist", "aria-label": text("name") },
        this.tabs.insert,
        this.tabs.check,
      ),
      this.sheets.insert,
      this.sheets.check,
      this.said,
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
    this.#chosen = chosen;
    for (const name of TABS) {
      const selected = name === chosen;
      this.tabs[name].setAttribute("aria-selected", String(selected));
      this.tabs[name].tabIndex = selected ? 0 : -1;
      this.sheets[name].hidden = !selected;
    }
    if (chosen === "insert") void this.insert.enter();
    else this.session.open(this.check.opened);
  }

  #update() {
    const { view } = this.session;
    const words = headline(view);
    if (this.headline.textContent !== words) {
      this.headline.textContent = words;
      // Reading is no news to somebody who hears; what came of it is.
      if (view.phase !== "reading") this.said.textContent = words;
    }
    const open = view.phase === "report" ? view.findings.length : 0;
    this.count.hidden = !open;
    this.count.textContent = String(open);
    this.count.dataset.level = view.findings.some(({ finding }) => finding.level === "stop")
      ? "stop"
      : "advice";
    this.check.update();
    this.insert.update();
  }

  /**
   * Hears every key of the page first. Keys of the panel stop here: the characters are still typed,
   * but no shortcut of the page fires.
   *
   * @param {KeyboardEvent} event
   */
  #shield(event) {
    const path = event.composedPath();
    if (!path.includes(this.host) && !path.includes(this.buttonHost)) return;
    event.stopImmediatePropagation();
    if (event.type !== "keydown" || event.isComposing) return;
    if (event.key === "Escape") {
      event.preventDefault();
      this.session.returnToDraft();
    } else if (path.includes(this.host) && this.#moved(event)) {
      event.preventDefault();
    }
  }

  /** @param {KeyboardEvent} event @returns {boolean} whether the key was used */
  #moved(event) {
    const active = this.host.shadowRoot?.activeElement;
    if (
      active?.getAttribute("role") === "tab" &&
      /^(ArrowLeft|ArrowRight|Home|End)$/.test(event.key)
    ) {
      const other = this.#chosen === "check" ? "insert" : "check";
      this.#choose(other);
      this.tabs[other].focus();
      return true;
    }
    return this.#chosen === "check" && this.check.key(event, active ?? null);
  }

  /** Beside the editor where there is room, else over the side that covers less of it. */
  #place() {
    const { editor } = this.session;
    const frame =
      editor && editor.document !== document ? editor.window.frameElement : editor?.element;
    const box = (frame ?? this.session.root).getBoundingClientRect();
    const left = box.left >= WIDTH + 2 * GAP && innerWidth - box.right < WIDTH + GAP;
    this.panel.classList.toggle("left", left);
  }
}

/** @param {string} style @param {HTMLElement} content */
function host(style, content) {
  const made = document.createElement("afterword-panel");
  const root = made.attachShadow({ mode: "open" });
  // A style element would fall under the page's own policy in Firefox; a made sheet does not.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  root.adoptedStyleSheets = [sheet];
  root.append(content);
  for (const type of OURS) made.addEventListener(type, (event) => event.stopPropagation());
  return made;
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
