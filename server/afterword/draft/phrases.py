"""Find many phrases in one pass over the tokens of a text.

A phrase is words as a person would type them, read by the same tokeniser as the text, so that
`don't hesitate` also finds "do not hesitate" and `follow-up` also "follow up". On top of words:

    a/b             either word
    (a b|c d)       either group
    x?  (a b)?      may be left out
    *   *5          up to three (five) words of any kind, within one sentence
    <name>          any word of the named set given to `compile`
    ^ at the start  only at the beginning of a sentence
    $ at the end    only at the end of a sentence
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, KeysView, Mapping
from dataclasses import dataclass, field

from afterword.draft.memory import remember
from afterword.draft.model import Span
from afterword.draft.tokens import STOP, Tokens, tokenize

GAP = 3
"""Words that a bare `*` may skip."""
_KEPT = 200
"""Words of a sentence above which its matches are not remembered."""
_MOST = 1000
"""Spellings that one pattern may unfold into; more is a slip of the pattern's author."""
_PIECE = re.compile(r"\*\d*|<[\w-]+>|[()|?^$/]|[^\s()|?^$/<>*]+")


@dataclass(frozen=True, slots=True)
class Match:
    """One phrase found: its label, its tokens `first` to `last` and their characters."""

    label: str
    first: int
    last: int
    span: Span


@dataclass(slots=True)
class _Node:
    """A place in the dictionary of phrases: what may follow, and which labels end here."""

    words: dict[str, _Node] = field(default_factory=dict)
    sets: list[tuple[frozenset[str], _Node]] = field(default_factory=list)
    gaps: dict[int, _Node] = field(default_factory=dict)
    labels: dict[str, tuple[bool, bool]] = field(default_factory=dict)
    """Label → (only at the beginning, only at the end) of a sentence."""
    merged: dict[str, _Node] | None = None
    reached: dict[str, list[tuple[int, _Node]]] = field(default_factory=dict)
    """Every word that may follow after a gap, with the widest gap and the place it leads to."""
    widest: int = 0
    far: KeysView[str] = field(init=False)

    def __post_init__(self) -> None:
        """Keep the view of the words behind a gap, so that no walk has to ask for it."""
        self.far = self.reached.keys()

    def end(self, label: str, begins: bool, ends: bool) -> None:
        """Let a phrase end here; the freer of two bounds holds."""
        old = self.labels.get(label, (True, True))
        self.labels[label] = (begins and old[0], ends and old[1])

    def following(self) -> dict[str, _Node]:
        """Return every word that may follow directly with the place it leads to.

        Put together on the first visit: most places are never visited, and one look-up is several
        times cheaper than asking set after set.
        """
        if self.merged is None:
            places = {word: [node] for word, node in self.words.items()}
            for words, node in self.sets:
                for word in words:
                    places.setdefault(word, []).append(node)
            joined: dict[tuple[int, ...], _Node] = {}
            for most, gap in self.gaps.items():
                self.widest = max(self.widest, most)
                for word, node in gap.following().items():
                    self.reached.setdefault(word, []).append((most, node))
            self.merged = {
                word: joined.setdefault(tuple(map(id, nodes)), _joined_nodes(nodes))
                if len(nodes) > 1
                else nodes[0]
                for word, nodes in places.items()
            }
        return self.merged


def _joined_nodes(nodes: list[_Node]) -> _Node:
    """Return one place that stands for several reached by the same word."""
    joined = _Node()
    gaps: dict[int, list[_Node]] = {}
    for node in nodes:
        joined.sets += node.sets
        joined.sets += [(frozenset((word,)), after) for word, after in node.words.items()]
        for most, after in node.gaps.items():
            gaps.setdefault(most, []).append(after)
        for label, ends in node.labels.items():
            joined.end(label, *ends)
    joined.gaps = {
        most: _joined_nodes(after) if len(after) > 1 else after[0] for most, after in gaps.items()
    }
    return joined


class Phrases:
    """A set of labelled phrases, ready to be found. Made once by `compile`; never changes."""

    def __init__(self, root: _Node) -> None:
        self._starts = root.following()

    @classmethod
    def compile(
        cls,
        phrases: Iterable[tuple[str, str]],
        sets: Mapping[str, Iterable[str]] | None = None,
    ) -> Phrases:
        """Build from (label, phrase) pairs and the named word sets that phrases refer to.

        Raises ValueError, naming the phrase, for one that cannot be read.
        """
        known = {name: frozenset(words) for name, words in (sets or {}).items()}
        root = _Node()
        for label, phrase in phrases:
            try:
                _add(root, label, phrase, known)
            except (ValueError, IndexError, KeyError) as problem:
                raise ValueError(f"phrase {phrase!r} ({label}): {problem}") from problem
        return cls(root)

    def find(self, tokens: Tokens, only: frozenset[str] | None = None) -> list[Match]:
        """Return the matches in order of their beginning; per label and beginning the longest.

        With `only`, pieces that hold none of these words are passed over. Matches of one label may
        overlap. Takes time linear in the number of tokens.
        """
        return [
            Match(label, base + first, base + last, piece.span(first, last))
            for base, piece in zip(tokens.firsts, tokens.pieces, strict=False)
            if only is None or not only.isdisjoint(piece.words)
            for label, first, last in (
                _hits(self, piece.words) if len(piece.words) <= _KEPT else self.hits(piece.words)
            )
        ]

    def hits(self, words: tuple[str, ...]) -> Iterator[tuple[str, int, int]]:
        """Yield (label, first, last) for bare words; what `find` is made of."""
        closed = (*words, STOP)
        for node, first in self._begun(closed):
            best: dict[str, int] = {}
            _walk(node, closed, first, best)
            for label, last in best.items():
                yield label, first, last

    def labels(self, words: tuple[str, ...]) -> set[str]:
        """Return only which labels occur, for callers that need no places."""
        closed = (*words, STOP)
        found: dict[str, int] = {}
        for node, first in self._begun(closed):
            _walk(node, closed, first, found)
        return set(found)

    def _begun(self, words: tuple[str, ...]) -> list[tuple[_Node, int]]:
        """Return the places where a phrase may begin, by its first word and what follows it.

        Few beginnings go on: this look at the words behind them saves four walks of five.
        """
        starts = self._starts
        begun: list[tuple[_Node, int]] = []
        for first, word in enumerate(words):
            if word in starts:
                node = starts[word]
                merged = node.merged if node.merged is not None else node.following()
                after = first + 1
                if (
                    words[after] in merged
                    or node.labels
                    or (
                        node.widest
                        and not node.far.isdisjoint(words[after : after + node.widest + 1])
                    )
                ):
                    begun.append((node, first))
        return begun


@remember(128)
def _hits(phrases: Phrases, words: tuple[str, ...]) -> tuple[tuple[str, int, int], ...]:
    return tuple(phrases.hits(words))


def _walk(node: _Node, words: tuple[str, ...], first: int, best: dict[str, int]) -> None:
    """Follow every phrase that begins at `first`; note for each label its farthest token.

    `words` end with a `STOP`, which no phrase holds and no gap crosses.
    """
    waiting: list[tuple[_Node, int]] = []
    at = first
    while True:
        if node.labels:
            _note(node, words, first, at, best)
        at += 1
        merged = node.merged if node.merged is not None else node.following()
        if node.widest and not node.far.isdisjoint(words[at : at + node.widest + 1]):
            _skip(node, words, at, waiting)
        following = merged.get(words[at])
        if following is not None:
            node = following
        elif waiting:
            node, at = waiting.pop()
        else:
            return


def _skip(node: _Node, words: tuple[str, ...], at: int, waiting: list[tuple[_Node, int]]) -> None:
    """Note every place behind the gaps at `node`, within the sentence."""
    for skipped in range(node.widest + 1):
        word = words[at + skipped]
        for most, place in node.reached.get(word, ()):
            if skipped <= most:
                waiting.append((place, at + skipped))
        if word == STOP:
            return


def _note(node: _Node, words: tuple[str, ...], first: int, at: int, best: dict[str, int]) -> None:
    for label, (begins, ends) in node.labels.items():
        if begins and first and words[first - 1] != STOP:
            continue
        if ends and words[at + 1] != STOP:
            continue
        if best.get(label, -1) < at:
            best[label] = at


_Piece = int | frozenset[str]
"""The words that may stand in one place, or how many words may be skipped there."""
_Spelling = tuple[_Piece, ...]
_Sets = Mapping[str, frozenset[str]]


def _add(root: _Node, label: str, phrase: str, sets: _Sets) -> None:
    pieces = _PIECE.findall(phrase)
    begins = bool(pieces) and pieces[0] == "^"
    ends = bool(pieces) and pieces[-1] == "$"
    spellings, rest = _choices(pieces[begins : len(pieces) - ends], sets)
    if rest:
        raise ValueError("a bracket closes that was not opened")
    for spelling in spellings:
        if not spelling or isinstance(spelling[0], int) or isinstance(spelling[-1], int):
            raise ValueError("it must begin and end with a word")
        node = root
        for piece in spelling:
            node = _follow(node, piece)
        node.end(label, begins, ends)


def _follow(node: _Node, piece: _Piece) -> _Node:
    if isinstance(piece, int):
        return node.gaps.setdefault(piece, _Node())
    if len(piece) == 1:
        return node.words.setdefault(next(iter(piece)), _Node())
    for known, following in node.sets:
        if known == piece:
            return following
    following = _Node()
    node.sets.append((piece, following))
    return following


def _choices(pieces: list[str], sets: _Sets) -> tuple[list[_Spelling], list[str]]:
    """Read alternatives up to a closing bracket; return their spellings and what is left."""
    choices, pieces = _sequence(pieces, sets)
    while pieces and pieces[0] == "|":
        more, pieces = _sequence(pieces[1:], sets)
        choices = choices + more
    return _joined(choices), pieces


def _sequence(pieces: list[str], sets: _Sets) -> tuple[list[_Spelling], list[str]]:
    spellings: list[_Spelling] = [()]
    while pieces and pieces[0] not in "|)":
        options, pieces = _item(pieces, sets)
        spellings = [before + option for before in spellings for option in options]
        if len(spellings) > _MOST:
            raise ValueError(f"it unfolds into more than {_MOST} spellings")
    return spellings, pieces


def _item(pieces: list[str], sets: _Sets) -> tuple[list[_Spelling], list[str]]:
    """Read one word, set, gap or group with its `/` alternatives and its `?`."""
    options, pieces = _atom(pieces, sets)
    while pieces and pieces[0] == "/":
        more, pieces = _atom(pieces[1:], sets)
        options = options + more
    options = _joined(options)
    if pieces and pieces[0] == "?":
        return [*options, ()], pieces[1:]
    return options, pieces


def _atom(pieces: list[str], sets: _Sets) -> tuple[list[_Spelling], list[str]]:
    piece, pieces = pieces[0], pieces[1:]
    if piece == "(":
        options, pieces = _choices(pieces, sets)
        if not pieces:
            raise ValueError("a bracket is not closed")
        return options, pieces[1:]
    if piece in "?/^$":
        raise ValueError(f"{piece} stands where a word should")
    if piece[0] == "*":
        return [(int(piece[1:] or GAP),)], pieces
    if piece[0] == "<":
        return [(sets[piece[1:-1]],)], pieces
    words = tokenize(piece).words
    if not words or STOP in words:
        raise ValueError(f"{piece!r} is no word")
    return [tuple(frozenset((word,)) for word in words)], pieces


def _joined(options: list[_Spelling]) -> list[_Spelling]:
    """Join alternatives of one word each into one set, so that they do not multiply."""
    single = [o[0] for o in options if len(o) == 1 and isinstance(o[0], frozenset)]
    if len(single) < 2:
        return options
    rest = [o for o in options if len(o) != 1 or not isinstance(o[0], frozenset)]
    return [(frozenset[str]().union(*single),), *rest]
