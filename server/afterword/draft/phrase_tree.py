"""Read phrases as people write them into a tree, whose places tell what may follow.

A phrase is words as a person would type them, read by the same tokeniser as the text, so that
`don't hesitate` also finds "do not hesitate" and `follow-up` also "follow up". On top of words:

    a/b             either word
    (a b|c d)       either group
    x?  (a b)?      may be left out
    *   *5          up to three (five) words of any kind, within one sentence
    <name>          any word of the named set
    ^ at the start  only at the beginning of a sentence
    $ at the end    only at the end of a sentence
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from afterword.draft import tokens
from afterword.draft.tokens import STOP

GAP = 3
"""Words that a bare `*` may skip."""
_MOST = 1000
"""Spellings that one pattern may unfold into; more is a slip of the pattern's author."""
_NOTATION = re.compile(r"\*\d*|<[\w-]+>|[()|?^$/]|[^\s()|?^$/<>*]+")
"""What a phrase is cut into: gaps, sets, marks and words."""
_NOTHING: dict[Any, Any] = {}
"""What most places have none of, one and the same and never written: that saves megabytes."""


ANYWHERE, BEGINS, ENDS, WHOLE = 1, 2, 4, 8
"""Where in a sentence a phrase may stand: these are added up where there are several ways."""


class Node:
    """A place in the dictionary of phrases: what may follow, and which labels end here."""

    __slots__ = ("_behind", "_following", "gaps", "labels", "sets", "several", "words")

    def __init__(self, several: tuple[Node, ...] = ()) -> None:
        self.words: dict[str, Node] = _NOTHING
        self.sets: dict[frozenset[str], Node] = _NOTHING
        self.gaps: dict[int, Node] = _NOTHING
        self.labels: dict[str, int] = _NOTHING
        """Label → where in a sentence it may stand."""
        self.several = several
        """The places whose words and sets this one has, where it stands for several."""
        self._following: dict[str, Node] | None = None
        self._behind: dict[str, _Ways] | None = None

    def end(self, label: str, where: int) -> None:
        """Let a phrase end here, if it stands there in its sentence."""
        self.labels = self.labels or {}
        self.labels[label] = self.labels.get(label, 0) | where

    def step(self, piece: _Piece) -> Node:
        """Return the place to which a piece of a phrase leads, made where there was none."""
        if isinstance(piece, int):
            self.gaps = self.gaps or {}
            return self.gaps.get(piece) or self.gaps.setdefault(piece, Node())
        if len(piece) == 1:
            self.words = self.words or {}
            (word,) = piece
            return self.words.get(word) or self.words.setdefault(word, Node())
        self.sets = self.sets or {}
        return self.sets.get(piece) or self.sets.setdefault(piece, Node())

    def goes_on(self) -> bool:
        """Tell whether anything may follow."""
        return bool(self.gaps) or any(node.words or node.sets for node in self._each())

    def _each(self) -> tuple[Node, ...]:
        return self.several or (self,)

    def following(self) -> dict[str, Node]:
        """Return every word that may follow directly with the place it leads to.

        Put together on the first visit: most places are never visited, and one look-up is several
        times cheaper than asking set after set.
        """
        if self._following is None:
            places: dict[str, list[Node]] = {}
            for place in self._each():
                for word, node in place.words.items():
                    places.setdefault(word, []).append(node)
                for words, node in place.sets.items():
                    for word in words:
                        places.setdefault(word, []).append(node)
            one: dict[tuple[Node, ...], Node] = {}
            for nodes in map(tuple, places.values()):
                if nodes not in one:
                    one[nodes] = joined(nodes) if len(nodes) > 1 else nodes[0]
            self._following = {word: one[tuple(nodes)] for word, nodes in places.items()}
        return self._following

    def behind(self) -> dict[str, _Ways]:
        """Return every word that may follow after a gap: its width and the place it leads to.

        Words of one set share what they lead to.
        """
        if self._behind is None:
            behind: dict[str, _Ways] = {}
            for most, gap in self.gaps.items():
                for word, node in gap.following().items():
                    behind[word] = (*behind.get(word, ()), (most, node))
            one = {ways: ways for ways in behind.values()}
            self._behind = {word: one[ways] for word, ways in behind.items()}
        return self._behind


_Ways = tuple[tuple[int, Node], ...]
"""The width of each gap behind which a word stands, and the place that it leads to."""


def joined(nodes: Sequence[Node]) -> Node:
    """Return one place that stands for several reached by the same word."""
    place = Node(several=tuple([one for node in nodes for one in node._each()]))
    gaps: dict[int, list[Node]] = {}
    for node in nodes:
        for most, after in node.gaps.items():
            gaps.setdefault(most, []).append(after)
        for label, where in node.labels.items():
            place.end(label, where)
    place.gaps = {
        most: joined(after) if len(after) > 1 else after[0] for most, after in gaps.items()
    }
    return place


_Piece = int | frozenset[str]
"""The words that may stand in one place, or how many words may be skipped there."""
_Spelling = tuple[_Piece, ...]
_Sets = Mapping[str, frozenset[str]]


def grow(phrases: Iterable[tuple[str, str]], sets: Mapping[str, Iterable[str]]) -> Node:
    """Return the root of the tree of (label, phrase) pairs, which may name the word sets.

    Raises ValueError, naming the phrase, for one that cannot be read.
    """
    known = {name: frozenset(words) for name, words in sets.items()}
    root = Node()
    for label, phrase in phrases:
        try:
            _add(root, label, phrase, known)
        except (ValueError, IndexError, KeyError) as problem:
            raise ValueError(f"phrase {phrase!r} ({label}): {problem}") from problem
    return _shared(root, {})


def _shared(place: Node, known: dict[object, Node]) -> Node:
    """Return the one place of `known` from which all goes on as from `place`.

    Many phrases end alike; what is one and the same is kept, and later worked out, once.
    """
    same: list[object] = [frozenset(place.labels.items())]
    several: tuple[dict[Any, Node], ...] = (place.words, place.sets, place.gaps)
    for ways in several:
        for piece, after in ways.items():
            ways[piece] = _shared(after, known)
        same.append(frozenset(ways.items()) if ways else None)
    return known.setdefault(tuple(same), place)


def _add(root: Node, label: str, phrase: str, sets: _Sets) -> None:
    pieces = _NOTATION.findall(phrase)
    begins = bool(pieces) and pieces[0] == "^"
    ends = bool(pieces) and pieces[-1] == "$"
    where = ((ANYWHERE, BEGINS), (ENDS, WHOLE))[ends][begins]
    ahead = pieces[begins : len(pieces) - ends][::-1]
    while True:
        for place, last in _places(root, ahead, sets).items():
            if isinstance(last, int) or root.gaps:
                raise ValueError("it must begin and end with a word")
            place.end(label, where)
        if not ahead:
            return
        if ahead.pop() != "|":
            raise ValueError("a bracket closes that was not opened")


def _places(root: Node, ahead: list[str], sets: _Sets) -> dict[Node, _Piece]:
    """Return the places where the spellings of a sequence end, each with its last piece.

    All spellings are followed at once, so that what several begin with is walked once.
    """
    places: dict[Node, _Piece] = {root: 0}
    while ahead and ahead[-1] not in "|)":
        options = _item(ahead, sets)
        places = dict([_after(at, spelling) for at in places.items() for spelling in options])
        if len(places) > _MOST:
            raise ValueError(f"it unfolds into more than {_MOST} spellings")
    return places


def _after(at: tuple[Node, _Piece], spelling: _Spelling) -> tuple[Node, _Piece]:
    place, last = at
    for last in spelling:
        place = place.step(last)
    return place, last


# The readers below take what they read off the end of `ahead`, the pieces to come, last one first.


def _choices(ahead: list[str], sets: _Sets) -> list[_Spelling]:
    """Read alternatives up to a closing bracket; return their spellings."""
    choices = _sequence(ahead, sets)
    while ahead and ahead[-1] == "|":
        ahead.pop()
        choices = choices + _sequence(ahead, sets)
    return _joined(choices)


def _sequence(ahead: list[str], sets: _Sets) -> list[_Spelling]:
    spellings: list[_Spelling] = [()]
    while ahead and ahead[-1] not in "|)":
        options = _item(ahead, sets)
        spellings = [before + option for before in spellings for option in options]
        if len(spellings) > _MOST:
            raise ValueError(f"it unfolds into more than {_MOST} spellings")
    return spellings


def _item(ahead: list[str], sets: _Sets) -> list[_Spelling]:
    """Read one word, set, gap or group with its `/` alternatives and its `?`."""
    options = _atom(ahead, sets)
    if ahead and ahead[-1] == "/":
        while ahead and ahead[-1] == "/":
            ahead.pop()
            options = options + _atom(ahead, sets)
        options = _joined(options)
    if ahead and ahead[-1] == "?":
        ahead.pop()
        return [*options, ()]
    return options


def _atom(ahead: list[str], sets: _Sets) -> list[_Spelling]:
    piece = ahead.pop()
    if piece == "(":
        options = _choices(ahead, sets)
        if not ahead:
            raise ValueError("a bracket is not closed")
        ahead.pop()
        return options
    if piece in "?/^$":
        raise ValueError(f"{piece} stands where a word should")
    if piece[0] == "*":
        return [(int(piece[1:] or GAP),)]
    if piece[0] == "<":
        return [(sets[piece[1:-1]],)]
    return [_spelled(piece)]


@lru_cache(maxsize=2048)
def _spelled(piece: str) -> _Spelling:
    """Return the words of one piece; most phrases share theirs."""
    words = tokens.words(piece)
    if not words or STOP in words:
        raise ValueError(f"{piece!r} is no word")
    return tuple([frozenset((word,)) for word in words])


def _joined(options: list[_Spelling]) -> list[_Spelling]:
    """Join alternatives of one word each into one set, so that they do not multiply."""
    if len(options) < 2:
        return options
    single = [o[0] for o in options if len(o) == 1 and isinstance(o[0], frozenset)]
    if len(single) < 2:
        return options
    rest = [o for o in options if len(o) != 1 or not isinstance(o[0], frozenset)]
    return [(frozenset[str]().union(*single),), *rest]
