"""Checks that the note recalls something that was said in the interview."""

from collections.abc import Iterator, Mapping

from afterword.draft.draft import Draft
from afterword.draft.model import Kind, Move
from afterword.engine.check import check
from afterword.engine.detail import named, recalled
from afterword.engine.model import Finding, Level, Option
from afterword.engine.shapes import lacks


@check(
    "no-recap",
    level=Level.ADVICE,
    summary="No sentence recalls what you talked about.",
    awaits_blanks=True,
    kinds=(Kind.THANK_YOU,),
    options={
        "own-words": Option(
            5,
            "words",
            "A sentence to the reader with so many words of its own may well recall something;"
            " silence is better than a false alarm.",
        ),
    },
)
def no_recap(draft: Draft, options: Mapping[str, float]) -> Iterator[Finding]:
    """Look for a sentence that could only have been written after the interview.

    An answer to a question of theirs is one too.
    """
    if not draft.sentences or not lacks(draft, Move.RECAP, Move.ANSWERS):
        return
    topics = draft.context.interview.topics
    if recalled(draft, options["own-words"], frozenset({Move.FIT})) or named(draft, topics):
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
