"""From what a request says to the values that drafts and templates are made with.

Empty texts and lists count as not said.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, tzinfo
from typing import Any

from afterword.draft.model import Context, Interview, Kind, Person, Sender
from afterword.engine.check import EVERY
from afterword.engine.reader import addressed, named
from afterword.engine.wording import spoken

Data = Mapping[str, Any]
AUTO = "auto"
"""Lets the draft itself decide what kind of email it is."""
KINDS = (*(kind.value for kind in EVERY), AUTO)
"""What a request may say of a draft's kind."""


def context(data: Data) -> Context:
    """Return all that a checks request says around its draft."""
    now = _aware(data.get("now"), None)
    zone = now.tzinfo if now else None
    kind = data.get("kind") or AUTO
    return Context(
        kind=None if kind == AUTO else Kind(kind),
        interview=interview(data.get("interview"), zone),
        sender=sender(data.get("sender")),
        recipients=_people(data.get("recipients")),
        other_interviews=tuple(
            interview(item, zone) for item in data.get("other_interviews") or ()
        ),
        attachments=data.get("attachments"),
        now=now,
        earlier_notes=tuple(filter(str.strip, data.get("earlier_notes") or ())),
        earlier_follow_ups=data.get("earlier_follow_ups"),
    )


def interview(data: Data | None, zone: tzinfo | None) -> Interview:
    """Return an interview card; a time without an offset is read in `zone`, else locally."""
    if not data:
        return Interview()
    return Interview(
        interviewers=_people(data.get("interviewers")),
        company=_text(data, "company"),
        role=_text(data, "role"),
        interviewed_at=_aware(data.get("interviewed_at"), zone),
        decision_by=data.get("decision_by"),
        topics=_texts(data.get("topics")),
        open_questions=_texts(data.get("open_questions")),
        promised=_texts(data.get("promised")),
    )


def sender(data: Data | None) -> Sender:
    """Return the sender's own details."""
    if not data:
        return Sender()
    return Sender(*(_text(data, name) for name in ("name", "email", "phone", "linkedin")))


def values(card: Interview, writer: Sender, answers: Mapping[str, str | None]) -> dict[str, str]:
    """Return the values of template fields by name: an answer first, then card and sender."""
    known = {name: value for name, value in _known(card, writer) if value}
    return known | {name: value for name, value in answers.items() if value and value.strip()}


def _known(card: Interview, writer: Sender) -> Iterator[tuple[str, str | None]]:
    if card.interviewers:
        yield "interviewer", _greeted(card.interviewers[0])
    yield "company", card.company
    yield "role", card.role
    yield "interviewed_on", _day(card.interviewed_at)
    yield "decision_by", _day(card.decision_by)
    yield "open_question", next(iter(card.open_questions), None)
    yield "promised", next(iter(card.promised), None)
    yield "sender_name", writer.name
    yield "sender_email", writer.email
    yield "sender_phone", writer.phone
    yield "sender_linkedin", writer.linkedin


def _greeted(person: Person) -> str | None:
    """Return what a greeting calls a person; what is no name, such as an office, as it stands."""
    if named(person):
        return addressed(person)
    return f"{person.title or ''} {person.name}".strip() if person.name else None


def _day(day: date | None) -> str | None:
    """Return `Tuesday 3 March`: a name and a number that still hold when the mail is read later."""
    return spoken(day) if day else None


def _aware(moment: datetime | None, zone: tzinfo | None) -> datetime | None:
    if moment is None or moment.tzinfo:
        return moment
    return moment.replace(tzinfo=zone) if zone else moment.astimezone()


def _people(data: Iterable[Data] | None) -> tuple[Person, ...]:
    people = (
        Person(_text(item, "name") or "", _text(item, "email"), _text(item, "title"))
        for item in data or ()
    )
    return tuple(person for person in people if person.name or person.email)


def _text(data: Data, name: str) -> str | None:
    return (data.get(name) or "").strip() or None


def _texts(items: Iterable[str] | None) -> tuple[str, ...]:
    return tuple(text for item in items or () if (text := item.strip()))
