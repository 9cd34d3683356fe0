/** Slate with its history, in React. */

import { createElement } from "react";
import { createRoot } from "react-dom/client";
import { createEditor, Node, Range } from "slate";
import { withHistory } from "slate-history";
import { Editable, ReactEditor, Slate, withReact } from "slate-react";
import { linesOf } from "./parts/lines.js";

/** @type {import("../page/page.js").Make} */
export async function make(place, html, changed) {
  const lines = linesOf(html);
  const editor = withHistory(withReact(createEditor()));
  const paragraph = (text) => ({ type: "paragraph", children: [{ text }] });
  const onChange = () => {
    if (editor.operations.some(({ type }) => type !== "set_selection")) changed();
  };
  const initialValue = (lines.length ? lines : [""]).map(paragraph);
  createRoot(place).render(
    createElement(
      Slate,
      { editor, initialValue, onChange },
      createElement(Editable, { id: "slate", style: { minHeight: "200px" } }),
    ),
  );
  while (!place.querySelector("#slate")) await new Promise(requestAnimationFrame);
  const sent = () => editor.children.map((line) => `<p>${Node.string(line)}</p>`).join("");
  const follows = () => {
    const options = { exactMatch: false, suppressThrow: true };
    const shown = ReactEditor.toSlateRange(editor, getSelection(), options);
    return shown && editor.selection && Range.equals(shown, editor.selection);
  };
  // Slate takes the caret over some time after it moved; a person is slower than that.
  const settled = async () => {
    while (!follows()) await new Promise(requestAnimationFrame);
  };
  return { element: place.querySelector("#slate"), html: sent, settled };
}
