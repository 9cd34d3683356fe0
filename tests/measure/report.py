"""Say scores as tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from afterword.engine import registry
from tests.measure import score
from tests.measure.corpus import Email, own
from tests.measure.score import Score

SUMMARY = Path(__file__).with_name("summary.md")
_HEAD = "| {0} | labelled | precision | recall | F1 |\n|---|---|---|---|---|"


def tables(emails: list[Email]) -> dict[str, Mapping[str, Score]]:
    """Return the scores of everything that is measured, by title."""
    checks = registry.load()
    return {
        "move, by sentence": score.moves(emails),
        "kind, by email": score.kinds(emails),
        "check, by email": score.checks(emails, checks),
        "check once its move is taken away": score.ablations(emails, checks),
    }


def lines(measured: Mapping[str, Mapping[str, Score]], misses: bool = False) -> Iterator[str]:
    """Yield Markdown tables, with every miss and false alarm below them if wanted."""
    for title, scores in measured.items():
        yield from ("", _HEAD.format(title))
        for name, one in scores.items():
            labelled = one.hits + len(one.misses)
            yield (
                f"| {name} | {labelled} | {one.precision:.3f} | {one.recall:.3f} | {one.f1:.3f} |"
            )
        for name, one in scores.items() if misses else ():
            yield from (f"  missed {name}: {case}" for case in one.misses)
            yield from (f"  false alarm {name}: {case}" for case in one.alarms)


def summary() -> str:
    """Return the text of `summary.md` as it should stand: the figures on our own corpus."""
    emails = own()
    told = (
        "# Moves and checks on the project's own labelled emails\n\n"
        "Written by `python -m tests.measure --write`; a test keeps it honest. The emails are in\n"
        f"`tests/corpus`: {len(emails)} of them, "
        f"{sum(email.record['kind'] == 'other' for email in emails)} only look like an email after"
        " an interview. Their words have been weighed (`python -m tests.measure.train`), so that\n"
        "moves and kinds of other people's emails are told less well than these.\n"
    )
    return told + "\n".join(lines(tables(emails))) + "\n"
