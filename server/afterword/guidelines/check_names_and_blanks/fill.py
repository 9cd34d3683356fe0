"""What a blank asks for, as far as the card and the writer's details tell it."""

import re
from collections.abc import Iterator

from afterword.draft.blanks import UNDECIDED
from afterword.draft.draft import Draft
from afterword.draft.model import Part, Span
from afterword.draft.people import match_person
from afterword.engine import reader
from afterword.engine.model import Field, Suggestion
from afterword.engine.shapes import replace
from afterword.engine.wording import listed

NOUNS = {"company": "company employer firm organisation organization", "role": "position role job"}
FILLER = frozenset("insert enter add the of title name".split())


def filled(draft: Draft, field: Field, blank: Part) -> Iterator[Suggestion]:
    """Offer the card's own fact where the blank asks for exactly that."""
    if UNDECIDED.fullmatch(blank.text):
        yield from _decided(draft, blank)
        return
    text = blank.text.lower().replace("’", "'").replace("'s", "")
    words = re.findall(r"[a-z]+", text)
    asked = [word for word in words if word not in FILLER]
    value = _facts(draft).get(" ".join(asked))
    if words == ["name"] and field is Field.BODY:
        value = _whose_name(draft, blank)
    if value:
        yield replace(blank.span, value)


def _decided(draft: Draft, titles: Part) -> Iterator[Suggestion]:
    """Offer the card's own name in place of “Mr./Ms. Lee”."""
    person = reader.only(draft)
    for name in draft.greeting_names:
        if person and name.span.start > titles.span.end and match_person(name.text, (person,)):
            yield replace(Span(titles.span.start, name.span.end), reader.addressed(person))


def _whose_name(draft: Draft, blank: Part) -> str | None:
    """Return the name that “[Name]” asks for: the readers' above, the writer's below."""
    greeting, signature = draft.greeting, draft.signature
    if greeting and blank.span.start < greeting.span.end:
        return listed([reader.addressed(person) for person in reader.everybody(draft)]) or None
    if signature and blank.span.start >= signature.span.start:
        return draft.context.sender.name
    return None


def _facts(draft: Draft) -> dict[str, str | None]:
    """Return what is known, under the words with which a blank asks for it."""
    card, sender, person = draft.context.interview, draft.context.sender, reader.only(draft)
    name = reader.addressed(person) if person else None
    facts: dict[str, str | None] = {}
    facts |= dict.fromkeys(("interviewer", "recipient", "hiring manager", "recruiter"), name)
    facts |= dict.fromkeys(("your", "your full", "my"), sender.name)
    facts |= dict.fromkeys(
        ("phone", "phone number", "your phone", "your phone number"), sender.phone
    )
    facts |= dict.fromkeys(("email", "email address", "your email"), sender.email)
    facts |= dict.fromkeys(("linkedin", "linkedin profile", "linkedin url"), sender.linkedin)
    facts |= dict.fromkeys(NOUNS["company"].split(), card.company)
    return facts | dict.fromkeys(NOUNS["role"].split(), card.role)
