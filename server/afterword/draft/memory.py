"""Small memories of what was read before, so that typing re-reads only what changed.

They hold words of the last drafts, in this process alone, until `forget` is called.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import ParamSpec, Protocol, TypeVar

P = ParamSpec("P")
R = TypeVar("R")


class Memory(Protocol):
    """What is used of a function's memory here."""

    def cache_clear(self) -> None:
        """Forget every answer."""


_MEMORIES: list[Memory] = []


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
