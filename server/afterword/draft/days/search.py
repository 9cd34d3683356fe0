"""Finds the days that a text mentions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from afterword.draft.days.mention import Mention, Relation, date_of
from afterword.draft.lines import holds, holds_digit, lowered
from afterword.draft.memory import remember_text
from afterword.draft.model import Part, Span

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
_MONTHS_OF_A_YEAR = 12
_LEAP = 2024
"""A year that has every day."""
_LONG = 1
"""A month that has every day."""
_PLAIN = {ord("\n"): " ", ord("\t"): " ", 0xA0: " ", 0x202F: " ", ord("\r"): " "}
"""White space that counts as a space between the words of a day."""


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


def _moved(span: Span, offset: int) -> Span:
    return Span(span.start + offset, span.end + offset)


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
    if which := "1" if match["month1"] else "2" if match["month2"] else "":
        return _dated(match, which, part, lead)
    if alone := match["day3"] or match["day4"]:
        return _real(Mention(part, Relation.DAY, day=int(alone), lead=lead))
    if relative := match["relative"]:
        return Mention(part, Relation.RELATIVE, _days_off(relative), lead=lead)
    if count := match["count"]:
        number = _NUMBERS.get(count) or int(count)
        length = _WEEK if match["unit"] == "week" else 1
        return Mention(part, Relation.RELATIVE, -number * length, lead=lead)
    return _of_a_week(match, part, lead)


def _dated(match: re.Match[str], which: str, part: Part, lead: str) -> Mention | None:
    """Read “Tuesday 4 March 2026” (`which` is "1") and “March 4” ("2")."""
    year = match["year" + which]
    return _real(
        Mention(
            part,
            Relation.EXACT,
            weekday=_WEEKDAYS.get(match["wd" + which] or ""),
            day=int(match["day" + which]),
            month=_MONTHS[match["month" + which]],
            year=int(year) if year else None,
            lead=lead,
        )
    )


def _of_a_week(match: re.Match[str], part: Part, lead: str) -> Mention:
    """Read “Tuesday”, “last Tuesday” and “next Tuesday”."""
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
    known = date_of(mention.year or _LEAP, mention.month or _LONG, mention.day or 0)
    return mention if known else None
