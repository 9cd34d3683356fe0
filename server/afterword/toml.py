"""TOML that people write by hand: cards, settings, front matter, packs."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

DEEPEST = 20
"""Tables and lists inside one another; none of our files has more than four."""
NESTED = "it has too many tables or lists inside one another"
BITS = 1000
"""Of a whole number: more than any reader of ours takes, and fewer than Python can print."""


def read(path: Path) -> dict[str, Any]:
    """Return what a file says, as `values` does. Raises OSError where it cannot be read."""
    try:
        return values(path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError:
        raise ValueError("it is not saved as UTF-8") from None


def values(text: str) -> dict[str, Any]:
    """Return what a text says. Raises ValueError, which tells what is wrong."""
    try:
        said = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        raise
    except RecursionError:
        raise ValueError(NESTED) from None
    except ValueError:  # Python itself reads no number of more than 4300 digits
        raise ValueError("a number in it is too long") from None
    for fault in _faults("", said, DEEPEST):
        raise ValueError(fault)
    return said


def _faults(name: str, value: object, levels: int) -> Iterator[str]:
    """Yield what no file of ours means, where nothing may stand so many levels down."""
    if levels == 0:
        yield NESTED
        return
    if isinstance(value, int) and value.bit_length() > BITS:
        yield f"the number in `{name}` is too long"
    if isinstance(value, str) and "\0" in value:
        yield f"the text in `{name}` holds the character \\u0000"
    if isinstance(value, dict):
        for below, item in value.items():
            yield from _faults(below, item, levels - 1)
    if isinstance(value, list):
        for item in value:
            yield from _faults(name, item, levels - 1)
