"""Finds blanks without brackets: “____”, “XX”, “TODO”, “INSERT NAME HERE”, “Your Name”."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from afterword.draft.blanks.fields import is_field_word, names_a_field, words_of
from afterword.draft.lines import lowered
from afterword.draft.model import Span

Finder = Callable[[str, frozenset[str]], Iterator[Span]]
"""Yields the blanks of one kind in a text, but for the lower-case names that are `known`."""

_QUOTES = frozenset(("“”", '""', "‘’", "''"))
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
"""What stands before a number in Roman figures."""
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


def _matches(pattern: re.Pattern[str], group: int = 0) -> Finder:
    """Return what yields where `pattern` matches, or its `group`, unless that is known."""

    def finder(text: str, known: frozenset[str]) -> Iterator[Span]:
        for match in pattern.finditer(text):
            if match.group(group).lower() not in known:
                yield Span(*match.span(group))

    return finder


merged = _matches(_MERGED)
inserts = _matches(_INSERT)
counts = _matches(_COUNT)
addresses = _matches(_STAND_IN)
own_lines = _matches(_OWN_LINE, 1)
_titled = _matches(_TITLED)


def hashes(text: str, known: frozenset[str]) -> Iterator[Span]:
    """Yield “#name#” and “##Company##”."""
    for match in _HASHES.finditer(text):
        if all(is_field_word(word) for word in words_of(match.group(1))):
            yield Span(match.start(), match.end())


def todos(text: str, known: frozenset[str]) -> Iterator[Span]:
    """Yield a “TODO” to the writer, where a sentence or a line begins."""
    for match in _TODO.finditer(text):
        before = text[max(0, match.start() - 8) : match.start()].rstrip(" \t")[-1:] or "\n"
        if before in "\n.!?([{-–—" and _TO_BE_DONE.match(text, match.end()):
            yield Span(match.start(), match.end())


def percents(text: str, known: frozenset[str]) -> Iterator[Span]:
    """Yield “%FIRST_NAME%” and “%name%”."""
    for match in _PERCENT.finditer(text):
        if "_" in match.group(1) or names_a_field(match.group(1)):
            yield Span(match.start(), match.end())


def rules(text: str, known: frozenset[str]) -> Iterator[Span]:
    """Yield “____” within a line; one of its own is drawn."""
    for match in _RULE.finditer(text):
        before = text[match.start() - 1 : match.start()] if match.start() else "\n"
        after = text[match.end() : match.end() + 1] or "\n"
        if before in "\n\r" and after in "\n\r":
            continue  # a line of its own is drawn
        if not (before.isalnum() or after.isalnum()):
            yield Span(match.start(), match.end())


def crosses(text: str, known: frozenset[str]) -> Iterator[Span]:
    """Yield “XX”, “$XX,XXX” and “555-XXX-XXXX”, but no “Super Bowl XX” and no “XX chromosome”."""
    for match in _CROSSES.finditer(text):
        if _NOT_CROSSES.match(text[match.end() : match.end() + 16].lower()):
            continue
        if text[max(0, match.start() - 9) : match.start()].lower().endswith(_NUMBERED):
            continue
        if match.group().lower() not in known:
            yield Span(match.start(), match.end())


def fields(text: str, known: frozenset[str]) -> Iterator[Span]:
    """Yield “Company Name”, but not where a form is spoken of: “I left JOB TITLE empty”."""
    for span in _titled(text, known):
        line = text.rfind("\n", 0, span.start) + 1
        around = text[max(line, span.start - _BESIDE) : span.end + _BESIDE].partition("\n")[0]
        marks = text[span.start - 1 : span.start] + text[span.end : span.end + 1]
        if marks not in _QUOTES and not _FORM.search(around):
            yield span


def undecided(text: str, known: frozenset[str]) -> Iterator[Span]:
    """Yield “TBD”, but not where something is said to be that."""
    for match in _TBD.finditer(text):
        before = text[max(0, match.start() - 24) : match.start()].lower().split()
        if not (before and before[-1].strip("\"'“(") in _SETTLED):
            yield Span(match.start(), match.end())


def lorem(text: str, known: frozenset[str]) -> Iterator[Span]:
    """Yield “lorem ipsum”."""
    for match in _FILLER.finditer(lowered(text)):
        yield Span(match.start(), match.end())
