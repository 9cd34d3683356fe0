/**
 * A textarea's words once more, invisible and exactly above it, for the browser to draw marks on.
 *
 * Nothing enters the textarea, and the pointer passes through. Where the copy is not exact to the
 * pixel there are no marks at all: a mark under the wrong word is worse than none.
 */

import { rangeOf } from "./reading.js";
import { change } from "./report.js";
import { around, onMoved, reveal } from "./screen.js";
import { host, layerAround } from "./shadow.js";

/** All that decides where a word stands. */
const COPIED = `
  font-family font-size font-style font-weight font-stretch font-variant font-kerning
  font-feature-settings font-variation-settings font-size-adjust font-optical-sizing
  letter-spacing word-spacing line-height text-indent text-transform text-align
  text-align-last text-rendering direction unicode-bidi writing-mode tab-size white-space
  overflow-wrap word-break line-break hyphens font-synthesis padding-top padding-right
  padding-bottom padding-left`
  .trim()
  .split(/\s+/);

const STYLE = `
:host { all: initial; position: fixed; pointer-events: none; }
.box { position: fixed; overflow: hidden; box-sizing: border-box; pointer-events: none; }
.words { box-sizing: border-box; color: transparent; -webkit-text-fill-color: transparent; forced-color-adjust: none; min-height: 100%; user-select: none; }
/* Forced colours would draw marked words a second time. */
.words::highlight(afterword-stop), .words::highlight(afterword-blank),
.words::highlight(afterword-advice) { color: transparent; -webkit-text-fill-color: transparent; }
@media (forced-colors: active) {
  /* An opaque ground would hide the words below. */
  .words::highlight(afterword-open) {
    background-color: transparent;
    text-decoration: overline 2px solid CanvasText;
  }
}`;

export class Mirror {
  /** Whether the words of the copy stand where those of the textarea stand. */
  exact = true;
  #words = document.createElement("div");
  #box = document.createElement("div");
  #text = document.createTextNode("");
  /** The textarea's words and width when they were last looked at. */
  #seen = "";
  #width = 0;
  /** @type {AbortController | null} */
  #shown = null;

  /** @param {HTMLTextAreaElement} area @param {() => void} onMove called when its words moved */
  constructor(area, onMove) {
    this.area = area;
    this.onMove = onMove;
    this.#words.className = "words";
    this.#box.className = "box";
    this.#box.append(this.#words);
    this.#words.append(this.#text);
    this.host = host("mirror", STYLE, this.#box);
    this.host.ariaHidden = "true";
  }

  get scope() {
    return /** @type {ShadowRoot} */ (this.host.shadowRoot);
  }

  /**
   * Stand there for marks up to `end` in the textarea's value; where there are none, not at all.
   *
   * @param {number} end
   */
  show(end) {
    if (!end) return this.remove();
    if (!this.#shown) {
      this.#shown = new AbortController();
      layerAround(this.area).append(this.host);
      onMoved(this.area, () => this.#follow(), this.#shown.signal);
    } else if (this.#isFurtherDown(end)) return;
    this.#copy();
  }

  /** Whether something was just written that moves no word before `end`: the copy can wait. @param {number} end */
  #isFurtherDown(end) {
    const { value, clientWidth } = this.area;
    if (value === this.#seen || clientWidth !== this.#width) return false;
    this.#seen = value;
    const changed = change(this.#text.data, value);
    return changed !== null && value.lastIndexOf("\n", changed.start - 1) >= end;
  }

  remove() {
    this.#shown?.abort();
    this.#shown = null;
    this.host.remove();
  }

  /**
   * @param {number} start in the textarea's value
   * @param {number} end
   * @param {Range} [known] perhaps of the same words
   * @returns {Range | null} null where the copy is not exact
   */
  range(start, end, known) {
    if (!this.exact || end > this.#text.length) return null;
    const node = this.#text;
    return rangeOf({ node, offset: start }, { node, offset: end }, known);
  }

  /** Scroll until words of the copy can be seen. @param {Range} range */
  reveal(range) {
    const words = () => {
      this.#copy();
      return range.getBoundingClientRect();
    };
    reveal(words, this.area);
    this.#follow();
  }

  #follow() {
    this.#copy();
    this.onMove();
  }

  /** Only what changed, so that the marks of all else move along. @param {string} words */
  #write(words) {
    const changed = change(this.#text.data, words);
    if (!changed) return;
    const { start, end, growth } = changed;
    this.#text.replaceData(start, end - start, words.slice(start, end + growth));
  }

  #copy() {
    const { area } = this;
    const style = getComputedStyle(area);
    for (const name of COPIED) this.#words.style.setProperty(name, style.getPropertyValue(name));
    this.#seen = area.value;
    this.#width = area.clientWidth;
    this.#write(area.value);
    const side = (/** @type {string} */ name) => parseFloat(style.getPropertyValue(name)) || 0;
    // The page may enlarge it: then all is measured as if it did not, and enlarged with the copy.
    const zoom = area.currentCSSZoom ?? 1;
    const outer = shrunk(area.getBoundingClientRect(), zoom);
    Object.assign(this.#box.style, {
      top: "0",
      left: "0",
      zoom: zoom / (this.host.currentCSSZoom ?? 1),
    });
    // Not the screen's corner in a dialog that was moved by a transform.
    const { x, y } = shrunk(this.#box.getBoundingClientRect(), zoom);
    const borders = side("border-left-width") + side("border-right-width");
    const bar = Math.max(0, area.offsetWidth - area.clientWidth - Math.round(borders));
    const left = outer.left + side("border-left-width");
    const barLeft = area.clientLeft - Math.round(side("border-left-width"));
    Object.assign(this.#box.style, {
      top: `${outer.top + side("border-top-width") - y}px`,
      left: `${left + Math.max(0, barLeft) - x}px`,
      width: `${outer.width - borders - bar}px`,
      height: `${area.clientHeight}px`,
      clipPath: clip(area, outer, zoom),
    });
    this.host.style.zIndex = level(area);
    this.#words.style.transform = `translate(${-area.scrollLeft}px, ${-area.scrollTop}px)`;
    this.exact = this.#isExact(style, outer);
    this.host.style.visibility = this.exact ? "visible" : "hidden";
  }

  /** @param {CSSStyleDeclaration} style @param {DOMRect} outer */
  #isExact(style, outer) {
    const { area } = this;
    if (style.visibility !== "visible" || !outer.width || style.writingMode !== "horizontal-tb")
      return false;
    // Scaled or turned: the two boxes cannot be laid over each other.
    if (Math.abs(outer.width - area.offsetWidth) >= 1) return false;
    // A last line without words has no height of its own.
    const last = /\n$|^$/.test(area.value) ? parseFloat(style.lineHeight) || 0 : 0;
    const height = Math.max(this.#words.scrollHeight, area.clientHeight);
    const tall = [height, height + last].some((own) => Math.abs(own - area.scrollHeight) <= 1);
    const wide = Math.max(this.#words.scrollWidth, area.clientWidth);
    return tall && Math.abs(wide - area.scrollWidth) <= 1;
  }
}

/** The level of the outermost layer around an element: what lies over that lies over the copy. @param {Element} element */
function level(element) {
  let found = "0";
  for (let around = element.parentElement; around; around = around.parentElement) {
    const { zIndex } = getComputedStyle(around);
    if (zIndex !== "auto") found = zIndex;
  }
  return found;
}

/**
 * How much of an element the elements around it cut off.
 *
 * @param {Element} element
 * @param {DOMRect} box
 * @param {number} zoom of its measures
 */
function clip(element, box, zoom) {
  const { documentElement, body } = element.ownerDocument;
  let { top, right, bottom, left } = box;
  for (const one of around(element)) {
    if (one === documentElement || one === body || getComputedStyle(one).overflow === "visible")
      continue;
    const seen = shrunk(one.getBoundingClientRect(), zoom);
    top = Math.max(top, seen.top);
    left = Math.max(left, seen.left);
    right = Math.min(right, seen.right);
    bottom = Math.min(bottom, seen.bottom);
  }
  const cut = [top - box.top, box.right - right, box.bottom - bottom, left - box.left];
  return `inset(${cut.map((side) => `${Math.max(0, side)}px`).join(" ")})`;
}

/** @param {DOMRect} box @param {number} by */
const shrunk = ({ x, y, width, height }, by) =>
  new DOMRect(x / by, y / by, width / by, height / by);
