"""The days a text mentions, and what they are on a given day."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta, tzinfo
from enum import StrEnum
from typing import NamedTuple

from afterword.draft.lines import holds, holds_digit, lowered
from afterword.draft.memory import remember_text
from afterword.draft.model import Part, Span


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


_WEEKDAYS = {
    name: index
    for index, names in enumerate(
        (
            "monday mon",
            "tuesday tues tue",
            "wednesday weds wed",
            "thursday thurs thur thu",
            "friday fri",
            "saturday",
            "sunday",
        )
    )
    for name in names.split()
}
_MONTHS = {
    name: index
    for index, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        1,
    )
    for name in names.split()
}
_NUMBERS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}
_WHICH = ("last", "this", "past", "next", "coming")
_RELATIVE = {
    "the day before yesterday": -2,
    "the day after tomorrow": 2,
    "earlier today": 0,
    "today": 0,
    "tonight": 0,
    "this": 0,
    "yesterday": -1,
    "last": -1,
    "tomorrow": 1,
}
_WEEKDAY = "|".join(_WEEKDAYS)
_MONTH = "|".join(_MONTHS)
_PART_OF_DAY = r"(?:[ ]+(?:morning|afternoon|evening|night))?"
_AFTER_DAY = "about|after|and|as|at|because|but|by|for|i|in|that|we|when|where|which|with|you"
"""What may follow "on the 4th" without a mark; a floor or a page does not."""
_BEGIN = "[0-9]|a[ ]|the[ ]day|" + "|".join(
    sorted(
        {name[:3] for name in (*_WEEKDAYS, *_MONTHS, *_RELATIVE, *_NUMBERS, *_WHICH)} - {"a", "the"}
    )
)
"""What every mention begins with."""
_MENTION = re.compile(
    rf"\W(?=[0-9ac-fjl-pstwy])(?={_BEGIN})(?:"  # that none begins here is told far faster
    rf"(?:(?P<wd0>{_WEEKDAY})\.?,?[ ]+)?(?:"
    r"(?P<iso>(?:19|20)[0-9]{2}(?P<mark1>[-/])[01]?[0-9](?P=mark1)[0-3]?[0-9](?![-/.]?[0-9]))"
    r"|(?P<numbers>[0-3]?[0-9](?P<mark2>[-/.])[0-3]?[0-9](?P=mark2)"
    r"(?:20)?[0-9]{2}(?![-/.]?[0-9])))"
    rf"|(?:(?P<wd1>{_WEEKDAY})\.?,?[ ]+(?:the[ ]+)?)?(?P<day1>[0-3]?[0-9])(?:st|nd|rd|th)?[ ]+"
    rf"(?:of[ ]+)?(?P<month1>{_MONTH})\b\.?(?:,?[ ]+(?P<year1>(?:19|20)[0-9]{{2}}))?"
    rf"|(?:(?P<wd2>{_WEEKDAY})\.?,?[ ]+)?(?P<month2>{_MONTH})\b\.?[ ]+(?:the[ ]+)?"
    r"(?P<day2>[0-3]?[0-9])(?:st|nd|rd|th)?(?![0-9:%])(?:,?[ ]+(?P<year2>(?:19|20)[0-9]{2}))?"
    rf"|(?:{_WEEKDAY})\.?,?[ ]+(?:the[ ]+)?(?P<day3>[0-3]?[0-9])(?:st|nd|rd|th)"
    r"(?![ ]+(?:avenue|floor|round|session|shift|street|week)\b|[-/])"
    r"|(?<=[ ]o[nf][ ]the[ ])(?P<day4>[0-3]?[0-9])(?:st|nd|rd|th)"
    rf"(?![ ]+(?!(?:{_AFTER_DAY})\b)\w|[-/])"
    r"|(?P<relative>the[ ]day[ ](?:before[ ]yesterday|after[ ]tomorrow)|(?:earlier[ ])?today"
    r"|tonight|this[ ]+(?:morning|afternoon|evening)|last[ ]+(?:evening|night)"
    rf"|yesterday{_PART_OF_DAY}|tomorrow{_PART_OF_DAY})"
    r"|(?P<count>[1-9]|a|one|two|three|four|five|six|seven)[ ]+(?P<unit>day|week)s?[ ]+ago"
    rf"|(?:(?P<which>last|this[ ]past|past|next|this[ ]coming|coming|this)[ ]+)?"
    rf"(?P<wd3>{_WEEKDAY}){_PART_OF_DAY}"
    r"(?P<lastweek>[ ]+(?:of[ ]+)?last[ ]+week|[ ]+last(?![ ]*\w))?"
    r")(?!\w)"
)
# One of these stands in every mention; most sentences hold none and are not scanned.
_CUES = tuple(
    "day| ago|tonight|last night|last evening|this morn|this aft|this eve|tomorrow"
    "| mon| tue| wed| thu| fri".split("|")
)
_DATE_CUES = ("-", "/", ".2", " on the ", " of the ", *sorted({name[:3] for name in _MONTHS}))
_NAMES = frozenset(
    "today tonight tomorrow yesterday ago morning afternoon evening night".split()
).union(
    _WEEKDAYS,
    _MONTHS,
    (f"{day}{end}" for day in range(1, 32) for end in ("st", "nd", "rd", "th")),
)
"""One of these words, or a number such as 4th, stands in every mention but a date in numbers."""
_AHEAD = ("next", "coming", "this coming")
_WEEK = 7


def find(text: str, offset: int = 0) -> tuple[Mention, ...]:
    """Return the days that `text` mentions, in order, with spans shifted by `offset`.

    Fractions, and dates without a year that could be taken for one ("3/4"), are left out.
    """
    found = _found(text)
    if not offset:
        return found
    return tuple(
        [
            Mention(Part(_moved(mention.part.span, offset), mention.part.text), *mention[1:])
            for mention in found
        ]
    )


@remember_text(256)
def _found(text: str) -> tuple[Mention, ...]:
    lower = " " + lowered(text)
    if holds(lower, _CUES) or (holds_digit(lower) and holds(lower, _DATE_CUES)):
        return tuple(_mentions(text, lower if lower.isprintable() else lower.translate(_PLAIN)))
    return ()


def may_name(text: str, words: Iterable[str]) -> bool:
    """Tell a text that may mention a day, by its words: most hold none of those it takes."""
    plain = text.isascii() and "'" not in text and "-" not in text and "/" not in text
    return not (plain and ".2" not in text and _NAMES.isdisjoint(words))


def _moved(span: Span, offset: int) -> Span:
    return Span(span.start + offset, span.end + offset)


_PLAIN = {ord("\n"): " ", ord("\t"): " ", 0xA0: " ", 0x202F: " ", ord("\r"): " "}


def _mentions(text: str, lower: str) -> Iterator[Mention]:
    """Read the mentions; `lower` has a space more at its start, so that a mark is before each."""
    at = 0
    while match := _MENTION.search(lower, at):
        start, end = match.start() + 1, match.end()
        at = end - (lower[end - 1] in ".,")  # which may be the mark before the next
        before = lower[max(1, start - 12) : start].rstrip()
        if before[-1:] in ("-", "–", "/") and lower[start].isdigit():
            continue  # a range or a fraction
        while lower[end - 1] in ".,":
            end -= 1
        start, end = start - 1, end - 1
        part = Part(Span(start, end), text[start:end])
        mention = _mention(match, part, before.split()[-1] if before else "")
        if mention:
            yield mention


def _mention(match: re.Match[str], part: Part, lead: str) -> Mention | None:
    if match["iso"] or match["numbers"]:
        return _numbered(match, part, lead)
    for which in "12":
        if name := match["month" + which]:
            year_text = match["year" + which]
            return _real(
                Mention(
                    part,
                    Relation.EXACT,
                    weekday=_WEEKDAYS.get(match["wd" + which] or ""),
                    day=int(match["day" + which]),
                    month=_MONTHS[name],
                    year=int(year_text) if year_text else None,
                    lead=lead,
                )
            )
    if alone := match["day3"] or match["day4"]:
        return _real(Mention(part, Relation.DAY, day=int(alone), lead=lead))
    if relative := match["relative"]:
        return Mention(part, Relation.RELATIVE, _days_off(relative), lead=lead)
    if count := match["count"]:
        number = _NUMBERS.get(count) or int(count)
        length = _WEEK if match["unit"] == "week" else 1
        return Mention(part, Relation.RELATIVE, -number * length, lead=lead)
    relation, said = Relation.WEEKDAY, " ".join((match["which"] or "").split())
    if match["lastweek"] or said.endswith(("last", "past")):
        relation = Relation.LAST
    elif said in _AHEAD:
        relation = Relation.NEXT
    return Mention(part, relation, weekday=_WEEKDAYS[match["wd3"]], lead=lead)


def _numbered(match: re.Match[str], part: Part, lead: str) -> Mention | None:
    """Read “2026-03-04”, “3/4/2026” and “3/4/26”; “3.4.26” is a version but behind “on”."""
    mark = match["mark1"] or match["mark2"]
    numbers = (match["iso"] or match["numbers"]).split(mark)
    if match["iso"]:
        numbers.reverse()
    elif len(numbers[2]) < len("2026") and mark != "/" and lead != "on" and not match["wd0"]:
        return None
    day, month, year = map(int, numbers)
    if month > _MONTHS_OF_A_YEAR and not match["iso"]:
        day, month = month, day
    return _real(
        Mention(
            part,
            Relation.EXACT,
            weekday=_WEEKDAYS.get(match["wd0"] or ""),
            day=day,
            month=month,
            year=year if match["iso"] else year % 100 + 2000,
            lead=lead,
            either_way=not match["iso"] and day <= _MONTHS_OF_A_YEAR and day != month,
        )
    )


def _days_off(relative: str) -> int:
    words = " ".join(relative.split())
    for start, days in _RELATIVE.items():
        if words.startswith(start):
            return days
    return 0


def _real(mention: Mention) -> Mention | None:
    """Return an exact mention whose day is in the calendar, of any year where none is given."""
    known = _date(mention.year or _LEAP, mention.month or _LONG, mention.day or 0)
    return mention if known else None


_LEAP = 2024
_LONG = 1  # a month that has every day
_MONTHS_BACK = 3
_MONTHS_OF_A_YEAR = 12


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def resolve(mention: Mention, now: datetime, zone: tzinfo | None = None) -> tuple[date, ...]:
    """Return the days that a mention may mean to somebody who writes at `now`, likeliest first.

    The day of writing is that of `now` on its own clock, or in `zone` where both are known. A date
    that can be read two ways is either; the later stands first. A day without a year is the one
    nearest to `now`; so is one without a month, behind which stand those of other months. A bare
    weekday is the last one, today included, or the next. "Last Tuesday" is the Tuesday before
    today, or the one a week earlier; so with "next".
    Empty where the calendar has no such day.
    """
    today = (now.astimezone(zone) if zone and now.tzinfo else now).date()
    try:
        return tuple(_resolved(mention, today))
    except OverflowError:
        return ()


def _resolved(mention: Mention, today: date) -> Iterator[date]:
    if mention.relation is Relation.RELATIVE:
        yield today + timedelta(days=mention.offset)
    elif mention.relation is Relation.EXACT:
        years = (mention.year,) if mention.year else (today.year - 1, today.year, today.year + 1)
        days = (_date(year, mention.month or 0, mention.day or 0) for year in years)
        known = [day for day in days if day]
        if mention.either_way:
            known.append(date(mention.year or 0, mention.day or 0, mention.month or 0))
            yield from sorted(known, reverse=True)
        elif known:
            yield min(known, key=lambda day: abs(day - today))
    elif mention.relation is Relation.DAY:
        months = [today.year * 12 + today.month - 1 + off for off in range(-_MONTHS_BACK, 2)]
        days = (_date(month // 12, month % 12 + 1, mention.day or 0) for month in months)
        yield from sorted(filter(None, days), key=lambda day: abs(day - today))
    else:
        back = (today.weekday() - (mention.weekday or 0)) % _WEEK
        if mention.relation is Relation.WEEKDAY:
            yield today - timedelta(days=back)
            yield today + timedelta(days=_WEEK - back)
        elif mention.relation is Relation.LAST:
            yield today - timedelta(days=back or _WEEK)
            yield today - timedelta(days=(back or _WEEK) + _WEEK)
        else:
            yield today + timedelta(days=_WEEK - back)
            yield today + timedelta(days=2 * _WEEK - back)
