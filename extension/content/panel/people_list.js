/** Several interviewers: whom a note is to, who has one already, and how alike the notes are. */

/** @import { ChecksRequest, Person } from "../../api" */
/** @import { Card } from "../../cards/cards.js" */

import { ask, text } from "../../browser.js";
import { noteWritten, whyNotStored } from "../../cards/cards.js";
import { withOffset } from "../../cards/clock.js";
import { asInterview } from "../../cards/interview.js";
import { calledAmong, keyOf } from "../../cards/people.js";
import { peopleOf, thanksTo } from "../../cards/written.js";
import { button, element } from "../../design/element.js";

/**
 * @param {Card} card
 * @param {string} to whom the note is to, by key
 * @param {{choose: (to: string) => void, words: (person: Person) => string}} does
 *   `words`: what stands in the draft for that person, "" where it is for somebody else
 */
export function peopleList(card, to, { choose, words }) {
  const people = peopleOf(card);
  const said = meter(card);
  const done = people.filter((person) => thanksTo(card, person)).length;
  const rows = people.map((person) => {
    const key = keyOf(person);
    const called = calledAmong(person, people);
    const written = Boolean(thanksTo(card, person));
    const mark = button(text("written"), async () => {
      const entry = {
        step: /** @type {const} */ ("thank"),
        to: keyOf(person),
        text: words(person),
      };
      said.textContent = whyNotStored(await noteWritten(card.id, entry, !written));
    });
    mark.setAttribute("aria-pressed", String(written));
    mark.setAttribute("aria-label", text("writtenTo", called));
    const radio = {
      type: "radio",
      name: "to",
      checked: key === to,
      onchange: () => choose(keyOf(person)),
    };
    const name = element("span", {}, called);
    return element(
      "li",
      {},
      element("label", { class: "switch" }, element("input", radio), name),
      mark,
    );
  });
  return element(
    "fieldset",
    { class: "several" },
    element("legend", {}, text("whomTo")),
    element("ul", {}, ...rows),
    element("p", { class: "note" }, text("writtenOf", done, people.length)),
    element("p", { class: "note" }, text("fewMinutesApart")),
    said,
    element("p", { class: "note" }, text("notesKept")),
  );
}

/** How alike the notes are, in words, by the service's own check. @param {Card} card */
function meter(card) {
  const said = element("p", { class: "meter", role: "status" });
  const notes = peopleOf(card).flatMap((person) => {
    const note = thanksTo(card, person)?.text;
    return note ? [{ person, note }] : [];
  });
  if (notes.length > 1) {
    void alikeOf(card, notes).then((alike) => {
      if (alike) said.textContent = alikeWords(alike, notes.length);
    });
  }
  return said;
}

/** @param {string[]} alike @param {number} all */
function alikeWords(alike, all) {
  if (!alike.length) return text("alikeNone", all);
  if (alike.length < all) return text("alikeSome", alike.join(", "));
  return all === 2 ? text("alikeBoth") : text("alikeAll", all);
}

/**
 * Who got a note that says mostly what another one says.
 *
 * @param {Card} card
 * @param {{person: Person, note: string}[]} notes
 * @returns {Promise<string[] | null>} null where the service did not say
 */
async function alikeOf(card, notes) {
  const answers = await Promise.all(
    notes.map((own) =>
      ask(
        "check",
        requestOf(
          card,
          own,
          notes.filter((other) => other !== own),
        ),
      ),
    ),
  );
  const alike = [];
  for (const [at, answer] of answers.entries()) {
    if (answer.state !== "ok") return null;
    const shares = answer.value.findings.some(
      ({ check, span }) => check === "generic-draft" && span,
    );
    if (shares && notes[at]) alike.push(calledAmong(notes[at].person, peopleOf(card)));
  }
  return alike;
}

/**
 * @param {Card} card
 * @param {{person: Person, note: string}} own
 * @param {{note: string}[]} others
 * @returns {ChecksRequest}
 */
function requestOf(card, { person, note }, others) {
  return {
    kind: "thank-you",
    subject: "",
    body: note,
    interview: asInterview(card, [person]),
    sender: {},
    recipients: [person],
    other_interviews: [],
    attachments: null,
    earlier_notes: others.map((other) => other.note),
    earlier_follow_ups: null,
    now: withOffset(new Date()),
  };
}
