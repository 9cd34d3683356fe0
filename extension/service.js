/** Where the service is, and whether drafts may go there. */

import { forgetWhat, load, onStored, save } from "./browser.js";
import { patternOf } from "./webmail/origins.js";

export const DEFAULT_ADDRESS = "http://127.0.0.1:8765";

const KEY = "service";
const KEPT = "kept:";

/** Hosts that are this computer itself. `localhost` is one by RFC 6761 in every browser. */
const LOOPBACK = /^(127(\.\d{1,3}){3}|localhost|\[::1\])$/;

/**
 * The stored address, and the address that the person agreed to, if it is another computer's.
 *
 * @returns {Promise<{address: string, consent: string | null}>}
 */
export async function readService() {
  const stored = await load(KEY, {});
  return { address: DEFAULT_ADDRESS, consent: null, ...stored };
}

/** Under what an answer of a service is kept. @param {string} address @param {string} path */
export const keptKey = (address, path) => KEPT + address + path;

/**
 * Use the service at this address from now on; to another computer's the person has agreed. What was kept
 * of others goes, and so does what was allowed for them.
 *
 * @param {string} address
 */
export async function chooseService(address) {
  const { address: before } = await readService();
  const isOwn = isLoopback(address);
  await save(KEY, { address, consent: isOwn ? null : address });
  await giveBack(needed(before, isOwn ? await chrome.permissions.getAll() : {}));
  const own = keptKey(address, "/");
  await forgetWhat("local", (key) => key.startsWith(KEPT) && !key.startsWith(own));
}

/**
 * Give back what was allowed, but for what the service or a chosen site needs as well.
 *
 * @param {chrome.permissions.Permissions} allowed
 */
export async function giveBack({ origins = [], ...others }) {
  const { address } = await readService();
  const scripts = await chrome.scripting.getRegisteredContentScripts();
  const used = [patternOf(address), ...scripts.flatMap(({ matches = [] }) => matches)];
  const given = origins.filter((pattern) => !used.includes(pattern));
  // What the extension may always do cannot be given back.
  await chrome.permissions.remove({ origins: given, ...others }).catch(() => false);
}

/** What Firefox calls drafts that leave the computer. */
const LETTERS = "personalCommunications";

/**
 * What the browser is asked for before drafts go to another computer; Firefox also by what they are, as
 * those that have such a question tell among all `granted` so far.
 *
 * @param {string} address
 * @param {chrome.permissions.Permissions} granted
 */
export function needed(address, granted) {
  const origins = [patternOf(address)];
  return "data_collection" in granted ? { origins, data_collection: [LETTERS] } : { origins };
}

/**
 * Who takes that back in Firefox's own settings has drafts stay on this computer again.
 *
 * @param {chrome.permissions.Permissions & {data_collection?: string[]}} taken
 */
export async function takenBack({ data_collection = [] }) {
  const { address } = await readService();
  if (data_collection.includes(LETTERS) && !isLoopback(address)) {
    await chooseService(DEFAULT_ADDRESS);
  }
}

/** @param {() => void} listener @param {AbortSignal} [signal] */
export function onService(listener, signal) {
  onStored(KEY, listener, signal);
}

/**
 * An address as it is stored, without a path; null where it is not one. Without a scheme, letters go
 * to another computer sealed.
 *
 * @param {string} typed
 * @returns {string | null}
 */
export function normalAddress(typed) {
  const trimmed = typed.trim();
  const plain = /^https?:\/\//i.test(trimmed) ? trimmed : `http://${trimmed}`;
  try {
    const { origin, hostname } = new URL(plain);
    // A space in a host is percent signs to some browsers.
    if (!hostname || hostname.includes("%")) return null;
    return plain === trimmed || isLoopback(origin) ? origin : new URL(`https://${trimmed}`).origin;
  } catch {
    return null;
  }
}

/** @param {string} address */
export function isLoopback(address) {
  return LOOPBACK.test(new URL(address).hostname);
}

/**
 * Whether drafts may be sent to `address`: this computer, or the one that `consent` names.
 *
 * @param {string} address
 * @param {string | null} consent
 */
export function allowed(address, consent) {
  return isLoopback(address) || address === consent;
}
