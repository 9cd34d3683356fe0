"""What words and pairs of words say about a sentence and an email, weighed by example.

The cues know the phrases that people use on purpose; these weights know the company that words
keep, and so carry over to ways of saying it that nobody listed. They are a linear model over words,
pairs of neighbours and cues: `weights.json` is written by `python -m tests.measure.train` from
labelled emails.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import chain, pairwise, repeat
from struct import Struct
from typing import NamedTuple

from afterword.draft.memory import remember
from afterword.draft.model import Move

WEIGHTS = files(__package__).joinpath("weights.json")
STEM = 5
"""Letters of a longer word that stand for its whole family."""
CUE = "#"
"""What the feature of a cue begins with."""
FAMILY = "~"
"""What the feature of a word's family ends with."""
ANY = "@any"
"""The feature that every example has; the names of what is no word begin like it."""
_LONGEST = 6
"""Steps in which the length of a sentence and its own words are told apart."""
_LANE = 32
"""Bits of one weight in a packed row: one addition of two rows adds all their weights."""
_HALF = 1 << (_LANE - 1)
"""Half the range of a lane, which is above any sum of weights."""
_STEPS = 100
"""Steps of a weight in one; the data file has two digits behind the point."""
_COUNTED = 1 << 16
"""What a weight of a cue is stored beside: more than all weights of a sentence together."""
_SUMS = 256
"""Sums of weights of cues that are remembered taken apart."""
_FEW = 4
"""Sentences whose place is told from the middle: two at the beginning, two at the end."""
_LEAST, _MOST = -1, 2
"""Levels, of two each, in which the weight of the cues is told apart."""
_FAR = 2.0
"""Weight below zero, and half of that above, beyond which the cues count no more."""
NOUGHT = repeat(0)
"""The row of what has none, as often as it is asked for."""
_LENGTHS = tuple(f"@length-{step}" for step in range(_LONGEST + 1))
_SPECIALS = tuple(f"@special-{step}" for step in range(_LONGEST + 1))
_AT = {move: index for index, move in enumerate(Move)}
_LEVELS = {move: [f"@{move}{step:+}" for step in range(_LEAST, _MOST + 1)] for move in Move}
_UNSIGNED = Struct(f"<{len(Move)}I")


@dataclass(frozen=True, slots=True)
class Leanings:
    """Weights by feature.

    A row has a number for every move, in the order of `Move`, then one for an email after an
    interview, and one for a follow-up among those.
    """

    places: Mapping[str, tuple[float, ...]]
    """The rows of what is no word as they stand, cut to the moves."""
    words: Mapping[str, int]
    """The rows of words, each packed into one number."""
    families: Mapping[str, int]
    """The rows of families by the letters that their words share, packed alike."""
    shapes: Mapping[str, int]
    """The rows of what is no word, packed alike."""
    pairs: Mapping[tuple[str, str], int]
    """The rows of neighbouring words, packed alike."""
    cues: Mapping[str, int]
    """The rows of cues, packed alike."""
    email: Mapping[str, float]
    """What an email's features say for one after an interview, beside its sentences."""
    follow_up: Mapping[str, float]
    """The same of one after an interview for a follow-up."""
    lanes: Struct
    """How a packed row is taken apart."""
    bias: int
    """Half the range of each lane; added and then taken out bit by bit, it unties the lanes."""
    always: int
    """The row of what every example has."""


@cache
def leanings() -> Leanings:
    """Return the weights of `weights.json`, read once."""
    data = json.loads(WEIGHTS.read_text("utf-8"))
    listed: dict[str, list[float]] = data["sentence"]
    count = len(listed[ANY])
    bias = sum(_HALF << (_LANE * at) for at in range(count))
    pack = Struct(f"<{count}I").pack
    rows = {
        name: int.from_bytes(pack(*map(_lane, row)), "little") - bias
        for name, row in listed.items()
    }
    cues = {name[1:]: row for name, row in rows.items() if name[0] == CUE}
    pairs = {_parted(name): row for name, row in rows.items() if " " in name}
    shapes = {name: row for name, row in rows.items() if name[0] == ANY[0]}
    single = {name: row for name, row in rows.items() if name[0] not in (CUE, ANY[0])}
    stems = {name[:STEM]: row for name, row in single.items() if name[-1] == FAMILY}
    words = {name: row for name, row in single.items() if name[-1] != FAMILY and " " not in name}
    places = {name: tuple(row[: len(Move)]) for name, row in listed.items() if name[0] == "@"}
    lanes = Struct(f"<{count}i")
    email: dict[str, float] = data["email"]
    later: dict[str, float] = data["follow-up"]
    return Leanings(
        places, words, stems, shapes, pairs, cues, email, later, lanes, bias, shapes[ANY]
    )


@cache
def _lane(weight: float) -> int:
    """Return a weight as a lane above zero; thousands of rows share a few hundred weights."""
    return _HALF + round(weight * _STEPS)


def _parted(pair: str) -> tuple[str, str]:
    first, _, second = pair.partition(" ")
    return first, second


def families(words: Iterable[str]) -> list[str]:
    """Return the features that longer words share with their families."""
    return [word[:STEM] + FAMILY for word in words if len(word) > STEM]


def shape(words: int, special: int) -> tuple[str, str]:
    """Return the features of a sentence's length and of its words that name something."""
    return _LENGTHS[min(_LONGEST, words // 5)], _SPECIALS[min(_LONGEST, special)]


class Told(NamedTuple):
    """What all cues of a sentence say together."""

    scores: Mapping[Move, float]
    """Their weight for each move that one of them speaks of."""
    features: tuple[str, ...]
    """How much that is, as `leanings` names it."""
    added: tuple[tuple[int, float], ...]
    """What they add to the weight of a move, by its index."""


def weights(of: Iterable[tuple[Move, float]]) -> int:
    """Return the weights of a cue as one number, so that the cues of a sentence are just added.

    Each weight stands beside a count of one, which tells a sum of nought from no weight at all.
    """
    return sum(_COUNTED + round(weight * _STEPS) << (_LANE * _AT[move]) for move, weight in of)


@lru_cache(_SUMS)  # which holds no words, and so need not be forgotten
def told(total: int) -> Told:
    """Take the sum of the `weights` of cues apart; seven in ten sentences share theirs."""
    scores: dict[Move, float] = {}
    lanes = _UNSIGNED.unpack(total.to_bytes(_UNSIGNED.size, "little"))
    for lane, move in zip(lanes, Move, strict=True):
        if lane:
            count = (lane + _COUNTED // 2) // _COUNTED
            scores[move] = (lane - count * _COUNTED) / _STEPS
    return Told(
        scores,
        tuple([_level(move, score) for move, score in scores.items()]),
        tuple([(_AT[move], of_cues(score)) for move, score in scores.items()]),
    )


def _level(move: Move, score: float) -> str:
    """Return the feature of how much cues say for a move, or below zero against it."""
    return _LEVELS[move][max(_LEAST, min(_MOST, round(score / 2))) - _LEAST]


def of_cues(score: float) -> float:
    """Return what the cues of a sentence add to its weight for a move."""
    return max(-_FAR, min(2 * _FAR, score))


def place(index: int, count: int) -> list[str]:
    """Return the features of a sentence's place among `count` sentences.

    One alone has none, and what stands between the first and the last of three is the second.
    """
    if count == 1:
        return []
    if index == 0:
        return ["@first"]
    if index == count - 1:
        return ["@last"]
    if index == 1 and count == 3:
        return ["@second"]
    near = ["@second"] if index == 1 else []
    return [*near, "@before-last"] if index == count - 2 else [*near, "@middle"]


def leans_of_places(count: int) -> Iterator[tuple[float, ...]]:
    """Return how much each place among `count` sentences speaks for each move, in order."""
    ends = _leans_of_few(min(count, _FEW))
    middle = repeat(leanings().places["@middle"], count - len(ends))
    return chain(ends[: _FEW // 2], middle, ends[_FEW // 2 :])


@remember(_FEW + 1)
def _leans_of_few(count: int) -> list[tuple[float, ...]]:
    known = leanings().places
    nought = (0.0,) * len(known[ANY])
    rows = [[nought, *(known[name] for name in place(at, count))] for at in range(count)]
    return [tuple(map(sum, zip(*row, strict=True))) for row in rows]


def lean(words: Sequence[str], distinct: Set[str], cues: Set[str], shape: Set[str]) -> list[float]:
    """Return how much a sentence speaks for each move, an email after an interview and a follow-up.

    That is by its words in order, and once each without marks, by its cues and by its shape.
    """
    known = leanings()
    stems = {word[:STEM] for word in distinct if len(word) > STEM}
    total = sum(map(known.words.get, distinct, NOUGHT), known.always)
    total = sum(map(known.families.get, stems, NOUGHT), total)
    total = sum(map(known.shapes.get, shape, NOUGHT), total)
    total = sum(map(known.cues.get, cues, NOUGHT), total)
    total = sum(map(known.pairs.__getitem__, known.pairs.keys() & pairwise(words)), total)
    lanes = ((total + known.bias) ^ known.bias).to_bytes(known.lanes.size, "little")
    return [lane / _STEPS for lane in known.lanes.unpack(lanes)]
