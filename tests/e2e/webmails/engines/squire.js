/** Squire, of Fastmail, SnappyMail and Tuta. */

import Squire from "squire-rte";

/** Squire leaves cleaning to its webmail; what comes here is our own. */
function sanitizeToDOMFragment(html) {
  const { childNodes } = new DOMParser().parseFromString(html, "text/html").body;
  const fragment = document.createDocumentFragment();
  fragment.append(...childNodes);
  return document.importNode(fragment, true);
}

/** @type {import("../page/page.js").Make} */
export function make(place, html, changed) {
  const editor = new Squire(place, { sanitizeToDOMFragment });
  editor.setHTML(html);
  editor.addEventListener("input", changed);
  return { element: place, html: () => editor.getHTML() };
}
