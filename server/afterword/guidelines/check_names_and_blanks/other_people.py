"""Finds in a draft the people who are on another card alone."""

import re
from collections.abc import Iterator

from afterword.draft.draft import Draft
from afterword.draft.model import Interview, Person, Span
from afterword.draft.people import match_person, same_script
from afterword.engine import reader
from afterword.engine.model import Field
from afterword.guidelines.check_names_and_blanks import facts, on_purpose, places
from afterword.guidelines.check_names_and_blanks.other_firm import NOT_THEIRS
from afterword.guidelines.check_names_and_blanks.written import THANKED

TOLD_OF = re.compile(
    r"\bI (?:\w+ )?(?:asked|called|have known|heard|knew|know|met|phoned|rang|saw|spoke|talked)"
    r"(?: \w+){0,2} $|\blearn(?:ed|t) (?:\w+ ){0,2}from $|\byou (?:\w+ )?know $",
    re.IGNORECASE,
)
"""What stands before somebody of whom the reader is told: “I spoke with Eva Stone yesterday”."""
MET = re.compile(
    r"\b(?:colleagues?|enjoy\w*|greet\w*|interview\w*|meet\w*|met|regards to|saw|see(?:ing)?"
    r"|sp[eo]ak\w*|spoke|talk\w*|thank\w*|wishes to|with)\b[^.;:!?]{0,40}$",
    re.IGNORECASE,
)
"""What stands before somebody who was there: “I enjoyed meeting you and Eva Stone”."""
SAYS = re.compile(
    r"['’]s [a-z]|,? (?:and (?:you|I)\b|asked|described|drew|explained|gave|made|mentioned|said"
    r"|shared|showed|told|took|walked|was (?:\w+ )?(?:generous|helpful|kind|patient|welcoming))\b"
)
"""What stands behind such a name."""
TELLS = re.compile(r",? (?:who )?(?:sends|says hello)\b|,? (?:from|under|with) whom\b")
"""What stands behind the name of somebody whose greetings or words are passed on."""
NEAR = 48
"""Characters before a name that tell whether its owner was there."""


def named(
    draft: Draft, other: Interview, field: Field, text: str
) -> Iterator[tuple[Span, str | None]]:
    """Yield where somebody is named who is on another card alone, and who stands there rightly.

    In a subject that is the reader. In the text it is nobody: the reader is not named to herself.
    """
    for stranger in _strangers(draft, other, text.lower()):
        if field is Field.SUBJECT:
            yield from _above(draft, stranger, text)
            continue
        for span in _whole(stranger, text):
            if _was_there(stranger, span, text) and on_purpose.is_at_issue(draft, span):
                yield span, None
        yield from ((span, None) for span in _greeted(draft, stranger))


def _strangers(draft: Draft, other: Interview, low: str) -> Iterator[Person]:
    """Yield the interviewers who are on the other card alone, and of whose name a word is there."""
    known = reader.known(draft)
    for stranger in other.interviewers if known else ():
        words = (word for word in stranger.name.lower().split() if len(word) > 1)
        if any(word in low for word in words) and not match_person(stranger.name, known):
            yield stranger


def _above(draft: Draft, stranger: Person, subject: str) -> Iterator[tuple[Span, str | None]]:
    reads = reader.only(draft)
    right = reader.called(reads) if reads else None
    for span in _whole(stranger, subject):
        if not NOT_THEIRS.search(subject, 0, span.start):
            yield span, right
    match = THANKED.search(subject)
    if match and match["name"][0].isupper() and _is_alone(draft, stranger, match["name"]):
        yield Span(*match.span("name")), right  # “Thank you, Eva”


def _whole(stranger: Person, text: str) -> Iterator[Span]:
    """Yield where somebody is named in full."""
    if len(stranger.name.split()) > 1:
        yield from facts.spans(rf"\b{re.escape(stranger.name)}\b", stranger.name, text)


def _was_there(stranger: Person, span: Span, text: str) -> bool:
    """Tell who was in the interview from a place, and from somebody of whom the reader is told."""
    before = text[max(0, span.start - NEAR) : span.start]
    if not (MET.search(before) or SAYS.match(text, span.end)):
        return False
    if TOLD_OF.search(text, max(0, span.start - NEAR), span.start) or TELLS.match(text, span.end):
        return False
    return not places.is_meant(before, stranger.name.split()[-1:])


def _greeted(draft: Draft, stranger: Person) -> Iterator[Span]:
    """Yield a greeted name that is the stranger's alone."""
    for name in draft.greeting_names:
        if _is_alone(draft, stranger, name.text):
            yield name.span


def _is_alone(draft: Draft, stranger: Person, name: str) -> bool:
    """Say whether a name is the stranger's, and nobody's whom this card or the To field knows.

    Nothing can be told where a name of this card is in another script, since Natalia and Наталья
    may be one person.
    """
    known = reader.known(draft)
    if not match_person(name, (stranger,)) or match_person(name, known):
        return False
    return all(same_script(name, person.name) for person in known)
