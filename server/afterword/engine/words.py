"""Content words of a text, in a form in which two spellings of one word meet."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import chain, filterfalse
from pathlib import Path

from afterword.draft.memory import remember

WORD = re.compile(r"[^\W\d_]{3,}")
ENDINGS = ("ingly", "edly", "ings", "ing", "ies", "ied", "ed", "ly", "es", "s", "e", "y")
SHORTEST = 3
"""Letters that are left of a word where an ending is cut off."""
EMPTY = frozenset(
    """
    about after all and any are because been before but can could did does doing for from had has
    have her here him his how into its just let may more most much not one our out own per she
    should some such than that the their them then there these they this those too two until very
    was way well were what when where which while who whom why will with within without would you
    your yours
    """.split()
)


@remember(1024)
def stem(word: str) -> str:
    """Cut one ending off a lower-case word, so that `deadlines` and `deadline` meet."""
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST:
            word = word[: -len(ending)]
            break
    return word[:-1] if len(word) > SHORTEST and word[-1] == word[-2] else word


def stems(texts: Iterable[str]) -> frozenset[str]:
    """Return the stems of all words of three letters or more that carry meaning."""
    words = chain.from_iterable([WORD.findall(text.lower()) for text in texts])
    return frozenset(map(stem, filterfalse(EMPTY.__contains__, words)))


def read(path: Path) -> frozenset[str]:
    """Read a file of words, with `#` comments, as stems."""
    lines = path.read_text(encoding="utf-8").splitlines()
    words = " ".join(line for line in lines if not line.startswith("#")).split()
    return frozenset(map(stem, words))
