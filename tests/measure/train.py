"""`python -m tests.measure.train [--folds]`: weigh words by the labelled emails at hand.

A logistic regression by stochastic descent with adaptive steps and a small pull towards zero, in
plain Python; the same emails give the same weights. It learns what words say by themselves; the
weight of the cues is added where it is used, so that neither learns to lean on the other.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import tomllib
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from afterword.draft.model import Kind, Move
from afterword.draft.moves import leanings
from afterword.draft.moves.kinds import email_features
from afterword.draft.moves.reading import Reading, read
from afterword.draft.parse import parse
from tests.measure.corpus import FOLDER, Email, load

WEIGHTS = Path(leanings.__file__).with_name("weights.json")
PHRASINGS = FOLDER / "phrasings.toml"
LOOK_ALIKES = FOLDER.parent / "draft" / "kinds.toml"
SENTENCES = FOLDER.parent / "draft" / "sentences.toml"
WEIGHTY = frozenset({Move.GRATITUDE, Move.INTEREST, Move.FIT, Move.RECAP})
"""The moves that the sentences of `SENTENCES` called `none` are known not to make."""
SEED, PASSES, EMAIL_PASSES, STEP, PULL = 7, 15, 25, 0.15, 1e-3
RARE = 2
"""Examples in which a feature must stand to be weighed."""
SMALL = 0.4
"""A word whose weights are all below this is left out."""
SMALL_IN_EMAIL = 0.15
"""The same of what whole emails are weighed by."""

Row = tuple[list[str], bool]
Told = tuple[list[str], frozenset[Move], frozenset[Move]]
"""Features, the moves made, and the moves of which nothing is known."""


def main() -> None:
    """Write the weights."""
    argparse.ArgumentParser(prog="python -m tests.measure.train", description=__doc__).parse_args()
    write(load(*sorted(FOLDER.glob("*.jsonl"))), WEIGHTS)


def write(emails: Sequence[Email], path: Path) -> None:
    """Train on `emails` and our own phrasings, and write the weights to `path`."""
    told = sentences(emails)
    by_move = [
        weigh([(names, move in made) for names, made, open_ in told if move not in open_], PASSES)
        for move in Move
    ]
    names = sorted(set().union(*by_move))
    table = {name: [round(one.get(name, 0.0), 2) for one in by_move] for name in names}
    table = {
        name: row
        for name, row in table.items()
        if any(abs(x) >= SMALL for x in row) or name[0] == "@"
    }
    whole = weigh(letters(emails), EMAIL_PASSES)
    email = {
        name: round(whole[name], 2)
        for name in sorted(whole)
        if abs(whole[name]) >= SMALL_IN_EMAIL or name == "@any"
    }
    path.write_text(_lines({"sentence": table, "email": email}), "utf-8")


def _lines(data: dict[str, dict[str, list[float]] | dict[str, float]]) -> str:
    """Write one feature a line, so that a change of weights can be read."""
    blocks = []
    for title, weights in data.items():
        rows = ",\n".join(f"  {json.dumps(name)}: {json.dumps(w)}" for name, w in weights.items())
        blocks.append(f"{json.dumps(title)}: {{\n{rows}\n}}")
    return "{\n" + ",\n".join(blocks) + "\n}\n"


def sentences(emails: Iterable[Email]) -> list[Told]:
    """Return the features and labels of every sentence of emails after an interview."""
    out: list[Told] = []
    nothing = frozenset[Move]()
    for email in emails:
        if email.kind is Kind.OTHER:
            continue
        cut = email.cut().sentences
        for index, (sentence, made) in enumerate(zip(cut, email.labels, strict=True)):
            at = leanings.place(index, len(cut))
            out.append((features(read(sentence.text)) + at, made, nothing))
    data: dict[str, list[str]] = tomllib.loads(PHRASINGS.read_text("utf-8"))["moves"]
    for title, texts in data.items():
        moves = frozenset(Move(name) for name in title.split() if name != "none")
        out += [(features(read(text)), moves, nothing) for text in texts]
    single: dict[str, list[str]] = tomllib.loads(SENTENCES.read_text("utf-8"))
    for title, texts in single.items():
        moves = frozenset(Move(name) for name in title.split() if name != "none")
        others = frozenset(Move) - (moves or WEIGHTY)
        out += [(features(read(text)), moves, others) for text in texts]
    return out


def features(reading: Reading) -> list[str]:
    """Return the features of one sentence, wherever it stands."""
    words = sorted(reading.distinct)
    stems = [leanings.stem_of(word) for word in words]
    return [*words, *filter(None, stems), *sorted(reading.shape)]


def letters(emails: Iterable[Email]) -> list[Row]:
    """Return the features of every email, and whether it was written after an interview."""
    out = []
    for email in emails:
        draft = email.parsed()
        out.append((sorted(email_features(draft.subject, draft.sentences)), email.kind))
    for path in (LOOK_ALIKES, PHRASINGS):
        for one in tomllib.loads(path.read_text("utf-8")).get("email", []):
            draft = parse(one.get("subject"), one["body"])
            kind = Kind.THANK_YOU if one["post"] else Kind.OTHER
            out.append((sorted(email_features(draft.subject, draft.sentences)), kind))
    return [(names, kind is not Kind.OTHER) for names, kind in out]


def weigh(rows: Iterable[Row], passes: int) -> dict[str, float]:
    """Return the weight of every feature; `@any` is the one that each example has."""
    examples = list(rows)
    seen = Counter(name for names, _ in examples for name in set(names))
    known = [(["@any", *(n for n in names if seen[n] >= RARE)], true) for names, true in examples]
    weights: dict[str, float] = {}
    steps: dict[str, float] = {}
    chance = random.Random(SEED)
    for _ in range(passes):
        chance.shuffle(known)
        for names, true in known:
            total = sum(weights.get(name, 0.0) for name in names)
            off = 1 / (1 + math.exp(-max(-30.0, min(30.0, total)))) - true
            for name in names:
                weight = weights.get(name, 0.0)
                slope = off + PULL * weight
                steps[name] = steps.get(name, 1e-2) + slope * slope
                weights[name] = weight - STEP * slope / math.sqrt(steps[name])
    return weights


if __name__ == "__main__":
    main()
