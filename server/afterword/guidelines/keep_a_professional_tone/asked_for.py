"""Tells whether the reader asked for what an email says of pay."""

import re

from afterword.draft.draft import Draft
from afterword.draft.model import Sentence

ASKED = re.compile(
    r"\b(?:asked|requested|wanted to know|you (?:wanted|needed)|your (?:question|form)|explain\w*"
    r"|(?<!\bi was )(?<!\bbeen )told|(?<!\bare )(?<!\bis )(?<!\btips )shared|sent|showed"
    r"|(?<!\bi )(?<!should )(?<!must )(?<!to )mention\w*"
    r"|outlin\w*|described?|talked|your offer|(?<!salary )(?<!pay )(?<!wage )offered)\b"
)
LISTED = re.compile(r"(?:(?:expected|desired) )?(?:salary|pay|wages?)(?: expectations?)?[:–-]")
"""The head of one answer in a list of them: “Salary: I would expect 40,000”."""
NOBODY = re.compile(
    r"(?:\b(?:no one|nobody|never|not)|n['’]t)(?: (?:has|had|have|even|actually))? \Z"
)
"""What stands before a word of `ASKED` where nothing was said: “the ad did not mention it”."""
NEAR = 90
"""Characters before and behind talk of pay in which they may be said to have asked for it."""


def is_asked_for(draft: Draft, sentence: Sentence, at: int) -> bool:
    """Say whether a sentence that speaks of pay from `at` on says that it was asked to."""
    text = sentence.text.lower()
    near = ASKED.finditer(text, max(0, at - NEAR), at + NEAR)
    said = any(not NOBODY.search(text, 0, one.start()) for one in near)
    return said or _is_listed(draft, sentence)


def _is_listed(draft: Draft, sentence: Sentence) -> bool:
    """Tell one of several answers that a sentence further up says they asked for."""
    if not LISTED.match(sentence.text.lower()):
        return False
    above = [one.text.lower() for one in draft.sentences if one.span.start < sentence.span.start]
    return any("you asked" in text or "your question" in text for text in above)
