/**
 * Every message between the parts of the extension, with what it asks and what it gets.
 *
 * Content scripts, popup and options ask; the background answers. The other way go only the
 * kinds of `ToContent`; their answer is whether the page has such a compose window.
 */

/** @import { Card, Written } from "./cards/cards.js" */
/** @import { KeptDraft } from "./kept_drafts.js" */
/** @import { CheckRequest, Draft, DraftRequest, Guideline, Health, Report, Template } from "./api" */

/**
 * @typedef {{state: "ok", value: T, stale?: boolean}
 *   | {state: "offline"}
 *   | {state: "refused", message: string}
 *   | {state: "strange"}
 *   | {state: "full"}
 *   | {state: "gone"}} Answer
 *   `stale`: the last good copy, because the service did not answer. `refused`: the service said
 *   no, in its own words. `strange`: it answered with something else than promised. `full`: the
 *   browser has no room to store it, and nothing was changed. `gone`: the extension was updated or
 *   removed.
 * @template T
 */

/**
 * @typedef {object} Kinds
 * @property {{asks: CheckRequest, gets: Report}} check
 * @property {{asks: {}, gets: Template[]}} templates
 * @property {{asks: {template: string, request: DraftRequest}, gets: Draft}} draft
 * @property {{asks: {id: string}, gets: Guideline}} guideline
 * @property {{asks: {address?: string}, gets: Health}} health
 * @property {{asks: {}, gets: {address: string}}} service
 * @property {{asks: {}, gets: string}} panel-style
 * @property {{asks: {key: string, value: unknown}, gets: true}} keep-form
 * @property {{asks: {key: string}, gets: unknown}} kept-form
 * @property {{asks: {card: Card, fields: (keyof Card)[]}, gets: true}} save-card
 * @property {{asks: {id: string}, gets: true}} remove-card
 * @property {{asks: {id: string, entry: Written, sent: boolean}, gets: true}} note-written
 * @property {{asks: {cards: Card[]}, gets: true}} add-cards
 * @property {{asks: {}, gets: true}} forget-old
 * @property {{asks: Pick<KeptDraft, "id" | "site" | "subject" | "body">, gets: true}} keep-draft
 * @property {{asks: {site: string}, gets: KeptDraft[]}} lost-drafts
 * @property {{asks: {id: string}, gets: true}} forget-draft
 * @property {{asks: {origin: string}, gets: true}} use-on-site
 * @property {{asks: {origin: string}, gets: true}} leave-site
 * @property {{asks: {}, gets: string[]}} sites
 * @property {{asks: {}, gets: true}} open-options
 */

/**
 * @typedef {{kind: "open-panel" | "next-finding" | "start-here"} | {kind: "write", card: string}
 *   | {kind: "has-draft", id: string}} ToContent
 *   `open-panel`, `next-finding`: the keyboard shortcuts. `start-here`: the button of the popup, on
 *   any page. `write`: the next template for the card with this id. `has-draft`: whether a compose
 *   window is still there.
 */

/** The kinds that the background answers; it refuses all others. */
export const KINDS = /** @type {const} */ ([
  "check",
  "templates",
  "draft",
  "guideline",
  "health",
  "service",
  "panel-style",
  "keep-form",
  "kept-form",
  "save-card",
  "remove-card",
  "note-written",
  "add-cards",
  "forget-old",
  "keep-draft",
  "lost-drafts",
  "forget-draft",
  "use-on-site",
  "leave-site",
  "sites",
  "open-options",
]);
