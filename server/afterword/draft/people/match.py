"""Whether a written name is the name of somebody known, or nearly so."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from afterword.draft.memory import remember
from afterword.draft.model import Person
from afterword.draft.people.pairs import Pair, align, identifies, left
from afterword.draft.people.short_forms import BESIDE_ANOTHER, GIVEN_NAMES, TELLING
from afterword.draft.people.slips import Changes, corrected, replacements
from afterword.draft.people.spelling import LONGEST_WORD, distance
from afterword.draft.people.words import REMEMBERED, Word, read, same_script


@dataclass(frozen=True, slots=True)
class NearMiss:
    """A written name that is almost that of `person`; `text` is the writer's words put right."""

    person: Person
    text: str


class _Compared(NamedTuple):
    """What a written name is to a known one."""

    denotes: bool
    changes: Changes | None
    """None both for a name that is right and for one that is somebody else's."""


_PARENT = frozenset("abu abou umm um".split())
"""“Umm Khaled” is called after her child."""
_WHOLE = 2
"""Words of a whole name, as opposed to a first or last name alone."""


def match_person(written: str, people: Iterable[Person]) -> Person | None:
    """Return the person that a written name denotes, None where it denotes nobody of them.

    First name, last name, both in either order, initials, short forms, one half of a double
    surname, names without their accents, honorifics or particles: each may stand for the person.
    """
    loose: Person | None = None
    for person in people:
        compared = _compare(written, person.name)
        if compared.denotes:
            if compared.changes is None:
                return person
            loose = loose or person
    return loose


def near_miss(written: str, people: Sequence[Person]) -> NearMiss | None:
    """Return the person whose name was almost written; None where it is right or nobody's.

    A name is nearly right by one letter, or two in a long name; by two letters that changed
    places; by a lost accent, apostrophe or hyphen; by the short form of a similar name (John for
    Jonathan). A name that is right for one of `people` is never nearly another's. Of several that
    are nearly right the nearest is meant, or the first of those.
    """
    found: list[NearMiss] = []
    for person in people:
        compared = _compare(written, person.name)
        if compared.changes is not None:
            found.append(NearMiss(person, corrected(written, person.name, compared.changes)))
        elif compared.denotes:
            return None
    return min(found, key=lambda near: letters_apart(written, near.text), default=None)


def is_somebody_else(written: str, known: str, *, surname: bool = False) -> bool:
    """Tell whether `written` is certainly no name of the person called `known`.

    A nickname or an English name (Kevin for Xiaoming) can be any word, so a name that merely does
    not match is not certain. Certain is a name in the same script without a word or an initial in
    common, that is one of three: a whole name; a surname, as the caller tells from its honorific;
    or a given name of the list in `short_forms.txt` where the known given name is in it too,
    since a person called Oliver is not also called Latoya. Names that often stand before a second
    given name tell nothing, since a María may be called Teresa, a Mohammed Omar and a Ngozi Grace.
    """
    mine = [word for word in read(written) if not word.optional]
    theirs = [word for word in read(known) if not word.optional]
    if not mine or len(theirs) < _WHOLE or not same_script(written, known):
        return False
    if mine[0].plain in _PARENT or denotes(written, known) or is_near_miss(written, known):
        return False
    if align(mine, theirs) or any(_may_be_same(w.plain, o.plain) for w in mine for o in theirs):
        return False
    if len(mine) >= _WHOLE:
        return all(len(word.plain) > 1 for word in mine)
    listed = mine[0].plain in GIVEN_NAMES
    if surname:
        return not listed
    return listed and mine[0].plain not in BESIDE_ANOTHER and theirs[0].plain in TELLING


def _may_be_same(one: str, two: str) -> bool:
    return one[0] == two[0] or one in two or two in one


def is_near_miss(written: str, known: str) -> bool:
    """Tell whether `written` is almost the name `known`; see `near_miss`."""
    return _compare(written, known).changes is not None


def denotes(written: str, known: str) -> bool:
    """Tell whether `written` may stand for the person called `known`; see `match_person`."""
    return _compare(written, known).denotes


def letters_apart(one: str, two: str) -> int:
    """Count the letters by which two names differ, but for their accents."""
    plain = ["".join([word.plain for word in read(name)]) for name in (one, two)]
    return distance(plain[0], plain[1], LONGEST_WORD)


@remember(REMEMBERED)
def _compare(written: str, known: str) -> _Compared:
    mine, theirs = read(written), read(known)
    pairs = align(mine, theirs)
    return _Compared(_denotes(pairs, mine, theirs), replacements(pairs, mine, theirs))


def _denotes(pairs: Sequence[Pair], written: Sequence[Word], known: Sequence[Word]) -> bool:
    if not any(identifies(pair, written, known) for pair in pairs):
        return _initials(written, known)
    left_written = left(written, (pair.written for pair in pairs))
    left_known = left(known, (pair.known for pair in pairs))
    return not (left_written and left_known)


def _initials(written: Sequence[Word], known: Sequence[Word]) -> bool:
    """Tell "JK" or "J. K." written for "J. K. Rao"."""
    letters = "".join(word.plain for word in written)
    firsts = "".join(word.plain[0] for word in known if not word.optional)
    return 2 <= len(letters) <= 4 and letters.isalpha() and firsts.startswith(letters)
