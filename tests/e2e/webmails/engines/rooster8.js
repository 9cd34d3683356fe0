/** roosterjs 8, of Proton: the editor's code runs in the page and edits across into a frame. */

import { ContentEdit, Editor, HyperLink, Paste } from "roosterjs8/lib-mjs/index.js";

/** @type {import("../page/page.js").Make} */
export function make(place, html, changed) {
  const report = {
    getName: () => "report",
    initialize() {},
    dispose() {},
    // Input and ContentChanged: what Proton's own autosave listens to.
    onPluginEvent: ({ eventType }) => [4, 7].includes(eventType) && changed(),
  };
  const editor = new Editor(place, {
    plugins: [new ContentEdit(), new HyperLink(), new Paste(), report],
    initialContent: html,
  });
  return { element: place, html: () => editor.getContent() };
}
