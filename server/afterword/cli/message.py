"""Read a draft from a file: plain text, perhaps with its subject on top, or a whole .eml."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import EmailPolicy
from email.utils import getaddresses, parsedate_to_datetime
from typing import Any, cast

from afterword.cli import html

SUBJECT = "Subject:"


@dataclass(frozen=True, slots=True)
class Message:
    """A draft, where its parts stand in the file, and what the file says around it."""

    body: str
    subject: str | None = None
    body_line: int = 1
    """Line of the file that the body begins on, from 1."""
    subject_line: int = 1
    subject_column: int = 1
    context: dict[str, Any] = field(default_factory=dict)
    """Fields of a checks request: recipients, attachments, now."""


class _Patient(EmailPolicy):
    """Reads a header as empty where it is so odd that the library itself fails."""

    def header_fetch_parse(self, name: str, value: Any) -> Any:
        try:
            return super().header_fetch_parse(name, value)
        except (AttributeError, LookupError, RecursionError, TypeError, ValueError):
            return self.header_factory(name, "")


def from_text(text: str) -> Message:
    """Read plain text; a first line `Subject: …` is the subject."""
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    first, _, rest = text.partition("\n")
    if not _is_subject(first):
        return Message(text)
    subject = first[len(SUBJECT) :]
    column = len(first) - len(subject.lstrip()) + 1
    body = rest.lstrip("\n")
    return Message(body, subject.strip(), 2 + len(rest) - len(body), 1, column)


def from_email(data: bytes) -> Message:
    """Read a message in the form of RFC 5322, with or without MIME."""
    message = cast(EmailMessage, message_from_bytes(data, policy=_Patient()))
    lines = data.decode("utf-8", "replace").replace("\r\n", "\n").split("\n")
    body = _body(message)
    subject_line = next((n for n, line in enumerate(lines, 1) if _is_subject(line)), 1)
    return Message(
        body,
        str(message["Subject"] or ""),
        _find(body, lines),
        subject_line,
        len(SUBJECT) + 2,
        {
            "recipients": _people(message, "To"),
            "attachments": sum(1 for _ in message.iter_attachments()),
            "now": _date(message),
        },
    )


def _is_subject(line: str) -> bool:
    return line.lower().startswith(SUBJECT.lower())


def _body(message: EmailMessage) -> str:
    part = message.get_body(("plain", "html"))
    if part is None:
        return ""
    try:
        text = str(part.get_content())
    except (LookupError, ValueError):  # a charset that nobody knows
        payload = part.get_payload(decode=True)
        text = payload.decode("utf-8", "replace") if isinstance(payload, bytes) else ""
    if part.get_content_type() == "text/html":
        text = html.text_of(text)
    return _whole(text.replace("\r\n", "\n"))


def _whole(text: str) -> str:
    """Return a text with a ? for each half of a sign, which an odd encoding may leave."""
    return text.encode("utf-8", "replace").decode()


def _find(body: str, lines: list[str]) -> int:
    """Return the line that the body begins on; line 1 where the file holds it encoded."""
    words = [line for line in body.split("\n") if line.strip()]
    if not words or words[0] not in lines:
        return 1
    return lines.index(words[0]) + 1 - body.split("\n").index(words[0])


def _people(message: EmailMessage, name: str) -> list[dict[str, str]]:
    pairs = getaddresses([str(value) for value in message.get_all(name, [])])
    return [{"name": name, "email": address} for name, address in pairs if name or address]


def _date(message: EmailMessage) -> str | None:
    try:
        moment: datetime = parsedate_to_datetime(str(message["Date"]))
    except (OverflowError, TypeError, ValueError):
        return None
    return moment.isoformat()
