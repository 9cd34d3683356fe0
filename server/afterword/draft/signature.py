"""Reads the writer's name and contact details."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from afterword.draft import lines
from afterword.draft.line_kinds import is_blank_name, is_name, unkissed
from afterword.draft.lines import lowered
from afterword.draft.memory import remember
from afterword.draft.model import Context, Part, Sentence, Span
from afterword.draft.words import ALSO_A_NAME, NOT_A_NAME, PARTICLES, SUFFIXES, TITLES

_PHONE = re.compile(
    r"(?<![\w@/.#])\+?\(?\d(?:[^\S\r\n]|[\d().\-/\u2010-\u2013\uff0d]){5,20}\d(?!\w)"
)
_NOT_PHONE = re.compile(
    r"\d{4}-\d\d-\d\d|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|(?:19|20)\d\d\s*[-–/]\s*(?:19|20)\d\d"
    r"|\d{5}-\d{4}"
)
_PHONE_DIGITS = range(7, 16)  # E.164 allows fifteen
_PHONE_CUE = re.compile(
    r"\b(?:call|phone|reach|number|cell|mobile|tel|text|whatsapp|viber|contact|ring\b|bell\b"
    r"|pager|voicemail|answering machine|leave (?:a|the|your) message|notified|house\b|apartment"
    r"|(?:i am|i['’]m|me) (?:on|at)\b|(?:talk|speak|available) (?:[a-z]+ ){0,4}on\b"
    r"|on \d{3}-\d{4}\b)|^\W*\d[\d\W]*$"
)
"""What a sentence says of a number that is the writer's; or it is the number alone."""
_DIALLED = re.compile(
    r"\+|\(?0\d|\(?\d{3}\)?[ .\-\u2010-\u2013]\d{3}[ .\-\u2010-\u2013]\d{4}|[6-9]\d{4}[ -]\d{5}\b"
)
"""Numbers that are dialled as they stand: from abroad, at home, in North America, in India."""
_UNWRAPPED = str.maketrans("\r\n", "  ")
"""A long line may break within a number."""
_LOCAL = frozenset("abcdefghijklmnopqrstuvwxyz0123456789._%+-'")
_LINK = re.compile(
    r"(?:https?://|www\.)[^\s<>()\[\]\"]+"
    r"|(?<![\w.@-])[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,3}/[^\s<>()\[\]\"]+"
)
_DOMAIN = re.compile(r"[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,3}\.[a-z]{2,12}")
_AFTER_NAME = re.compile(
    r"\s*(?:[|•·\t–—]|(?<!\s[adsA-Z])/|(?<!\s[A-Z])/(?![lop]\s)"
    r"|\((?!(?:[Mm]r|[Mm]rs|[Mm]s|[Mm]iss|[Dd]r)\.?\)[ ]\w))"
    r"|\s{2,}|\s-\s?|\s*-{2,}|[,;:]\s|\s\+?\d"
)
"""What ends a name. A title in brackets before the rest of it does not: “Pharm. (Mrs.) Ngozi …”.
Nor does the “d/o” or “a/l” before a father's, nor the mark in “W/Mariam”."""
_NICKNAME = re.compile(r"[^\W\d_]+[ ]+[(\"“‘'][^\W\d_a-z][^\W\d_]*[)\"”’'][ ]+(?=[^\W\d_])")
"""A first name, what one is called, and then the family name: “Agnieszka (Aga) Wrona”."""
_ADDRESSED = re.compile(r"^(?:to|from|cc|re|via e-?mail)\b", re.MULTILINE)
_PARAGRAPH = re.compile(r"\S[^\r\n]*(?:\r?\n[^\S\r\n]*\S[^\r\n]*)*")
_CAPITALISED = re.compile(r"\b[^\W\d_a-z]\w+")
_SALUTATIONS = frozenset("dear hello hi good morning afternoon evening the".split())
"""Words of a greeting with a capital that name nobody."""
_LAST_SENTENCES = 4
"""Contact details in the body count when they stand at its end: "You can call me on …"."""
_NAME_LINES = 4
"""Lines of a signature in which the name is looked for."""
_LONGEST_ADDRESS = 254
"""Characters of an email address (RFC 5321, 4.5.3.1.3)."""
_LONGEST_LOCAL = 64
"""Characters of an address before its @ (RFC 5321, 4.5.3.1.1)."""
_TRAILING = ".,;:!?)>]}'\"*"


@dataclass(frozen=True, slots=True)
class Signature:
    """What the end of an email tells of its writer; None or empty where it tells nothing."""

    name: Part | None = None
    full_name: bool = False
    """Two name words or more, or exactly the name that the context gives for the sender."""
    phone: Part | None = None
    email: Part | None = None
    linkedin: Part | None = None
    links: tuple[Part, ...] = ()
    """Web addresses other than the LinkedIn profile."""


def read(
    signature: Part | None, sentences: Sequence[Sentence], heads: Iterable[Part], context: Context
) -> Signature:
    """Read name and contact details from the signature, and contacts from the last sentences.

    Contacts may stand in the `heads` of a letter too. Addresses of the people the email goes to
    are not the writer's.
    """
    people = (*context.interview.interviewers, *context.recipients)
    others = frozenset([person.email.lower() for person in people if person.email])
    signed = Signature()
    if signature:
        known = _signed(signature.text, context.sender.name, others)
        signed = _moved(known, signature.span.start)
    phone, email, linkedin = signed.phone, signed.email, signed.linkedin
    for sentence in reversed(sentences[-_LAST_SENTENCES:]):
        place = Part(sentence.span, sentence.text)
        lower = lowered(place.text).translate(_UNWRAPPED)
        phone = phone or next(_phones(place, lower, signed=False), None)
        email = email or _own_email(place, lower, others)
        linkedin = linkedin or _linkedin(place, lower, signed=False)
    for head in heads:
        lower = lowered(head.text)
        named = _names_sender(lower, context)
        phone = phone or next(_phones(head, lower, signed=named), None)
        email = email or _own_email(head, lower, others)
    return Signature(signed.name, signed.full_name, phone, email, linkedin, signed.links)


def heads(
    text: str, greeting: Part | None, quoted: Sequence[Span], context: Context
) -> Iterator[Part]:
    """Yield the paragraphs above the greeting that may be the writer's letterhead.

    The reader's own address stands there in a letter too, and quoted mail in an answer.
    """
    if greeting is None or not greeting.span.start:
        return
    start = max((span.end for span in quoted if span.end <= greeting.span.start), default=0)
    people = (*context.interview.interviewers, *context.recipients)
    called = _CAPITALISED.findall(" ".join((greeting.text, *(person.name for person in people))))
    readers = frozenset(word.lower() for word in called) - _SALUTATIONS - TITLES
    company = (context.interview.company or "").lower()
    for match in _PARAGRAPH.finditer(text, start, greeting.span.start):
        lower = lowered(match[0])
        theirs = not readers.isdisjoint(re.findall(r"\w+", lower)) or (company and company in lower)
        if _names_sender(lower, context) or not (theirs or _ADDRESSED.search(lower)):
            yield Part(Span(*match.span()), match[0])


def _names_sender(lower: str, context: Context) -> bool:
    name = (context.sender.name or "").lower()
    return bool(name) and name in lower


@remember(16)
def _signed(text: str, sender: str | None, others: frozenset[str]) -> Signature:
    """Read a signature alone, its spans those in `text`: it stays the same while one types."""
    signature, lower = Part(Span(0, len(text)), text), lowered(text)
    name = _name(signature, sender)
    return Signature(
        name=name,
        full_name=name is not None and _is_full(name.text, sender),
        phone=next(_phones(signature, lower, signed=True), None)
        or next(_phones(signature, lower.translate(_UNWRAPPED), signed=False), None),
        email=_own_email(signature, lower, others),
        linkedin=_linkedin(signature, lower, signed=True),
        links=tuple(_links(signature)),
    )


def _moved(signature: Signature, by: int) -> Signature:
    """Return a signature with spans that are `by` code points further on."""
    name, phone, email, linkedin = (
        part and Part(Span(part.span.start + by, part.span.end + by), part.text)
        for part in (signature.name, signature.phone, signature.email, signature.linkedin)
    )
    links = tuple(
        [
            Part(Span(link.span.start + by, link.span.end + by), link.text)
            for link in signature.links
        ]
    )
    return Signature(name, signature.full_name, phone, email, linkedin, links)


def _own_email(place: Part, lower: str, others: frozenset[str]) -> Part | None:
    if "@" not in lower:
        return None
    own = (found for found in _emails(place, lower) if found.text.lower() not in others)
    return next(own, None)


def _name(signature: Part, known: str | None) -> Part | None:
    sender = set((known or "").lower().split())
    first: Part | None = None
    for index, line in enumerate(_lines(signature)):
        if index == _NAME_LINES:
            break
        part = _name_in(line, sender, first_line=index == 0)
        if part and _is_full(part.text, known):
            return part
        first = first or part
    return first


def _lines(signature: Part) -> Iterator[Part]:
    for line in lines.split(signature.text):
        if any(char.isalnum() for char in line.text):
            start = signature.span.start + line.start
            yield Part(Span(start, start + len(line.text)), line.text)


def _name_in(line: Part, sender: set[str], *, first_line: bool) -> Part | None:
    text = line.text[:120]
    if text[0] + text[-1] == "()":
        text = text[:-1]
    start = len(text) - len(text.lstrip("-–—*~/_( \t"))
    end = _name_end(text, start)
    piece = text[start:end].rstrip(" \t,.*_~") or text[start:end]
    if piece and text[start + len(piece) : start + len(piece) + 1] == "." and _ends_short(piece):
        piece += "."
    if not piece or is_blank_name(piece):
        return None
    piece = unkissed(piece)
    words = piece.lower().split()
    known = bool(words) and all(word.strip(".,") in sender for word in words)
    if known or is_name(piece, signed=True) or (first_line and _is_lower_name(words)):
        begin = line.span.start + start
        return Part(Span(begin, begin + len(piece)), piece)
    return None


def _name_end(text: str, start: int) -> int:
    """Return where the name that begins at `start` ends, before a degree or an office."""
    called = _NICKNAME.match(text, start)
    cut = _AFTER_NAME.search(text, called.end() if called else start)
    end = cut.start() if cut else len(text)
    if cut and cut.group()[0] == "," and " " not in text[start:end].strip():
        # "Nair, Priya" is one name; "Priya, Leeds" cannot be told from it, and does no harm.
        after = _AFTER_NAME.search(text, cut.end())
        wider = after.start() if after else len(text)
        words = text[cut.end() : wider].split()
        end = wider if len(words) == 1 and is_name(words[0]) else end
    return end


def _ends_short(piece: str) -> bool:
    last = piece.rsplit(None, 1)[-1]
    return len(last) <= 2 or last.lower() in SUFFIXES


def _is_lower_name(words: list[str]) -> bool:
    return 0 < len(words) <= 4 and all(
        word.replace("-", "").replace("'", "").isalpha()
        and (word not in NOT_A_NAME or word in ALSO_A_NAME)
        for word in words
    )


def _is_full(name: str, sender: str | None) -> bool:
    if sender and name.casefold().split() == sender.casefold().split():
        return True
    words = [word.strip(".,*()") for word in name.replace(",", " ").split()]
    while words and words[0].lower() in TITLES:
        words = words[1:]
    while words and words[-1].lower().replace(".", "") in SUFFIXES:
        words = words[:-1]
    named = [word for word in words if word and (word[0].isupper() or word not in PARTICLES)]
    if len(named) == 1:
        # Names in Chinese, Japanese and Korean script are written without a space.
        return len(named[0]) > 1 and all("\u3040" <= char <= "\ud7a3" for char in named[0])
    return len(named) > 1 and len(named[-1]) > 1


def _phones(place: Part, lower: str, *, signed: bool) -> Iterator[Part]:
    if not lines.holds_digit(lower):
        return
    cued: bool | None = signed or None
    for match in _PHONE.finditer(lower):
        text = match.group()
        digits = sum(char.isdigit() for char in text)
        if digits not in _PHONE_DIGITS or _NOT_PHONE.fullmatch(text):
            continue
        if cued is None:
            cued = _PHONE_CUE.search(lower) is not None
        if cued or _DIALLED.match(text):
            yield _piece(place, match.start(), match.end())


def _emails(place: Part, lower: str) -> Iterator[Part]:
    at = lower.find("@")
    while at > 0:
        start = at
        while start and at - start < _LONGEST_LOCAL and lower[start - 1] in _LOCAL:
            start -= 1
        domain = _DOMAIN.match(lower, at + 1, at + _LONGEST_ADDRESS)
        if start < at and domain:
            yield _piece(place, start, domain.end())
        at = lower.find("@", at + 1)


def _linkedin(place: Part, lower: str, *, signed: bool) -> Part | None:
    """Find the profile's address; in a signature the linked word alone will do."""
    if "linked" not in lower and "lnkd" not in lower:
        return None
    for word in ("linkedin.com/", "lnkd.in/", "linkedin"):
        at = lower.find(word)
        if at < 0 or (word == "linkedin" and not signed):
            continue
        start, end = at, at + len(word)
        while start and not lower[start - 1].isspace() and lower[start - 1] not in "<(\"'|":
            start -= 1
        while end < len(lower) and not lower[end].isspace() and lower[end] not in "<>|":
            end += 1
        if any(mark in lower[start:end] for mark in "[]{}") or _in_brackets(lower, at):
            continue
        end -= len(lower[start:end]) - len(lower[start:end].rstrip(_TRAILING))
        return _piece(place, start, max(end, start + 1))
    return None


def _in_brackets(lower: str, at: int) -> bool:
    before = lower[max(0, at - 60) : at]
    return before.rfind("[") > before.rfind("]") or before.rfind("{") > before.rfind("}")


def _links(signature: Part) -> Iterable[Part]:
    lower = lowered(signature.text)
    if "/" not in lower and "www." not in lower:
        return
    for match in _LINK.finditer(lower):
        text = match.group().rstrip(_TRAILING)
        if "linkedin." not in text and "lnkd.in" not in text:
            yield _piece(signature, match.start(), match.start() + len(text))


def _piece(place: Part, start: int, end: int) -> Part:
    return Part(Span(place.span.start + start, place.span.start + end), place.text[start:end])
