/** The third look: the draft as it would be inserted, and the button that does it. */

/** @import { Draft } from "../../api" */
/** @import { Session } from "../session.js" */

import { text } from "../../browser.js";
import { button, element } from "../../design/element.js";
import { copyInstead } from "./copy.js";
import { counted, SERVICE } from "./words.js";

/**
 * What there is to see of a draft: it, and whether the window has another subject, and words already.
 *
 * @param {Session} session
 * @param {Draft} draft
 */
export function previewOf(session, draft) {
  const { value = "" } = session.adapter.subject(session.root) ?? {};
  const taken = Boolean(value.trim()) && value !== draft.subject && value !== session.field.given;
  const above = Boolean(session.editor?.readLetter().text.trim());
  return { draft, taken, above };
}

/**
 * @param {ReturnType<typeof previewOf>} preview
 * @param {(draft: Draft, withSubject: boolean) => Promise<boolean>} insert false where the editor refused
 * @returns {Node[]}
 */
export function previewStep({ draft, taken, above }, insert) {
  const box = element("input", { type: "checkbox" });
  const blanks = counted("blanks", draft.blanks.length);
  const { parts, attempt } = copyInstead(draft.body_text);
  let pressed = false;
  const press = async () => {
    // A double click is one press.
    if (pressed) return;
    pressed = true;
    await attempt(go, () => insert(draft, box.checked)).finally(() => {
      pressed = false;
    });
  };
  const go = button(text("insertDraft"), () => void press(), "primary");
  // Its second click would take the focus away from where is written.
  go.onmousedown = (event) => event.preventDefault();
  return [
    preview(draft),
    element("p", { class: "note" }, blanks),
    element("p", { class: "note" }, above && text("goesAbove")),
    ...(taken
      ? [element("label", { class: "switch" }, box, element("span", {}, text("replaceSubject")))]
      : []),
    element("div", { class: "choices go" }, go, ...parts),
  ];
}

/** A filled template with its blanks marked. @param {Draft} draft */
function preview(draft) {
  const region = {
    ...SERVICE,
    class: "preview",
    tabindex: 0,
    role: "region",
    "aria-label": text("preview"),
  };
  return element(
    "div",
    region,
    element("p", { class: "subject" }, ...withBlanks(draft, "subject", draft.subject)),
    element("div", { class: "letter" }, ...withBlanks(draft, "body", draft.body_text)),
  );
}

/** A text with its blanks marked. @param {Draft} draft @param {"subject" | "body"} part @param {string} words */
function withBlanks(draft, part, words) {
  /** @type {(Node | string)[]} */
  const pieces = [];
  let at = 0;
  const blanks = draft.blanks
    .filter((blank) => blank.in === part)
    .toSorted((a, b) => a.span.start - b.span.start);
  for (const { span, question } of blanks) {
    pieces.push(
      words.slice(at, span.start),
      element("mark", { title: question }, words.slice(span.start, span.end)),
    );
    at = span.end;
  }
  return [...pieces, words.slice(at)];
}
