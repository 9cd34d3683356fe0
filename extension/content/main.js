/** Finds every compose window of this page, puts ours beside it, and undoes all at the end. */

/** @import { Shared } from "./compose.js" */
/** @import { Hears } from "./shadow.js" */
/** @import { ToContent } from "../messages.js" */
/** @import { Adapter } from "../webmail/contract.js" */

import { ask, isAlive } from "../browser.js";
import { onTold } from "../told.js";
import { adapterFor } from "../webmail/index.js";
import { covers } from "../webmail/origins.js";
import { startedByHand } from "../webmail/plain/adapter.js";
import { answerFrames, withPageAround } from "./around.js";
import { Compose } from "./compose.js";
import { offerFrames } from "./frame_offer.js";
import { putColours } from "./shadow.js";

/** Pages change in bursts, and some never rest: one look at the end of each such time is enough. */
const LOOK_MS = 150;

/**
 * @param {AbortController} life ends everything that this script ever did
 * @param {Hears} hears who hears events before the page does
 * @param {(view: Window, end: AbortSignal) => void} listen tell them of another window's events too
 */
export async function start(life, hears, listen) {
  const { signal } = life;
  await ready(signal);
  const style = await ask("panel-style", {});
  if (style.state !== "ok") {
    // Started once more, by hand or with the page, it asks anew.
    life.abort();
    return { hear: () => false };
  }
  await putColours();
  onTold(() => void putColours(), signal);
  const composes = new Composes({ life, style: style.value, hears, listen });
  offerFrames(style.value, (origin, frame) => composes.mayBeIn(frame, origin), hears, signal);
  answerFrames(() => adapterFor(document), signal);
  composes.watch(signal);
  composes.look();
  return composes;
}

/** The compose windows of this page, as they come and go. */
class Composes {
  /** @type {Map<HTMLElement, Compose>} */
  #open = new Map();
  /** @type {ReturnType<typeof startedByHand>} */
  #byHand = null;
  /** Of this frame, if it holds a body alone. @type {Adapter | undefined} */
  #lettered;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #soon;
  /** Folding a window away changes no more than its size, and so does unfolding one that we let go. */
  #sizes = new ResizeObserver(() => this.#lookSoon());

  /** @param {Shared} shared */
  constructor(shared) {
    this.shared = shared;
  }

  /** Look again whenever the page may show another one. @param {AbortSignal} signal */
  watch(signal) {
    const soon = () => this.#lookSoon();
    const changes = new MutationObserver(soon);
    changes.observe(document, { childList: true, subtree: true });
    // An editor in a frame is ready some time after its frame; its load is heard on capture only.
    document.addEventListener("load", soon, { capture: true, signal });
    document.addEventListener("focusin", soon, { signal });
    signal.addEventListener("abort", () => {
      clearTimeout(this.#soon);
      changes.disconnect();
      this.#sizes.disconnect();
    });
  }

  #lookSoon() {
    this.#soon ??= setTimeout(() => this.look(), LOOK_MS);
  }

  /** Put ours beside new ones, keep step with those that are there, and leave those that went. */
  look() {
    clearTimeout(this.#soon);
    this.#soon = undefined;
    if (!isAlive()) return this.shared.life.abort();
    const adapter = this.#adapter();
    // A body in a frame of another origin has its session in there.
    const roots = new Set(
      adapter.composes(document).filter((root) => !adapter.letterFrame?.(root)),
    );
    if (this.#byHand?.root.isConnected) roots.add(this.#byHand.root);
    for (const [root, compose] of this.#open) {
      if (roots.has(root)) continue;
      compose.close();
      this.#open.delete(root);
    }
    for (const root of roots) {
      const known = this.#open.get(root);
      if (known) known.tend();
      else this.#begin(root, root === this.#byHand?.root ? this.#byHand.adapter : adapter);
    }
  }

  #adapter() {
    const known = adapterFor(document);
    if (!known.isLetterFrame?.(document)) return known;
    this.#lettered ??= withPageAround(known);
    return this.#lettered;
  }

  /** @param {HTMLElement} root @param {Adapter} adapter */
  #begin(root, adapter) {
    const compose = new Compose(root, adapter, this.shared, () => {
      for (const other of this.#open.values()) if (other !== compose) other.panel.fold();
    });
    this.#open.set(root, compose);
    this.#sizes.observe(root);
  }

  /**
   * Whether a message may be written in a frame that one cannot look into.
   *
   * @param {HTMLIFrameElement} frame
   * @param {string} origin of the frame
   */
  mayBeIn(frame, origin) {
    const adapter = adapterFor(document);
    const known = adapter.origins.flat();
    if (adapter.composes(document).some((root) => adapter.letterFrame?.(root) === frame))
      return true;
    const written = [...this.#open.values()].some(({ session }) => session.editor);
    return !written && (!known.length || known.some((pattern) => covers(pattern, origin)));
  }

  /** @param {ToContent} message @returns {boolean} whether there is a compose window for it */
  hear(message) {
    this.look();
    if (message?.kind === "has-draft") {
      return [...this.#open.values()].some(({ session }) => session.id === message.id);
    }
    if (message?.kind === "start-here" && !this.#open.size) {
      this.#byHand = startedByHand(document);
      if (this.#byHand) this.#begin(this.#byHand.root, this.#byHand.adapter);
    }
    const chosen = this.#chosen();
    if (message?.kind === "open-panel") chosen?.panel.toggle();
    if (message?.kind === "next-finding") chosen?.next();
    if (message?.kind === "start-here") chosen?.panel.unfold();
    if (message?.kind === "write") chosen?.panel.write(message.card);
    return Boolean(chosen);
  }

  /** The one that the person is in, or whose panel stands there, else the first. */
  #chosen() {
    const all = [...this.#open.values()];
    const at = document.activeElement;
    return (
      all.find(({ session, bubble }) => session.root.contains(at) || bubble.float.active) ??
      all.find(({ panel }) => !panel.folded) ??
      all[0]
    );
  }
}

/** @param {AbortSignal} signal */
function ready(signal) {
  if (document.readyState !== "loading") return Promise.resolve();
  return new Promise((resolve) => {
    document.addEventListener("DOMContentLoaded", resolve, { once: true, signal });
  });
}
