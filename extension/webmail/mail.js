/** What mail looks like whatever webmail shows it: addresses, signatures, quotes, and where they stand. */

/** @import { Person } from "../api" */

/** What mail programs put around mail that is answered or forwarded, and around its introduction. */
const MARKED = [
  "div.gmail_quote, .gmail_extra, .yahoo_quoted, .protonmail_quote, .tutanota_quote",
  ".zmail_extra_hr, .zmail_extra, div[name=quote]",
  ".moz-cite-prefix, blockquote[type=cite], blockquote[cite], #divRplyFwdMsg, #appendonsend",
  // Outlook sets the mail itself below its header.
  "#divRplyFwdMsg ~ *, #reply-intro, #mail-editor-reference-message-container",
].join(", ");
/** What may be one as well, or words that the writer set apart. */
const QUOTE = `${MARKED}, blockquote`;
/** Lines that were moved in, as Chromium does it: by so much, without a border. */
const INDENT = '[style*="40px"][style*=none]:not([style*=left])';
const SIGNATURE = [
  ".gmail_signature_prefix, .gmail_signature, .protonmail_signature_block, .moz-signature",
  ".signature, #Signature, #signature, #_rc_sig, #Zm-_Id_-Sgn, [data-signature]",
].join(", ");
/** How far above an editor its subject may stand in the tree; published tools climb about so far. */
const CLIMB = 14;

/** "On Tuesday, Dana Lee wrote:", in any language: one line, and no long one. */
const INTRODUCTION = /^\s*\S.{0,200}[:：]\s*$/;

/**
 * Signature and quotes of a body, outermost only: a quoted mail has quotes and a signature inside. Quotes
 * are mail that is answered or forwarded, with its introduction.
 *
 * @param {HTMLElement} editor
 * @returns {{signature: Element | null, quotes: Element[]}}
 */
export function endsOf(editor) {
  /** @type {Element[]} */
  const quotes = [];
  const inside = (/** @type {Element} */ element) =>
    quotes.some((quote) => quote.contains(element));
  // Gmail's own Quote button sets words apart like this as well: in an answer they may be another's.
  const marked = editor.querySelector("div.gmail_quote") ? `${MARKED}, .gmail_quote` : MARKED;
  for (const found of editor.querySelectorAll(QUOTE)) {
    // Where one answers between the lines of a quote, only its first part is introduced.
    const isOwn = () => found.matches(INDENT) || (!quotes.length && isAmid(found, editor));
    if (!inside(found) && (found.matches(marked) || !isOwn()))
      quotes.push(...introduction(found), found);
  }
  const signature = [...editor.querySelectorAll(SIGNATURE)].find((found) => !inside(found));
  return { signature: signature ?? null, quotes };
}

/** An address or a colon shortly above, whatever invisible or dashes follow: another's words come next. */
const ANNOUNCED = /@.{0,200}$|[:：][^\p{L}\p{N}]*$|^$/su;

/**
 * Whether the letter goes on below, and nothing above says that another's words follow.
 *
 * @param {Element} found
 * @param {Element} editor
 */
function isAmid(found, editor) {
  const range = editor.ownerDocument.createRange();
  range.selectNodeContents(editor);
  range.setStartAfter(found);
  const below = String(range).trim();
  range.selectNodeContents(editor);
  range.setEndBefore(found);
  return below && !ANNOUNCED.test(String(range).trim());
}

/** The line before a quote, where it is one that introduces it. @param {Element} quote */
function introduction({ previousElementSibling: line }) {
  const introduces =
    line &&
    !line.matches(QUOTE) &&
    !line.querySelector("div, p") &&
    INTRODUCTION.test(line.textContent ?? "");
  return introduces ? [line] : [];
}

/**
 * The nearest element above `start` that holds all that is wanted; null where that is too far.
 *
 * @param {Element} start
 * @param {...string} wanted selectors
 * @returns {HTMLElement | null}
 */
export const nearest = (start, ...wanted) => holderOf(start, wanted, CLIMB);

/** @param {Element} start @param {string[]} wanted @param {number} steps */
function holderOf({ parentElement: root }, wanted, steps) {
  for (let step = 0; root && step < steps; step += 1) {
    if (wanted.every((selector) => root?.querySelector(selector))) return root;
    root = root.parentElement;
  }
  return null;
}

/** Elements that were looked for, each once, without what was not found. @param {(HTMLElement | null)[]} roots */
export const distinct = (roots) => [...new Set(roots)].filter((root) => root !== null);

/**
 * The compose windows of a webmail: around each `marker` the nearest element that holds all that is
 * wanted. A window that is still being made is left out.
 *
 * @param {Document} document
 * @param {string} marker a selector
 * @param {...string} wanted selectors
 * @returns {HTMLElement[]}
 */
export function windowsAround(document, marker, ...wanted) {
  const all = [marker, ...wanted];
  const markers = [...document.querySelectorAll(marker)];
  const found = distinct(markers.map((one) => holderOf(one, all, Infinity)));
  // Around a window without an editor stands what holds another window too.
  return found.filter((root) => !found.some((other) => other !== root && root.contains(other)));
}

/**
 * The body of an editor in a frame, or what stands in the page without one; null while it is not yet one to
 * write in.
 *
 * @param {HTMLElement} root
 * @param {string} frames a selector
 * @param {string} [others] a selector
 * @returns {HTMLElement | null}
 */
export function bodyIn(root, frames, others) {
  /** @type {HTMLIFrameElement | null} */
  const frame = root.querySelector(frames);
  if (!frame) return others ? root.querySelector(others) : null;
  const body = frame.contentDocument?.body;
  return body?.isContentEditable ? body : null;
}

/** `Dana Lee <dana@acme.example>`, or the address alone. */
const ADDRESS = /^(.*?)\s*<?([^\s<>]+@[^\s<>]+)>?$/;

/**
 * Read what stands on one chip: a name, an address, or a name and its address.
 *
 * @param {string | null | undefined} text
 * @returns {Person}
 */
export function readPerson(text) {
  const words = text?.trim() ?? "";
  const [, name, email = ""] = ADDRESS.exec(words) ?? [];
  return { name: (name ?? words).replace(/^"|"$/g, "").trim(), email };
}

/**
 * The people of a To line, by what their chips say.
 *
 * @param {Element | null | undefined} line
 * @param {string} chip a selector
 * @param {(chip: Element) => string | null | undefined} [words]
 */
export const peopleOn = (line, chip, words = ({ textContent }) => textContent) =>
  [...(line?.querySelectorAll(chip) ?? [])].map((found) => readPerson(words(found)));

/**
 * Read `Dana Lee <dana@acme.example>, omar@globex.example` as people; what is no address yet is not
 * one of them.
 *
 * @param {string} line
 * @returns {Person[]}
 */
export function readAddresses(line) {
  return [...line.matchAll(/(?:"[^"]*"|[^,;"])+/g)]
    .map(([part]) => readPerson(part))
    .filter(({ email }) => email);
}
