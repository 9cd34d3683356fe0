"""Finds the facts of another interview in a draft: its firm, its role, its people."""

import re
from collections.abc import Iterator

from afterword.draft.draft import Draft
from afterword.draft.memory import remember
from afterword.draft.model import Interview, Person, Span
from afterword.draft.people import match_person, same_script
from afterword.engine import reader
from afterword.engine.model import Field
from afterword.engine.shapes import sentence_at

LEGAL_FORM = re.compile(
    r"[ ,]+(?:inc|ltd|llc|llp|plc|gmbh|ag|kg|sa|sas|srl|bv|nv|oy|ab|as|aps|pty|pte|co|corp"
    r"|limited|corporation|company)\.?$",
    re.IGNORECASE,
)
MEANT = re.compile(
    r"\W(?:offer|(?:previous\w*|former\w*|current\w*|used to|unlike|compared|clients?|customers?"
    r"|competitors?|rivals?|merg\w*|acqui\w*|partner\w*|suppliers?|also interview\w*|another|left"
    r"|my (?:\w+ )?(?:time|work|role|job|years|internship|manager|team) (?:at|with|for|in)"
    r"|(?:worked|trained|studied|interned|led|ran|built|served"
    r"|(?:am|been|was|while|after|from|by) working) (?:\w+ )?(?:at|for|with|in))\b)"
)
"""Words beside which another firm or role is named on purpose, behind what is no letter."""
JOB = r"(?:role|position|job|post|interview|opening|vacancy|opportunity)\b"
GAP = 4
"""Characters in which the end of the sentence before is looked for."""
OPENS = frozenset('\n.!?:“"')


def facts(draft: Draft, field: Field, text: str) -> dict[Span, str | None]:
    """Return where `text` has a fact of another card alone, with this card's fact if known."""
    card = draft.context.interview
    meant: dict[Span, bool] = {}
    found: dict[Span, str | None] = {}
    low = text.lower()
    for other in draft.context.other_interviews:
        people = tuple([person.name for person in other.interviewers])
        firms, words = _names(other.company, other.role, people)
        if not (any(map(text.__contains__, firms)) or any(map(low.__contains__, words))):
            continue
        for span in (*_company(other, card, text), *_role(other, card, text, low)):
            if field is Field.SUBJECT or _at_issue(draft, span, meant):
                is_role = span.of(text).lower() == (other.role or "").lower()
                found.setdefault(span, card.role if is_role else card.company)
        person = reader.only(draft)
        for span in _people(draft, other, field, text, low):
            found.setdefault(span, person.name if person else None)
    return found


@remember(32)
def _names(
    company: str | None, role: str | None, people: tuple[str, ...]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the firm of a card, and in lower case its role and the words of its people's names.

    Where none of them stands in a text, nothing of the card is in it.
    """
    words = [word for word in " ".join(people).lower().split() if len(word) > 1]
    return tuple(filter(None, (_firm(company),))), tuple(
        filter(None, ((role or "").lower(), *words))
    )


def _firm(company: str | None) -> str:
    return LEGAL_FORM.sub("", (company or "").strip())


def _company(other: Interview, card: Interview, text: str) -> Iterator[Span]:
    """Yield where the firm is named as it is written, with its capitals.

    A name of one ordinary word, such as Indeed, is only taken inside a sentence.
    """
    name = _firm(other.company)
    if len(name) < 2 or name not in text or _shared(name, card):
        return
    plain = name.isalpha() and name[1:].islower()
    for span in _spans(rf"(?<![\w@./-]){re.escape(name)}(?![\w@/-]|\.\w)", name, text):
        before = text[max(0, span.start - GAP) : span.start].rstrip(" \t")[-1:] or "\n"
        if not (plain and before in OPENS):
            yield span


def _spans(expression: str, words: str, text: str) -> Iterator[Span]:
    """Yield where an expression matches that is made around `words`; it is tried only there."""
    pattern = re.compile(expression)
    at = text.find(words)
    while at >= 0:
        match = pattern.match(text, at)
        if match:
            yield Span(*match.span())
        at = text.find(words, match.end() if match else at + 1)


def _role(other: Interview, card: Interview, text: str, low: str) -> Iterator[Span]:
    """Yield where the role is named as the job in question, not as the writer's present one."""
    if not (other.role and card.role) or other.role.lower() not in low:
        return
    if not _shared(other.role, card):
        role = re.escape(other.role)
        if text.isascii():
            yield from _spans(rf"\b(?i:{role})(?= (?i:{JOB}))", other.role.lower(), low)
        else:
            pattern = re.compile(rf"\b{role}(?= {JOB})", re.IGNORECASE)
            yield from (Span(*match.span()) for match in pattern.finditer(text))


def _people(draft: Draft, other: Interview, field: Field, text: str, low: str) -> Iterator[Span]:
    """Yield where an interviewer of the other card is greeted, or named in full in a sentence."""
    known = reader.known(draft)
    for stranger in other.interviewers:
        words = (word for word in stranger.name.lower().split() if len(word) > 1)
        if not known or not any(word in low for word in words):
            continue
        if match_person(stranger.name, known):
            continue
        if field is Field.BODY:
            yield from _greeted(draft, stranger, known)
        if len(stranger.name.split()) > 1:
            for span in _spans(rf"\b{re.escape(stranger.name)}\b", stranger.name, text):
                if field is Field.SUBJECT or sentence_at(draft, span):
                    yield span


def _greeted(draft: Draft, stranger: Person, known: tuple[Person, ...]) -> Iterator[Span]:
    """Yield a greeted name that is the stranger's alone.

    Nothing can be told where a name of this card is in another script, since Natalia and Наталья
    may be one person.
    """
    for name in draft.greeting_names:
        if not match_person(name.text, (stranger,)) or match_person(name.text, known):
            continue
        if all(same_script(name.text, person.name) for person in known):
            yield name.span


def _shared(fact: str, card: Interview) -> bool:
    """Say whether a fact of another card is also one of this card, or one part of the other."""
    people = (person.name for person in card.interviewers)
    texts = (card.company, card.role, *people, *card.topics, *card.open_questions, *card.promised)
    fact = fact.lower()
    whole = (text.lower() for text in (card.company, card.role) if text)
    return any(fact in text.lower() for text in texts if text) or any(t in fact for t in whole)


def _at_issue(draft: Draft, span: Span, meant: dict[Span, bool]) -> bool:
    """Leave out quoted mail and signature, and sentences that name another firm on purpose.

    `meant` remembers what was found for each sentence.
    """
    sentence = sentence_at(draft, span)
    if sentence is None:
        return False
    if sentence.span not in meant:
        meant[sentence.span] = MEANT.search(" " + sentence.text.lower()) is not None
    return not meant[sentence.span]
