"""A parsed draft and the facts that several checks share, each computed once and only on demand."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from afterword.draft import moves
from afterword.draft.model import Context, Kind, Move, Part, Sentence, Span
from afterword.draft.tokens import Tokens, tokenize


@dataclass(frozen=True)
class Draft:
    """One email as its writer sees it, cut into parts. Made by `draft.parse.parse`."""

    subject: str | None
    """None where the caller did not say; an empty string is an empty subject."""
    text: str
    """The whole body, exactly as it was handed in."""
    context: Context
    greeting: Part | None
    paragraphs: tuple[Span, ...]
    """The body's paragraphs between greeting and sign-off."""
    sentences: tuple[Sentence, ...]
    sign_off: Part | None
    signature: Part | None
    quoted: tuple[Span, ...]
    """Quoted replies and forwarded mail, with the line that introduces them."""

    @cached_property
    def words(self) -> int:
        """Count the words of the sentences, without greeting, sign-off, signature and quote."""
        return sum(len(sentence.text.split()) for sentence in self.sentences)

    @cached_property
    def tokens(self) -> Tokens:
        """Return the words of `text` with their places, for phrase matching."""
        return tokenize(self.text)

    @cached_property
    def moves(self) -> tuple[frozenset[Move], ...]:
        """Return what each sentence does, in the order of `sentences`."""
        return moves.label(self.sentences, self.context)

    @cached_property
    def kind(self) -> Kind:
        """Return the kind that the caller named, else the one the text shows."""
        return self.context.kind or moves.kind(self.subject, self.sentences, self.moves)
