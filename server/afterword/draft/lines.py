"""The lines of an email, each without the white space and invisible characters around it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from afterword.draft.model import new

# Zero-width characters, soft hyphen, direction marks and NUL: HTML-to-text leaves them behind.
INVISIBLE = (
    "\x00\xad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
    "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
BLANK = (
    INVISIBLE
    + " \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000"
    + "\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
)


_DIGIT = re.compile(r"\d")


class Line(NamedTuple):
    """One line; `start` and `end` are code points around `text`, which has no margin."""

    start: int
    end: int
    text: str


def split(text: str) -> list[Line]:
    """Cut `text` at every line break Unicode knows; empty lines are kept with empty text."""
    lines: list[Line] = []
    offset = 0
    # White space alone is what Python strips by itself, several times as fast.
    marks = "\x00" if text.isascii() else INVISIBLE
    blank = BLANK if any(map(text.__contains__, marks)) else None
    for raw in text.splitlines(keepends=True):
        kept = raw.lstrip(blank)
        start = offset + len(raw) - len(kept)
        kept = kept.rstrip(blank)
        lines.append(new(Line, (start, start + len(kept), kept)))
        offset += len(raw)
    return lines


def trimmed(text: str, start: int, end: int) -> Line:
    """Return `text[start:end]` as a line, without the white space around it."""
    kept = text[start:end].lstrip(BLANK)
    start = end - len(kept)
    kept = kept.rstrip(BLANK)
    return Line(start, start + len(kept), kept)


def holds(text: str, pieces: Iterable[str]) -> bool:
    """Tell whether one of `pieces` stands in a text, in less time than an expression takes."""
    for piece in pieces:  # noqa: SIM110 - a loop is three times as fast as `any` over a generator
        if piece in text:
            return True
    return False


def holds_digit(text: str) -> bool:
    """Tell whether a digit stands in a text, of any script."""
    return holds(text, "0123456789") or (not text.isascii() and _DIGIT.search(text) is not None)


def lowered(text: str) -> str:
    """Return `text` in lower case with every offset kept."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    # A few capitals have a longer lower case.
    return "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
