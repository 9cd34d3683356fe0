"""Shorthand for drafts, checks and repairs in tests."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import NoReturn

from afterword.draft.draft import Draft
from afterword.draft.model import Context, Interview, Kind, Person, Sender
from afterword.draft.parse import parse
from afterword.engine import registry
from afterword.engine.model import Edit, Field, Finding, Outcome, Registry, Report
from afterword.engine.run import run

NORTHWIND = Path(__file__).parent / "packs" / "northwind"
"""An example of a career centre's pack."""
GUIDELINES = Path(registry.guidelines.__path__[0])
FULL = Context(
    kind=Kind.FOLLOW_UP,
    interview=Interview(
        interviewers=(Person("Dana Lee", "dana@acme.example"),),
        company="Acme",
        role="Data Engineer",
        interviewed_at=datetime.fromisoformat("2026-03-03T14:00+00:00"),
        open_questions=("How would you start?",),
    ),
    sender=Sender("Priya Nair", "priya@example.com", "555-0142", "linkedin.com/in/priya-example"),
    recipients=(Person("Dana Lee", "dana@acme.example"),),
    other_interviews=(Interview(company="Acorn", role="Analyst"),),
    attachments=0,
    now=datetime.fromisoformat("2026-03-04T09:00+00:00"),
    earlier_notes=("Dear Omar, Thank you for the interview.",),
)
"""A context that every check knows enough of."""


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


def with_broken(check: str) -> Registry:
    """Return the real registry with one check that raises, and quotes the draft as it does."""

    def fail(draft: Draft, options: Mapping[str, float]) -> NoReturn:
        raise ValueError(f"{draft.subject} {draft.text}")

    return Registry(
        tuple(
            replace(entry, check=replace(entry.check, detect=fail))
            if entry.check.id == check
            else entry
            for entry in checks().entries
        )
    )


def apply(text: str, edits: Iterable[Edit]) -> str:
    """Return `text` with non-overlapping edits made."""
    for edit in sorted(edits, key=lambda edit: edit.start, reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def applied(draft: Draft, finding: Finding, edits: tuple[Edit, ...]) -> Draft:
    """Return the draft with a suggestion made, parsed anew."""
    subject, text = draft.subject, draft.text
    if finding.field is Field.SUBJECT:
        subject = apply(subject or "", edits)
    else:
        text = apply(text, edits)
    return parse(subject, text, draft.context)
