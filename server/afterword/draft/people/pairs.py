"""Which words of a written name stand for which words of a known one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from afterword.draft.people.short_forms import is_short_form
from afterword.draft.people.words import Word, same


class Pair(NamedTuple):
    """Words of the written name, by index, that stand for words of the known name."""

    written: tuple[int, ...]
    known: tuple[int, ...]
    form: bool
    """By a short form or an initial, not letter by letter."""


def align(written: Sequence[Word], known: Sequence[Word]) -> list[Pair]:
    """Pair the words of two names, whole words first, in any order, each word once."""
    pairs: list[Pair] = []
    free_written = list(range(len(written)))
    free_known = list(range(len(known)))

    def take(mine: tuple[int, ...], theirs: tuple[int, ...], form: bool) -> None:
        pairs.append(Pair(mine, theirs, form))
        for index in mine:
            free_written.remove(index)
        for index in theirs:
            free_known.remove(index)

    for tier in (same, is_short_form, _initial):
        for mine in tuple(free_written):
            for theirs in tuple(free_known):
                if mine in free_written and tier(written[mine], known[theirs]):
                    take((mine,), (theirs,), tier is not same)
        if tier is same:
            for mine_run, their_run in _joined(written, known, free_written, free_known):
                take(mine_run, their_run, form=False)
    return pairs


def _joined(
    written: Sequence[Word], known: Sequence[Word], mine: Sequence[int], theirs: Sequence[int]
) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Find one name written in several words and the other in one: "Delacruz", "Mary Jane"."""
    for size in (3, 2):
        if size > max(len(mine), len(theirs)):
            continue
        for run in _runs(theirs, size):
            whole = "".join(known[index].plain for index in run)
            for index in mine:
                if written[index].plain == whole:
                    return [((index,), run)]
        for run in _runs(mine, size):
            whole = "".join(written[index].plain for index in run)
            for index in theirs:
                if known[index].plain == whole:
                    return [(run, (index,))]
    return []


def _runs(indices: Sequence[int], size: int) -> list[tuple[int, ...]]:
    slices = (tuple(indices[at : at + size]) for at in range(len(indices) - size + 1))
    return [run for run in slices if run[-1] - run[0] == size - 1]


def _initial(written: Word, known: Word) -> bool:
    if len(written.plain) > 1 and len(known.plain) > 1:
        return False
    shorter, longer = sorted((written.plain, known.plain), key=len)
    return len(shorter) == 1 and longer.startswith(shorter) and shorter.isalpha()


def left(words: Sequence[Word], taken: Iterable[tuple[int, ...]]) -> list[int]:
    """Return the words that pair with none and are neither optional nor an initial."""
    used = {index for run in taken for index in run}
    return [
        index
        for index, word in enumerate(words)
        if index not in used and not word.optional and len(word.plain) > 1
    ]


def identifies(pair: Pair, written: Sequence[Word], known: Sequence[Word]) -> bool:
    """Tell a pair that identifies somebody: not two honorifics, not an initial."""
    mine, theirs = written[pair.written[0]], known[pair.known[0]]
    if len(pair.written) == len(pair.known) == 1:
        if mine.optional and theirs.optional:
            return False
        if len(mine.plain) == 1 and mine.plain.isascii():
            return len(theirs.plain) == 1 and len(known) == 1
    return True
