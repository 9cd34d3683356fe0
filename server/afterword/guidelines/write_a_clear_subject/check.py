"""Checks that the subject line says what the email is about."""

import re
from collections.abc import Iterator, Mapping

from afterword.draft.draft import Draft
from afterword.draft.memory import remember_text
from afterword.draft.model import Kind, Span
from afterword.engine.check import check
from afterword.engine.model import Field, Finding, Level, Option, Suggestion
from afterword.engine.shapes import replace

WORD = re.compile(r"[^\W_]+")
REPLY = re.compile(r"\s*(?:re|fwd?|aw|sv|rif|tr|wg)\s*(?:\[\d+\])?:", re.IGNORECASE)
EMPTY = re.compile(r"\W*(?:no subject|none|untitled)?\W*", re.IGNORECASE)
THANKS = re.compile("thank|gratitude|appreciate|appreciation", re.IGNORECASE)
STOCK = frozenset(
    """
    a about after again all amazing an and answer any anything application applied appointment
    appreciate asap asking at attention brief candidacy candidate catching chance chat check
    checking comments conversation danke day dear discussion do email enquiry everything expect few
    follow followed following followup for from fun good gracias grateful gratitude great have
    having hear heard hello hey heya heyy heyyy hi hii hiii hiring hiya hr i important in info
    information inquiry interest interested interview interviewed interviewing interviews invitation
    is it job just kind kindly last letter letting lmk lol lovely mail many me meet meeting merci
    message months more much my need news next nice note obrigada obrigado of on opening opportunity
    our outcome please pleasure po position post precious process question quick re reaching
    received recent recruitment regarding reminder reply request result results role s sa see
    sending sincere so soon sorry speaking status steps still submission talk talking thank thankful
    thanks that the this thoughts through thx time tks tnx to today touch touching ty up update
    updates urgent urgently us vacancy valuable very waiting warm was we week weeks with wonderful
    word words writing yesterday yet yo you your
    """.split()
)
"""Words that any post-interview subject could hold; a subject of nothing else is vague."""
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
    if EMPTY.fullmatch(subject):
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
    if EMPTY.fullmatch(subject) or REPLY.match(subject) or draft.subject_blanks:
        return
    if len(subject) > options["max-characters"] and not _opens_with_the_role(draft, subject):
        yield Finding(
            f"The subject has {len(subject)} characters, and most inboxes cut it off. Keep the"
            " purpose and the role.",
            field=Field.SUBJECT,
            span=Span(0, len(subject)),
            suggestions=_clearer(draft, subject),
        )
    if not _vague(subject):
        return
    yield Finding(
        f"“{subject.strip()}” {'is kind, but' if THANKS.search(subject) else 'alone'} does not say"
        " which interview it is about. Name the role or the company: readers search for them.",
        field=Field.SUBJECT,
        span=Span(0, len(subject)),
        suggestions=_clearer(draft, subject),
    )


def _opens_with_the_role(draft: Draft, subject: str) -> bool:
    """Say whether a cut end costs nothing: “Head of Sales, interview of 3 March: …”."""
    card = draft.context.interview
    opens = (subject.lower().find(about.lower()) for about in (card.role, card.company) if about)
    return any(0 <= at < OPENING for at in opens)


@remember_text(16)
def _vague(subject: str) -> bool:
    """Say whether it is made of stock words; remembered, as it stays while the body is typed."""
    return all(word in STOCK for word in WORD.findall(subject.lower()))


def _clearer(draft: Draft, subject: str) -> tuple[Suggestion, ...]:
    """Offer a subject from the card's role, or from its company, where one of them is known."""
    card = draft.context.interview
    if draft.kind is Kind.COURTESY or not (card.role or card.company):
        return ()
    interview = f"{card.role or card.company} interview"
    thanks = draft.kind is Kind.THANK_YOU
    clear = f"Thank you – {interview}" if thanks else f"{interview} – next steps"
    return () if _vague(clear) else (replace(Span(0, len(subject)), clear),)
