"""Phrases that checks look for; which there are at all is told for all checks in one pass."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from dataclasses import dataclass
from functools import cache

from afterword.draft import moves
from afterword.draft.phrases import Match, Phrases
from afterword.draft.tokens import Tokens

_GATES: list[Gate] = []


@dataclass(frozen=True, slots=True)
class Gate:
    """The phrases of one check, as its part of what is looked for."""

    phrases: Phrases
    """The phrases, each label behind the number of the gate."""

    def find(self, tokens: Tokens) -> list[Match]:
        """Return what `Phrases.find` would, where a sentence holds such phrases at all."""
        return [match for matches in self.by_piece(tokens) for match in matches]

    def by_piece(self, tokens: Tokens) -> Iterator[list[Match]]:
        """Yield what `find` returns piece by piece."""
        if self.phrases.all.isdisjoint(_labels(tokens)):
            return
        for matches in self.phrases.by_piece(tokens):
            yield [
                Match(match.label.partition(" ")[2], match.first, match.last, match.span)
                for match in matches
            ]


def gate(
    phrases: Iterable[tuple[str, str]], sets: Mapping[str, Iterable[str]] | None = None
) -> Gate:
    """Compile (label, phrase) pairs; see `draft.phrase_tree` for how a phrase is written."""
    number = str(len(_GATES))
    marked = Phrases.compile(((f"{number} {label}", phrase) for label, phrase in phrases), sets)
    moves.listen(marked)
    _GATES.append(Gate(marked))
    return _GATES[-1]


@cache
def _every(count: int) -> Phrases:
    """Return the phrases of the first `count` gates as one set."""
    return Phrases.joined([gate.phrases for gate in _GATES[:count]])


def _labels(tokens: Tokens) -> Set[str]:
    """Return which phrases stand in the tokens; the first check that asks finds it for all."""
    if tokens.labels is None:
        for piece in tokens.pieces:
            if piece.labels is None:
                piece.labels = _every(len(_GATES)).labels(piece.words)
        tokens.labels = set[str]().union(*[piece.labels or () for piece in tokens.pieces])
    return tokens.labels
