/** CKEditor 4, of GMX, WEB.DE and mail.com: the last free edition. */

import { script } from "./parts/script.js";

/** @type {import("../page/page.js").Make} */
export async function make(place, html, changed) {
  if (!globalThis.CKEDITOR) await script("/modules/ckeditor4/ckeditor.js");
  const { CKEDITOR } = globalThis;
  const field = place.matches("textarea") ? place : document.createElement("textarea");
  if (field !== place) place.append(field);
  field.value = html;
  const editor = CKEDITOR.replace(field, {
    versionCheck: false,
    allowedContent: true,
    height: 220,
    enterMode: CKEDITOR.ENTER_DIV,
    removePlugins: "elementspath,resize,scayt,wsc",
  });
  await new Promise((resolve) => editor.on("instanceReady", resolve));
  editor.on("change", changed);
  return { element: editor.editable().$, html: () => editor.getData() };
}
