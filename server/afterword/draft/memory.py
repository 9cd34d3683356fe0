"""Small memories of what was read before, so that typing re-reads only what changed.

They hold words of the last drafts, in this process alone, until `forget` is called.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import _lru_cache_wrapper, lru_cache
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")
LONGEST = 1_000
"""Characters of a text above which its answer is not kept; no sentence of an email is longer."""

_MEMORIES: list[_lru_cache_wrapper[Any]] = []


def remember(most: int) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Keep the last `most` answers of a pure function, until `forget` is called."""

    def decorate(function: Callable[P, R]) -> Callable[P, R]:
        kept = lru_cache(maxsize=most)(function)
        _MEMORIES.append(kept)
        return kept  # type: ignore[return-value]

    return decorate


def remember_text(most: int) -> Callable[[Callable[[str], R]], Callable[[str], R]]:
    """Keep the last `most` answers of a pure function of one text that is not too long."""

    def decorate(function: Callable[[str], R]) -> Callable[[str], R]:
        kept = remember(most)(function)
        return lambda text: kept(text) if len(text) <= LONGEST else function(text)

    return decorate


def forget() -> None:
    """Forget all that was read."""
    for memory in _MEMORIES:
        memory.cache_clear()


def sizes() -> list[int]:
    """Return how many answers each memory holds."""
    return [memory.cache_info().currsize for memory in _MEMORIES]
