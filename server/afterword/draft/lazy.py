"""A fact of an object that is worked out when it is first asked for, and then kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

T = TypeVar("T")


class lazy(Generic[T]):  # noqa: N801 - used as `property` is
    """Make a method an attribute that holds what it returned.

    For objects that one thread works on: it takes no lock, as `functools.cached_property` of
    Python 3.11 does, and so a quarter of its time. Two threads would only work it out twice.
    """

    def __init__(self, work_out: Callable[[Any], T]) -> None:
        self._work_out = work_out
        self._name = work_out.__name__
        self.__doc__ = work_out.__doc__

    def __get__(self, instance: Any, _owner: type | None = None) -> T:
        value = instance.__dict__[self._name] = self._work_out(instance)
        return value
