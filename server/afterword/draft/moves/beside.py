"""What the sentences before and behind one say about it, and the subject above them.

An answer follows a question or another answer, and what a job needs comes before what one has done
of the kind. Each sentence is read by its own words and its place first; what its neighbours were
then read to do is weighed in, by rows of `weights.json` like those of words. So is whether the
subject announces an answer: “One correction”, “The sample you asked for”.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import add

from afterword.draft.memory import remember
from afterword.draft.model import Move
from afterword.draft.moves.leanings import leanings

BESIDE = "@beside"
"""The feature of every sentence that has another beside it."""
ANNOUNCED = "@announced"
"""The feature of every sentence below a subject that announces an answer."""
_BEFORE, _AFTER, _NOTHING = "@before-", "@after-", "nothing"
_KEPT = 512
"""Pairs of neighbours whose rows are remembered; some three hundred are usual."""

Made = frozenset[Move]


def leans(
    alone: Sequence[Sequence[float]], made: Sequence[Made], *, announced: bool
) -> Iterator[list[float]]:
    """Yield how much each sentence speaks for each move, in order, once all have been read.

    `alone` are their leans by words and place, and `made` the moves that they make by those.
    `announced` says that the subject makes an answer of them.
    """
    for one, neighbours in zip(alone, _neighbours(made), strict=True):
        yield list(map(add, one, _row(*neighbours, announced)))


def features(made: Sequence[Made], *, announced: bool) -> list[list[str]]:
    """Return the names of what stands around each sentence, in order."""
    return [_names(*neighbours, announced) for neighbours in _neighbours(made)]


def _neighbours(made: Sequence[Made]) -> Iterator[tuple[Made | None, Made | None]]:
    """Yield what is done before and behind each sentence; None where none is there."""
    return zip((None, *made[:-1]), (*made[1:], None), strict=True) if made else iter(())


def _names(before: Made | None, behind: Made | None, announced: bool) -> list[str]:
    names = [ANNOUNCED] if announced else []
    for title, moves in ((_AFTER, before), (_BEFORE, behind)):
        if moves is not None:
            names += [title + name for name in moves or (_NOTHING,)]
    return [BESIDE, *names] if before is not None or behind is not None else names


@remember(_KEPT)
def _row(before: Made | None, behind: Made | None, announced: bool) -> tuple[float, ...]:
    known = leanings().places
    rows = [known[name] for name in _names(before, behind, announced) if name in known]
    return tuple(map(sum, zip(*rows, strict=True))) or (0.0,) * len(Move)
