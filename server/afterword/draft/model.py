"""The values a draft is made of. Offsets are code points; spans are half-open.

What there are dozens of in a draft is a named tuple: one is made in half the time of a dataclass.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple


class Kind(StrEnum):
    """What sort of email a draft is."""

    THANK_YOU = "thank-you"
    FOLLOW_UP = "follow-up"
    COURTESY = "courtesy"
    """An acceptance, a withdrawal, thanks to a helper: it sells nothing and asks for no job.
    The writer says so, or the email does in words that `draft.courtesies` knows."""
    OTHER = "other"


class Move(StrEnum):
    """What one sentence does for the reader."""

    GRATITUDE = "gratitude"
    INTEREST = "interest"
    FIT = "fit"
    RECAP = "recap"
    ANSWERS = "answers"
    STATUS_ASK = "status_ask"
    OFFER = "offer"
    CLOSING_LINE = "closing_line"


new = tuple.__new__
"""Makes a named tuple without a call of its own `__new__`, in a fifth of the time."""


class Span(NamedTuple):
    """A half-open range of code points in one field of a draft."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the words of `text` that the span covers."""
        return text[self.start : self.end]

    def holds(self, at: int) -> bool:
        """Tell whether the character at an offset is one of the span's."""
        return self.start <= at < self.end


class Part(NamedTuple):
    """One structural part of a draft (greeting, sign-off, signature …) and its words."""

    span: Span
    text: str


class Sentence(NamedTuple):
    """One sentence of the body, between greeting and sign-off."""

    span: Span
    text: str
    paragraph: int
    """Index of the paragraph that the sentence stands in, from 0."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody the writer knows by name; `title` is an honorific such as Dr, never guessed."""

    name: str
    email: str | None = None
    title: str | None = None


@dataclass(frozen=True, slots=True)
class Interview:
    """The interview card: what the writer knows about one interview."""

    interviewers: tuple[Person, ...] = ()
    company: str | None = None
    role: str | None = None
    interviewed_at: datetime | None = None
    decision_by: date | None = None
    topics: tuple[str, ...] = ()
    open_questions: tuple[str, ...] = ()
    promised: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sender:
    """The writer's own details, as they should stand in the signature."""

    name: str | None = None
    email: str | None = None
    phone: str | None = None
    linkedin: str | None = None


@dataclass(frozen=True, slots=True)
class Context:
    """All that is known around a draft. None or empty means unknown, never "no"."""

    kind: Kind | None = None
    """None lets the draft itself decide."""
    interview: Interview = Interview()
    sender: Sender = Sender()
    recipients: tuple[Person, ...] = ()
    other_interviews: tuple[Interview, ...] = ()
    attachments: int | None = None
    now: datetime | None = None
    earlier_notes: tuple[str, ...] = ()
    """Bodies of the notes already drafted to the other interviewers of the same interview."""
    earlier_follow_ups: int | None = None
