/** Quill 2. */

import Quill from "quill";

/** @type {import("../page/page.js").Make} */
export function make(place, html, changed) {
  const quill = new Quill(place, { modules: { toolbar: false }, theme: null });
  quill.setContents(quill.clipboard.convert({ html }), "silent");
  quill.history.clear();
  quill.on("text-change", changed);
  return { element: quill.root, html: () => quill.getSemanticHTML() };
}
