"""Whether the emails of a pack, and ours, are what they say: by the checks themselves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from pathlib import Path

from afterword.content.examples import person
from afterword.content.fill import examples, fill
from afterword.content.model import Example, Guideline, Template
from afterword.draft.draft import Draft
from afterword.draft.model import Context, Interview, Kind, Person, Sender, Span
from afterword.draft.parse import parse
from afterword.engine.model import Registry, Report
from afterword.engine.run import run

Headers = Mapping[str, tuple[str, ...]]
"""Context lines by name, as `content.model.Example` has them."""


def of_template(template: Template, registry: Registry) -> Iterator[str]:
    """Yield what is wrong: a finding once it is filled, a blank not found, a check that breaks."""
    judged = run(filled(template), registry)
    yield from _broken(judged)
    for check, message in _found(judged):
        yield f"Filled with its examples it raises {check}: {message}"
    draft, blanks = unfilled(template)
    judged = run(draft, registry)
    spans = {
        (finding.field.value, finding.span)
        for outcome in judged.outcomes
        for finding in outcome.findings
        if outcome.check.id == "unfilled-blank"
    }
    for part, span, question in blanks:
        if (part, span) not in spans:
            yield f"Unfilled, the blank for “{question}” is not found. Use plain words for it."
    yield from _broken(judged)
    for check, message in _found(judged):
        if check != "unfilled-blank":
            yield f"Unfilled it raises {check}: {message}"


def of_guideline(guideline: Guideline, registry: Registry) -> Iterator[tuple[Path, int, str]]:
    """Yield what is wrong with its examples: file, line, and the words."""
    for example in (*guideline.examples, *guideline.cases):
        judged = run(example_draft(example), registry)
        for fault in _broken(judged):
            yield example.path, example.line, fault
        found = list(_found(judged))
        if example.verdict != "bad":
            for check, message in found:
                fault = f"This email is good, and raises {check}: {message}"
                yield example.path, example.line, fault
        elif example.check not in {check for check, _ in found}:
            fault = f"This email is to raise {example.check}, and does not."
            yield example.path, example.line, fault


def filled(template: Template) -> Draft:
    """Return a template filled with its own examples, as its writer would have it."""
    values = examples(template)
    made = fill(template, values)
    reader = Person(values.get("interviewer") or values.get("helper") or "")
    people = (reader,) if reader.name else ()
    context = Context(
        kind=Kind(template.kind),
        interview=Interview(people, values.get("company")),
        sender=Sender(values.get("sender_name"), values.get("sender_email")),
        recipients=people,
    )
    return parse(made.subject, made.body_text, context)


def unfilled(template: Template) -> tuple[Draft, list[tuple[str, Span, str]]]:
    """Return a template without values but a phone number, and its blanks: part, span, question."""
    empty = fill(template, {"sender_phone": "555-0142"})
    draft = parse(empty.subject, empty.body_text, Context(kind=Kind(template.kind)))
    blanks = [
        (str(blank.part), Span(blank.start, blank.end), blank.question) for blank in empty.blanks
    ]
    return draft, blanks


def example_draft(example: Example) -> Draft:
    """Return an example email as its writer would have it in the compose window."""
    return parse(example.subject, example.body, example_context(example))


def example_context(example: Example) -> Context:
    """Return what the context lines on top of an example say."""
    headers = example.headers
    kind, attachments = _one(headers, "kind"), _one(headers, "attachments")
    earlier = _one(headers, "earlier-follow-ups")
    sender = ("sender", "sender-email", "sender-phone", "sender-linkedin")
    other = Interview(
        interviewers=people(headers.get("other-interviewer", ())),
        company=_one(headers, "other-company"),
        role=_one(headers, "other-role"),
    )
    return Context(
        kind=Kind(kind) if kind and kind != "auto" else None,
        interview=_interview(headers),
        sender=Sender(*(_one(headers, name) for name in sender)),
        recipients=people(headers.get("to", ())),
        other_interviews=() if other == Interview() else (other,),
        attachments=int(attachments) if attachments else None,
        now=_moment(headers, "now"),
        earlier_notes=headers.get("earlier-note", ()),
        earlier_follow_ups=int(earlier) if earlier else None,
    )


def _interview(headers: Headers) -> Interview:
    promised_day = _one(headers, "decision-by")
    return Interview(
        interviewers=people(headers.get("interviewer", ())),
        company=_one(headers, "company"),
        role=_one(headers, "role"),
        interviewed_at=_moment(headers, "interviewed"),
        decision_by=date.fromisoformat(promised_day) if promised_day else None,
        topics=headers.get("topic", ()),
        open_questions=headers.get("open-question", ()),
        promised=headers.get("promised", ()),
    )


def _one(headers: Headers, name: str) -> str | None:
    return headers.get(name, (None,))[0]


def _moment(headers: Headers, name: str) -> datetime | None:
    value = _one(headers, name)
    return datetime.fromisoformat(value) if value else None


def people(lines: tuple[str, ...]) -> tuple[Person, ...]:
    """Return the people that lines of `Name <address>` name."""
    return tuple(Person(*person(line)) for line in lines)


def _found(judged: Report) -> Iterator[tuple[str, str]]:
    for outcome in judged.outcomes:
        for finding in outcome.findings:
            yield outcome.check.id, finding.message


def _broken(judged: Report) -> Iterator[str]:
    """Say of each check that raised that it is no good here, whatever it was to find."""
    for outcome in judged.broken:
        yield f"The check {outcome.check.id} could not run: {outcome.raised}."
