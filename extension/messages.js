/**
 * Every message between the parts of the extension, with what it asks and what it gets.
 *
 * Content scripts, popup and options ask; the background answers. The other way go only the
 * kinds of `ToContent`; their answer is whether the page has such a compose window.
 */

/** @import { Card, Written } from "./cards/cards.js" */
/** @import { KeptDraft } from "./kept_drafts.js" */
/** @import { Person } from "./api" */
/** @import { Effect } from "./content/paste.js" */
/** @import { Site } from "./sites.js" */
/** @import { ChecksRequest, Draft, DraftRequest, Guideline, Health, Report, Template } from "./api" */

/**
 * @typedef {{state: "ok", value: T, stale?: boolean}
 *   | {state: "offline"}
 *   | {state: "slow"}
 *   | {state: "refused", message: string}
 *   | {state: "strange"}
 *   | {state: "full"}
 *   | {state: "gone"}} Answer
 *   `stale`: the last good copy, because the service did not answer. `offline`: nobody is there,
 *   on this computer. `slow`: it did not answer in time, or nobody is there on another computer, or the
 *   worker ended before that. `refused`: the service said no, in its own words. `strange`: it answered with
 *   something else than promised. `full`: the browser has no room to store it, and nothing was changed.
 *   `gone`: the extension was updated or removed.
 * @template T
 */

/**
 * @typedef {object} Kinds
 * @property {{asks: ChecksRequest, gets: Report}} check
 * @property {{asks: {}, gets: Template[]}} templates
 * @property {{asks: {template: string, request: DraftRequest}, gets: Draft}} draft
 * @property {{asks: {id: string}, gets: Guideline}} guideline
 * @property {{asks: {}, gets: Health}} health
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
 * @property {{asks: Site, gets: true}} use-on-site
 * @property {{asks: {site: string}, gets: true}} leave-site
 * @property {{asks: {}, gets: Site[]}} sites
 * @property {{asks: {}, gets: string}} site-here the site of the page that asks, whichever frame of it does
 * @property {{asks: Around, gets: AroundAnswer}} around handed on to another frame of the same tab
 * @property {{asks: {origin: string}, gets: boolean}} runs-in whether the helper runs in such frames
 * @property {{asks: {origin: string}, gets: "allowed" | "declined" | "in-popup"}} allow-frame
 *   ask the person, in a click of theirs
 * @property {{asks: {html: string, lines: string[], editors: string, at: number}, gets: true}} write-above
 *   into the CKEditor 5, or as lines into the Lexical, that stands there among `editors` and has the focus
 * @property {{asks: {}, gets: true}} open-options
 */

/**
 * @typedef {{kind: "open-panel" | "next-finding" | "start-here"} | {kind: "write", card: string}
 *   | {kind: "has-draft", id: string}
 *   | ({kind: "around"} & Around)} ToContent
 *   `open-panel`, `next-finding`: the keyboard shortcuts. `start-here`: the button of the popup, on
 *   any page. `write`: the next template for the card with this id. `has-draft`: whether a compose
 *   window is still there.
 */

/**
 * @typedef {object} Around a question of a frame that holds a body, to the page around it
 * @property {number[]} page where that page stands among the frames of the tab
 * @property {number} frame which of its frames asks
 * @property {AroundQuestion} question
 */

/**
 * @typedef {{kind: "read"} | {kind: "select", start: number, end: number}
 *   | {kind: "replace", was: string, start: number, end: number, text: string}} AroundQuestion
 *   `select` and `replace` are about words of the subject; `was`: the whole of it, as it was read
 */

/**
 * @typedef {object} AroundAnswer the message as it stands afterwards, without its body
 * @property {Effect} outcome of `replace`
 * @property {string} subject
 * @property {Person[]} recipients
 * @property {number | null} attachments
 */
