"""What in a draft belongs to its writer and this interview alone, and not to any such email."""

from __future__ import annotations

import math
from collections.abc import Iterable
from pathlib import Path

from afterword.draft.draft import Draft
from afterword.draft.memory import remember
from afterword.draft.model import Sentence
from afterword.engine.words import read, stems

USUAL = read(Path(__file__).with_name("usual_words.txt"))


def own(draft: Draft, sentences: Iterable[Sentence], enough: float = math.inf) -> set[str]:
    """Return the stems in `sentences` that are neither usual in such emails nor on the card.

    No more sentences are looked at than it takes to find `enough`.
    """
    found, card = set[str](), _card(draft)
    for text in _texts(sentences):
        found |= stems((text,)) - USUAL - card
        if len(found) >= enough:
            break
    return found


def named(draft: Draft, topics: Iterable[str]) -> bool:
    """Say whether a sentence takes up one of `topics`: two of its words, or its only one."""
    wanted = [words for topic in topics if (words := stems((topic,)))]
    return any(
        len(words & here) >= min(2, len(words))
        for here in (stems((text,)) for text in _texts(draft.sentences) if wanted)
        for words in wanted
    )


def _texts(sentences: Iterable[Sentence]) -> Iterable[str]:
    """Return each different sentence once, so that what is repeated costs no more."""
    return dict.fromkeys([sentence.text for sentence in sentences])


def _card(draft: Draft) -> frozenset[str]:
    """Return the words of the cards that any applicant would know: names, company and role."""
    card, sender, others = (
        draft.context.interview,
        draft.context.sender,
        draft.context.other_interviews,
    )
    people = (*card.interviewers, *draft.context.recipients)
    firms = [text for one in (card, *others) for text in (one.company, one.role)]
    texts = (*firms, sender.name, *(person.name for person in people))
    return _stems(tuple(filter(None, texts)))


@remember(16)
def _stems(texts: tuple[str, ...]) -> frozenset[str]:
    """Return the stems of a card, remembered: it stays the same while a draft is typed."""
    return stems(texts)
