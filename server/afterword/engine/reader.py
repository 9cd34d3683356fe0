"""Whom the email is for, as far as the card and the To field agree on one person."""

from __future__ import annotations

from collections.abc import Iterable

from afterword.draft.draft import Draft
from afterword.draft.model import Person
from afterword.draft.words import NO_PERSON


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
    people = [_named(_on_card(person, card, len(recipients))) for person in recipients]
    return tuple(filter(None, people)) if all(people) else ()


def _on_card(person: Person, card: tuple[Person, ...], count: int) -> Person:
    """Return the interviewer that one of `count` recipients is, or the recipient if none is."""
    address = (person.email or "").lower()
    same = [one for one in card if address and (one.email or "").lower() == address]
    if not same and not person.name and len(card) == count == 1:
        same = list(card)
    return same[0] if same else person


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
    return f"{person.title} {person.name}" if person.title else person.name


def _named(person: Person) -> Person | None:
    """Leave out what is no name: an address, an office, a blank, a name turned round by a comma."""
    words = person.name.lower().split()
    office = not NO_PERSON.isdisjoint(words)
    return person if words and not office and not set(person.name) & set("@,;<>[]{}\n") else None
