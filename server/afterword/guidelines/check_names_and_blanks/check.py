"""Checks the facts of the email: blanks, names, and the interview that it speaks of."""

import re
from collections.abc import Iterator, Mapping
from itertools import islice

from afterword.draft.blanks import UNDECIDED
from afterword.draft.draft import Draft
from afterword.draft.greeting import Greeted
from afterword.draft.lines import lowered
from afterword.draft.memory import remember
from afterword.draft.model import Part, Person, Span
from afterword.draft.people import (
    GIVEN_NAMES,
    NearMiss,
    is_somebody_else,
    letters_apart,
    match_person,
    near_miss,
    same_script,
)
from afterword.draft.people.words import read
from afterword.draft.subject import is_reply
from afterword.draft.words import ALSO_A_NAME, GIVEN_TOO, NOT_A_NAME, PARTICLES, TITLES
from afterword.engine import reader
from afterword.engine.check import check
from afterword.engine.model import Field, Finding, Level, Suggestion
from afterword.engine.shapes import replace, sentence_at
from afterword.engine.wording import listed
from afterword.guidelines.check_names_and_blanks import firm, foreign
from afterword.guidelines.check_names_and_blanks.firm import CALENDAR

NOUNS = {"company": "company employer firm organisation organization", "role": "position role job"}
FILLER = frozenset("insert enter add the of title name".split())
TITLED = re.compile(
    r"\b(?:Mrs?|Ms|Miss|Mx|Dr|Prof|Professor)\.? (?P<name>[^\W\d_][\w'’-]+)", re.IGNORECASE
)
TITLE_WORDS = frozenset("mr mrs ms miss mx dr prof professor".split())
MOST_NAMES = 60
"""More names than an email of any length has; the rest is not read."""
WORD = re.compile(r"[^\W\d_][\w'’-]+")
WORD_BEFORE = re.compile(r"[^\W\d_][\w'’-]+$")
POSSESSIVE = re.compile(r"['’]s?$")
INITIALS = 3
"""Letters at the start of an address's part that may be initials."""
ADDRESS_PART = re.compile(r"[^\W\d_]+")
HONORIFIC = re.compile(r" (?:sir|madam|ma['’]?am|mam|ji)\b", re.IGNORECASE)
"""What some put behind a name: “Dear Ruben Sir”."""
SURNAME_TITLE = re.compile(r"(?:mr|dr|prof|professor)\.?", re.IGNORECASE)
"""Titles that stand before a surname. One behind Ms or Mrs may be that of a marriage."""
NO_NAMES = (TITLES | PARTICLES) - GIVEN_TOO
"""Words of a card's name beside which anybody may stand: Dr, van."""
LONG_SURNAME = 8
"""A surname of so many letters behind a title may have two slips, a shorter one only one."""
CLEARLY_LONGER = 2
"""Letters by which a whole name in the text is another's: Mark Hopper beside Mark Hope."""
LONGEST = 40
"""Characters before a surname in which a given name is looked for."""
SURNAME = 5
"""Letters of a surname in the text that may be a slip; Mr Chan and Ms Chen are often two people."""
OWN = re.compile(
    r"\bmy (?:[\w-]+ ){0,2}(?:advis[eo]r|aunt|boss|brother|chief|client|coach|colleague|cousin"
    r"|dentist|doctor|father|foreman|friend|head|husband|instructor|landlord|lecturer|manager|mentor"
    r"|mother|neighbou?r|partner|predecessor|principal|professor|referee|reference|sister"
    r"|supervisor|teacher|trainer|tutor|uncle|wife)\b[^;:!?]{0,30}$|\bthe $",
    re.IGNORECASE,
)
"""What stands before the name of somebody whom the writer knows from elsewhere, or of a thing."""
PLACE = re.compile(
    r"\b(?:on|in|at|up|down|near|along|across|around|past|off|into|towards?|through|above|below"
    r"|outside|via|over|under|behind|opposite"
    r"|(?:bus|train|tram|road|way|path|walk\w*|drive|driving|drove|moved?|back) (?:to|from))"
    r" (?:the )?$",
    re.IGNORECASE,
)
"""What stands before a place that is called much as somebody is: the ward on Brook Hill."""
OFFICE = re.compile(
    r"@|\b(?:team|careers?|jobs?|hr|human|recruit\w*|talent|people|hiring|office|info|admin\w*"
    r"|department|support|school|university|college|group|desk|board|committee|staff|noreply)\b",
    re.IGNORECASE,
)


@check("unfilled-blank", level=Level.STOP, summary="A blank has not been filled in.")
def unfilled_blank(draft: Draft, _options: Mapping[str, float]) -> Iterator[Finding]:
    """Point at every blank that a template left, in subject and body."""
    for field, blanks in ((Field.SUBJECT, draft.subject_blanks), (Field.BODY, draft.blanks)):
        for blank in blanks:
            told = "is still blank. Fill it in, or take it out."
            if UNDECIDED.fullmatch(blank.text):
                told = "is still undecided. Use the right title, or the full name alone."
            yield Finding(
                f"“{' '.join(blank.text.split())}” {told}",
                field=field,
                span=blank.span,
                suggestions=tuple(_filled(draft, field, blank)),
            )


def _filled(draft: Draft, field: Field, blank: Part) -> Iterator[Suggestion]:
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


def _others(draft: Draft) -> tuple[Person, ...]:
    """Return the interviewers of the writer's other cards."""
    return tuple(p for card in draft.context.other_interviews for p in card.interviewers)


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
    for name in draft.greeting_names:
        if reader.spelt(name.text, people):
            continue
        if (missed := _missed(draft, name.text, _readers_first(draft, people))) is not None:
            yield _misspelt(draft, name, missed, "in your greeting")
    names: dict[str, Part] = {}
    for name in islice(_names_in_body(draft, people), MOST_NAMES):
        names.setdefault(name.text, name)
    for name in names.values():
        missed = _missed(draft, name.text, people)
        if missed is None or abs(len(missed.text) - len(name.text)) >= CLEARLY_LONGER:
            continue
        if _is_meant(draft, name, missed):
            yield _misspelt(draft, name, missed, "here")
    thanked = foreign.THANKED.search(draft.subject or "")
    for name in _names_in_subject(draft, people):
        if (missed := _missed(draft, name.text, people)) is not None:
            slips = 1 if len(missed.text) < LONG_SURNAME else 2
            addressed = thanked is not None and thanked.start("name") == name.span.start
            apart = letters_apart(name.text, missed.text)
            if apart and (addressed or apart <= slips):  # accents are often left out up there
                yield _misspelt(draft, name, missed, "in the subject", Field.SUBJECT)


def _readers_first(draft: Draft, people: tuple[Person, ...]) -> tuple[Person, ...]:
    """Return the people, before all those to whom the email goes: they are likeliest greeted."""
    readers = [_carded(draft, one) for one in draft.context.recipients]
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
    elsewhere = (*_others(draft), Person(draft.context.sender.name or ""))
    right = match_person(name, elsewhere) and near_miss(name, elsewhere) is None
    return None if right else missed


def _is_meant(draft: Draft, name: Part, missed: NearMiss) -> bool:
    """Say whether a name in the text is that of the person whose name is near, and no other's.

    It is another's in another order of words (King Lear beside Leah King), as part of a longer
    name, behind what stands before a place, and where the writer says “my referee” or “the”. The
    only reader is “Mr Lee” between commas alone, where he is spoken to.
    """
    sentence = sentence_at(draft, name.span)
    right = iter(_words(missed.person.name))
    if sentence is None or not all(word in right for word in missed.text.split()):
        return False
    before, behind = draft.text[sentence.span.start : name.span.start], draft.text[name.span.end :]
    if behind[:1] == " " and behind[1:2].isupper():
        return False
    slips = 1 if len(missed.text) < LONG_SURNAME else 2
    titled, readers = " " not in name.text, draft.context.recipients
    if titled and letters_apart(name.text, missed.text) > slips:
        return False
    if titled and len(readers) == 1 and match_person(missed.person.name, readers):
        spoken_to = behind[:1] == "," or ", " in before[-len("Professor. ") :]
        return spoken_to and OWN.search(before) is None
    return not (OWN.search(before) or PLACE.search(before))


def _misspelt(
    draft: Draft, name: Part, missed: NearMiss, where: str, field: Field = Field.BODY
) -> Finding:
    carded = missed.person in draft.context.interview.interviewers
    source = "interview card" if carded else "To field"
    return Finding(
        f"The name {where} is {name.text}; the {source} says {missed.text}.",
        field=field,
        span=name.span,
        suggestions=(replace(name.span, missed.text),),
    )


def _names_in_subject(draft: Draft, people: tuple[Person, ...]) -> Iterator[Part]:
    """Yield the names in a subject of the writer's own: whole ones, titled ones, who is thanked."""
    subject = draft.subject or ""
    if is_reply(subject):
        return
    card = draft.context.interview
    taken = {*WORD.findall(f"{card.company or ''} {card.role or ''}".lower())}
    thanked, titled = foreign.THANKED.search(subject), TITLED.search(subject)
    found = {Span(*match.span("name")) for match in (thanked, titled) if match}
    found = {Span(at, at + len(POSSESSIVE.sub("", subject[at:end]))) for at, end in found}
    if titled and not thanked and len(titled["name"]) < SURNAME:
        found.discard(Span(*titled.span("name")))
    lower = lowered(subject)
    for person in people:
        words = _telling(person.name)
        for word in words if len(words) > 1 else ():
            found.update(_pairs(subject, lower, word, person.name))
            at = max(0, subject.find(f" {word}"))
            before, end = WORD_BEFORE.search(subject, 0, at), at + 1 + len(word)
            if before and before[0] not in words and not subject[end : end + 1].isalnum():
                found.add(Span(before.start(), end))
    end = 0
    for span in sorted(found, key=lambda span: (span.start, -span.end)):
        name = span.of(subject)
        if span.start >= end and name[0].isupper() and taken.isdisjoint(name.lower().split()):
            end = span.end
            yield Part(span, name)


@remember(32)
def _telling(name: str) -> tuple[str, ...]:
    """Return the words of a name beside which nobody else is likely to stand."""
    words = [word for word in _words(name) if len(word) > 1]
    return tuple([word for word in words if word.lower().rstrip(".") not in NO_NAMES])


def _words(name: str) -> list[str]:
    """Return the words of a name, of which one may stand in marks: Hyun-woo "Harry" Choi."""
    return [word.strip('"“”()') for word in name.split()]


def _names_in_body(draft: Draft, people: tuple[Person, ...]) -> Iterator[Part]:
    """Yield names that stand behind a title, or beside a word of a known name.

    A first name by itself is left alone: a Maria beside a known Marie may be somebody else.
    """
    if not draft.sentences:
        return
    start, end = draft.sentences[0].span.start, draft.sentences[-1].span.end
    if not TITLE_WORDS.isdisjoint(draft.tokens.vocabulary):
        for match in TITLED.finditer(draft.text, start, end):
            name = POSSESSIVE.sub("", match["name"])
            if len(name) >= SURNAME:
                yield Part(Span(match.start("name"), match.start("name") + len(name)), name)
    lower = lowered(draft.text)
    for person in people:
        words = _telling(person.name)
        for word in words if len(words) > 1 else ():
            for span in _pairs(draft.text, lower, word, person.name):
                if _is_name(draft, span, word):
                    yield Part(span, span.of(draft.text))
        if len(words) > 1:
            yield from _before(draft, words)


def _before(draft: Draft, words: tuple[str, ...]) -> Iterator[Part]:
    """Yield the last of a person's words with a name before it that is nearly the first.

    Two names of the list are two people: a Mario beside a known Maria may be her brother.
    """
    first, last = words[0], words[-1]
    at = draft.text.find(f" {last}")
    while len(first) >= SURNAME and at >= 0:
        before, end = WORD_BEFORE.search(draft.text, max(0, at - LONGEST), at), at + 1 + len(last)
        given = before[0] if before else first
        if given not in words and given[0] == first[0] and not draft.text[end : end + 1].isalnum():
            both = {given.lower(), first.lower()}
            near = letters_apart(given, first) <= (1 if len(first) < LONG_SURNAME else 2)
            if near and given.lower() not in NOT_A_NAME and not both <= GIVEN_NAMES:
                yield Part(Span(at - len(given), end), draft.text[at - len(given) : end])
        at = draft.text.find(f" {last}", end)


def _pairs(text: str, lower: str, word: str, name: str) -> Iterator[Span]:
    """Yield `word` with a capitalised neighbour that the known name does not hold."""
    at, known = lower.find(word.lower()), WORD.findall(name)
    while at >= 0:
        end = at + len(word)
        after = WORD.match(text, end + 1) if text[end : end + 1] == " " else None
        begins = text[at].isupper() and not text[at - 1 : at].isalnum()
        if begins and after and after[0][0].isupper() and after[0] not in known:
            yield Span(at, after.start() + len(POSSESSIVE.sub("", after[0])))
        at = lower.find(word.lower(), end)


def _is_name(draft: Draft, span: Span, word: str) -> bool:
    """Leave out a firm's name, a day or month, and a verb that opens a sentence ("Will March")."""
    sentence = sentence_at(draft, span)
    if sentence is None:
        return False
    text = span.of(draft.text)
    second = text[len(word) :].strip().lower()
    if second in CALENDAR or text in (draft.context.interview.company or ""):
        return False
    return not (word.lower() in ALSO_A_NAME and span.start == sentence.span.start)


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
    people = [_carded(draft, r) or r for r in recipients]
    if not names or any(_is_office(person.name) for person in people):
        return
    if any(_may_be(draft, name.text) for name in names):
        return
    if not all(_is_another(draft, greeted) for greeted in draft.greeting_facts.people):
        return
    person = reader.only(draft)
    named = ", ".join(one.name for one in people)
    yield Finding(
        f"The greeting names {names[0].text}; the email goes to {named}.",
        span=names[0].span,
        suggestions=(_greeted(draft, names[0].span, person),) if person and len(names) == 1 else (),
    )


def _greeted(draft: Draft, name: Span, person: Person) -> Suggestion:
    """Greet a person in place of another: no title and no “Sir” of the other's stays."""
    title = next((one.title for one in draft.greeting_facts.people if one.name.span == name), None)
    behind = HONORIFIC.match(draft.text, name.end)
    start = title.span.start if title else name.start
    return replace(Span(start, behind.end() if behind else name.end), reader.addressed(person))


@remember(32)
def _is_office(name: str) -> bool:
    """Say whether a recipient's name is missing or that of an office."""
    return not name.strip() or OFFICE.search(name) is not None


def _may_be(draft: Draft, name: str) -> bool:
    """Say whether a greeted name may stand for one of the recipients.

    It may by name or by address; by a word that both share; and wherever nothing can be told,
    because only one word of a name is known or the two are written in different scripts.
    """
    people = draft.context.recipients
    if reader.spelt(name, people) or match_person(name, people):
        return True
    colleague = reader.spelt(name, draft.context.interview.interviewers)
    if near_miss(name, people) and not colleague:
        return True  # but Marie, who was there too, is no slip for Maria
    words = {word.lower() for word in WORD.findall(name)}
    for recipient in people:
        person = _carded(draft, recipient) or recipient
        known = {word.lower() for word in WORD.findall(person.name)} - TITLES
        if match_person(name, (person,)) or len(known) < 2 or words & known:
            return True
        address = _unexplained(recipient, person)
        if any(word in address for word in words) or not same_script(name, person.name):
            return True
    return False


def _unexplained(recipient: Person, person: Person) -> str:
    """Return what of an address is no word of the name: there is no Aino in vaino.maki@."""
    address = (recipient.email or "").lower().partition("@")[0]
    for word in read(person.name):
        address = address.replace(word.plain, " ") if len(word.plain) > 1 else address
    return address


def _is_another(draft: Draft, greeted: Greeted) -> bool:
    """Say whether a greeted name, none of the recipients', is certainly somebody else's."""
    name = greeted.name.text
    interviewers, recipients = draft.context.interview.interviewers, draft.context.recipients
    if match_person(name, interviewers):
        return all(_carded(draft, recipient) for recipient in recipients)
    if near_miss(name, interviewers) or match_person(name, _others(draft)):
        return False
    surname = greeted.title is not None and SURNAME_TITLE.fullmatch(greeted.title.text) is not None
    return all(
        is_somebody_else(name, person.name, surname=surname) and not _addressed(name, recipient)
        for recipient in recipients
        for person in (recipient, _carded(draft, recipient) or recipient)
    )


def _addressed(name: str, recipient: Person) -> bool:
    """Say whether the address may have the name's initial: kli@ for Kevin, jpito@ for Paul."""
    initial, known = name[0].lower(), recipient.name.lower().split()
    address = (recipient.email or "").lower().partition("@")[0]
    parts = ADDRESS_PART.findall(address)
    return any(initial in (part[:1] if part in known else part[:INITIALS]) for part in parts)


def _carded(draft: Draft, recipient: Person) -> Person | None:
    """Return the interviewer whom a recipient's address or name stands for."""
    address = (recipient.email or "").lower()
    interviewers = draft.context.interview.interviewers
    same = (p for p in interviewers if address and (p.email or "").lower() == address)
    return next(same, None) or match_person(recipient.name, interviewers)


@check(
    "other-interview",
    level=Level.STOP,
    summary="The email names the firm, role or interviewer of another interview.",
    needs=("other_interviews",),
)
def other_interview(draft: Draft, _options: Mapping[str, float]) -> Iterator[Finding]:
    """Look for the facts of the writer's other cards, in subject and body."""
    for field, text in ((Field.SUBJECT, draft.subject or ""), (Field.BODY, draft.text)):
        found = foreign.facts(draft, field, text)
        for span in sorted(found):
            yield Finding(
                f"“{span.of(text)}” belongs to another interview of yours.",
                field=field,
                span=span,
                suggestions=tuple(_put_right(draft, field, span, found[span])),
            )


def _put_right(draft: Draft, field: Field, span: Span, right: str | None) -> Iterator[Suggestion]:
    person = reader.only(draft)
    if field is Field.BODY and any(name.span == span for name in draft.greeting_names):
        yield from (_greeted(draft, span, person),) if person else ()
    elif right:
        yield replace(span, right)
