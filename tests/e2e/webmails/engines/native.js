/** The browser's own editing, as Gmail and Yahoo use it: only what a person or a trusted event did counts. */

/** @type {import("../page/page.js").Make} */
export function make(place, html, changed) {
  place.innerHTML = html;
  place.contentEditable = "true";
  place.addEventListener("input", (event) => event.isTrusted && changed());
  return { element: place, html: () => place.innerHTML };
}
