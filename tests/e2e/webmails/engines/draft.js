/** Draft.js, in React. */

import { ContentState, Editor, EditorState } from "draft-js";
import { createElement, useState } from "react";
import { createRoot } from "react-dom/client";
import { linesOf } from "./parts/lines.js";

/** @type {import("../page/page.js").Make} */
export async function make(place, html, changed) {
  let content = ContentState.createFromText(linesOf(html).join("\n"));
  const Field = () => {
    const [state, setState] = useState(EditorState.createWithContent(content));
    const onChange = (next) => {
      if (next.getCurrentContent() !== content) changed();
      content = next.getCurrentContent();
      setState(next);
    };
    return createElement(Editor, { editorState: state, onChange });
  };
  createRoot(place).render(createElement(Field));
  const editable = () => place.querySelector("[contenteditable=true]");
  while (!editable()) await new Promise(requestAnimationFrame);
  const sent = () =>
    content
      .getBlocksAsArray()
      .map((block) => `<p>${block.getText()}</p>`)
      .join("");
  return { element: editable(), html: sent };
}
