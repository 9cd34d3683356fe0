"""Looks for blanks in a text, each kind only where its mark stands."""

from __future__ import annotations

import re
from collections.abc import Sequence

from afterword.draft.blanks import brackets, stand_ins
from afterword.draft.blanks.stand_ins import Finder
from afterword.draft.lines import holds
from afterword.draft.model import Part, Span

_PAIRS = frozenset(("[]", "{}", "<>"))
_TAG = re.compile(r"[^.!?\n]{0,30}\b(?:tag|element|node|html|xml)s?\b", re.IGNORECASE)
_KEY = re.compile(r" (?:button|column|keypad|parameter|placeholder|variable)s?\b")
_EXTENSION = re.compile(r"\.(?:csv|html?|java|json|js|jsx|md|pdf|php|py|sql|tsx?|txt|xml|ya?ml)\b")
"""What stands behind a name in brackets that is one of a program."""

_FINDERS: tuple[tuple[frozenset[str], Finder], ...] = (
    (frozenset(("[",)), brackets.squares),
    (frozenset(("[ ", "[.", "[…", "[\xa0")), brackets.empties),
    (frozenset(("#",)), stand_ins.hashes),
    (frozenset(("*|",)), stand_ins.merged),
    (frozenset(("TODO", "FIXME")), stand_ins.todos),
    (frozenset(("{",)), brackets.curlies),
    (frozenset(("<",)), brackets.angles),
    (frozenset(("«",)), brackets.guillemets),
    (frozenset(("(",)), brackets.rounds),
    (frozenset(("%",)), stand_ins.percents),
    (frozenset(("___",)), stand_ins.rules),
    (frozenset(("XX",)), stand_ins.crosses),
    (frozenset(("INSERT ",)), stand_ins.inserts),
    (frozenset(("TBD",)), stand_ins.undecided),
    (frozenset((" X ", " X+", "] years", "]+ years", "] months")), stand_ins.counts),
    (frozenset(("/in/your", "name@", "mail@")), stand_ins.addresses),
    (frozenset(("orem ",)), stand_ins.lorem),
    (
        frozenset((" Name", " Title", " NAME", " TITLE", " X", "XYZ ", "ABC", "/M")),
        stand_ins.fields,
    ),
    (
        frozenset(("Your ", "First", "Phone Number", "LinkedIn ", "mail Address")),
        stand_ins.own_lines,
    ),
)
"""Each finder runs only where one of its marks stands in the text."""
_MARKS = tuple(frozenset[str]().union(*(marks for marks, _ in _FINDERS)))


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
