/** What both editions of TinyMCE have in common: a frame of its own in place of a textarea. */

import { script } from "./script.js";

/**
 * @param {string} edition its folder among the modules
 * @param {object} options
 * @returns {import("../page/page.js").Make}
 */
export const tinymce = (edition, options) => async (place, html, changed) => {
  if (!globalThis.tinymce) await script(`/modules/${edition}/tinymce.min.js`);
  const field = place.matches("textarea") ? place : document.createElement("textarea");
  if (field !== place) place.append(field);
  field.value = html;
  const [editor] = await globalThis.tinymce.init({
    target: field,
    menubar: false,
    statusbar: false,
    toolbar: "undo redo",
    height: 300,
    convert_urls: false,
    verify_html: false,
    setup: (made) => made.on("input Change Undo Redo", changed),
    ...options,
  });
  return {
    element: editor.getBody(),
    html: () => editor.getContent(),
    remove: () => editor.remove(),
  };
};
