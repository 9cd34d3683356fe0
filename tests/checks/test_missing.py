"""What a draft does not do yet."""

from __future__ import annotations

import pytest

from afterword.draft.parse import parse
from tests.checks.notes import TY, found

CHAT = (
    "tysm for today it was so good to see the whole place and meet everybody there and sit with"
    " the two of them at lunch and talk a bit about how the week goes and when the phones ring"
    " and what they do then and who does what on a friday and where the keys are"
)
AND_DAYS = f"{CHAT} and i can do weekends and any day after three just say when"


@pytest.mark.parametrize("check", ["no-interest", "no-fit", "no-gratitude"])
def test_who_writes_without_stops_is_not_told_what_is_missing(check: str) -> None:
    draft = parse("Barista", f"hi Dana\n\n{AND_DAYS}\n\nbest,\nPriya Nair", TY)
    assert found(check, draft) == []


def test_who_sets_them_is() -> None:
    set_apart = AND_DAYS.replace(" and ", ". And ", 5)
    draft = parse("Barista", f"hi Dana\n\n{set_apart}\n\nbest,\nPriya Nair", TY)
    assert len(found("no-interest", draft)) == 1
