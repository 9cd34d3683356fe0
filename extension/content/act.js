/** The acts that send a message, told from all other events of a page, and done again when asked. */

/** @import { Adapter, Chord } from "../webmail/contract.js" */
/** @import { Editor } from "./editor.js" */

const PRESS = /^(pointer|mouse)(down|up)$|^click$/;
/** Nobody presses a button for longer. */
const LONGEST_PRESS_MS = 10_000;

/**
 * @typedef {object} Act
 * @property {"press" | "chord"} kind a press on a button, by pointer or by key; or a chord of keys
 * @property {Element} target where the page would have heard it
 * @property {boolean} done whether its last event is there: nothing else of it follows
 * @property {{x: number, y: number}} at
 * @property {KeyboardEventInit & {key: string}} [keys] of a chord
 */

/**
 * @param {Event} event
 * @param {HTMLElement} root the compose window
 * @param {Editor} editor its body field
 * @param {Adapter} adapter
 * @returns {Act | null} what of an act the event is; null where it sends nothing
 */
export function actOf(event, root, editor, adapter) {
  // Asked only where something may be sent: nearly every key sends nothing.
  const isIn = (/** @type {Node} */ node) => event.composedPath().includes(node);
  const target = () => /** @type {Element} */ (event.composedPath()[0]);
  const onSend = () => adapter.sends?.(root).some(isIn) ?? false;
  if (PRESS.test(event.type)) {
    const press = /** @type {PointerEvent} */ (event);
    if (press.button || !onSend()) return null;
    const at = { x: press.clientX, y: press.clientY };
    return { kind: "press", target: target(), done: event.type === "click", at };
  }
  const key = /** @type {KeyboardEvent} */ (event);
  const done = event.type === "keydown";
  const at = { x: 0, y: 0 };
  if (!key.ctrlKey && !key.metaKey && !key.altKey) {
    if (!/^(Enter| )$/.test(key.key) || event.target === editor.element || !onSend()) return null;
    return { kind: "press", target: target(), done, at };
  }
  if (!adapter.chords.some((chord) => isChord(key, chord))) return null;
  const inside = isIn(root) || (editor.document !== document && isIn(editor.document));
  return inside ? { kind: "chord", target: target(), done, at, keys: keysOf(key) } : null;
}

/** @param {KeyboardEvent} event @param {Chord} chord */
function isChord({ key, shiftKey, altKey, ctrlKey, metaKey }, chord) {
  const parts = chord.split("+");
  const wanted = parts.at(-1)?.toLowerCase();
  return (
    key.toLowerCase() === wanted &&
    shiftKey === parts.includes("Shift") &&
    altKey === parts.includes("Alt") &&
    (ctrlKey || metaKey) === parts.includes("Mod")
  );
}

/** @param {KeyboardEvent} event */
function keysOf({ key, code, keyCode, which, ctrlKey, metaKey, shiftKey, altKey }) {
  return { key, code, keyCode, which, ctrlKey, metaKey, shiftKey, altKey };
}

/**
 * Do an act once more, as the person did it: all events of a press, for some buttons act on the
 * first and some on the last of them.
 *
 * @param {Act} act
 */
export function again({ kind, target, at, keys }) {
  const common = { bubbles: true, cancelable: true, composed: true };
  if (kind === "chord") {
    for (const type of ["keydown", "keyup"])
      target.dispatchEvent(new KeyboardEvent(type, { ...common, ...keys }));
    return;
  }
  const press = { ...common, clientX: at.x, clientY: at.y, detail: 1 };
  target.dispatchEvent(new PointerEvent("pointerdown", { ...press, isPrimary: true }));
  target.dispatchEvent(new MouseEvent("mousedown", press));
  // Some webmails take the last words over only when their editor loses the focus.
  /** @type {HTMLElement | null} */ (target.closest("button, [tabindex], a, input"))?.focus();
  target.dispatchEvent(new PointerEvent("pointerup", { ...press, isPrimary: true }));
  target.dispatchEvent(new MouseEvent("mouseup", press));
  if ("click" in target) /** @type {HTMLElement} */ (target).click();
  else target.dispatchEvent(new MouseEvent("click", press));
}

/** One act at a time: what was decided at its first event holds for the others. */
export class Gesture {
  #since = -Infinity;
  #held = false;

  /**
   * @param {Event} event
   * @param {() => boolean} decide whether to hold an act that begins here
   */
  holds({ type, timeStamp }, decide) {
    const begins = type === "pointerdown" || type === "keydown";
    const alone = timeStamp - this.#since > LONGEST_PRESS_MS;
    if (begins || alone) this.#held = decide();
    this.#since = type === "click" ? -Infinity : timeStamp;
    return this.#held;
  }
}
