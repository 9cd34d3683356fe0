/**
 * What Afterword must know about a webmail: one object of this shape per folder of `webmail/`.
 *
 * An adapter only finds things. It draws nothing, sends nothing, starts no timer, and never looks
 * for a word in the person's language: names, roles, ids and classes only.
 */

/** @import { Person } from "../api" */

/**
 * @typedef {object} Adapter
 * @property {string} id the folder's name
 * @property {string} name as people call the product
 * @property {string} seen version and day for which the selectors were last seen to hold
 * @property {(document: Document) => boolean} matches
 * @property {(document: Document) => HTMLElement[]} composes every compose window on the page
 * @property {(root: HTMLElement) => HTMLElement | null} editor
 *   what holds the body: a contenteditable element, perhaps in a frame of the same origin, or a
 *   textarea; null while it is still being made
 * @property {(root: HTMLElement) => HTMLInputElement | null} subject
 * @property {(root: HTMLElement) => Person[]} recipients the To line
 * @property {(root: HTMLElement) => number | null} attachments null where it cannot be known
 * @property {(root: HTMLElement) => Element | null} buttonSpot our button stands after it
 * @property {"div" | "p"} block what the editor makes of a typed line: each its own `div`, or a `p`
 *   for every paragraph with breaks inside
 * @property {(editor: HTMLElement) => Ends} ends of a contenteditable body
 * @property {(document: Document) => void} [inserted] what the webmail must be told afterwards
 */

/**
 * @typedef {object} Ends
 * @property {Element | null} signature
 * @property {Element[]} quotes mail that is answered or forwarded, with its introduction
 */

/**
 * Read `Dana Lee <dana@acme.example>, omar@globex.example` as people.
 *
 * @param {string} line
 * @returns {Person[]}
 */
export function readAddresses(line) {
  const people = [];
  for (const [, part] of line.matchAll(/((?:"[^"]*"|[^,;"])+)/g)) {
    const [, name = "", email = ""] =
      /^\s*(.*?)\s*<?([^\s<>]+@[^\s<>]+)>?\s*$/.exec(part ?? "") ?? [];
    if (email) people.push({ name: name.replace(/^"|"$/g, "").trim(), email });
  }
  return people;
}
