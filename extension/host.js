/** Whose texts the service serves: a career centre may lend its name, links and colours. */

/** @import { Host } from "./api" */

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
