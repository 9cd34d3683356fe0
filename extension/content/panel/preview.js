/** A filled template as it would be inserted, with its blanks marked. */

/** @import { Draft } from "../../api" */

import { text } from "../../browser.js";
import { element } from "../../design/element.js";
import { SERVICE } from "./words.js";

/** @param {Draft} draft */
export function preview(draft) {
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
