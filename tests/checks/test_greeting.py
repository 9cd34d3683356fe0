"""Greetings."""

from __future__ import annotations

from dataclasses import replace

import pytest

from afterword.draft.model import Person
from tests.checks.notes import CARD, DANA, OMAR, THANKS, TY, found, note, repaired, with_people
from tests.drafts import outcome


@pytest.mark.parametrize(
    ("greeting", "right"),
    [
        ("Hi there,", "Hi Dana Lee,"),
        ("Dear Hiring Manager:", "Dear Dana Lee:"),
        ("To whom it may concern,", "Dear Dana Lee,"),
        ("Gentlemen,", "Dear Dana Lee,"),
        ("Good morning,", "Good morning Dana Lee,"),
        ("Hello!", "Hello Dana Lee,"),
        ("hi all,", "Hi Dana Lee,"),
        ("hi all and thanks for today.", "Hi Dana Lee and thanks for today."),
        ("Hello team thanks for today.", "Hello Dana Lee, thanks for today."),
        ("", "Dear Dana Lee,\n\nThank"),
    ],
)
def test_a_greeting_without_a_name(greeting: str, right: str) -> None:
    draft = note(greeting=greeting)
    assert len(found("no-name-greeting", draft)) == 1
    assert repaired("no-name-greeting", draft).startswith(right)


def test_two_readers_are_greeted_by_both_names() -> None:
    draft = note(context=replace(TY, recipients=(DANA, OMAR)), greeting="Hi both,")
    assert "names of those you met" in outcome("no-name-greeting", draft).findings[0].message
    assert repaired("no-name-greeting", draft).startswith("Hi Dana Lee and Omar Haddad,\n")
    unnamed = replace(TY, recipients=(DANA, Person("", "omar.haddad@acme.example")))
    draft = note(context=unnamed, greeting="Hi both,")
    assert outcome("no-name-greeting", draft).findings[0].suggestions == ()


@pytest.mark.parametrize(
    "greeting",
    [
        "Dear Dana,", "Hi Dana -", "Hello Ms. Lee:", "Dana,", "Good afternoon, Dana,",
        "Dear Dana and Omar,", "Kia ora Dana,", "Respected Dana Lee,", "Dear Dr Lee",
        "Dear Prof. Nguyễn,", "Dear Señora Quispe Mamani,", "Hi Jean-Luc,", "Dear Mr O'Brien,",
        "Dear Ms. Buddy,",
    ],
)  # fmt: skip
def test_a_greeting_with_a_name(greeting: str) -> None:
    assert found("no-name-greeting", note(greeting=greeting)) == []
    assert found("casual-greeting", note(greeting=greeting)) == []


@pytest.mark.parametrize(
    ("name", "right"),
    [
        ('Guadalupe "Lupe" Ortiz', "Guadalupe Ortiz"),
        ("Hyun-woo “Harry” Choi", "Hyun-woo Choi"),
        ("Min-ji 'MJ' Kim", "Min-ji Kim"),
        ("Robert (Bob) Smith (he/him)", "Robert Smith"),
        ("Zhang Wei（张伟）", "Zhang Wei"),
        ("Dana Lee, PhD", "Dana Lee"),
        ("Seán O'Brien d'Arcy", "Seán O'Brien d'Arcy"),
        ("Muthu a/l Raman", "Muthu a/l Raman"),
        ('"Lupe"', "Lupe"),
    ],
)
def test_a_name_is_written_as_people_say_it(name: str, right: str) -> None:
    draft = note(greeting="Hello,", context=with_people(name, to=(name,)))
    assert repaired("no-name-greeting", draft).startswith(f"Hello {right},\n")


def test_a_title_is_written_once() -> None:
    person = Person("Dr. Dana Lee", title="Dr")
    draft = note(greeting="Hello,", context=replace(TY, recipients=(person,)))
    assert repaired("no-name-greeting", draft).startswith("Hello Dr. Dana Lee,\n")


def test_an_address_book_turns_a_name_that_the_card_has() -> None:
    draft = note(greeting="Hello,", context=replace(TY, recipients=(Person("Lee, Dana"),)))
    assert repaired("no-name-greeting", draft).startswith("Hello Dana Lee,\n")


@pytest.mark.parametrize(
    "name",
    [
        "HR", "Hiring Team", "dana@acme.example", "Li, Dan", "", "Dana Lee | Acme",
        "Dana Lee via Indeed", "Dana Lee - Acme", "Acme, Inc.", "()", ", PhD",
    ],
)  # fmt: skip
def test_only_a_name_is_offered(name: str) -> None:
    draft = note(greeting="Hello,", context=with_people("Dana Lee", "Omar Haddad", to=(name,)))
    assert len(found("no-name-greeting", draft)) == 1
    assert outcome("no-name-greeting", draft).findings[0].suggestions == ()


@pytest.mark.parametrize(
    ("opening", "marked"),
    [
        ("Thank you, Dana!", False),
        ("Thanks again Dana, that was good.", False),
        ("I met Dana, and she told me.", True),
        ("Thank you, Omar!", True),
    ],
)
def test_a_reader_may_be_named_in_the_first_words(opening: str, marked: bool) -> None:
    draft = note(greeting=f"{opening} {THANKS}")
    assert bool(found("no-name-greeting", draft)) is marked


def test_the_readers_may_be_named_below_the_greeting() -> None:
    context = replace(
        TY, recipients=(DANA, OMAR), interview=replace(CARD, interviewers=(DANA, OMAR))
    )
    draft = note(greeting=f"Good morning!\n\nDana and Omar, thank you. {THANKS}", context=context)
    assert found("no-name-greeting", draft) == []


def test_a_firm_is_nobody() -> None:
    assert len(found("no-name-greeting", note(greeting="Dear Acme,"))) == 1
    ann = replace(CARD, interviewers=(Person("Ann Taylor"),), company="Ann Taylor")
    context = replace(TY, interview=ann, recipients=())
    assert found("no-name-greeting", note(greeting="Dear Ann Taylor,", context=context)) == []


@pytest.mark.parametrize("detail", ["07700 900142", "priya@example.com"])
def test_a_name_is_put_between_sign_off_and_detail(detail: str) -> None:
    right = repaired("no-full-name", note(close=f"Kind regards, {detail}"))
    assert right.endswith(f"Kind regards,\nPriya Nair\n{detail}")


def test_a_large_group_is_greeted_as_one() -> None:
    five = tuple(Person(name) for name in ("Ana Paz", "Bo Li", "Cy Ray", "Di Ng", "Ed Oy"))
    assert (
        found("no-name-greeting", note(greeting="Dear all,", context=replace(TY, recipients=five)))
        == []
    )


@pytest.mark.parametrize(
    ("greeting", "right"),
    [
        ("Hey Dana,", "Dear Dana,"), ("Heyyy Dana!", "Dear Dana!"), ("Yo Dana,", "Dear Dana,"),
        ("Hey there,", "Hello there,"), ("G'day Dana,", "Dear Dana,"),
        ("good morning dana,", "Good morning Dana,"),
        ("Hey there Dana,", "Hello there Dana,"), ("Hey, Dana!", "Hello, Dana!"),
        ("Yo Ms. Lee,", "Dear Ms. Lee,"), ("Howzit Dana,", "Dear Dana,"),
        ("Ey up Dana,", "Dear Dana,"), ("Dana my man,", "Dana,"), ("Hi Dana mate,", "Hi Dana,"),
        ("dear mr van der berg,", "Dear Mr Van der Berg,"),
        ("dear anand ji,", "Dear Anand ji,"),
    ],
)  # fmt: skip
def test_a_greeting_for_friends(greeting: str, right: str) -> None:
    assert repaired("casual-greeting", note(greeting=greeting)).startswith(right)


@pytest.mark.parametrize(
    "greeting", ["Dear Anil Pal,", "Dear Dr Anita Pal,", "Dear Yoon Man,", "Dear Bud Buddy,"]
)
def test_a_surname_is_no_friendly_word(greeting: str) -> None:
    assert found("casual-greeting", note(greeting=greeting)) == []
