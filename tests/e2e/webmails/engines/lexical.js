/** Lexical, rich text and lists, with its history. */

import { createEmptyHistoryState, registerHistory } from "@lexical/history";
import { $createListItemNode, $createListNode, ListItemNode, ListNode } from "@lexical/list";
import { $createHeadingNode, HeadingNode, QuoteNode, registerRichText } from "@lexical/rich-text";
import { $createParagraphNode, $createTextNode, $getRoot, createEditor } from "lexical";

const LINES = "div, p, blockquote, h2, ul";

/** @param {Element} line */
function nodeOf(line) {
  if (line.localName === "ul")
    return $createListNode("bullet").append(...[...line.children].map(nodeOf));
  const node =
    { h2: () => $createHeadingNode("h2"), li: $createListItemNode }[line.localName]?.() ??
    $createParagraphNode();
  for (const part of line.childNodes) {
    if (!part.textContent) continue;
    const words = $createTextNode(part.textContent);
    if (/** @type {Element} */ (part).querySelector?.("b") || part.nodeName === "B")
      words.setFormat("bold");
    node.append(words);
  }
  return node;
}

/** @param {import("lexical").LexicalNode} node */
function markupOf(node) {
  if (node.getType() === "text")
    return node.hasFormat("bold") ? `<b>${node.getTextContent()}</b>` : node.getTextContent();
  const tag = node.getTag?.() ?? (node.getType() === "listitem" ? "li" : "p");
  return `<${tag}>${(node.getChildren?.() ?? []).map(markupOf).join("")}</${tag}>`;
}

/** @type {import("../page/page.js").Make} */
export function make(place, html, changed) {
  const editor = createEditor({
    namespace: "webmail",
    nodes: [HeadingNode, QuoteNode, ListNode, ListItemNode],
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
    editor.getEditorState().read(() => $getRoot().getChildren().map(markupOf).join(""));
  return { element: place, html: words };
}
