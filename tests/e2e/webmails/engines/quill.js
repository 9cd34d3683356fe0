/** Quill 2. */

import Quill from "quill";

/** @type {import("../page/page.js").Make} */
export function make(place, html, changed) {
  // Quill takes what follows within a second as the same step; here nobody waits so long.
  const modules = { toolbar: false, history: { delay: 50 } };
  const quill = new Quill(place, { modules, theme: null });
  quill.setContents(quill.clipboard.convert({ html }), "silent");
  quill.history.clear();
  quill.on("text-change", changed);
  return { element: quill.root, html: () => quill.getSemanticHTML() };
}
