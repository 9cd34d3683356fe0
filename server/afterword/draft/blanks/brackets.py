"""Finds blanks in brackets: “[Company]”, “{{name}}”, “<Role>”, “«Date»”, “(insert name)”, “[ ]”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from afterword.draft.blanks.fields import is_field_word, is_order, names_a_field, words_of
from afterword.draft.lines import holds
from afterword.draft.model import Span

_ALONE = frozenset(("insert", "fill in", "first", "last", "xx", "xxx"))
"""In brackets these say by themselves that something is to come."""
_FULL_NAME = frozenset(("first", "last"))
_ENDS_A_FIELD = frozenset("name title number address date company position".split())
"""The last of several words in round brackets that are a field's."""
_FIELD_BY_ITSELF = frozenset("name date company position role title".split())
"""One word in round brackets that is a field's."""
_EDITORIAL = frozenset("sic|x|?|!|…|...|tk|cid|brackets|square brackets".split("|"))
_LABELS = ("image:", "cid:", "inline image", "note:", "edit:", "attachment:")
"""What programs and editors begin a bracket with."""
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
_CAMEL = re.compile(r"[a-z][A-Z]")
_FIELD = re.compile(r"[^\W\d_][\w .'’/-]*")
_ANGLE = re.compile(r"<([^<>\n]{2,80})>")
_SPACED = re.compile(r" \S+(?: \S+)? ")
"""Of more words these are “less” and “more”: “cost < value and time > plan”."""
_GUILLEMETS = re.compile(r"«([^«»\n]{2,60})»")
_ROUND = re.compile(r"\(([^()\n]{2,80})\)")
_EMPTY = re.compile(
    r"(?<=[ \n])(?:an?|about|as|at|by|dear|for|from|hello|hi|in|like|of|our|the|to|with|your)"
    r" (\[(?:[ \t\xa0]{1,20}|\.{2,5}|…)\])(?![\w(\[=])"
    r"|(?<=[ \n])(?:discussed|enjoyed|explained|heard|learn(?:ed|t)|liked|loved|mentioned|my"
    r"|showed me|told me) (\[(?:\.{2,5}|…)\])(?![\w(\[=])",
    re.IGNORECASE,
)
"""An empty pair behind a word that asks for more; elsewhere it is a box, or words left out."""


def squares(text: str, known: frozenset[str]) -> Iterator[Span]:
    """Yield “[Company]” and “[your reason here]”, but no “[sic]”, link, index or aside."""
    for match in _SQUARE.finditer(text):
        content = match.group(1).strip(" \t\n\r*_")
        lower = content.lower()
        if lower in known or lower in _EDITORIAL or not any(char.isalpha() for char in content):
            continue
        if _is_of_program(text, match.span(), content) or lower.startswith(_LABELS):
            continue
        if _in_quotation(text, match.start(), match.end()) and not is_order(content):
            continue
        if not _is_aside(content) and _is_to_fill_in(content, lower):
            yield Span(*match.span())


def _is_of_program(text: str, span: tuple[int, int], content: str) -> bool:
    """Tell an index in code, “items[name]”, an address, and a link as Markdown writes it."""
    start, end = span
    index = text[start - 1 : start].isalnum() and content.isalnum() and content.islower()
    return index or text[end : end + 1] == "(" or "@" in content or "://" in content


def _is_aside(content: str) -> bool:
    if content.endswith(" mine"):
        return True
    aside = _ASIDE.match(content) is not None
    return aside and not (names_a_field(content) or is_order(content))


def _is_to_fill_in(content: str, lower: str) -> bool:
    """Say whether the words in a bracket are a phrase, an order, or the name of a field."""
    words = content.split()
    phrase = content[0].islower() and len(words) > 1 and max(map(len, words)) > 3
    named = lower in _ALONE or names_a_field(content) or set(words_of(lower)) >= _FULL_NAME
    return phrase or named or is_order(content)


def _in_quotation(text: str, start: int, end: int) -> bool:
    """Tell an editor's bracket inside quotation marks: "[the manager] told us"."""
    before = text[max(0, start - 80) : start]
    after = text[end : end + 80]
    return (before.count('"') % 2 == 1 and '"' in after) or ("“" in before and "”" in after)


def empties(text: str, known: frozenset[str]) -> Iterator[Span]:
    """Yield “[ ]” and “[…]” where a word is missing."""
    for match in _EMPTY.finditer("\n" + text):
        start, end = (at - 1 for at in match.span(match.lastindex or 1))
        if not holds(text[max(0, start - 80) : start], '"“«'):
            yield Span(start, end)


def curlies(text: str, known: frozenset[str]) -> Iterator[Span]:
    """Yield “{{name}}”, “${first_name}” and “{Company}”."""
    for match in _CURLY.finditer(text):
        content = (match.group(1) or match.group(2)).strip()
        sure = match.group(1) or match.group()[0] == "$" or "_" in content or " " in content
        if not sure and not (names_a_field(content) or _CAMEL.search(content)):
            continue  # “the {curly} braces”
        if len(content) > 1 and _FIELD.fullmatch(content):
            yield Span(match.start(), match.end())


def angles(text: str, known: frozenset[str]) -> Iterator[Span]:
    """Yield “<Company>”, “< name >” and “<insert date>”, but no tag and no address."""
    for match in _ANGLE.finditer(text):
        content = match.group(1)
        if _SPACED.fullmatch(content):
            content = content.strip()
        if any(mark in content for mark in '@/=:"') or content.lower() in known:
            continue
        if content[0].isalpha() and (names_a_field(content) or is_order(content)):
            yield Span(match.start(), match.end())


def guillemets(text: str, known: frozenset[str]) -> Iterator[Span]:
    """Yield “«First Name»”, as mail merges write it."""
    for match in _GUILLEMETS.finditer(text):
        words = words_of(match.group(1))
        if words and len(words) <= 3 and all(is_field_word(word) for word in words):
            yield Span(match.start(), match.end())


def rounds(text: str, known: frozenset[str]) -> Iterator[Span]:
    """Yield “(insert name)” and “(Your Name)”; most of what stands in these is an aside."""
    for match in _ROUND.finditer(text):
        words = words_of(match.group(1))
        if words and (_is_insertion(words) or _is_field(words)):
            yield Span(*match.span())


def _is_insertion(words: list[str]) -> bool:
    return words[0] in ("insert", "enter") and len(words) > 1


def _is_field(words: list[str]) -> bool:
    if len(words) > 3 or not all(is_field_word(word) for word in words):
        return False
    return words[-1] in (_ENDS_A_FIELD if len(words) > 1 else _FIELD_BY_ITSELF)
