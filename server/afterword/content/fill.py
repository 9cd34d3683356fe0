"""Fill an email template. What is not known becomes a visible blank; nothing is invented."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from html import escape
from typing import get_args

from afterword.content.fit import fit
from afterword.content.model import Part, Template, TemplateField
from afterword.content.slots import KNOWN, Segment, Slot, SlotError, parse

PARTS: tuple[Part, ...] = get_args(Part)
CONTROLS = re.compile(r"[^\S\n ]+|[\x00-\x08\x0e-\x1f\x7f-\x9f]")


@dataclass(frozen=True, slots=True)
class Blank:
    """A field without a value, drawn as `[what you talked about]`: code points, half-open."""

    field: str
    question: str
    part: Part
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Filled:
    """A draft made from a template, as text and as the HTML that rich editors take best."""

    subject: str
    body_text: str
    body_html: str
    blanks: tuple[Blank, ...]
    """In reading order, the subject's first."""


@dataclass(frozen=True, slots=True)
class _Piece:
    text: str
    blank: TemplateField | None = None
    example: str | None = None
    """That of the field, where it was answered in one line."""
    dropped: bool = False


def fields(template: Template) -> tuple[TemplateField, ...]:
    """Return the fields that a template has slots for, in reading order, each once."""
    own = {field.name: field for field in template.fields}
    names = dict.fromkeys(name for part in PARTS for _, name in _slots(template, part))
    return tuple(own.get(name) or KNOWN[name] for name in names)


def examples(template: Template) -> dict[str, str]:
    """Return an answer to each field of a template: its example."""
    return {field.name: field.example for field in fields(template)}


def validate(template: Template) -> None:
    """Raise SlotError for the first fault in a template's notation, slots or fields."""
    own: set[str] = set()
    for field in template.fields:
        if field.name in own:
            fault = f"There are two fields `{field.name}`."
            raise SlotError("subject", 0, fault, "Rename one of them, or remove it.")
        own.add(field.name)
    used = set()
    for part in PARTS:
        for line, name in _slots(template, part):
            if name not in own and name not in KNOWN:
                cure = f"Describe it under [[fields]], or use one of: {', '.join(KNOWN)}."
                raise SlotError(part, line, f"{{{name}}} is not a known field.", cure)
            used.add(name)
    for name in sorted(own - used):
        cure = f"Write {{{name}}} where its value belongs, or remove the field."
        raise SlotError("subject", 0, f"The field `{name}` has no slot.", cure)


def fill(template: Template, values: Mapping[str, str]) -> Filled:
    """Fill a template with `values` by field name; a value of white space counts as none."""
    named = {field.name: field for field in fields(template)}
    known = {name: clean for name in named if (clean := _clean(values.get(name, "")))}
    flat = {name: " ".join(value.split()) for name, value in known.items()}
    blanks: list[Blank] = []
    subject = _draw(_pieces(parse("subject", template.subject), named, flat), "subject", blanks)
    body = _draw(_pieces(parse("body", template.body), named, known), "body", blanks)
    return Filled(subject, body, as_divs(body), tuple(blanks))


def as_divs(text: str) -> str:
    """Return text as one `<div>` a line, the form that survives in every rich editor tried."""
    return "".join(
        f"<div>{escape(line, quote=False) if line.strip() else '<br>'}</div>"
        for line in text.split("\n")
    )


def _clean(value: str) -> str:
    """Return a value without control characters and outer space; line breaks stay."""
    lines = value.replace("\r\n", "\n").replace("\r", "\n")
    return CONTROLS.sub(lambda match: " " if match[0].isspace() else "", lines).strip()


def _slots(template: Template, part: Part) -> Iterator[tuple[int, str]]:
    """Yield the line (from 0) and the name of every slot in one part."""
    line = 0
    for item in parse(part, getattr(template, part)):
        inside = (*item.main, *(item.other or ())) if isinstance(item, Segment) else (item,)
        for one in inside:
            if isinstance(one, Slot):
                yield line, one.name
            else:
                line += one.count("\n")


def _pieces(
    items: Iterable[str | Slot | Segment],
    named: Mapping[str, TemplateField],
    known: Mapping[str, str],
) -> Iterator[_Piece]:
    for item in items:
        if isinstance(item, Slot):
            yield _slot(named[item.name], known)
        elif isinstance(item, str):
            yield _Piece(item)
        elif all(name in known for name in item.slots):
            yield from _pieces(item.main, named, known)
        elif item.other is not None:
            yield from _pieces(item.other, named, known)
        else:
            yield _Piece("", dropped=True)


def _slot(field: TemplateField, known: Mapping[str, str]) -> _Piece:
    if field.name in known:
        value = known[field.name]
        return _Piece(value, example=None if "\n" in value else field.example)
    return _Piece(f"[{field.blank}]", blank=field)


def _draw(pieces: Iterable[_Piece], part: Part, blanks: list[Blank]) -> str:
    """Join pieces to text, noting where the blanks stand; a value's own full stop is enough."""
    text = ""
    for index, line in enumerate(_kept(pieces)):
        text += "\n" if index else ""
        for at, piece in enumerate(line):
            said = piece.text
            if piece.example is not None:
                said = fit(said, piece.example, text, _text(line[at + 1 :]))
            if piece.blank:
                end = len(text) + len(said)
                name, question = piece.blank.name, piece.blank.question
                blanks.append(Blank(name, question, part, len(text), end))
            ended = text.endswith((".", "?", "!"))
            text += said.removeprefix(".") if ended else said
    return text.rstrip()


def _kept(pieces: Iterable[_Piece]) -> list[list[_Piece]]:
    """Return the lines without those that dropped segments have emptied, and without two gaps."""
    kept: list[list[_Piece]] = []
    gap = False
    for line in _lines(pieces):
        empty = not _text(line).strip()
        dropped = any(piece.dropped for piece in line)
        if empty and dropped:
            gap = not kept or not _text(kept[-1]).strip()
        elif not (empty and gap):
            kept.append(list(_close(line)) if dropped else line)
            gap = False
    return kept


def _text(pieces: Iterable[_Piece]) -> str:
    return "".join(piece.text for piece in pieces)


def _lines(pieces: Iterable[_Piece]) -> Iterator[list[_Piece]]:
    line: list[_Piece] = []
    for piece in pieces:
        first, *rest = piece.text.split("\n")
        line.append(replace(piece, text=first))
        for text in rest:
            yield line
            line = [_Piece(text)]
    yield line


def _close(line: list[_Piece]) -> Iterator[_Piece]:
    """Close the space that a dropped segment leaves between two words, or before a stop."""
    for index, piece in enumerate(line):
        text = piece.text
        after = _text(line[index + 1 :])
        if index + 1 < len(line) and line[index + 1].dropped and after[:1] in {"", *" .,;:!?"}:
            text = text.removesuffix(" ")
        if index == 1 and line[0].dropped:
            text = text.removeprefix(" ")
        yield replace(piece, text=text)
