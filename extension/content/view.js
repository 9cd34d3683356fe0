/** What there is to show of a draft, for the panel and all else that shows it. */

/** @import { Report } from "../api" */
/** @import { Card } from "../cards/cards.js" */
/** @import { KeptDraft } from "../kept_drafts.js" */
/** @import { Mode } from "./modes.js" */
/** @import { Noted } from "./report.js" */

/**
 * @typedef {"empty" | "reading" | "report" | "other" | "offline" | "slow" | "refused" | "strange"} Phase
 *
 * @typedef {object} View
 * @property {Phase | "quiet" | "off"} phase what there is to show: `quiet` until one sends
 * @property {Mode} mode
 * @property {string} reason the service's own words where it refused
 * @property {Report | null} report
 * @property {string} body the text that the report is about
 * @property {string} subject
 * @property {Noted[]} findings those that are shown: not left, and not of a sentence being written
 * @property {Card[]} cards
 * @property {Card | null} card the interview that the draft is about
 * @property {string} service address of the service, for links to its pages
 * @property {KeptDraft | null} lost a message of this site whose compose window went away
 * @property {boolean | null} less whether the draft, as it was found, is less of that message; null
 *   while nothing was written
 * @property {boolean} exact whether words of this field can be marked
 */

export {};
