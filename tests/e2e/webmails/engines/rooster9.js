/** roosterjs 9, of Outlook on the web, under Trusted Types; with `dark` in the address in its dark mode. */

import {
  AutoFormatPlugin,
  createModelFromHtml,
  Editor,
  EditPlugin,
  exportContent,
  PastePlugin,
  ShortcutPlugin,
} from "roosterjs";

const policy = globalThis.trustedTypes?.createPolicy("webmail", { createHTML: (html) => html });
const trusted = (html) => policy?.createHTML(html) ?? html;

/** @type {import("../page/page.js").Make} */
export function make(place, html, changed) {
  const report = {
    getName: () => "report",
    initialize() {},
    dispose() {},
    onPluginEvent: ({ eventType }) => ["input", "contentChanged"].includes(eventType) && changed(),
  };
  const editor = new Editor(place, {
    plugins: [
      new EditPlugin(),
      new PastePlugin(),
      new ShortcutPlugin(),
      new AutoFormatPlugin(),
      report,
    ],
    initialModel: createModelFromHtml(html, undefined, trusted),
    trustedHTMLHandler: trusted,
    inDarkMode: new URLSearchParams(location.search).has("dark"),
    getDarkColor: (light) => (light === "#ffffff" ? "rgb(30, 30, 30)" : "rgb(240, 240, 240)"),
  });
  return { element: place, html: () => exportContent(editor) };
}
