/** Match patterns, as manifests and permissions use them: `https://*.gmx.net/*`. */

/**
 * Whether a pattern covers an address. Only patterns of whole origins are meant: scheme, host, `/*`.
 *
 * @param {string} pattern
 * @param {string} url
 */
export function covers(pattern, url) {
  const [, scheme, host = ""] = /^(https?):\/\/([^/]+)\/\*$/.exec(pattern) ?? [];
  const { protocol, hostname } = new URL(url);
  if (protocol !== `${scheme}:`) return false;
  const domain = host.replace(/^\*\./, "");
  return hostname === domain || (host !== domain && hostname.endsWith(`.${domain}`));
}

/** The origin that such a pattern covers, as the settings show it: `https://mail.google.com`. @param {string} pattern */
export const originOf = (pattern) => pattern.replace(/\/\*$/, "");

/** The pattern of an address's own origin; a permission knows no port. @param {string} url */
export function patternOf(url) {
  const { protocol, hostname } = new URL(url);
  return `${protocol}//${hostname}/*`;
}
