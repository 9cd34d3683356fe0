"""Checks that the note recalls something that was said in the interview."""

from collections.abc import Iterator, Mapping

from afterword.draft.draft import Draft
from afterword.draft.model import Kind, Move
from afterword.engine.check import check
from afterword.engine.detail import named
from afterword.engine.model import Finding, Level
from afterword.engine.shapes import surely_lacks

FAINT = 1.3
"""`DOUBT` about a recap: thanks for an afternoon come nearer to one than they do to other moves."""


@check(
    "no-recap",
    level=Level.ADVICE,
    weight=2,
    summary="No sentence recalls what you talked about.",
    awaits_blanks=True,
    kinds=(Kind.THANK_YOU,),
)
def no_recap(draft: Draft, _options: Mapping[str, float]) -> Iterator[Finding]:
    """Look for a sentence that could only have been written after the interview.

    One that takes up a topic of the card recalls it, and so does one about a question left open.
    """
    card = draft.context.interview
    topics = card.topics
    if not draft.sentences or not surely_lacks(draft, Move.RECAP, FAINT):
        return
    if named(draft, (*topics, *card.open_questions)):
        return
    if topics:
        yield Finding(
            f"No sentence recalls what you talked about. Your card names {topics[0]}: what was"
            " said about it that stayed with you?"
        )
    else:
        yield Finding(
            "No sentence recalls what you talked about. What was said in the interview that you"
            " did not know before?"
        )
