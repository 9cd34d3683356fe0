"""The facts that a check declares it cannot do without."""

from __future__ import annotations

import types
import typing
from dataclasses import fields, is_dataclass
from functools import cache

from afterword.draft.draft import Draft
from afterword.draft.model import Context

SUBJECT = "subject"


def known(draft: Draft, need: str) -> bool:
    """Say whether the fact at the path `need` is known; `a|b` asks for at least one of the two.

    None, an empty text and an empty list are unknown. Zero is known, and so is an empty subject.
    """
    return any(_known(draft, path) for path in _paths(need))


def mistake(need: str) -> str | None:
    """Say what is wrong with a declared need, or None where every path leads to a fact."""
    for path in _paths(need):
        if path != (SUBJECT,) and not _leads(Context, path):
            return f"“{'.'.join(path)}” is no fact of a draft's context"
    return None


@cache
def _paths(need: str) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(path.split(".")) for path in need.split("|"))


def _known(draft: Draft, path: tuple[str, ...]) -> bool:
    if path == (SUBJECT,):
        return draft.subject is not None
    value: object = draft.context
    for name in path:
        value = getattr(value, name)
    return value is not None and value not in ((), "")


def _leads(owner: object, path: tuple[str, ...]) -> bool:
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
