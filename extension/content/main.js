/** Finds every compose window of this page, puts ours beside it, and undoes all at the end. */

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
  if (style.state !== "ok") return { hear: () => false };
  await putColours();
  onTold(() => void putColours(), signal);
  const shared = { life, style: style.value, hears, listen };

  /** @type {Map<HTMLElement, Compose>} */
  const open = new Map();
  /** @type {ReturnType<typeof startedByHand>} */
  let byHand = null;
  /** @type {Adapter | undefined} of this frame, if it holds a body alone */
  let lettered;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let soon;

  // Folding a window away changes no more than its size, and so does unfolding one that we let go.
  const sizes = new ResizeObserver(() => lookSoon());

  /** @param {HTMLElement} root @param {Adapter} adapter */
  const begin = (root, adapter) => {
    const compose = new Compose(root, adapter, shared, () => {
      for (const other of open.values()) if (other !== compose) other.panel.fold();
    });
    open.set(root, compose);
    sizes.observe(root);
  };

  const adapterHere = () => {
    const known = adapterFor(document);
    if (!known.isLetterFrame?.(document)) return known;
    lettered ??= withPageAround(known);
    return lettered;
  };

  const look = () => {
    clearTimeout(soon);
    soon = undefined;
    if (!isAlive()) return life.abort();
    const adapter = adapterHere();
    // A body in a frame of another origin has its session in there.
    const roots = new Set(
      adapter.composes(document).filter((root) => !adapter.letterFrame?.(root)),
    );
    if (byHand?.root.isConnected) roots.add(byHand.root);
    for (const [root, compose] of open) {
      if (roots.has(root)) continue;
      compose.close();
      open.delete(root);
    }
    for (const root of roots) {
      const known = open.get(root);
      if (known) known.tend();
      else begin(root, root === byHand?.root ? byHand.adapter : adapter);
    }
  };

  /** @param {string} origin @param {HTMLIFrameElement} frame that one cannot look into */
  const expects = (origin, frame) => {
    const adapter = adapterFor(document);
    const known = adapter.origins.flat();
    if (adapter.composes(document).some((root) => adapter.letterFrame?.(root) === frame))
      return true;
    const written = [...open.values()].some(({ session }) => session.editor);
    return !written && (!known.length || known.some((pattern) => covers(pattern, origin)));
  };
  offerFrames(style.value, expects, signal);
  answerFrames(() => adapterFor(document), signal);

  const lookSoon = () => {
    soon ??= setTimeout(look, LOOK_MS);
  };
  const watch = new MutationObserver(lookSoon);
  watch.observe(document, { childList: true, subtree: true });
  // An editor in a frame is ready some time after its frame; its load is heard on capture only.
  document.addEventListener("load", lookSoon, { capture: true, signal });
  document.addEventListener("focusin", lookSoon, { signal });
  signal.addEventListener("abort", () => {
    clearTimeout(soon);
    watch.disconnect();
    sizes.disconnect();
  });
  look();

  return {
    /** @param {ToContent} message @returns {boolean} whether there is a compose window for it */
    hear(message) {
      look();
      if (message?.kind === "start-here" && !open.size) {
        byHand = startedByHand(document);
        if (byHand) begin(byHand.root, byHand.adapter);
      }
      const active = [...open].find(([root]) => root.contains(document.activeElement));
      const [, chosen] = active ?? [...open][0] ?? [];
      if (message?.kind === "has-draft") {
        return [...open.values()].some(({ session }) => session.id === message.id);
      }
      if (message?.kind === "open-panel") chosen?.panel.toggle();
      if (message?.kind === "next-finding") chosen?.next();
      if (message?.kind === "start-here") chosen?.panel.unfold();
      if (message?.kind === "write") chosen?.panel.write(message.card);
      return Boolean(chosen);
    },
  };
}

/** @param {AbortSignal} signal */
function ready(signal) {
  if (document.readyState !== "loading") return Promise.resolve();
  return new Promise((resolve) => {
    document.addEventListener("DOMContentLoaded", resolve, { once: true, signal });
  });
}
