/** What a webmail's adapter finds on this page, asked of the adapter itself. */

export async function look() {
  const { adapterFor, isFolded } = await import("/extension/webmail/index.js");
  const { Editor } = await import("/extension/content/editor.js");
  const adapter = adapterFor(document);
  const composes = adapter.composes(document).map((root) => {
    const element = adapter.editor(root);
    const editor = element && new Editor(element, adapter);
    const spot = adapter.buttonSpot(root);
    return {
      subject: adapter.subject(root)?.value ?? "",
      recipients: adapter.recipients(root),
      attachments: adapter.attachments?.(root) ?? null,
      letter: editor?.readLetter().text.trim(),
      text: editor?.read().text.trim(),
      lost: editor ? lost(editor.read()) : [],
      sends: (adapter.sends?.(root) ?? []).map((control) => control.getAttribute("data-does")),
      minimised: isFolded(root, adapter),
      spot: spot !== null && root.contains(spot),
    };
  });
  return { chosen: adapter.id, composes };
}

/** The characters that are not found again where they stand. */
function lost(reading) {
  return reading.pieces.flatMap(({ start, length }) => {
    const indexes = Array.from({ length }, (_, step) => start + step);
    return indexes.filter((index) => {
      const { node, offset } = reading.place(index);
      const sign = (node.data ?? node.value)[offset].replace(/[\u00a0\n\t]/, " ");
      const same = sign === reading.text[index].replace("\n", " ");
      return !same || reading.index(node, offset) !== index;
    });
  });
}
