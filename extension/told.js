/** What the chosen service last said of itself: whose texts it serves, and by which numbers. */

/** @import { Health, Host } from "./api" */

import { load, onStored, save } from "./browser.js";
import { onService, readService } from "./service.js";

const KEY = "told";

/**
 * @typedef {object} Told
 * @property {Host | null} host null where it named nobody
 * @property {Record<string, number>} thresholds none from an older service
 */

/** @returns {Promise<Told>} nothing where another service said it */
export async function loadTold() {
  const told = await load(KEY, { address: "", host: null, thresholds: {} });
  const { address } = await readService();
  return told.address === address ? told : { host: null, thresholds: {} };
}

/** @param {string} address of the service @param {Health} health */
export async function saveTold(address, { host, thresholds }) {
  await save(KEY, { address, host: host ?? null, thresholds: thresholds ?? {} });
}

/**
 * Call `listener` when it said something else, or another service was chosen.
 *
 * @param {() => void} listener
 * @param {AbortSignal} [signal]
 */
export function onTold(listener, signal) {
  onStored(KEY, listener, signal);
  onService(listener, signal);
}
