/** ProseMirror with its history. */

import { baseKeymap } from "prosemirror-commands";
import { history, redo, undo } from "prosemirror-history";
import { keymap } from "prosemirror-keymap";
import { DOMParser, DOMSerializer, Schema } from "prosemirror-model";
import { schema as basic } from "prosemirror-schema-basic";
import { EditorState } from "prosemirror-state";
import { EditorView } from "prosemirror-view";

/** With lists, as the package for them has them. */
const schema = new Schema({
  nodes: basic.spec.nodes.append({
    bullet_list: {
      content: "list_item+",
      group: "block",
      parseDOM: [{ tag: "ul" }],
      toDOM: () => ["ul", 0],
    },
    list_item: {
      content: "paragraph block*",
      defining: true,
      parseDOM: [{ tag: "li" }],
      toDOM: () => ["li", 0],
    },
  }),
  marks: basic.spec.marks,
});

/** @type {import("../page/page.js").Make} */
export function make(place, html, changed) {
  const source = document.createElement("div");
  source.innerHTML = html;
  const view = new EditorView(place, {
    state: EditorState.create({
      doc: DOMParser.fromSchema(schema).parse(source),
      plugins: [
        history(),
        keymap({ "Mod-z": undo, "Mod-y": redo, "Mod-Shift-z": redo }),
        keymap(baseKeymap),
      ],
    }),
    dispatchTransaction(step) {
      view.updateState(view.state.apply(step));
      if (step.docChanged) changed();
    },
  });
  const serializer = DOMSerializer.fromSchema(schema);
  return {
    element: view.dom,
    // It takes the caret over 20 ms after the focus.
    settled: () => new Promise((resolve) => setTimeout(resolve, 30)),
    html() {
      const out = document.createElement("div");
      out.append(serializer.serializeFragment(view.state.doc.content));
      return out.innerHTML;
    },
  };
}
