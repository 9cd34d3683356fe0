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
from functools import cache
from importlib.resources import files
from itertools import chain, pairwise, repeat
from struct import Struct

from afterword.draft.memory import remember
from afterword.draft.model import Move

WEIGHTS = files(__package__).joinpath("weights.json")
STEM = 5
"""Letters of a longer word that stand for its whole family."""
CUE = "#"
"""What the feature of a cue begins with."""
FAMILY = "~"
"""What the feature of a word's family ends with."""
MARKS = frozenset("@" + CUE)
"""What the features begin with that are no words."""
_LONGEST = 6
"""Steps in which the length of a sentence and its own words are told apart."""
_LANE = 32
"""Bits of one weight in a packed row."""
_STEPS = 100
"""Steps of a weight in one; the data file has two digits behind the point."""
_FEW = 4
"""Sentences whose place is told from the middle: two at the beginning, two at the end."""
_LEAST, _MOST = -1, 2
"""Levels, of two each, in which the weight of the cues is told apart."""
_FAR = 2.0
"""Weight below zero, and half of that above, beyond which the cues count no more."""
_LENGTHS = tuple(f"@length-{step}" for step in range(_LONGEST + 1))
_SPECIALS = tuple(f"@special-{step}" for step in range(_LONGEST + 1))
_AT = {move: index for index, move in enumerate(Move)}
_LEVELS = {move: [f"@{move}{step:+}" for step in range(_LEAST, _MOST + 1)] for move in Move}


@dataclass(frozen=True, slots=True)
class Leanings:
    """Weights by feature: one number for every move, in the order of `Move`."""

    sentence: dict[str, tuple[float, ...]]
    """Those of features that are no words; the words' are in `packed` alone."""
    email: Mapping[str, float]
    email_pairs: Mapping[tuple[str, str], float]
    packed: _Packed
    """The rows of words and of what a sentence is like, each as one number."""
    pairs: Mapping[tuple[str, str], int]
    """The rows of neighbouring words, packed alike."""
    cues: Mapping[str, int]
    """The rows of cues, packed alike."""
    lanes: Struct
    """How such a number is taken apart."""
    bias: int
    """Half the range of each lane; added and then taken out bit by bit, it unties the lanes."""


class _Packed(dict[str, int]):
    """Rows by word, each packed into one number; an unknown word has its stem's, or nought."""

    def __missing__(self, word: str) -> int:
        return self.get(word[:STEM] + FAMILY, 0) if len(word) > STEM else 0


@cache
def leanings() -> Leanings:
    """Return the weights of `weights.json`, read once; a word's own holds its stem's too."""
    data = json.loads(WEIGHTS.read_text("utf-8"))
    listed = {name: tuple(map(float, row)) for name, row in data["sentence"].items()}
    sentence = dict(listed)
    for name, row in listed.items():
        stem = listed.get(stem_of(name))
        if stem:
            sentence[name] = tuple(map(sum, zip(row, stem, strict=True)))
    sentence["@none"] = (0.0,) * len(sentence["@any"])
    rows = {name: _number(row) for name, row in sentence.items()}
    cues = {name[1:]: row for name, row in rows.items() if name[0] == CUE}
    pairs = {_parted(name): row for name, row in rows.items() if " " in name}
    packed = _Packed({name: row for name, row in rows.items() if " " not in name})
    moves = len(sentence["@any"])
    bias = sum(1 << (_LANE * at + _LANE - 1) for at in range(moves))
    apart = {name: row for name, row in sentence.items() if name[0] == "@"}
    email = {name: weight for name, weight in data["email"].items() if " " not in name}
    near = {_parted(name): weight for name, weight in data["email"].items() if " " in name}
    return Leanings(apart, email, near, packed, pairs, cues, Struct(f"<{moves}i"), bias)


def _parted(pair: str) -> tuple[str, str]:
    first, _, second = pair.partition(" ")
    return first, second


def stem_of(word: str) -> str:
    """Return the feature that a long word shares with its family; empty for all else."""
    if len(word) <= STEM or word[0] in MARKS or word[-1] == FAMILY or " " in word:
        return ""
    return word[:STEM] + FAMILY


def shape(words: int, special: int) -> tuple[str, str]:
    """Return the features of a sentence's length and of its words that name something."""
    return _LENGTHS[min(_LONGEST, words // 5)], _SPECIALS[min(_LONGEST, special)]


@cache
def said(move: Move, score: float) -> tuple[str, int, float]:
    """Return what the cues of a sentence say for a move, or below zero against it.

    That is the feature of how much they say, the index of the move, and what they add to its
    weight. Scores are few, and each is asked for in most sentences.
    """
    level = max(_LEAST, min(_MOST, round(score / 2)))
    return _LEVELS[move][level - _LEAST], _AT[move], of_cues(score)


def of_cues(score: float) -> float:
    """Return what the cues of a sentence add to its weight for a move."""
    return max(-_FAR, min(2 * _FAR, score))


def place(index: int, count: int) -> list[str]:
    """Return the features of a sentence's place among `count` sentences; one alone has none."""
    if count == 1:
        return []
    if index == 0:
        return ["@first"]
    if index == count - 1:
        return ["@last"]
    near = ["@second"] if index == 1 else []
    return [*near, "@before-last"] if index == count - 2 else [*near, "@middle"]


def leans_of_places(count: int) -> Iterator[tuple[float, ...]]:
    """Return how much each place among `count` sentences speaks for each move, in order."""
    ends = _leans_of_few(min(count, _FEW))
    middle = repeat(leanings().sentence["@middle"], count - len(ends))
    return chain(ends[: _FEW // 2], middle, ends[_FEW // 2 :])


@remember(_FEW + 1)
def _leans_of_few(count: int) -> list[tuple[float, ...]]:
    known = leanings().sentence
    rows = [[known[name] for name in ("@none", *place(at, count))] for at in range(count)]
    return [tuple(map(sum, zip(*row, strict=True))) for row in rows]


def lean(words: Sequence[str], cues: Set[str], shape: Iterable[str]) -> list[float]:
    """Return how much a sentence speaks for each move: its words in order, its cues, its shape."""
    known = leanings()
    packed, pairs = known.packed, known.pairs
    total = sum(map(packed.__getitem__, set(words)), packed["@any"])
    total = sum(map(packed.__getitem__, shape), total)
    total = sum(map(pairs.__getitem__, pairs.keys() & pairwise(words)), total)
    total = sum(map(known.cues.__getitem__, known.cues.keys() & cues), total)
    lanes = ((total + known.bias) ^ known.bias).to_bytes(known.lanes.size, "little")
    return [lane / _STEPS for lane in known.lanes.unpack(lanes)]


def _number(row: Iterable[float]) -> int:
    """Return a row as one number of lanes, so that one addition adds all its weights."""
    return sum(round(weight * _STEPS) << (_LANE * at) for at, weight in enumerate(row))
