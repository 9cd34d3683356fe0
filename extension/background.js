/**
 * The background: the only part that talks to the service, and the keeper of what must outlive a
 * page. A browser may end it at any moment, so it remembers nothing outside of storage and every
 * listener is registered before the first await.
 */

/** @import { Answer, Kinds } from "./messages.js" */

import { isDraft, isGuideline, isHealth, isReport, isTemplates } from "./answers.js";
import { forgetWhat, isUnanswered, keepForSession, keptForSession, load, save } from "./browser.js";
import { loadCards } from "./cards/cards.js";
import { addCards, forgetOld, noteWritten, removeCard, saveCard } from "./cards/keeper.js";
import { cardIn, remind } from "./cards/reminders.js";
import { forgetDraft, keepDraft, lostDrafts } from "./kept_drafts.js";
import { allowed, isLoopback, keptKey, readService, takenBack } from "./service.js";
import {
  allowFrame,
  leaveSite,
  permissionsAdded,
  permissionsRemoved,
  runsIn,
  siteAt,
  sites,
  useAgain,
  useOnSite,
} from "./sites.js";
import { saveTold } from "./told.js";

const PATIENCE_MS = 8000;
/** Who waits for a check goes on writing; yet no browser lets a worker wait for half a minute. */
const CHECK_PATIENCE_MS = 20_000;

/** @type {Record<keyof Kinds, (payload: any, sender: chrome.runtime.MessageSender) => Promise<Answer<unknown>>>} */
const ANSWERS = {
  check: async (request) => {
    const answer = await post("/api/v1/checks", request, isReport, CHECK_PATIENCE_MS);
    if (answer.state === "ok") void hearOnce();
    return answer;
  },
  templates: async () => {
    const answer = await get("/api/v1/templates", isTemplates, (value) => value.templates);
    // Their order goes by the service's numbers.
    if (answer.state === "ok" && !answer.stale) await hearOnce();
    return answer;
  },
  draft: ({ template, request }) =>
    post(`/api/v1/templates/${encodeURIComponent(template)}/draft`, request, isDraft),
  guideline: ({ id }) => get(`/api/v1/guidelines/${encodeURIComponent(id)}`, isGuideline),
  health: () => hear(),
  "panel-style": async () => ok(await panelStyle()),
  "keep-form": async ({ key, value }) => {
    await keepForSession(`form:${key}`, value);
    return ok(true);
  },
  "kept-form": async ({ key }) => ok(await keptForSession(`form:${key}`, null)),
  "save-card": ({ card, fields }) => saveCard(card, fields),
  "remove-card": async ({ id }) => {
    // What was typed beside it would bring it back.
    await forgetWhat("session", (_, half) => half?.card?.id === id);
    return removeCard(id);
  },
  "note-written": ({ id, entry, sent }) => noteWritten(id, entry, sent),
  "add-cards": ({ cards }) => addCards(cards),
  "forget-old": async () => {
    await forgetOld();
    return ok(true);
  },
  "keep-draft": async (draft, { tab, frameId: frame = 0 }) => {
    await keepDraft({ ...draft, at: Date.now(), tab: tab?.id ?? null, frame });
    return ok(true);
  },
  "lost-drafts": async ({ site }) => ok(await lostDrafts(site)),
  "forget-draft": async ({ id }) => {
    await forgetDraft(id);
    return ok(true);
  },
  "use-on-site": async (site) => {
    await useOnSite(site);
    return ok(true);
  },
  "leave-site": async ({ site }) => {
    await leaveSite(site);
    return ok(true);
  },
  sites: async () => ok(await sites()),
  "site-here": async (_asked, { tab, url = "" }) => ok(await siteAt(tab?.url ?? url)),
  around: async (around, { tab }) =>
    ok(await chrome.tabs.sendMessage(tab?.id ?? -1, { kind: "around", ...around })),
  "runs-in": async ({ origin }) => ok(await runsIn(origin)),
  "allow-frame": async ({ origin }, { url = "" }) => ok(await allowFrame(origin, url)),
  "write-above": async (draft, { tab, frameId = 0, documentId }) => {
    // By now the frame may show another document, which is to hear nothing; older Firefox cannot tell.
    const asker = documentId ? { documentIds: [documentId] } : { frameIds: [frameId] };
    const target = { tabId: tab?.id ?? -1, ...asker };
    /** @type {[any]} */
    const args = [draft];
    await chrome.scripting.executeScript({ target, world: "MAIN", func: writeAbove, args });
    return ok(true);
  },
  "open-options": async () => {
    await chrome.runtime.openOptionsPage();
    return ok(true);
  },
};

/** @template T @param {T} value @returns {Answer<T>} */
const ok = (value) => ({ state: "ok", value });

chrome.runtime.onMessage.addListener((message, sender, reply) => {
  if (!Object.hasOwn(ANSWERS, message?.kind) || sender.id !== chrome.runtime.id) return false;
  const kind = /** @type {keyof Kinds} */ (message.kind);
  ANSWERS[kind](message.payload ?? {}, sender).then(reply, () => reply({ state: "strange" }));
  return true;
});

chrome.commands.onCommand.addListener(async (command) => {
  if (command !== "open-panel" && command !== "next-finding") return;
  const [tab] = await chrome.tabs.query({ active: true, currentWindow: true });
  // A tab without a compose window of ours has nobody who listens.
  if (tab?.id) await chrome.tabs.sendMessage(tab.id, { kind: command }).catch(() => {});
});

chrome.permissions.onAdded.addListener(permissionsAdded);
chrome.permissions.onRemoved.addListener(({ origins = [] }) => void permissionsRemoved(origins));
chrome.permissions.onRemoved.addListener(takenBack);

// Browsers may drop alarms when they close.
chrome.runtime.onStartup.addListener(() => void forgetOld());
chrome.runtime.onInstalled.addListener(() => void forgetOld());
chrome.runtime.onInstalled.addListener(() => void useAgain());

chrome.alarms.onAlarm.addListener(async ({ name }) => {
  const card = (await loadCards()).find(({ id }) => id === cardIn(name));
  if (!card) return;
  await saveCard({ ...card, remindAt: 0 }, ["remindAt"]);
  await remind(card);
});

// Notifications may be allowed while this runs; then it is heard from the next start on, and here.
listenToNotifications();
chrome.permissions.onAdded.addListener(listenToNotifications);

function listenToNotifications() {
  chrome.notifications?.onClicked.addListener(openDesk);
}

/**
 * In the page's own world, where alone CKEditor 5 and Lexical can be asked to write above what holds their
 * caret: what is pasted there they take into the list, the table or the heading. By now another one may
 * have taken the focus.
 *
 * @param {{html: string, lines: string[], editors: string, at: number}} draft
 */
function writeAbove({ html, lines, editors, at }) {
  /** @type {any} */
  const element = document.querySelectorAll(editors)[at];
  if (element !== document.activeElement) return;
  const { ckeditorInstance: five, __lexicalEditor: lexical } = element;
  const writeLines = () => {
    const [Line, Words] = ["paragraph", "text"].map((type) => lexical._nodes.get(type).klass);
    const box = lexical.getEditorState()._selection.anchor.getNode().getTopLevelElement();
    for (const words of lines) box.insertBefore(new Line().append(new Words(words)));
  };
  if (lexical) return lexical.update(writeLines, { discrete: true });
  const { root, path } = five.model.document.selection.getFirstPosition();
  five.model.change((/** @type {any} */ writer) =>
    writer.insert(five.data.parse(html), root, path[0]),
  );
}

/** Where a desk is open in a tab, it comes to the front. @param {string} id of the notification */
async function openDesk(id) {
  if (!cardIn(id)) return;
  const url = chrome.runtime.getURL("popup/popup.html");
  const [open] = await chrome.tabs.query({ url });
  if (open?.id) {
    await chrome.tabs.update(open.id, { active: true });
    await chrome.windows.update(open.windowId, { focused: true });
  } else await chrome.tabs.create({ url });
  await chrome.notifications.clear(id);
}

/** The service that was heard of since this worker woke. */
let heard = "";

/** Hear what the service says of itself, if that was not done yet. */
async function hearOnce() {
  const { address } = await readService();
  if (heard === address) return;
  heard = address;
  await hear();
}

async function hear() {
  const { address } = await readService();
  const answer = await call("/api/v1/health", {}, isHealth, { address });
  heard = answer.state === "ok" ? address : "";
  if (answer.state === "ok") await saveTold(address, answer.value);
  return answer;
}

/**
 * Ask the service; the one place with a `fetch`.
 *
 * @param {string} path
 * @param {RequestInit} options
 * @param {(value: unknown) => boolean} holds
 * @param {{address?: string, patience?: number}} [how] the service that was stored when somebody began to
 *   ask; how long to wait
 * @returns {Promise<Answer<any> & {etag?: string | null, unchanged?: boolean}>}
 */
async function call(path, options, holds, { address, patience = PATIENCE_MS } = {}) {
  const service = await readService();
  const root = address ?? service.address;
  if (!allowed(root, service.consent)) return { state: "refused", message: "" };
  // Who uses another computer's cannot start it.
  const nobody = isLoopback(root) ? "offline" : "slow";
  const signal = AbortSignal.timeout(patience);
  let response;
  try {
    response = await fetch(root + path, {
      ...options,
      cache: "no-store",
      credentials: "omit",
      redirect: "error",
      referrerPolicy: "no-referrer",
      signal,
    });
  } catch {
    return { state: signal.aborted ? "slow" : nobody };
  }
  // So a web server says that the service behind it is not there.
  if (response.status > 501 && response.status < 505) return { state: nobody };
  const conditional = new Headers(options.headers).has("If-None-Match");
  if (conditional && response.status === 304) return { state: "ok", value: null, unchanged: true };
  const value = await response.json().catch(() => null);
  if (value === null && signal.aborted) return { state: "slow" };
  if (!response.ok) {
    const message = value?.error?.message;
    return typeof message === "string" ? { state: "refused", message } : { state: "strange" };
  }
  if (!holds(value)) return { state: "strange" };
  return { state: "ok", value, etag: response.headers.get("ETag") };
}

/** @param {string} path @param {unknown} body @param {(value: unknown) => boolean} holds @param {number} [patience] */
async function post(path, body, holds, patience) {
  const headers = { "Content-Type": "application/json" };
  const options = { method: "POST", headers, body: JSON.stringify(body) };
  const answer = await call(path, options, holds, { patience });
  return answer.state === "ok" ? ok(answer.value) : answer;
}

/**
 * Get content that changes only with the service's version; its last good copy is kept.
 *
 * @param {string} path
 * @param {(value: unknown) => boolean} holds
 * @param {(value: any) => unknown} [pick] what to take of the answer
 * @returns {Promise<Answer<any>>}
 */
async function get(path, holds, pick = (value) => value) {
  const { address } = await readService();
  const key = keptKey(address, path);
  const stored = await load(
    key,
    /** @type {{etag: string | null, value: unknown} | null} */ (null),
  );
  // Another version of the extension may have kept it.
  const kept = stored && holds(stored.value) ? stored : null;
  const headers = kept?.etag ? { "If-None-Match": kept.etag } : {};
  const answer = await call(
    path,
    { headers: /** @type {Record<string, string>} */ (headers) },
    holds,
    { address },
  );
  if (answer.state === "ok" && !answer.unchanged) {
    await save(key, { etag: answer.etag, value: answer.value });
    return ok(pick(answer.value));
  }
  if (answer.state === "ok") return ok(pick(kept?.value));
  if (isUnanswered(answer.state) && kept)
    return { state: "ok", value: pick(kept.value), stale: true };
  return answer;
}

/** The panel's style sheets as one text: a shadow root in a foreign page cannot link to them. */
async function panelStyle() {
  const files = [
    "design/tokens.css",
    "design/controls.css",
    "content/panel/panel.css",
    "content/bubble.css",
    "content/toast.css",
  ];
  const texts = await Promise.all(
    files.map(async (file) => (await fetch(chrome.runtime.getURL(file))).text()),
  );
  return texts.join("\n");
}
