/**
 * What Afterword must know about a webmail: one object of this shape per folder of `webmail/`.
 *
 * An adapter only finds things. It draws nothing, sends nothing, starts no timer, and never looks
 * for a word in the person's language: names, roles, ids and classes only. A comment says where and when
 * its selectors were last seen to hold: in the running product, with its version; in the product's own
 * source; or in a page rebuilt from reports of others, with what those are.
 */

/** @import { Person } from "../api" */
/** @import { FarSubject } from "../content/around.js" */

/**
 * @typedef {object} Adapter
 * @property {string} id the folder's name
 * @property {string} name as people call the product
 * @property {string[][]} origins
 *   groups of match patterns: a compose window at one of a group needs all of it, because of frames
 *   of another origin or because the product moves between them, so one "Use on this site" asks for
 *   the whole group. Empty where every site has an address of its own.
 * @property {(document: Document) => boolean} matches
 * @property {(document: Document) => HTMLElement[]} composes
 *   every compose window on the page, those folded away included
 * @property {(root: HTMLElement) => boolean} [minimised]
 *   whether a compose window is folded to its title, where that leaves its body to be seen
 * @property {(root: HTMLElement) => HTMLElement | null} editor
 *   what holds the body: a contenteditable element, perhaps in a frame of the same origin, or a
 *   textarea; null while it is still being made
 * @property {(document: Document) => boolean} [isLetterFrame]
 *   whether a document is the frame that `letterFrame` of the page around it shows
 * @property {(root: HTMLElement) => HTMLIFrameElement | null} [letterFrame]
 *   the frame of another origin that the body stands in: the session runs in there, and asks this page
 *   for all but the body
 * @property {() => Promise<void>} [refresh] to be awaited before the others are asked
 * @property {(root: HTMLElement) => HTMLInputElement | FarSubject | null} subject
 * @property {(root: HTMLElement) => Person[]} recipients
 *   the To line as it stands now; a webmail fills it late, so ask when it matters. Where it shows
 *   only a name the email is "", and the other way round.
 * @property {(root: HTMLElement) => number | null} [attachments] where it can be known; null where not now
 * @property {(root: HTMLElement) => Element | null} buttonSpot our button stands after it
 * @property {((root: HTMLElement) => Element[]) | null} sends
 *   every control that sends this message or opens the choice of a later time, perhaps outside of
 *   `root`; what is inside of one counts as it. Never found by its label: null where nothing else
 *   tells it from other buttons.
 * @property {readonly Chord[]} chords keys that send from inside of the compose window
 * @property {"p"} [block] where the editor makes a `p` of each typed paragraph, with breaks inside, and
 *   not a `div` of each line
 * @property {"rooster9" | "squire"} [engine] the editor, where it is one of these and nothing on the page tells:
 *   roosterjs 9 makes black what is pasted without a colour, Squire takes spaces from it; both end bold type
 *   around it, and join it to nothing that is no line
 * @property {(document: Document) => void} [inserted] what the webmail must be told afterwards
 */

/**
 * @typedef {"Mod+Enter" | "Mod+Shift+Enter" | "Mod+Shift+S" | "Alt+S"} Chord
 *   `Mod` is Control, or Command on a Mac
 */

export {};
