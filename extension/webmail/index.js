/** The webmails in order of trial; the last one fits everywhere. */

/** @import { Adapter } from "./contract.js" */

import { fastmail } from "./fastmail/adapter.js";
import { gmail } from "./gmail/adapter.js";
import { outlook } from "./outlook/adapter.js";
import { plain } from "./plain/adapter.js";
import { proton } from "./proton/adapter.js";
import { roundcube } from "./roundcube/adapter.js";
import { snappymail } from "./snappymail/adapter.js";
import { tuta } from "./tuta/adapter.js";
import { yahoo } from "./yahoo/adapter.js";

const ADAPTERS = [fastmail, gmail, outlook, proton, roundcube, snappymail, tuta, yahoo, plain];

/** @param {Document} document @returns {Adapter} */
export function adapterFor(document) {
  return ADAPTERS.find((adapter) => adapter.matches(document)) ?? plain;
}
