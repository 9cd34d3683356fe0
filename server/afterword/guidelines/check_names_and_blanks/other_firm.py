"""Finds the firm of another interview in a draft."""

import re
from collections.abc import Iterator

from afterword.draft.draft import Draft
from afterword.draft.model import Interview, Span
from afterword.draft.words import NOT_A_NAME
from afterword.engine.model import Field
from afterword.guidelines.check_names_and_blanks import facts, on_purpose
from afterword.guidelines.check_names_and_blanks.other_role import JOB

NOT_THEIRS = re.compile(
    r"\b(?:an?|about|and|by|currently|ex|former(?:ly)?|from|in|like|my|near|not|of|on|once|or"
    r"|references?:?|unlike|using|via)[ -]$",
    re.IGNORECASE,
)
"""What stands in a subject before a firm that is not the reader's, and before a town."""
OPENS_SUBJECT = re.compile(r" ?(?:[–—|:]|- |(?:interview|position|role|visit)\b)")
"""What stands behind a firm of one ordinary word with which a subject begins."""
THE = "The "
"""What a firm's name may begin with, and is often written without a capital."""
GAP = 4
"""Characters in which the end of the sentence before is looked for."""
OPENS = frozenset('\n.!?:“"')


def short(company: str | None) -> str:
    """Return the name of a firm as it is likeliest written: no “The”, no legal form."""
    return facts.firm(company).removeprefix(THE)


def named(draft: Draft, other: Interview, field: Field, text: str) -> Iterator[Span]:
    """Yield where the firm of another card is named as the one that the email is about."""
    card = draft.context.interview
    for span in _written(other, card, field, text):
        if field is Field.SUBJECT:
            if _is_theirs(text, span):
                yield span
        elif on_purpose.is_at_issue(draft, span) and on_purpose.is_sought(
            draft, span, (card.role, other.role)
        ):
            yield span


def _is_theirs(subject: str, span: Span) -> bool:
    """Say whether a subject speaks of a firm as the reader's."""
    if JOB.match(subject, span.end):
        return True
    before = NOT_THEIRS.search(subject, 0, span.start)
    return not (before or on_purpose.A_THING.match(subject, span.end))


def _written(other: Interview, card: Interview, field: Field, text: str) -> Iterator[Span]:
    """Yield where the firm is named as it is written, with its capitals.

    A name of one ordinary word, such as Indeed, is only taken inside a sentence, and where a
    subject begins with it as with the place of the interview.
    """
    whole = (other.company or "").strip()
    name, article = short(whole), len(THE) if whole.startswith(THE) else 0
    if len(name) < 2 or name not in text or facts.is_shared(name, card):
        return
    plain = name.isalpha() and name[1:].islower()
    for span in facts.spans(rf"(?<![\w@./-]){re.escape(name)}(?![\w@/-]|\.\w)", name, text):
        before = text[max(0, span.start - GAP) : span.start].rstrip(" \t")[-1:] or "\n"
        if plain and before in OPENS and not _opens_subject(field, name, text, span):
            continue
        start = span.start - article
        if not article or text[max(0, start) : span.start].lower() != THE.lower():
            start = span.start
        end = span.start - article + len(whole)
        yield Span(start, end if text[span.start : end] == whole[article:] else span.end)


def _opens_subject(field: Field, name: str, text: str, span: Span) -> bool:
    """Tell “Globex interview – thank you”, but not “Next interview”."""
    if field is not Field.SUBJECT or span.start or name.lower() in NOT_A_NAME:
        return False
    return OPENS_SUBJECT.match(text, span.end) is not None
