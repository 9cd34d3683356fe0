"""What the sentences before and behind one say about it, and the subject above them.

An answer follows a question or another answer, and what a job needs comes before what one has done
of the kind. Each sentence is read by its own words and its place first; what its neighbours were
then read to do is weighed in, by rows of `weights.json` like those of words. So is whether it
begins a paragraph, whether the one before raises a question (“You wondered about my German”), and
whether the subject announces an answer: “One correction”, “The sample you asked for”.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, repeat
from operator import add
from typing import NamedTuple

from afterword.draft.memory import remember
from afterword.draft.model import Move, Sentence
from afterword.draft.moves.leanings import leanings
from afterword.draft.moves.reading import Reading

BESIDE = "@beside"
"""The feature of every sentence that has another beside it."""
ANNOUNCED = "@announced"
"""The feature of every sentence below a subject that announces an answer."""
RAISED = "raised"
"""The cue of a sentence that raises a question, or tells of one."""
_BEFORE, _AFTER, _NOTHING = "@before-", "@after-", "nothing"
_PARAGRAPH = "@paragraph"
_KEPT = 1024
"""Places whose rows are remembered; some six hundred are usual."""

Made = frozenset[Move]


class Setting(NamedTuple):
    """Where the sentences of an email stand."""

    raised: Sequence[bool]
    """Whether the sentence before each raises a question."""
    begins: Sequence[bool]
    """Whether each begins a paragraph below another."""
    announced: bool
    """Whether the subject makes an answer of them."""


def setting(
    sentences: Sequence[Sentence], readings: Sequence[Reading], *, announced: bool
) -> Setting:
    """Return where sentences stand, given what each says."""
    raised = [False, *(RAISED in one.cues for one in readings[:-1])]
    begins = [False, *(one.paragraph != two.paragraph for one, two in pairwise(sentences))]
    return Setting(raised, begins, announced)


def leans(
    alone: Sequence[Sequence[float]], made: Sequence[Made], where: Setting
) -> Iterator[list[float]]:
    """Yield how much each sentence speaks for each move, in order, once all have been read.

    `alone` are their leans by words and place, and `made` the moves that they make by those.
    """
    for one, around in zip(alone, _around(made, where), strict=True):
        yield list(map(add, one, _row(around)))


def features(made: Sequence[Made], where: Setting) -> list[list[str]]:
    """Return the names of what stands around each sentence, in order."""
    return [_names(around) for around in _around(made, where)]


class _Around(NamedTuple):
    """What stands around one sentence."""

    before: Made | None
    """What the sentence before does; None where none is there."""
    behind: Made | None
    raised: bool
    begins: bool
    announced: bool


def _around(made: Sequence[Made], where: Setting) -> Iterator[_Around]:
    if not made:
        return iter(())
    before, behind = (None, *made[:-1]), (*made[1:], None)
    return map(_Around, before, behind, where.raised, where.begins, repeat(where.announced))


def _names(around: _Around) -> list[str]:
    told = (
        (ANNOUNCED, around.announced),
        (_AFTER + RAISED, around.raised),
        (_PARAGRAPH, around.begins),
    )
    names = [name for name, is_so in told if is_so]
    for title, moves in ((_AFTER, around.before), (_BEFORE, around.behind)):
        if moves is not None:
            # Sorted, so that their weights are added in one order and rounded alike each time.
            names += [title + name for name in sorted(moves) or (_NOTHING,)]
    return [BESIDE, *names] if around[:2] != (None, None) else names


@remember(_KEPT)
def _row(around: _Around) -> tuple[float, ...]:
    known = leanings().places
    rows = [known[name] for name in _names(around) if name in known]
    return tuple(map(sum, zip(*rows, strict=True))) or (0.0,) * len(Move)
