/** Lexical, rich text, with its history. */

import { createEmptyHistoryState, registerHistory } from "@lexical/history";
import { $createHeadingNode, HeadingNode, QuoteNode, registerRichText } from "@lexical/rich-text";
import { $createParagraphNode, $createTextNode, $getRoot, createEditor } from "lexical";

const LINES = "div, p, blockquote, h2";

/** @param {Element} line */
function nodeOf(line) {
  const node = line.localName === "h2" ? $createHeadingNode("h2") : $createParagraphNode();
  for (const part of line.childNodes) {
    if (!part.textContent) continue;
    const words = $createTextNode(part.textContent);
    if (/** @type {Element} */ (part).querySelector?.("b") || part.nodeName === "B")
      words.setFormat("bold");
    node.append(words);
  }
  return node;
}

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
      const { body } = new DOMParser().parseFromString(html, "text/html");
      const lines = [...body.querySelectorAll(LINES)].filter((line) => !line.querySelector(LINES));
      $getRoot()
        .clear()
        .append(...lines.map(nodeOf));
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
        .map((line) => {
          const tag = line.getTag?.() ?? "p";
          const words = line.getAllTextNodes().map((node) => {
            const text = node.getTextContent();
            return node.hasFormat("bold") ? `<b>${text}</b>` : text;
          });
          return `<${tag}>${words.join("")}</${tag}>`;
        })
        .join(""),
    );
  return { element: place, html: words };
}
