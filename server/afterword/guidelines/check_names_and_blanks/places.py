"""Tells a place that is called as somebody is from that person."""

import re
from collections.abc import Iterable

BEFORE = re.compile(
    r"\b(?:on|in|at|up|down|near|along|across|around|past|off|into|towards?|through|above|below"
    r"|outside|via|over|under|behind|opposite"
    r"|(?:bus|train|tram|road|way|path|walk\w*|drive|driving|drove|moved?|back) (?:to|from))"
    r" (?:the )?$",
    re.IGNORECASE,
)
"""What stands before a place that is called much as somebody is: the ward on Brook Hill."""
BEFORE_A_NOUN = re.compile(
    r"\b(?:about|for|from|of|to|like|love|enjoy\w*|see(?:ing)?|saw|show\w* \w+|visit\w*|your|our)"
    r" $",
    re.IGNORECASE,
)
"""What stands before one of the places below, and seldom before a person."""
TO_SOMEBODY = re.compile(
    r"\b(?:thanks|thank you|regards|wishes|grateful|hear\w*|listen\w*|sp[eo]ak\w*|spoke|talk\w*"
    r"|writ\w*|wrote) (?:from|to) $",
    re.IGNORECASE,
)
"""What stands before somebody, and never before a place: “Thank you to Jordan Hall”."""
NOUNS = frozenset(
    """
    avenue bay beach bridge brook castle center centre church close college court dale farm field
    fields forest garden gardens gate glen green grove hall harbor harbour heath heights hill hills
    hospital house island lake lane lodge manor market mill moor mount park place point pond quay
    ridge river road school square station street tower town university vale valley view village
    walk water way wharf wood woods yard
    """.split()
)
"""Words that stand behind a first name in the name of a place: Jordan Hall, Chelsea Park."""


def is_meant(before: str, words: Iterable[str]) -> bool:
    """Say whether words of a name, with what stands before it, speak of a place."""
    if BEFORE.search(before):
        return True
    if TO_SOMEBODY.search(before) or not BEFORE_A_NOUN.search(before):
        return False
    return any(word.lower() in NOUNS for word in words)
