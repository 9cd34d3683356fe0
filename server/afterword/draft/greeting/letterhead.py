"""Tells what may stand above a greeting: names, addresses, a date, a pasted subject."""

from __future__ import annotations

from collections.abc import Sequence

from afterword.draft.greeting.words import EDGES
from afterword.draft.words import ALSO_A_NAME, NOT_A_NAME

MOST_LINES = 13
"""Lines of the longest head, the empty ones not counted: those of two people and a date."""
_WIDTH = 70
"""Characters of its longest line."""
_WORDS = 9
"""Words of its longest line."""
_ABBREVIATED = 3
"""A line of more words that ends with a full stop is a sentence, not an address ("High St.")."""
_SPOKEN = frozenset("i i'm i’m you your my me we it is was am are have thank thanks".split())
"""No date, name or address holds one of these."""
_MAINE = frozenset({"ME", "ME,"})
"""The state that would be one of them."""
_IN_NAMES = frozenset("and at for from in of on the upon".split())
"""Small words of a name with capitals: the Bank of Mercia."""


def is_line(text: str) -> bool:
    """Tell whether a line that is not empty may stand above the greeting. Never raises."""
    if text.lower().startswith(("subject:", "re:", "date:", "to:")):
        return True
    words = text.split()
    if len(text) > _WIDTH or len(words) > _WORDS or text[-1] in "!?":
        return False
    if text[-1] == "." and len(words) > _ABBREVIATED:
        return False
    if any(word.lower() in _SPOKEN and word not in _MAINE for word in words):
        return False
    return _may_begin_a_line(words)


def _may_begin_a_line(words: Sequence[str]) -> bool:
    first = words[0].lower().strip(EDGES)
    if "@" in first or "." in first:
        return True  # dana@example.com, www.example.com
    if first in NOT_A_NAME and first not in ALSO_A_NAME and not first.endswith("day"):
        return _has_capitals(words)
    return not words[0][0].islower()


def _has_capitals(words: Sequence[str]) -> bool:
    """Tell “The Old Corn Exchange” and “First County Bank” from words that begin a sentence."""
    return len(words) > 1 and not any(word[0].islower() for word in words if word not in _IN_NAMES)
