"""Read one sentence: which cues its words hold, and what they weigh for each move."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import compress, count
from typing import Any, NamedTuple

from afterword.draft import tokens
from afterword.draft.memory import forget, remember_text
from afterword.draft.model import Move
from afterword.draft.moves import leanings
from afterword.draft.phrases import Phrases
from afterword.draft.tokens import STOP

LONGEST = 4000
"""Tokens of a sentence that are looked at; no sentence of an email is longer."""
REMEMBERED = 512
"""Sentences whose reading is kept, so that typing re-reads only what changed."""

_WHO = frozenset({"i", "we", "you", "your"})
_OF = frozenset({"of", "as", "at", "with"})
KIND = "kind:"
"""What the cues begin with that tell the kind of a whole email."""

Weights = Mapping[Move, float]


class Reading(NamedTuple):
    """What the words of one sentence say, whatever stands around it."""

    typed: tuple[str, ...]
    """Its tokens in lower case, as they were typed."""
    words: tuple[str, ...]
    """The same with the usual slips of spelling mended."""
    labels: Set[str] | None
    """The phrases in it as they were typed; None where words of it had to be mended."""
    cues: frozenset[str]
    scores: Weights
    special: Set[str]
    """Its words that name something that not every such email names."""
    distinct: Set[str]
    """Its words once each, without marks."""
    shape: Set[str]
    """What it is like apart from its words, as cues and `leanings` name it."""
    leans: Sequence[float]
    """How much its words and cues together speak for each move, in the order of `Move`."""
    post: float
    """How much they speak for an email after an interview."""
    later: float
    """How much they speak for a follow-up, if it is such an email."""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The cues as the data file has them, ready to use."""

    spellings: Mapping[str, str]
    misspelt: Set[str]
    phrases: Phrases
    weights: Mapping[str, int]
    """What each cue weighs, as `leanings.weights` puts it."""
    pairs: Mapping[str, Sequence[tuple[str, int]]]
    """By one cue, others that together with it say more than each alone, and how much."""
    posts: Mapping[str, float]
    """Weight of a cue for an email after an interview."""
    laters: Mapping[str, float]
    """Weight of a cue for a follow-up."""
    general: frozenset[str]
    """Words that any such email may hold."""
    auxiliary: frozenset[str]
    talk: frozenset[str]
    """Verbs of the interview and of the email itself, which are no work."""
    post: frozenset[str]
    """Words for a job; those beside one are its title."""
    said: frozenset[str]
    """Verbs by which somebody says something."""
    self: frozenset[str]
    """Words by which writers mean themselves."""


_LISTENERS: list[Phrases] = []


def listen(phrases: Phrases) -> None:
    """Look for more phrases in every sentence, in the pass that finds the cues.

    Their labels, which no cue may have, are then among `Reading.labels`.
    """
    _LISTENERS.append(phrases)
    forget()


@cache
def _phrases(listeners: int) -> Phrases:
    """Return the cues' phrases together with those of the first `listeners`."""
    return Phrases.joined([lexicon().phrases, *_LISTENERS[:listeners]])


@cache
def lexicon() -> Lexicon:
    """Return the cues of `cues.toml`, read once.

    Raises ValueError for a phrase that cannot be read and for a move that does not exist.
    """
    data = _load("cues.toml")
    spellings: dict[str, str] = data["spellings"]
    sets = {name: words.split() for name, words in data["sets"].items()}
    cues: dict[str, dict[str, Any]] = data["cue"]
    pairs = [
        (name, _mended(phrase, spellings))
        for name, cue in cues.items()
        for phrase in cue.get("phrases", ())
    ]
    kinds = _load("kinds.toml")["cue"]
    pairs += [
        (KIND + name, _mended(phrase, spellings))
        for name, cue in kinds.items()
        for phrase in cue.get("phrases", ())
    ]
    weights = {name: _weights(cue) for name, cue in cues.items()}
    both: dict[str, list[tuple[str, int]]] = {}
    for name, pair in data["both"].items():
        first, _, second = name.partition(" + ")
        both.setdefault(first, []).append((second, _weights(pair)))
    posts = {KIND + name: float(cue.get("post", 0)) for name, cue in kinds.items()}
    laters = {KIND + name: float(cue.get("later", 0)) for name, cue in kinds.items()}
    lists = {name: frozenset(words.split()) for name, words in data["words"].items()}
    lists["said"] = frozenset(sets["said"])
    phrases = Phrases.compile(pairs, sets)
    return Lexicon(spellings, frozenset(spellings), phrases, weights, both, posts, laters, **lists)


def _weights(cue: Mapping[str, Any]) -> int:
    return leanings.weights((Move(key), float(cue[key])) for key in cue if key != "phrases")


def _load(name: str) -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath(name).read_text("utf-8"))


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


@remember_text(REMEMBERED)
def read(text: str) -> Reading:
    """Read one sentence. Never raises."""
    known = lexicon()
    typed = tokens.words(text)
    words = typed[:LONGEST]
    if not known.misspelt.isdisjoint(words):
        # A mended word may be two: “gonna” is “going to”.
        words = tuple(" ".join([known.spellings.get(word, word) for word in words]).split(" "))
    distinct = set(words)
    distinct.discard(STOP)
    special = _special(words, distinct, known)
    shape = _shape(words, distinct, len(special), known)
    if text.rstrip()[-1:] == "?":
        shape.add("@question")
    labels = _phrases(len(_LISTENERS)).labels(words)
    cues = known.phrases.all.intersection(labels).union(shape)
    told = leanings.told(_sum(cues, known))
    shape.update(leanings.shape(len(words), len(special)), told.features)
    *leans, post, later = leanings.lean(words, distinct, cues, shape)
    for at, weight in told.added:
        leans[at] += weight
    as_typed = labels if words is typed else None
    return Reading(
        typed, words, as_typed, cues, told.scores, special, distinct, shape, leans, post, later
    )


def _sum(cues: Set[str], known: Lexicon) -> int:
    """Return the sum of what cues weigh, one by one and in pairs."""
    total = sum(map(known.weights.get, cues, leanings.NOUGHT))
    for first in known.pairs.keys() & cues:
        for second, weight in known.pairs[first]:
            if second in cues:
                total += weight
    return total


def _special(words: Sequence[str], distinct: Set[str], known: Lexicon) -> Set[str]:
    """Return the words that any such email may not hold; the title of a post is none of them."""
    special = {word for word in distinct - known.general if len(word) > 2 and word[0] != "_"}
    if known.post.isdisjoint(distinct):
        return special
    for index in compress(count(), map(known.post.__contains__, words)):
        before = index - 1
        while before >= 0 and index - before <= 4 and words[before] not in known.general:
            special.discard(words[before])
            before -= 1
        special.difference_update(words[index + 1 : index + 2])
        after = index + 2
        if after < len(words) and words[index + 1] in _OF:
            while after < len(words) and words[after] not in known.general:
                special.discard(words[after])
                after += 1
    return special


def _shape(words: Sequence[str], distinct: Set[str], special: int, known: Lexicon) -> set[str]:
    """Return the cues that are no phrases: how specific a sentence is, and who does what in it."""
    shape: set[str] = set()
    if special >= 2:
        shape.add("@specific")
    if special >= 5:
        shape.add("@very-specific")
    if not known.self.isdisjoint(distinct):
        shape.add("@self")
    last = len(words) - 1
    for index in compress(range(last), map(_WHO.__contains__, words)):
        word, after = words[index], words[index + 1]
        later = words[index + 2] if index + 2 <= last else STOP
        if word == "you":
            if after not in known.general and after != STOP:
                shape.add("@you-do")
        elif word == "your":
            if after not in known.general or later not in known.general:
                shape.add("@your-thing")
        else:
            verb = later if after in known.auxiliary else after
            if verb.endswith("ed") and verb not in known.general and verb not in known.talk:
                shape.add("@i-ed")
    return shape


def length(reading: Reading) -> int:
    """Return the number of words of a sentence, without the marks between them."""
    return sum(word != STOP for word in reading.words)
