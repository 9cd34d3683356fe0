"""How messages write numbers, lists, days and the draft's own words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

NUMBERS = "no one two three four five six seven eight nine ten eleven twelve".split()

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def on_one_line(words: str) -> str:
    """Write words of a draft as a message quotes them: a line that breaks within them goes on."""
    return " ".join(words.split())


def number(count: int) -> str:
    """Write a small count as a word, a larger one in digits."""
    return NUMBERS[count] if 0 <= count < len(NUMBERS) else str(count)


def counted(count: int, noun: str) -> str:
    """Write a count with its noun: `one day`, `three days`."""
    return f"{number(count)} {noun}" + ("s" if count != 1 else "")


def listed(words: Sequence[str]) -> str:
    """Write words as people list them: `Ana`, `Ana and Bo`, `Ana, Bo and Cy`."""
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def spoken(day: date) -> str:
    """Write a day as people say it: `Tuesday 10 March`."""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}"
