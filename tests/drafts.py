"""Example emails of the content files as drafts, and shorthand for drafts in tests."""

from __future__ import annotations

from datetime import date, datetime
from functools import cache
from pathlib import Path

from afterword.content.examples import person
from afterword.content.model import Example
from afterword.draft.draft import Draft
from afterword.draft.model import Context, Interview, Kind, Person, Sender
from afterword.draft.parse import parse
from afterword.engine import registry
from afterword.engine.model import Edit, Field, Finding, Outcome, Registry, Report
from afterword.engine.run import run
from afterword.engine.shapes import apply

GUIDELINES = Path(registry.guidelines.__path__[0])


@cache
def checks() -> Registry:
    """Return the real registry, loaded once for all tests."""
    return registry.load()


def report(draft: Draft) -> Report:
    """Judge a draft by every check."""
    return run(draft, checks())


def outcome(check: str, draft: Draft) -> Outcome:
    """Judge a draft and return how one check ended."""
    return next(outcome for outcome in report(draft).outcomes if outcome.check.id == check)


def example_draft(example: Example) -> Draft:
    """Return an example email as its writer would have it in the compose window."""
    return parse(example.subject, example.body, example_context(example))


def example_context(example: Example) -> Context:
    """Return what the context lines on top of an example say."""
    headers = example.headers

    def one(name: str) -> str | None:
        return headers.get(name, (None,))[0]

    def day(name: str) -> datetime | None:
        value = one(name)
        return datetime.fromisoformat(value) if value else None

    kind, attachments, earlier = one("kind"), one("attachments"), one("earlier-follow-ups")
    promised_day = one("decision-by")
    card = Interview(
        interviewers=people(headers.get("interviewer", ())),
        company=one("company"),
        role=one("role"),
        interviewed_at=day("interviewed"),
        decision_by=date.fromisoformat(promised_day) if promised_day else None,
        topics=headers.get("topic", ()),
        open_questions=headers.get("open-question", ()),
        promised=headers.get("promised", ()),
    )
    other = Interview(
        interviewers=people(headers.get("other-interviewer", ())),
        company=one("other-company"),
        role=one("other-role"),
    )
    return Context(
        kind=Kind(kind) if kind and kind != "auto" else None,
        interview=card,
        sender=Sender(
            one("sender"), one("sender-email"), one("sender-phone"), one("sender-linkedin")
        ),
        recipients=people(headers.get("to", ())),
        other_interviews=() if other == Interview() else (other,),
        attachments=int(attachments) if attachments else None,
        now=day("now"),
        earlier_notes=headers.get("earlier-note", ()),
        earlier_follow_ups=int(earlier) if earlier else None,
    )


def people(lines: tuple[str, ...]) -> tuple[Person, ...]:
    """Return the people that lines of `Name <address>` name."""
    return tuple(Person(*person(line)) for line in lines)


def applied(draft: Draft, finding: Finding, edits: tuple[Edit, ...]) -> Draft:
    """Return the draft with a suggestion made, parsed anew."""
    subject, text = draft.subject, draft.text
    if finding.field is Field.SUBJECT:
        subject = apply(subject or "", edits)
    else:
        text = apply(text, edits)
    return parse(subject, text, draft.context)
