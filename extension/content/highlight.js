/**
 * Marks in a draft, drawn by the browser over ranges: nothing enters the mail.
 *
 * Each mark has a line style of its own, so that colour is never the only difference.
 */

/** @import { Move } from "../api" */

import { bandOf, groundOf, MOVES } from "./moves.js";

/** The registry belongs to the page too: names with this beginning are ours, and no others. */
const OURS = "afterword-";

/** What is drawn over what: the open finding over the tints, its line over both. */
/** @type {Record<string, number>} */
const PRIORITY = { open: 1, framed: 1, advice: 2, blank: 3, stop: 4 };

/**
 * Whether sentences can be tinted: in forced colours a browser draws every mark on the one colour of
 * what is selected, so that lines can be told apart and tints cannot.
 */
export const canTint = () => !matchMedia("(forced-colors: active)").matches;

/** @param {Move} move */
const tintRules = (move) => `
::highlight(afterword-${move}) { background-color: ${groundOf(move)}; }
::highlight(afterword-also-${move}) { text-decoration: underline 4px ${bandOf(move)}; text-underline-offset: -1px; text-decoration-skip-ink: none; }`;

/** Middle tones that can be told from paper and from a dark page alike. */
const STYLE = `
::highlight(afterword-stop) { text-decoration: underline 2px solid #c8432f; text-underline-offset: 3px; }
::highlight(afterword-blank) { text-decoration: underline 2px dashed #c8432f; text-underline-offset: 3px; }
::highlight(afterword-advice) { text-decoration: underline 2px dotted #a87400; text-underline-offset: 3px; }
::highlight(afterword-open) { background-color: rgb(221 168 60 / 32%); }
::highlight(afterword-framed) { text-decoration: underline overline 2px solid #a87400; text-underline-offset: 7px; }
${MOVES.map(tintRules).join("\n")}
@media (forced-colors: active) {
  /* The words' own colour: where only ground and words were chosen, a link's may not be seen. */
  ::highlight(afterword-stop) { text-decoration: underline 3px solid CanvasText; }
  ::highlight(afterword-blank) { text-decoration: underline 3px dashed CanvasText; }
  ::highlight(afterword-advice) { text-decoration: underline 3px dotted CanvasText; }
  ::highlight(afterword-open) { background-color: Highlight; color: HighlightText; -webkit-text-fill-color: HighlightText; }
}`;

/**
 * What is said of the root alone, its words inherit; what is said of all, Chromium makes anew for each
 * element of the page, whenever the page changes. Firefox inherits nothing and makes it when it draws.
 */
const INHERITED = !CSS.supports("-moz-appearance", "none");

/**
 * @typedef {object} Mark
 * @property {"stop" | "blank" | "advice" | "open" | "framed" | Move | `also-${Move}`} name
 * @property {Range} range
 * @property {string} id of its finding, if it is the mark of one
 */

/**
 * Our highlights by name, for each window: several compose windows may stand on one page. Kept here,
 * for Firefox does not let an extension walk the registry.
 *
 * @type {WeakMap<Window, Map<string, Highlight>>}
 */
const highlights = new WeakMap();
/**
 * The style sheet of each place with marks: who draws there, and how it is taken away again.
 *
 * @type {WeakMap<Document | ShadowRoot, {users: Set<Marks>, remove: () => void}>}
 */
const styles = new WeakMap();

/** The marks of one editor. */
export class Marks {
  /** @type {Mark[]} */
  drawn = [];

  /** @param {Window & typeof globalThis} view @param {Document | ShadowRoot} scope where its words stand */
  constructor(view, scope) {
    this.view = view;
    this.scope = scope;
  }

  /** Draw exactly these, in place of those drawn before. @param {Mark[]} marks */
  draw(marks) {
    const { view } = this;
    const registry = registryOf(view);
    if (!registry) return;
    // Ranges move along with the words: most keys leave nothing to draw, and cost no second frame.
    if (marks.length === this.drawn.length && marks.every((mark, at) => isAs(mark, this.drawn[at])))
      return;
    this.clear();
    if (marks.length) this.#useStyle();
    const known = highlights.get(view) ?? new Map();
    highlights.set(view, known);
    for (const { name, range } of marks) {
      const highlight = known.get(name) ?? new view.Highlight();
      highlight.priority = PRIORITY[name] ?? 0;
      highlight.add(range);
      known.set(name, highlight);
      registry.set(OURS + name, highlight);
    }
    this.drawn = marks;
  }

  clear() {
    const known = highlights.get(this.view);
    for (const { name, range } of this.drawn) {
      const highlight = known?.get(name);
      highlight?.delete(range);
      if (highlight?.size) continue;
      known?.delete(name);
      registryOf(this.view)?.delete(OURS + name);
    }
    this.drawn = [];
  }

  /** Take away the marks for good, and their style with the last editor that used it. */
  leave() {
    this.clear();
    const style = styles.get(this.scope);
    style?.users.delete(this);
    if (!style || style.users.size) return;
    style.remove();
    styles.delete(this.scope);
  }

  #useStyle() {
    const rules = "head" in this.scope && INHERITED ? STYLE.replaceAll("::", ":root::") : STYLE;
    const style = styles.get(this.scope) ?? {
      users: new Set(),
      remove: addStyle(this.scope, this.view, rules),
    };
    style.users.add(this);
    styles.set(this.scope, style);
  }
}

/** The highlights of a window; null where it has none, or is that of a frame that went. @param {Window & typeof globalThis} view */
function registryOf(view) {
  try {
    return view.CSS?.highlights ?? null;
  } catch {
    return null;
  }
}

/** @param {Mark} mark @param {Mark | undefined} drawn */
const isAs = ({ name, id, range }, drawn) =>
  name === drawn?.name && id === drawn.id && range === drawn.range;

/**
 * @param {Document | ShadowRoot} scope
 * @param {Window & typeof globalThis} view
 * @param {string} rules
 * @returns {() => void} takes it away again
 */
export function addStyle(scope, view, rules) {
  try {
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync(rules);
    scope.adoptedStyleSheets = [...scope.adoptedStyleSheets, sheet];
    return () => {
      scope.adoptedStyleSheets = scope.adoptedStyleSheets.filter((known) => known !== sheet);
    };
  } catch {
    // Firefox may not hand the page's list to an extension; the head is not part of the mail.
    const style = document.createElement("style");
    style.textContent = rules;
    if ("head" in scope) scope.head.append(style);
    return () => style.remove();
  }
}
