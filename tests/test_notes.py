"""The emails on the page of a guideline: the weak one, and what the strong one has different."""

from __future__ import annotations

from pathlib import Path

import pytest

from afterword.content.guidelines import load_guidelines
from afterword.pages import notes
from afterword.pages.notes import Note
from tests.drafts import checks
from tests.guideline_page import page

NOTES = """\
Too little:

```email bad {check}
Sender: Priya Nair
Interviewer: Dana Lee <dana@acme.example>
To: Dana Lee
Role: Data Engineer
Company: Acme
Interviewed: 2026-03-03T14:00+00:00
Decision-by: 2026-03-10
Open-question: How would you start?
Promised: my test plan
Attachments: 0
Now: 2026-03-04T09:30+00:00
Subject: {subject}

{weak}
```

{strong}

The rest.
"""
WEAK = "Hi there,\n\nThank you for the talk about your loads today. I enjoyed it."
STRONG = WEAK.replace("there", "Dana")
ENVELOPE = (
    ("From", "Priya Nair"),
    ("To", "Dana Lee"),
    ("Interview", "Data Engineer, Acme; Tuesday 3 March 2026, 14:00"),
    ("Answer promised", "Tuesday 10 March 2026"),
    ("Open question", "How would you start?"),
    ("Promised", "my test plan"),
    ("Sent", "Wednesday 4 March 2026, 09:30"),
)


def drawn(
    folder: Path,
    strong: str,
    *,
    check: str = "no-name-greeting",
    subject: str = "Thanks",
    weak: str = WEAK,
) -> list[list[Note]]:
    path = folder / "greet_by_name" / "guideline.md"
    path.parent.mkdir()
    told = NOTES.format(check=check, subject=subject, weak=weak, strong=strong)
    path.write_text(page(told), encoding="utf-8")
    (guideline,) = load_guidelines(folder)
    known = {id: entry.check for id, entry in checks().by_id.items()}
    rows, after = notes.rows(guideline, guideline.sections[1], known, lambda path: path)
    assert after == "<p>The rest.</p>\n"
    return rows


def test_a_weak_note_stands_beside_the_strong_one_that_marks_what_is_different(
    tmp_path: Path,
) -> None:
    ((weak, strong),) = drawn(tmp_path, f"```email fixed\n{STRONG}\n```")
    assert (weak.verdict, strong.verdict) == ("weak", "strong")
    assert (weak.caption, strong.caption) == ("<p>Too little:</p>\n", "")
    assert weak.envelope == strong.envelope == ENVELOPE
    assert weak.subject == strong.subject == "Thanks"
    assert weak.body.startswith("<p>Hi there,</p>") and "<mark>" not in weak.body
    assert strong.body.startswith(
        '<p>Hi <mark>Dana,</mark><small class="tag">strong</small></p>\n<p>Thank you for'
    )
    assert strong.body.count("<mark>") == 1
    assert strong.label == "Strong: the same note, mended"
    assert strong.remark == "Underlined: what is different."


def test_marked_words_are_underlined_and_their_fault_is_said(tmp_path: Path) -> None:
    marked = WEAK.replace("Hi there,", "⟦Hi there,⟧")
    ((weak, _),) = drawn(
        tmp_path, f"```email fixed\n{STRONG}\n```", weak=marked, subject="⟦Thanks⟧"
    )
    summary = checks().by_id["no-name-greeting"].check.summary
    assert weak.remark == f"Underlined: {summary[0].lower()}{summary[1:]}"
    assert weak.subject == '<mark>Thanks</mark><small class="tag">weak</small>'
    assert "<mark>Hi there,</mark>" in weak.body


def test_a_weak_note_without_marked_words_has_its_fault_said(tmp_path: Path) -> None:
    ((weak, _),) = drawn(tmp_path, f"```email fixed\n{STRONG}\n```")
    assert weak.remark == checks().by_id["no-name-greeting"].check.summary


@pytest.mark.parametrize(
    ("check", "stop", "label"),
    [
        ("no-name-greeting", False, "Weak"),
        ("misspelt-name", True, "Weak: settle this before you send"),
    ],
)
def test_what_stops_a_send_is_said_to(tmp_path: Path, check: str, stop: bool, label: str) -> None:
    ((weak, strong),) = drawn(tmp_path, f"```email fixed\n{STRONG}\n```", check=check)
    assert (weak.stop, weak.label, strong.stop) == (stop, label, False)


def test_the_same_email_at_another_time_marks_the_time_alone(tmp_path: Path) -> None:
    headers = NOTES[NOTES.index("Sender:") : NOTES.index("Subject:")]
    later = headers.replace("T09:30", "T10:45") + "Subject: Thanks"
    ((_, strong),) = drawn(tmp_path, f"```email good\n{later}\n\n{WEAK}\n```")
    *same, (name, sent) = strong.envelope
    assert tuple(same) == ENVELOPE[:-1]
    time = "Wednesday 4 March 2026, 10:45"
    assert (name, sent) == ("Sent", f'<mark>{time}</mark><small class="tag">strong</small>')
    assert "<mark>" not in strong.body
    assert strong.remark == "Underlined: what is different."


def test_a_strong_note_of_its_own_is_compared_with_nothing(tmp_path: Path) -> None:
    own = "```email good\nTo: Omar Said\nSubject: Plan\n\nDear Omar,\n\nHere is the plan.\n```"
    first, (second,) = drawn(tmp_path, f"```email fixed\n{STRONG}\n```\n\nOr:\n\n{own}")
    assert len(first) == 2
    assert (second.label, second.remark) == ("Strong", "")
    assert second.caption == "<p>Or:</p>\n"
    assert second.envelope == (("To", "Omar Said"), ("Interviewer", "not known"))
    assert "<mark>" not in f"{second.subject}{second.body}"
