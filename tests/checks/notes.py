"""One interview, and notes about it to check."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from afterword.draft.draft import Draft
from afterword.draft.model import Context, Interview, Kind, Person, Sender
from afterword.draft.parse import parse
from afterword.engine.model import Field, Finding, Status
from tests.drafts import applied, apply, outcome

DANA = Person("Dana Lee", "dana.lee@acme.example")
OMAR = Person("Omar Haddad", "omar.haddad@acme.example")
CARD = Interview(
    interviewers=(DANA,),
    company="Acme",
    role="Data Engineer",
    interviewed_at=datetime.fromisoformat("2026-03-03T14:00+00:00"),  # a Tuesday
)
ME = Sender("Priya Nair", "priya.nair@example.com", "555-0142", "linkedin.com/in/priya-example")
TY = Context(
    kind=Kind.THANK_YOU,
    interview=CARD,
    sender=ME,
    recipients=(DANA,),
    attachments=0,
    now=datetime.fromisoformat("2026-03-04T09:00+00:00"),
)
FU = replace(TY, kind=Kind.FOLLOW_UP, now=datetime.fromisoformat("2026-03-11T09:00+00:00"))
THANKS = "Thank you for the interview and for showing me how the night loads are watched."


def note(
    words: str = "",
    context: Context = TY,
    *,
    greeting: str = "Dear Dana,",
    close: str = "Kind regards,\nPriya Nair\n555-0142",
    subject: str | None = "Data Engineer interview",
) -> Draft:
    body = "\n\n".join(part for part in (greeting, f"{THANKS} {words}".strip(), close) if part)
    return parse(subject, body, context)


def found(check: str, draft: Draft) -> list[str]:
    """Return the words at issue, or the message where there are none."""
    ended = outcome(check, draft)
    assert ended.status in (Status.PASSED, Status.FAILED), ended.status
    return [words(draft, finding) for finding in ended.findings]


def words(draft: Draft, finding: Finding) -> str:
    text = (draft.subject or "") if finding.field is Field.SUBJECT else draft.text
    return finding.span.of(text) if finding.span else finding.message


def repaired(check: str, draft: Draft) -> str:
    """Return the text with the first suggestion made, which must settle that finding."""
    first = outcome(check, draft).findings[0]
    edits = first.suggestions[0].edits
    after = applied(draft, first, edits)
    assert all(again.suggestions != first.suggestions for again in outcome(check, after).findings)
    return apply(draft.subject or "" if first.field is Field.SUBJECT else draft.text, edits)


def with_people(*names: str, to: tuple[str, ...] = ()) -> Context:
    card = replace(CARD, interviewers=tuple(Person(name) for name in names))
    return replace(TY, interview=card, recipients=tuple(Person(name) for name in to))
