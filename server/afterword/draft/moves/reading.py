"""Read one sentence: which cues its words hold, and what they weigh for each move."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from afterword.draft.model import Move
from afterword.draft.phrases import Phrases
from afterword.draft.tokens import STOP, tokenize

LONGEST = 4000
"""Tokens of a sentence that are looked at; no sentence of an email is longer."""
REMEMBERED = 512
"""Sentences whose reading is kept, so that typing re-reads only what changed."""

Weights = Mapping[Move, float]


@dataclass(frozen=True, slots=True)
class Reading:
    """What the words of one sentence say, whatever stands around it."""

    words: tuple[str, ...]
    """Its tokens, in lower case, with the usual slips of spelling mended."""
    cues: frozenset[str]
    scores: Weights
    specific: int
    """How many different words name something that not every such email names."""
    question: bool


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The cues as the data file has them, ready to use."""

    spellings: Mapping[str, str]
    phrases: Phrases
    weights: Mapping[str, tuple[tuple[Move, float], ...]]
    general: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """Return the cues of `cues.toml`, read once.

    Raises ValueError for a phrase that cannot be read and for a move that does not exist.
    """
    data = tomllib.loads(files(__package__).joinpath("cues.toml").read_text("utf-8"))
    spellings: dict[str, str] = data["spellings"]
    sets = {name: words.split() for name, words in data["sets"].items()}
    cues: dict[str, dict[str, Any]] = data["cue"]
    pairs = [
        (name, _mended(phrase, spellings))
        for name, cue in cues.items()
        for phrase in cue["phrases"]
    ]
    weights = {
        name: tuple((Move(key), float(cue[key])) for key in cue if key != "phrases")
        for name, cue in cues.items()
    }
    general = frozenset(data["general"]["words"].split())
    return Lexicon(spellings, Phrases.compile(pairs, sets), weights, general)


def _mended(phrase: str, spellings: Mapping[str, str]) -> str:
    """Write a phrase as the sentences are written when they are compared."""
    out = ""
    word = ""
    for character in phrase + " ":
        if character.isalnum() or character == "'":
            word += character
        else:
            out += spellings.get(word, word) + character
            word = ""
    return out.strip()


@lru_cache(maxsize=REMEMBERED)
def read(text: str) -> Reading:
    """Read one sentence. Never raises."""
    known = lexicon()
    mend = known.spellings.get
    words = tuple([mend(word, word) for word in tokenize(text).words[:LONGEST]])
    cues = known.phrases.labels(words)
    scores: dict[Move, float] = {}
    for cue in cues:
        for move, weight in known.weights[cue]:
            scores[move] = scores.get(move, 0.0) + weight
    special = {word for word in words if len(word) > 2 and word not in known.general}
    return Reading(words, cues, scores, len(special), text.rstrip().endswith("?"))


def length(reading: Reading) -> int:
    """Return the number of words of a sentence, without the marks between them."""
    return sum(word != STOP for word in reading.words)
