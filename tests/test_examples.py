"""Every example of every guideline: what is bad is found at its marks, what is good is silent."""

from __future__ import annotations

from itertools import pairwise

import pytest

from afterword.content.guidelines import load_guidelines
from afterword.content.model import Example
from afterword.engine.model import Finding, Level, Status
from afterword.packs.proof import example_draft
from tests.drafts import GUIDELINES, applied, outcome, report


def name(example: Example) -> str:
    return f"{example.path.parent.name}-{example.path.stem}-{example.line}"


EXAMPLES = [
    example
    for guideline in load_guidelines(GUIDELINES)
    for group in (guideline.examples, guideline.cases)
    for example in group
]
BAD = [example for example in EXAMPLES if example.verdict == "bad"]
GOOD = [example for example in EXAMPLES if example.verdict != "bad"]
FIXED = [(bad, fixed) for bad, fixed in pairwise(EXAMPLES) if fixed.verdict == "fixed"]


def findings(example: Example) -> list[tuple[str, Finding]]:
    return [
        (outcome.check.id, finding)
        for outcome in report(example_draft(example)).outcomes
        for finding in outcome.findings
    ]


@pytest.mark.parametrize("example", EXAMPLES, ids=name)
def test_no_check_errs(example: Example) -> None:
    statuses = {o.check.id: o.status for o in report(example_draft(example)).outcomes}
    assert [check for check, status in statuses.items() if status is Status.ERRORED] == []


@pytest.mark.parametrize("example", BAD, ids=name)
def test_bad_is_found_exactly_at_its_marks(example: Example) -> None:
    assert example.check
    ended = outcome(example.check, example_draft(example))
    assert ended.status is Status.FAILED
    found = sorted(
        (f.field.value, f.span.start, f.span.end) for f in ended.findings if f.span is not None
    )
    assert found == sorted((mark.field, mark.start, mark.end) for mark in example.marks)


@pytest.mark.parametrize("example", BAD, ids=name)
def test_bad_stops_for_nothing_else(example: Example) -> None:
    stops = [
        outcome.check.id
        for outcome in report(example_draft(example)).outcomes
        if outcome.findings and outcome.check.level is Level.STOP
    ]
    assert [check for check in stops if check != example.check] == []


@pytest.mark.parametrize("example", GOOD, ids=name)
def test_good_raises_nothing(example: Example) -> None:
    assert [f"{check}: {finding.message}" for check, finding in findings(example)] == []


@pytest.mark.parametrize(("bad", "fixed"), FIXED, ids=name)
def test_first_suggestion_gives_the_fixed_email(bad: Example, fixed: Example) -> None:
    draft = example_draft(bad)
    first = outcome(bad.check or "", draft).findings[0]
    repaired = applied(draft, first, first.suggestions[0].edits)
    assert (repaired.subject, repaired.text) == (fixed.subject, fixed.body)


@pytest.mark.parametrize("example", BAD, ids=name)
def test_a_repair_raises_nothing_new_and_is_offered_once(example: Example) -> None:
    draft = example_draft(example)
    before = {(check, finding.message) for check, finding in findings(example)}
    for _, finding in findings(example):
        for suggestion in finding.suggestions:
            repaired = applied(draft, finding, suggestion.edits)
            assert (repaired.subject, repaired.text) != (draft.subject, draft.text)
            after = {(o.check.id, f.message) for o in report(repaired).outcomes for f in o.findings}
            assert {check for check, _ in after} <= {check for check, _ in before}
            assert not any(
                again == suggestion
                for o in report(repaired).outcomes
                for f in o.findings
                for again in f.suggestions
            )
