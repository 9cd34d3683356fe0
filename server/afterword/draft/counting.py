"""Counts words without cutting a text into them, which takes several times as long."""

from __future__ import annotations

from itertools import filterfalse

_PLAIN = range(128)
_SHAPES = bytes(ord(" ") if chr(code).isspace() else ord("a") for code in range(256))
"""White space as a space, all else as a letter."""
_MARKS = bytes(code for code in _PLAIN if not (chr(code).isalnum() or chr(code).isspace()))


def pieces(text: str) -> int:
    """Count what white space parts, as `split` does."""
    if not text.isascii():
        return len(text.split())
    return (b" " + text.encode("ascii").translate(_SHAPES)).count(b" a")


def words(text: str) -> int:
    """Count the words of a text; a lone mark or emoji is none."""
    if text.isascii():
        return (b" " + text.encode("ascii").translate(_SHAPES, _MARKS)).count(b" a")
    found = text.split()
    marked = [word for word in filterfalse(str.isalnum, found) if not word[0].isalnum()]
    return len(found) - sum([not any(map(str.isalnum, word)) for word in marked])
