/** Lexical, rich text, with its history. */

import { createEmptyHistoryState, registerHistory } from "@lexical/history";
import { HeadingNode, QuoteNode, registerRichText } from "@lexical/rich-text";
import { $createParagraphNode, $createTextNode, $getRoot, createEditor } from "lexical";
import { linesOf } from "./parts/lines.js";

/** @type {import("../page/page.js").Make} */
export function make(place, html, changed) {
  const editor = createEditor({
    namespace: "webmail",
    nodes: [HeadingNode, QuoteNode],
    onError: (error) => console.error(error),
  });
  place.contentEditable = "true";
  editor.setRootElement(place);
  registerRichText(editor);
  registerHistory(editor, createEmptyHistoryState(), 300);
  editor.update(
    () => {
      const lines = linesOf(html).map((line) => {
        const paragraph = $createParagraphNode();
        if (line) paragraph.append($createTextNode(line));
        return paragraph;
      });
      $getRoot()
        .clear()
        .append(...lines);
    },
    { discrete: true },
  );
  editor.registerUpdateListener(({ dirtyElements, dirtyLeaves }) => {
    if (dirtyElements.size || dirtyLeaves.size) changed();
  });
  const words = () =>
    editor.getEditorState().read(() =>
      $getRoot()
        .getChildren()
        .map((line) => `<p>${line.getTextContent()}</p>`)
        .join(""),
    );
  return { element: place, html: words };
}
