"""Emails that are right, with all that is known around them: nothing in them may be called wrong.

`right_emails.jsonl` holds requests as the extension sends them, one a line. Their writers knew
nothing of the checks. What such an email lacks may be said; what it holds has to be left alone.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient

from afterword.engine import registry
from afterword.engine.model import Level

EMAILS = [
    json.loads(line)
    for line in Path(__file__).with_name("right_emails.jsonl").read_text("utf-8").splitlines()
]
STOPS = {entry.check.id for entry in registry.load().entries if entry.check.level is Level.STOP}
NEVER = STOPS | {"wrong-day", "early-follow-up", "template-unchanged"}


@pytest.mark.parametrize("kind", ["auto", "thank-you"])
@pytest.mark.parametrize("email", EMAILS, ids=lambda email: str(email["id"]))
def test_nothing_right_is_called_wrong(
    client: FlaskClient, email: dict[str, Any], kind: str
) -> None:
    asked = {name: value for name, value in email.items() if name != "id"}
    answer = client.post("/api/v1/checks", json={**asked, "kind": kind})
    assert answer.status_code == 200, answer.json
    told = [(one["check"], one["quote"]) for one in answer.json["findings"]]
    assert [one for one in told if one[0] in NEVER] == []
