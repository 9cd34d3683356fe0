"""Finds where the greeting of an email stands, and how far it goes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from afterword.draft.greeting import letterhead
from afterword.draft.greeting.named import known, words_of_names
from afterword.draft.greeting.salutations import GENERIC, PLAIN, SALUTATION, TO_AN_OFFICE
from afterword.draft.greeting.words import (
    AND,
    BEFORE_A_NAME,
    BOLD,
    EDGES,
    FRIEND,
    GREETS_AGAIN,
    MARKS,
    ONLY_TITLES,
    WORD,
)
from afterword.draft.lines import Line, lowered
from afterword.draft.model import Context, Span
from afterword.draft.words import (
    ALSO_A_NAME,
    CJK_HONORIFICS,
    COMPANIONS,
    NOBODY,
    NOT_A_NAME,
    PARTICLES,
    TITLES,
)

_OPENS_BODY = ("thank", "thanks", "many thanks", "it was", "great", "just", "hope", "good")
_BEFORE_THE_LAST = ONLY_TITLES | {"and", "&"}
_GROUP_WORDS = 6
"""Words of the longest line that greets without a salutation."""
_MOST_WORDS = 12
"""Words of names that are read behind a salutation."""
_LINE_WORDS = 9
"""Words of the longest line that is a greeting from end to end."""
_COMMAS = frozenset(",:!-–—،，：！")
_LOWER_NAMES = re.compile(r"(?:[ \t\xa0]+[a-zà-ÿ][\w'’-]*){1,4}[ \t\xa0]*(?:[,:;!–—]|-(?=\s))")
_LATIN = re.compile(r"[a-zA-Z\u00c0-\u024f\u1e00-\u1eff]")
_FOREIGN_WIDTH = 32
"""Characters of the longest greeting in another script."""
_SCAN = 240
"""Greetings are short; only so many characters of a line are looked at."""


def find(lines: Sequence[Line], context: Context) -> tuple[Span, int] | None:
    """Return the span of the greeting and the index in `lines` where it stands.

    `lines` are the writer's own, none of them empty. The greeting may end inside its line. Letter
    heads (date, address, a pasted subject) may stand before it.
    """
    alone: tuple[Span, int] | None = None
    for index, line in enumerate(lines[: letterhead.MOST_LINES + 1]):
        bold = _bold(line.text)
        text = line.text[bold : bold + _SCAN]
        if not text:
            return alone
        followed = index + 1 < len(lines)
        length = _saluting(text, context, followed=followed)
        if not length and index == 0:
            length = _without_salutation(text, lowered(text), context, followed=followed)
            if length == len(text) and text[-1].isalnum():
                # A name alone may be the first line of an address.
                alone, length = (_span(line, bold + length), index), 0
        if length:
            return _span(line, bold + length), index
        if not letterhead.is_line(text):
            return alone
    return alone


def _span(line: Line, length: int) -> Span:
    """Return the first characters of a line, with the marks of bold words behind them."""
    return Span(line.start, line.start + length + _bold(line.text[length:]))


def _saluting(text: str, context: Context, *, followed: bool) -> int:
    """Measure a greeting that begins with a salutation, or is one to nobody by name."""
    lower = lowered(text)
    length = _with_salutation(text, lower, known(context))
    return length or (_generic(lower) if followed else 0)


def _bold(text: str) -> int:
    """Count the marks of bold words that a text begins with."""
    return len(text) - len(text.lstrip(BOLD))


def _generic(lower: str) -> int:
    """Measure a greeting such as "Gentlemen,"."""
    return len(lower) if lower[-1] in ",:" and lower[:-1].rstrip() in GENERIC else 0


def _with_salutation(text: str, lower: str, called: frozenset[str]) -> int:
    """Measure a greeting that begins with a salutation; 0 where none does.

    `called` are the words of the names on the card and in the To field.
    """
    if office := TO_AN_OFFICE.match(lower):
        end = office.end()
        return end + (text[end : end + 1] in ",:;.!" and end < len(text))
    match = SALUTATION.match(lower)
    if not match:
        return 0
    start = match.end()
    if _is_greeting_to_its_end(text, text[start:]):
        return len(text)
    lower_case = _lower_case_names(text, start)
    end, marked = _names(text, lower, start, called)
    if lower_case:  # Further names may follow: "Dear panel members, Ms. Rao and Mr. Kim,".
        return max(lower_case, end) if marked else lower_case
    if marked or end == len(text):
        return end
    # No mark after the name: "Hi Dana thank you for …". Only salutations that are nothing else.
    return end if lower.startswith(PLAIN) else 0


def _is_greeting_to_its_end(text: str, rest: str) -> bool:
    """Tell "Dear Hiring Team at Acme,", whatever the words in the `rest` behind “Dear”."""
    return (
        rest != ""
        and text[-1] in ",:"
        and not any(mark in rest[:-1] for mark in ",:;!?")
        and len(rest.split()) <= _LINE_WORDS
    )


class _Walk(NamedTuple):
    """How far the names of a greeting go in a line."""

    closed: int
    """Where the mark that closes them ends; where they begin if none does."""
    accepted: int
    """Where the last word that may be of a name ends."""
    marked: bool
    """Whether a mark closes them."""
    is_whole: bool
    """Whether every word of the line may be of a name."""


def _names(
    text: str, lower: str, start: int, called: frozenset[str] = frozenset()
) -> tuple[int, bool]:
    """Walk the names after a salutation; return where they end and whether a mark closed them.

    `called` are names that may be words of the text elsewhere: “Hello May Day”.
    """
    end, accepted, marked, is_whole = _walk(text, lower, start, called)
    if is_whole and (accepted == len(text) or (marked and accepted > end)):
        return len(text), True
    before = marked and start < accepted and not any(map(str.isalnum, text[start:end]))
    if before and lower[accepted:].lstrip().startswith(_OPENS_BODY):
        return accepted, False  # “Hi, Dana thank you for …”: the comma stands before the name
    return (end, True) if marked else (accepted, False)


def _walk(text: str, lower: str, start: int, called: frozenset[str]) -> _Walk:
    end = accepted = start
    marked = titled = False
    words = 0
    for match in WORD.finditer(text, start):
        core = match.group().strip(EDGES)
        mark = _mark_after(match.group())
        if not core:  # a mark by itself, or an emoji
            if mark and (not marked or end < accepted):
                end, marked = match.end(), True
            if mark and mark[0] != ",":
                break
            continue
        low = lower[match.start() : match.end()].strip(EDGES)
        first = titled or (not marked and words == 0)
        known_so = low in called and core[0].isupper()
        if words == _MOST_WORDS or not (known_so or _may_be_name(core, low, mark, first=first)):
            break
        titled = _is_before_a_name(low, text, match.end())
        words += 1
        accepted = accepted if low in AND else match.end()  # “hi all and thanks for today”
        if mark and _closes(mark, core, low):
            end, marked = match.end(), True
            if mark[0] != ",":
                break
    else:
        return _Walk(end, accepted, marked, is_whole=True)
    return _Walk(end, accepted, marked, is_whole=False)


def _is_before_a_name(low: str, text: str, at: int) -> bool:
    """Tell a title, behind which a name may have small letters, by what follows from `at` on."""
    return low in BEFORE_A_NAME or (low in _BEFORE_THE_LAST and _names_are_left(text, at))


def _names_are_left(text: str, at: int) -> bool:
    """Tell "hey coach dan and sam", the whole line, from "hey coach thanks for today"."""
    words = text[at:].split()
    return len(words) == 1 or (len(words) == 3 and words[1] in ("and", "&"))


def _mark_after(word: str) -> str:
    return word[len(word.rstrip(MARKS)) :]


def _closes(mark: str, core: str, low: str) -> bool:
    # The stop after "Dr." or an initial closes nothing.
    return mark[0] != "." or (len(core) > 2 and low not in TITLES)


def _may_be_name(core: str, low: str, mark: str, *, first: bool) -> bool:
    if core[0] in "[{<«":
        return True
    if any(low in words for words in (AND, TITLES, COMPANIONS, NOBODY, PARTICLES)):
        return True
    if low in GREETS_AGAIN:
        return True
    if low in NOT_A_NAME:
        # "Hi Will," is to Will; "Hi will you …" is not.
        return low in ALSO_A_NAME and core[0].isupper() and mark[:1] in _COMMAS
    return first or not core[0].islower()


def _lower_case_names(text: str, start: int) -> int:
    """Measure "hi maria lópez," after its salutation: a few words that a mark closes."""
    match = _LOWER_NAMES.match(text, start)
    if not match or not NOT_A_NAME.isdisjoint(match.group().strip(EDGES + " ").split()):
        return 0
    return match.end()


def _without_salutation(text: str, lower: str, context: Context, *, followed: bool) -> int:
    """Measure a first line that greets by a name, or in another script: “王先生，您好”."""
    if followed and _is_foreign(text):
        return len(text)
    first = lower.split(None, 1)[0].strip(EDGES)
    if not first or first in NOT_A_NAME or not (text[0].isalpha() or text[0] == "@"):
        return 0
    if followed and _ends_with_a_name(text, lower, known(context)):
        return len(text)
    return _bare_name(text, lower, _is_known(first, context), followed=followed)


def _is_foreign(text: str) -> bool:
    """Tell a line in another script, which greets where English follows."""
    plain = text.isascii() or len(text) > _FOREIGN_WIDTH or not text[0].isalpha()
    return not plain and not _LATIN.search(text)


def _ends_with_a_name(text: str, lower: str, called: frozenset[str]) -> bool:
    """Tell “Chào chị Ngân,” to somebody `called` so, whatever the words before the name."""
    if text[-1] not in ",:!" or text.count(" ") >= _LINE_WORDS:
        return False
    friendly = FRIEND.search(text)
    said = [word.strip(EDGES) for word in lower[: friendly and friendly.start()].split()]
    plain = NOT_A_NAME.isdisjoint(set(said) - AND)
    return plain and (said[-1] in called or _has_title(lower))


def _is_known(first: str, context: Context) -> bool:
    """Say whether the first word of a line is known to be a name, or a title before one."""
    return first in words_of_names(context) or first in TITLES or first.endswith(CJK_HONORIFICS)


def _bare_name(text: str, lower: str, is_known: bool, *, followed: bool) -> int:
    """Measure a greeting that is only a name: "Dana," or "Dana, thank you for …"."""
    end, marked = _names(text, lower, 0)
    whole = end == len(text)
    words = text.split(None, _GROUP_WORDS + 1)
    if followed and text[-1] in ",:-–—،，：" and len(words) <= _GROUP_WORDS:
        return len(text) if whole or _has_title(lower) else 0
    if followed and is_known and len(words) <= 3 and text[-1] not in ".?":
        return end if whole else 0
    if not marked or whole or len(text[:end].split()) > 4 or text[end - 1] in ".?":
        return 0
    after = lower[end:].lstrip()
    return end if is_known or (text[0].isupper() and after.startswith(_OPENS_BODY)) else 0


def _has_title(lower: str) -> bool:
    """Tell "Mālō e lelei Mrs. Havea,": a salutation of any language before a title and a name."""
    return any(word.rstrip(".") in ONLY_TITLES for word in lower.split()[1:-1])
