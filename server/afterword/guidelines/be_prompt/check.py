"""Checks that words such as “today” are true on the day the email is sent."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from afterword.draft import days
from afterword.draft.days import Mention, Relation
from afterword.draft.draft import Draft
from afterword.draft.model import Span
from afterword.draft.subject import is_reply
from afterword.engine import dates, workdays
from afterword.engine.check import check
from afterword.engine.model import Field, Finding, Level
from afterword.engine.shapes import replace, sentence_at
from afterword.engine.wording import MONTHS, WEEKDAYS, on_one_line, spoken
from afterword.guidelines.be_prompt import meeting_day
from afterword.guidelines.be_prompt.right_day import (
    ROUGHLY,
    WEEK,
    put_right,
    right_date,
    with_preposition,
)

ABOUT_A_WEEK = 2
"""Days by which “a week ago” may be off."""


@check(
    "wrong-day",
    level=Level.ADVICE,
    summary="A word such as “today” does not fit the day of the interview.",
    needs=("interview.interviewed_at", "now"),
)
def wrong_day(draft: Draft, _options: Mapping[str, float]) -> Iterator[Finding]:
    """Compare every mention of the interview's day with the card, and weekdays with their dates."""
    met = _met(draft)
    about = _other_days(draft, met)
    subject = () if is_reply(draft.subject or "") else days.find(draft.subject or "")
    named = _other_days_above(draft, subject, about, met)
    for mention in subject:
        yield from _judged(draft, mention, Field.SUBJECT, about=mention in named)
    for mention in draft.days:
        yield from _judged(draft, mention, Field.BODY, about=mention in about)


def _other_days(draft: Draft, met: set[date]) -> set[Mention]:
    """Return the mentions in the body that are the interview's day and none of the days `met`.

    Where one is right none is wrong, nor is another day in a sentence that has a right one.
    """
    about = {mention for mention in draft.days if meeting_day.in_body(draft, mention)}
    if not about:
        return about
    fitting = [mention for mention in draft.days if _fits(draft, mention, met)]
    if not about.isdisjoint(fitting):
        return set()
    right = {sentence_at(draft, mention.part.span) for mention in fitting}
    return {one for one in about if sentence_at(draft, one.part.span) not in right}


def _other_days_above(
    draft: Draft, subject: Sequence[Mention], about: set[Mention], met: set[date]
) -> set[Mention]:
    """Return the same of a subject; none where one is right, or is a day that the body keeps."""
    named = {mention for mention in subject if meeting_day.in_subject(draft, mention)}
    if not named:
        return named
    others = [mention for mention in draft.days if mention not in about]
    kept = {day for mention in others for day in meeting_day.meant(draft, mention)}
    for mention in named:
        if _fits(draft, mention, met) or kept & meeting_day.meant(draft, mention):
            return set()
    return named


def _judged(draft: Draft, mention: Mention, field: Field, *, about: bool) -> Iterator[Finding]:
    """Say what is wrong with a day; `about` is that of the interview, and is another."""
    if day := _other_weekday(draft, mention):
        yield Finding(
            f"“{on_one_line(mention.part.text)}” does not fit the calendar: {day.day}"
            f" {MONTHS[day.month - 1]} is a {WEEKDAYS[day.weekday()]}.",
            field=field,
            span=mention.part.span,
            suggestions=tuple(right_date(mention, day, dates.met(draft).date())),
        )
    elif about:
        yield _another_day(draft, mention, field)


def _another_day(draft: Draft, mention: Mention, field: Field) -> Finding:
    """Say that what is written as the day of the interview is another."""
    met = dates.met(draft).date()
    text = draft.text if field is Field.BODY else draft.subject or ""
    span, start = with_preposition(text, mention), 0
    if field is Field.BODY:
        span = _said_twice(draft, span)
        sentence = sentence_at(draft, span)
        start = sentence.span.start if sentence else 0
    told = min(meeting_day.meant(draft, mention), default=met)
    was_true = mention.relation is Relation.RELATIVE and told > met
    fits = "is no longer true" if was_true else "does not fit"
    return Finding(
        f"“{on_one_line(span.of(text))}” {fits}: your card has the interview on {spoken(met)}.",
        field=field,
        span=span,
        suggestions=(replace(span, put_right(draft, mention, text, start)),),
    )


def _said_twice(draft: Draft, span: Span) -> Span:
    """Take “Wednesday” into “today, Wednesday” and “today (Wednesday)”."""
    for other in draft.days:
        start, end = other.part.span
        between = draft.text[span.end : start]
        if between == ", " or (between == " (" and draft.text[end : end + 1] == ")"):
            return Span(span.start, end + (between == " ("))
    return span


def _met(draft: Draft) -> set[date]:
    """Return the day of the interview, on its own clock and on the writer's."""
    met, here = dates.met(draft), dates.here(draft)
    return {met.date(), workdays.together(met, here).date()}


def _fits(draft: Draft, mention: Mention, met: set[date]) -> bool:
    near = ABOUT_A_WEEK if "week" in mention.part.text.lower() else 0
    near *= 2 if mention.lead in ROUGHLY else 1
    found = meeting_day.meant(draft, mention)
    if mention.relation is Relation.WEEKDAY:  # “on Tuesday” may be that of the week before
        found |= {day - timedelta(days=WEEK) for day in found}
    return any(abs((day - one).days) <= near for day in found for one in met)


def _other_weekday(draft: Draft, mention: Mention) -> date | None:
    """Return the date of a mention such as “Tuesday 4 March” when it falls on another weekday."""
    if mention.relation is not Relation.EXACT or mention.weekday is None:
        return None
    found = meeting_day.meant(draft, mention)
    if any(day.weekday() == mention.weekday for day in found):
        return None
    met = dates.met(draft).date()
    return min(found, key=lambda day: abs(day - met), default=None)
