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

/** How long after it got the focus CKEditor draws its caret anew: its own number. */
const CARET_MS = 50;

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
  const { document: inner, domConverter } = editor.editing.view;
  const follows = () =>
    inner.isFocused && domConverter.domSelectionToView(getSelection()).isEqual(inner.selection);
  let caret = Promise.resolve();
  const focused = () => {
    caret = new Promise((drawn) => setTimeout(drawn, CARET_MS));
  };
  inner.on("focus", focused, { priority: "lowest" });
  // It takes focus and caret over some time after they came, and then puts back a caret that a key
  // has moved meanwhile; a person is slower than that.
  const settled = async () => {
    while (!follows()) await new Promise(requestAnimationFrame);
    await caret;
  };
  return { element: editor.ui.getEditableElement(), html: () => editor.getData(), settled };
}
