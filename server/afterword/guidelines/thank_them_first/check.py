"""Checks that the draft thanks the reader, and does so at its start."""

from collections.abc import Iterator, Mapping

from afterword.draft.draft import Draft
from afterword.draft.model import Move
from afterword.engine.check import BOTH, check
from afterword.engine.model import Finding, Level, Option
from afterword.engine.shapes import signs_with_thanks, surely_lacks
from afterword.engine.wording import counted

ELSEWHERE = frozenset(
    "ačiū aitäh arigato arigatou asante bedankt danke děkuji dhanyavad dhanyavaad diolch"
    " dziękuję efharisto enkosi gamsahamnida gracias grazie hvala kamsahamnida kiitos köszönöm"
    " mahalo medaase merci mulțumesc nandri ngiyabonga obrigada obrigado paldies rahmat"
    " salamat shukran shukriya siyabonga spasibo takk tatenda teşekkür teşekkürler terima"
    " todah vinaka xiexie дякую спасибо ευχαριστώ".split()
)
"""Thanks in other languages, as people put them into an English email."""
PLAIN = 1.0
"""`DOUBT` about thanks, which are plainer than the other moves."""


@check(
    "no-gratitude",
    level=Level.ADVICE,
    weight=3,
    summary="No sentence says thank you.",
    awaits_blanks=True,
)
def no_gratitude(draft: Draft, _options: Mapping[str, float]) -> Iterator[Finding]:
    """Look for one sentence that thanks the reader."""
    foreign = not ELSEWHERE.isdisjoint(draft.tokens.vocabulary)
    if draft.sentences and not foreign and surely_lacks(draft, Move.GRATITUDE, PLAIN):
        signed = signs_with_thanks(draft)
        there = "Only your sign-off thanks them" if signed else "No sentence thanks them yet"
        yield Finding(
            f"{there}. Begin with what you are thankful for: their time, the conversation, what"
            " they showed you."
        )


@check(
    "late-gratitude",
    level=Level.ADVICE,
    summary="The thanks come late in the email.",
    kinds=BOTH,
    options={
        "sentences": Option(
            2,
            "sentences",
            "Thanks belong into the first paragraph, at best into its first sentence"
            " (CareerBuilder, Prepory, The Nest).",
        ),
    },
)
def late_gratitude(draft: Draft, options: Mapping[str, float]) -> Iterator[Finding]:
    """Find the first thanks and count the sentences before it.

    Where quoted questions stand between them, an answer is in the place of its question.
    """
    first = next((n for n, moves in enumerate(draft.moves) if Move.GRATITUDE in moves), 0)
    if first < options["sentences"] or _answers_in_place(draft, draft.sentences[first].span.start):
        return
    yield Finding(
        f"Your first thanks come in sentence {first + 1}. Say them within the first"
        f" {counted(int(options['sentences']), 'sentence')}: there they are sure to be read.",
        span=draft.sentences[first].span,
    )


def _answers_in_place(draft: Draft, at: int) -> bool:
    """Say whether quoted lines stand among the sentences before a place."""
    return any(draft.starts[0] < quote.start < at for quote in draft.quoted)
