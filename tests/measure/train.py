"""`python -m tests.measure.train`: weigh words by the labelled emails at hand.

A logistic regression with a ridge, fitted twice: features of little weight are left out, and the
others weighed again without them. The cues' own weight does not count while words are weighed, and
so comes on top of what they are then found to say: the emails at hand, which have much in common,
need less of it than a stranger's do. What stands around a sentence is weighed last, by readings
that were not taught that sentence, and so is what tells the kind of an email beside its sentences.
"""

from __future__ import annotations

import argparse
import json
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from itertools import chain, pairwise
from math import sqrt
from pathlib import Path
from typing import NamedTuple, TypeVar

from afterword.draft.draft import Draft
from afterword.draft.memory import forget
from afterword.draft.model import Kind, Move
from afterword.draft.moves import beside, leanings
from afterword.draft.moves.kinds import after, cues_of, later, outline, traits
from afterword.draft.moves.labels import made
from afterword.draft.moves.leanings import ANY, families
from afterword.draft.moves.reading import KIND, Reading, read
from afterword.draft.parse import parse
from afterword.draft.subject import is_reply
from afterword.draft.tokens import STOP
from tests.measure.corpus import FOLDER, Email, load
from tests.measure.weigh import Row, Table, weigh

T = TypeVar("T")
WEIGHTS = Path(str(leanings.WEIGHTS))
PHRASINGS = FOLDER / "phrasings.toml"
LOOK_ALIKES = FOLDER.parent / "draft" / "kinds.toml"
SENTENCES = FOLDER.parent / "draft" / "sentences.toml"
WEIGHTY = frozenset({Move.GRATITUDE, Move.INTEREST, Move.FIT, Move.RECAP})
"""The moves that the sentences of `SENTENCES` called `none` are known not to make."""
PLAIN = frozenset({Move.GRATITUDE, Move.OFFER, Move.CLOSING_LINE})
"""The moves of which no neighbour tells."""
PHRASING = 1.5
"""What a phrasing counts beside a sentence of an email: it was written for what it shows."""
LOOK_ALIKE = 5.0
"""What an email of `LOOK_ALIKES` or `PHRASINGS` counts beside others, for the same reason."""
RIDGE = 1.5
"""How much a large weight is held back."""
RIDGE_OF_KINDS = 1.0
"""The same for what a sentence says of the kind of its email."""
RIDGE_OF_EMAILS = 2.0
"""The same for whole emails."""
RIDGE_BESIDE = 60.0
"""The same for what the neighbours of a sentence do."""
RARE = 3
"""Examples in which a feature must stand to be weighed."""
TELLING = 1.6
"""Largest weight times the root of the examples that have it, below which a feature is left out."""
TELLING_OF_KINDS = 2.5
"""The same where a sentence speaks for a kind of email."""
SMALL_IN_EMAIL = 0.08
"""Weight below which what whole emails are weighed by is left out."""


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


class Letter(NamedTuple):
    """One email: its subject, where that is the writer's own, and its sentences in their places."""

    subject: Example | None
    sentences: list[Example]
    where: beside.Setting


class Whole(NamedTuple):
    """One email of any kind."""

    parsed: Callable[[], Draft]
    """The email as it is read by the weights of that moment."""
    sentences: list[list[str]]
    """The features of each of its sentences."""
    post: bool
    """Whether it was written after an interview."""
    later: bool | None
    """Whether it is then a follow-up; None where nothing is known of that."""
    counts: float = 1.0


class Told(NamedTuple):
    """What sentences say for a kind of email, each for itself: for `post` and for `later`."""

    post: Mapping[str, float]
    later: Mapping[str, float]


def main() -> None:
    """Write the weights."""
    argparse.ArgumentParser(prog="python -m tests.measure.train", description=__doc__).parse_args()
    write(load(*sorted(FOLDER.glob("*.jsonl"))), WEIGHTS)


def write(emails: Sequence[Email], path: Path) -> None:
    """Train on `emails` and our own phrasings, and write the weights to `path`."""
    told, more = by_letter(emails), phrasings()
    every = [*_sentences(told), *more]
    held = Counter(name for one in every for name in one.names)
    table = _table(every, _frequent(held))
    table = _table(every, [n for n, row in table.items() if n != ANY and _tells(n, row, held[n])])
    table |= _beside(told, more)
    whole = wholes(emails)
    table = _with_kinds(table, _kinds_told(whole, TELLING_OF_KINDS))
    nothing = {ANY: 0.0}
    path.write_text(_lines({"sentence": table, "email": nothing, "follow-up": nothing}), "utf-8")
    with used(path):
        email, follow_up = map(_weights, letters(whole))
    path.write_text(_lines({"sentence": table, "email": email, "follow-up": follow_up}), "utf-8")


def _kinds_told(whole: Iterable[Whole], least: float) -> Told:
    """Return what each feature of a sentence says for the kind of its email, if `least` much."""
    said = [(one, names) for one in whole for names in one.sentences]
    posts = [Row(names, one.post) for one, names in said]
    laters = [Row(names, one.later) for one, names in said if one.later is not None]
    return Told(_telling(posts, least), _telling(laters, least))


def _telling(rows: Sequence[Row], least: float) -> dict[str, float]:
    """Return the weight of each feature that makes `least` a difference; of all, if that is 0."""
    held = Counter(name for row in rows for name in row.names)
    weights = weigh(rows, _frequent(held), RIDGE_OF_KINDS)
    if not least:
        return weights
    names = [n for n, w in weights.items() if n != ANY and abs(w) * sqrt(held[n]) >= least]
    return weigh(rows, names, RIDGE_OF_KINDS)


def _with_kinds(table: Mapping[str, list[float]], told: Told) -> dict[str, list[float]]:
    """Return the rows of the moves, each with what its feature says for the kinds of an email."""
    none = [0.0] * len(Move)
    names = sorted({*table, *told.post, *told.later})
    kinds = {n: [round(one.get(n, 0.0), 2) for one in told] for n in names}
    return {name: [*table.get(name, none), *kinds[name]] for name in names}


def _weights(whole: Sequence[Row]) -> dict[str, float]:
    """Return one weight for each feature of whole emails that says enough, and that of `ANY`."""
    held = Counter(name for row in whole for name in row.names)
    weights = weigh(whole, _frequent(held), RIDGE_OF_EMAILS)
    told = {name: round(w, 2) for name, w in weights.items() if abs(w) >= SMALL_IN_EMAIL}
    return told | {ANY: round(weights[ANY], 2)}


def _beside(told: Sequence[Letter], more: Sequence[Example]) -> dict[str, list[float]]:
    """Return one weight for each move by what stands around a sentence, in text and subject.

    Each half of the emails is read by what the other half teaches: a sentence that was learned from
    would be so sure of itself that it asked nobody.
    """
    read = [
        one
        for these, others in _halves(told)
        for one in _read_by(these, [*_sentences(others), *more])
    ]
    names = sorted({name for one in read for name in one.names} - {beside.BESIDE})
    by_move: list[dict[str, float]] = []
    for move in Move:
        telling = [name for name in names if _neighbour_tells(name, move)]
        by_move.append(
            weigh(_rows(read, move, known=True), telling, RIDGE_BESIDE) if telling else {}
        )
    rows = {name: [round(one.get(name, 0.0), 2) for one in by_move] for name in (ANY, *names)}
    return {beside.BESIDE: rows.pop(ANY), **rows}


def _halves(items: Sequence[T]) -> list[tuple[Sequence[T], Sequence[T]]]:
    """Return each half, every second item, with the other one, by which it is read."""
    return [(items[::2], items[1::2]), (items[1::2], items[::2])]


def _neighbour_tells(name: str, move: Move) -> bool:
    """Tell whether what stands around a sentence may say anything about `move`.

    A subject announces answers alone. Thanks, offers and last lines say themselves what they are.
    And whether one writes of the same in two sentences is a habit, which says nothing of a
    stranger's: only answers run on.
    """
    if name == beside.ANNOUNCED:
        return move is Move.ANSWERS
    again = name.rpartition("-")[2] == move
    return move not in PLAIN and (move is Move.ANSWERS or not again)


def _read_by(told: Sequence[Letter], taught: Sequence[Example]) -> Iterator[Example]:
    """Yield the sentences of emails as examples of what stands around them.

    Both their own leans, which are known, and those of the neighbours are what `taught` says.
    """
    table = _table(taught, _frequent(Counter(name for one in taught for name in one.names)))
    for letter in told:
        leans = [_leans(one, table) for one in letter.sentences]
        subject = made(_leans(letter.subject, table)) if letter.subject else ()
        where = letter.where._replace(announced=Move.ANSWERS in subject)
        around = beside.features(list(map(made, leans)), where)
        for one, alone, names in zip(letter.sentences, leans, around, strict=True):
            if names:
                yield Example(names, one.made, known=dict(zip(Move, alone, strict=True)))


def _leans(one: Example, table: Mapping[str, Sequence[float]]) -> list[float]:
    """Return how much a sentence speaks for each move by `table` and its cues."""
    cues = [one.known.get(move, 0.0) for move in Move]
    rows = [table[name] for name in (ANY, *one.names) if name in table]
    return list(map(sum, zip(cues, *rows, strict=True)))


def _table(told: Sequence[Example], names: Sequence[str]) -> dict[str, list[float]]:
    """Return one weight for each move by the features named."""
    table = Table([one.names for one in told], names)
    by_move = [table.weigh(_rows(told, move), RIDGE) for move in Move]
    return {name: [round(one[name], 2) for one in by_move] for name in (ANY, *names)}


def _rows(told: Iterable[Example], move: Move, *, known: bool = False) -> list[Row]:
    """Return the examples of one move, what is `known` of it counted with them or not.

    Where nobody says whether they make the move, they count for nothing.
    """
    return [
        Row(
            one.names,
            move in one.made,
            one.known.get(move, 0.0) if known else 0.0,
            0.0 if move in one.open else one.counts,
        )
        for one in told
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


def by_letter(emails: Iterable[Email]) -> list[Letter]:
    """Return the features and labels of every sentence, by emails after an interview."""
    out: list[Letter] = []
    for email in emails:
        if email.kind is Kind.OTHER:
            continue
        cut = email.cut().sentences
        readings = [read(sentence.text) for sentence in cut]
        where = beside.setting(cut, readings, announced=False)
        out.append(Letter(_subject(email.record["subject"]), [], where))
        for index, (reading, moves) in enumerate(zip(readings, email.labels, strict=True)):
            names = features(reading) + leanings.place(index, len(cut))
            out[-1].sentences.append(Example(names, moves, known=told_by_cues(reading)))
    return out


def _subject(text: str | None) -> Example | None:
    """Return the features of a subject of the writer's own."""
    if not text or is_reply(text):
        return None
    return Example(features(read(text)), known=told_by_cues(read(text)))


def _sentences(told: Iterable[Letter]) -> Iterator[Example]:
    return chain.from_iterable(letter.sentences for letter in told)


def phrasings() -> list[Example]:
    """Return the features of our own phrasings, which stand in no email."""
    return [
        Example(features(reading), moves, others, told_by_cues(reading), PHRASING)
        for moves, others, texts in _phrasings()
        for reading in map(read, texts)
    ]


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


def wholes(emails: Iterable[Email]) -> list[Whole]:
    """Return emails and our own look-alikes, with the features of their sentences."""
    found: list[Whole] = []
    for email in emails:
        post = email.kind is not Kind.OTHER
        follows_up = email.kind is Kind.FOLLOW_UP if post else None
        found.append(Whole(email.parsed, _said(email.parsed()), post, follows_up))
    for path in (LOOK_ALIKES, PHRASINGS):
        for one in tomllib.loads(path.read_text("utf-8")).get("email", []):
            parsed = partial(parse, one.get("subject"), one["body"])
            found.append(Whole(parsed, _said(parsed()), one["post"], None, LOOK_ALIKE))
    return found


def _said(draft: Draft) -> list[list[str]]:
    return list(map(features, draft.readings))


def letters(whole: Sequence[Whole]) -> tuple[list[Row], list[Row]]:
    """Return the features of every email, and whether it was written after an interview.

    Then of those that were, whether one is a follow-up. What an email's own sentences say counts as
    known; they are read by weights of the other half of the emails, which never saw them.
    """
    posts: list[Row] = []
    laters: list[Row] = []
    for these, others in _halves(whole):
        told = _kinds_told(others, 0.0)
        for one in these:
            draft = one.parsed()
            cues = cues_of(draft.subject, draft.readings)
            names = traits(draft.subject, draft.readings, draft.made, cues)
            post, follows = (_sums(one.sentences, weights) for weights in told)
            told_by = sorted(names | outline(post))
            posts.append(Row(told_by, one.post, after(post, draft.made, cues), one.counts))
            if one.later is not None:
                said = later(follows, draft.made, cues)
                laters.append(Row(sorted(names), one.later, said))
    return posts, laters


def _sums(sentences: Iterable[Sequence[str]], weights: Mapping[str, float]) -> list[float]:
    return [weights[ANY] + sum(weights.get(name, 0.0) for name in names) for names in sentences]


def _frequent(held: Mapping[str, int]) -> list[str]:
    """Return the features that enough of the examples have, in the order of the alphabet."""
    return sorted(name for name, count in held.items() if count >= RARE)


if __name__ == "__main__":
    main()
