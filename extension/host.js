/** Whose texts the service serves: a career centre may lend its name, links and colours. */

/** @import { Host } from "./api" */

import { load, save } from "./browser.js";

const KEY = "host";

/** @returns {Promise<Host | null>} as the service last said; null where it named nobody */
export async function loadHost() {
  return load(KEY, null);
}

/** @param {Host | null | undefined} host */
export async function saveHost(host) {
  await save(KEY, host ?? null);
}

/**
 * The host's colours over those of the design, as a style sheet; "" where it has none.
 *
 * @param {Host | null} host whose names and colours `answers.js` has looked at
 */
export function hostStyle(host) {
  const rule = (/** @type {Record<string, string>} */ colours = {}) =>
    `:root, :host { ${Object.entries(colours)
      .map(([name, value]) => `--${name}: ${value};`)
      .join(" ")} }`;
  if (!host) return "";
  const { light, dark } = host.colours;
  return `${rule(light)}\n@media (prefers-color-scheme: dark) { ${rule(dark)} }`;
}
