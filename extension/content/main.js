/** Pairs every compose window of this page with a session and a panel, and undoes all at the end. */

/** @import { Hears } from "./shadow.js" */
/** @import { ToContent } from "../messages.js" */
/** @import { Noted } from "./report.js" */
/** @import { Adapter } from "../webmail/contract.js" */

import { ask, isAlive } from "../browser.js";
import { onTold } from "../told.js";
import { adapterFor } from "../webmail/index.js";
import { covers } from "../webmail/origins.js";
import { startedByHand } from "../webmail/plain/adapter.js";
import { answerFrames, withPageAround } from "./around.js";
import { Bubble } from "./bubble.js";
import { isFolded } from "./folded.js";
import { offerFrames } from "./frame_offer.js";
import { Guard } from "./guard.js";
import { Panel } from "./panel/panel.js";
import { Question } from "./question.js";
import { Session } from "./session.js";
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

  /** @type {Map<HTMLElement, {session: Session, panel: Panel, bubble: Bubble, question: Question, guard: Guard, life: AbortController}>} */
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
    const own = new AbortController();
    signal.addEventListener("abort", () => own.abort(), { signal: own.signal });
    const session = new Session(root, adapter, own, () => life.abort());
    const panel = new Panel(session, style.value, hears, own.signal, () => {
      for (const other of open.values()) if (other.panel !== panel) other.panel.fold();
    });
    const bubble = new Bubble(session, style.value, hears, own.signal);
    const fix = (/** @type {Noted} */ item) => {
      session.show(item);
      if (!bubble.show(item.id, true) && item.finding.field === "body") panel.reveal(item.id);
    };
    const question = new Question(session, fix, style.value, hears, own.signal);
    const guard = new Guard(session, question, hears, own.signal);
    session.field.onBind((editor, end) => {
      if (editor.window !== window) listen(editor.window, end);
    });
    open.set(root, { session, panel, bubble, question, guard, life: own });
    sizes.observe(root);
    void session.start();
    return panel;
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
    for (const [root, { life: own, guard }] of open) {
      if (roots.has(root)) continue;
      guard.closed();
      own.abort();
      open.delete(root);
    }
    for (const root of roots) {
      const known = open.get(root);
      if (!known) begin(root, root === byHand?.root ? byHand.adapter : adapter);
      else if (isFolded(root, known.session.adapter)) {
        known.session.fold(true);
        known.panel.putAway();
        known.bubble.close();
        known.question.rest();
      } else {
        known.session.bind();
        known.session.fold(false);
        known.session.checking.glance();
        known.panel.attach();
      }
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
      if (message?.kind === "next-finding" && chosen) next(chosen);
      if (message?.kind === "start-here") chosen?.panel.unfold();
      if (message?.kind === "write") chosen?.panel.write(message.card);
      return Boolean(chosen);
    },
  };
}

/**
 * From the draft into the bubble that stands beside its words, else to the next finding of the list.
 *
 * @param {{bubble: Bubble, panel: Panel}} compose
 */
function next({ bubble, panel }) {
  if (bubble.float.active || !bubble.enterHere()) panel.next();
}

/** @param {AbortSignal} signal */
function ready(signal) {
  if (document.readyState !== "loading") return Promise.resolve();
  return new Promise((resolve) => {
    document.addEventListener("DOMContentLoaded", resolve, { once: true, signal });
  });
}
