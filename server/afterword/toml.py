"""TOML that people write by hand: cards, settings, front matter, packs."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

DEEPEST = 20
"""Tables and lists inside one another; none of our files has more than four."""


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
    except RecursionError:
        said = None
    if said is None or _is_deeper(said, DEEPEST):
        raise ValueError("it has too many tables or lists inside one another")
    return said


def _is_deeper(value: object, levels: int) -> bool:
    """Tell whether something stands so many levels down in a table or a list."""
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return levels == 0 or any(_is_deeper(item, levels - 1) for item in inner)
