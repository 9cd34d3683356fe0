// Reads a draft along with its writer, as the helper's panel does beside a webmail. When it changes
// it goes to the service that serves this page; nothing is stored here or there.

/** @import { ChecksRequest, Kind, Report } from "../shared/api" */
/** @import { Noted } from "../shared/content/report.js" */
/** @import { View } from "../shared/content/view.js" */
/** @import { Mark } from "./marks.js" */

import { text } from "../shared/browser.js";
import { withOffset } from "../shared/cards/clock.js";
import { merged, stepsOf } from "../shared/content/edits.js";
import { Findings } from "../shared/content/findings.js";
import { legend as legendOf } from "../shared/content/panel/legend.js";
import { headline, inPlace } from "../shared/content/panel/words.js";
import { button, element, icon, paragraph } from "../shared/design/element.js";
import { Draft, replace } from "./draft.js";
import { FindingsList } from "./findings.js";
import { Service } from "./service.js";

/** As in the panel: long enough not to judge half a sentence, short enough to feel present. */
const PAUSE_MS = 700;

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
/** What was found, in step with the words as they stand. */
const findings = new Findings();
const list = new FindingsList(byId("findings"), service, {
  repair,
  leave(item) {
    findings.leave(item);
    show();
  },
  show(item) {
    const { finding, span } = current(item);
    if (!span) draft.area.focus();
    else if (finding.field === "body") draft.select(span);
    else {
      subject.focus();
      subject.setSelectionRange(span.start, span.end);
    }
  },
  open(id) {
    open = id;
    draw();
  },
});

/** What is shown; the parts of the panel's view that a page of its own has. */
const view = {
  /** @type {View["phase"]} */ phase: "empty",
  reason: "",
  /** @type {Report | null} */ report: null,
  body: "",
  subject: "",
  get findings() {
    return findings.standing;
  },
};
/** @type {Kind | "auto"} */
let kind = "auto";
/** @type {string | null} */
let open = null;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer;
let asked = "";

/** @returns {ChecksRequest} */
function request() {
  const field = (/** @type {string} */ name) => {
    const input = /** @type {HTMLInputElement} */ (form.elements.namedItem(name));
    // A year may have six digits while it is typed, which no clock reads.
    return input.validity.rangeOverflow ? "" : input.value.trim();
  };
  const names = field("interviewers").split(/[,;\n]/);
  const met = field("interviewedAt");
  return {
    kind,
    subject: subject.value,
    body: draft.text,
    interview: {
      interviewers: names.flatMap((name) => (name.trim() ? [{ name: name.trim() }] : [])),
      company: field("company") || null,
      role: field("role") || null,
      interviewed_at: met ? withOffset(new Date(met)) : null,
      decision_by: field("decisionBy") || null,
      topics: [],
      open_questions: [],
      promised: [],
    },
    sender: { name: field("name") || null },
    recipients: [],
    other_interviews: [],
    attachments: null,
    earlier_notes: [],
    earlier_follow_ups: null,
    now: withOffset(new Date()),
  };
}

/** @param {number} [pause] */
function touch(pause = PAUSE_MS) {
  clearTimeout(timer);
  timer = setTimeout(check, pause);
}

async function check() {
  if (!draft.text.trim()) return showPhase("empty");
  const question = request();
  const { now: _now, ...lasting } = question;
  const key = JSON.stringify(lasting);
  if (key === asked) return;
  asked = key;
  if (!view.report) showPhase("reading");
  const answer = await service.check(question);
  if (key !== asked) return;
  if (answer.state !== "ok") return fail(answer);
  const { subject, body } = question;
  findings.take(answer.value, body);
  Object.assign(view, { report: answer.value, body, subject });
  showPhase(answer.value.kind === "other" ? "other" : "report");
  changed();
}

/** @param {{state: "offline" | "strange"} | {state: "refused", message: string}} answer */
function fail(answer) {
  asked = "";
  view.reason = answer.state === "refused" ? answer.message : "";
  showPhase(answer.state);
}

/** The words changed: marks of a changed sentence go at once. */
function changed() {
  if (findings.follow(draft.text)) touch();
  draw();
}

/** @param {View["phase"]} phase */
function showPhase(phase) {
  view.phase = phase;
  if (phase === "empty") {
    asked = "";
    findings.forget();
    view.report = null;
  }
  show();
}

function draw() {
  const tinted = moves.checked && view.report ? findings.sentences : [];
  const tints = tinted.flatMap(({ span, moves }) => moves.map((name) => ({ name, span })));
  /** @type {Mark["name"]} */
  const shownOpen = tints.length ? "framed" : "open";
  const shown = view.phase === "report" ? view.findings : [];
  const marks = shown.flatMap(({ id, finding, span, stale }) => {
    if (!span || stale || finding.field !== "body") return [];
    const own = { name: finding.level, span };
    return id === open ? [own, { name: shownOpen, span }] : [own];
  });
  draft.draw([...tints, ...marks]);
}

function show() {
  const words = headline(/** @type {View} */ (/** @type {unknown} */ (view)));
  if (said.textContent !== words) said.textContent = words;
  list.update(view.phase === "report" ? view.findings : []);
  state.replaceChildren(...stateWords());
  byId("begin").toggleAttribute("hidden", view.phase !== "empty");
  showGood();
  showLegend();
  draw();
}

/** What is said where there is no report, and what can be done about it. @returns {Node[]} */
function stateWords() {
  const retry = () => button(text("retry"), () => touch(0), "button quiet");
  const readAs = (/** @type {string} */ words, /** @type {Kind} */ as) =>
    button(
      text(words),
      () => {
        kind = as;
        touch(0);
      },
      "button quiet",
    );
  switch (view.phase) {
    case "reading":
      return [paragraph(text("stateReading"))];
    case "other":
      return [
        paragraph(text("stateOther")),
        element(
          "p",
          { class: "actions" },
          readAs("readAsThankYou", "thank-you"),
          readAs("readAsFollowUp", "follow-up"),
          readAs("readAsCourtesy", "courtesy"),
        ),
      ];
    case "offline":
      return [paragraph(text("stateOffline")), element("pre", {}, "make run"), retry()];
    case "refused":
      return [paragraph(text("stateRefused", view.reason)), retry()];
    case "strange":
      return [paragraph(text("stateStrange")), retry()];
    default:
      return [];
  }
}

function showGood() {
  const found =
    view.phase === "report" ? inPlace(/** @type {View} */ (/** @type {unknown} */ (view))) : [];
  good.hidden = !found.length;
  /** @type {HTMLElement} */ (good.querySelector("ul")).replaceChildren(
    ...found.map(({ says, quote }) =>
      element("li", {}, icon("done"), element("div", {}, paragraph(says), element("q", {}, quote))),
    ),
  );
}

function showLegend() {
  const { report } = view;
  const shown = moves.checked && report?.sentences.length;
  if (!shown) return legend.replaceChildren();
  legend.replaceChildren(...legendOf(report, true));
}

/** The finding as it stands now: typing moves its words. @param {Noted} item */
function current(item) {
  return view.findings.find(({ id }) => id === item.id) ?? { ...item, stale: true };
}

/** Apply a repair as typing would. @param {Noted} item @param {number} choice */
function repair(item, choice) {
  const at = current(item);
  const edits = at.finding.suggestions[choice]?.edits ?? [];
  const inSubject = item.finding.field === "subject";
  if (at.stale || (inSubject && subject.value !== view.subject)) return text("repairMoved");
  const steps = inSubject
    ? [merged(subject.value, edits)]
    : stepsOf(at, edits, draft.text, view.body);
  if (!steps) return text("repairMoved");
  const field = inSubject ? subject : draft.area;
  if (!steps.every((step) => replace(field, step))) return text("repairRefused");
  undone.hidden = false;
  undone.onclick = () => {
    field.focus();
    document.execCommand("undo");
    undone.hidden = true;
    touch(0);
  };
  touch(0);
  return "";
}

/** Put an example in, so that there is something to look at. */
function showExample() {
  const { content } = /** @type {HTMLTemplateElement} */ (byId("example"));
  for (const part of content.querySelectorAll("[data-field]")) {
    const name = /** @type {HTMLElement} */ (part).dataset.field ?? "";
    const field = /** @type {HTMLInputElement} */ (form.elements.namedItem(name));
    field.value = part.textContent ?? "";
  }
  changed();
  touch(0);
}

form.addEventListener("input", (event) => {
  if (event.target === moves) show();
  else if (event.target === draft.area) changed();
  else touch();
});
form.addEventListener("submit", (event) => event.preventDefault());
byId("show-example").addEventListener("click", showExample);
show();
