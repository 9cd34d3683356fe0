"""Checks that the subject line says what the email is about."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

from afterword.draft.draft import Draft
from afterword.draft.memory import remember, remember_text
from afterword.draft.model import Kind, Span
from afterword.draft.subject import is_reply
from afterword.engine.check import check
from afterword.engine.model import Field, Finding, Level, Option, Suggestion
from afterword.engine.shapes import replace

WORD = re.compile(r"[^\W_]+")
EMPTY = re.compile(r"\s*|\W*(?:no subject|none|untitled)\W*", re.IGNORECASE)
THANKS = re.compile("thank|gratitude|appreciate|appreciation", re.IGNORECASE)
SUBJECTS = tomllib.loads(Path(__file__).with_name("subjects.toml").read_text("utf-8"))
STOCK = frozenset(" ".join(SUBJECTS["stock"].values()).split())
"""Words that any post-interview subject could hold; a subject of nothing else is vague."""
SMALL = frozenset(SUBJECTS["stock"]["small"].split())
DAYS = frozenset(SUBJECTS["days"]["names"].split())
"""Names of days, which say which interview it was only beside another word."""
WHICH = re.compile(
    r"\b(?:second|third|fourth|fifth|final|2nd|3rd)[ -]"
    r"(?:round|interview|meeting|conversation|talk|chat)"
    r"|\b(?:night|evening|morning|weekend)s?[ -](?:job|role|post|position)",
    re.IGNORECASE,
)
"""Tells one interview from the others of the same process, or names a job by its hours."""
SHORT_NAMES = re.compile(r"\b(?:IT|HR|US|OR)\b")
"""Short names that are small words too, unless the whole subject is in capitals."""
COUNTED = re.compile(
    r"\b(?:\d+(?:st|nd|rd|th)[ ](?:e-?mail|mail|message|note|reminder|request|time|try|attempt)"
    r"|(?:\d+|two|three|four|five|six|seven|eight|nine|ten|twelve)[ ](?:days|weeks|months))\b"
    r"(?:[ ](?:ago|gone|later|on|past))?(?=\W*\Z)"
)
"""How often one has written, or how long one has waited, and nothing else: “Six weeks on”."""
OPENING = 30
"""Characters of a subject that every inbox shows."""


@check(
    "no-subject",
    level=Level.ADVICE,
    summary="The email has no subject line.",
    needs=("subject",),
)
def no_subject(draft: Draft, _options: Mapping[str, float]) -> Iterator[Finding]:
    """Find an empty subject line, or one that only says that there is none."""
    subject = draft.subject or ""
    if _is_empty(subject):
        yield Finding(
            "The subject line is empty. Say what the email is about and which role it concerns.",
            field=Field.SUBJECT,
            span=Span(0, len(subject)) if subject else None,
            suggestions=_clearer(draft, subject),
        )


@check(
    "vague-subject",
    level=Level.ADVICE,
    summary="The subject line could stand over any email.",
    needs=("subject",),
    options={
        "max-characters": Option(
            78,
            "characters",
            "Inboxes cut a subject at 50 to 60 characters; past 78 most screens lose its end.",
        ),
    },
)
def vague_subject(draft: Draft, options: Mapping[str, float]) -> Iterator[Finding]:
    """Find a subject of stock words only, or one too long to be read. A reply keeps its own."""
    subject = draft.subject or ""
    if _is_empty(subject) or is_reply(subject) or draft.subject_blanks:
        return
    if len(subject) > options["max-characters"] and not _opens_clearly(draft, subject):
        yield Finding(
            f"The subject has {len(subject)} characters, and most inboxes cut it off. Keep the"
            " purpose and the role.",
            field=Field.SUBJECT,
            span=Span(0, len(subject)),
            suggestions=_clearer(draft, subject),
        )
    if not _vague(subject) or _names(draft, subject):
        return
    yield Finding(
        f"“{subject.strip()}” {_lacks(subject)}. Name the role or the company: readers search for"
        " them.",
        field=Field.SUBJECT,
        span=Span(0, len(subject)),
        suggestions=_clearer(draft, subject),
    )


def _lacks(subject: str) -> str:
    """Say what a vague subject leaves out: marks or a picture, such as “?”, say nothing at all."""
    if not WORD.search(subject):
        return "alone does not say what the email is about"
    verb = "is kind, but" if THANKS.search(subject) else "alone"
    return f"{verb} does not say which interview it is about"


def _opens_clearly(draft: Draft, subject: str) -> bool:
    """Say whether a cut end costs nothing: “Head of Sales, interview of 3 March: …”."""
    card = draft.context.interview
    opens = (subject.lower().find(about.lower()) for about in (card.role, card.company) if about)
    whole_words = subject[:OPENING].rpartition(" ")[0]
    return any(0 <= at < OPENING for at in opens) or not _vague(whole_words)


def _names(draft: Draft, subject: str) -> bool:
    """Say whether a usual word is a name here: “Thank you, Hope”, “Next interview” at Next."""
    card = draft.context.interview
    names = [person.name for person in card.interviewers]
    return _holds_one_of(subject, (card.company or "", *names))


@remember(16)
def _holds_one_of(subject: str, names: tuple[str, ...]) -> bool:
    words = set(WORD.findall(" ".join(names).lower())) - SMALL
    return not words.isdisjoint(WORD.findall(subject.lower()))


@remember_text(16)
def _is_empty(subject: str) -> bool:
    return EMPTY.fullmatch(subject) is not None


@remember_text(16)
def _vague(subject: str) -> bool:
    """Say whether it is made of stock words; remembered, as it stays while the body is typed.

    Words of another script than ours are never stock words, and neither are numbers.
    """
    words = WORD.findall(COUNTED.sub("", subject.lower()))
    telling = [word for word in words if word not in STOCK]
    if not telling:
        short = not subject.isupper() and SHORT_NAMES.search(subject)
        return not short and not WHICH.search(subject)
    return words == telling and DAYS.issuperset(telling)


def _clearer(draft: Draft, subject: str) -> tuple[Suggestion, ...]:
    """Offer a subject from the card's role, or from its company, where one of them is known."""
    card = draft.context.interview
    if draft.kind is Kind.COURTESY or not (card.role or card.company):
        return ()
    interview = f"{card.role or card.company} interview"
    thanks = draft.kind is Kind.THANK_YOU
    clear = f"Thank you – {interview}" if thanks else f"{interview} – next steps"
    return () if _vague(clear) else (replace(Span(0, len(subject)), clear),)
