"""`python -m tests.measure [--misses] [--write] [FILE …]`: measure on labelled emails."""

from __future__ import annotations

import argparse
from pathlib import Path

from tests.measure import corpus, report


def main() -> None:
    """Print the tables of our own corpus and of the shared one where it is present."""
    parser = argparse.ArgumentParser(prog="python -m tests.measure", description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, help="others to measure on, not our own")
    parser.add_argument("--misses", action="store_true", help="list every miss and false alarm")
    parser.add_argument("--write", action="store_true", help="write tests/measure/summary.md anew")
    wanted = parser.parse_args()
    if wanted.write:
        report.SUMMARY.write_text(report.summary(report.held_out()), "utf-8")
    at_hand = {path.name: corpus.load(path) for path in wanted.files}
    if not at_hand:
        at_hand = {"tests/corpus": corpus.own()}
        if corpus.SHARED.exists():
            at_hand[corpus.SHARED.name] = corpus.load(corpus.SHARED)
    for name, emails in at_hand.items():
        print(f"\n# {name}: {len(emails)} emails")
        print("\n".join(report.lines(report.tables(emails), wanted.misses)))


if __name__ == "__main__":
    main()
