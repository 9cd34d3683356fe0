"""Checks that the day words of the email are true on the day it is sent."""

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta

from afterword.draft import days
from afterword.draft.days import Mention, Relation
from afterword.draft.draft import Draft
from afterword.draft.model import Span
from afterword.engine import dates, workdays
from afterword.engine.check import check
from afterword.engine.model import Finding, Level, Suggestion
from afterword.engine.shapes import replace, sentence_at
from afterword.engine.wording import MONTHS, WEEKDAYS, spoken

# Each word is looked for behind what is no letter, of which there are fewer than ends of words.
MEETING = re.compile(
    r"\W(?:interview(?:ed|ing|s)?|met|meet(?:ing)?|spoke|speaking|talk(?:ed|ing)?|conversations?"
    r"|chat(?:ted|ting)?|discuss(?:ed|ion|ions)|call|visit|tour|time|hours?|screening|session"
    r"|(?:see|seeing) you|came in|showed me|showing me)\b"
    r"|\W(?:told me|you (?:said|mentioned|asked))(?: (?:me|so|twice|for|it|this))* (?:on )?$"
)
"""What is said on a day has the day right behind it: “you said that the loads fail on Friday”."""
ELSEWHERE = re.compile(
    r"\W(?:will|shall|would|could|can|may|might|should|if|until|by|before|forward|next|upcoming"
    r"|(?:re)?scheduled?|availab\w*|invit\w*|first|second|third|final|another|previous"
    r"|earlier|last time|again on|every|each|always|usually|often|advertised|posted|applied"
    r"|application|start\w*|due|deadline"
    r"|decision|decide|sent|send|since|because|arrived|came out|call (?:me|or)|took me"
    r"|(?:had|have|found) (?:\w+ ){0,3}time|(?:call|talk\w*|spoke|meeting) (?:with|to) (?:an?|my)"
    r"|(?:the|careers?|job) fair|meeting of my"
    r"|(?:you (?:said|mentioned)|told me) (?:that|the|your|they)"
    r"|when i|i (?:read|saw|tried|found|went|sent|looked|wrote|received|started|finished|spent))\b"
)
CLAUSE = re.compile(
    r"[,;:–—(\sab](?:(?<=[,;:–—(])|(?<=\s)-\s|(?<=\ba)nd (?:i|we|that|then|my)\b|(?<=\bb)ut\b)"
)
"""A mark, a dash between spaces, “and we”, “but”; all begin with one set, which is found faster."""
BEHIND = re.compile(r"['’]s\s+(?:\w+\s+)?(?:interview|conversation|meeting|talk|chat|call|visit)\b")
MORE_DAYS_BEFORE = re.compile(r"\d(?:st|nd|rd|th)? ?(?:and|to|or|&|–|-) ?$")
MORE_DAYS_BEHIND = re.compile(r" ?(?:and|to|or|&|–|-) ?\d|, ?\d{1,2}(?:st|nd|rd|th)\b")
ANY_SUCH_DAY = frozenset("a an the whole about".split())
"""What stands before a weekday that is not the day of one meeting: “the Friday crew”."""
LONGER = frozenset("over than".split())
"""“More than a week ago” is no day."""
ROUGHLY = "about around nearly almost roughly some".split()
TO_THE_DAY = re.compile(rf"(?:\bon )?(?:\b(?:the|last) )?$|\b(?:{'|'.join(ROUGHLY)}|just|only) $")
"""Words before a day that are replaced with it."""
BARE = frozenset("of from your for since".split())
"""Words behind which a day has no “on”: our talk of Tuesday, an hour of your Tuesday."""
PART_OF_DAY = re.compile(r"morning|afternoon|evening|night")
SAID = re.compile(r"\b(?:told me|said|mentioned|asked) $")
"""Behind these a weekday is what was said: “you told me Friday”."""
APOSTROPHES = frozenset("'’")
NEAR = 60
"""Characters before a day word in which the word for the meeting stands."""
WEEK = 7
ABOUT_A_WEEK = 2


@check(
    "wrong-day",
    level=Level.ADVICE,
    summary="A day word does not fit the day of the interview.",
    needs=("interview.interviewed_at", "now"),
)
def wrong_day(draft: Draft, _options: Mapping[str, float]) -> Iterator[Finding]:
    """Compare every mention of the interview's day with the card, and weekdays with their dates."""
    met, every = dates.met(draft).date(), _met(draft)
    about = {mention for mention in draft.days if _about_meeting(draft, mention)}
    right = any(_fits(draft, mention, every) for mention in about)
    for mention in draft.days:
        if day := _other_weekday(draft, mention):
            yield Finding(
                f"“{_words(mention)}” does not fit the calendar: {day.day} {MONTHS[day.month - 1]}"
                f" is a {WEEKDAYS[day.weekday()]}.",
                span=mention.part.span,
                suggestions=tuple(_right_date(mention, day, met)),
            )
        elif mention in about and not right:
            span = _with_preposition(draft, mention)
            words = " ".join(span.of(draft.text).split())
            told = min(_resolved(draft, mention), default=met)
            was_true = mention.relation is Relation.RELATIVE and told > met
            fits = "is no longer true" if was_true else "does not fit"
            yield Finding(
                f"“{words}” {fits}: your card has the interview on {spoken(met)}.",
                span=span,
                suggestions=(replace(span, _put_right(draft, mention, met)),),
            )


def _words(mention: Mention) -> str:
    return " ".join(mention.part.text.split())


def _resolved(draft: Draft, mention: Mention) -> set[date]:
    """Return the days that a mention may mean, on the writer's clock and on the interview's."""
    clocks = {moment.date(): moment for moment in (dates.here(draft), dates.there(draft))}
    return {day for moment in clocks.values() for day in days.resolve(mention, moment)}


def _met(draft: Draft) -> set[date]:
    """Return the day of the interview, on its own clock and on the writer's."""
    met, here = dates.met(draft), dates.here(draft)
    return {met.date(), workdays.together(met, here).date()}


def _fits(draft: Draft, mention: Mention, met: set[date]) -> bool:
    near = ABOUT_A_WEEK if "week" in mention.part.text.lower() else 0
    near *= 2 if mention.lead in ROUGHLY else 1
    found = _resolved(draft, mention)
    return any(abs((day - one).days) <= near for day in found for one in met)


def _about_meeting(draft: Draft, mention: Mention) -> bool:
    """Say whether the mention is the day of a meeting that has taken place.

    The word for the meeting stands before it in the same clause, or right behind it, as in
    “yesterday's interview”; nothing in the clause points to another day.
    """
    if mention.relation is Relation.NEXT or mention.offset > 0:
        return False
    sentence = sentence_at(draft, mention.part.span)
    if sentence is None or sentence.text.endswith("?"):
        return False
    start, end = mention.part.span.start, mention.part.span.end
    before = draft.text[max(sentence.span.start, start - NEAR) : start].lower()
    before = " " + CLAUSE.split(before)[-1]
    behind = draft.text[end : end + NEAR].lower()
    if ELSEWHERE.search(before) or _is_no_one_day(mention, before, behind):
        return False
    if BEHIND.match(behind):
        return True
    said = mention.relation is not Relation.WEEKDAY or not SAID.search(before)
    return said and behind[:1] not in APOSTROPHES and MEETING.search(before) is not None


def _is_no_one_day(mention: Mention, before: str, behind: str) -> bool:
    """Tell “the Friday crew”, “14 and 15 May” and “over a week ago”."""
    if mention.relation is Relation.EXACT:
        return bool(MORE_DAYS_BEFORE.search(before) or MORE_DAYS_BEHIND.match(behind))
    weekday = mention.relation is Relation.WEEKDAY
    return mention.lead in (ANY_SUCH_DAY if weekday else LONGER)


def _other_weekday(draft: Draft, mention: Mention) -> date | None:
    """Return the date of a mention such as “Tuesday 4 March” when it falls on another weekday."""
    if mention.relation is not Relation.EXACT or mention.weekday is None:
        return None
    found = _resolved(draft, mention)
    if any(day.weekday() == mention.weekday for day in found):
        return None
    return min(found, default=None)


def _right_date(mention: Mention, day: date, met: date) -> Iterator[Suggestion]:
    """Offer the day of the interview where one half of the date is that day's already.

    That is its weekday beside a wrong date, or its date beside a wrong weekday written out.
    """
    words = mention.part.text
    found = re.search(r"[A-Za-z]+day", words)
    if mention.weekday == met.weekday() and abs((day - met).days) < WEEK:
        yield replace(mention.part.span, spoken(met))
    elif day == met and found:
        start = mention.part.span.start
        yield replace(Span(start + found.start(), start + found.end()), WEEKDAYS[day.weekday()])


def _with_preposition(draft: Draft, mention: Mention) -> Span:
    """Take the words before the day with it that a new day brings itself, such as “on the”."""
    span = mention.part.span
    if draft.text[span.end : span.end + 1] in APOSTROPHES:
        return span
    before = TO_THE_DAY.search(draft.text[max(0, span.start - NEAR) : span.start].lower())
    return Span(span.start - len(before[0]), span.end) if before else span


def _put_right(draft: Draft, mention: Mention, met: date) -> str:
    """Write the day of the interview in the way in which the mention wrote its day."""
    part = PART_OF_DAY.search(mention.part.text.lower())
    words = _day(met, dates.there(draft).date(), mention.relation, part[0] if part else None)
    span = _with_preposition(draft, mention)
    before = draft.text[max(0, span.start - NEAR) : span.start].split()[-1:]
    owned = draft.text[span.end : span.end + 1] in APOSTROPHES
    if owned or (before and before[0].lower() in BARE):
        words = words.removeprefix("on ")
    sentence = sentence_at(draft, span)
    starts = sentence is not None and span.start == sentence.span.start
    return words[:1].upper() + words[1:] if starts else words


def _day(met: date, today: date, relation: Relation, part: str | None) -> str:
    suffix = f" {part}" if part else ""
    if met == today:
        return f"this{suffix}" if part and part != "night" else "today"
    if met == today - timedelta(days=1) and relation is Relation.RELATIVE:
        return "last night" if part == "night" else f"yesterday{suffix}"
    if relation is not Relation.EXACT and 0 < (today - met).days < WEEK:
        return f"on {WEEKDAYS[met.weekday()]}{suffix}"
    return f"on {met.day} {MONTHS[met.month - 1]}"
