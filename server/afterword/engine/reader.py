"""Whom the email is for, as far as the card and the To field agree on one person."""

from __future__ import annotations

import re
from collections.abc import Iterable

from afterword.draft.draft import Draft
from afterword.draft.memory import remember
from afterword.draft.model import Person
from afterword.draft.people import match_person
from afterword.draft.words import NO_PERSON, SUFFIXES

ASIDE = re.compile(
    r"""[(（][^()（）]*[)）]|"[^"]*"|“[^”]*”|„[^“”]*[“”]|«[^«»]*»|(?<!\S)['‘][^'’]+['’](?!\S)"""
)
"""What stands in marks within a name."""
NOT_ALONE = re.compile(r" (?:[-–—/]|at|via|from) ", re.IGNORECASE)
"""What joins a name to something else: “Dana Lee via Indeed”."""


def only(draft: Draft) -> Person | None:
    """Return the one person that the email goes to, by name; None where it could be several.

    The To field decides before the card, since a note may go to a coordinator.
    """
    people = everybody(draft)
    return people[0] if len(people) == 1 else None


def everybody(draft: Draft) -> tuple[Person, ...]:
    """Return all whom the email goes to, by name; nobody where one of them is not known by name.

    Without a To field it is the only interviewer on the card: of several, one may be meant. A name
    from the card is taken for its address, because the card's spelling is the one the writer chose.
    """
    card = draft.context.interview.interviewers
    recipients = draft.context.recipients or (card if len(card) == 1 else ())
    people = [named(_on_card(person, card, len(recipients))) for person in recipients]
    return tuple(filter(None, people)) if all(people) else ()


def _on_card(person: Person, card: tuple[Person, ...], count: int) -> Person:
    """Return the interviewer that one of `count` recipients is, or the recipient if none is."""
    if same := with_address(person.email, card):
        return same
    if not person.name and len(card) == count == 1:
        return card[0]
    # “Lee, Dana”, as address books have it
    turned = match_person(person.name, card) if "," in person.name else None
    return turned or person


def with_address(email: str | None, people: Iterable[Person]) -> Person | None:
    """Return the first of `people` who has this address, None where it is not known."""
    address = (email or "").lower()
    return next((one for one in people if address and (one.email or "").lower() == address), None)


def known(draft: Draft) -> tuple[Person, ...]:
    """Return everybody whose name the writer's card or To field spells."""
    people = (*draft.context.interview.interviewers, *draft.context.recipients)
    return tuple(person for person in people if person.name.strip() and "@" not in person.name)


def spelt(name: str, people: Iterable[Person]) -> bool:
    """Say whether every word of a written name stands in the name of one of `people`.

    The quick answer for the common case; only a name that fails here needs to be matched.
    """
    words = name.split()
    return any(set(words) <= set(person.name.split()) for person in people)


def addressed(person: Person) -> str:
    """Return how a greeting names a person: the title, if one is known, and the full name."""
    name = called(person)
    title, first = person.title or "", name.split(" ", 1)[0]
    same = first.lower().strip(".") == title.lower().strip(".")
    return f"{title} {name}" if title and not same else name


@remember(32)
def called(person: Person) -> str:
    """Return a full name as people say it: Guadalupe Ortiz for “Guadalupe "Lupe" Ortiz”.

    What address books put in marks or behind a name is left out: pronouns, firms, degrees.
    """
    name = ASIDE.sub(" ", person.name.partition(",")[0])
    return " ".join(name.split()) or person.name.strip('"“”()')


@remember(32)
def named(person: Person) -> Person | None:
    """Leave out what is no name: an address, an office, a blank, a name turned round by a comma."""
    words = person.name.lower().split()
    office = not NO_PERSON.isdisjoint(words)
    degrees = SUFFIXES.issuperset(
        person.name.lower().replace(".", "").partition(",")[2].replace(",", " ").split()
    )
    marked = set(person.name) & set("@;<>[]{}|\n") or NOT_ALONE.search(person.name)
    letters = any(map(str.isalpha, called(person).partition(",")[0]))
    return person if letters and degrees and not office and not marked else None
