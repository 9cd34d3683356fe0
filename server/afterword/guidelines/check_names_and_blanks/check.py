"""Checks the facts of the email: blanks, names, and the interview that it speaks of."""

import re
from collections.abc import Iterator, Mapping
from itertools import islice

from afterword.draft.blanks import UNDECIDED
from afterword.draft.draft import Draft
from afterword.draft.model import Part, Person, Span
from afterword.draft.people import NearMiss, letters_apart, match_person, near_miss
from afterword.engine import reader
from afterword.engine.check import check
from afterword.engine.model import Field, Finding, Level, Suggestion
from afterword.engine.shapes import replace, sentence_at
from afterword.engine.wording import on_one_line
from afterword.guidelines.check_names_and_blanks import (
    addressee,
    fill,
    firm,
    other_card,
    places,
    written,
)
from afterword.guidelines.check_names_and_blanks.written import LONG_SURNAME, THANKED

MOST_NAMES = 60
"""More names than an email of any length has; the rest is not read."""
CLEARLY_LONGER = 2
"""Letters by which a whole name in the text is another's: Mark Hopper beside Mark Hope."""
OWN = re.compile(
    r"\bmy (?:[\w-]+ ){0,2}(?:advis[eo]r|aunt|boss|brother|chief|client|coach|colleague|cousin"
    r"|dentist|doctor|father|foreman|friend|head|husband|instructor|landlord|lecturer|manager|mentor"
    r"|mother|neighbou?r|partner|predecessor|principal|professor|referee|reference|sister"
    r"|supervisor|teacher|trainer|tutor|uncle|wife)\b[^;:!?]{0,30}$|\bthe $",
    re.IGNORECASE,
)
"""What stands before the name of somebody whom the writer knows from elsewhere, or of a thing."""


@check("unfilled-blank", level=Level.STOP, summary="A blank has not been filled in.")
def unfilled_blank(draft: Draft, _options: Mapping[str, float]) -> Iterator[Finding]:
    """Point at every blank that a template left, in subject and body."""
    facts = fill.known(draft)
    for field, blanks in ((Field.SUBJECT, draft.subject_blanks), (Field.BODY, draft.blanks)):
        for blank in blanks:
            told = "is still blank. Fill it in, or take it out."
            if UNDECIDED.fullmatch(blank.text):
                told = "is still undecided. Use the right title, or the full name alone."
            yield Finding(
                f"“{on_one_line(blank.text)}” {told}",
                field=field,
                span=blank.span,
                suggestions=tuple(fill.filled(draft, field, blank, facts)),
            )


@check(
    "misspelt-name",
    level=Level.STOP,
    summary="A name is not quite the name on the card.",
    needs=("interview.interviewers|interview.company|recipients",),
)
def misspelt_name(draft: Draft, _options: Mapping[str, float]) -> Iterator[Finding]:
    """Compare the names in the greeting, and whole or titled names in the body, with the card's."""
    yield from _misspelt_firms(draft)
    people = reader.known(draft)
    if not people:
        return
    yield from _misspelt_in_greeting(draft, people)
    yield from _misspelt_in_body(draft, people)
    yield from _misspelt_in_subject(draft, people)


def _misspelt_in_greeting(draft: Draft, people: tuple[Person, ...]) -> Iterator[Finding]:
    for name in draft.greeting_names:
        if reader.spelt(name.text, people):
            continue
        if (missed := _missed(draft, name.text, _readers_first(draft, people))) is not None:
            yield _misspelt(draft, name, missed, "in your greeting")


def _misspelt_in_body(draft: Draft, people: tuple[Person, ...]) -> Iterator[Finding]:
    names: dict[str, Part] = {}
    for name in islice(written.in_body(draft, people), MOST_NAMES):
        names.setdefault(name.text, name)
    for name in names.values():
        missed = _missed(draft, name.text, people)
        if missed is None or abs(len(missed.text) - len(name.text)) >= CLEARLY_LONGER:
            continue
        if _is_meant(draft, name, missed):
            yield _misspelt(draft, name, missed, "here")


def _misspelt_in_subject(draft: Draft, people: tuple[Person, ...]) -> Iterator[Finding]:
    thanked = THANKED.search(draft.subject or "")
    for name in written.in_subject(draft, people):
        if (missed := _missed(draft, name.text, people)) is not None:
            slips = 1 if len(missed.text) < LONG_SURNAME else 2
            addressed = thanked is not None and thanked.start("name") == name.span.start
            apart = letters_apart(name.text, missed.text)
            before = (draft.subject or "")[: name.span.start]
            if places.is_meant(before, _last(name.text, missed)):
                continue
            if apart and (addressed or apart <= slips):  # accents are often left out up there
                yield _misspelt(draft, name, missed, "in the subject", Field.SUBJECT)


def _readers_first(draft: Draft, people: tuple[Person, ...]) -> tuple[Person, ...]:
    """Return the people, those to whom the email goes first: they are likeliest greeted."""
    readers = [addressee.carded(draft, one) for one in draft.context.recipients]
    return (*filter(None, readers), *people)


def _misspelt_firms(draft: Draft) -> Iterator[Finding]:
    for field, text in ((Field.SUBJECT, draft.subject or ""), (Field.BODY, draft.text)):
        for slip, right in firm.slips(draft, field, text):
            yield Finding(
                f"The company here is {slip.text}; the interview card says {right}.",
                field=field,
                span=slip.span,
                suggestions=(replace(slip.span, right),),
            )


def _missed(draft: Draft, name: str, people: tuple[Person, ...]) -> NearMiss | None:
    missed = None if reader.spelt(name, people) else near_miss(name, people)
    if missed is None or missed.text == name:
        return None
    elsewhere = (*addressee.others(draft), Person(draft.context.sender.name or ""))
    right = match_person(name, elsewhere) and near_miss(name, elsewhere) is None
    return None if right else missed


def _is_meant(draft: Draft, name: Part, missed: NearMiss) -> bool:
    """Say whether a name in the text is that of the person whose name is near, and no other's.

    It is another's in another order of words (King Lear beside Leah King), as part of a longer
    name, behind what stands before a place, and where the writer says “my referee” or “the”. The
    only reader is “Mr Lee” between commas alone, where he is spoken to.
    """
    sentence = sentence_at(draft, name.span)
    right = iter(written.words_of(missed.person.name))
    if sentence is None or not all(word in right for word in missed.text.split()):
        return False
    before, behind = draft.text[sentence.span.start : name.span.start], draft.text[name.span.end :]
    if behind[:1] == " " and behind[1:2].isupper():
        return False
    odd = next((word for word in missed.text.split() if word not in name.text.split()), "")
    slips = 1 if len(odd) < LONG_SURNAME else 2
    titled, readers = " " not in name.text, draft.context.recipients
    if letters_apart(name.text, missed.text) > slips:
        return False
    if titled and len(readers) == 1 and match_person(missed.person.name, readers):
        spoken_to = behind[:1] == "," or ", " in before[-len("Professor. ") :]
        return spoken_to and OWN.search(before) is None
    return not (OWN.search(before) or places.is_meant(before, _last(name.text, missed)))


def _last(name: str, missed: NearMiss) -> list[str]:
    """Return the last word of a name where that is the one in question."""
    return [word for word in name.split()[-1:] if word not in missed.text.split()]


def _misspelt(
    draft: Draft, name: Part, missed: NearMiss, where: str, field: Field = Field.BODY
) -> Finding:
    carded = missed.person in draft.context.interview.interviewers
    source = "interview card" if carded else "To field"
    return Finding(
        f"The name {where} is {name.text}; the {source} says {missed.text.removesuffix('.')}.",
        field=field,
        span=name.span,
        suggestions=(replace(name.span, missed.text),),
    )


@check(
    "wrong-recipient",
    level=Level.STOP,
    summary="The greeting names one person, the To field another.",
    needs=("recipients",),
)
def wrong_recipient(draft: Draft, _options: Mapping[str, float]) -> Iterator[Finding]:
    """Compare the greeting with the To field, and speak only where the person is certainly another.

    Certain is the name of another interviewer of this card, and a name that none of the
    recipients can have; see `is_somebody_else`. A name that merely does not match may be a
    nickname. A note to somebody who was not in the interview may greet an interviewer, since a
    coordinator passes it on. An address of an office, or one without a name, says nothing. The
    interviewer of another card is left to `other-interview`.
    """
    recipients, names = draft.context.recipients, draft.greeting_names
    people = [addressee.carded(draft, r) or r for r in recipients]
    if not names or any(addressee.is_office(person.name) for person in people):
        return
    if any(addressee.may_be(draft, name.text) for name in names):
        return
    if not all(addressee.is_another(draft, greeted) for greeted in draft.greeting_facts.people):
        return
    person = reader.only(draft)
    named = ", ".join(one.name for one in people)
    yield Finding(
        f"The greeting names {names[0].text}; the email goes to {named}.",
        span=names[0].span,
        suggestions=(addressee.greet(draft, person),) if person else (),
    )


@check(
    "other-interview",
    level=Level.STOP,
    summary="The email names the firm, role or interviewer of another interview.",
    needs=("other_interviews",),
)
def other_interview(draft: Draft, _options: Mapping[str, float]) -> Iterator[Finding]:
    """Look for the facts of the writer's other cards, in subject and body."""
    for field, text in ((Field.SUBJECT, draft.subject or ""), (Field.BODY, draft.text)):
        found = other_card.facts(draft, field, text)
        for span in sorted(found):
            yield Finding(
                f"“{span.of(text)}” belongs to another interview of yours.",
                field=field,
                span=span,
                suggestions=tuple(_put_right(draft, field, span, found)),
            )


def _put_right(
    draft: Draft, field: Field, span: Span, found: Mapping[Span, str | None]
) -> Iterator[Suggestion]:
    greeted = {name.span for name in draft.greeting_names}
    if field is Field.BODY and span in greeted:
        person = reader.only(draft)
        if person and greeted <= found.keys():  # whoever else is greeted is so rightly
            yield addressee.greet(draft, person)
    elif right := found[span]:
        yield replace(span, right)
