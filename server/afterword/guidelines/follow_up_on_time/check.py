"""Checks that a follow-up comes neither before its time nor long after it."""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from afterword.draft.draft import Draft
from afterword.draft.model import Kind, Move
from afterword.engine import dates, workdays
from afterword.engine.check import check
from afterword.engine.model import Finding, Level, Option
from afterword.engine.shapes import lacks
from afterword.engine.wording import counted, spoken
from afterword.engine.words import stems

OF_HELP = r"(?! of (?!an? |employment|work))"
HOUSE = r"(?:another|other) (?:\w+ )?(?:compan(?:y|ies)|employers?|firms?|places?|schools?)"
OTHER_OFFER = re.compile(
    rf"\b(?:another|other|second|competing|rival)(?: (?!\w+s\b)\w+)? offers?\b{OF_HELP}"
    rf"|\b{HOUSE}\b[^.?!]{{0,40}}\b(?:deadline|an? (?:\w+ )?offer)\b"
    rf"|\b(?:deadline|offer)\b[^.?!]{{0,40}}\b{HOUSE}\b"
    r"|\boffers? (?:from (?!the\b|you)|elsewhere|in hand)"
    r"|(?<!you )(?<!you have )\boffered me (?:(?:an?|the|this) (?:[\w-]+ ){0,2}"
    r"(?:apprenticeship|contract|job|place|position|post|role|start)\b|(?:more|work)(?=[,.;]))"
    r"|(?<!you )(?<!you have )\bmade me an? (?:\w+ )?offer\b"
    r"|(?<!you )(?<!you have )\basked me (?:for an answer|to (?:answer|decide))"
    r" (?:before|by|on|this|tomorrow|until|within)\b"
    r"|\b(?:i|and|but)(?:['’](?:ve|m))?(?: (?:also|am|been|got|had|have|hold|holding|just|now"
    rf"|received|with))+ (?:an?|one|two) (?:\w+ )?offers?\b{OF_HELP}",
    re.IGNORECASE,
)
"""Who has to answer another firm by a day may ask before the usual one."""
WISHED = re.compile(
    r"\b(?:hop(?:e|ing)|love|thrilled|wish|would)(?: (?!and\b|but\b|i\b)\w+){0,4} offer",
    re.IGNORECASE,
)
"""“I hope to have an offer from Acme soon” tells of none."""
NO_NEWS = re.compile(
    r"(?!.*\b(?:decid\w*|decision|hear|news|update)\b)"
    r".*\b(?:which|what) (?:address|door|entrance|file|floor|format|platform|room|size|software"
    r"|tools?|version)\b",
    re.IGNORECASE | re.DOTALL,
)
"""A question about something else than the decision."""
NEEDS = ("interview.interviewed_at|interview.decision_by", "now")


@check(
    "early-follow-up",
    level=Level.ADVICE,
    summary="The email asks for news before it is due.",
    kinds=(Kind.FOLLOW_UP,),
    needs=NEEDS,
    options={
        "days-after-date": Option(
            1,
            "working days",
            "One to two working days after a promised date (Indeed and most others).",
        ),
        "working-days": Option(
            5,
            "working days",
            "Without a promised date, at least five working days (Indeed, careernetwork.org).",
        ),
        "follow-ups": Option(
            2, "emails", "Two follow-ups is where most advice stops; a third reads as pressure."
        ),
    },
)
def early_follow_up(draft: Draft, options: Mapping[str, float]) -> Iterator[Finding]:
    """Compare today with the first day on which a question about the decision is due."""
    earlier = draft.context.earlier_follow_ups or 0
    if lacks(draft, Move.STATUS_ASK) or not _asks(draft) or _has_another_offer(draft):
        return
    if earlier >= options["follow-ups"]:
        yield Finding(
            f"You have followed up {'twice' if earlier == 2 else f'{earlier} times'} already."
            " Most advice stops there; write again only if they asked you to."
        )
    elif promised := draft.context.interview.decision_by:
        yield from _before_date(draft, promised, int(options["days-after-date"]))
    else:
        yield from _too_soon(draft, earlier, int(options["working-days"]))


def _before_date(draft: Draft, promised: date, wait: int) -> Iterator[Finding]:
    """Say that a question comes before `wait` working days after the promised date."""
    due = workdays.add(promised, wait)
    _, today = dates.present(draft)
    if today < due:
        yield Finding(
            f"They named {spoken(promised)} for the decision. Ask from {spoken(due)} on;"
            " before that the question can only be answered with “not yet”."
        )


def _too_soon(draft: Draft, earlier: int, wait: int) -> Iterator[Finding]:
    """Say that a question comes before `wait` working days, and as many for each `earlier` one."""
    met, (_, today) = dates.met(draft).date(), dates.present(draft)
    due = workdays.add(met, wait * (earlier + 1))
    if today < due:
        since = workdays.between(met, today)
        when = f"{counted(since, 'working day')} ago" if since else dates.ago(met, today)
        again = " for the second time" if earlier else ""
        yield Finding(
            f"The interview was {when}. Ask{again} from {spoken(due)} on; most advice gives"
            " them that long."
        )


@check(
    "late-follow-up",
    level=Level.ADVICE,
    summary="The email comes later than a follow-up usually does.",
    kinds=(Kind.FOLLOW_UP,),
    needs=NEEDS,
    options={
        "days": Option(
            7,
            "days",
            "Answers and promised material belong into the first week after the interview.",
        ),
        "working-days": Option(
            7,
            "working days",
            "A question about the decision is usual five to seven working days after the interview"
            " or after the date that was named (Indeed, careery.pro).",
        ),
    },
)
def late_follow_up(draft: Draft, options: Mapping[str, float]) -> Iterator[Finding]:
    """Compare today with the last day on which a first follow-up is usual."""
    if draft.context.earlier_follow_ups:
        return
    (today, _), promised = dates.present(draft), draft.context.interview.decision_by
    since = promised or dates.met(draft).date()
    if lacks(draft, Move.STATUS_ASK) and not _owed(draft):
        return  # news and thanks after a refusal come when they come
    if lacks(draft, Move.STATUS_ASK) and promised is None:
        late = (today - since).days > options["days"]
    else:
        late = workdays.between(since, today) > options["working-days"]
    if late:
        what = "date they named" if promised else "interview"
        yield Finding(
            f"The {what} was {counted((today - since).days, 'day')} ago; the usual time to write"
            " is the week after it. Send it today: it is still welcome, and needs no apology."
        )


def _asks(draft: Draft) -> bool:
    """Say whether a sentence asks for news, and does not say over what they asked the writer."""
    asked = [words for one in draft.context.interview.open_questions if (words := stems((one,)))]
    return any(
        Move.STATUS_ASK in moves
        and not NO_NEWS.match(sentence.text)
        and not (sentence.text.endswith("?") and _says_over(stems((sentence.text,)), asked))
        for sentence, moves in zip(draft.sentences, draft.moves, strict=True)
    )


def _has_another_offer(draft: Draft) -> bool:
    return any(
        OTHER_OFFER.search(sentence.text) and not WISHED.search(sentence.text)
        for sentence in draft.sentences
    )


def _says_over(words: frozenset[str], asked: list[frozenset[str]]) -> bool:
    """Say whether most words of a sentence are those of a question."""
    return any(2 * len(words & one) > len(words) for one in asked)


def _owed(draft: Draft) -> bool:
    """Say whether the card holds a question or a promise that the draft may be about."""
    return bool(draft.context.interview.open_questions or draft.context.interview.promised)
