/** Something small of ours that stands beside a place on the page: the bubble, the question at Send. */

/** @import { Hears } from "./shadow.js" */

import { onMoved } from "./screen.js";
import { host, layerAround, shield } from "./shadow.js";

const MARGIN = 8;
const GAP = 6;

export class Float {
  /** What has the focus inside, if anything. */
  get active() {
    return this.host.shadowRoot?.activeElement ?? null;
  }

  get isOpen() {
    return this.host.isConnected;
  }

  /** @type {() => DOMRect | null} */
  #anchor = () => null;
  /** @type {AbortController | null} */
  #open = null;
  /** What it says may grow. */
  #sizes = new ResizeObserver(() => this.place());

  /**
   * @param {string} name of its element
   * @param {string} style
   * @param {HTMLElement} content
   * @param {Hears} hears
   * @param {AbortSignal} signal
   * @param {() => void} onEscape
   */
  constructor(name, style, content, hears, signal, onEscape) {
    this.content = content;
    this.signal = signal;
    this.host = host(name, style, content);
    const used = (/** @type {KeyboardEvent} */ event) => {
      if (event.key === "Escape") onEscape();
      else if (event.key === "Tab") this.#cycle(event.shiftKey);
      // The key that opened it may still be down.
      else if (!(event.repeat && /^(Enter| )$/.test(event.key))) return false;
      return true;
    };
    shield([this.host], hears, used, signal);
    signal.addEventListener("abort", () => this.close());
  }

  /**
   * @param {Element} near what moves along with the place
   * @param {() => DOMRect | null} anchor the place in the top window; null where it is out of sight
   * @param {() => void} onLost called when the place is gone
   */
  open(near, anchor, onLost) {
    // What it belongs to may be gone by now.
    if (this.signal.aborted) return;
    this.#anchor = anchor;
    this.#open?.abort();
    this.#open = new AbortController();
    layerAround(near).append(this.host);
    this.place();
    const follow = () => void (this.place() || onLost());
    onMoved(near, follow, this.#open.signal);
    this.#sizes.observe(this.content);
  }

  close() {
    this.#open?.abort();
    this.#sizes.disconnect();
    this.host.remove();
  }

  /** Stand below the place, or above where there is more room. @returns {boolean} if it is in sight */
  place() {
    const anchor = this.#anchor();
    if (!anchor) return false;
    const { style } = this.content;
    style.top = style.left = "0";
    // Not the screen's corner in a dialog that was moved by a transform.
    const { x, y, width, height } = this.content.getBoundingClientRect();
    const { clientWidth, clientHeight } = document.documentElement;
    const below = clientHeight - anchor.bottom - GAP - MARGIN;
    const above = anchor.top - GAP - MARGIN;
    const top = below >= height || below >= above ? anchor.bottom + GAP : anchor.top - GAP - height;
    const left = this.host.dir === "rtl" ? anchor.right - width : anchor.left;
    // A page that is enlarged as a whole enlarges these lengths, too.
    const zoom = this.host.currentCSSZoom ?? 1;
    style.top = `${(Math.max(MARGIN, Math.min(top, clientHeight - height - MARGIN)) - y) / zoom}px`;
    style.left = `${(Math.max(MARGIN, Math.min(left, clientWidth - width - MARGIN)) - x) / zoom}px`;
    return true;
  }

  /** Tab stays inside; Escape leaves. @param {boolean} back */
  #cycle(back) {
    const stops = [...this.content.querySelectorAll(/** @type {"a"} */ ("button, a[href]"))].filter(
      (stop) => stop.checkVisibility(),
    );
    const index = stops.indexOf(/** @type {HTMLAnchorElement} */ (this.active));
    const next = index < 0 ? (back ? -1 : 0) : index + (back ? -1 : 1);
    stops.at(next % stops.length)?.focus();
  }
}
