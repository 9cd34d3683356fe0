"""What a blank asks for, as far as the card and the writer's details tell it."""

import re
from collections.abc import Iterator, Mapping

from afterword.draft.blanks import UNDECIDED
from afterword.draft.draft import Draft
from afterword.draft.model import Part, Span
from afterword.draft.people import match_person
from afterword.engine import reader
from afterword.engine.model import Field, Suggestion
from afterword.engine.shapes import blanks_in, replace
from afterword.engine.wording import listed

NOUNS = {"company": "company employer firm organisation organization", "role": "position role job"}
ASKS_OTHERWISE = re.compile(
    r"company|firm|organi[sz]ation|employer|role|position|title|team", re.IGNORECASE
)
"""What a blank in a greeting asks for that is nobody's name."""
TITLE = re.compile(r"\b(?:mr|mrs|ms|miss|mx|dr|doctor|prof|professor)\.?[ ]+\Z", re.IGNORECASE)
ADVERBS = ("", ",", "again", "dear", "there", ", dear")
"""What may stand between a salutation and the first blank, besides a title."""
BESIDE = re.compile(r" (?!(?:and|&) )\w")
"""A word behind the last blank, such as the surname that somebody wrote already."""
OPENS = frozenset("[{<")
"""What a fact begins with that is a blank itself, as a card copied from a draft may have it."""
Facts = Mapping[str, str | None]
"""What is known, by the words with which a blank asks for it."""
FILLER = frozenset("insert enter add the of title name".split())


def filled(draft: Draft, field: Field, blank: Part, facts: Facts) -> Iterator[Suggestion]:
    """Offer the card's own fact, out of `known`, where the blank asks for exactly that."""
    if UNDECIDED.fullmatch(blank.text) and draft.greeting_names:
        yield from _decided(draft, blank)
        return
    greeting = draft.greeting if field is Field.BODY else None
    if greeting and greeting.span.holds(blank.span.start):
        yield from _greeted(draft, greeting)
        return
    text = blank.text.lower().replace("’", "'").replace("'s", "")
    words = re.findall(r"[a-z]+", text)
    asked = [word for word in words if word not in FILLER]
    value = facts.get(" ".join(asked))
    if words == ["name"] and field is Field.BODY:
        value = _whose_name(draft, blank)
    if value and value[0] not in OPENS:
        yield replace(blank.span, value)


def _decided(draft: Draft, titles: Part) -> Iterator[Suggestion]:
    """Offer the card's own name in place of “Mr./Ms. Lee”."""
    person = reader.only(draft)
    for name in draft.greeting_names:
        if person and name.span.start > titles.span.end and match_person(name.text, (person,)):
            yield replace(Span(titles.span.start, name.span.end), reader.addressed(person))


def _greeted(draft: Draft, greeting: Part) -> Iterator[Suggestion]:
    """Offer the readers' names for all the blanks of a greeting that names nobody.

    A title before a blank goes with it, since the reader's own may be another.
    """
    names = listed([reader.addressed(person) for person in reader.everybody(draft)])
    blanks = blanks_in(draft, greeting.span)
    if not names or draft.greeting_names or any(ASKS_OTHERWISE.search(b.text) for b in blanks):
        return
    start, end = blanks[0].span.start, blanks[-1].span.end
    salutation = draft.greeting_facts.salutation
    greets = salutation.span.end if salutation else greeting.span.start
    if blanks[0].span == greeting.span:
        start = greets if salutation else end
        end -= greeting.text[-1] in ",:!"
        names = f" {names}"
    elif title := TITLE.search(draft.text, greeting.span.start, start):
        start = title.start()
    if draft.text[greets:start].strip(" *_").lower() not in ADVERBS or BESIDE.match(
        draft.text, end, greeting.span.end
    ):
        return
    yield replace(Span(start, end), names, f"Use “{names.strip()}”")


def _whose_name(draft: Draft, blank: Part) -> str | None:
    """Return the name that “[Name]” asks for below the text, where the writer's stands."""
    signature = draft.signature
    if signature and blank.span.start >= signature.span.start:
        return draft.context.sender.name
    return None


def known(draft: Draft) -> Facts:
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
