/** The webmails in order of trial; the last one fits everywhere. */

/** @import { Adapter } from "./contract.js" */

import { gmail } from "./gmail/adapter.js";
import { plain } from "./plain/adapter.js";
import { roundcube } from "./roundcube/adapter.js";

const ADAPTERS = [gmail, roundcube, plain];

/** @param {Document} document @returns {Adapter} */
export function adapterFor(document) {
  return ADAPTERS.find((adapter) => adapter.matches(document)) ?? plain;
}
