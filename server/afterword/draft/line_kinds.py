"""Tells by its shape what a line at the end of an email is: a name, contact details, prose."""

from __future__ import annotations

import re

from afterword.draft.words import (
    ALSO_A_NAME,
    DAYS,
    KISSES,
    NOT_A_NAME,
    PARTICLES,
    SUFFIXES,
    TITLES,
)

_BLANK_NAMES = frozenset(
    "your name|your full name|full name|name|first last|first name last name|sender name".split("|")
)
_NOTICE = re.compile(
    r"confidential|intended (?:recipient|solely|only)|privileged|disclaimer|consider the env"
    r"|(?:received|reached|got) (?:it|this|you)\b[\w ]{0,20}\bin error|for the (?:addressee|named)"
)
_NOTICE_STARTS = (
    "confidentiality",
    "confidential:",
    "disclaimer:",
    "this email",
    "this e-mail",
    "this message",
    "the information contained",
    "please consider the env",
)
_DEVICES = (
    "sent from my ",
    "sent from outlook",
    "sent from mail for",
    "sent from yahoo",
    "sent from gmail",
    "sent from proton",
    "sent via ",
    "sent with ",
    "get outlook for",
    "gesendet von mein",
    "von meinem iphone",
    "envoyé de mon",
    "envoyé depuis",
    "enviado desde mi",
    "enviado do meu",
    "inviato da",
    "verzonden vanaf",
)
_CONTACT = re.compile(
    r"@|https?:|www\.|linkedin|\d[\d\s().+-]{5,}\d|\b\d{3}-\d{4}\b"
    r"|^(?:e-?mail|e|m|t|p|tel|phone|mobile|cell|web|skype|portfolio|github)\s?[.:]"
)
_PRONOUNS = re.compile(r"\s*\([a-zA-Z]+(?: ?/ ?[a-zA-Z]+)+\)$")
"""“(she/her)” behind a name."""
_STOPPED = re.compile(r"[a-z]{2}[.!?] ")
_DEVICE_WIDTH = 70
"""Characters of the longest line that a mail program adds: “Sent from my …”."""
WIDTH = 100
"""No line of a signature is longer, but for a sentence in it."""
NAME_WORDS = 5
"""Words of the longest name."""
_AROUND_A_NAME = "().*\"'“”‘’-–—~"
"""Marks that may stand around a word of a name."""
_SHORTENED = re.compile(r"^[A-Z]/(?=[A-Z]\w)")
"""The first word of an Ethiopian name, shortened: “W/Mariam”."""
_DEGREE = re.compile(r"(?:[A-Z][a-z]{0,2}\.){2,}")
"""What may stand behind a name: “B.Sc.”, “Ed.D.”"""
SHORT_WORDS = 9
"""A line of more words is prose, unless it holds contact details."""


def is_added_line(text: str) -> bool:
    """Tell a line that mail programs add: "Sent from my phone", a notice of confidentiality."""
    start = text[:32].lower()
    if start.startswith(_DEVICES):
        return len(text) <= _DEVICE_WIDTH and text[-1] != "."
    return start.startswith(_NOTICE_STARTS) and _NOTICE.search(text[:400].lower()) is not None


def is_contact(text: str) -> bool:
    """Tell a line that holds an address, a number or the label of one."""
    return len(text) <= WIDTH and _CONTACT.search(text.lower()) is not None


def is_details(text: str) -> bool:
    """Tell a line of contact details from a sentence that holds some."""
    return is_contact(text) and len(text.split()) <= SHORT_WORDS and not _STOPPED.search(text)


def is_prose(text: str) -> bool:
    """Tell a sentence from a line of a signature."""
    if len(text) > WIDTH:
        return True
    count = text.count(" ") + 1
    if count > SHORT_WORDS:
        return not is_contact(text)
    if count < 4 or text[-1] not in ".!?" or is_contact(text):
        return False
    return not (_is_suffix(text.rsplit(None, 1)[-1]) and is_name(text, signed=True))


def is_blank_name(text: str) -> bool:
    """Tell a template's blank that stands where the writer's name belongs."""
    bare = text.strip("[](){}<>«»_*\"' .,").lower()
    return len(text) < 40 and (bare in _BLANK_NAMES or (text[0] in "[{<«" and "name" in bare))


def is_name(text: str, *, signed: bool = False) -> bool:
    """Tell a line that is somebody's name, by its shape: one to five capitalised words.

    A kiss may stand behind them. Where it is known that somebody `signed` there, particles, titles
    and initials are not counted.
    """
    if len(text) > 60 or not text or text[-1] in "!?:;":
        return False
    if text[-1] == ")":
        text = _PRONOUNS.sub("", text)
    words = unkissed(text).replace(",", " ").split()
    if len(words) > 1 and words[0].lower() in DAYS:
        words = words[1:]  # “Monday Okoro”
    if not words or (sum(map(_counts, words)) if signed else len(words)) > NAME_WORDS:
        return False
    degree = len(words) > 1 and _is_suffix(words[-1])
    if text[-1] == "." and len(words[-1].rstrip(".")) > 2 and not degree:
        return False
    if not all(_is_name_word(word) for word in words):
        return False
    if len(words) == 1 and len(words[0].strip(".")) == 1:
        return True  # "A.", which is no article here
    plain = [low for word in words if (low := word.lower().strip(".")) not in NOT_A_NAME]
    return any(low not in PARTICLES for low in plain) or (len(words) > 1 and len(plain) > 0)


def unkissed(text: str) -> str:
    """Return a line without the kisses behind its words: “Jade xx”."""
    while len(parts := text.rsplit(None, 1)) > 1 and parts[1] in KISSES:
        text = parts[0]
    return text


def _counts(word: str) -> bool:
    """Tell a word of a name from a particle, a title and an initial."""
    bare = word.strip(_AROUND_A_NAME)
    low = bare.lower()
    return not (low in PARTICLES or low in TITLES or (len(bare) == 1 and bare.isupper()))


def _is_suffix(word: str) -> bool:
    return word.lower().replace(".", "") in SUFFIXES or _DEGREE.fullmatch(word) is not None


def _is_name_word(word: str) -> bool:
    bare = _SHORTENED.sub("", word.strip(_AROUND_A_NAME))
    low = bare.lower()
    if not _counts(word):
        return True
    if not bare or bare[0].islower() or (low in NOT_A_NAME and low not in ALSO_A_NAME):
        return False
    return all(char.isalpha() or char in ".'’-‘`" or not char.isascii() for char in bare)
