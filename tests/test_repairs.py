"""Repairs on whole emails: each settles its finding, raises no other, and is offered once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from afterword.draft.draft import Draft
from afterword.draft.model import Context, Kind, Sender
from afterword.draft.parse import parse
from afterword.engine.model import Finding, Level, Suggestion
from afterword.engine.registry import load
from tests.drafts import applied, report
from tests.measure.corpus import Email, own

ME = Sender("Priya Nair", "priya@example.com", "555-0142", "linkedin.com/in/priya-example")
EMAILS = [email for email in own() if email.kind is not Kind.OTHER]


def draft_of(email: Email) -> Draft:
    """Return a labelled email with all that its writer may know, so that repairs are offered."""
    known = email.context
    context = replace(
        known,
        kind=email.kind,
        sender=replace(ME, name=known.sender.name or ME.name),
        recipients=known.interview.interviewers,
        attachments=1,
    )
    return parse(email.record["subject"], email.record["body"], context)


def findings(draft: Draft) -> list[tuple[str, Finding]]:
    return [(o.check.id, finding) for o in report(draft).outcomes for finding in o.findings]


def offered(draft: Draft, check: str) -> list[Suggestion]:
    return [one for id, finding in findings(draft) if id == check for one in finding.suggestions]


def waiting(check: str) -> set[str]:
    """Return the checks that may speak once a blank is filled, having waited for it."""
    if check != "unfilled-blank":
        return set()
    return {id for id, entry in load().by_id.items() if entry.check.awaits_blanks}


@pytest.mark.parametrize("kind", [Kind.THANK_YOU, Kind.FOLLOW_UP, Kind.COURTESY])
@pytest.mark.parametrize("more", [-1, 0, 1])
def test_no_sentence_is_offered_to_be_removed_that_the_email_needs(kind: Kind, more: int) -> None:
    least = load().by_id["too-short"].check.options.get(kind)
    left = int(least.default if least else 20) + more
    words = f"I hope you are doing well. Word{' word' * (left - 1)}."
    draft = parse(None, f"Dear Dana,\n\n{words}\n\nPriya Nair", Context(kind=kind))
    assert draft.words == left + 6
    assert bool(offered(draft, "stock-phrase")) is (least is None or more >= 0)


@pytest.mark.parametrize("email", EMAILS, ids=lambda email: email.record["id"])
def test_a_repair_settles_its_finding_and_raises_no_other(email: Email) -> None:
    draft = draft_of(email)
    before = {check for check, _ in findings(draft)}
    for check, finding in findings(draft):
        for suggestion in finding.suggestions:
            repaired = applied(draft, finding, suggestion.edits)
            assert (repaired.subject, repaired.text) != (draft.subject, draft.text)
            assert {id for id, _ in findings(repaired)} <= before | waiting(check)
            assert suggestion not in offered(repaired, check)


@pytest.mark.parametrize("email", EMAILS, ids=lambda email: email.record["id"])
def test_nothing_stops_an_email_but_what_its_reader_would_stop(email: Email) -> None:
    stops = {
        outcome.check.id
        for outcome in report(draft_of(email)).outcomes
        if outcome.findings and outcome.check.level is Level.STOP
    }
    issues = {issue["type"] for issue in email.record["issues"]}
    if "wrong_or_casual_greeting" in issues:
        stops -= {"misspelt-name", "wrong-recipient"}
    assert stops == ({"unfilled-blank"} if "placeholder" in issues else set())
