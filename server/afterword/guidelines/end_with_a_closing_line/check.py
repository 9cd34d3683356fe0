"""Checks that a follow-up ends with a courteous line."""

from collections.abc import Iterator, Mapping

from afterword.draft.draft import Draft
from afterword.draft.model import Kind, Move
from afterword.engine.check import check
from afterword.engine.model import Finding, Level
from afterword.engine.shapes import signs_with_thanks, surely_lacks

ENDS = frozenset({Move.GRATITUDE, Move.OFFER})
"""What a last sentence may do instead: who thanks or offers something ends on purpose."""


@check(
    "no-closing-line",
    level=Level.ADVICE,
    summary="The email ends without a courteous last line.",
    kinds=(Kind.FOLLOW_UP,),
)
def no_closing_line(draft: Draft, _options: Mapping[str, float]) -> Iterator[Finding]:
    """Look for a courteous line anywhere, or thanks or an offer at the end."""
    if not draft.sentences or not surely_lacks(draft, Move.CLOSING_LINE):
        return
    if draft.moves[-1] & ENDS or signs_with_thanks(draft):
        return
    yield Finding(
        "The email stops without a last line. One courteous sentence is enough: thank them for"
        " their time, or say that you look forward to their answer."
    )
