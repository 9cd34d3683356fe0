/** When the helper speaks, as the person chose it for each site. */

import { load, onStored, save } from "../browser.js";

/**
 * @typedef {"writing" | "sending" | "off"} Mode
 *   `writing`: while one writes, and at Send. `sending`: at Send alone. `off`: not on this site;
 *   templates can still be inserted.
 */

const KEY = "modes";

/** The first is what holds where nothing was chosen. */
export const MODES = /** @type {const} */ (["writing", "sending", "off"]);

/** What was chosen, by site. @returns {Promise<Record<string, Mode>>} */
export function loadModes() {
  return load(KEY, {});
}

/** @param {string} site @returns {Promise<Mode>} */
export async function loadMode(site) {
  return (await loadModes())[site] ?? MODES[0];
}

/** @param {string} site @param {Mode} mode @returns {Promise<boolean>} whether there was room to keep it */
export async function saveMode(site, mode) {
  const { [site]: _before, ...others } = await loadModes();
  return save(KEY, mode === MODES[0] ? others : { ...others, [site]: mode });
}

/** @param {() => void} listener @param {AbortSignal} [signal] */
export function onModes(listener, signal) {
  onStored(KEY, listener, signal);
}
