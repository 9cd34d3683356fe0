"""Finds the greeting of an email, and who is named in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from afterword.draft.lines import BLANK, Line, holds, lowered
from afterword.draft.memory import remember
from afterword.draft.model import Context, Part, Span
from afterword.draft.words import (
    ALSO_A_NAME,
    CJK_HONORIFICS,
    COMPANIONS,
    GIVEN_TOO,
    NO_PERSON,
    NOBODY,
    NOT_A_NAME,
    PARTICLES,
    ROLE_TITLES,
    TITLES,
)

_SALUTATION = re.compile(
    r"(?:(?:a[ ]+(?:very[ ]+)?)?(?:good|gd)[ \t\xa0]+(?:morning|afternoon|evening|day)"
    r"(?:[ ]+to[ ]+you)?"
    r"|happy[ ]+(?:\w+day|new[ ]+year)"
    r"|(?:my[ \t]+|very[ \t]+)?dear(?:est)?(?:[ \t]+(?:respected|esteemed|honou?red))?"
    r"|hi+|he+y+a?|hello+|hallo|hullo|hiya|howdy|yo|sup|oi"
    r"|alright|h?eita|howzit|aweh|wagwan|(?:ay|aye|ey)[ ]up"
    r"|greetings|salutations|good[ \t]?day|g'day|g’day|morning|afternoon|evening"
    r"|respected|esteemed|kumusta|mabuhay|magandang[ \t]+\w+(?:[ \t]+po)?"
    r"|namaste|namaskaram?|vanakkam|sat[ \t]+sri[ \t]+akal"
    r"|(?:as[ \t-]?)?salaa?mu?[ \t'’-]*ala[iy]+kum|salaam|salam|marhaba|merhaba|shalom|salut|salve"
    r"|selamat[ \t]+\w+|konnichiwa|xin[ \t]+chào|tēnā[ \t]+(?:koe|korua|koutou)|dia[ \t]+dhuit"
    r"|grüezi|grüessech|grüß[ \t]+gott|moin|servus|sehr[ \t]+geehrte[rs]?"
    r"|liebe[r]?|guten[ \t]+(?:tag|morgen|abend)|bonjour|bonsoir|ch(?:er|ère)|estimad[oa]s?"
    r"|querid[oa]s?|hola|buen[oa]s?[ \t]+(?:días|dias|tardes|noches)|prezad[oa]s?|olá|ola|ciao"
    r"|bo(?:m|a)[ \t]+(?:dia|tarde|noite)|talofa|bula|jambo|habari|sawubona"
    r"|gentile|egregio|buongiorno|beste|geachte|kære|hej|hei|kia[ \t]+ora|aloha"
    r"|annwyl|shwmae|helo|sæll?|kær[ai]|chào(?:[ ]+(?:anh|chị|em|cô|chú|bác))?"
    r"|kính[ ]+(?:gửi|chào)|kedves|tisztelt|szia|sziasztok|drog[ia]|szanown[ay]|witam"
    r"|dobrý[ ]+den|vážen[ýá]|dobar[ ]+dan|poštovan[aei]|pozdravljen[ai]|stimat[eă]|dragă"
    r"|bună(?:[ ]+ziua)?|hyvä|terve|tere|kallis"
    r"|gerbiam(?:as|a)|labas|sveiki|sayın|gentilissim[oa]|kaixo|benvolgu(?:t|da)|hallå|mahal[ ]+na"
    r"|mōrena|morena(?=[ \t]+[^\W\d_]+,)|дорог(?:ой|ая|ие)"
    r"|уважаем(?:ый|ая|ые)|здравствуйте|привет|добрый[ ]+день|γεια[ ]+σας|αγαπητ(?:έ|ή)|مرحبا|عزيزي"
    r"|عزيزتي|السلام[ ]+عليكم|नमस्ते|प्रिय|שלום|dzień[ \t]+dobry)"
    r"(?![\w'’-])"
)
_TO_AN_OFFICE = re.compile(
    r"to[ \t]+(?:whom[ \t]+it[ \t]+may[ \t]+concern|the[ \t]+(?:[\w&'’-]+[ \t]+){0,4}"
    r"(?:team|office|department|committee|board|panel|managers?|officer|staff)"
    r"(?:[ \t]+(?:at|of|in)[ \t]+[\w&'’ \t-]{1,40})?[ \t]*(?=[,:][ \t]*$))"
)
"""“To whom it may concern”, and a line to those who hold an office."""
_GENERIC = frozenset(
    "gentlemen|ladies and gentlemen|ladies|sir|madam|sirs|sir or madam|sir/madam|team|all|everyone"
    "|folks|hiring manager|friends".split("|")
)
_AND = frozenset("and & und y et e en og och i or und/or".split())
_OPENS_BODY = ("thank", "thanks", "many thanks", "it was", "great", "just", "hope", "good", "i ")
_PLAIN_SALUTATIONS = ("hi", "hello", "hey", "dear", "good ", "my dear", "hallo", "hola", "bonjour")
_WORD = re.compile(
    r"[\[{<«][^\]}>»\n]{1,60}[\]}>»]{1,2}[^\s\w]*|[^\s,:;!،，：！]+[,:;!،，：！]*|[,:;!،，：！]+"
)
# "Ms.Rao" without a space is a title and a name.
_NAME_PART = re.compile(
    r"(?:mrs?|ms|mx|dr|prof)\.(?=\w)|[^\s,;:!?&/()–—،，：！]+|[,;:!?&/()–—،，：！]"
)
_ONLY_TITLES = frozenset(
    "mr mrs ms miss mx dr prof professor doctor sir madam sister brother father chef coach "
    "doc boss captain dean president".split()
)
# After these comes a name, in small letters too: "hey mr bell".
_BEFORE_A_NAME = frozenset("mr mrs ms miss mx dr prof".split())
_BEFORE_THE_LAST = _ONLY_TITLES | {"and", "&"}
_AFTER = frozenset("sir madam ma'am ma’am maam mam".split())
_FRIENDS = frozenset("bra bro buddy dude man mate pal".split())
"""What friends put behind a name, in small letters: “Dana my man”; Anil Pal is called so."""
FRIEND = re.compile(rf",?[ ](?:my[ ])?(?:{'|'.join(sorted(_FRIENDS))})(?=\W*\Z)")
"""One of them at the end of a greeting."""
_OFFICES = (ROLE_TITLES & NO_PERSON) | {"head", "lead", "leader"}
"""The last word of an office of several: “Team Leader Cho”."""
_NO_NAME_EVER = TITLES | (ROLE_TITLES - GIVEN_TOO) | NO_PERSON
_GREETS_AGAIN = frozenset("hi hello hey dear".split())
"""“Hi Sam, hi Noor,”: what may stand before each of several names."""
_OF = frozenset("of at for the in from".split())
_IN_NAMES = _OF | {"and", "on", "upon"}
"""Small words of a name with capitals: the Bank of Mercia."""
_AROUND = frozenset(".…-*_\"'@" + BLANK)
_TITLE = re.compile(r"\b(?:mrs?|ms|miss|mx|dr|prof)\b")
_ADDRESS_LINES = 14
_ADDRESS_WIDTH = 70
_GROUP_WORDS = 6
_MOST_WORDS = 12
_LINE_WORDS = 9
# No date, name or address holds one of these.
_SPOKEN = frozenset("i i'm i’m you your my me we it is was am are have thank thanks".split())
_STATE = re.compile("[A-Z]{2},?")
_ABBREVIATED = 3
"""A line of more words that ends with a full stop is a sentence, not an address ("High St.")."""
_MARKS = ",:;!.?…-–—،，：！"
_BOLD = "*_"
_EDGES = "()@*_" + BLANK + _MARKS
_COMMAS = frozenset(",:!-–—،，：！")
_LOWER_NAMES = re.compile(r"(?:[ \t\xa0]+[a-zà-ÿ][\w'’-]*){1,4}[ \t\xa0]*(?:[,:;!–—]|-(?=\s))")
_LATIN = re.compile(r"[a-zA-Z\u00c0-\u024f\u1e00-\u1eff]")
_FOREIGN_WIDTH = 32
_SCAN = 240
"""Greetings are short; only so many characters of a line are looked at."""


@dataclass(frozen=True, slots=True)
class Greeted:
    """One name in a greeting, without the honorific that stands before it."""

    name: Part
    title: Part | None


@dataclass(frozen=True, slots=True)
class Greeting:
    """What a greeting is made of; `people` is empty where it names nobody."""

    salutation: Part | None
    people: tuple[Greeted, ...]


def find(lines: Sequence[Line], context: Context) -> tuple[Span, int] | None:
    """Return the span of the greeting and the index in `lines` where it stands.

    `lines` are the writer's own, none of them empty. The greeting may end inside its line. Letter
    heads (date, address, a pasted subject) may stand before it.
    """
    for index, line in enumerate(lines[:_ADDRESS_LINES]):
        bold = len(line.text) - len(line.text.lstrip(_BOLD))
        text = line.text[bold : bold + _SCAN]
        if not text:
            return None
        lower = lowered(text)
        length = _with_salutation(text, lower, known(context))
        if not length and index + 1 < len(lines):
            length = _generic(lower)
        if not length and index == 0:
            followed = len(lines) > 1
            foreign = followed and _is_foreign(text)  # “王先生，您好”
            length = len(text) if foreign else _bare_name(text, lower, context, followed=followed)
        if length:
            length += bold
            length += len(line.text[length:]) - len(line.text[length:].lstrip(_BOLD))
            return Span(line.start, line.start + length), index
        if not _is_letter_head(text, lower):
            return None
    return None


def _is_letter_head(text: str, lower: str) -> bool:
    if lower.startswith(("subject:", "re:", "date:", "to:")):
        return True
    words = text.split()
    if len(text) > _ADDRESS_WIDTH or len(words) > _LINE_WORDS or text[-1] in "!?":
        return False
    if text[-1] == "." and len(words) > _ABBREVIATED:
        return False
    # “ME” is Maine.
    if any(word.lower() in _SPOKEN and not _STATE.fullmatch(word) for word in words):
        return False
    return _may_begin_a_letter_head(words)


def _may_begin_a_letter_head(words: Sequence[str]) -> bool:
    first = words[0].lower().strip(_EDGES)
    if "@" in first or "." in first:
        return True  # dana@example.com, www.example.com
    if first in NOT_A_NAME and first not in ALSO_A_NAME and not first.endswith("day"):
        return _is_all_capitals(words)
    return not words[0][0].islower()


def _is_all_capitals(words: Sequence[str]) -> bool:
    """Tell “The Old Corn Exchange” and “First County Bank” from words that begin a sentence."""
    return len(words) > 1 and not any(word[0].islower() for word in words if word not in _IN_NAMES)


def _generic(lower: str) -> int:
    """Measure a greeting such as "Gentlemen,"."""
    return len(lower) if lower[-1] in ",:" and lower[:-1].rstrip() in _GENERIC else 0


def _with_salutation(text: str, lower: str, called: frozenset[str]) -> int:
    if office := _TO_AN_OFFICE.match(lower):
        end = office.end()
        return end + (text[end : end + 1] in ",:;.!" and end < len(text))
    match = _SALUTATION.match(lower)
    if not match:
        return 0
    start = match.end()
    rest = text[start:]
    # "Dear Hiring Team at Acme," is a greeting to its end, whatever its words.
    if (
        rest
        and text[-1] in ",:"
        and not any(mark in rest[:-1] for mark in ",:;!?")
        and len(rest.split()) <= _LINE_WORDS
    ):
        return len(text)
    lower_case = _lower_case_names(text, start)
    end, marked = _names(text, lower, start, called)
    if lower_case:  # Further names may follow: "Dear panel members, Ms. Rao and Mr. Kim,".
        return max(lower_case, end) if marked else lower_case
    if marked or end == len(text):
        return end
    # No mark after the name: "Hi Dana thank you for …". Only salutations that are nothing else.
    return end if lower.startswith(_PLAIN_SALUTATIONS) else 0


def _names(
    text: str, lower: str, start: int, called: frozenset[str] = frozenset()
) -> tuple[int, bool]:
    """Walk the names after a salutation; return where they end and whether a mark closed them.

    `called` are names that may be words of the text elsewhere: “Hello May Day”.
    """
    end = accepted = start
    marked = titled = False
    words = 0
    for match in _WORD.finditer(text, start):
        core = match.group().strip(_EDGES)
        mark = _mark_after(match.group())
        if not core:  # a mark by itself, or an emoji
            if mark and (not marked or end < accepted):
                end, marked = match.end(), True
            if mark and mark[0] != ",":
                break
            continue
        low = lower[match.start() : match.end()].strip(_EDGES)
        first = titled or (not marked and words == 0)
        known_so = low in called and core[0].isupper()
        if words == _MOST_WORDS or not (known_so or _may_be_name(core, low, mark, first=first)):
            break
        titled = low in _BEFORE_A_NAME or (
            low in _BEFORE_THE_LAST and _names_are_left(text, match.end())
        )
        words += 1
        accepted = accepted if low in _AND else match.end()  # “hi all and thanks for today”
        if mark and _closes(mark, core, low):
            end, marked = match.end(), True
            if mark[0] != ",":
                break
    else:
        if accepted == len(text) or (marked and accepted > end):
            return len(text), True
    before = marked and start < accepted and not any(map(str.isalnum, text[start:end]))
    if before and lower[accepted:].lstrip().startswith(_OPENS_BODY[:-1]):
        return accepted, False  # “Hi, Dana thank you for …”: the comma stands before the name
    return (end, True) if marked else (accepted, False)


def _names_are_left(text: str, at: int) -> bool:
    """Tell "hey coach dan and sam", the whole line, from "hey coach thanks for today"."""
    words = text[at:].split()
    return len(words) == 1 or (len(words) == 3 and words[1] in ("and", "&"))


def _mark_after(word: str) -> str:
    return word[len(word.rstrip(_MARKS)) :]


def _closes(mark: str, core: str, low: str) -> bool:
    # The stop after "Dr." or an initial closes nothing.
    return mark[0] != "." or (len(core) > 2 and low not in TITLES)


def _may_be_name(core: str, low: str, mark: str, *, first: bool) -> bool:
    if core[0] in "[{<«":
        return True
    if any(low in words for words in (_AND, TITLES, COMPANIONS, NOBODY, PARTICLES)):
        return True
    if low in _GREETS_AGAIN:
        return True
    if low in NOT_A_NAME:
        # "Hi Will," is to Will; "Hi will you …" is not.
        return low in ALSO_A_NAME and core[0].isupper() and mark[:1] in _COMMAS
    return first or not core[0].islower()


def _lower_case_names(text: str, start: int) -> int:
    """Measure "hi maria lópez," after its salutation: a few words that a mark closes."""
    match = _LOWER_NAMES.match(text, start)
    if not match or not NOT_A_NAME.isdisjoint(match.group().strip(_EDGES + " ").split()):
        return 0
    return match.end()


def _bare_name(text: str, lower: str, context: Context, *, followed: bool) -> int:
    """Measure a greeting that is only a name: "Dana," or "Dana, thank you for …"."""
    words = text.split(None, _GROUP_WORDS + 1)
    first = lower.split(None, 1)[0].strip(_EDGES)
    if not first or first in NOT_A_NAME or not (text[0].isalpha() or text[0] == "@"):
        return 0
    if text[-1] in ",:!" and followed and text.count(" ") < _LINE_WORDS:
        friendly = FRIEND.search(text)
        said = [word.strip(_EDGES) for word in lower[: friendly and friendly.start()].split()]
        if NOT_A_NAME.isdisjoint(set(said) - _AND) and (
            said[-1] in known(context) or _has_title(lower)
        ):
            return len(text)  # “Chào chị Ngân,”, whatever the words before the name
    if text[-1] in ",:-–—،，：" and followed and len(words) <= _GROUP_WORDS:
        end, _ = _names(text, lower, 0)
        return len(text) if end == len(text) or _has_title(lower) else 0
    is_known = first in _all(context) or first in TITLES or first.endswith(CJK_HONORIFICS)
    if followed and is_known and len(words) <= 3 and text[-1] not in ".?":
        end, _ = _names(text, lower, 0)
        return end if end == len(text) else 0
    end, marked = _names(text, lower, 0)
    if not marked or end == len(text) or len(text[:end].split()) > 4 or text[end - 1] in ".?":
        return 0
    after = lower[end:].lstrip()
    return end if is_known or (text[0].isupper() and after.startswith(_OPENS_BODY[:-1])) else 0


def _is_foreign(text: str) -> bool:
    """Tell a line in another script, which greets where English follows."""
    plain = text.isascii() or len(text) > _FOREIGN_WIDTH or not text[0].isalpha()
    return not plain and not _LATIN.search(text)


def _has_title(lower: str) -> bool:
    """Tell "Mālō e lelei Mrs. Havea,": a salutation of any language before a title and a name."""
    return any(word.rstrip(".") in _ONLY_TITLES for word in lower.split()[1:-1])


def known(context: Context) -> frozenset[str]:
    """Return the words of the names on the card and in the To field that are no office or title."""
    return _all(context) - _NO_NAME_EVER


def _all(context: Context) -> frozenset[str]:
    people = (*context.interview.interviewers, *context.recipients)
    return frozenset(word for person in people for word in person.name.lower().split())


@remember(16)
def read(part: Part, called: frozenset[str] = frozenset()) -> Greeting:
    """Tell the salutation, the names and their honorifics in a greeting.

    `called` are names that would else be an office or a title: Dean, Ma.
    """
    text = part.text
    lower = lowered(text)
    match = _SALUTATION.match(lower, len(text) - len(text.lstrip(_BOLD)))
    offset = part.span.start
    if office := _TO_AN_OFFICE.match(lower):
        return Greeting(_part(text, 0, office.end(), offset), ())
    start = match.end() if match else 0
    if not match and (before := _before_a_known_name(text, lower, called)):
        start = before
    elif not match and (title := _TITLE.search(lower)):
        # “Sam and Dr. Lee” are two people, “Mālō e lelei Mrs. Lee” is one.
        start = 0 if holds(lower[: title.start()], (" and ", "&", ",")) else title.start()
    salutation = _part(text, match.start(), start, offset) if match else None
    people: list[Greeted] = []
    group: list[tuple[int, int, str]] = []
    for found in _NAME_PART.finditer(lower, start):
        low = lower[found.start() : found.end()].strip("*_.\"'-" + BLANK)
        if low in _AND or not any(char.isalnum() for char in low):
            people.extend(_person(text, group, offset, called))
            group = []
        else:
            group.append((found.start(), found.end(), low))
    people.extend(_person(text, group, offset, called))
    return Greeting(salutation, tuple(people))


def _before_a_known_name(text: str, lower: str, called: frozenset[str]) -> int:
    """Measure words in small letters, and all before them, in front of a known name."""
    start = 0
    for match in _WORD.finditer(text):
        low = lower[match.start() : match.end()].strip(_EDGES)
        if low in called and text[match.start()].isupper():
            return start
        if match.group()[0].islower() and not (low in PARTICLES or low in _AND or low in TITLES):
            start = match.end()
        if match.group()[-1] in _MARKS:
            return 0
    return 0


def _person(
    text: str, group: list[tuple[int, int, str]], offset: int, called: frozenset[str]
) -> list[Greeted]:
    while group and (group[0][2] in COMPANIONS or group[0][2] in _GREETS_AGAIN):
        group = group[1:]
    while group and group[-1][2] not in called:
        if not (group[-1][2] in COMPANIONS or _is_after(group)):
            break
        group = group[:-1]
    group = _without_a_friend(text, group, called)
    first, titles = _honorifics(group)
    names = group[titles:]
    alone = len(names) == 1 and names[0][2] in called
    titled = alone or (titles > 0 and _is_title(group[titles - 1]))
    if not names or _is_said_in_passing(text, names, called):
        return []
    if _names_nobody(text, names, titled=titled):
        return []
    if len(names) == 1 and names[0][2] in _ONLY_TITLES and not alone:
        return []
    if any(mark in text[names[0][0] : names[-1][1]] for mark in "[]{}<>«»_"):
        return []
    title = _part(text, group[first][0], group[titles - 1][1], offset) if titles else None
    start, end = names[0][0], names[-1][1]
    while text[end - 1] in _AROUND and not _is_initial(text, end):
        end -= 1
    while text[start] in _AROUND:
        start += 1
    return [Greeted(_part(text, start, end, offset), title)]


def _without_a_friend(
    text: str, group: list[tuple[int, int, str]], called: frozenset[str]
) -> list[tuple[int, int, str]]:
    """Leave out “my man” behind a name with a capital."""
    if len(group) < 2 or group[-1][2] not in _FRIENDS - called or _is_title(group[-2]):
        return group
    if not (text[group[0][0]].isupper() and text[group[-1][0]].islower()):
        return group
    return group[: -2 if group[-2][2] == "my" else -1]


def _is_title(word: tuple[int, int, str]) -> bool:
    return word[2].strip(".") in _BEFORE_A_NAME


def _is_after(group: list[tuple[int, int, str]]) -> bool:
    """Tell “mam” behind a name; behind a title it is one."""
    return len(group) > 1 and group[-1][2] in _AFTER and not _is_title(group[-2])


def _is_said_in_passing(
    text: str, names: list[tuple[int, int, str]], called: frozenset[str]
) -> bool:
    """Tell “(if I may)” from “ann may”, a name in small letters."""
    small = {low for start, _, low in names if low in NOT_A_NAME and text[start].islower()}
    named = called if "(" in text else called | (ALSO_A_NAME - {"my"})
    return not small <= named  # “my love” is nobody


def _names_nobody(text: str, names: list[tuple[int, int, str]], *, titled: bool) -> bool:
    """Tell an office from a person; “Mr. Ma” and “Jack Ma” are people, “boss” is nobody."""
    lone = not titled and all(low in NOBODY or low in _ONLY_TITLES for _, _, low in names)
    return any(
        low in _OF
        or low in NO_PERSON
        or (len(low) == 1 and low.isascii() and text[start].islower() and not text.islower())
        or (low in NOBODY and (lone or not text[start].isupper()))
        for start, _, low in names
    )


def _honorifics(group: list[tuple[int, int, str]]) -> tuple[int, int]:
    """Return where the honorifics before a name begin and end; words before them greet."""
    last = len(group) - 1
    for first in range(last):
        end = first
        while end < last and (
            group[end][2] in TITLES or (not first and group[end][2] in ROLE_TITLES)
        ):
            end += 1
        if end > first:
            return first, end
    offices = [at for at, (_, _, low) in enumerate(group[:last]) if low in _OFFICES]
    return (0, offices[-1] + 1) if offices else (0, 0)


def _is_initial(text: str, end: int) -> bool:
    return text[end - 1] == "." and (end < 3 or not text[end - 3].isalnum())


def _part(text: str, start: int, end: int, offset: int) -> Part:
    return Part(Span(offset + start, offset + end), text[start:end])
