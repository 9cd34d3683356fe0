"""Tells the day of the interview from the other days that an email mentions."""

import re
from datetime import date

from afterword.draft import days
from afterword.draft.days import Mention, Relation
from afterword.draft.draft import Draft
from afterword.draft.lines import holds
from afterword.engine import dates, reader
from afterword.engine.shapes import sentence_at
from afterword.guidelines.be_prompt import with_whom
from afterword.guidelines.be_prompt.right_day import APOSTROPHES, NEAR, WEEK

# Each word is looked for behind what is no letter, of which there are fewer than ends of words.
MEETING = re.compile(
    r"\W(?:interview(?:ed|ing|s)?|met|meet(?:ing)?|spoke|speaking|talk(?:ed|ing)?|conversations?"
    r"|chat(?:ted|ting)?|discuss(?:ed|ion|ions)|call|visit|tour|time|hours?|screening|session"
    r"|(?<=to )see you|seeing you|came in|showed me|showing me"
    r"|(?:for|you) (?:\w+ )?(?:(?:seeing|having|receiving) (?:me|us)(?! back)"
    r"|letting me (?!begin|bring|come (?:again|back)|join|know|move|send|start)\w+"
    r"|(?:taking|walking|welcoming) me)"
    r"|(?:thanks|you) (?:\w+ ){0,2}for (?:my|our|the|your) (?:\w+ )?trial)\b"
    r"|\W(?:good|great|honou?r|joy|lovely|nice|pleasure|privilege) to (?:chat|speak|talk)"
    r"(?: (?:to|with) you\b| (?:on )?$)"
    r"|\Wyou (?:told me|said|mentioned|asked)(?: (?:me|so|twice|for|it|this))* (?:on )?$"
)
"""What is said on a day has the day right behind it: “you said that the loads fail on Friday”."""
THANKED = re.compile(r"\W(?:thank you|thanks|thank u|thx)(?: \w+){0,3} for $")
"""Behind these “today” is the meeting; a Monday may be that of another one."""
_OTHER_DAYS = (
    # It is still to come, or is to be agreed.
    r"will|shall|would|could|can|may|might|should|if|until|by|before|forward|next|upcoming"
    r"|going to|free|availab\w*|invit\w*|(?:re)?scheduled?|set for|confirm\w*"
    r"|disposal|mov(?:ed|ing) (?:it|our|the)|hope (?:that )?(?:all|the|your)"
    r"|(?:am|['’]m) (?:\w+ )?(?:glad|happy) to (?:meet|talk|speak)",
    # It is one of several, or of many.
    r"(?:first|second|third)(?! of all\b)|final|another|previous|earlier|elsewhere|last time"
    r"|last (?:met|spoke|talked)|again on|every|each|always|usually|often|this time on"
    r"|from \w+day (?:to|through|till|until)|miss(?:ed|ing) (?:our|the|your)"
    r"|(?:met|meet\w*|see\w*) you (?:\w+ ){0,4}after",
    # It is of the application, or of an answer.
    r"advertised|posted|applied|application|start\w*|due|deadline|decision|decide|sent|send"
    r"|since|because|arrived|came out|call (?:me|or)|took me|exchanged|your (?:phone )?call"
    r"|asked (?:me )?for(?= (?:on )?$)|(?:had|have|found) (?:\w+ ){0,3}time",
    # It is of another meeting.
    r"(?:call|talk\w*|spoke|meeting) (?:with|to) (?:an?|my)|(?:have|['’]ve got) an?"
    r"|i had an? (?:call|interview|meeting|tour|visit)|on[- ]call|ll"
    r"|your \w+['’]s (?:call|meeting|session|talk|tour|visit)"
    r"|(?:call|conversation|meeting|talk)s? of (?:all|my|(?:the|your) \w+)"
    r"|(?:citizenship|driving|exit|podcast|radio|theory|visa) (?:call|interview|meeting|test)"
    r"|(?:board|budget|client|committee|council|customer|department|family|lab|parents['’]?"
    r"|planning|project|sales|school|sprint|staff|supplier|team|union) (?:call|meeting)",
    # It is of an event.
    r"at (?:church|(?:an?|the) (?:\w+ )?(?:concert|funeral|game|gym|market|match|meetup|party"
    r"|wedding))|(?:the|careers?|job) fair|open (?:day|evening|house)"
    r"|i (?:attended|heard|joined|watched) (?:an?|the|your) (?!.*interview)"
    r"|(?:call|meeting|session|talk|tour)s? (?:that |which )?i (?:attended|gave|had|heard"
    r"|held|led|ran)",
    # It is what the reader spoke of, or when the writer did something else.
    r"you (?:expected|hoped|planned|thought)"
    r"|(?:you (?:said|mentioned)|told me)(?: (?:at|during|in) (?:our|the|your) \w+)?"
    r" (?:that|the|your|they)"
    r"|when i|i (?:read|saw|tried|found|went|sent|looked|wrote|received|started|finished|spent"
    r"|passed(?!.*interview)|bought|booked|built|checked|ordered|tested|signed|tasted|cooked|baked"
    r"|drew)",
)
ELSEWHERE = re.compile(rf"\W(?:{'|'.join(_OTHER_DAYS)})\b")
"""Words of a clause whose day is another."""
NOT_IN_SUBJECT = re.compile(
    r"\W(?:letters?|messages?|e-?mails?|replies|reply|decisions?|offers?|available|slots?)\b"
    r"|\W(?:black|cyber|good|ash|shrove|palm|easter) $"
)
"""What else has a day in a subject: “your letter of 9 July about the interview”, Black Friday."""
ASKED = re.compile(r"[^,;:–—(-]*\?")
"""What stands behind a day of which a subject asks: “Free on Friday?”."""
NAMED = re.compile(r" (?!(?:Interview|Meeting|Call|Conversation|Chat|Talk|Visit)\b)[A-Z]")
"""What follows a weekday that is the first word of a name: Friday Harbor."""
CLAUSE = re.compile(
    r"[,;:–—(\sab](?:(?<=[,;:–—(])|(?<=\s)-\s|(?<=\ba)nd (?:i|we|that|then|my)\b|(?<=\bb)ut\b)"
)
"""A mark, a dash between spaces, “and we”, “but”; all begin with one set, which is found faster."""
TOPIC = re.compile(
    r"(?:(?:^\s*|\W(?:i|we|you) )(?:\w+ )?"
    r"(?:(?:talked|spoke|chatted) (?:[\w'’-]+ ){0,3}(?:about|of)|discussed)"
    r"|me through"
    r"(?= (?:how|what|why|(?:\w+ ){1,3}(?:accident|failure|fire|incident|outage|storm)s?)\b))"
    r" (?:(?!(?:with|on|role|position|job|post|opening|opportunity|vacancy)\b)[\w'’-]+ ){1,6}"
    r"(?:on )?(?:the )?$"
)
"""What was talked about may have been on a day of its own: “we discussed the audit on Friday”."""
THOUGHT_OF = re.compile(
    r"\W(?:(?:came|come|coming|go|going|went) back to|on my mind"
    r"|(?:think|thinking|thought) (?:\w+ )?(?:of|about))\b"
)
"""Who writes so tells of a day of their own: “I came back to our conversation this morning”."""
NOT_THIS = re.compile(
    r",? (?:by|in an?|in your|over the|on the|via) (?:e-?mail|letter|mail|message|(?:tele)?phone)\b"
    r"| (?:morning|afternoon|evening|night)s\b|[^.!?]{0,20} with (?:another|a different|other)\b"
    r"| (?:at|during) (?:an?|the|your) (?:\w+ )?(?:concert|conference|congress|expo|fair|funeral"
    r"|game|gym|market|match|meetup|party|webinar|wedding)\b"
    r"| (?:at|during|in|on) your (?:\w+ )?(?:article|blog|lecture|podcast|post|talk|video)\b"
    r"| to (?:agree|arrange|ask|book|buy|collect|confirm|fetch|fix|plan|schedule|set)\b| when i\b"
    r"| (?:could|may|might|should|will|would|was to|were to) be\b"
    r"| (?:(?:would )?suits?|works|(?:is|would be) (?:fine|good|perfect|possible)) (?:for )?me\b"
)
"""What stands behind a day on which one was told something or met elsewhere, or many such days."""
BEHIND = re.compile(rf"['’]s\s+(?:\w+\s+)?{with_whom.MEETING}\b")
OURS = re.compile(rf" (?:(?:morning|afternoon|phone|video) )?{with_whom.MEETING}\b")
"""What stands behind the day of “our Monday chat”."""
DATED = re.compile(rf"(?:(?:^|[,(:|–—-])\s*|\b(?:of|on|our|{with_whom.MEETING})\s)$")
"""What stands before a date in numbers; behind any other word they are a file's or a batch's."""
MORE_DAYS_BEFORE = re.compile(r"\d(?:st|nd|rd|th)? ?(?:and|to|or|&|–|-) ?$")
MORE_DAYS_BEHIND = re.compile(r" ?(?:and|to|or|&|–|-) ?\d|, ?\d{1,2}(?:st|nd|rd|th)\b")
RANGE = re.compile(r" (?:to|through|till|until)\b")
ANY_SUCH_DAY = frozenset("a about an any the whole".split())
ONE_SUCH_DAY = re.compile(r"\ban? [\w-]+ $")
"""What stands before a weekday that is not the day of one meeting: “the Friday crew”."""
LONGER = frozenset("over than".split())
"""“More than a week ago” is no day."""
SAID = re.compile(r"\b(?:told me|said|mentioned|asked) $")
"""Behind these a weekday is what was said: “you told me Friday”."""
DATES = (Relation.EXACT, Relation.DAY)
WRITTEN = re.compile(r"[^\W\d_]")
LONG_AGO = 60
"""Days between a date with its year and the interview from which it is another day."""


def meant(draft: Draft, mention: Mention) -> set[date]:
    """Return the days that a mention may mean, on the writer's clock and on the interview's."""
    clocks = {moment.date(): moment for moment in (dates.here(draft), dates.there(draft))}
    return {day for moment in clocks.values() for day in days.resolve(mention, moment)}


def in_body(draft: Draft, mention: Mention) -> bool:
    """Say whether the mention is the day of a meeting that has taken place.

    The word for the meeting stands before it in the same clause, or right behind it, as in
    “yesterday's interview”; nothing in the clause points to another day.
    """
    sentence = sentence_at(draft, mention.part.span)
    if sentence is None or sentence.text.endswith("?"):
        return False
    start, end = mention.part.span.start, mention.part.span.end
    before = draft.text[max(sentence.span.start, start - NEAR) : start].lower()
    before = " " + CLAUSE.split(before)[-1]
    behind = draft.text[end : end + NEAR]
    if with_whom.is_another(draft, draft.text[start - len(before) + 1 : start], behind):
        return False
    behind = behind.lower()
    told = mention.relation is Relation.WEEKDAY and SAID.search(before)
    said = not told and behind[:1] not in APOSTROPHES and _is_said_of_meeting(mention, before)
    ours = mention.lead == "our" and OURS.match(behind)
    if not (said or ours or BEHIND.match(behind)):
        return False
    if ELSEWHERE.search(before) or _is_no_one_day(mention, before, behind):
        return False
    if NOT_THIS.match(behind) or _is_of_topic(mention, before):
        return False
    return not (_is_another(draft, mention) or _is_somebody(draft, mention))


def in_subject(draft: Draft, mention: Mention) -> bool:
    """Say whether the subject dates the meeting: “Data Engineer interview, 3 March”.

    Its words are loosely joined, so all of those before the day are read together. A day ahead is
    likely the next meeting's, and a weekday before a capital is part of a name.
    """
    subject, card = draft.subject or "", draft.context.interview
    start, end = mention.part.span.start, mention.part.span.end
    before, behind = " " + subject[:start].lower(), subject[end : end + NEAR]
    if _is_ahead(draft, mention) or with_whom.is_another(draft, subject[:start], behind):
        return False
    if mention.part.text.lower() in f"{card.role or ''} {card.company or ''}".lower():
        return False
    weekday = mention.relation is Relation.WEEKDAY
    if NOT_IN_SUBJECT.search(before) or ELSEWHERE.search(before) or ASKED.match(behind):
        return False
    if _is_no_one_day(mention, before, behind.lower()) or (weekday and NAMED.match(behind)):
        return False
    met = behind[:1] not in APOSTROPHES and _is_said_of_meeting(mention, before)
    return met or BEHIND.match(behind.lower()) is not None


def _is_said_of_meeting(mention: Mention, before: str) -> bool:
    if mention.relation is Relation.RELATIVE:
        if THOUGHT_OF.search(before):
            return False
        if THANKED.search(before):
            return True
    return MEETING.search(before) is not None


def _is_of_topic(mention: Mention, before: str) -> bool:
    told = holds(before, ("discussed ", " about ", " of ", " through "))  # which most have not
    return told and mention.relation is not Relation.RELATIVE and TOPIC.search(before) is not None


def _is_no_one_day(mention: Mention, before: str, behind: str) -> bool:
    """Tell “the Friday crew”, “14 and 15 May”, “batch 02/03/26” and “over a week ago”."""
    if mention.relation in DATES:
        several = MORE_DAYS_BEFORE.search(before) or MORE_DAYS_BEHIND.match(behind)
        return bool(several or not (WRITTEN.search(mention.part.text) or DATED.search(before)))
    if mention.lead == "from" and RANGE.match(behind):
        return True
    if mention.relation is Relation.WEEKDAY:
        return mention.lead in ANY_SUCH_DAY or ONE_SUCH_DAY.search(before) is not None
    return mention.lead in LONGER


def _is_somebody(draft: Draft, mention: Mention) -> bool:
    """Tell “it was good to meet Monday” where Monday Okoro is on the card or in the To field."""
    words = (word for person in reader.known(draft) for word in person.name.split())
    return mention.lead != "on" and mention.part.text in words


def _is_another(draft: Draft, mention: Mention) -> bool:
    """Say whether a day is one to come, or of a year that is named and not the interview's."""
    if mention.relation is not Relation.EXACT:
        return _is_ahead(draft, mention)
    met = dates.met(draft).date()
    return mention.year is not None and all(
        abs((day - met).days) > LONG_AGO for day in meant(draft, mention)
    )


def _is_ahead(draft: Draft, mention: Mention) -> bool:
    """Say whether a day is likeliest still to come.

    One without a month that is a week from the interview or more may be the next month's.
    """
    if mention.relation not in DATES:
        return mention.offset > 0 or mention.relation is Relation.NEXT
    now, met = dates.there(draft), dates.met(draft).date()
    found = days.resolve(mention, now)
    if mention.relation is Relation.DAY and all(abs((day - met).days) >= WEEK for day in found):
        return True
    return next(iter(found), now.date()) > now.date()
