"""A parsed draft and the facts that several checks share, each computed once and only on demand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from afterword.draft import blanks as unfilled
from afterword.draft import counting, moves
from afterword.draft import courtesies as courteous
from afterword.draft import days as calendar
from afterword.draft import greeting as greetings
from afterword.draft import signature as signatures
from afterword.draft.lazy import lazy
from afterword.draft.model import Context, Kind, Move, Part, Sentence, Span
from afterword.draft.people import match_person
from afterword.draft.tokens import Piece, Tokens

SOON = timedelta(days=5)
"""Time after an interview, a weekend in it, in which mail to an interviewer is likely about it."""
DECIDED = timedelta(days=60)
"""Time after an interview in which its outcome is told and answered."""
BEGUN = 8
"""With fewer words an email is not begun enough for that to be told."""


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

    @lazy
    def words(self) -> int:
        """Count the words of the sentences, without greeting, sign-off, signature and quote."""
        return count_words(self.sentences)

    @lazy
    def tokens(self) -> Tokens:
        """Return the words of the sentences with their places, for phrase matching."""
        return Tokens(
            tuple(
                [
                    Piece(sentence.text, sentence.span.start, reading.typed, reading.labels)
                    for sentence, reading in zip(self.sentences, self.readings, strict=True)
                ]
            )
        )

    @lazy
    def readings(self) -> tuple[moves.Reading, ...]:
        """Return what the words of each sentence say, in the order of `sentences`."""
        return tuple([moves.read(sentence.text) for sentence in self.sentences])

    @lazy
    def moves(self) -> tuple[frozenset[Move], ...]:
        """Return what each sentence does, in the order of `sentences`."""
        return moves.label(self.subject, self.sentences, self.readings, self.context)

    @lazy
    def made(self) -> frozenset[Move]:
        """Return the moves that any sentence makes."""
        return frozenset[Move]().union(*self.moves)

    @lazy
    def starts(self) -> tuple[int, ...]:
        """Return where each sentence begins in the text."""
        return tuple([sentence.span.start for sentence in self.sentences])

    def nearest(self, move: Move) -> float:
        """Return how near the likeliest sentence is to making `move`; see `moves.nearest`."""
        return moves.nearest(self.readings, move)

    @lazy
    def courtesies(self) -> frozenset[str]:
        """Return what the sentences say that makes an email a courtesy; see `courtesies.read`."""
        return courteous.read(self.readings)

    @lazy
    def kind(self) -> Kind:
        """Return the kind that the caller named, else the one the text shows."""
        if self.context.kind:
            return self.context.kind
        shown = moves.kind(
            self.subject,
            self.readings,
            self.made,
            moves.Met(self._has_met_reader, self._is_soon, self._names_interview),
        )
        if not self.courtesies:
            return shown
        post = shown is not Kind.OTHER and courteous.ACCEPTED not in self.courtesies
        answers = self._has_met_reader or self._met_within(DECIDED)
        return Kind.COURTESY if post or answers else Kind.OTHER

    @lazy
    def _has_met_reader(self) -> bool:
        """Say whether this goes to an interviewer soon after, or names the interview or its job."""
        if self._since_met is None:
            return False
        return (self._is_soon and self.words >= BEGUN) or self._names_interview

    @lazy
    def _names_interview(self) -> bool:
        """Say whether the email names the interview, its role or its company."""
        card = self.context.interview
        text = f"{self.subject or ''}\n{self.text}".lower()
        return any(fact and fact.lower() in text for fact in ("interview", card.role, card.company))

    @lazy
    def _is_soon(self) -> bool:
        """Say whether the reader was met in an interview of the last days."""
        return self._met_within(SOON)

    def _met_within(self, time: timedelta) -> bool:
        return self._since_met is not None and self._since_met <= time

    @lazy
    def _since_met(self) -> timedelta | None:
        """Return how long ago the reader was met in the interview; None if not yet or unknown."""
        card, now = self.context.interview, self.context.now
        if now is None or card.interviewed_at is None or not card.interviewers:
            return None
        if (now.tzinfo is None) != (card.interviewed_at.tzinfo is None):
            now = now.replace(tzinfo=card.interviewed_at.tzinfo)
        names = [name.text for name in self.greeting_names]
        names += [person.name for person in self.context.recipients]
        met = any(match_person(name, card.interviewers) for name in names)
        return now - card.interviewed_at if met and now > card.interviewed_at else None

    @lazy
    def greeting_facts(self) -> greetings.Greeting:
        """Return the salutation and the people that the greeting names."""
        if self.greeting is None:
            return greetings.Greeting(None, ())
        known = greetings.known(self.context)
        facts = greetings.read(self.greeting, known)
        blanks = [blank.span for blank in self.blanks if blank.span.start < self.greeting.span.end]
        company = (self.context.interview.company or "").lower().split() if known else ()
        firm = frozenset(company).difference(known)
        named = [
            one
            for one in facts.people
            if not _touch(one.name.span, blanks)
            and (one.title or not firm.issuperset(one.name.text.lower().split()))
        ]
        return greetings.Greeting(facts.salutation, tuple(named))

    @lazy
    def greeting_names(self) -> tuple[Part, ...]:
        """Return each name in the greeting, without honorifics; empty where it names nobody."""
        return tuple(greeted.name for greeted in self.greeting_facts.people)

    @lazy
    def signature_facts(self) -> signatures.Signature:
        """Return the writer's name and contact details: those of the end, and of a letterhead."""
        heads = signatures.heads(self.text, self.greeting, self.quoted, self.context)
        return signatures.read(self.signature, self.sentences, heads, self.context)

    @lazy
    def blanks(self) -> tuple[Part, ...]:
        """Return the unfilled blanks of the body, outside quoted mail."""
        found: tuple[Part, ...] = ()
        if unfilled.may_stand_in(self.text):
            found = unfilled.outside(unfilled.find(self.text, self._known), self.quoted)
        empty = unfilled.in_greeting(self.greeting) if self.greeting else None
        if empty is None or any(blank.span.start < empty.span.end for blank in found):
            return found
        if empty.text.lower() in greetings.known(self.context):
            return found  # “Dear Mr. X,” to somebody called so
        return (empty, *found)

    @lazy
    def subject_blanks(self) -> tuple[Part, ...]:
        """Return the unfilled blanks of the subject, with spans in the subject."""
        subject = self.subject or ""
        return unfilled.find(subject, self._known) if unfilled.may_stand_in(subject) else ()

    @lazy
    def days(self) -> tuple[calendar.Mention, ...]:
        """Return the days that the body's sentences mention, in order."""
        return tuple(
            mention
            for sentence, piece in zip(self.sentences, self.tokens.pieces, strict=True)
            if calendar.may_name(sentence.text, piece.words)
            for mention in calendar.find(sentence.text, sentence.span.start)
        )

    @lazy
    def _known(self) -> frozenset[str]:
        """Return the lower-case names that may stand in brackets and be no blank."""
        interview = self.context.interview
        people = (*interview.interviewers, *self.context.recipients)
        names = [person.name for person in people]
        names += [name.split()[0] for name in names if name.split()]
        names += [interview.company or "", interview.role or "", self.context.sender.name or ""]
        return frozenset(name.lower() for name in names if name)


def _touch(span: Span, others: Sequence[Span]) -> bool:
    return any(span.start < other.end and other.start < span.end for other in others)


def count_words(sentences: Sequence[Sentence]) -> int:
    """Count the words of sentences; a lone mark or emoji is none."""
    plain = [sentence.text for sentence in sentences if sentence.text.isascii()]
    others = [sentence.text for sentence in sentences if not sentence.text.isascii()]
    return counting.words(" ".join(plain)) + counting.words(" ".join(others))
