"""What each sentence of a draft does, and what kind of email the draft is."""

from __future__ import annotations

from collections.abc import Sequence

from afterword.draft.model import Context, Kind, Move, Sentence


def label(sentences: Sequence[Sentence], context: Context) -> tuple[frozenset[Move], ...]:
    """Return what each sentence does, in the order of `sentences`. Never raises."""
    return tuple(frozenset() for _ in sentences)


def kind(
    subject: str | None, sentences: Sequence[Sentence], moves: Sequence[frozenset[Move]]
) -> Kind:
    """Return what sort of email these sentences are. Never raises."""
    return Kind.OTHER
