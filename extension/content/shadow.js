/**
 * Elements of ours on a foreign page: each in a shadow root outside of the editor, so that nothing of
 * them can enter a mail, and with ears of its own, so that no key of theirs reaches the page.
 */

/** @import { Host } from "../api" */

import { speak } from "../browser.js";
import { loadTold } from "../told.js";

/** What happens in them is none of the page's business. */
const OURS = [
  ..."keydown keypress keyup beforeinput input paste copy cut focusin focusout".split(" "),
  ..."pointerdown mousedown pointerup mouseup click dblclick".split(" "),
];

/** The colours of whose texts these are, in each of them. */
const colours = new CSSStyleSheet();

/** Put on the colours of the chosen service. */
export async function putColours() {
  colours.replaceSync(hostStyle((await loadTold()).host));
}

/**
 * The host's colours over those of the design, as a style sheet; "" where it has none.
 *
 * @param {Host | null} host whose names and colours `answers.js` has looked at
 */
function hostStyle(host) {
  const rule = (/** @type {Record<string, string>} */ colours = {}) =>
    `:root, :host { ${Object.entries(colours)
      .map(([name, value]) => `--${name}: ${value};`)
      .join(" ")} }`;
  if (!host) return "";
  const { light, dark } = host.colours;
  return `${rule(light)}\n@media (prefers-color-scheme: dark) { ${rule(dark)} }`;
}

/** @typedef {Set<(event: Event) => void>} Hears who hears the page's events before the page does */

/**
 * @param {string} name
 * @param {string} style
 * @param {HTMLElement} content
 */
export function host(name, style, content) {
  const made = document.createElement(`afterword-${name}`);
  speak(made);
  const root = made.attachShadow({ mode: "open" });
  // A style element would fall under the page's own policy in Firefox; a made sheet does not.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  root.adoptedStyleSheets = [sheet, colours];
  root.append(content);
  // A press that began in the page ends there too: it may be dragging something.
  let pressed = false;
  const keep = (/** @type {Event} */ event) => {
    const { type } = event;
    if (type === "pointerdown") pressed = true;
    if (pressed || !/^(pointer|mouse)up$/.test(type)) event.stopPropagation();
    if (type === "mouseup") pressed = false;
  };
  for (const type of OURS) made.addEventListener(type, keep);
  return made;
}

/**
 * Where something of ours stands beside an element: a modal dialog makes all of the page but itself
 * inert, and lies over it.
 *
 * @param {Element} element perhaps in a frame
 */
export function layerAround(element) {
  const frame =
    element.ownerDocument === document ? null : element.ownerDocument.defaultView?.frameElement;
  return (frame ?? element).closest("dialog:modal") ?? document.documentElement;
}

/**
 * Keep keys from the page that are typed in one of ours: the characters are still typed, but no
 * shortcut of the page fires.
 *
 * @param {HTMLElement[]} hosts
 * @param {Hears} hears
 * @param {(event: KeyboardEvent, host: HTMLElement) => boolean} used whether a key down was used up
 * @param {AbortSignal} signal
 */
export function shield(hosts, hears, used, signal) {
  const hear = (/** @type {Event} */ event) => {
    // Heard from outside of a shadow root, what happens in it happens to its host.
    const { target } = event;
    const inside = hosts.find((made) => made === target);
    if (!inside || !(event instanceof KeyboardEvent)) return;
    event.stopImmediatePropagation();
    if (event.type !== "keydown" || event.isComposing) return;
    if (used(event, inside)) event.preventDefault();
  };
  hears.add(hear);
  signal.addEventListener("abort", () => hears.delete(hear));
}
