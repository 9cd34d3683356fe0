"""Finds what a template left for the writer to fill in, and nobody filled.

Precision comes first: a bracket is a blank only when its words say so. Citations, "[sic]", links,
addresses and names in brackets are text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from afterword.draft.lines import holds, lowered
from afterword.draft.model import Part, Span

# Words that templates use for what they do not know.
_NOUNS = frozenset(
    "name names company employer organisation organization firm position role job title date time "
    "day interviewer interviewers manager recruiter hiring "
    "department location city topic topics skill skills experience "
    "project achievement achievements accomplishment accomplishments qualification qualifications "
    "detail details number phone email e-mail address linkedin profile link url portfolio website "
    "industry field product university school degree reason question answer month year week "
    "recipient sender signature contact information info value goal goals challenge "
    "area something example examples timeframe timeline strength strengths team place deadline "
    "firstname lastname surname applicant candidate "
    "site venue hospital branch ward "
    "person mr/ms mr./ms. mr./mrs. blank placeholder".split()
)
_ORDERS = frozenset(
    "insert add enter list mention fill describe include specify state write put name explain "
    "reference briefly your their what who how why when where specific relevant one e.g".split()
)
_ALONE = frozenset(("insert", "fill in", "first", "last", "xx", "xxx"))
"""In brackets these say by themselves that something is to come."""
_FULL_NAME = frozenset(("first", "last"))
_FIELD_WORDS = frozenset("first last full your the of our my".split())
_SINGLE_IN_BRACKETS = frozenset("name date company position role title".split())
_EDITORIAL = frozenset("sic x ? ! … ... tk cid".split())

_PAIRS = frozenset(("[]", "{}", "<>"))
_QUOTES = frozenset(("“”", '""', "‘’", "''"))
_SQUARE = re.compile(r"\[([^\[\]]{1,120})\]")
_ASIDE = re.compile(
    r"(?:and|but|nor|yet|though|although|because|unlike|even|or so|at least"
    r"|as (?:ever|always|usual)|as (?:you|i|we|they) \w+|see (?:above|below)|for once|sorry"
    r"|laugh\w*|emphasis|thank\w*"
    r"|no (?:pun|joke)|if (?:i|only)|in [A-Z]\w*|i\.e|long story|so (?:far|to speak)"
    r"|(?:my|your) (?:words?|emphasis|italics)$)(?!\w)"
)
"""What the writer adds in brackets: “I liked it [and still do]”."""
_CURLY = re.compile(r"\{\{([^{}\n]{1,80})\}\}|\$?\{([^{}\n]{1,80})\}")
_TAG = re.compile(r"[^.!?\n]{0,30}\b(?:tag|element|node|html|xml)s?\b", re.IGNORECASE)
_KEY = re.compile(r" (?:button|column|keypad|parameter|placeholder|variable)s?\b")
_EXTENSION = re.compile(r"\.(?:csv|html?|java|json|js|jsx|md|pdf|php|py|sql|tsx?|txt|xml|ya?ml)\b")
"""What stands behind a name in brackets that is one of a program."""
_CAMEL = re.compile(r"[a-z][A-Z]")
_FIELD = re.compile(r"[^\W\d_][\w .'’/-]*")
_ANGLE = re.compile(r"<([^<>\n]{2,80})>")
_GUILLEMETS = re.compile(r"«([^«»\n]{2,60})»")
_ROUND = re.compile(r"\(([^()\n]{2,80})\)")
_PERCENT = re.compile(r"%([A-Za-z]{2,20}(?:_[A-Za-z]{1,20}){0,3})%")
_RULE = re.compile(r"_{3,}")
_CROSSES = re.compile(r"(?<![\w-])(?:\d{2,4}[-.])*\$?X{2,}(?:[-/:,.–]X{2,}){0,4}(?![\w])%?")
_NOT_CROSSES = re.compile(
    r"-(?:large|long|small)"
    r"|[ -]?(?:chromosome|chromosomal|/?xy\b|women|female|females|century)|, ?xy\b|/xy\b"
    r"|,? (?:vs?\.?|versus|and|or|&) xy\b"
)
_NUMBERED = (
    "bowl ",
    "chapter ",
    "volume ",
    "vol. ",
    "part ",
    "article ",
    "louis ",
    "pope ",
    "dos ",
)
_INSERT = re.compile(
    r"\bINSERT(?! (?:INTO|ON|OR|IGNORE|OVERWRITE|SELECT|UPDATE|DELETE|AND)\b)"
    r"(?: [A-Z][A-Z'’/]+){1,5}"
)
"""“INSERT NAME HERE”, and no statement to a database."""
_ANY_TIME = (
    r"\+? (?:years|months)(?! of (?:[\w-]+ )?(?:data|figures|history|invoices|logs|readings|records"
    r"|rent|traffic)\b(?! \w+(?:ing|ics|ence)\b))"
)
"""What “for X months of data” has behind it is any number; nobody has worked so long."""
_COUNT = re.compile(
    r"(\[[XN#]{1,2}\])(?=\+? (?:years|months)(?:['’]| (?:of|in|as)\b))"
    rf"|(?<![\w-])(?<!Gen )(?<!ation )X(?={_ANY_TIME}(?:['’]| (?:of|in|as)\b))"
    rf"|(?<=\b[Ff]or )X(?={_ANY_TIME}\b)|(?<=\b[Oo]ver )X(?={_ANY_TIME}\b)"
)
_STAND_IN = re.compile(r"(?<=/in/)your-?(?:name|profile)\b|\byour[.-]?(?:name|e?mail)(?=@)")
"""What stands in an address for the writer's own: linkedin.com/in/yourname."""
_FILLER = re.compile(r"\blorem ipsum\b(?: dolor sit amet\b)?")
_TBD = re.compile(r"(?<![\w-])TBD(?![\w-])")
_TODO = re.compile(r"(?<![\w-])(?:TODO|FIXME)(?![\w-])")
_TO_BE_DONE = re.compile(
    r"[:)\]]| [–—-] | (?:add|ask|check|describe|explain|fill|find|fix|insert|mention|name|put|say"
    r"|thank|the|their|what|which|who|why|write)\b"
)
"""What follows a “TODO” to the writer; a “TODO list” is something else."""
_EMPTY = re.compile(
    r"(?<=[ \n])(?:an?|about|as|at|by|dear|for|from|hello|hi|in|like|of|our|the|to|with|your)"
    r" (\[(?:[ \t\xa0]{1,20}|\.{2,5}|…)\])(?![\w(\[=])"
    r"|(?<=[ \n])(?:discussed|enjoyed|explained|heard|learn(?:ed|t)|liked|loved|mentioned|my"
    r"|showed me|told me) (\[(?:\.{2,5}|…)\])(?![\w(\[=])",
    re.IGNORECASE,
)
"""An empty pair behind a word that asks for more; elsewhere it is a box, or words left out."""
_HASHES = re.compile(r"(?<![\w#])#{1,3}([A-Za-z][\w ]{0,28}\w)#{1,3}(?![\w#])")
_MERGED = re.compile(r"\*\|[A-Za-z_:]{2,30}\|\*")
_SETTLED = tuple(
    "wrote says said reads is are was were be still as remains currently marked".split()
)
_TITLED = re.compile(
    r"\b(?:Your (?:Full )?Name|(?:Company|Interviewer|Recruiter|Hiring Manager|First|Last|Position"
    r"|Organi[sz]ation)(?:['’]s)? Name|(?:Job|Position) Title"
    r"|(?:Company|Position|Organi[sz]ation) (?:ABC|XYZ|X)|(?:ABC|XYZ) (?:Company|Corp(?:oration)?"
    r"|Inc|Ltd|Position|Organi[sz]ation)"
    r"|(?:YOUR|COMPANY|INTERVIEWER|RECRUITER|HIRING MANAGER)(?:['’]S)? NAME|(?:JOB|POSITION) TITLE"
    r"|Mr\.? ?/ ?M(?:r)?s\.? (?:Interviewer|Last Name|Name|Surname|Hiring Manager|Recruiter))\b"
)
_FORM = re.compile(
    r"\b(?:forms?|fields?(?! of)|box(?:es)?|columns?|labels?|labell?ed|headings?|headed"
    r"|questionnaire|spreadsheet|sheet|badge|template|placeholder)\b"
    r"|\bleft\b.*\b(?:blank|empty|open|out)\b",
    re.IGNORECASE | re.DOTALL,
)
"""What is said of a form, whose fields have the names that a template's blanks have."""
_BESIDE = 60
"""Characters around a name of a field in which the form is spoken of."""
_OWN_LINE = re.compile(
    r"(?m)^[ \t]*(Your (?:Full |First )?(?:Name|Phone(?: Number)?|E-?mail(?: Address)?"
    r"|Address|Title"
    r"|(?:Contact|LinkedIn)(?: (?:Info(?:rmation)?|Details|Number|Profile|URL|Link))*)"
    r"|First (?:Name )?Last(?: Name)?|Phone Number|E-?mail Address|LinkedIn (?:Profile|URL|Link)"
    r"(?: URL| Link)?)[ \t]*\r?$"
)
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


_Finder = Callable[[str, frozenset[str]], Iterator[Span]]


def may_stand_in(text: str) -> bool:
    """Tell whether anything in a text could be a blank; most texts hold nothing of the kind."""
    return holds(text, _MARKS)


def find(text: str, known: frozenset[str] = frozenset()) -> tuple[Part, ...]:
    """Return the unfilled blanks of `text` in order, without overlap.

    `known` holds lower-case names (people, companies, roles) that are text even in brackets.
    """
    spans: list[Span] = []
    if marks := [mark for mark in _MARKS if mark in text]:
        for wanted, finder in _FINDERS:
            if not wanted.isdisjoint(marks):
                spans.extend(finder(text, known))
    spans.sort(key=lambda span: (span.start, -span.end))
    parts: list[Part] = []
    for span in spans:
        code = _is_code(text, span)
        if not code and (not parts or span.start >= parts[-1].span.end):
            parts.append(_with_brackets(text, span))
    return tuple(parts)


def _is_code(text: str, span: Span) -> bool:
    """Tell “`<name>`”, “the <title> tag”, “List<Company>” and “src/[name].js”."""
    before, behind = text[span.start - 1 : span.start], text[span.end : span.end + 1]
    if before == behind == "`" or (before == "#" and text[span.start] == "{"):
        return True
    if text[span.start] == "<":
        named = text[span.start + 1 : span.end - 1]
        return before.isalnum() or f"</{named}>" in text or bool(_TAG.match(text, span.end))
    folder = before == "/" and text[span.start - 2 : span.start - 1].isalnum()
    path = text[span.start] == "[" and (folder or _EXTENSION.match(text, span.end))
    return bool(path or _KEY.match(text, span.end))


def _with_brackets(text: str, span: Span) -> Part:
    """Take the outer brackets of "[[Company]]" and "[____]" into the blank."""
    start, end = span.start, span.end
    while start and text[start - 1 : start] + text[end : end + 1] in _PAIRS:
        start, end = start - 1, end + 1
    return Part(Span(start, end), text[start:end])


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


def outside(parts: Sequence[Part], quoted: Sequence[Span]) -> tuple[Part, ...]:
    """Return the parts that do not touch a quoted span; both are in order."""
    kept: list[Part] = []
    index = 0
    for part in parts:
        while index < len(quoted) and quoted[index].end <= part.span.start:
            index += 1
        if index == len(quoted) or quoted[index].start >= part.span.end:
            kept.append(part)
    return tuple(kept)


def _words(content: str) -> list[str]:
    return lowered(content).replace("_", " ").replace("/", " ").strip(" \t.:…").split()


def _names_a_field(content: str) -> bool:
    return any(
        word.strip(".,:;!?()'\"’") in _NOUNS or _of_whom(word) in _NOUNS for word in _words(content)
    )


def _of_whom(word: str) -> str:
    return word.removesuffix("'s").removesuffix("’s")


def _orders(content: str) -> bool:
    words = _words(content)
    return len(words) > 1 and words[0].strip(".,:") in _ORDERS


def _squares(text: str, known: frozenset[str]) -> Iterator[Span]:
    for match in _SQUARE.finditer(text):
        content = match.group(1).strip(" \t\n\r*_")
        lower = content.lower()
        if lower in known or lower in _EDITORIAL or not any(char.isalpha() for char in content):
            continue
        before = text[match.start() - 1 : match.start()]
        if before.isalnum() and content.isalnum() and content.islower():
            continue  # an index in code: items[name]
        if text[match.end() : match.end() + 1] == "(" or "@" in content or "://" in content:
            continue
        if lower.startswith(("image:", "cid:", "inline image", "note:", "edit:", "attachment:")):
            continue
        if _in_quotation(text, match.start(), match.end()) and not _orders(content):
            continue
        words = content.split()
        if content.endswith(" mine") or (
            _ASIDE.match(content) and not (_names_a_field(content) or _orders(content))
        ):
            continue
        phrase = content[0].islower() and len(words) > 1 and max(map(len, words)) > 3
        named = lower in _ALONE or _names_a_field(content) or set(_words(lower)) >= _FULL_NAME
        if phrase or named or _orders(content):
            yield Span(match.start(), match.end())


def _in_quotation(text: str, start: int, end: int) -> bool:
    """Tell an editor's bracket inside quotation marks: "[the manager] told us"."""
    before = text[max(0, start - 80) : start]
    after = text[end : end + 80]
    return (before.count('"') % 2 == 1 and '"' in after) or ("“" in before and "”" in after)


def _curlies(text: str, known: frozenset[str]) -> Iterator[Span]:
    for match in _CURLY.finditer(text):
        content = (match.group(1) or match.group(2)).strip()
        sure = match.group(1) or match.group()[0] == "$" or "_" in content or " " in content
        if not sure and not (_names_a_field(content) or _CAMEL.search(content)):
            continue  # “the {curly} braces”
        if len(content) > 1 and _FIELD.fullmatch(content):
            yield Span(match.start(), match.end())


def _angles(text: str, known: frozenset[str]) -> Iterator[Span]:
    for match in _ANGLE.finditer(text):
        content = match.group(1)
        if any(mark in content for mark in '@/=:"') or content.lower() in known:
            continue
        if content[0].isalpha() and (_names_a_field(content) or _orders(content)):
            yield Span(match.start(), match.end())


def _guillemets(text: str, known: frozenset[str]) -> Iterator[Span]:
    for match in _GUILLEMETS.finditer(text):
        words = _words(match.group(1))
        if words and len(words) <= 3 and all(_is_field_word(word) for word in words):
            yield Span(match.start(), match.end())


def _is_field_word(word: str) -> bool:
    return _of_whom(word) in _NOUNS or word in _FIELD_WORDS


def _rounds(text: str, known: frozenset[str]) -> Iterator[Span]:
    for match in _ROUND.finditer(text):
        words = _words(match.group(1))
        if not words:
            continue
        if words[0] in ("insert", "enter") and len(words) > 1:
            yield Span(match.start(), match.end())
        elif len(words) <= 3 and all(_is_field_word(word) for word in words):
            named = words[-1] in (
                "name",
                "title",
                "number",
                "address",
                "date",
                "company",
                "position",
            )
            if named if len(words) > 1 else words[0] in _SINGLE_IN_BRACKETS:
                yield Span(match.start(), match.end())


def _empties(text: str, known: frozenset[str]) -> Iterator[Span]:
    for match in _EMPTY.finditer("\n" + text):
        start, end = (at - 1 for at in match.span(match.lastindex or 1))
        if not holds(text[max(0, start - 80) : start], '"“«'):
            yield Span(start, end)


def _hashes(text: str, known: frozenset[str]) -> Iterator[Span]:
    for match in _HASHES.finditer(text):
        if all(_is_field_word(word) for word in _words(match.group(1))):
            yield Span(match.start(), match.end())


def _todos(text: str, known: frozenset[str]) -> Iterator[Span]:
    for match in _TODO.finditer(text):
        before = text[max(0, match.start() - 8) : match.start()].rstrip(" \t")[-1:] or "\n"
        if before in "\n.!?([{-–—" and _TO_BE_DONE.match(text, match.end()):
            yield Span(match.start(), match.end())


def _percents(text: str, known: frozenset[str]) -> Iterator[Span]:
    for match in _PERCENT.finditer(text):
        if "_" in match.group(1) or _names_a_field(match.group(1)):
            yield Span(match.start(), match.end())


def _rules(text: str, known: frozenset[str]) -> Iterator[Span]:
    for match in _RULE.finditer(text):
        before = text[match.start() - 1 : match.start()] if match.start() else "\n"
        after = text[match.end() : match.end() + 1] or "\n"
        if before in "\n\r" and after in "\n\r":
            continue  # a line of its own is drawn
        if not (before.isalnum() or after.isalnum()):
            yield Span(match.start(), match.end())


def _crosses(text: str, known: frozenset[str]) -> Iterator[Span]:
    for match in _CROSSES.finditer(text):
        if _NOT_CROSSES.match(text[match.end() : match.end() + 16].lower()):
            continue
        if text[max(0, match.start() - 9) : match.start()].lower().endswith(_NUMBERED):
            continue
        if match.group().lower() not in known:
            yield Span(match.start(), match.end())


def _matches(pattern: re.Pattern[str], group: int = 0) -> _Finder:
    def finder(text: str, known: frozenset[str]) -> Iterator[Span]:
        for match in pattern.finditer(text):
            if match.group(group).lower() not in known:
                yield Span(*match.span(group))

    return finder


def _fields(text: str, known: frozenset[str]) -> Iterator[Span]:
    """Yield the names of fields, but not where a form is spoken of: “I left JOB TITLE empty”."""
    for span in _matches(_TITLED)(text, known):
        line = text.rfind("\n", 0, span.start) + 1
        around = text[max(line, span.start - _BESIDE) : span.end + _BESIDE].partition("\n")[0]
        marks = text[span.start - 1 : span.start] + text[span.end : span.end + 1]
        if marks not in _QUOTES and not _FORM.search(around):
            yield span


def _undecided(text: str, known: frozenset[str]) -> Iterator[Span]:
    for match in _TBD.finditer(text):
        before = text[max(0, match.start() - 24) : match.start()].lower().split()
        if not (before and before[-1].strip("\"'“(") in _SETTLED):
            yield Span(match.start(), match.end())


def _lorem(text: str, known: frozenset[str]) -> Iterator[Span]:
    for match in _FILLER.finditer(lowered(text)):
        yield Span(match.start(), match.end())


# Each finder runs only where one of its marks stands in the text.
_FINDERS: tuple[tuple[frozenset[str], _Finder], ...] = (
    (frozenset(("[",)), _squares),
    (frozenset(("[ ", "[.", "[…", "[\xa0")), _empties),
    (frozenset(("#",)), _hashes),
    (frozenset(("*|",)), _matches(_MERGED)),
    (frozenset(("TODO", "FIXME")), _todos),
    (frozenset(("{",)), _curlies),
    (frozenset(("<",)), _angles),
    (frozenset(("«",)), _guillemets),
    (frozenset(("(",)), _rounds),
    (frozenset(("%",)), _percents),
    (frozenset(("___",)), _rules),
    (frozenset(("XX",)), _crosses),
    (frozenset(("INSERT ",)), _matches(_INSERT)),
    (frozenset(("TBD",)), _undecided),
    (frozenset((" X ", " X+", "] years", "]+ years", "] months")), _matches(_COUNT)),
    (frozenset(("/in/your", "name@", "mail@")), _matches(_STAND_IN)),
    (frozenset(("orem ",)), _lorem),
    (
        frozenset((" Name", " Title", " NAME", " TITLE", " X", "XYZ ", "ABC", "/M")),
        _fields,
    ),
    (
        frozenset(("Your ", "First", "Phone Number", "LinkedIn ", "mail Address")),
        _matches(_OWN_LINE, 1),
    ),
)
_MARKS = tuple(frozenset[str]().union(*(marks for marks, _ in _FINDERS)))
