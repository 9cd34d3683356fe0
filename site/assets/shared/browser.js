/** The words of the helper's panel on a page of the site: stands where the extension has its own. */

/** @type {Record<string, string>} */
const words = await (await fetch(new URL("words.json", import.meta.url))).json();

/**
 * The word or sentence `key` of the extension, with `$1`, `$2` … filled in.
 *
 * @param {string} key
 * @param {...(string | number)} parts
 * @returns {string}
 */
export function text(key, ...parts) {
  return (words[key] ?? key).replace(/\$(\d)/g, (_, place) => String(parts[place - 1] ?? ""));
}
