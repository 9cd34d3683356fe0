"""What is wrong in a name that is nearly right."""

from __future__ import annotations

from collections.abc import Sequence

from afterword.draft.people.pairs import Pair, identifies, left
from afterword.draft.people.short_forms import (
    FAMILIES,
    FULL_NAMES,
    GIVEN_NAMES,
    is_near_short_form,
)
from afterword.draft.people.spelling import LONGEST_WORD, crossed, distance
from afterword.draft.people.words import Word, read
from afterword.draft.words import PARTICLES, SUFFIXES

Change = tuple[tuple[int, ...], tuple[int, ...]]
"""Written words to replace, and the known ones that come in their place, by index."""
Changes = tuple[Change, ...]
_SOUND_ALIKE = tuple(
    map(frozenset, (("lee", "leigh", "lea"), ("meyer", "maier", "mayer", "meier")))
)
"""Surnames that are one name to the ear, and too many letters apart for a slip of the fingers."""
_SPELT_OUT = frozenset("ßæœþıōū")
"""Letters that are commonly written plainly (Gross for Groß, Sato for Satō) and are no loss."""
_LONG_ENOUGH = 5
"""Letters of a word of which two may have changed places around a third."""
_ARTICLES = frozenset("al el ul".split())
"""The Arabic article, which is written in either way."""


def replacements(
    pairs: Sequence[Pair], written: Sequence[Word], known: Sequence[Word]
) -> Changes | None:
    """Return which written words to replace by which known ones; None where none is nearly right.

    None both for a name that is right and for one that is somebody else's.
    """
    changes = [(pair.written, pair.known) for pair in pairs if _lost_a_mark(pair, written, known)]
    changes += _lost_hyphens(pairs, written, known)
    changes += _wrong_particles(written, known)
    left_written = left(written, (pair.written for pair in pairs))
    left_known = left(known, (pair.known for pair in pairs))
    sure = any(identifies(pair, written, known) for pair in pairs)
    if left_known or not sure:
        for mine in left_written:
            theirs = _nearest(written[mine], known, left_known, sure=sure)
            if theirs is None:
                return None
            left_known.remove(theirs)
            changes.append(((mine,), (theirs,)))
    return tuple(sorted(changes)) or None


def _lost_a_mark(pair: Pair, written: Sequence[Word], known: Sequence[Word]) -> bool:
    """Tell a lost accent or apostrophe, or a short form that is a letter off another."""
    if len(pair.written) != 1 or len(pair.known) != 1:
        return False
    mine, theirs = written[pair.written[0]], known[pair.known[0]]
    if pair.form:
        return (
            mine.plain in FAMILIES
            and theirs.plain in FAMILIES
            and min(len(mine.plain), len(theirs.plain)) > 2
            and mine.plain not in FULL_NAMES
            and theirs.plain not in FULL_NAMES
            and distance(mine.plain, theirs.plain, 1) == 1
        )
    if mine.exact == theirs.exact or mine.plain != theirs.plain or mine.capitals:
        return False
    if len(mine.exact) == len(theirs.exact):
        pairs = zip(mine.exact, theirs.exact, strict=True)
        return any(char != other and _is_mark(other) for char, other in pairs)
    return any(char not in mine.exact for char in theirs.exact if _is_mark(char))


def _wrong_particles(written: Sequence[Word], known: Sequence[Word]) -> list[Change]:
    """Tell "van den Berg" written for "van der Berg"; a particle left out is no slip."""
    mine, theirs = (
        [index for index, word in enumerate(name) if word.optional and word.plain in PARTICLES]
        for name in (written, known)
    )
    if len(mine) != len(theirs):
        return []
    return [
        ((at,), (index,))
        for at, index in zip(mine, theirs, strict=True)
        if known[index].plain not in _ARTICLES
        and distance(written[at].plain, known[index].plain, 1) == 1
    ]


def _is_mark(char: str) -> bool:
    """Tell a letter with an accent, or an apostrophe."""
    return not (char in _SPELT_OUT or (char.isascii() and (char.isalnum() or char == ".")))


def _lost_hyphens(
    pairs: Sequence[Pair], written: Sequence[Word], known: Sequence[Word]
) -> list[Change]:
    where = {pair.known[0]: pair.written[0] for pair in pairs if len(pair.known) == 1}
    changes: list[Change] = []
    for index, word in enumerate(known[:-1]):
        if not word.hyphen or word.optional or known[index + 1].plain in SUFFIXES:
            continue
        mine, after = where.get(index), where.get(index + 1)
        if mine is not None and after == mine + 1 and not written[mine].hyphen:
            changes.append(((mine, after), (index, index + 1)))
    changes.extend(
        (pair.written, pair.known)
        for pair in pairs
        if len(pair.written) == 1
        and len(pair.known) > 1
        and known[pair.known[0]].hyphen
        and not known[pair.known[0]].optional
    )
    return changes


def _nearest(
    written: Word, known: Sequence[Word], free: Sequence[int], *, sure: bool
) -> int | None:
    best: int | None = None
    least = LONGEST_WORD
    for index in free:
        word = known[index].plain
        limit = _limit(written.plain, word, sure=sure)
        apart = distance(written.plain, word, limit)
        alike = any(written.plain in names and word in names for names in _SOUND_ALIKE)
        if apart > limit and (
            alike or is_near_short_form(written.plain, word) or _is_crossed(written.plain, word)
        ):
            apart = limit
        if apart <= limit and apart < least:
            best, least = index, apart
    return best


def _is_crossed(written: str, known: str) -> bool:
    """Tell “Ahora” for Aroha; two names of the list are two people."""
    return (
        len(known) >= _LONG_ENOUGH
        and crossed(written, known)
        and not {written, known} <= GIVEN_NAMES
    )


def _limit(written: str, known: str, *, sure: bool) -> int:
    """Return how many letters may differ; more where another word of the name is right."""
    shorter = min(len(written), len(known))
    alike = written[0] == known[0]
    if shorter < 3:
        return 0
    if shorter == 3:
        return int(alike or sure)
    if shorter < 6:
        return 2 if sure and alike else 1
    return 3 if shorter > 6 and written[:3] == known[:3] else 2


def corrected(written: str, name: str, changes: Changes) -> str:
    """Put the known words in the place of the written ones, from the end on."""
    text, words, known = written, read(written), read(name)
    for mine, theirs in reversed(changes):
        right = name[known[theirs[0]].start : known[theirs[-1]].end].strip("*_:!?")
        text = text[: words[mine[0]].start] + right + text[words[mine[-1]].end :]
    return text
