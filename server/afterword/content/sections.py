"""Cut Markdown at its headings and find its fenced blocks.

Only what loading needs, by the rules of CommonMark 0.31 (4.2 and 4.5); pages are drawn by a real
Markdown parser, which is too slow to load before the first answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from afterword.content.errors import ContentError
from afterword.content.model import Section

OPEN = re.compile(r" {0,3}(?P<fence>`{3,}(?=[^`]*$)|~{3,})(?P<info>.*)$")
HEADING = re.compile(r" {0,3}(?P<marks>#{1,6})[ \t]+(?P<title>.*?)(?:[ \t]+#+)?[ \t]*$")


@dataclass(frozen=True, slots=True)
class Fence:
    """One fenced block: what follows the opening marks, its lines, and the line it opens on."""

    info: str
    lines: tuple[str, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Heading:
    """One heading and the line it stands on."""

    level: int
    title: str
    line: int


def scan(path: Path, text: str, first: int) -> Iterator[Fence | Heading]:
    """Yield fences and headings in order; `first` is the line that `text` begins on."""
    lines = iter(enumerate(text.split("\n"), first))
    for number, line in lines:
        if opening := OPEN.match(line):
            yield _fence(path, opening, number, lines)
        elif heading := HEADING.match(line):
            yield Heading(len(heading["marks"]), heading["title"], number)


def hold(path: Path, cut: tuple[Section, ...], titles: tuple[str, ...], first: int) -> None:
    """Hold a page that begins on line `first` to these headings. Raises ContentError."""
    if tuple(section.title for section in cut) == titles:
        return
    pairs = zip(cut, (*titles, *("" for _ in cut)), strict=False)
    line = next((section.line - 1 for section, title in pairs if section.title != title), first)
    cure = f"Use exactly these, in this order: {' · '.join(titles)}."
    raise ContentError(path, line, "The ## headings are not as they should be.", cure)


def _fence(
    path: Path, opening: re.Match[str], number: int, lines: Iterator[tuple[int, str]]
) -> Fence:
    marks = opening["fence"]
    close = re.compile(rf" {{0,3}}{re.escape(marks[0])}{{{len(marks)},}}[ \t]*$")
    inside: list[str] = []
    for _, line in lines:
        if close.match(line):
            return Fence(opening["info"].strip(), tuple(inside), number)
        inside.append(line)
    raise ContentError(path, number, "This block does not end.", f"Close it with {marks}.")


def cut(path: Path, text: str, first: int) -> tuple[Section, ...]:
    """Cut a page at its second-level headings; nothing but empty lines may stand above them."""
    lines = text.split("\n")
    heads = [
        item for item in scan(path, text, first) if isinstance(item, Heading) and item.level <= 2
    ]
    above = lines[: heads[0].line - first] if heads else lines
    for number, line in enumerate(above, first):
        if line.strip():
            fault = "There is text above the first heading."
            raise ContentError(path, number, fault, "Move it below one of the ## headings.")
    sections = []
    for head, after in zip(heads, [*heads[1:], None], strict=True):
        if head.level == 1:
            fault = "There is a # heading."
            raise ContentError(path, head.line, fault, "The title stands in the front matter.")
        end = after.line - first if after else len(lines)
        body = "\n".join(lines[head.line - first + 1 : end])
        sections.append(Section(head.title, body, head.line + 1))
    return tuple(sections)
