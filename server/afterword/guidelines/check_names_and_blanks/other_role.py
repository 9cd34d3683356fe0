"""Finds the role of another interview in a draft."""

import re
from collections.abc import Iterator

from afterword.draft.draft import Draft
from afterword.draft.model import Interview, Span
from afterword.engine.model import Field
from afterword.guidelines.check_names_and_blanks import facts, on_purpose

JOB = re.compile(
    r"\s(?:role|position|job|post|interview|opening|vacancy|opportunity)\b", re.IGNORECASE
)
FILLED = re.compile(
    r" (?:that |which )?(?:you|they) (?:have |had )?(?:closed|cut|dropped|filled|lost)\b"
)
"""What stands behind a job that is gone."""
THE_JOB = re.compile(r"(?:^|\W(?:the|your|this|that|for|about|regarding) )$")
"""What stands before the role of the job in question; what one has had is “my” or “a” role."""
HOPED_FOR = re.compile(
    r"\W(?:for|about|discuss\w*|regarding) (?:the|your)"
    r" (?:position|post|role|job|vacancy|opening) of $"
    r"|\W(?:be|become|becoming|being) your (?:new |next )?$"
)
"""What stands before the role that one hopes for: “the post of”, “I would gladly be your”."""
HELD = re.compile(
    r"\b(?:an?|currently|ex|former|from|my|once|your|references?:?"
    r"|(?:experience|job|time|work\w*|years?) as"
    r"|(?:articles?|ideas?|notes?|questions?|thoughts?|words?) (?:about|on))[ -]$"
)
"""What stands before a role that somebody has or had, and before a field of the same name."""
NO_JOB = re.compile(
    r" (?:department|experience|portfolio|questions?|references?|samples?|stor(?:y|ies)|teams?|work"
    r"|years)\b"
)
"""What stands behind one, and behind a team of the same name."""
BEGINS = re.compile(r"(?:^|[–—|:,-] )$")
ENDS = re.compile(r" ?(?:$|[–—|:,(]|- )")
"""What stands around a role that is a part of a subject by itself: “Line Cook – thank you”."""
NEAR = 48
"""Characters before a role that tell whose it is."""
APOSTROPHES = frozenset("'’")


def named(draft: Draft, other: Interview, field: Field, text: str) -> Iterator[Span]:
    """Yield where the role of another card is named as that of the job in question."""
    card = draft.context.interview
    if not (other.role and card.role) or other.role.lower() not in text.lower():
        return
    if facts.is_shared(other.role, card) or _keeps_apart(draft, other):
        return
    for match in re.finditer(rf"\b{re.escape(other.role)}\b", text, re.IGNORECASE):
        span = Span(*match.span())
        if field is Field.SUBJECT:
            if _is_in_question_above(other.role, card.role, text, span):
                yield span
        elif _is_in_question(text, span) and on_purpose.is_at_issue(draft, span):
            yield span


def _keeps_apart(draft: Draft, other: Interview) -> bool:
    """Say whether an email names both of two roles in one firm: its writer knows which is which."""
    card = draft.context.interview
    one_firm = card.company and (other.company or "").lower() == card.company.lower()
    return bool(one_firm and card.role and card.role.lower() in draft.text.lower())


def _is_in_question(text: str, span: Span) -> bool:
    """Tell “the Line Cook position” and “the post of Line Cook” from a role that one has had."""
    before = text[max(0, span.start - NEAR) : span.start].lower()
    if job := JOB.match(text, span.end):
        return not FILLED.match(text, job.end()) and THE_JOB.search(before) is not None
    return HOPED_FOR.search(before) is not None and text[span.end : span.end + 1] not in APOSTROPHES


def _is_in_question_above(role: str, own: str, subject: str, span: Span) -> bool:
    """Say whether a subject is about another role than the `own` one.

    One word is a role where it is a part of the subject by itself: “Manager – thank you”.
    """
    if job := JOB.match(subject, span.end):
        return not FILLED.match(subject, job.end())
    words, known = role.lower().split(), set(re.findall(r"\w+", own.lower()))
    initials = "".join(word[0] for word in words)  # an RN is a Registered Nurse
    if own.lower() in subject.lower() or known.issuperset(words) or initials in known:
        return False
    before = subject[max(0, span.start - NEAR) : span.start].lower()
    if len(words) > 1:
        return not (HELD.search(before) or NO_JOB.match(subject.lower(), span.end))
    return bool(BEGINS.search(before) and ENDS.match(subject, span.end))
