"""Finds the name of the card's firm where it is nearly right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from afterword.draft.draft import Draft
from afterword.draft.memory import remember
from afterword.draft.model import Part, Span
from afterword.draft.people import GIVEN_NAMES, letters_apart
from afterword.draft.subject import is_reply
from afterword.engine.model import Field
from afterword.engine.wording import MONTHS, WEEKDAYS
from afterword.guidelines.check_names_and_blanks import facts, on_purpose

CALENDAR = frozenset(word.lower() for word in (*WEEKDAYS, *MONTHS))
SHORTEST = 5
"""Letters of a word that may be taken for a slip of another: Orin and Oren are two firms."""
ALONE = 7
"""Letters of the first word of a longer name, which people write by itself."""
NEAR = 40
"""Characters before a word that tell whether it is a firm's name."""
LONG = 8
"""Letters from which two may be wrong, where the other words of the name are right."""
INSIDE = re.compile(r"[\w@./-]")
"""A mark before what is only the end of a word or an address. A pattern that begins with a letter
is found ten times as fast as one that looks behind itself."""
SUBJECT = re.compile(
    r"(?:interviews?|roles?|positions?|post|job|visit|call|meeting|team)\b", re.IGNORECASE
)
"""What stands behind a firm in a subject, if no word of `BEFORE` stands before it."""
BEFORE = re.compile(r"\b(?:at|with|join|joining) $")
PERSON_OR_PLACE = re.compile(
    r"\b(?:(?:introduc|talk|sp[eo]ak)\w* (?:\w+ )?|spoke |(?:mov|travel|fly)\w* |trip )to $"
    r"|\b(?:talk(?:s|ed|ing)?|spoke|speaking|chat\w*|lunch|coffee|tea|walk\w*) with $"
)
"""What stands before somebody who is called much as the firm is, and before a town."""
ENDING = 3
"""Letters at the end of a word in which two slips make another form of it: a Consultant."""


class _Shape(NamedTuple):
    """What finds one word of a firm's name miswritten."""

    pattern: re.Pattern[str]
    right: str
    alone: bool


def slips(draft: Draft, field: Field, text: str) -> Iterator[tuple[Part, str]]:
    """Yield each word of `text` that is a slip of one of the firm's name, and that one.

    Either the other words of the name stand beside it and are right, or it stands where a sentence
    speaks of the firm that one would work for.
    """
    if field is Field.SUBJECT and is_reply(text):
        return
    found: set[Span] = set()
    for shape in _shapes(facts.firm(draft.context.interview.company)):
        for match in shape.pattern.finditer(text):
            slip = Part(Span(*match.span("slip")), match["slip"])
            if (
                slip.span not in found
                and not INSIDE.match(text[match.start() - 1 : match.start()])
                and _is_slip(slip.text, shape)
                and not _is_known(draft, slip.text, shape.right)
                and _is_the_firm(draft, field, slip.span, alone=shape.alone)
            ):
                found.add(slip.span)
                yield slip, shape.right


@remember(32)
def _shapes(name: str) -> tuple[_Shape, ...]:
    words = name.split()
    known = [r"(?:&|and)" if word in ("&", "and") else re.escape(word) for word in words]
    found = []
    for at, word in enumerate(words):
        if not (len(word) >= SHORTEST and word.isalpha() and word[0].isupper()):
            continue
        slot = rf"(?P<slip>{word[0]}[^\W\d_]{{{len(word) - 3},{len(word) + 1}}})"
        texts = [r"\s+".join([*known[:at], slot, *known[at + 1 :]])]
        if at == 0 and len(word) >= ALONE and len(words) > 1:
            texts.append(slot)
        for text in texts:
            pattern = re.compile(rf"{text}(?![\w@/-]|\.\w)")
            found.append(_Shape(pattern, word, alone=text == slot))
    return tuple(found)


def _is_slip(written: str, shape: _Shape) -> bool:
    """Tell a slip from another form of the same word, such as Stripes or Googler."""
    right = shape.right
    if right in (f"{written}s", f"{written}es") or written in (f"{right}s", f"{right}es"):
        return False
    dropped = len(right) - len(written) == 1 and len(right) >= LONG  # “Brightwel”
    if shape.alone and (written.startswith(right) or (right.startswith(written) and not dropped)):
        return False
    if shape.alone and (written.lower() in CALENDAR or written.lower() in GIVEN_NAMES):
        return False  # March beside Marsh, or somebody called Hana
    if len(right) < LONG or shape.alone or written.startswith(right[:-ENDING]):
        return letters_apart(written, right) == 1
    return letters_apart(written, right) in (1, 2)


def _is_known(draft: Draft, word: str, right: str) -> bool:
    """Say whether a word stands elsewhere on a card or in an address, and so means something.

    That it is a part of the `right` one there means nothing.
    """
    context, low = draft.context, word.lower()
    cards = (context.interview, *context.other_interviews)
    people = [*context.recipients, *(person for card in cards for person in card.interviewers)]
    texts = [text for person in people for text in (person.name, person.email)]
    texts += [text for card in cards for text in (card.role, *card.topics, *card.open_questions)]
    texts += [card.company for card in context.other_interviews]
    texts += [context.sender.name, context.sender.email]
    return any(low in text.lower().replace(right.lower(), " ") for text in texts if text)


def _is_the_firm(draft: Draft, field: Field, span: Span, *, alone: bool) -> bool:
    """Say whether a firm of nearly this name is the one that the email is about."""
    if field is Field.BODY:
        meant = on_purpose.is_at_issue(draft, span)
        if not meant or not alone:
            return meant
        before = draft.text[max(0, span.start - NEAR) : span.start].lower()
        return on_purpose.is_sought(draft, span) and not PERSON_OR_PLACE.search(before)
    subject = draft.subject or ""
    before, behind = subject[: span.start].lower(), subject[span.end :].lstrip()
    return not alone or bool(SUBJECT.match(behind) or BEFORE.search(before))
