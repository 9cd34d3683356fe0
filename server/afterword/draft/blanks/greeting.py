"""Finds what a greeting leaves to be filled in, or to be chosen."""

from __future__ import annotations

import re

from afterword.draft.model import Part, Span

_EMPTY_GREETING = re.compile(
    r"(?:(?:hi|hello|hey|dear|good (?:morning|afternoon|evening))(?: (?:mr|mrs|ms|mx|dr)\.?)?"
    r"[ \t\xa0]+"
    r"|dear|dear (?:mr|mrs|ms|mx|dr)\.?)[,:!]"
)
_NO_NAME = re.compile(
    r"(?:hi|hello|hey|dear|good (?:morning|afternoon|evening)),?"
    r"(?: (?:mr|mrs|ms|mx|dr)\.?)? [*_]{0,2}(?P<blank>(?:(?:the|your|first|last|full"
    r"|(?:hiring )?(?:interviewer|manager|recruiter)(?:['’]s)?) ){0,3}(?:sur)?names?"
    r"|\.{2,}|…|\?{2,}|(?<=[rsx.] )[xy])[*_]{0,2} ?[,:!.]?"
)
"""A greeting with a word in the place of the name: “Dear Name,”, “Hi ???,”, “Dear Mr. X,”."""
UNDECIDED = re.compile(
    r"\b(?:mr|mrs|ms|miss)\b\.?(?: ?/ ?| or )(?:mr|mrs|ms|miss)\b\.?", re.IGNORECASE
)
"""Titles before a name in a greeting of which the writer has to choose one."""
_LONE_TITLE = re.compile(r"dear (?:mr|mrs|ms|mx)\.?[,:]?$")


def in_greeting(greeting: Part) -> Part | None:
    """Return the greeting as a blank where its name is missing, "Hi ,", or “Mr./Ms.” in it."""
    lower = greeting.text.lower()
    if _EMPTY_GREETING.fullmatch(lower) or _LONE_TITLE.fullmatch(lower):
        return greeting
    if nameless := _NO_NAME.fullmatch(lower):
        start, end = nameless.span("blank")
        at = greeting.span.start
        return Part(Span(at + start, at + end), greeting.text[start:end])
    titles = UNDECIDED.search(greeting.text) if "/" in lower or " or " in lower else None
    if titles and lower[titles.end() :].strip(" ,:!."):
        start = greeting.span.start
        return Part(Span(start + titles.start(), start + titles.end()), titles[0])
    return None
