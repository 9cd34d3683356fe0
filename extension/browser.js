/** The one wrapper of `chrome.*`: storage, messages and words. Firefox answers to the same names. */

/** @import { Answer, Kinds } from "./messages.js" */

/**
 * The word or sentence `key` of `_locales/en/messages.json`, with `$1`, `$2` … filled in.
 *
 * @param {string} key
 * @param {...(string | number)} parts
 * @returns {string}
 */
export function text(key, ...parts) {
  return chrome.i18n.getMessage(key, parts.map(isolated));
}

/** Letters that are read the other way than our words. */
const OTHERS = {
  ltr: /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u,
  rtl: /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u,
};

/**
 * A part that reads the other way keeps its brackets and stops when it stands in a sentence of ours.
 *
 * @param {string | number} part
 */
function isolated(part) {
  const words = String(part);
  const direction = chrome.i18n.getMessage("direction");
  const reads = OTHERS[/** @type {keyof typeof OTHERS} */ (direction)];
  return reads.test(words) ? `\u2068${words}\u2069` : words;
}

/** Say in which language and direction the words of `root` are. @param {HTMLElement} root */
export function speak(root) {
  root.lang = text("language");
  root.dir = text("direction");
}

/** Whether the extension that started this script is still the one installed. */
export function isAlive() {
  return Boolean(globalThis.chrome?.runtime?.id);
}

/**
 * Send one message to the background and wait for its answer.
 *
 * A worker that was put to sleep is woken by the browser; one that ended before it had answered can be
 * asked again. An extension that was updated or removed meanwhile has nobody left to answer: that is
 * `{state: "gone"}`, never a rejection.
 *
 * @template {keyof Kinds} K
 * @param {K} kind
 * @param {Kinds[K]["asks"]} payload
 * @returns {Promise<Answer<Kinds[K]["gets"]>>}
 */
export async function ask(kind, payload) {
  let answer;
  try {
    answer = await chrome.runtime.sendMessage({ kind, payload });
  } catch {
    // Nobody answered.
  }
  return answer ?? { state: isAlive() ? "slow" : "gone" };
}

/** Whether nobody answered: asked again, somebody may. @param {string} state of an answer */
export function isUnanswered(state) {
  return state === "offline" || state === "slow";
}

/**
 * What is stored under `key` on this computer, or `fallback`.
 *
 * @template T
 * @param {string} key
 * @param {T} fallback
 * @returns {Promise<T>}
 */
export async function load(key, fallback) {
  const found = await chrome.storage.local.get(key);
  return /** @type {T} */ (found[key] ?? fallback);
}

/**
 * @param {string} key
 * @param {unknown} value
 * @returns {Promise<boolean>} false where the browser has no room: what was stored stays as it was
 */
export async function save(key, value) {
  try {
    await chrome.storage.local.set({ [key]: value });
    return true;
  } catch {
    return false;
  }
}

/**
 * For changes that read what is stored before they write it: two at once would undo each other's.
 *
 * @returns {<T>(change: () => Promise<T>) => Promise<T>} makes each when all before it have ended
 */
export function inTurn() {
  /** @type {Promise<unknown>} */
  let last = Promise.resolve();
  return (change) => {
    const made = last.then(change);
    last = made.catch(() => {});
    return made;
  };
}

/**
 * Call `listener` with the new value whenever `key` changes, in any window, until `signal` ends.
 *
 * @param {string} key
 * @param {(value: unknown) => void} listener
 * @param {AbortSignal} [signal]
 */
export function onStored(key, listener, signal) {
  /** @param {{[key: string]: chrome.storage.StorageChange}} changes @param {string} area */
  const heard = (changes, area) => {
    if (area === "local" && key in changes) listener(changes[key]?.newValue);
  };
  chrome.storage.onChanged.addListener(heard);
  signal?.addEventListener("abort", () => {
    if (isAlive()) chrome.storage.onChanged.removeListener(heard);
  });
}

/**
 * Keep `value` until the browser closes; only extension pages and the background may call this.
 *
 * @param {string} key
 * @param {unknown} value
 */
export async function keepForSession(key, value) {
  await chrome.storage.session.set({ [key]: value });
}

/**
 * @template T
 * @param {string} key
 * @param {T} fallback
 * @returns {Promise<T>}
 */
export async function keptForSession(key, fallback) {
  const found = await chrome.storage.session.get(key);
  return /** @type {T} */ (found[key] ?? fallback);
}

/**
 * Forget what `is` says it is, of all that is kept.
 *
 * @param {"local" | "session"} area
 * @param {(key: string, value: any) => boolean} is
 */
export async function forgetWhat(area, is) {
  const kept = await chrome.storage[area].get();
  await chrome.storage[area].remove(Object.keys(kept).filter((key) => is(key, kept[key])));
}

/** Forget all that the extension ever stored, and when it wanted to be woken. */
export async function forgetEverything() {
  await chrome.alarms.clearAll();
  await chrome.storage.local.clear();
  await chrome.storage.session.clear();
}
