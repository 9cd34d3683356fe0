"""The day of the interview, in the form in which a draft wrote another one."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from afterword.draft.days import Mention, Relation
from afterword.draft.draft import Draft
from afterword.draft.model import Span
from afterword.engine import dates, workdays
from afterword.engine.model import Suggestion
from afterword.engine.shapes import replace
from afterword.engine.wording import MONTHS, WEEKDAYS

ROUGHLY = "about around nearly almost roughly some".split()
TO_THE_DAY = re.compile(rf"(?:\bon )?(?:\b(?:the|last) )?$|\b(?:{'|'.join(ROUGHLY)}|just|only) $")
"""Words before a day that are replaced with it."""
BARE = frozenset("of from your our for since".split())
"""Words behind which a day has no “on”: our talk of Tuesday, an hour of your Tuesday. So it is
behind a mark: “Data Engineer interview, 3 March”."""
PART_OF_DAY = re.compile(r"morning|afternoon|evening|night")
HOURS = {"morning": (0, 13), "afternoon": (12, 18), "evening": (16, 24), "night": (17, 24)}
"""When people call an hour so."""
MONTH_LAST = re.compile(r"\d(?:st|nd|rd|th)? +(?:of +)?[A-Za-z]|[-./]\d")
"""A date as most write it; elsewhere it is “March 4”."""
WEEK = 7
APOSTROPHES = frozenset("'’")
NEAR = 60
"""Characters around a day in which what is said of it stands."""


def with_preposition(text: str, mention: Mention) -> Span:
    """Take the words before the day with it that a new day brings itself, such as “on the”."""
    span = mention.part.span
    if text[span.end : span.end + 1] in APOSTROPHES:
        return span
    before = TO_THE_DAY.search(text[max(0, span.start - NEAR) : span.start].lower())
    return Span(span.start - len(before[0]), span.end) if before else span


def right_date(mention: Mention, day: date, met: date) -> Iterator[Suggestion]:
    """Offer the day of the interview where one half of the date is that day's already.

    That is its weekday beside a wrong date, or its date beside a wrong weekday written out.
    """
    words = mention.part.text
    found = re.search(r"[A-Za-z]+day", words)
    if mention.weekday == met.weekday() and abs((day - met).days) < WEEK:
        yield replace(mention.part.span, f"{WEEKDAYS[met.weekday()]}{_date(met, words)}")
    elif day == met and found:
        start = mention.part.span.start
        yield replace(Span(start + found.start(), start + found.end()), WEEKDAYS[day.weekday()])


def put_right(draft: Draft, mention: Mention, text: str, start: int) -> str:
    """Write the day of the interview as a mention in a sentence from `start` on wrote its own."""
    met, today = dates.met(draft), dates.there(draft).date()
    hours = (met.hour, workdays.together(met, dates.here(draft)).hour)
    words = _day(met.date(), today, mention, _part_of_day(mention, hours))
    span = with_preposition(text, mention)
    before = text[max(0, span.start - NEAR) : span.start].split()[-1:]
    owned = text[span.end : span.end + 1] in APOSTROPHES
    if owned or (before and (before[0].lower() in BARE or before[0][-1] in ",(:|–—-")):
        words = words.removeprefix("on ")
    return words[:1].upper() + words[1:] if span.start == start else words


def _part_of_day(mention: Mention, hours: tuple[int, int]) -> str | None:
    """Return the part of the day that a mention names, or that of the interview's hour instead.

    The hour is told on the interview's clock and on the writer's. That of a card which has a day
    alone is nought.
    """
    written = PART_OF_DAY.search(mention.part.text.lower())
    if written is None:
        return None
    begin, end = HOURS[written[0]]
    if not hours[0] or any(begin <= hour < end for hour in hours):
        return written[0]
    return next(part for part, (_, end) in HOURS.items() if hours[0] < end)


def _day(met: date, today: date, mention: Mention, part: str | None) -> str:
    relation, suffix = mention.relation, f" {part}" if part else ""
    if met == today:
        return f"this{suffix}" if part and part != "night" else "today"
    if met == today - timedelta(days=1) and relation is Relation.RELATIVE:
        return "last night" if part == "night" else f"yesterday{suffix}"
    if relation is Relation.DAY:
        return f"on the {_ordinal(met.day)}"
    if relation is not Relation.EXACT and 0 < (today - met).days < WEEK:
        return f"on {WEEKDAYS[met.weekday()]}{suffix}"
    return f"on{_date(met, mention.part.text).removeprefix(',')}"


def _date(day: date, like: str) -> str:
    """Write a date behind its weekday, in the order in which another one is written."""
    month = MONTHS[day.month - 1]
    american = bool(re.search("[A-Za-z].*[0-9]", like)) and not MONTH_LAST.search(like)
    return f", {month} {day.day}" if american else f" {day.day} {month}"


def _ordinal(day: int) -> str:
    ends = {1: "st", 2: "nd", 3: "rd"}
    return f"{day}{'th' if 10 < day < 20 else ends.get(day % 10, 'th')}"
