"""Finds the facts of another interview in a draft: its firm, its role, its people."""

import re
from collections.abc import Iterator

from afterword.draft.draft import Draft
from afterword.draft.lines import holds
from afterword.draft.memory import remember
from afterword.draft.model import Interview, Person, Span
from afterword.draft.people import match_person, same_script
from afterword.draft.words import NOT_A_NAME
from afterword.engine import reader
from afterword.engine.model import Field
from afterword.engine.shapes import sentence_at
from afterword.guidelines.check_names_and_blanks import places

LEGAL_FORM = re.compile(
    r"(?:[ ,]+(?:inc|ltd|llc|llp|plc|gmbh|ag|kg|sa|sas|srl|spa|bv|nv|oy|ab|as|asa|aps|sf|pty|pvt"
    r"|private|pte|sdn|bhd|kk|co|corp|limited|corporation|company)\.?)+$",
    re.IGNORECASE,
)
MEANT = re.compile(
    r"\W(?:(?<!could )(?<!can )offer"
    r"|(?:previous\w*|former\w*|current\w*|used to|unlike|compared|clients?|customers?"
    r"|competitors?|rivals?|merg\w*|acqui\w*|partner\w*|suppliers?|also interview\w*|another"
    r"|left (?!(?:even|feeling|more|our|the|thinking|wanting|with|you|your)\b)"
    r"|have (?:\w+ ){0,3}interviews?|(?:final|last) rounds?|turn(?:ed|ing) down"
    r"|heard (?:back )?from"
    r"|accepted|withdr\w+|declin\w+|will be joining|in talks|(?:like|need|want|ask\w*) me to"
    r"|also (?:considering|speaking|talking|waiting)|decided to|but you|referred|recommended"
    r"|my (?:\w+ )?(?:referees?|references?|mentor|friend|colleague|professor|teacher)"
    r"|applied (?:\w+ ){0,2}(?:to|at|for|with)|appl(?:ying|ication) (?:to|at|with)"
    r"|(?:expect\w*|wait\w*|due) to hear|interviewing (?:at|with|for)"
    r"|where (?:i|we) (?:(?:have|had|once|first|also|still|now) )*(?:work(?:ed)?|trained|studied"
    r"|taught|teach|interned|volunteer\w*|spent|learn(?:ed|t)|did|was|am)"
    r"|told me (?:of|about) (?:your|this|the (?:post|role|job|vacancy|position|opening))"
    r"|my (?:\w+ )?interview (?:at|with) .{0,80}\bthey"
    r"|where else|who else|(?:i am|i['’]m) (?:talking|speaking) (?:to|with)"
    r"|from you (?:before(?! (?:\w+day|the)\b)|first(?! thing))|you are (?:still )?my first"
    r"|rather (?:\w+ ){1,3}you|over (?:at )?you"
    r"|yours(?<!like yours)(?<!as yours)(?! at)|said no to|not join|free of|missed the"
    r"|move on(?! to\b)|other (?:companies|firms|offers|processes|schools)|taught me to"
    r"|wants? (?:me|my|an answer)"
    r"|you (?:also |first |once )?(?:began|compete|left|started|trained|worked)|both at"
    r"|(?:contracts?|deals?) (?:for|with)|your (?:bid|deal|pitch) (?:for|to|with)|introduce you to"
    r"|have (?:\w+ ){0,2}trial|i (?:will|shall|['’]ll) be (?:at|with)(?! you)"
    r"|been (?:asked|invited) to (?:come|see|visit)"
    r"|my last (?:days?|months?|shifts?|weeks?) (?:at|with)"
    r"|my (?:aunt|brother|children|cousin|dad|daughter|father|husband|kids|mother|mum|partner"
    r"|sister|son|uncle|wife)"
    r" (?:\w+ ){0,2}(?:attend|go|is|stud|taught|teach|train|was|went|work)\w*"
    r"|first told me|been (?:at|with)|employed|notice (?:at|with)"
    r"|(?:i|we) did (?:at|for|with)"
    r"|my (?:\w+ ){0,2}(?:time|(?<!to )work|role|job|years|experience|internship|manager|team"
    r"|thesis|projects?|lead) (?:at|with|for|in)|your (?:\w+ )?years (?:at|with)|contact at"
    r"|(?:i|you|he|she|they|we) (?:was|were|saw) (?:at|with)"
    r"|i (?:made|drew|wrote|designed) (?:\w+ ){0,2}(?:at|for)"
    r"|i (?:still |now |also )?(?:help out|intern|study|teach|volunteer|work) (?:\w+ )?(?:at|for)"
    r"|(?:not|never) (?:want|wish|like|go)|(?:go|going|went) back to"
    r"|you (?:\w+ ){0,2}(?:lend|sell|send|ship) (?:\w+ )?to"
    r"|(?:worked|trained|studied|interned|volunteered|taught|gained|i spent|led|ran"
    r"|built|served|learn(?:ed|t)(?: \w+){0,2}|(?:am|been|was|while|after|from|by) working)"
    r" (?:\w+ ){0,3}(?:at|for|with|in)"
    r")\b)"
)
"""Words beside which another firm or role is named on purpose, behind what is no letter."""
SOUGHT = re.compile(
    r"['’]d\b|\W(?:interview|position|role|post|opening|vacancy|opportunit|internship|residency"
    r"|join|would\b|could\b|want|hop(?:e|ing)|wish|eager|keen|glad|happy|excite|enthusias|interest"
    r"|forward|desire|dream|choice|choose|chance|possib|thank|grateful|enjoy|learn|draw|drew"
    r"|impress|part of|confident|convinced that i\b|stoked|consider|candida|application"
    r"|right (?:place|firm|company|school|team|home)\b)"
)
"""Words of a sentence that speaks of the job. In others a firm may be an employer, or a tool."""
WISHED_FOR = re.compile(
    r"(?:^|\W(?:at|with|for|to|of|about|that|why|offer|run|round|around|hear(?:ing)? from"
    r"|interest(?:ed)? in"
    r"|join|joining|represent|representing|serve|serving|support|supporting|help|helping"
    r"|visit|visiting) )(?:the )?$"
)
"""What stands before the name of a firm that somebody would work for."""
TOOL = re.compile(
    r"\b(?:bill(?:ed|ing)?|integrated?|integration|invoic\w*|log(?:ged|ging)? in|migrat\w*|paid"
    r"|pay(?:ing|ments?)?|set up|switch\w*|sync\w*)"
    r"(?: [\w'’-]+){0,2} (?:for|from|in|on|to|with) (?:the )?$"
)
"""What stands before a firm whose product somebody uses."""
WORKED = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|\d+)"
    r" (?:years|months|seasons|winters) (?:(?!and\b|would\b)[\w'’-]+ ){0,6}at (?:the )?$"
    r"|\b(?:i(?:['’]ve| have| had| once)?|having) (?:also |ever |once )?"
    r"(?:audited|baked|brought|built|cleared|coached|cooked|designed|did|drew|drove|edited|handled"
    r"|held|kept|led|logged|made|managed|mended|moved|nursed|planned|ran|rebuilt|repaired|run"
    r"|served|set up|sold|supervised|taught|trained|wired|wrote)"
    r" (?:(?!and\b|but\b|would\b)[\w'’-]+ ){0,9}at (?:the )?$"
)
"""What stands before a firm at which one has worked: “I ran the counter at Globex”."""
OF_ANOTHER_NAME = re.compile(r" (?!I\b)[A-Z]| (?:video )?(?:calls?|links?|meetings?)\b")
"""What follows a firm in a longer name, and a tool: Oxford Brookes, a Zoom call."""
A_THING = re.compile(
    r" (?!candida|chat|culture|famil|firm|graduate|intern|interview|job|mission|office|opening"
    r"|opportunit|position|post|program|role|school|scheme|staff|team|thank|tour|traine|vacanc"
    r"|visit|way)[a-z]"
)
"""What follows “the” and a firm that is no place to work at: the Globex outage, the Globex deal."""
NOT_THEIRS = re.compile(
    r"\b(?:an?|about|and|by|currently|ex|former(?:ly)?|from|in|like|my|near|not|of|on|once|or"
    r"|references?:?|unlike|using|via)[ -]$",
    re.IGNORECASE,
)
"""What stands in a subject before a firm that is not the reader's, and before a town."""
OPENS_SUBJECT = re.compile(r" ?(?:[–—|:]|- |(?:interview|position|role|visit)\b)")
"""What stands behind a firm of one ordinary word with which a subject begins."""
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
THANKED = re.compile(
    r"\b(?:many )?thank(?:s|[ ]?you)(?: so much| again| very much)?,? "
    r"(?:(?:mrs?|ms|mx|dr|prof)\.? )?(?P<name>[^\W\d_][\w'’-]+)"
    r"(?= ?(?:$|[,!.:–—-]))",
    re.IGNORECASE,
)
"""A subject that thanks somebody by name: “Thank you, Dana – Data Engineer interview”."""
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
TOLD_OF = re.compile(
    r"\bI (?:\w+ )?(?:asked|called|have known|heard|knew|know|met|phoned|rang|saw|spoke|talked)"
    r"(?: \w+){0,2} $|\blearn(?:ed|t) (?:\w+ ){0,2}from $|\byou (?:\w+ )?know $",
    re.IGNORECASE,
)
"""What stands before somebody of whom the reader is told: “I spoke with Eva Stone yesterday”."""
MET = re.compile(
    r"\b(?:colleagues?|enjoy\w*|greet\w*|interview\w*|meet\w*|met|regards to|saw|see(?:ing)?"
    r"|sp[eo]ak\w*|spoke|talk\w*|thank\w*|wishes to|with)\b[^.;:!?]{0,40}$",
    re.IGNORECASE,
)
"""What stands before somebody who was there: “I enjoyed meeting you and Eva Stone”."""
SAYS = re.compile(
    r"['’]s [a-z]|,? (?:and (?:you|I)\b|asked|described|drew|explained|gave|made|mentioned|said"
    r"|shared|showed|told|took|walked|was (?:\w+ )?(?:generous|helpful|kind|patient|welcoming))\b"
)
"""What stands behind such a name."""
TELLS = re.compile(r",? (?:who )?(?:sends|says hello)\b|,? (?:from|under|with) whom\b")
"""What stands behind such a name."""
THE = "The "
"""What a firm's name may begin with, and is often written without a capital."""
MOST = 60
"""A firm or a name stands in no email more often; the rest is not read."""
NEAR = 48
"""Characters before a role that tell whose it is."""
GAP = 4
"""Characters in which the end of the sentence before is looked for."""
APOSTROPHES = frozenset("'’")
OPENS = frozenset('\n.!?:“"')


def facts(draft: Draft, field: Field, text: str) -> dict[Span, str | None]:
    """Return where `text` has a fact of another card alone, with this card's fact if known."""
    card = draft.context.interview
    meant: dict[Span, bool] = {}
    found: dict[Span, str | None] = {}
    low = text.lower()
    for other in draft.context.other_interviews:
        people = tuple([person.name for person in other.interviewers])
        firms, words = _names(other.company, other.role, people)
        if not (any(map(text.__contains__, firms)) or any(map(low.__contains__, words))):
            continue
        for span in _company(other, card, field, text):
            if field is Field.SUBJECT:
                if JOB.match(text, span.end) or not (
                    NOT_THEIRS.search(text, 0, span.start) or A_THING.match(text, span.end)
                ):
                    found.setdefault(span, card.company)
            elif is_at_issue(draft, span, meant) and is_sought(
                draft, span, (card.role, other.role)
            ):
                found.setdefault(span, card.company)
        for span in _role(other, card, field, text, low):
            if field is Field.SUBJECT or is_at_issue(draft, span, meant):
                found.setdefault(span, card.role)
        strangers = _strangers(draft, other, low)
        for span, right in _people(draft, strangers, field, text, meant):
            found.setdefault(span, right)
    return found


def _people(
    draft: Draft,
    strangers: Iterator[Person],
    field: Field,
    text: str,
    meant: dict[Span, bool],
) -> Iterator[tuple[Span, str | None]]:
    """Yield where one of `strangers` is named, who are on another card alone.

    In a subject the reader stands in the place. In the text nobody does: the reader is not named
    to herself.
    """
    for stranger in strangers:
        if field is Field.SUBJECT:
            reads = reader.only(draft)
            named = [s for s in _named(stranger, text) if not NOT_THEIRS.search(text, 0, s.start)]
            for span in (*named, *_thanked(draft, stranger, text)):
                yield span, reader.called(reads) if reads else None
            continue
        for span in _named(stranger, text):
            told = TOLD_OF.search(text, max(0, span.start - NEAR), span.start)
            told = told or TELLS.match(text, span.end)
            before = text[max(0, span.start - NEAR) : span.start]
            if not (MET.search(before) or SAYS.match(text, span.end)):
                continue
            place = places.is_meant(before, stranger.name.split()[-1:])
            if not (told or place) and is_at_issue(draft, span, meant):
                yield span, None
        yield from ((span, None) for span in _greeted(draft, stranger))


@remember(32)
def _names(
    company: str | None, role: str | None, people: tuple[str, ...]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the firm of a card, and in lower case its role and the words of its people's names.

    Where none of them stands in a text, nothing of the card is in it.
    """
    words = [word for word in " ".join(people).lower().split() if len(word) > 1]
    return tuple(filter(None, (firm(company).removeprefix(THE),))), tuple(
        filter(None, ((role or "").lower(), *words))
    )


@remember(32)
def firm(company: str | None) -> str:
    """Return the name of a firm without its legal form."""
    return LEGAL_FORM.sub("", (company or "").strip())


def _company(other: Interview, card: Interview, field: Field, text: str) -> Iterator[Span]:
    """Yield where the firm is named as it is written, with its capitals.

    A name of one ordinary word, such as Indeed, is only taken inside a sentence, and where a
    subject begins with it as with the place of the interview.
    """
    whole = (other.company or "").strip()
    name, article = firm(whole).removeprefix(THE), len(THE) if whole.startswith(THE) else 0
    if len(name) < 2 or name not in text or _shared(name, card):
        return
    plain = name.isalpha() and name[1:].islower()
    for span in _spans(rf"(?<![\w@./-]){re.escape(name)}(?![\w@/-]|\.\w)", name, text):
        before = text[max(0, span.start - GAP) : span.start].rstrip(" \t")[-1:] or "\n"
        if plain and before in OPENS and not _opens_subject(field, name, text, span):
            continue
        start = span.start - article
        if not article or text[max(0, start) : span.start].lower() != THE.lower():
            start = span.start
        end = span.start - article + len(whole)
        yield Span(start, end if text[span.start : end] == whole[article:] else span.end)


def _opens_subject(field: Field, name: str, text: str, span: Span) -> bool:
    """Tell “Globex interview – thank you”, but not “Next interview”."""
    if field is not Field.SUBJECT or span.start or name.lower() in NOT_A_NAME:
        return False
    return OPENS_SUBJECT.match(text, span.end) is not None


def _spans(expression: str, words: str, text: str) -> Iterator[Span]:
    """Yield where an expression matches that is made around `words`; it is tried only there."""
    pattern = re.compile(expression)
    at, left = text.find(words), MOST
    while at >= 0 and left:
        match = pattern.match(text, at)
        if match:
            yield Span(*match.span())
        at, left = text.find(words, match.end() if match else at + 1), left - 1


def _role(other: Interview, card: Interview, field: Field, text: str, low: str) -> Iterator[Span]:
    """Yield where the role is named as the job in question, not as one that the writer has had."""
    if not (other.role and card.role) or other.role.lower() not in low:
        return
    if _shared(other.role, card):
        return
    for match in re.finditer(rf"\b{re.escape(other.role)}\b", text, re.IGNORECASE):
        before = text[max(0, match.start() - NEAR) : match.start()].lower()
        if job := JOB.match(text, match.end()):
            if FILLED.match(text, job.end()):
                continue
            if field is Field.SUBJECT or THE_JOB.search(before):
                yield Span(*match.span())
        elif field is Field.SUBJECT:
            if _is_the_role(other.role, card.role, before, text, match.end()):
                yield Span(*match.span())
        elif HOPED_FOR.search(before) and text[match.end() : match.end() + 1] not in APOSTROPHES:
            yield Span(*match.span())


def _is_the_role(role: str, own: str, before: str, subject: str, end: int) -> bool:
    """Say whether a subject without the `own` role is about another one.

    One word is a role where it is a part of the subject by itself: “Manager – thank you”.
    """
    words, known = role.lower().split(), set(re.findall(r"\w+", own.lower()))
    initials = "".join(word[0] for word in words)  # an RN is a Registered Nurse
    if own.lower() in subject.lower() or known.issuperset(words) or initials in known:
        return False
    if len(words) > 1:
        return not (HELD.search(before) or NO_JOB.match(subject.lower(), end))
    return bool(BEGINS.search(before) and ENDS.match(subject, end))


def _strangers(draft: Draft, other: Interview, low: str) -> Iterator[Person]:
    """Yield the interviewers who are on the other card alone, and of whose name a word is there."""
    known = reader.known(draft)
    for stranger in other.interviewers if known else ():
        words = (word for word in stranger.name.lower().split() if len(word) > 1)
        if any(word in low for word in words) and not match_person(stranger.name, known):
            yield stranger


def _named(stranger: Person, text: str) -> Iterator[Span]:
    """Yield where somebody is named in full."""
    if len(stranger.name.split()) > 1:
        yield from _spans(rf"\b{re.escape(stranger.name)}\b", stranger.name, text)


def _thanked(draft: Draft, stranger: Person, subject: str) -> Iterator[Span]:
    """Yield a name in a subject that is the stranger's alone: “Thank you, Eva”."""
    match = THANKED.search(subject)
    if match and match["name"][0].isupper() and _is_alone(draft, stranger, match["name"]):
        yield Span(*match.span("name"))


def _greeted(draft: Draft, stranger: Person) -> Iterator[Span]:
    """Yield a greeted name that is the stranger's alone."""
    for name in draft.greeting_names:
        if _is_alone(draft, stranger, name.text):
            yield name.span


def _is_alone(draft: Draft, stranger: Person, name: str) -> bool:
    """Say whether a name is the stranger's, and nobody's whom this card or the To field knows.

    Nothing can be told where a name of this card is in another script, since Natalia and Наталья
    may be one person.
    """
    known = reader.known(draft)
    if not match_person(name, (stranger,)) or match_person(name, known):
        return False
    return all(same_script(name, person.name) for person in known)


def _shared(fact: str, card: Interview) -> bool:
    """Say whether a fact of another card is also one of this card, or one part of the other."""
    people = (person.name for person in card.interviewers)
    texts = (card.company, card.role, *people, *card.topics, *card.open_questions, *card.promised)
    fact = fact.lower()
    whole = (text.lower() for text in (card.company, card.role) if text)
    return any(fact in text.lower() for text in texts if text) or any(t in fact for t in whole)


def is_sought(draft: Draft, span: Span, roles: tuple[str | None, ...] = ()) -> bool:
    """Say whether a firm is named as the one that the writer would work for, in one of `roles`.

    Elsewhere it may be a former employer, a tool or a thing, and one has never heard of most.
    """
    sentence = sentence_at(draft, span)
    if sentence is None:
        return False
    following = draft.text[span.end + 1 : sentence.span.end].lower()
    if OF_ANOTHER_NAME.match(draft.text, span.end) and not any(
        following.startswith(role.lower()) for role in roles if role
    ):
        return False
    before = draft.text[sentence.span.start : span.start].lower()
    if following.startswith(("to you ", "to your ")):
        return False  # “the discipline of Globex to your team”
    if before.endswith("the ") and A_THING.match(draft.text, span.end):
        return False
    if not WISHED_FOR.search(before) or TOOL.search(before) or WORKED.search(before):
        return False
    return SOUGHT.search(" " + sentence.text.lower()) is not None


def is_at_issue(draft: Draft, span: Span, meant: dict[Span, bool]) -> bool:
    """Leave out quoted mail and signature, and sentences that name another firm on purpose.

    `meant` remembers what was found for each sentence.
    """
    sentence = sentence_at(draft, span)
    if sentence is None:
        return False
    if sentence.span not in meant:
        card = draft.context.interview
        low, own = " " + sentence.text.lower(), firm(card.company).lower()
        if card.role:
            low = low.replace(card.role.lower(), "role")  # no customer is meant by Customer Success
        told = bool(own) and holds(low, (f"told me of {own}", f"told me about {own}"))
        meant[sentence.span] = told or MEANT.search(low) is not None
    return not meant[sentence.span]
