"""Any text, with any facts around it, is read and judged: `python -m tests.fuzz.drafts`.

Arguments are libFuzzer's, such as `-max_total_time=60` or a folder to keep what it learns in.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["afterword.draft", "afterword.guidelines"]):
    from afterword.draft.model import Context, Interview, Person, Sender
    from afterword.draft.parse import parse
    from afterword.engine import registry
    from afterword.engine.check import EVERY
    from afterword.engine.model import Field, Finding, Report, Status
    from afterword.engine.run import run

CHECKS = registry.load()
KINDS = (None, *EVERY)
PAGES = Path(registry.__file__).parents[1].glob("guidelines/*/guideline.md")
PIECES = sorted({word for page in PAGES for word in page.read_text("utf-8").split()})
"""Words that checks look for; chance alone would not write them."""
GAPS = (" ", "\n", "\n\n", "", ", ")
START = datetime(2026, 3, 3, 14, tzinfo=UTC)


def context(data: atheris.FuzzedDataProvider) -> Context:
    """Return facts in which any text stands in any place."""

    def some() -> str:
        return str(data.ConsumeUnicode(data.ConsumeIntInRange(0, 16)))

    people = tuple(Person(some(), some(), some()) for _ in range(data.ConsumeIntInRange(0, 2)))
    card = Interview(people, some(), some(), START, None, (some(),), (some(),), (some(),))
    return Context(
        kind=data.PickValueInList(list(KINDS)),
        interview=card,
        sender=Sender(some(), some(), some(), some()),
        recipients=people[:1] or (Person(some()),),
        other_interviews=(replace(card, company=some(), role=some()),),
        attachments=data.ConsumeIntInRange(0, 1),
        now=START + timedelta(hours=data.ConsumeIntInRange(0, 400)),
        earlier_notes=(some(),),
        earlier_follow_ups=data.ConsumeIntInRange(0, 2),
    )


def body(data: atheris.FuzzedDataProvider) -> str:
    """Return a text of words from the guidelines' pages, with anything between them."""
    text = ""
    for _ in range(data.ConsumeIntInRange(0, 80)):
        if data.ConsumeIntInRange(0, 9):
            text += PIECES[data.ConsumeIntInRange(0, len(PIECES) - 1)]
        else:
            text += data.ConsumeUnicode(8)
        text += GAPS[data.ConsumeIntInRange(0, len(GAPS) - 1)]
    return text


def sound(report: Report) -> None:
    """Hold a report to what every report promises. Raises AssertionError."""
    draft = report.draft
    for outcome in report.outcomes:
        assert outcome.status is not Status.ERRORED, outcome.check.id
        for finding in outcome.findings:
            text = draft.text if finding.field is Field.BODY else draft.subject or ""
            within(finding, text)


def within(finding: Finding, text: str) -> None:
    """Hold one finding to the field that it points into."""
    size = len(text)
    if finding.span is not None:
        assert 0 <= finding.span.start < finding.span.end <= size, finding
    for suggestion in finding.suggestions:
        assert suggestion.label and suggestion.edits, finding
        assert all(0 <= edit.start <= edit.end <= size for edit in suggestion.edits), finding
        assert all(a.end <= b.start for a, b in pairwise(suggestion.edits)), finding


def judge(raw: bytes) -> None:
    """Read and judge one draft made of `raw`."""
    data = atheris.FuzzedDataProvider(raw)
    known = context(data)
    subject = data.ConsumeUnicode(40)
    sound(run(parse(subject, body(data), known), CHECKS))


if __name__ == "__main__":
    atheris.Setup(sys.argv, judge)
    atheris.Fuzz()
