"""Subjects."""

from __future__ import annotations

from dataclasses import replace

import pytest

from afterword.draft.model import Kind, Person
from afterword.engine.model import Status
from tests.checks.notes import CARD, TY, found, note, repaired
from tests.drafts import outcome


@pytest.mark.parametrize(
    ("subject", "kind", "right"),
    [
        ("", Kind.THANK_YOU, "Thank you – Data Engineer interview"),
        ("(no subject)", Kind.THANK_YOU, "Thank you – Data Engineer interview"),
        ("  ", Kind.FOLLOW_UP, "Data Engineer interview – next steps"),
    ],
)
def test_an_empty_subject(subject: str, kind: Kind, right: str) -> None:
    draft = note(subject=subject, context=replace(TY, kind=kind))
    assert repaired("no-subject", draft) == right
    assert found("vague-subject", draft) == []


@pytest.mark.parametrize(
    "subject",
    ["Hi", "Following up", "Thank you", "Thanks!", "Interview follow-up", "Quick question",
     "Request for Interview Status", "Thank you for meeting with me", "Yesterday",
     "Checking in", "Hiya", "Sorry again",
     "Any word?", "That was good fun", "Need an answer asap", "Thursday",
     "Interview this morning", "Second request", "Sorry to trouble you again",
     "Great to meet you both", "With appreciation", "A last note from me",
     "Ten days on", "Two weeks later", "2nd mail", "4th reminder", "Please revert",
     "Obrigada / Thank you", "Grazie", "Circling back", "Closing the loop",
     "Confirming the next steps", "Please read", "Thanks anyway", "Checking in (no rush)",
     "thank u mam", "Third time lucky?", "Thank you for your time and insight!"],
)  # fmt: skip
def test_a_subject_for_any_email(subject: str) -> None:
    assert found("vague-subject", note(subject=subject)) == [subject]


@pytest.mark.parametrize("subject", ["?", "...", "😊"])
def test_marks_alone_are_a_subject_that_says_nothing(subject: str) -> None:
    draft = note(subject=subject)
    assert found("no-subject", draft) == []
    (finding,) = outcome("vague-subject", draft).findings
    assert finding.message.startswith(f"“{subject}” alone does not say what the email is about.")


@pytest.mark.parametrize("subject", ["", "  ", "(no subject)", "[none]"])
def test_a_subject_that_is_not_there(subject: str) -> None:
    draft = note(subject=subject)
    assert outcome("no-subject", draft).findings
    assert found("vague-subject", draft) == []


@pytest.mark.parametrize(
    "subject",
    ["Re: Your interview", "RE: Interview", "AW: Termin", "Thank you – Ward Clerk interview",
     "Pastry Chef trial – next steps", "Thank you, Dana", "Interview on 3 March",
     "Acme interview", "Follow-up: job 4711", "Danke für das Gespräch",
     "Tuesday's meeting", "Thanks for Friday", "Night porter", "One correction",
     "Reference letters", "Interview in May", "Thank you for letting me know",
     "Thank you for the second interview", "Final round – thank you",
     "Thank you for the phone screen", "Thanks from Arvid", "IT interview", "Night job",
     "Following our second meeting", "Interview of the 4th", "Two vans", "The 3rd mail van"],
)  # fmt: skip
def test_a_subject_that_says_something(subject: str) -> None:
    assert found("vague-subject", note(subject=subject)) == []
    assert found("no-subject", note(subject=subject)) == []


@pytest.mark.parametrize("subject", ["Thank you, Hope", "Next: interview and next steps"])
def test_a_usual_word_may_be_a_name(subject: str) -> None:
    card = replace(CARD, company="Next plc", interviewers=(Person("Hope Adeyemi"),))
    draft = note(subject=subject, context=replace(TY, interview=card))
    assert found("vague-subject", draft) == []


def test_a_subject_too_long_to_read() -> None:
    subject = "Thank you for the interview for the Data Engineer role at Acme on Tuesday, 3 March"
    assert found("vague-subject", note(subject=subject)) == [subject]


def test_a_long_subject_that_opens_with_the_role_loses_nothing() -> None:
    subject = "Data Engineer, interview of Tuesday, 3 March in Leith: a question on the next steps"
    assert found("vague-subject", note(subject=subject)) == []
    assert found("vague-subject", note(subject=f"Ref. 11-C, {subject}")) == []


def test_a_long_subject_that_opens_with_its_matter_loses_nothing() -> None:
    subject = "The leaking valve: what I would have drawn for you on Tuesday with ten more minutes"
    assert found("vague-subject", note(subject=subject)) == []


def test_an_unknown_subject_is_not_judged() -> None:
    assert outcome("no-subject", note(subject=None)).status is Status.NOT_APPLICABLE
