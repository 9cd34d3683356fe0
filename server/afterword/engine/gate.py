"""Phrases that checks look for, those of all checks found together in one pass over the words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from afterword.draft import moves
from afterword.draft.phrases import Match, Phrases
from afterword.draft.tokens import Tokens

_GATES: list[Gate] = []


@dataclass(frozen=True, slots=True)
class Gate:
    """The phrases of one check, as its part of what is looked for."""

    number: str
    phrases: Phrases
    """The phrases, each label behind the number."""

    def find(self, tokens: Tokens) -> list[Match]:
        """Return what `Phrases.find` would; the first check that asks finds it for all."""
        every = _every(len(_GATES))
        if every not in tokens.found:
            tokens.found[every] = _sorted(every.find(tokens))
        found: dict[str, list[Match]] = tokens.found[every]
        return found.get(self.number, [])


def gate(
    phrases: Iterable[tuple[str, str]], sets: Mapping[str, Iterable[str]] | None = None
) -> Gate:
    """Compile (label, phrase) pairs; see `draft.phrase_tree` for how a phrase is written."""
    number = str(len(_GATES))
    marked = Phrases.compile(((f"{number} {label}", phrase) for label, phrase in phrases), sets)
    moves.listen(marked)
    _GATES.append(Gate(number, marked))
    return _GATES[-1]


@cache
def _every(count: int) -> Phrases:
    """Return the phrases of the first `count` gates as one set."""
    return Phrases.joined([gate.phrases for gate in _GATES[:count]])


def _sorted(matches: Iterable[Match]) -> dict[str, list[Match]]:
    """Return the matches of each gate by its number, under their own labels."""
    found: dict[str, list[Match]] = {}
    for match in matches:
        number, _, label = match.label.partition(" ")
        own = Match(label, match.first, match.last, match.span)
        found.setdefault(number, []).append(own)
    return found
