"""Checks that the draft says why this role, and why this person."""

from collections.abc import Iterator, Mapping

from afterword.draft.draft import Draft
from afterword.draft.model import Kind, Move
from afterword.engine.check import BOTH, check
from afterword.engine.detail import told
from afterword.engine.model import Finding, Level, Option
from afterword.engine.shapes import lacks

OTHERWISE = frozenset({Move.RECAP, Move.GRATITUDE, Move.INTEREST, Move.STATUS_ASK})


@check(
    "no-interest",
    level=Level.ADVICE,
    summary="No sentence says that you want the job.",
    kinds=BOTH,
    awaits_blanks=True,
)
def no_interest(draft: Draft, _options: Mapping[str, float]) -> Iterator[Finding]:
    """Look for one sentence that states interest."""
    if draft.sentences and lacks(draft, Move.INTEREST):
        role = draft.context.interview.role
        yield Finding(
            f"No sentence says that you would like {f'the {role} role' if role else 'the job'}."
            " One is enough: name what draws you to it."
        )


@check(
    "no-fit",
    level=Level.ADVICE,
    summary="No sentence ties your experience to the role.",
    kinds=BOTH,
    awaits_blanks=True,
    options={
        "follow-up-words": Option(
            50,
            "words",
            "A follow-up under 50 words, the lower end of the usual band, may ask and stop there.",
        ),
        "own-words": Option(
            3,
            "words",
            "A sentence about yourself with so many words of its own may well show your fit;"
            " silence is better than a false alarm.",
        ),
    },
)
def no_fit(draft: Draft, options: Mapping[str, float]) -> Iterator[Finding]:
    """Look for one sentence that ties own experience to the role.

    A short follow-up needs none, nor a second one, nor one that answers or sends something.
    """
    if not draft.sentences or not lacks(draft, Move.FIT):
        return
    if draft.kind is Kind.FOLLOW_UP and (
        draft.words < options["follow-up-words"]
        or draft.context.earlier_follow_ups
        or not lacks(draft, Move.ANSWERS)
    ):
        return
    if told(draft, options["own-words"], OTHERWISE):
        return
    yield Finding(
        "No sentence ties what you have done to what they need. One is enough: name one thing"
        " you did that would help them."
    )
