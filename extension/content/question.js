/** The question beside Send: what is still to settle, and whether to send all the same. */

/** @import { Act } from "./act.js" */
/** @import { Hears } from "./shadow.js" */
/** @import { Noted } from "./report.js" */
/** @import { Session } from "./session.js" */

import { text } from "../browser.js";
import { button, element, icon, paragraph } from "../design/element.js";
import { Float } from "./float.js";
import { kindOf } from "./marks.js";
import { counted, SERVICE } from "./panel/words.js";
import { inTopWindow } from "./screen.js";

/** More than a few are read in the panel. */
const SHOWN = 3;
/** Long enough to read one line. */
const REST_MS = 8000;
/** The second press of a double click comes within this time, and is no answer. */
const TWICE_MS = 500;

export class Question {
  /** When it was asked; never while nothing is. */
  #since = -Infinity;
  /** @type {() => void} what Escape does */
  #cancel = () => {};
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;

  /**
   * @param {Session} session
   * @param {(item: Noted) => void} fix go to a finding
   * @param {string} style
   * @param {Hears} hears
   * @param {AbortSignal} signal
   */
  constructor(session, fix, style, hears, signal) {
    this.session = session;
    this.fix = fix;
    this.element = element("div", { class: "question", tabindex: -1 });
    const cancel = () => this.#cancel();
    this.float = new Float("question", style, this.element, hears, signal, cancel);
    const away = (/** @type {Event} */ event) => {
      if (event.type !== "pointerdown" || this.isNew) return;
      if (!event.composedPath().includes(this.float.host)) this.rest();
    };
    hears.add(away);
    signal.addEventListener("abort", () => {
      hears.delete(away);
      this.rest();
    });
  }

  /** Whether nobody can have read it yet. */
  get isNew() {
    return performance.now() - this.#since < TWICE_MS;
  }

  /**
   * @param {Noted[]} stops
   * @param {Act} act
   * @param {() => void} send what the person may answer
   */
  ask(stops, act, send) {
    const [first] = stops;
    const at = act.target.ownerDocument.activeElement;
    // Perhaps in the panel.
    const before = /** @type {HTMLElement | null} */ (at?.shadowRoot?.activeElement ?? at);
    const settle = button(text("fix"), () => {
      this.rest();
      if (first) this.fix(first);
    });
    settle.className = "primary";
    const anyway = button(text("sendAnyway"), () => {
      this.rest();
      send();
    });
    this.#show(
      "alertdialog",
      element("h2", { id: "asks" }, counted("stops", stops.length)),
      element("ul", { id: "stops" }, ...stops.slice(0, SHOWN).map(row)),
      stops.length > SHOWN && paragraph(text("andMore", stops.length - SHOWN)),
      element("p", { class: "choices" }, settle, anyway),
    );
    this.#cancel = () => {
      this.rest();
      if (act.kind === "chord") this.session.returnToDraft();
      else before?.focus();
    };
    this.#stand(act);
    this.#since = performance.now();
    settle.focus();
  }

  /** Say that the same act passes now. @param {Act} act */
  pressAgain(act) {
    const words = text(act.kind === "chord" ? "pressKeysAgain" : "pressSendAgain");
    this.#show("alert", element("p", { id: "asks" }, words));
    this.#cancel = () => this.rest();
    this.#stand(act);
    this.#timer = setTimeout(() => this.rest(), REST_MS);
  }

  /** Take away what stands there. */
  rest() {
    clearTimeout(this.#timer);
    this.#since = -Infinity;
    this.float.close();
  }

  /** @param {string} role @param {...(Node | null | false)} content */
  #show(role, ...content) {
    clearTimeout(this.#timer);
    this.element.setAttribute("role", role);
    this.element.setAttribute("aria-labelledby", "asks");
    this.element.toggleAttribute("aria-describedby", false);
    if (role === "alertdialog") this.element.setAttribute("aria-describedby", "stops");
    this.element.replaceChildren(...content.filter((child) => child !== null && child !== false));
  }

  /** Beside the button of the message. @param {Act} act */
  #stand(act) {
    const { root, adapter } = this.session;
    const pressed = act.kind === "press" && act.target.isConnected ? act.target : null;
    const near = pressed ?? adapter.sends?.(root)[0] ?? root;
    const anchor = () => {
      const view = near.ownerDocument.defaultView;
      return near.isConnected && view ? inTopWindow(near.getBoundingClientRect(), view) : null;
    };
    this.float.open(near, anchor, () => this.rest());
  }
}

/** @param {Noted} item */
function row({ finding }) {
  const words = finding.quote?.trim().replace(/\s+/g, " ") ?? "";
  const said = finding.message.includes(words);
  const quote = !said && element("q", { dir: "auto" }, words);
  const says = element("div", {}, element("p", SERVICE, finding.message), quote);
  return element("li", {}, icon(kindOf(finding)), says);
}
