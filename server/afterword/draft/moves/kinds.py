"""What kind of email a draft is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from math import fsum, sqrt, tanh
from typing import NamedTuple

from afterword.draft.model import Kind, Move
from afterword.draft.moves.leanings import ANY, leanings
from afterword.draft.moves.reading import KIND, Reading, lexicon, read
from afterword.draft.subject import is_reply

POST = 4.0
"""Weight of the cues from which they speak for an email after an interview."""
CUES = 0.4
"""What the weight of the cues counts beside that of the sentences, after an interview or not."""
FAR = 6.0
"""Distance above `POST`, and twice that below, beyond which the cues count no more."""
LATER = 2.0
"""Weight of the cues from which they speak for a follow-up and against a thank-you note."""
SENTENCES = 0.4
"""What the weight of the sentences counts beside that of the cues, for one or the other."""
MOST = 3.0
"""What one sentence says at most for an email after an interview, or against it."""
NUMBER = 0.65
"""Power of the number of sentences by which their sum is divided: ten say more than one, not
tenfold."""
SURE = 0.2
"""Weight of cues, sentences and traits from which an email counts as written after an interview."""
MET = 1.5
"""What it counts that the writer knows the reader from the interview of the card,"""
JUST_MET = 2.5
"""and that they met in the last days and the email names the interview or its job."""
THANKS = 2.5
"""Weight up to which thanks soon after an interview are no follow-up, though they ask for news."""
_MOVES = {
    Move.GRATITUDE: 0.5,
    Move.INTEREST: 1.5,
    Move.FIT: 1.5,
    Move.RECAP: 0.5,
    Move.STATUS_ASK: 1.0,
    Move.ANSWERS: 0.5,
}
_MOST = 4.0
"""Weight of all moves together, however many: many other emails make them too."""
_SAYS = 1.5
"""From here on a sentence says something of the kind by itself,"""
_SURELY = 3.0
"""and from here on it is sure."""
_LONG = 8
"""Pairs of sentences from which all emails are equally long."""
_ENOUGH = 4
"""Different moves of such an email that few others make together."""
_MANY = 5
_MET = frozenset(
    KIND + name for name in ("interview-with-me", "met-me", "decision", "rejected", "want-job")
)
"""One of these says that the two have met, or four moves do."""
_JOB = frozenset(
    KIND + name
    for name in ("interview-with-me", "role", "rejected", "want-job", "@subject-interview")
)
"""One of these says that it was about a job, or one of the moves below."""
_ABOUT_A_JOB = frozenset({Move.INTEREST, Move.FIT, Move.STATUS_ASK})


class Met(NamedTuple):
    """What the card says of an email's reader."""

    reader: bool
    """It goes to an interviewer, soon after the interview or naming it or its job."""
    soon: bool
    """The two met in the last days, when thanks are what most people write."""
    named: bool
    """It names the interview or its job."""

    def counts(self) -> float:
        """Return what that counts for an email after an interview."""
        return JUST_MET if all(self) else MET * self.reader


STRANGER = Met(reader=False, soon=False, named=False)


def kind(
    subject: str | None, readings: Sequence[Reading], made: Set[Move], met: Met = STRANGER
) -> Kind:
    """Return what sort of email makes these moves, its sentences read one by one. Never raises."""
    cues = cues_of(subject, readings)
    names = traits(subject, readings, made, cues)
    said = [one.post for one in readings]
    post = after(said, made, cues) + _lean(leanings().email, names | outline(said))
    if post < SURE - met.counts():
        return Kind.OTHER
    enough = THANKS if met.soon and Move.GRATITUDE in made else 0.0
    more = later([one.later for one in readings], made, cues) + _lean(leanings().follow_up, names)
    return Kind.FOLLOW_UP if more >= enough else Kind.THANK_YOU


def _lean(weights: Mapping[str, float], names: Set[str]) -> float:
    """Return how much an email's traits speak for what these weights are of."""
    # Exact, so that it is the same in any order.
    return fsum([weights[ANY], *map(weights.__getitem__, weights.keys() & names)])


def after(sentences: Sequence[float], made: Set[Move], cues: Set[str]) -> float:
    """Return what sentences, each for itself, cues and moves say for one after an interview.

    A sentence that is sure of it does not outweigh all others: it may stand in an email of any
    kind.
    """
    known = lexicon().posts
    post = fsum(map(known.__getitem__, known.keys() & cues))
    post += min(_MOST, sum(_MOVES.get(move, 0.0) for move in made))
    told = max(-2 * FAR, min(FAR, post - POST))
    said = fsum([MOST * tanh(one / MOST) for one in sentences])
    return CUES * told + said / float(max(1, len(sentences)) ** NUMBER)


def outline(sentences: Sequence[float]) -> set[str]:
    """Return the traits of an email by what its sentences say: where some speak for or against it.

    They are weighed as those of `traits` are.
    """
    if not sentences:
        return set()
    first, last, most, least = sentences[0], sentences[-1], max(sentences), min(sentences)
    told = {
        "@first-for": first > _SAYS,
        "@first-against": first < -_SAYS,
        "@last-for": last > _SAYS,
        "@one-for": most > _SURELY,
        "@one-against": least < -_SURELY,
        f"@sentences-{min(_LONG, len(sentences) // 2)}": True,
    }
    return {name for name, true in told.items() if true}


def later(sentences: Sequence[float], made: Set[Move], cues: Set[str]) -> float:
    """Return what they say for a follow-up, or below zero for a thank-you note."""
    known = lexicon().laters
    told = fsum(map(known.__getitem__, known.keys() & cues))
    told += SENTENCES * fsum(sentences) / sqrt(len(sentences) or 1)
    return told if Move.STATUS_ASK in made else told - LATER


def traits(
    subject: str | None, readings: Sequence[Reading], made: Set[Move], cues: Set[str]
) -> set[str]:
    """Return what an email is weighed by beside its sentences: its subject's words, cues, moves."""
    names = set[str]().union(*[reading.shape for reading in readings])
    names.update(["S:" + word for word in read(subject or "").distinct])
    names.update([cue for cue in cues if cue.startswith(KIND)])
    names.update(["M:" + move for move in made])
    names.add(f"@moves-{min(_MANY, len(made))}")
    if cues & _MET or len(made & _MOVES.keys()) >= _ENOUGH:
        names.add("@met")
    if cues & _JOB or made & _ABOUT_A_JOB:
        names.add("@job")
    return names


def cues_of(subject: str | None, readings: Sequence[Reading]) -> frozenset[str]:
    """Return the cues of all sentences and of the subject."""
    cues = _titled(subject).union(*[reading.cues for reading in readings])
    if readings and {"thank", "again"} <= readings[0].cues:
        cues |= {KIND + "@opens-again"}
    return cues


def _titled(subject: str | None) -> frozenset[str]:
    """Return what the subject says; that of a reply was written by the other side."""
    title = subject or ""
    cues = frozenset[str]() if is_reply(title) else read(title).cues
    return cues | {KIND + "@subject-interview"} if "interview" in title.lower() else cues
