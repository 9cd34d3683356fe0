"""Days that a text mentions."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from afterword.draft.days import find, resolve
from afterword.draft.parse import parse

THURSDAY = datetime(2026, 3, 5, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "mention", "days"),
    [
        ("Thank you for today's talk.", "today", ["2026-03-05"]),
        ("We met this morning.", "this morning", ["2026-03-05"]),
        ("We met yesterday afternoon.", "yesterday afternoon", ["2026-03-04"]),
        ("We met last evening.", "last evening", ["2026-03-04"]),
        ("the day before yesterday", "the day before yesterday", ["2026-03-03"]),
        ("two days ago", "two days ago", ["2026-03-03"]),
        ("a week ago", "a week ago", ["2026-02-26"]),
        ("until tomorrow", "tomorrow", ["2026-03-06"]),
        ("We met on Tuesday.", "Tuesday", ["2026-03-03", "2026-03-10"]),
        ("on Thursday morning", "Thursday morning", ["2026-03-05", "2026-03-12"]),
        ("last Tuesday", "last Tuesday", ["2026-03-03", "2026-02-24"]),
        ("this past Wednesday", "this past Wednesday", ["2026-03-04", "2026-02-25"]),
        ("Tuesday of last week", "Tuesday of last week", ["2026-03-03", "2026-02-24"]),
        ("next Friday", "next Friday", ["2026-03-06", "2026-03-13"]),
        ("on 4 March", "4 March", ["2026-03-04"]),
        ("on March 4th, at noon", "March 4th", ["2026-03-04"]),
        ("the 4th of March 2025", "4th of March 2025", ["2025-03-04"]),
        ("on Tuesday, November 18, to", "Tuesday, November 18", ["2025-11-18"]),
        ("Tuesday 3 March", "Tuesday 3 March", ["2026-03-03"]),
        ("on 2026-03-04", "2026-03-04", ["2026-03-04"]),
        ("on 3\nMarch", "3\nMarch", ["2026-03-03"]),
        ("on 2026/3/4, at", "2026/3/4", ["2026-03-04"]),
        ("on 3/4/2026", "3/4/2026", ["2026-04-03", "2026-03-04"]),
        ("on 03.04.2026.", "03.04.2026", ["2026-04-03", "2026-03-04"]),
        ("of 3-4-2026", "3-4-2026", ["2026-04-03", "2026-03-04"]),
        ("on 13/3/26", "13/3/26", ["2026-03-13"]),
        ("on 3/13/26", "3/13/26", ["2026-03-13"]),
        ("on 3.3.26", "3.3.26", ["2026-03-03"]),
        ("Mon, 3.3.26", "Mon, 3.3.26", ["2026-03-03"]),
        ("Tuesday 2026-03-03", "Tuesday 2026-03-03", ["2026-03-03"]),
        ("We met on the 4th.", "4th", ["2026-03-04", "2026-02-04", "2026-04-04"]),
        ("our talk of the 28th about", "28th", ["2026-02-28", "2026-03-28", "2026-01-28"]),
        ("on Tuesday the 3rd", "Tuesday the 3rd", ["2026-03-03", "2026-04-03", "2026-02-03"]),
        ("We met Tuesday, 3rd, at", "Tuesday, 3rd", ["2026-03-03", "2026-04-03", "2026-02-03"]),
        ("on Tuesday 3rd March", "Tuesday 3rd March", ["2026-03-03"]),
        ("Tuesday 3rd shift", "Tuesday", ["2026-03-03", "2026-03-10"]),
        ("on the 31st, at", "31st", ["2026-03-31", "2026-01-31", "2025-12-31"]),
    ],
)
def test_mention(text: str, mention: str, days: list[str]) -> None:
    (found,) = find(text)
    assert found.part.text == mention
    assert found.part.span.of(text) == mention
    assert [day.isoformat() for day in resolve(found, THURSDAY)][:3] == days


@pytest.mark.parametrize(
    "text",
    [
        "on 3/4",
        "version 3.4.26",
        "on 10.2.20.1",
        "1/2/2026/7",
        "on 31/13/2026",
        "555-03-04-2026",
        "12-03-04",
        "build 2026.03.04",
        "30 February",
        "3-5 March",
        "I may 2",
        "in March",
        "24/7 support",
        "on the 4th floor, the 4th, and on the 32nd",
        "on the 4th-floor landing",
        "the state of the 1st question",
        "someday",
        "2026",
    ],
)
def test_no_mention(text: str) -> None:
    assert [m.part.text for m in find(text) if m.part.text != "may 2"] == []


def test_the_word_before() -> None:
    assert [mention.lead for mention in find("by Friday, or on Monday")] == ["by", "on"]


def test_only_the_writers_sentences_count() -> None:
    draft = parse(None, "Hi Dana,\n\nWe met on Tuesday.\n\nBest,\nPriya\n\n> See you on Monday")
    (mention,) = draft.days
    assert mention.part.span.of(draft.text) == "Tuesday"


@given(st.text(alphabet="0123456789 march,tuesdy-/ago.\nthof"), st.datetimes())
def test_any_text(text: str, now: datetime) -> None:
    for mention in find(text):
        assert mention.part.span.of(text) == mention.part.text
        resolve(mention, now)
