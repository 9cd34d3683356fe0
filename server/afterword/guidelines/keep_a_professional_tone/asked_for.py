"""Tells whether the reader asked for what an email says of pay."""

import re

from afterword.draft.draft import Draft
from afterword.draft.model import Sentence

ASKED = re.compile(
    r"\b(?:asked|requested|wanted to know|you (?:wanted|needed)|your (?:question|form)|explain\w*"
    r"|(?<!\bi was )(?<!\bbeen )told|(?<!\bare )(?<!\bis )shared|sent|showed"
    r"|(?<!\bi )(?<!should )(?<!must )(?<!to )mention\w*"
    r"|outlin\w*|described?|talked|your offer|(?<!salary )(?<!pay )(?<!wage )offered)\b"
)
LISTED = re.compile(r"(?:(?:expected|desired) )?(?:salary|pay|wages?)(?: expectations?)?[:–-]")
"""The head of one answer in a list of them: “Salary: I would expect 40,000”."""
NEAR = 90
"""Characters before and behind talk of pay in which they may be said to have asked for it."""


def is_asked_for(draft: Draft, sentence: Sentence, at: int) -> bool:
    """Say whether a sentence that speaks of pay from `at` on says that it was asked to."""
    near = ASKED.search(sentence.text.lower(), max(0, at - NEAR), at + NEAR)
    return near is not None or _is_listed(draft, sentence)


def _is_listed(draft: Draft, sentence: Sentence) -> bool:
    """Tell one of several answers that a sentence further up says they asked for."""
    if not LISTED.match(sentence.text.lower()):
        return False
    above = [one.text.lower() for one in draft.sentences if one.span.start < sentence.span.start]
    return any("you asked" in text or "your question" in text for text in above)
