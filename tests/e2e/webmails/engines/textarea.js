/** A plain text field. Its draft is text: the page hands it over in a `pre`-like string. */

/** @type {import("../page/page.js").Make} */
export function make(place, text, changed) {
  place.value = text;
  place.addEventListener("input", (event) => event.isTrusted && changed());
  return { element: place, html: () => place.value };
}
