"""The committed figures are those of today, and taking a move away is noticed."""

from __future__ import annotations

import pytest

from afterword.draft.model import Move
from afterword.engine import registry
from tests.measure import report, score
from tests.measure.corpus import own

WHOLE = ("ty-012", "ty-020", "ty-036", "fu-028")
"""Emails that do all that such an email can do."""


def test_the_summary_is_what_is_measured_now() -> None:
    assert report.SUMMARY.read_text("utf-8") == report.summary(), (
        "figures have changed: look at `python -m tests.measure --misses`, and if they are no"
        " worse, write them with `python -m tests.measure --write`"
    )


@pytest.mark.parametrize("id", WHOLE)
@pytest.mark.parametrize("move", score.MISSING)
def test_a_move_taken_away_is_missed_and_put_back_is_found(id: str, move: Move) -> None:
    (email,) = (email for email in own() if email.id == id)
    assert any(move in made for made in email.labels)
    check = score.MISSING[move]
    taken = score.ablations([email], registry.load())[check]
    assert not taken.misses
