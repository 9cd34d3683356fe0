"""Fit an answer into the sentence around it, as its writer would on reading it over.

An answer typed as a sentence of its own, “How your team moved.”, becomes a part of the template's:
“I enjoyed hearing how your team moved, and …”. What a field's example looks like says which of the
two is wanted. Names keep their capitals: only words that are no name are made small.
"""

import re

SMALL = frozenset(
    "a an and as at because by every for from he her his how if in it its my on one our she so some"
    " someone that the their there these they this those to we what when where whether which who"
    " whom whose why with you your".split()
)
"""Words with a capital that only the beginning of a sentence can have given them."""
VERB_FOLLOWS = frozenset("i me can will would".split())
"""Words of a template behind which an answer begins with a verb."""
LAST = re.compile(r"(?<![^\W\d_])[^\W\d_]+$")
LONGEST = 40
"""Letters of a word of a template; only so many are looked at, however long an answer is."""
FIRST = re.compile(r"[A-Z][a-z]*(?=[\s,'’]|$)")
SAID_TWICE = re.compile(r"I\s+|I['’](?=(?:ve|m)\b)")
READER = "(?:you|she|he|they)"
"""Who the template speaks to, as a writer who answers its question may name them."""
SHORT = {"ve": "have", "m": "am"}
STOPS = " .,;!?…"
SHORTENED = re.compile(
    r"(?<!\w)(?:etc|inc|ltd|co|corp|llc|jr|sr|[^\W\d_](?:\.[^\W\d_])+)\.$", re.IGNORECASE
)
"""An ending whose full stop belongs to the word: “etc.”, “Acme Inc.”, “5 p.m.”"""
WHOLE = (".", "!", "?")
ENDS = (*WHOLE, ":", "\n")


def fit(value: str, example: str, before: str, after: str) -> str:
    """Return an answer as it goes on from `before`, in the same text, to the rest of its line."""
    before, after = before.rstrip(" "), after.lstrip(" ")
    if example.endswith(WHOLE):
        return _whole(value)
    if not before or before.endswith(ENDS) or not example[:1].islower():
        return value
    value = _begun(value, LAST.search(before, max(0, len(before) - LONGEST)))
    if not after or SHORTENED.search(value):
        return value
    # Of the sentence's own full stop and the answer's, the draft keeps one.
    return value.rstrip(" ,;" if after.startswith(".") else STOPS) or value


def _whole(value: str) -> str:
    """Begin and end an answer as a sentence."""
    value = value.rstrip(" ,;") or value
    first = value.partition(" ")[0]
    begun = value[:1].upper() + value[1:] if first.isalpha() and first.islower() else value
    return begun + "." if begun[-1:].isalnum() else begun


def _begun(value: str, match: re.Match[str] | None) -> str:
    """Leave out what the template has said already, and a capital in the middle of a sentence."""
    last = match[0].lower() if match else ""
    if last in VERB_FOLLOWS and (said := SAID_TWICE.match(value)):
        rest = value[said.end() :]
        short = rest.partition(" ")[0]
        value = SHORT.get(short, short) + rest[len(short) :] if said[0][1:2] in "'’" else rest
    elif last and (repeated := re.match(rf"(?:{READER}\s+)?{last}\s+", value, re.IGNORECASE)):
        value = value[repeated.end() :]
    word = FIRST.match(value)
    small = word is not None and word[0] != "I" and word[0].lower() in SMALL
    if word and (small or (last in VERB_FOLLOWS and len(word[0]) > 1)):
        return value[0].lower() + value[1:]
    return value
