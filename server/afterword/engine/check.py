"""The decorator that turns a function into a check."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType

from afterword.draft.model import Kind
from afterword.engine.model import Check, Detector, Level, Option

BOTH = (Kind.THANK_YOU, Kind.FOLLOW_UP)
"""What is written to be chosen; a check of reasons, length or timing is for these."""
EVERY = (*BOTH, Kind.COURTESY)


def check(  # noqa: PLR0913 - a check is declared in one place, with all that is known of it
    id: str,
    *,
    level: Level,
    summary: str,
    kinds: Iterable[Kind] = EVERY,
    needs: tuple[str, ...] = (),
    options: Mapping[str, Option] | None = None,
    awaits_blanks: bool = False,
    weight: int = 0,
    covers: Iterable[str] = (),
) -> Callable[[Detector], Check]:
    """Declare a check around a detector: a pure function of a draft and its options.

    The detector yields findings, none when the draft passes. It is only called for drafts of the
    given `kinds` whose `needs` are all known; otherwise the outcome is `not_applicable`. A check
    of something that is missing says `awaits_blanks`: it waits until every sentence is filled in.
    Its `weight` tells how early its findings come among those that point at no words; what it
    `covers` need not be said beside it.
    """

    def declare(detect: Detector) -> Check:
        return Check(
            id=id,
            level=level,
            summary=summary,
            kinds=frozenset(kinds),
            needs=needs,
            options=MappingProxyType(dict(options or {})),
            detect=detect,
            awaits_blanks=awaits_blanks,
            weight=weight,
            covers=frozenset(covers),
        )

    return declare
