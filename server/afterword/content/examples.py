"""Example emails: fenced blocks whose words at issue stand between ⟦ and ⟧."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import get_args

from afterword.content.errors import ContentError
from afterword.content.model import Example, Mark, Part, TemplateKind, Verdict
from afterword.content.sections import Fence
from afterword.names import ID

REPEATABLE = {"interviewer", "topic", "open-question", "promised", "to", "earlier-note"}
SINGLE = {
    "kind", "company", "role", "interviewed", "decision-by", "sender", "sender-email",
    "sender-phone", "sender-linkedin", "attachments", "now", "other-company", "other-role",
    "other-interviewer", "earlier-follow-ups",
}  # fmt: skip
KINDS = (*get_args(TemplateKind), "auto")
HEADER = re.compile(r"(?P<name>[A-Z][A-Za-z-]*):[ \t]*(?P<value>.*?)[ \t]*$")
PERSON = re.compile(r"(?P<name>[^<>]*?)\s*(?:<(?P<email>[^<>\s]+@[^<>\s]+)>)?$")
MARKS = re.compile("[⟦⟧]")
FIXED = "email fixed"
"""Takes its context from the bad email above, so it may begin with its text at once."""
INFO = re.compile(rf"email (?:bad (?P<check>{ID.pattern})|(?P<verdict>good|fixed))$")


def read(path: Path, fences: Iterable[Fence]) -> tuple[Example, ...]:
    """Return the examples among `fences`, in order; `fixed` takes its context from the bad one."""
    examples: list[Example] = []
    for fence in fences:
        if not fence.info.startswith("email"):
            continue
        example = _example(path, fence)
        if example.verdict == "fixed":
            if not examples or examples[-1].verdict != "bad":
                fault = "A fixed email stands without its bad one."
                raise ContentError(path, fence.line, fault, "Put it right below the bad email.")
            example = _inherit(example, examples[-1])
        examples.append(example)
    return tuple(examples)


def person(text: str) -> tuple[str, str | None]:
    """Split `Name <address>` into name and address; the address may be missing.

    Raises ValueError where the text is neither.
    """
    match = PERSON.match(text)
    if not match:
        raise ValueError(f"{text!r} is not a name, or a name and an <address>")
    return match["name"], match["email"]


def _example(path: Path, fence: Fence) -> Example:
    info = INFO.match(fence.info)
    if not info:
        fault = f"`{fence.info}` is not a kind of example."
        cure = "Use `email good`, `email bad check-id` or `email fixed`."
        raise ContentError(path, fence.line, fault, cure)
    verdict: Verdict = "bad"
    if info["verdict"]:
        verdict = "good" if info["verdict"] == "good" else "fixed"
    headers, raw_subject, body_at = _headers(path, fence)
    raw_body = "\n".join(fence.lines[body_at:])
    marks: list[Mark] = []
    subject = raw_subject
    if subject is not None:
        subject = _strip(path, fence.line, "subject", subject, marks)
    body = _strip(path, fence.line, "body", raw_body, marks)
    if verdict != "bad" and marks:
        fault = f"A {verdict} email has marked words."
        raise ContentError(path, fence.line, fault, "Take ⟦ and ⟧ away.")
    return Example(
        verdict, info["check"], headers, subject, body, tuple(marks), path, fence.line
    )  # fmt: skip


def _inherit(fixed: Example, bad: Example) -> Example:
    if fixed.headers:
        fault = "A fixed email has context lines."
        cure = "It takes them from the bad email above; only Subject may differ."
        raise ContentError(fixed.path, fixed.line, fault, cure)
    subject = bad.subject if fixed.subject is None else fixed.subject
    return replace(fixed, headers=bad.headers, subject=subject)


def _headers(path: Path, fence: Fence) -> tuple[Mapping[str, tuple[str, ...]], str | None, int]:
    """Return the context lines, the subject, and the index of the body's first line."""
    headers: dict[str, tuple[str, ...]] = {}
    subject: str | None = None
    if fence.info == FIXED and fence.lines and not HEADER.match(fence.lines[0]):
        return headers, subject, 0 if fence.lines[0].strip() else 1
    for index, line in enumerate(fence.lines):
        number = fence.line + 1 + index
        if not line.strip():
            return headers, subject, index + 1
        match = HEADER.match(line)
        if not match:
            cure = "Write `Name: value`, and an empty line above the email's text."
            raise ContentError(path, number, "This is not a context line.", cure)
        name, value = match["name"].lower(), match["value"]
        if name == "subject" and subject is None:
            subject = value
            continue
        _known(path, number, name, value, headers)
        headers[name] = (*headers.get(name, ()), value)
    cure = "Leave one empty line between the context lines and the email's text."
    raise ContentError(path, fence.line, "The example has no text.", cure)


def _known(
    path: Path, number: int, name: str, value: str, headers: Mapping[str, tuple[str, ...]]
) -> None:
    if name not in REPEATABLE | SINGLE | {"subject"}:
        cure = f"Use one of: {', '.join(sorted(REPEATABLE | SINGLE))}, subject."
        raise ContentError(path, number, f"`{name}` is not a context line.", cure)
    if name == "subject" or (name in SINGLE and name in headers):
        raise ContentError(path, number, f"`{name}` stands here twice.", "Keep one of them.")
    try:
        _value(name, value)
    except ValueError as error:
        fault = f"`{name}` cannot be read: {error}."
        raise ContentError(path, number, fault, "See the other examples for its form.") from None


def _value(name: str, value: str) -> None:
    """Raise ValueError where a context line's value has not the form of its name."""
    if name in {"now", "interviewed"}:
        if datetime.fromisoformat(value).tzinfo is None:
            raise ValueError("the time has no offset such as +00:00")
    elif name == "decision-by":
        date.fromisoformat(value)
    elif name in {"attachments", "earlier-follow-ups"}:
        if int(value) < 0:
            raise ValueError("the number is below zero")
    elif name in {"to", "interviewer", "other-interviewer"}:
        person(value)
    elif name == "kind":
        if value not in KINDS:
            raise ValueError(f"it is not one of: {', '.join(KINDS)}")
    elif not value:
        raise ValueError("there is nothing behind the colon")


def _strip(path: Path, line: int, field: Part, text: str, marks: list[Mark]) -> str:
    """Take ⟦ and ⟧ out of `text`, adding what they enclose to `marks`."""
    start: int | None = None
    for taken, match in enumerate(MARKS.finditer(text)):
        at = match.start() - taken
        opens = match[0] == "⟦"
        if opens == (start is not None):
            fault = f"The marks ⟦ and ⟧ in the {field} do not pair."
            raise ContentError(path, line, fault, "Close each mark before the next one opens.")
        if start is not None:
            marks.append(Mark(field, start, at))
            start = None
        else:
            start = at
    if start is not None:
        fault = f"A mark ⟦ in the {field} stays open."
        raise ContentError(path, line, fault, "Close it with ⟧.")
    return MARKS.sub("", text)
