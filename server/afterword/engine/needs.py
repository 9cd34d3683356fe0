"""The facts that a check declares it cannot do without."""

from __future__ import annotations

import types
import typing
from collections.abc import Callable, Iterable
from dataclasses import fields, is_dataclass
from functools import cache
from operator import attrgetter

from afterword.draft.draft import Draft
from afterword.draft.model import Context

SUBJECT = "subject"


def known(draft: Draft, need: str) -> bool:
    """Say whether the fact at the path `need` is known; `a|b` asks for at least one of the two.

    None, an empty text and an empty list are unknown. Zero is known, and so is an empty subject.
    """
    for path, fact in _facts(need):
        value = fact(draft)
        if value or (value is not None and (path == SUBJECT or not isinstance(value, str | tuple))):
            return True
    return False


def mistake(need: str) -> str | None:
    """Say what is wrong with a declared need, or None where every path leads to a fact."""
    for path in need.split("|"):
        if path != SUBJECT and not _leads(Context, path.split(".")):
            return f"“{path}” is no fact of a draft's context"
    return None


@cache
def _facts(need: str) -> tuple[tuple[str, Callable[[Draft], object]], ...]:
    """Return each path and what fetches its fact, which is made once: every draft asks for all."""
    return tuple(
        (path, attrgetter(path if path == SUBJECT else f"context.{path}"))
        for path in need.split("|")
    )


def _leads(owner: object, path: Iterable[str]) -> bool:
    for name in path:
        if not (isinstance(owner, type) and is_dataclass(owner)):
            return False
        if name not in {field.name for field in fields(owner)}:
            return False
        owner = _plain(typing.get_type_hints(owner)[name])
    return True


def _plain(hint: object) -> object:
    """Take the None out of `X | None`."""
    if isinstance(hint, types.UnionType):
        return next(arm for arm in typing.get_args(hint) if arm is not type(None))
    return hint
