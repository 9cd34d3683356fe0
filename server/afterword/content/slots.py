"""The notation inside an email template: slots `{name}` and optional segments `[[…]]`.

A segment `[[A {x}]]` is dropped when a slot in it has no value; `[[A {x}||B]]` reads B instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from afterword.content.model import TemplateField

TOKEN = re.compile(r"(\[\[|\]\]|\|\||\{[^{}\n]*\}|[{}])")
NAME = re.compile(r"\{[a-z]+(?:_[a-z]+)*\}")

KNOWN = {
    name: TemplateField(name, question, blank, example)
    for name, question, blank, example in (
        ("interviewer", "Who interviewed you?", "interviewer's name", "Dana Lee"),
        ("company", "Which company is it?", "company name", "Acme"),
        ("role", "Which role is it?", "job title", "Data Engineer"),
        ("interviewed_on", "Which day was the interview?", "interview day", "Tuesday 3 March"),
        ("decision_by", "Which day did they name?", "day they named", "Tuesday 10 March"),
        ("open_question", "Which question was left open?", "open question", "the on-call rota"),
        ("promised", "What did you promise to send?", "what you promised", "my test plan"),
        ("sender_name", "What is your full name?", "your full name", "Priya Nair"),
        ("sender_email", "What is your email address?", "your email", "priya@example.com"),
        ("sender_phone", "What is your phone number?", "your phone number", "555-0142"),
        (
            "sender_linkedin",
            "What is the address of your LinkedIn profile?",
            "your LinkedIn address",
            "linkedin.com/in/priya-nair-example",
        ),
    )
}
"""The fields that the interview card and the sender's own details fill, so no template need say."""


@dataclass(frozen=True, slots=True)
class Slot:
    """The place of one field."""

    name: str


@dataclass(frozen=True, slots=True)
class Segment:
    """Words that stand only where every slot in them has a value; `other` stands instead."""

    main: tuple[str | Slot, ...]
    other: tuple[str | Slot, ...] | None

    @property
    def slots(self) -> tuple[str, ...]:
        """The names of the fields that decide whether the segment stands."""
        return tuple(item.name for item in self.main if isinstance(item, Slot))


class SlotError(Exception):
    """A fault in the notation; `line` counts from 0 within its part of the email."""

    def __init__(self, part: str, line: int, fault: str, cure: str) -> None:
        super().__init__(f"{part}, line {line}: {fault} {cure}")
        self.part = part
        self.line = line
        self.fault = fault
        self.cure = cure


def parse(part: str, text: str) -> Iterator[str | Slot | Segment]:
    """Cut one part of an email template into words, slots and segments.

    Raises SlotError where the notation does not close, nests, or a segment has no slot.
    """
    segment: list[str | Slot] | None = None
    split: int | None = None
    line = 0
    for token in TOKEN.split(text):
        item = _item(part, line, token)
        if token == "[[":
            if segment is not None:
                raise SlotError(part, line, "A [[ stands inside another.", "Close the first one.")
            segment, split = [], None
        elif token in {"]]", "||"} and segment is None:
            raise SlotError(part, line, f"A {token} stands alone.", "Open it with [[.")
        elif token == "||" and segment is not None:
            if split is not None:
                raise SlotError(part, line, "A segment has two ||.", "Keep one.")
            split = len(segment)
        elif token == "]]" and segment is not None:
            yield _segment(part, line, segment, split)
            segment = None
        elif segment is not None:
            segment.append(item)
        elif token:
            yield item
        line += token.count("\n")
    if segment is not None:
        raise SlotError(part, line, "A [[ stays open.", "Close it with ]].")


def _item(part: str, line: int, token: str) -> str | Slot:
    if token[:1] not in {"{", "}"}:
        return token
    if not NAME.fullmatch(token):
        raise SlotError(part, line, f"{token} is not a slot.", "Write {name} in small letters.")
    return Slot(token[1:-1])


def _segment(part: str, line: int, items: list[str | Slot], split: int | None) -> Segment:
    segment = Segment(tuple(items[:split]), None if split is None else tuple(items[split:]))
    if not segment.slots:
        cure = "Put a {slot} in it, or take [[ and ]] away."
        raise SlotError(part, line, "A segment has no slot that decides about it.", cure)
    return segment
