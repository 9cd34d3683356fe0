"""The facts of an interview card, as texts name them."""

import re
from collections.abc import Iterator

from afterword.draft.memory import remember
from afterword.draft.model import Interview, Span

LEGAL_FORM = re.compile(
    r"(?:[ ,]+(?:inc|ltd|llc|llp|plc|gmbh|ag|kg|sa|sas|srl|spa|bv|nv|oy|ab|as|asa|aps|sf|pty|pvt"
    r"|private|pte|sdn|bhd|kk|co|corp|limited|corporation|company)\.?)+$",
    re.IGNORECASE,
)
MOST = 60
"""A firm or a name stands in no email more often; the rest is not read."""


@remember(32)
def firm(company: str | None) -> str:
    """Return the name of a firm without its legal form."""
    return LEGAL_FORM.sub("", (company or "").strip())


def spans(expression: str, words: str, text: str) -> Iterator[Span]:
    """Yield where an expression matches that is made around `words`; it is tried only there."""
    pattern = re.compile(expression)
    at, left = text.find(words), MOST
    while at >= 0 and left:
        match = pattern.match(text, at)
        if match:
            yield Span(*match.span())
        at, left = text.find(words, match.end() if match else at + 1), left - 1


def is_shared(fact: str, card: Interview) -> bool:
    """Say whether a fact of another card is also one of this card, or one part of the other."""
    people = (person.name for person in card.interviewers)
    texts = (card.company, card.role, *people, *card.topics, *card.open_questions, *card.promised)
    fact = fact.lower()
    whole = (text.lower() for text in (card.company, card.role) if text)
    return any(fact in text.lower() for text in texts if text) or any(t in fact for t in whole)
