"""When the interview was and what time it is, for checks that name these facts in their `needs`."""

from __future__ import annotations

from datetime import date, datetime

from afterword.draft.draft import Draft
from afterword.engine import workdays
from afterword.engine.wording import counted


def met(draft: Draft) -> datetime:
    """Return when the interview was. The check must need `interview.interviewed_at`."""
    return _known(draft.context.interview.interviewed_at)


def here(draft: Draft) -> datetime:
    """Return what time it is for the writer. The check must need `now`."""
    return _known(draft.context.now)


def there(draft: Draft) -> datetime:
    """Return what time it is where the interview was, if that is known. It must need `now`."""
    interviewed = draft.context.interview.interviewed_at
    return workdays.together(here(draft), interviewed) if interviewed else here(draft)


def present(draft: Draft) -> tuple[date, date]:
    """Return the present day for the writer and where the interview was, the earlier one first."""
    first, last = sorted((here(draft).date(), there(draft).date()))
    return first, last


def ago(day: date, today: date) -> str:
    """Say how long ago a day was, by the calendar: `today`, `yesterday`, `three days ago`."""
    days = (today - day).days
    return ("today", "yesterday")[days] if days in (0, 1) else f"{counted(days, 'day')} ago"


def _known(moment: datetime | None) -> datetime:
    assert moment is not None, "a check names what it asks for in its needs"
    return moment
