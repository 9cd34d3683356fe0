// Reads a draft along with its writer, as the helper's panel does beside a webmail. When it changes
// it goes to the service that serves this page; nothing is stored here or there.

/** @import { ChecksRequest, Edit, Kind } from "../shared/api" */
/** @import { Noted } from "../shared/content/report.js" */
/** @import { View } from "../shared/content/view.js" */
/** @import { Mark } from "./marks.js" */

import { text } from "../shared/browser.js";
import { withOffset } from "../shared/cards/clock.js";
import { merged, stepsOf } from "../shared/content/edits.js";
import { kindOf } from "../shared/content/marks.js";
import { legend as legendOf } from "../shared/content/panel/legend.js";
import { headline, inPlace } from "../shared/content/panel/words.js";
import { button, element, icon, paragraph } from "../shared/design/element.js";
import { Draft, replace } from "./draft.js";
import { FindingsList } from "./findings.js";
import { Reading } from "./reading.js";
import { Service } from "./service.js";

/** @template {Element} T @param {string} id @returns {T} */
const byId = (id) => /** @type {T} */ (/** @type {unknown} */ (document.getElementById(id)));

const form = /** @type {HTMLFormElement} */ (byId("try"));
const subject = /** @type {HTMLInputElement} */ (byId("subject"));
const said = /** @type {HTMLElement} */ (byId("headline"));
const state = /** @type {HTMLElement} */ (byId("state"));
const good = /** @type {HTMLElement} */ (byId("good"));
const moves = /** @type {HTMLInputElement} */ (byId("moves"));
const legend = /** @type {HTMLElement} */ (byId("legend"));
const undone = /** @type {HTMLElement} */ (byId("undo"));
const draft = new Draft(byId("draft"), byId("marks"));
const service = new Service(form.dataset.root ?? "");
const reading = new Reading(service, request, show);
/** The parts of the panel's view that a page of its own has. */
const view = /** @type {View} */ (/** @type {unknown} */ (reading));
/** The finding that is open. @type {string | null} */
let open = null;
const list = new FindingsList(byId("findings"), service, {
  repair,
  leave: (item) => reading.leave(item),
  show: showWords,
  open(id) {
    open = id;
    draw();
  },
});

/** @param {Kind | "auto"} kind @returns {ChecksRequest} */
function request(kind) {
  const names = typed("interviewers").split(/[,;\n]/);
  return {
    kind,
    subject: subject.value,
    body: draft.text,
    interview: {
      interviewers: names.flatMap((name) => (name.trim() ? [{ name: name.trim() }] : [])),
      company: typed("company") || null,
      role: typed("role") || null,
      interviewed_at: typed("interviewedAt") || null,
      decision_by: typed("decisionBy") || null,
      topics: [],
      open_questions: [],
      promised: [],
    },
    sender: { name: typed("name") || null },
    recipients: [],
    other_interviews: [],
    attachments: null,
    earlier_notes: [],
    earlier_follow_ups: null,
    now: withOffset(new Date()),
  };
}

/** What stands in a field. @param {string} name */
function typed(name) {
  const input = /** @type {HTMLInputElement} */ (form.elements.namedItem(name));
  // A year may have six digits while it is typed, which no clock reads.
  return input.validity.rangeOverflow ? "" : input.value.trim();
}

function show() {
  const words = headline(view);
  if (said.textContent !== words) said.textContent = words;
  list.update(reading.findings);
  state.replaceChildren(...stateWords());
  byId("begin").toggleAttribute("hidden", reading.phase !== "empty");
  showGood();
  showLegend();
  draw();
}

/** Colour what each sentence does, and mark what was found. */
function draw() {
  const sentences = moves.checked ? reading.sentences : [];
  const tints = sentences.flatMap(({ span, moves }) => moves.map((name) => ({ name, span })));
  /** @type {Mark["name"]} */
  const opened = tints.length ? "framed" : "open";
  const marks = reading.findings.flatMap(({ id, finding, span, stale }) => {
    if (!span || stale || finding.field !== "body") return [];
    const own = { name: kindOf(finding), span };
    return id === open ? [own, { name: opened, span }] : [own];
  });
  draft.draw([...tints, ...marks]);
}

/** What is said where there is no report, and what can be done about it. @returns {Node[]} */
function stateWords() {
  const retry = () => button(text("retry"), () => reading.soon(0), "button quiet");
  switch (reading.phase) {
    case "reading":
      return [paragraph(text("stateReading"))];
    case "other":
      return [paragraph(text("stateOther")), kinds()];
    case "offline":
      return [paragraph(text("stateOffline")), element("pre", {}, "make run"), retry()];
    case "refused":
      return [paragraph(text("stateRefused", reading.reason)), retry()];
    case "strange":
      return [paragraph(text("stateStrange")), retry()];
    default:
      return [];
  }
}

/** For a person to say that it is an email after an interview. */
function kinds() {
  const readAs = (/** @type {string} */ words, /** @type {Kind} */ kind) =>
    button(text(words), () => reading.readAs(kind), "button quiet");
  return element(
    "p",
    { class: "actions" },
    readAs("readAsThankYou", "thank-you"),
    readAs("readAsFollowUp", "follow-up"),
    readAs("readAsCourtesy", "courtesy"),
  );
}

function showGood() {
  const found = reading.phase === "report" ? inPlace(view) : [];
  good.hidden = !found.length;
  /** @type {HTMLElement} */ (good.querySelector("ul")).replaceChildren(
    ...found.map(({ says, quote }) =>
      element("li", {}, icon("done"), element("div", {}, paragraph(says), element("q", {}, quote))),
    ),
  );
}

function showLegend() {
  const { report } = reading;
  const shown = moves.checked && report?.sentences.length;
  legend.replaceChildren(...(shown ? legendOf(report, true) : []));
}

/** Select a finding's words. @param {Noted} item */
function showWords(item) {
  const { finding, span } = reading.current(item);
  if (!span) draft.area.focus();
  else if (finding.field === "body") draft.select(span);
  else {
    subject.focus();
    subject.setSelectionRange(span.start, span.end);
  }
}

/** Apply a repair as typing would. @param {Noted} item @param {number} choice @returns {string} what went against it */
function repair(item, choice) {
  const field = item.finding.field === "subject" ? subject : draft.area;
  const steps = stepsTo(reading.current(item), choice);
  if (!steps) return text("repairMoved");
  if (!steps.every((step) => replace(field, step))) return text("repairRefused");
  undone.hidden = false;
  undone.onclick = () => undo(field);
  reading.soon(0);
  return "";
}

/** @param {Noted} item @param {number} choice @returns {Edit[] | null} null where its words have moved */
function stepsTo(item, choice) {
  const { finding, stale } = item;
  const edits = finding.suggestions[choice]?.edits ?? [];
  if (stale) return null;
  if (finding.field === "body") return stepsOf(item, edits, draft.text, reading.body);
  return subject.value === reading.subject ? [merged(subject.value, edits)] : null;
}

/** @param {HTMLElement} field */
function undo(field) {
  field.focus();
  document.execCommand("undo");
  undone.hidden = true;
  reading.soon(0);
}

/** The words changed. */
function follow() {
  reading.follow(draft.text);
  draw();
}

/** Put an example in, so that there is something to look at. */
function showExample() {
  const { content } = /** @type {HTMLTemplateElement} */ (byId("example"));
  for (const part of content.querySelectorAll("[data-field]")) {
    const name = /** @type {HTMLElement} */ (part).dataset.field ?? "";
    const field = /** @type {HTMLInputElement} */ (form.elements.namedItem(name));
    field.value = part.textContent ?? "";
  }
  follow();
  reading.soon(0);
}

form.addEventListener("input", (event) => {
  if (event.target === moves) show();
  else if (event.target === draft.area) follow();
  else reading.soon();
});
form.addEventListener("submit", (event) => event.preventDefault());
byId("show-example").addEventListener("click", showExample);
show();
