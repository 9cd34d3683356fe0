"""The names that stand in subject and text, as far as they may be those of people on the card."""

import re
from collections.abc import Iterator

from afterword.draft.draft import Draft
from afterword.draft.lines import lowered
from afterword.draft.memory import remember
from afterword.draft.model import Part, Person, Span
from afterword.draft.people import GIVEN_NAMES, letters_apart
from afterword.draft.subject import is_reply
from afterword.draft.words import ALSO_A_NAME, GIVEN_TOO, NOT_A_NAME, PARTICLES, TITLES
from afterword.engine.shapes import sentence_at
from afterword.guidelines.check_names_and_blanks.firm import CALENDAR

TITLED = re.compile(
    r"\b(?:Mrs?|Ms|Miss|Mx|Dr|Prof|Professor)\.? (?P<name>[^\W\d_][\w'’-]+)", re.IGNORECASE
)
THANKED = re.compile(
    r"\b(?:many )?thank(?:s|[ ]?you)(?: so much| again| very much)?,? "
    r"(?:(?:mrs?|ms|mx|dr|prof)\.? )?(?P<name>[^\W\d_][\w'’-]+)"
    r"(?= ?(?:$|[,!.:–—-]))",
    re.IGNORECASE,
)
"""A subject that thanks somebody by name: “Thank you, Dana – Data Engineer interview”."""
TITLE_WORDS = frozenset("mr mrs ms miss mx dr prof professor".split())
WORD = re.compile(r"[^\W\d_][\w'’-]+")
WORD_BEFORE = re.compile(r"[^\W\d_][\w'’-]+$")
POSSESSIVE = re.compile(r"['’]s?$")
NO_NAMES = (TITLES | PARTICLES) - GIVEN_TOO
"""Words of a card's name beside which anybody may stand: Dr, van."""
LONG_SURNAME = 8
"""A surname of so many letters behind a title may have two slips, a shorter one only one."""
LONGEST = 40
"""Characters before a surname in which a given name is looked for."""
SURNAME = 5
"""Letters of a surname in the text that may be a slip; Mr Chan and Ms Chen are often two people."""


def in_subject(draft: Draft, people: tuple[Person, ...]) -> Iterator[Part]:
    """Yield the names in a subject of the writer's own: whole ones, titled ones, who is thanked."""
    subject, card = draft.subject or "", draft.context.interview
    names = tuple([person.name for person in people])
    yield from _in_subject(subject, names, f"{card.company or ''} {card.role or ''}")


@remember(16)
def _in_subject(subject: str, names: tuple[str, ...], job: str) -> tuple[Part, ...]:
    """Return them, remembered: subject and card stay the same while the body is typed."""
    if is_reply(subject):
        return ()
    taken = {*WORD.findall(job.lower())}
    found = _addressed(subject)
    for name in names:
        found.update(_beside(subject, name))
    parts, end = list[Part](), 0
    for span in sorted(found, key=lambda span: (span.start, -span.end)):
        name = span.of(subject)
        if span.start >= end and name[0].isupper() and taken.isdisjoint(name.lower().split()):
            end = span.end
            parts.append(Part(span, name))
    return tuple(parts)


def _addressed(subject: str) -> set[Span]:
    """Return who is thanked in a subject, and whose name stands behind a title."""
    thanked, titled = THANKED.search(subject), TITLED.search(subject)
    found = {Span(*match.span("name")) for match in (thanked, titled) if match}
    found = {Span(at, at + len(POSSESSIVE.sub("", subject[at:end]))) for at, end in found}
    if titled and not thanked and len(titled["name"]) < SURNAME:
        found.discard(Span(*titled.span("name")))
    return found


def _beside(subject: str, name: str) -> Iterator[Span]:
    """Yield the words of a known name in a subject with the word before them, or behind them."""
    words, lower = _telling(name), lowered(subject)
    for word in words if len(words) > 1 else ():
        yield from _pairs(subject, lower, word, name)
        at = max(0, subject.find(f" {word}"))
        before, end = WORD_BEFORE.search(subject, 0, at), at + 1 + len(word)
        if before and before[0] not in words and not subject[end : end + 1].isalnum():
            yield Span(before.start(), end)


def in_body(draft: Draft, people: tuple[Person, ...]) -> Iterator[Part]:
    """Yield names that stand behind a title, or beside a word of a known name.

    A first name by itself is left alone: a Maria beside a known Marie may be somebody else.
    """
    if not draft.sentences:
        return
    start, end = draft.sentences[0].span.start, draft.sentences[-1].span.end
    if not TITLE_WORDS.isdisjoint(draft.tokens.vocabulary):
        yield from _titled(draft.text, start, end)
    lower = lowered(draft.text)
    for person in people:
        words = _telling(person.name)
        for word in words if len(words) > 1 else ():
            for span in _pairs(draft.text, lower, word, person.name):
                if _is_name(draft, span, word):
                    yield Part(span, span.of(draft.text))
        if len(words) > 1:
            yield from _before(draft, words)


def _titled(text: str, start: int, end: int) -> Iterator[Part]:
    for match in TITLED.finditer(text, start, end):
        name = POSSESSIVE.sub("", match["name"])
        if len(name) >= SURNAME:
            yield Part(Span(match.start("name"), match.start("name") + len(name)), name)


def words_of(name: str) -> list[str]:
    """Return the words of a name, of which one may stand in marks: Hyun-woo "Harry" Choi."""
    return [word.strip('"“”()') for word in name.split()]


@remember(32)
def _telling(name: str) -> tuple[str, ...]:
    """Return the words of a name beside which nobody else is likely to stand."""
    words = [word for word in words_of(name) if len(word) > 1]
    return tuple([word for word in words if word.lower().rstrip(".") not in NO_NAMES])


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
