"""What in a draft belongs to its writer and this interview alone, and not to any such email."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from afterword.draft.draft import Draft
from afterword.draft.model import Move, Sentence
from afterword.engine.words import read, stems

WORD = re.compile(r"[a-z]+")
WRITER = frozenset({"i", "my"})
READER = frozenset({"you"})
SHARED = frozenset(
    "your we our liked enjoyed loved noticed saw learned learnt heard impressed struck".split()
)
"""Words that take part in what both saw and heard."""
TO_READER = READER | SHARED
USUAL = read(Path(__file__).with_name("usual_words.txt"))


def own(draft: Draft, sentences: Iterable[Sentence]) -> frozenset[str]:
    """Return the stems in `sentences` that are neither usual in such emails nor on the card."""
    return stems(sentence.text for sentence in sentences) - USUAL - _card(draft)


def told(draft: Draft, count: float, but: frozenset[Move]) -> bool:
    """Say whether a sentence tells of the writer alone, in `count` own words or more.

    Sentences with one of the moves `but` are left out: they are rich in words for another reason.
    """
    card = _card(draft)
    return any(
        words & WRITER and not words & READER and _rich(sentence, count, card)
        for sentence, words in _without(draft, but)
    )


def recalled(draft: Draft, count: float, but: frozenset[Move]) -> bool:
    """Say whether a sentence speaks of or to the reader, in `count` own words or more."""
    card = _card(draft)
    return any(
        words & TO_READER and _rich(sentence, count, card)
        for sentence, words in _without(draft, but)
    )


def named(draft: Draft, topics: Iterable[str]) -> bool:
    """Say whether a sentence takes up one of `topics`: two of its words, or its only one."""
    wanted = [words for topic in topics if (words := stems((topic,)))]
    return any(
        len(words & here) >= min(2, len(words))
        for here in (stems((sentence.text,)) for sentence in draft.sentences if wanted)
        for words in wanted
    )


def _rich(sentence: Sentence, count: float, card: frozenset[str]) -> bool:
    """Say whether a sentence has `count` own words or more."""
    return len(stems((sentence.text,)) - USUAL - card) >= count


def _without(draft: Draft, but: frozenset[Move]) -> Iterator[tuple[Sentence, frozenset[str]]]:
    for sentence, moves in zip(draft.sentences, draft.moves, strict=True):
        if not moves & but:
            yield sentence, frozenset(WORD.findall(sentence.text.lower()))


def _card(draft: Draft) -> frozenset[str]:
    """Return the words of the card that any applicant would know: names, company and role."""
    card, sender = draft.context.interview, draft.context.sender
    people = (*card.interviewers, *draft.context.recipients)
    texts = (card.company, card.role, sender.name, *(person.name for person in people))
    return stems(text for text in texts if text)
