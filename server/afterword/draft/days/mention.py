"""What a text says of a day."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from afterword.draft.model import Part


class Relation(StrEnum):
    """How a mention points at its day."""

    EXACT = "exact"
    """A day of the month, with or without its year and weekday: "4 March", "3/4/2026"."""
    DAY = "day"
    """A day of a month that is not named: "on the 4th", "Tuesday the 3rd"."""
    RELATIVE = "relative"
    """So many days before or after the day of writing: "today", "yesterday", "two days ago"."""
    WEEKDAY = "weekday"
    """A weekday by itself: "on Tuesday"."""
    LAST = "last"
    """A weekday said to be past: "last Tuesday"."""
    NEXT = "next"
    """A weekday said to be ahead: "next Tuesday", "this coming Friday"."""


class Mention(NamedTuple):
    """A day named in a text; which fields are set follows from `relation`."""

    part: Part
    relation: Relation
    offset: int = 0
    """Days from the day of writing, for RELATIVE."""
    weekday: int | None = None
    """0 for Monday; for an exact date only where the text says it too."""
    day: int | None = None
    month: int | None = None
    year: int | None = None
    lead: str = ""
    """The lower-case word before it: "on", "by", "until"; empty at the start of a sentence."""
    either_way: bool = False
    """Day and month may be meant the other way round: "3/4/2026"."""


def date_of(year: int, month: int, day: int) -> date | None:
    """Return a day of the calendar; None where it has no such day."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
