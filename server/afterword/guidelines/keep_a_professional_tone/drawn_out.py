"""Finds words that are drawn out as in a chat: “soooo”."""

import re

from afterword.draft.draft import Draft
from afterword.draft.model import Span
from afterword.engine.shapes import body
from afterword.guidelines.keep_a_professional_tone.own_words import found, written

DRAWN_OUT = re.compile(
    r"(?<![\w./@:-])(?!www|([a-z])\1+\b)[A-Z]?[a-z]*?([a-z])\2(?:\2+(?![a-z])|\2\2+[a-z]*)(?![\w./@])"
)
"""A word whose letter is held, such as “soooo”; “iii”, addresses and a slip (“meeet”) are none."""
HELD = re.compile(r"([a-z])\1\1")
"""What stands in every such word, and in hardly any other."""


def words(draft: Draft) -> list[Span]:
    """Return where a word of the body is drawn out."""
    return found(DRAWN_OUT, draft, written(draft)) if _thrice(body(draft).of(draft.text)) else []


def _thrice(text: str) -> bool:
    """Tell whether a letter stands three times in a row.

    Whether any byte does is told first, faster than by an expression: each is compared with the
    next, all at once, as one long number.
    """
    data = text.encode("utf-8", "replace")
    number = int.from_bytes(data, "little")
    thrice = b"\0\0" in (number ^ number >> 8).to_bytes(len(data), "little")
    return thrice and HELD.search(text) is not None
