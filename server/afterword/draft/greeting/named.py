"""Reads who is named in a greeting, and by which honorific."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from afterword.draft.greeting.salutations import SALUTATION, TO_AN_OFFICE
from afterword.draft.greeting.words import (
    AND,
    BEFORE_A_NAME,
    BOLD,
    EDGES,
    FRIENDS,
    GREETS_AGAIN,
    MARKS,
    ONLY_TITLES,
    WORD,
)
from afterword.draft.lines import BLANK, holds, lowered
from afterword.draft.memory import remember
from afterword.draft.model import Context, Part, Span
from afterword.draft.words import (
    ALSO_A_NAME,
    COMPANIONS,
    GIVEN_TOO,
    NO_PERSON,
    NOBODY,
    NOT_A_NAME,
    PARTICLES,
    ROLE_TITLES,
    TITLES,
)

_NAME_PART = re.compile(
    r"(?:mrs?|ms|mx|dr|prof)\.(?=\w)|\w/\w+(?=[\s,]|$)|[^\s,;:!?&/()–—،，：！]+|[,;:!?&/()–—،，：！]"
)
"""“Ms.Rao” without a space is a title and a name; “s/o” and “W/Mariam” are one word."""
_AFTER = frozenset("sir madam ma'am ma’am maam mam".split())
_OFFICES = (ROLE_TITLES & NO_PERSON) | {"head", "lead", "leader"}
"""The last word of an office of several: “Team Leader Cho”."""
_NO_NAME_EVER = TITLES | (ROLE_TITLES - GIVEN_TOO) | NO_PERSON
_OF = frozenset("of at for the in from".split())
_AROUND = frozenset(".…-*_\"'@" + BLANK)
_TITLE = re.compile(r"\b(?:mrs?|ms|miss|mx|dr|prof)\b")
_IN_A_BLANK = "[]{}<>«»_"


@dataclass(frozen=True, slots=True)
class Greeted:
    """One name in a greeting, without the honorific that stands before it."""

    name: Part
    title: Part | None


@dataclass(frozen=True, slots=True)
class Greeting:
    """What a greeting is made of; `people` is empty where it names nobody."""

    salutation: Part | None
    people: tuple[Greeted, ...]


class _Word(NamedTuple):
    """A word that may be of a name: its place in the greeting, and it in small letters, bare."""

    start: int
    end: int
    low: str


def known(context: Context) -> frozenset[str]:
    """Return the words of the names on the card and in the To field that are no office or title."""
    return words_of_names(context) - _NO_NAME_EVER


def words_of_names(context: Context) -> frozenset[str]:
    """Return the words of the names on the card and in the To field, in lower case."""
    people = (*context.interview.interviewers, *context.recipients)
    return frozenset(word for person in people for word in person.name.lower().split())


@remember(16)
def read(part: Part, called: frozenset[str] = frozenset()) -> Greeting:
    """Tell the salutation, the names and their honorifics in a greeting.

    `called` are names that would else be an office or a title: Dean, Ma.
    """
    text, offset = part.text, part.span.start
    lower = lowered(text)
    if office := TO_AN_OFFICE.match(lower):
        return Greeting(_part(text, 0, office.end(), offset), ())
    match = SALUTATION.match(lower, len(text) - len(text.lstrip(BOLD)))
    salutation = _part(text, *match.span(), offset) if match else None
    start = match.end() if match else _start_of_names(text, lower, called)
    people = [_person(text, group, offset, called) for group in _groups(lower, start)]
    return Greeting(salutation, tuple([person for person in people if person]))


def _start_of_names(text: str, lower: str, called: frozenset[str]) -> int:
    """Return where the names begin behind words that are no known salutation, 0 without any."""
    if before := _before_a_known_name(text, lower, called):
        return before
    title = _TITLE.search(lower)
    # “Sam and Dr. Lee” are two people, “Mālō e lelei Mrs. Lee” is one.
    if title is None or holds(lower[: title.start()], (" and ", "&", ",")):
        return 0
    return title.start()


def _before_a_known_name(text: str, lower: str, called: frozenset[str]) -> int:
    """Measure words in small letters, and all before them, in front of a known name."""
    start = 0
    for match in WORD.finditer(text):
        low = lower[match.start() : match.end()].strip(EDGES)
        if low in called and text[match.start()].isupper():
            return start
        if match.group()[0].islower() and not (low in PARTICLES or low in AND or low in TITLES):
            start = match.end()
        if match.group()[-1] in MARKS:
            return 0
    return 0


def _groups(lower: str, start: int) -> Iterator[list[_Word]]:
    """Yield the words between each “and”, comma or other mark from `start` on."""
    group: list[_Word] = []
    for found in _NAME_PART.finditer(lower, start):
        low = lower[found.start() : found.end()].strip("*_.\"'-" + BLANK)
        if low in AND or not any(char.isalnum() for char in low):
            yield group
            group = []
        else:
            group.append(_Word(found.start(), found.end(), low))
    yield group


def _person(text: str, group: list[_Word], offset: int, called: frozenset[str]) -> Greeted | None:
    """Return whom a group of words names; None where it names nobody."""
    group = _without_a_friend(text, _without_companions(group, called), called)
    first, last = _honorifics(group)
    titles, names = group[first:last], group[last:]
    if not names or not _is_somebody(text, titles, names, called):
        return None
    title = _part(text, titles[0].start, titles[-1].end, offset) if titles else None
    start, end = names[0].start, names[-1].end
    while text[end - 1] in _AROUND and not _is_initial(text, end):
        end -= 1
    while text[start] in _AROUND:
        start += 1
    return Greeted(_part(text, start, end, offset), title)


def _without_companions(group: list[_Word], called: frozenset[str]) -> list[_Word]:
    """Leave out “hi” and “all” before a name, and “all” and “sir” behind it."""
    start, end = 0, len(group)
    while start < end and (group[start].low in COMPANIONS or group[start].low in GREETS_AGAIN):
        start += 1
    while start < end and group[end - 1].low not in called:
        if not (group[end - 1].low in COMPANIONS or _is_after(group[start:end])):
            break
        end -= 1
    return group[start:end]


def _is_after(group: list[_Word]) -> bool:
    """Tell “mam” behind a name; behind a title it is one."""
    return len(group) > 1 and group[-1].low in _AFTER and not _is_title(group[-2])


def _without_a_friend(text: str, group: list[_Word], called: frozenset[str]) -> list[_Word]:
    """Leave out “my man” behind a name with a capital."""
    if len(group) < 2 or group[-1].low not in FRIENDS - called or _is_title(group[-2]):
        return group
    if not (text[group[0].start].isupper() and text[group[-1].start].islower()):
        return group
    return group[: -2 if group[-2].low == "my" else -1]


def _is_title(word: _Word) -> bool:
    return word.low.strip(".") in BEFORE_A_NAME


def _honorifics(group: list[_Word]) -> tuple[int, int]:
    """Return where the honorifics before a name begin and end; words before them greet."""
    last = len(group) - 1
    for first in range(last):
        end = first
        while end < last and (
            group[end].low in TITLES or (not first and group[end].low in ROLE_TITLES)
        ):
            end += 1
        if end > first:
            return first, end
    offices = [at for at, word in enumerate(group[:last]) if word.low in _OFFICES]
    return (0, offices[-1] + 1) if offices else (0, 0)


def _is_somebody(
    text: str, titles: list[_Word], names: list[_Word], called: frozenset[str]
) -> bool:
    """Say whether the words behind `titles` name a person, and are no blank."""
    alone = len(names) == 1 and names[0].low in called
    titled = alone or (bool(titles) and _is_title(titles[-1]))
    if _is_said_in_passing(text, names, called) or _names_nobody(
        text, names, called, titled=titled
    ):
        return False
    if len(names) == 1 and names[0].low in ONLY_TITLES and not alone:
        return False
    return not holds(text[names[0].start : names[-1].end], _IN_A_BLANK)


def _is_said_in_passing(text: str, names: list[_Word], called: frozenset[str]) -> bool:
    """Tell “(if I may)” from “ann may”, a name in small letters."""
    small = {word.low for word in names if word.low in NOT_A_NAME and text[word.start].islower()}
    named = called if "(" in text else called | (ALSO_A_NAME - {"my"})
    return not small <= named  # “my love” is nobody


def _names_nobody(text: str, names: list[_Word], called: frozenset[str], *, titled: bool) -> bool:
    """Tell an office from a person; “Mr. Ma” and “Jack Ma” are people, “boss” is nobody."""
    lone = not titled and all(word.low in NOBODY or word.low in ONLY_TITLES for word in names)
    return any(
        (low in _OF and low not in called)
        or low in NO_PERSON
        or (len(low) == 1 and low.isascii() and text[start].islower() and not text.islower())
        or (low in NOBODY and (lone or not text[start].isupper()))
        for start, _, low in names
    )


def _is_initial(text: str, end: int) -> bool:
    return text[end - 1] == "." and (end < 3 or not text[end - 3].isalnum())


def _part(text: str, start: int, end: int, offset: int) -> Part:
    return Part(Span(offset + start, offset + end), text[start:end])
