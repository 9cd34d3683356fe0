"""To whom an email goes, and whether its greeting may name one of them."""

import re

from afterword.draft.draft import Draft
from afterword.draft.greeting import Greeted
from afterword.draft.memory import remember
from afterword.draft.model import Person, Span
from afterword.draft.people import is_somebody_else, match_person, near_miss, same_script
from afterword.draft.people.words import read
from afterword.draft.words import TITLES
from afterword.engine import reader
from afterword.engine.model import Suggestion
from afterword.engine.shapes import replace
from afterword.guidelines.check_names_and_blanks.written import WORD

INITIALS = 3
"""Letters at the start of an address's part that may be initials."""
ADDRESS_PART = re.compile(r"[^\W\d_]+")
HONORIFIC = re.compile(r" (?:sir|madam|ma['’]?am|mam|ji)\b", re.IGNORECASE)
"""What some put behind a name: “Dear Ruben Sir”."""
SURNAME_TITLE = re.compile(r"(?:mr|dr|prof|professor)\.?", re.IGNORECASE)
"""Titles that stand before a surname. One behind Ms or Mrs may be that of a marriage."""
OFFICE = re.compile(
    r"@|\b(?:team|careers?|jobs?|hr|human|recruit\w*|talent|people|hiring|office|info|admin\w*"
    r"|department|support|school|university|college|group|desk|board|committee|staff|noreply)\b",
    re.IGNORECASE,
)


@remember(32)
def is_office(name: str) -> bool:
    """Say whether a recipient's name is missing or that of an office."""
    return not name.strip() or OFFICE.search(name) is not None


def may_be(draft: Draft, name: str) -> bool:
    """Say whether a greeted name may stand for one of the recipients.

    It may by name or by address; by a word that both share; and wherever nothing can be told,
    because only one word of a name is known or the two are written in different scripts.
    """
    people = draft.context.recipients
    if reader.spelt(name, people) or match_person(name, people):
        return True
    colleague = reader.spelt(name, draft.context.interview.interviewers)
    if near_miss(name, people) and not colleague:
        return True  # but Marie, who was there too, is no slip for Maria
    words = {word.lower() for word in WORD.findall(name)}
    for recipient in people:
        person = carded(draft, recipient) or recipient
        known = {word.lower() for word in WORD.findall(person.name)} - TITLES
        if match_person(name, (person,)) or len(known) < 2 or words & known:
            return True
        address = _unexplained(recipient, person)
        if any(word in address for word in words) or not same_script(name, person.name):
            return True
    return False


def _unexplained(recipient: Person, person: Person) -> str:
    """Return what of an address is no word of the name: there is no Aino in vaino.maki@."""
    address = (recipient.email or "").lower().partition("@")[0]
    for word in read(person.name):
        address = address.replace(word.plain, " ") if len(word.plain) > 1 else address
    return address


def is_another(draft: Draft, greeted: Greeted) -> bool:
    """Say whether a greeted name, none of the recipients', is certainly somebody else's."""
    name = greeted.name.text
    interviewers, recipients = draft.context.interview.interviewers, draft.context.recipients
    if match_person(name, interviewers):
        return all(carded(draft, recipient) for recipient in recipients)
    if near_miss(name, interviewers) or match_person(name, others(draft)):
        return False
    surname = greeted.title is not None and SURNAME_TITLE.fullmatch(greeted.title.text) is not None
    return all(
        is_somebody_else(name, person.name, surname=surname) and not _addressed(name, recipient)
        for recipient in recipients
        for person in (recipient, carded(draft, recipient) or recipient)
    )


def _addressed(name: str, recipient: Person) -> bool:
    """Say whether the address may have the name's initial: kli@ for Kevin, jpito@ for Paul."""
    initial, known = name[0].lower(), recipient.name.lower().split()
    address = (recipient.email or "").lower().partition("@")[0]
    parts = ADDRESS_PART.findall(address)
    return any(initial in (part[:1] if part in known else part[:INITIALS]) for part in parts)


def carded(draft: Draft, recipient: Person) -> Person | None:
    """Return the interviewer whom a recipient's address or name stands for."""
    return _carded(recipient, draft.context.interview.interviewers)


@remember(128)  # more than the recipients that the service takes in one request
def _carded(recipient: Person, card: tuple[Person, ...]) -> Person | None:
    return reader.with_address(recipient.email, card) or match_person(recipient.name, card)


def others(draft: Draft) -> tuple[Person, ...]:
    """Return the interviewers of the writer's other cards."""
    return tuple(p for card in draft.context.other_interviews for p in card.interviewers)


def greet(draft: Draft, person: Person) -> Suggestion:
    """Greet a person in place of all who are greeted: no title and no “Sir” of theirs stays.

    One may be greeted in two parts, as an address book has it: “Dear Nair, Priya,”.
    """
    first, last = draft.greeting_facts.people[0], draft.greeting_facts.people[-1]
    behind = HONORIFIC.match(draft.text, last.name.span.end)
    start = (first.title or first.name).span.start
    end = behind.end() if behind else last.name.span.end
    return replace(Span(start, end), reader.addressed(person))
