"""`python -m tests.measure.train`: weigh words by the labelled emails at hand.

A logistic regression with a ridge, fitted by Newton steps along one weight after the other, in
plain Python; the same emails give the same weights. The cues are held to be right in part (`KNOWN`)
while words are weighed: all of their weight would hide the words, none would count them twice.
"""

from __future__ import annotations

import argparse
import json
import math
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from afterword.draft.draft import Draft
from afterword.draft.memory import forget
from afterword.draft.model import Kind, Move
from afterword.draft.moves import leanings
from afterword.draft.moves.kinds import traits
from afterword.draft.moves.reading import Reading, read
from afterword.draft.parse import parse
from tests.measure.corpus import FOLDER, Email, load

WEIGHTS = Path(str(leanings.WEIGHTS))
PHRASINGS = FOLDER / "phrasings.toml"
LOOK_ALIKES = FOLDER.parent / "draft" / "kinds.toml"
SENTENCES = FOLDER.parent / "draft" / "sentences.toml"
WEIGHTY = frozenset({Move.GRATITUDE, Move.INTEREST, Move.FIT, Move.RECAP})
"""The moves that the sentences of `SENTENCES` called `none` are known not to make."""
KNOWN = 0.3
"""Part of the cues' own weight that counts while the words are weighed."""
PHRASING = 1.5
"""What a phrasing counts beside a sentence of an email: it was written for what it shows."""
PASSES = 8
RIDGE = 2.0
STILL = 0.003
"""A step shorter than this is not taken."""
BLOCK = 50
"""Weights between two looks at the one that every example has."""
ANY = "@any"
RARE = 2
"""Examples in which a feature must stand to be weighed."""
SMALL = 0.25
"""A word whose weights are all below this is left out."""
SMALL_IN_EMAIL = 0.05
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


Row = tuple[Sequence[str], bool, float, float]
"""Features, whether it is true, what is known of it before, and what the example counts."""


def main() -> None:
    """Write the weights."""
    argparse.ArgumentParser(prog="python -m tests.measure.train", description=__doc__).parse_args()
    write(load(*sorted(FOLDER.glob("*.jsonl"))), WEIGHTS)


def write(emails: Sequence[Email], path: Path) -> None:
    """Train on `emails` and our own phrasings, and write the weights to `path`."""
    told = sentences(emails)
    by_move = [
        weigh(
            (one.names, move in one.made, KNOWN * one.known.get(move, 0.0), one.counts)
            for one in told
            if move not in one.open
        )
        for move in Move
    ]
    names = sorted(set().union(*by_move))
    table = {name: [round(one.get(name, 0.0), 2) for one in by_move] for name in names}
    table = {
        name: row
        for name, row in table.items()
        if any(abs(x) >= SMALL for x in row) or name[0] == "@"
    }
    path.write_text(_lines({"sentence": table, "email": {ANY: 0.0}}), "utf-8")
    with used(path):
        whole = weigh(letters(emails))
    email = {
        name: round(whole[name], 2)
        for name in sorted(whole)
        if abs(whole[name]) >= SMALL_IN_EMAIL or name == ANY
    }
    path.write_text(_lines({"sentence": table, "email": email}), "utf-8")


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
    words = sorted(reading.distinct)
    stems = [leanings.stem_of(word) for word in words]
    return [*words, *filter(None, stems), *sorted(reading.shape)]


def letters(emails: Iterable[Email]) -> Iterator[Row]:
    """Yield the features of every email, and whether it was written after an interview."""
    for email in emails:
        yield _letter(email.parsed(), email.kind is not Kind.OTHER)
    for path in (LOOK_ALIKES, PHRASINGS):
        for one in tomllib.loads(path.read_text("utf-8")).get("email", []):
            yield _letter(parse(one.get("subject"), one["body"]), bool(one["post"]))


def _letter(draft: Draft, true: bool) -> Row:
    return sorted(traits(draft.subject, draft.sentences, draft.moves)), true, 0.0, 1.0


def weigh(rows: Iterable[Row]) -> dict[str, float]:
    """Return the weight of every feature; `@any` is the one that each example has."""
    examples = list(rows)
    holding: dict[str, list[int]] = {ANY: list(range(len(examples)))}
    for at, (names, *_) in enumerate(examples):
        for name in set(names):
            holding.setdefault(name, []).append(at)
    order = sorted(
        (n for n in holding if len(holding[n]) >= RARE), key=lambda n: (-len(holding[n]), n)
    )
    weights = dict.fromkeys((ANY, *order), 0.0)
    total = [known for _, _, known, _ in examples]
    chance = list(map(_chance, total))
    for _ in range(PASSES):
        for index, name in enumerate(order):
            for each in (ANY, name) if index % BLOCK == 0 else (name,):
                pull = RIDGE if each != ANY else 0.0
                slope, bend = pull * weights[each], pull + 1e-9
                for at in holding[each]:
                    _, true, _, counts = examples[at]
                    slope += counts * (chance[at] - true)
                    bend += counts * chance[at] * (1 - chance[at])
                step = max(-1.0, min(1.0, -slope / bend))
                if abs(step) < STILL:
                    continue
                weights[each] += step
                for at in holding[each]:
                    total[at] += step
                    chance[at] = _chance(total[at])
    return weights


def _chance(total: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


if __name__ == "__main__":
    main()
