"""`python -m tests.measure.train`: weigh words by the labelled emails at hand.

A logistic regression with a ridge, fitted twice: features of little weight are left out, and the
others weighed again without them. The cues are held to be right in part (`KNOWN`) while words are
weighed: all of their weight would hide the words, none would count them twice.
"""

from __future__ import annotations

import argparse
import json
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import pairwise
from math import sqrt
from pathlib import Path
from typing import NamedTuple

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_array
from scipy.special import expit

from afterword.draft.draft import Draft
from afterword.draft.memory import forget
from afterword.draft.model import Kind, Move
from afterword.draft.moves import leanings
from afterword.draft.moves.kinds import cues_of, later, traits
from afterword.draft.moves.leanings import ANY, families
from afterword.draft.moves.reading import KIND, Reading, read
from afterword.draft.parse import parse
from afterword.draft.tokens import STOP
from tests.measure.corpus import FOLDER, Email, load

WEIGHTS = Path(str(leanings.WEIGHTS))
PHRASINGS = FOLDER / "phrasings.toml"
LOOK_ALIKES = FOLDER.parent / "draft" / "kinds.toml"
SENTENCES = FOLDER.parent / "draft" / "sentences.toml"
WEIGHTY = frozenset({Move.GRATITUDE, Move.INTEREST, Move.FIT, Move.RECAP})
"""The moves that the sentences of `SENTENCES` called `none` are known not to make."""
KNOWN = 0.5
"""Part of the cues' own weight that counts while the words are weighed."""
PHRASING = 1.5
"""What a phrasing counts beside a sentence of an email: it was written for what it shows."""
RIDGE = 1.0
"""How much a large weight is held back."""
RIDGE_OF_EMAILS = 2.0
"""The same for whole emails."""
RARE = 3
"""Examples in which a feature must stand to be weighed."""
TELLING = 1.3
"""Largest weight times the root of the examples that have it, below which a feature is left out."""
SMALL_IN_EMAIL = 0.08
"""The same of what whole emails are weighed by."""


@dataclass(frozen=True, slots=True)
class Example:
    """What one sentence or email shows: its features, and what is true of it."""

    names: Sequence[str]
    made: frozenset[Move] = frozenset()
    open: frozenset[Move] = frozenset()
    """Moves of which nothing is known."""
    known: Mapping[Move, float] = field(default_factory=dict)
    """What the cues say, in the unit of the weights."""
    counts: float = 1.0


Vector = np.ndarray[tuple[int], np.dtype[np.float64]]


class Row(NamedTuple):
    """One example of one thing that is true or not."""

    names: Sequence[str]
    true: bool
    known: float = 0.0
    """What is known of it before."""
    counts: float = 1.0


def main() -> None:
    """Write the weights."""
    argparse.ArgumentParser(prog="python -m tests.measure.train", description=__doc__).parse_args()
    write(load(*sorted(FOLDER.glob("*.jsonl"))), WEIGHTS)


def write(emails: Sequence[Email], path: Path) -> None:
    """Train on `emails` and our own phrasings, and write the weights to `path`."""
    told = sentences(emails)
    held = Counter(name for one in told for name in one.names)
    table = _table(told, _frequent(held))
    table = _table(told, [n for n, row in table.items() if n != ANY and _tells(n, row, held[n])])
    nothing = {ANY: 0.0}
    path.write_text(_lines({"sentence": table, "email": nothing, "follow-up": nothing}), "utf-8")
    with used(path):
        email, follow_up = _weights(list(letters(emails))), _weights(list(follow_ups(emails)))
    path.write_text(_lines({"sentence": table, "email": email, "follow-up": follow_up}), "utf-8")


def _weights(whole: Sequence[Row]) -> dict[str, float]:
    """Return one weight for each feature of whole emails that says enough, and that of `ANY`."""
    held = Counter(name for row in whole for name in row.names)
    weights = weigh(whole, _frequent(held), RIDGE_OF_EMAILS)
    told = {name: round(w, 2) for name, w in weights.items() if abs(w) >= SMALL_IN_EMAIL}
    return {ANY: 0.0} | told


def _table(told: Sequence[Example], names: Sequence[str]) -> dict[str, list[float]]:
    """Return one weight for each move by the features named."""
    by_move = [weigh(_rows(told, move), names, RIDGE) for move in Move]
    return {name: [round(one[name], 2) for one in by_move] for name in (ANY, *names)}


def _rows(told: Iterable[Example], move: Move) -> list[Row]:
    return [
        Row(one.names, move in one.made, KNOWN * one.known.get(move, 0.0), one.counts)
        for one in told
        if move not in one.open
    ]


def _tells(name: str, row: Sequence[float], held: int) -> bool:
    """Say whether a feature that `held` examples have makes enough of a difference among them all.

    One that is rare needs a large weight for that, one in every fifth sentence only a small one.
    """
    return name[0] == "@" or max(map(abs, row)) * sqrt(held) >= TELLING


@contextmanager
def used(path: Path) -> Iterator[None]:
    """Let everything that is read meanwhile be weighed by the weights at `path`."""
    before, leanings.WEIGHTS = leanings.WEIGHTS, path
    _forget()
    try:
        yield
    finally:
        leanings.WEIGHTS = before
        _forget()


def _forget() -> None:
    leanings.leanings.cache_clear()
    forget()


def _lines(data: dict[str, dict[str, list[float]] | dict[str, float]]) -> str:
    """Write one feature a line, so that a change of weights can be read."""
    blocks = []
    for title, weights in data.items():
        rows = ",\n".join(f"  {json.dumps(name)}: {json.dumps(w)}" for name, w in weights.items())
        blocks.append(f"{json.dumps(title)}: {{\n{rows}\n}}")
    return "{\n" + ",\n".join(blocks) + "\n}\n"


def sentences(emails: Iterable[Email]) -> list[Example]:
    """Return the features and labels of every sentence of emails after an interview."""
    out: list[Example] = []
    for email in emails:
        if email.kind is Kind.OTHER:
            continue
        cut = email.cut().sentences
        for index, (sentence, made) in enumerate(zip(cut, email.labels, strict=True)):
            reading = read(sentence.text)
            names = features(reading) + leanings.place(index, len(cut))
            out.append(Example(names, made, known=told_by_cues(reading)))
    for moves, others, texts in _phrasings():
        for reading in map(read, texts):
            cues = told_by_cues(reading)
            out.append(Example(features(reading), moves, others, cues, PHRASING))
    return out


def _phrasings() -> Iterator[tuple[frozenset[Move], frozenset[Move], list[str]]]:
    """Yield the moves that sentences make, those of which nothing is known, and the sentences."""
    whole: dict[str, list[str]] = tomllib.loads(PHRASINGS.read_text("utf-8"))["moves"]
    for title, texts in whole.items():
        yield _named(title), frozenset(), texts
    single: dict[str, list[str]] = tomllib.loads(SENTENCES.read_text("utf-8"))
    for title, texts in single.items():
        moves = _named(title)
        yield moves, frozenset(Move) - (moves or WEIGHTY), texts


def _named(title: str) -> frozenset[Move]:
    return frozenset(Move(name) for name in title.split() if name != "none")


def told_by_cues(reading: Reading) -> dict[Move, float]:
    """Return what the cues of a sentence say for each move, in the unit of the weights."""
    return {move: leanings.of_cues(score) for move, score in reading.scores.items()}


def features(reading: Reading) -> list[str]:
    """Return the features of one sentence, wherever it stands."""
    cues = [leanings.CUE + cue for cue in reading.cues if not cue.startswith(("@", KIND))]
    words = reading.distinct
    return sorted({*words, *families(words), *_pairs(reading), *cues, *reading.shape})


def _pairs(reading: Reading) -> set[str]:
    """Return the words that stand side by side, no mark between them."""
    return {" ".join(pair) for pair in pairwise(reading.words) if STOP not in pair}


def letters(emails: Iterable[Email]) -> Iterator[Row]:
    """Yield the features of every email, and whether it was written after an interview."""
    for email in emails:
        yield _letter(email.parsed(), email.kind is not Kind.OTHER)
    for path in (LOOK_ALIKES, PHRASINGS):
        for one in tomllib.loads(path.read_text("utf-8")).get("email", []):
            yield _letter(parse(one.get("subject"), one["body"]), bool(one["post"]))


def _letter(draft: Draft, true: bool) -> Row:
    cues = cues_of(draft.subject, draft.readings)
    names = traits(draft.subject, draft.readings, draft.made, cues)
    return Row(sorted(names.union(*map(_pairs, draft.readings))), true)


def follow_ups(emails: Iterable[Email]) -> Iterator[Row]:
    """Yield the single features of emails after an interview, and whether one is a follow-up."""
    for email in emails:
        if email.kind is not Kind.OTHER:
            draft = email.parsed()
            cues = cues_of(draft.subject, draft.readings)
            names = traits(draft.subject, draft.readings, draft.made, cues)
            yield Row(sorted(names), email.kind is Kind.FOLLOW_UP, later(cues, draft.made))


def _frequent(held: Mapping[str, int]) -> list[str]:
    """Return the features that enough of the examples have, in the order of the alphabet."""
    return sorted(name for name, count in held.items() if count >= RARE)


def weigh(rows: Sequence[Row], names: Sequence[str], ridge: float) -> dict[str, float]:
    """Return the weight of each feature named, and that of `ANY`."""
    columns = {name: at for at, name in enumerate((ANY, *names))}
    held = [sorted({0, *(columns[n] for n in row.names if n in columns)}) for row in rows]
    ends = np.cumsum([0, *map(len, held)])
    ones = np.ones(ends[-1])
    table = csr_array((ones, np.concatenate(held), ends), shape=(len(rows), len(columns)))
    turned = table.T.tocsr()
    true = np.array([row.true for row in rows], float)
    known = np.array([row.known for row in rows])
    counts = np.array([row.counts for row in rows])
    pull = np.full(len(columns), ridge)
    pull[0] = 0.0

    def loss(weights: Vector) -> tuple[float, Vector]:
        total = table @ weights + known
        lost = counts @ (np.logaddexp(0.0, total) - true * total) + pull @ weights**2 / 2
        return float(lost), turned @ (counts * (expit(total) - true)) + pull * weights

    found = minimize(loss, np.zeros(len(columns)), jac=True, method="L-BFGS-B", tol=1e-6)
    return dict(zip(columns, map(float, found.x), strict=True))


if __name__ == "__main__":
    main()
