/** Slate with its history, in React. */

import { createElement } from "react";
import { createRoot } from "react-dom/client";
import { createEditor, Node } from "slate";
import { withHistory } from "slate-history";
import { Editable, Slate, withReact } from "slate-react";

/** @type {import("../page/page.js").Make} */
export async function make(place, html, changed) {
  const source = new DOMParser().parseFromString(html, "text/html").body;
  const lines = [...source.children].map((line) => line.textContent ?? "");
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
  return { element: place.querySelector("#slate"), html: sent };
}
