"""Which days a mention may mean to somebody who writes on a given day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from afterword.draft.days.mention import Mention, Relation, date_of

_WEEK = 7
_MONTHS_BACK = 3
"""A day without a month is looked for in so many months before this one, and in the next."""


def resolve(mention: Mention, now: datetime) -> tuple[date, ...]:
    """Return the days that a mention may mean to somebody who writes at `now`, likeliest first.

    The day of writing is that of `now` on its own clock. A date that can be read two ways is
    either; the later stands first. A day without a year is the one nearest to `now`; so is one
    without a month, behind which stand those of other months. A bare weekday is the last one, today
    included, or the next. "Last Tuesday" is the Tuesday before today, or the one a week earlier; so
    with "next". Empty where the calendar has no such day.
    """
    try:
        return tuple(_meant(mention, now.date()))
    except OverflowError:
        return ()


def _meant(mention: Mention, today: date) -> Iterator[date]:
    match mention.relation:
        case Relation.RELATIVE:
            yield today + timedelta(days=mention.offset)
        case Relation.EXACT:
            yield from _of_a_date(mention, today)
        case Relation.DAY:
            yield from _of_a_month(mention.day or 0, today)
        case _:
            yield from _of_a_week(mention, today)


def _of_a_date(mention: Mention, today: date) -> Iterator[date]:
    years = (mention.year,) if mention.year else (today.year - 1, today.year, today.year + 1)
    known = [day for year in years if (day := date_of(year, mention.month or 0, mention.day or 0))]
    if mention.either_way:
        known.append(date(mention.year or 0, mention.day or 0, mention.month or 0))
        yield from sorted(known, reverse=True)
    elif known:
        yield min(known, key=lambda day: abs(day - today))


def _of_a_month(day: int, today: date) -> list[date]:
    months = [today.year * 12 + today.month - 1 + off for off in range(-_MONTHS_BACK, 2)]
    days = [date_of(month // 12, month % 12 + 1, day) for month in months]
    return sorted(filter(None, days), key=lambda one: abs(one - today))


def _of_a_week(mention: Mention, today: date) -> Iterator[date]:
    back = (today.weekday() - (mention.weekday or 0)) % _WEEK
    if mention.relation is Relation.WEEKDAY:
        days = (-back, _WEEK - back)
    elif mention.relation is Relation.LAST:
        days = (-(back or _WEEK), -(back or _WEEK) - _WEEK)
    else:
        days = (_WEEK - back, 2 * _WEEK - back)
    for ahead in days:
        yield today + timedelta(days=ahead)
