"""Small memories of what was read before, so that typing re-reads only what changed.

They hold words of the last drafts, in this process alone, until `forget` is called.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import _lru_cache_wrapper, lru_cache
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


_MEMORIES: list[_lru_cache_wrapper[Any]] = []


def remember(most: int) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Keep the last `most` answers of a pure function, until `forget` is called."""

    def decorate(function: Callable[P, R]) -> Callable[P, R]:
        kept = lru_cache(maxsize=most)(function)
        _MEMORIES.append(kept)
        return kept  # type: ignore[return-value]

    return decorate


def forget() -> None:
    """Forget all that was read."""
    for memory in _MEMORIES:
        memory.cache_clear()


def sizes() -> list[int]:
    """Return how many answers each memory holds."""
    return [memory.cache_info().currsize for memory in _MEMORIES]
