/** CKEditor 5, of SOGo and Nextcloud Mail. */

import {
  BlockQuote,
  Bold,
  ClassicEditor,
  Essentials,
  GeneralHtmlSupport,
  Italic,
  Link,
  Paragraph,
} from "ckeditor5";

/** @type {import("../page/page.js").Make} */
export async function make(place, html, changed) {
  const editor = await ClassicEditor.create(place, {
    licenseKey: "GPL",
    plugins: [Essentials, Paragraph, Bold, Italic, Link, BlockQuote, GeneralHtmlSupport],
    toolbar: ["undo", "redo", "bold"],
    htmlSupport: { allow: [{ name: /.*/, attributes: true, classes: true, styles: true }] },
    initialData: html,
  });
  editor.model.document.on("change:data", changed);
  return { element: editor.ui.getEditableElement(), html: () => editor.getData() };
}
