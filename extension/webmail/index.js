/** The webmails in order of trial; the last one fits everywhere. */

/** @import { Adapter } from "./contract.js" */

import { fastmail } from "./fastmail/adapter.js";
import { gmail } from "./gmail/adapter.js";
import { gmx } from "./gmx/adapter.js";
import { icloud } from "./icloud/adapter.js";
import { covers, patternOf } from "./origins.js";
import { outlook } from "./outlook/adapter.js";
import { plain } from "./plain/adapter.js";
import { proton } from "./proton/adapter.js";
import { roundcube } from "./roundcube/adapter.js";
import { snappymail } from "./snappymail/adapter.js";
import { sogo } from "./sogo/adapter.js";
import { tuta } from "./tuta/adapter.js";
import { yahoo } from "./yahoo/adapter.js";
import { zoho } from "./zoho/adapter.js";

const ADAPTERS = [
  fastmail,
  gmail,
  gmx,
  icloud,
  outlook,
  proton,
  roundcube,
  snappymail,
  sogo,
  tuta,
  yahoo,
  zoho,
  plain,
];

/** @param {Document} document @returns {Adapter} */
export function adapterFor(document) {
  return ADAPTERS.find((adapter) => adapter.matches(document)) ?? plain;
}

/**
 * All that a webmail at this address is made of, as match patterns: its own origin where none is known.
 *
 * @param {string} url
 */
export function originsFor(url) {
  const groups = ADAPTERS.flatMap(({ origins }) => origins);
  const group = groups.find((patterns) => patterns.some((pattern) => covers(pattern, url)));
  return group ?? [patternOf(url)];
}

/**
 * Whether a compose window is folded away: still there, and not to be seen.
 *
 * @param {HTMLElement} root
 * @param {Adapter} adapter
 */
export function isFolded(root, adapter) {
  return adapter.minimised?.(root) || adapter.editor(root)?.checkVisibility() === false;
}
