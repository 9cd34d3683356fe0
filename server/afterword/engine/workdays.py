"""Arithmetic with working days: Monday to Friday, without public holidays."""

from __future__ import annotations

from datetime import date, datetime, timedelta

SATURDAY = 5
HOURS_A_WEEK = 120.0
"""Hours of the five working days of one week."""


def add(day: date, count: int) -> date:
    """Return the day that is `count` working days after `day`."""
    while count > 0:
        day += timedelta(days=1)
        count -= day.weekday() < SATURDAY
    return day


def between(start: date, end: date) -> int:
    """Count the working days after `start` up to and including `end`; 0 when `end` is not later."""
    weeks, rest = divmod(max((end - start).days, 0), 7)
    days = (start + timedelta(days=7 * weeks + step + 1) for step in range(rest))
    return weeks * 5 + sum(day.weekday() < SATURDAY for day in days)


def hours(start: datetime, end: datetime) -> float:
    """Return the hours from `start` to `end` that lie on working days, below 0 if `end` is first.

    Both must be aware, or both naive.
    """
    if end < start:
        return (end - start).total_seconds() / 3600
    weeks = (end - start).days // 7
    total, start = weeks * HOURS_A_WEEK, start + timedelta(weeks=weeks)
    while start < end:
        midnight = start.replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
        stop = min(midnight, end)
        if start.weekday() < SATURDAY:
            total += (stop - start).total_seconds() / 3600
        start = stop
    return total


def together(moment: datetime, other: datetime) -> datetime:
    """Return `moment` on the clock of `other`; a moment without a time zone shares it."""
    if moment.tzinfo is None or other.tzinfo is None:
        return moment.replace(tzinfo=other.tzinfo)
    return moment.astimezone(other.tzinfo)
