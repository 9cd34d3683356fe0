"""The committed figures are those of today, and taking a move away is noticed."""

from __future__ import annotations

import pytest

from afterword.engine import registry
from tests.measure import report, score
from tests.measure.corpus import own

WHOLE = ("ty-006", "ty-021", "ty-012", "ty-045", "fu-001", "fu-033")
"""Emails that do what such an email should, so that four checks can miss something."""


def test_the_summary_is_what_is_measured_now() -> None:
    kept, now = (map(_trained, text.splitlines()) for text in _texts())
    assert list(kept) == list(now), (
        "figures have changed: look at `python -m tests.measure --misses`, and if they are no"
        " worse, write them with `python -m tests.measure --write`"
    )


def _texts() -> tuple[str, str]:
    """Return the kept text and that of now, whose held-out figures are left to `state`."""
    return report.SUMMARY.read_text("utf-8"), report.summary({})


def _trained(line: str) -> list[str]:
    """Return a line without its columns of held-out figures."""
    return line.split("|")[:6]


@pytest.mark.parametrize("id", WHOLE)
def test_a_move_taken_away_is_missed_and_put_back_is_found(id: str) -> None:
    emails = [email for email in own() if email.id == id]
    taken = score.ablations(emails, registry.load())
    assert not [case for one in taken.values() for case in one.misses]
    assert sum(one.hits for one in taken.values()) == 4
