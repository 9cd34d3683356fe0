"""Checks that the draft says why this role, and why this person."""

from collections.abc import Iterator, Mapping

from afterword.draft.draft import Draft
from afterword.draft.model import Kind, Move
from afterword.engine.check import BOTH, check
from afterword.engine.model import Finding, Level, Option
from afterword.engine.shapes import DOUBT, lacks, surely_lacks

ANSWERED = 2.5
"""`DOUBT` about fit in a follow-up that answers something, which is a reason to write by itself."""


@check(
    "no-interest",
    level=Level.ADVICE,
    weight=2,
    summary="No sentence says that you want the job.",
    kinds=BOTH,
    awaits_blanks=True,
)
def no_interest(draft: Draft, _options: Mapping[str, float]) -> Iterator[Finding]:
    """Look for one sentence that states interest."""
    if draft.sentences and surely_lacks(draft, Move.INTEREST):
        role = draft.context.interview.role
        yield Finding(
            f"No sentence says that you would like {f'the {role} role' if role else 'the job'}."
            " One is enough: name what draws you to it."
        )


@check(
    "no-fit",
    level=Level.ADVICE,
    weight=2,
    summary="No sentence ties your experience to the role.",
    kinds=BOTH,
    awaits_blanks=True,
    options={
        "follow-up-words": Option(
            35,
            "words",
            "A follow-up of under 35 words, two sentences, may ask and stop there.",
        ),
    },
)
def no_fit(draft: Draft, options: Mapping[str, float]) -> Iterator[Finding]:
    """Look for one sentence that ties own experience to the role.

    A short follow-up needs none, nor a second one.
    """
    follow_up = draft.kind is Kind.FOLLOW_UP
    answered = follow_up and not lacks(draft, Move.ANSWERS)
    if not draft.sentences or not surely_lacks(draft, Move.FIT, ANSWERED if answered else DOUBT):
        return
    if follow_up and (draft.words < options["follow-up-words"] or draft.context.earlier_follow_ups):
        return
    yield Finding(
        "No sentence ties what you have done to what they need. One is enough: name one thing"
        " you did that would help them."
    )
