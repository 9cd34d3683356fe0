"""Odd but right emails, and mail about other things: the helper says next to nothing of them."""

from __future__ import annotations

import tomllib
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from afterword.draft.model import Context, Interview, Person, Sender
from afterword.draft.parse import parse
from tests.drafts import report

EMAILS: list[dict[str, Any]] = tomllib.loads(
    Path(__file__).with_name("odd_emails.toml").read_text("utf-8")
)["email"]


@pytest.mark.parametrize("email", EMAILS, ids=lambda email: str(email["name"]))
def test_only_what_is_so_is_said(email: dict[str, Any]) -> None:
    people = tuple(map(Person, email.get("interviewers", ["Dana Lee"])))
    by = email.get("decision_by")
    card = Interview(
        interviewers=people,
        company="Acme",
        role=email.get("role", "Data Engineer"),
        interviewed_at=datetime.fromisoformat("2026-03-03T14:00+00:00"),
        decision_by=date.fromisoformat(by) if by else None,
    )
    context = Context(
        interview=card,
        sender=Sender(email.get("sender", "Priya Nair"), "me@example.com", "555-0142"),
        recipients=people,
        attachments=0,
        now=datetime.fromisoformat(email.get("now", "2026-03-04T09:00+00:00")),
    )
    draft = parse(email["subject"], email["body"], context)
    said = sorted(ended.check.id for ended in report(draft).outcomes if ended.findings)
    assert (str(draft.kind), said) == (email["kind"], email["said"])
