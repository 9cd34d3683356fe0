"""What the buttons of repairs say."""

from __future__ import annotations

import pytest

from afterword.draft.draft import Draft
from tests.checks.notes import note
from tests.drafts import outcome


@pytest.mark.parametrize(
    ("check", "draft", "labels"),
    [
        ("casual-greeting", note(greeting="Hey Dana,"), ["Use “Dear”"]),
        ("no-name-greeting", note(greeting=""), ['Begin with "Dear Dana Lee,"']),
        ("no-sign-off", note(close="Priya Nair"), ["Add “Kind regards,”"]),
        ("no-sign-off", note(close=""), ["Add “Kind regards,” and your name"]),
        ("casual-sign-off", note(close="Kind regards,\nPriya Nair xx"), ["Remove it"]),
        ("no-full-name", note(close="Kind regards,\nPriya"), ["Use “Priya Nair”"]),
        ("no-full-name", note(close="Kind regards,"), ["Add your name"]),
        (
            "no-contact-details",
            note(close="Kind regards,\nPriya Nair"),
            ["Add your phone number", "Add your email address"],
        ),
        ("misspelt-name", note(greeting="Dear Danna,"), ["Use “Dana”"]),
        ("no-subject", note(subject=""), ["Use “Thank you – Data Engineer interview”"]),
        ("shouting", note("That was great!!!"), ["Keep one exclamation mark"]),
        ("shouting", note("That was great!! I enjoyed it!!"), ["Keep one in each place"]),
        ("shouting", note("I REALLY liked it."), ["Use “really”"]),
        ("wrong-day", note("I enjoyed our talk on Monday."), ["Use “on Tuesday”"]),
    ],
)
def test_a_button_says_what_it_does(check: str, draft: Draft, labels: list[str]) -> None:
    (finding,) = outcome(check, draft).findings
    assert [suggestion.label for suggestion in finding.suggestions] == labels
