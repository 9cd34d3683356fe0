"""Words of a text with their places, read in one pass; what phrase matching works on."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Set
from dataclasses import dataclass
from itertools import accumulate

from afterword.draft.lazy import lazy
from afterword.draft.lines import holds, lowered
from afterword.draft.memory import remember_text
from afterword.draft.model import Span

STOP = "."
"""The token that stands for the end of a sentence or paragraph, whatever its punctuation."""

_PLAINER = str.maketrans("’‘ʼ＇`´”“–—", "''''''\"(--")
"""Marks that stand for each other; an opening quote ends no sentence, and a bracket neither."""
_WORD = r"[\w\u0300-\u036f]+(?:'[\w\u0300-\u036f]+)*"
_TITLE = r"(?:mrs?|ms|mx|dr|prof|st|jr|sr|inc|ltd|vs)\.(?=\s)"  # ends no sentence
_INITIAL = r"[^\W\d_]\.(?=\s\w)"  # nor does this
_END = (
    r"(?<![.!?…。！？])[.!?…。！？]++(?=[\s\"'”’)\]}»>*_]|\Z)"  # not inside numbers and addresses
    r"|\n\s*\n"
)
# Words are the patterns' only group, so that `findall` gives an empty text for each end.
_PLAIN = re.compile(f"({_WORD})|{_END}")
_DOTTED = re.compile(f"({_TITLE}|{_INITIAL}|{_WORD})|{_END}")
_STOPS = ".!?"
_HARD = re.compile(r"[.!?\n'](?:(?<=[.!?])(?=[\s\"')\]}>*_])|(?<=\n)\s*\n|(?<=')')")
"""Where an end may stand inside a text, the patterns read it; else it is cut at its spaces."""
_MARKED = (".", "!", "?", "\n", "''")
"""What stands in a text in which the expression above is found."""
_SPACED = bytes(
    code if chr(code).isalnum() or chr(code) in "_'" else ord(" ") for code in range(256)
)
_ENDINGS = {"m": "am", "re": "are", "ve": "have", "ll": "will", "d": "would"}
_WITH_IS = frozenset("it that what there here he she who how where everything everyone".split())
_WHOLE = {
    "can't": ("can", "not"),
    "won't": ("will", "not"),
    "shan't": ("shall", "not"),
    "let's": ("let", "us"),
    "cannot": ("can", "not"),
}
_BARE = {  # typed without the apostrophe
    "im": ("i", "am"),
    "ive": ("i", "have"),
    "dont": ("do", "not"),
    "didnt": ("did", "not"),
    "doesnt": ("does", "not"),
    "cant": ("can", "not"),
    "wont": ("will", "not"),
    "couldnt": ("could", "not"),
    "wouldnt": ("would", "not"),
    "havent": ("have", "not"),
    "hasnt": ("has", "not"),
    "isnt": ("is", "not"),
    "wasnt": ("was", "not"),
    "thats": ("that", "is"),
    "youre": ("you", "are"),
}
_SHORT = _WHOLE | _BARE
_SHORT_FORMS = frozenset(_SHORT)


@dataclass
class Piece:
    """A stretch of text that no phrase reaches across, such as a sentence, and its words."""

    text: str
    start: int
    """Where the stretch begins in the whole text."""
    words: tuple[str, ...]
    labels: Set[str] | None = None
    """Which phrases stand in it, as far as anybody looked for them; None where nobody did."""

    @lazy
    def places(self) -> tuple[list[int], list[int]]:
        """Return the start and the end of each word in the stretch."""
        return _places(self.text)

    def span(self, first: int, last: int) -> Span:
        """Return the characters from word `first` up to and including word `last`."""
        starts, ends = self.places
        return Span(self.start + starts[first], self.start + ends[last])


@remember_text(64)
def _places(text: str) -> tuple[list[int], list[int]]:
    starts: list[int] = []
    ends: list[int] = []
    for match in _DOTTED.finditer(_lower(text)):
        start, end = match.span()
        token = match.group()
        if ("'" in token or token in _SHORT) and len(_form(token)) == 2:
            middle = start + _cut(token)
            starts += (start, middle)
            ends += (middle, end)
        else:
            starts.append(start)
            ends.append(end)
    return starts, ends


@dataclass
class Tokens:
    """The tokens of a text, in order, piece by piece.

    Words are lower-cased; offsets are code points of the text as it was handed in. Hyphenated words
    are two tokens. Contractions are two tokens, written out (`don't` gives `do` and `not`), that
    share the characters; a possessive 's belongs to its word and is dropped from `words`.
    Commas, brackets and the like are no tokens; the end of a sentence or paragraph is `STOP`.
    """

    pieces: tuple[Piece, ...]
    labels: Set[str] | None = None
    """Which phrases stand in all pieces, once anybody looked for them; see `engine.gate`."""

    @lazy
    def words(self) -> tuple[str, ...]:
        """Return the words of all pieces."""
        return tuple(word for piece in self.pieces for word in piece.words)

    @lazy
    def vocabulary(self) -> frozenset[str]:
        """Return every different word, for questions that need no order."""
        return frozenset().union(*[piece.words for piece in self.pieces])

    @lazy
    def firsts(self) -> tuple[int, ...]:
        """Return the index of the first token of each piece, and behind the last one the count."""
        return (0, *accumulate(len(piece.words) for piece in self.pieces))

    def span(self, first: int, last: int) -> Span:
        """Return the characters from token `first` up to and including token `last`."""
        index = bisect_right(self.firsts, first) - 1
        base = self.firsts[index]
        return self.pieces[index].span(first - base, last - base)

    def __len__(self) -> int:
        return self.firsts[-1]


def tokenize(text: str) -> Tokens:
    """Cut any text into tokens of one piece. Never raises; takes time linear in the text."""
    return Tokens((Piece(text, 0, words(text)),))


def words(text: str) -> tuple[str, ...]:
    """Return only the words of a text; their places are worked out where they are asked for."""
    low = _lower(text)
    head = low.rstrip(_STOPS)
    if head.isascii() and not (holds(head, _MARKED) and _HARD.search(head)):
        return _spaced(head, len(head) < len(low))
    dotted = -1 < low.find(".") < len(low) - 1
    found = (_DOTTED if dotted else _PLAIN).findall(low)
    if dotted or "'" in low or not _SHORT_FORMS.isdisjoint(found):
        return tuple([word for token in found for word in _form(token)])
    return tuple([word or STOP for word in found])


def _spaced(head: str, stopped: bool) -> tuple[str, ...]:
    """Cut a text without a stop inside at its spaces, a third of the price of the patterns."""
    found = head.encode("ascii").translate(_SPACED).decode("ascii").split()
    if "'" in head or not _SHORT_FORMS.isdisjoint(found):
        found = [
            word
            for token in found
            for word in (_unquoted(token) if "'" in token or token in _SHORT else (token,))
        ]
    if stopped:
        found.append(STOP)
    return tuple(found)


def _unquoted(token: str) -> tuple[str, ...]:
    """Return what a token is written out to without the quotes around it, if anything is left."""
    token = token.strip("'")
    return _form(token) if token else ()


def _form(token: str) -> tuple[str, ...]:
    """Return what a token is written out to; an empty one is an end."""
    if token in _SHORT:
        return _SHORT[token]
    if token.isalnum():
        return (token,)
    if "'" in token:
        return _split(token)
    return (token.removesuffix(".") or STOP,)


def _cut(token: str) -> int:
    """Return where the second half of a written-out contraction begins in its token."""
    return max(1, token.find("'"))


def _lower(text: str) -> str:
    """Return the text in lower case with plain marks, every character in its old place."""
    low = lowered(text)
    return low if low.isascii() else low.translate(_PLAINER)


def _split(word: str) -> tuple[str, ...]:
    """Write a contraction out; a word that is none stays whole, without a possessive 's."""
    stem, _, ending = word.rpartition("'")
    if ending == "t" and stem.endswith("n"):
        return stem[:-1] or stem, "not"
    if ending in _ENDINGS:
        return stem, _ENDINGS[ending]
    if ending == "s":
        return (stem, "is") if stem in _WITH_IS else (stem,)
    return (word,)
