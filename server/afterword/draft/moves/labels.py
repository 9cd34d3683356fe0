"""Which moves each sentence makes: its own words first, then its place among the others."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from functools import cache
from itertools import compress
from operator import add

from afterword.draft import tokens
from afterword.draft.memory import remember
from afterword.draft.model import Context, Move, Sentence
from afterword.draft.moves import beside
from afterword.draft.moves.leanings import leanings, leans_of_places
from afterword.draft.moves.reading import Reading, length, lexicon, read
from afterword.draft.subject import is_reply

ENOUGH = 2.0
"""Weight at which a sentence makes a move."""
AGAINST = -4.0
"""Weight below which a sentence is no part of the answer before it, whatever else it says."""
BARELY = 1.0
"""Lean up to which a sentence that no cue speaks for is a recap only where nothing else is told."""
RUN_ON = 60
"""Words of a sentence above which nobody can say what it does not do: most lack their stops."""
MAY = "may-"
"""What the name of a cue begins with by which a sentence may well make the move named after it."""
_MOVES = tuple(Move)
_RECAP = _MOVES.index(Move.RECAP)
_ANSWERS = _MOVES.index(Move.ANSWERS)
_ENDS = frozenset({Move.GRATITUDE, Move.OFFER, Move.CLOSING_LINE})
_BREAKS = frozenset(Move) - {Move.ANSWERS}
_WITHIN = frozenset({Move.FIT, Move.RECAP, Move.ANSWERS, Move.STATUS_ASK})
_OPENERS = frozenset({"asked", "attach"})
_A_RECAP, _NONE = frozenset({Move.RECAP}), frozenset[Move]()


@dataclass(frozen=True, slots=True)
class _Card:
    """What the interview card says, as words."""

    names: frozenset[str]
    """Words of the interviewers' names."""
    common: frozenset[str]
    """Words of names, company and role, which say nothing of what was discussed."""
    topics: tuple[frozenset[str], ...]


def label(
    subject: str | None,
    sentences: Sequence[Sentence],
    readings: Sequence[Reading],
    context: Context,
) -> tuple[frozenset[Move], ...]:
    """Return what each sentence does, in their order, given what each says. Never raises."""
    card = _card(context)
    leans = _leans(readings, beside.setting(sentences, readings, announced=announces(subject)))
    found = [_own(reading, lean, card) for reading, lean in zip(readings, leans, strict=True)]
    _answers(sentences, readings, found)
    _closing(readings, found)
    return tuple(frozenset(moves) for moves in found)


def announces(subject: str | None) -> bool:
    """Tell whether a subject of the writer's own announces an answer."""
    if not subject or is_reply(subject):
        return False
    return read(subject).leans[_ANSWERS] >= 0


def _leans(readings: Sequence[Reading], where: beside.Setting) -> Iterator[list[float]]:
    """Yield how much each sentence speaks for each move: by words, place and what is around it."""
    places = leans_of_places(len(readings))
    alone = [list(map(add, one.leans, at)) for one, at in zip(readings, places, strict=True)]
    return beside.leans(alone, list(map(made, alone)), where)


def made(leans: Sequence[float]) -> frozenset[Move]:
    """Return the moves that are as likely made as not, or likelier."""
    return _chosen(tuple(map((0.0).__le__, leans)))


@cache
def _chosen(bits: tuple[bool, ...]) -> frozenset[Move]:
    """Return the moves at whose place there is a true; one and the same set for the same."""
    return frozenset(compress(_MOVES, bits))


def nearest(readings: Sequence[Reading], move: Move) -> float:
    """Return how near the sentence that comes nearest to `move` is to making it.

    In the unit of the weights, the logarithm of the odds: 0 where words and place just suffice,
    where a cue says that the sentence may well make it, and where one is a `RUN_ON`; minus infinity
    without sentences. Thanks stand out in that too. Of all other moves all places but the last
    count alike: a stock phrase that is taken out moves each into the one before.
    """
    lane, hint = _MOVES.index(move), MAY + move
    if any(hint in reading.cues for reading in readings):
        return 0.0
    if move is not Move.GRATITUDE and any(len(reading.words) > RUN_ON for reading in readings):
        return 0.0
    places = [at[lane] for at in leans_of_places(len(readings))]
    if move is not Move.GRATITUDE:
        places[:-1] = [_usual(lane)] * len(places[:-1])
    leans = [reading.leans[lane] for reading in readings]
    return max(map(add, leans, places), default=-math.inf)


def _usual(lane: int) -> float:
    """Return what a place says for the move at `lane`, three in four times one in the middle."""
    known = leanings().places
    return 0.75 * known["@middle"][lane] + 0.25 * known["@second"][lane]


def _card(context: Context) -> _Card:
    interview = context.interview
    people = tuple([person.name for person in interview.interviewers])
    return _card_of(people, (interview.company or "", interview.role or ""), interview.topics)


@remember(16)
def _card_of(people: tuple[str, ...], job: tuple[str, ...], topics: tuple[str, ...]) -> _Card:
    """Return the words of a card, remembered: it stays the same while a draft is typed."""
    names, general = _words(*people), lexicon().general
    told = tuple(_words(topic) - general for topic in topics)
    return _Card(names, names | _words(*job), told)


def _words(*texts: str) -> frozenset[str]:
    return frozenset(word for text in texts for word in tokens.words(text) if len(word) > 2)


def _own(reading: Reading, leans: Sequence[float], card: _Card) -> set[Move]:
    """Return the moves that the sentence makes by its words, and by what stands on the card."""
    moves = set(made(leans))
    if Move.FIT in moves and "@self" not in reading.cues:
        moves.discard(Move.FIT)
    if Move.RECAP in moves and _names_the_job_alone(reading, card):
        moves.discard(Move.RECAP)
    if _touches(reading, card) or _quotes(reading, card.names):
        moves.add(Move.RECAP)
    return moves


def _names_the_job_alone(reading: Reading, card: _Card) -> bool:
    """Tell whether all that the sentence names is role, company or people, none of it discussed."""
    names_it = not card.common.isdisjoint(reading.distinct)
    return names_it and card.common.issuperset(reading.special)


def _touches(reading: Reading, card: _Card) -> bool:
    """Tell whether the sentence speaks of a topic on the card."""
    for topic in card.topics:
        shared = not topic.isdisjoint(reading.special)
        if shared and len(topic & reading.special) >= min(2, len(topic)):
            return True
    return False


def _quotes(reading: Reading, names: frozenset[str]) -> bool:
    """Tell whether an interviewer says something in it: "Dana asked", "Ms. Lee mentioned"."""
    words = reading.words
    if names.isdisjoint(words):
        return False
    said = lexicon().said
    return any(
        word in names and (after in said or later in said)
        for word, after, later in zip(words, words[1:], (*words[2:], ""), strict=False)
    )


def _answers(
    sentences: Sequence[Sentence], readings: Sequence[Reading], found: list[set[Move]]
) -> None:
    """Carry an answer on through the sentences after it that say nothing else.

    One answer ends with its paragraph; announced thoughts ("here are some ideas") go on, and a
    question among them asks for no news unless it says so. What is barely a recap is the answer.
    """
    answering: int | None = None
    wide = False
    for at, (sentence, reading, moves) in enumerate(zip(sentences, readings, found, strict=True)):
        opens = not reading.cues.isdisjoint(_OPENERS) and (
            Move.ANSWERS in moves or _goes_on(sentences, readings, found, at)
        )
        if "thoughts" in reading.cues or opens:
            wide = wide or "thoughts" in reading.cues
            answering = sentence.paragraph
            moves.add(Move.ANSWERS)
        elif moves & _BREAKS - _barely(reading) and not (
            wide and moves <= _WITHIN | _unsure(reading)
        ):
            answering, wide = None, False
        elif wide or (answering == sentence.paragraph and reading.leans[_ANSWERS] >= AGAINST):
            moves.difference_update(_barely(reading))
            moves.add(Move.ANSWERS)
            if wide:
                moves.difference_update({Move.STATUS_ASK} & _unsure(reading))


def _barely(reading: Reading) -> frozenset[Move]:
    """Return the recap, if words alone and few of them speak for it."""
    cued = reading.scores.get(Move.RECAP, 0.0) >= ENOUGH
    return _NONE if cued or reading.leans[_RECAP] >= BARELY else _A_RECAP


def _goes_on(
    sentences: Sequence[Sentence],
    readings: Sequence[Reading],
    found: Sequence[Set[Move]],
    at: int,
) -> bool:
    """Tell whether the next sentence is of the same paragraph and says nothing else."""
    after = at + 1
    return (
        after < len(found)
        and not found[after] - _barely(readings[after])
        and sentences[after].paragraph == sentences[at].paragraph
    )


def _unsure(reading: Reading) -> set[Move]:
    """Return the moves that no cue of the sentence speaks for enough."""
    return {move for move in Move if reading.scores.get(move, 0.0) < ENOUGH}


def _closing(readings: Sequence[Reading], found: list[set[Move]]) -> None:
    """Thanks among the last sentences close the email; a wish far from the end does not.

    A bare “Thank you and God bless” there closes it too, and thanks for nothing that was done.
    """
    tail = len(found)
    while tail > 0 and found[tail - 1] & _ENDS:
        tail -= 1
    for index, (reading, moves) in enumerate(zip(readings, found, strict=True)):
        if not moves:
            continue
        left = len(found) - index - 1
        ending = index > 0 and (index >= tail or left < 1)
        if index and left < 2 and _thanks_for_nothing(reading):
            moves.discard(Move.GRATITUDE)
            moves.add(Move.CLOSING_LINE)
        elif Move.CLOSING_LINE in moves:
            if "forward-work" in reading.cues and left > 1:
                moves.discard(Move.CLOSING_LINE)
        elif Move.GRATITUDE in moves and ending and _is_last_thanks(reading, left):
            moves.add(Move.CLOSING_LINE)


def _thanks_for_nothing(reading: Reading) -> bool:
    """Tell “Thank you!” and “Thank you and God bless” from thanks that name or recall a reason."""
    named = "for" in reading.distinct or not reading.cues.isdisjoint(("again", "consideration"))
    return "short-thanks" in reading.cues and not named


def _is_last_thanks(reading: Reading, left: int) -> bool:
    cues = reading.cues
    if "consideration" in cues or "short-thanks" in cues:
        return True
    return "again" in cues and (left == 0 or length(reading) < 8)
