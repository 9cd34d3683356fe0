"""Checks the length of the email and of its paragraphs."""

from collections.abc import Iterator, Mapping

from afterword.draft import counting
from afterword.draft.draft import Draft
from afterword.draft.model import Kind, Move
from afterword.engine.check import BOTH, check
from afterword.engine.model import Finding, Level, Option
from afterword.engine.shapes import lacks

NEARLY = 5
"""Words short of the fair minimum that are not worth a count."""


@check(
    "too-long",
    level=Level.ADVICE,
    summary="The email is far longer than its readers like.",
    kinds=BOTH,
    options={
        "words": Option(
            300,
            "words",
            "Of 17 sources with a number none goes past 250 words; 300 is the firm limit, far out,"
            " so that nobody is told off for one sentence more.",
        ),
        "usual-thank-you": Option(
            150, "words", "More sources meet between 60 and 150 words than anywhere else."
        ),
        "usual-follow-up": Option(
            120, "words", "A status email is read in seconds; advice meets at 40 to 120 words."
        ),
    },
)
def too_long(draft: Draft, options: Mapping[str, float]) -> Iterator[Finding]:
    """Count the words of the body against the firm limit."""
    if draft.words > options["words"]:
        usual = options[f"usual-{draft.kind}"]
        yield Finding(
            f"Your email has {draft.words} words. Most readers like {usual:g} or fewer; keep the"
            " thanks, one thing you talked about and why you fit."
        )


@check(
    "too-short",
    level=Level.ADVICE,
    summary="The email is so short that it may seem careless.",
    kinds=BOTH,
    awaits_blanks=True,
    options={
        "thank-you": Option(
            45, "words", "Below three sentences employers doubt the interest (Babson, WashU Law)."
        ),
        "follow-up": Option(
            40, "words", "The lower end of the band that most advice gives for a status email."
        ),
    },
)
def too_short(draft: Draft, options: Mapping[str, float]) -> Iterator[Finding]:
    """Count the words of the body; a follow-up that only hands over material may be short."""
    if draft.words >= options[draft.kind.value]:
        return
    if draft.kind is Kind.FOLLOW_UP and not lacks(draft, Move.ANSWERS):
        return
    least = options[draft.kind.value]
    length = f"Your email has {draft.words} words; {least:g} is a fair minimum."
    if least - draft.words <= NEARLY:
        length = "Your email is nearly long enough."
    yield Finding(f"{length} One more sentence that only you could write would carry it.")


@check(
    "dense-block",
    level=Level.ADVICE,
    summary="One paragraph is a block that is hard to read on a phone.",
    options={
        "words": Option(
            120,
            "words",
            "Advice asks for paragraphs of at most five lines, about 75 words; a block half as"
            " long again is put off on a phone (Fast Company).",
        ),
    },
)
def dense_block(draft: Draft, options: Mapping[str, float]) -> Iterator[Finding]:
    """Count the words of every paragraph."""
    for span in draft.paragraphs:
        if span.end - span.start < 2 * options["words"]:
            continue  # too few characters for so many words
        words = counting.pieces(span.of(draft.text))
        if words > options["words"]:
            yield Finding(
                f"This paragraph has {words} words. Part it in two, so that it reads well on a"
                " phone.",
                span=span,
            )
