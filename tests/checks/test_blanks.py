"""Blanks that are left to fill."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.checks.notes import TY, found, note, repaired, with_people
from tests.drafts import apply, outcome


def test_each_blank_is_marked_and_known_facts_are_offered() -> None:
    draft = note("I would love to join [Company] as a [role], because of [what you liked].")
    assert found("unfilled-blank", draft) == ["[Company]", "[role]", "[what you liked]"]
    offered = [f.suggestions for f in outcome("unfilled-blank", draft).findings]
    assert [s[0].edits[0].text for s in offered if s] == ["Acme", "Data Engineer"]


def test_a_card_that_holds_a_blank_fills_none() -> None:
    card = replace(TY, interview=replace(TY.interview, company="[Company]"))
    draft = note("I would love to join [Company].", context=card)
    assert [finding.suggestions for finding in outcome("unfilled-blank", draft).findings] == [()]


def test_a_place_may_be_left_blank_too() -> None:
    draft = note("Thank you for the tour of [Site], and for the coffee on [Ward].")
    assert found("unfilled-blank", draft) == ["[Site]", "[Ward]"]


@pytest.mark.parametrize(
    ("greeting", "marked"),
    [
        ("Dear Mr./Ms. Lee,", ["Mr./Ms."]),
        ("Dear Mr/Mrs Dana Lee,", ["Mr/Mrs"]),
        ("Dear Mr. or Ms. Lee,", ["Mr. or Ms."]),
        ("Dear Mr. and Mrs. Lee,", []),
        ("Dear Dr./Prof. Lee,", []),
        ("Dear Ms. Lee / Mr. Haddad,", []),
        ("Dear Mr/Mrs,", []),
    ],
)
def test_one_of_two_titles_is_still_to_choose(greeting: str, marked: list[str]) -> None:
    draft = note(greeting=greeting)
    assert found("unfilled-blank", draft) == marked
    assert not marked or repaired("unfilled-blank", draft).startswith("Dear Dana Lee,")


def test_a_blank_for_a_name_is_the_readers_above_and_the_writers_below() -> None:
    draft = note("Ask [Name] first.", greeting="Dear [Name],", close="Kind regards,\n[Name]")
    offered = [f.suggestions for f in outcome("unfilled-blank", draft).findings]
    assert [[s.edits[0].text for s in one] for one in offered] == [
        ["Dana Lee"], [], ["Priya Nair"],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("greeting", "marked"), [("Hi ,", "Hi ,"), ("Dear [Name],", "[Name]"), ("Dear Mr.,", None)]
)
def test_a_greeting_without_its_name(greeting: str, marked: str | None) -> None:
    draft = note(greeting=greeting)
    assert found("unfilled-blank", draft) == [marked or greeting]
    assert found("no-name-greeting", draft) == []


@pytest.mark.parametrize(
    ("greeting", "marked"),
    [
        ("Dear NAME,", "NAME"), ("Dear First Name,", "First Name"), ("Hi *Name*,", "Name"),
        ("Dear ...,", "..."), ("Hi ???,", "???"), ("Dear Mr. X,", "X"), ("Hi XX,", "XX"),
        ("Dear ____:", "____"), ("Dear {{first_name}},", "{{first_name}}"),
        ("Dear ,", "Dear ,"),
        ("Dear Dr. [Last Name],", "[Last Name]"), ("Dear [Name] and [Name],", "[Name]"),
    ],
)  # fmt: skip
def test_what_stands_for_the_readers_name(greeting: str, marked: str) -> None:
    draft = note(greeting=greeting)
    assert found("unfilled-blank", draft)[0] == marked
    assert found("no-name-greeting", draft) == found("wrong-recipient", draft) == []
    right = repaired("unfilled-blank", draft).split("\n")[0].replace("*", "")
    assert right[:-1] in ("Dear Dana Lee", "Hi Dana Lee") and right[-1] == greeting[-1]


def test_a_name_that_looks_like_a_blank_is_none() -> None:
    for name in ("X", "Malcolm X"):
        draft = note(greeting="Dear Mr. X,", context=with_people(name))
        assert found("unfilled-blank", draft) == []


@pytest.mark.parametrize(
    "greeting",
    [
        "Dear [Name] of [Company],",
        "Dear [Mr./Ms.] Lee,",
        "Dear Dana [Surname],",
        "hi dana [name],",
    ],
)
def test_a_blank_for_more_or_less_than_the_name_is_left_to_the_writer(greeting: str) -> None:
    draft = note(greeting=greeting)
    assert not any(f.suggestions for f in outcome("unfilled-blank", draft).findings)


def test_a_blank_above_the_greeting_stays() -> None:
    draft = note(greeting="[Date]\n\nDear [Name],")
    date, name = outcome("unfilled-blank", draft).findings
    assert date.suggestions == ()
    assert apply(draft.text, name.suggestions[0].edits).startswith("[Date]\n\nDear Dana Lee,\n")


@pytest.mark.parametrize(
    "words",
    [
        "As Smith [2019] writes, queues grow.",
        "The code is `items[0]`.",
        "My score was 9 (out of 10).",
        "I grew up in the XXth century.",
    ],
)
def test_brackets_that_belong_there_are_left_alone(words: str) -> None:
    assert found("unfilled-blank", note(words)) == []
