"""Say scores as tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory

from afterword.engine import registry
from tests.measure import score, train, weigh
from tests.measure.corpus import Email, by_author, own
from tests.measure.score import Score

SUMMARY = Path(__file__).with_name("summary.md")
Tables = dict[str, dict[str, Score]]
"""Scores by title and by what is scored."""
GROUPS = 15
"""In so many groups the authors are held out: one by one would take an hour."""
_FIGURES = "precision | recall | F1"
_HEAD = f"| {{0}} | labelled | {_FIGURES} |\n|---|---|---|---|---|"


def tables(emails: Iterable[Email]) -> Tables:
    """Return the scores of everything that is measured, by title.

    They are taken email by email: what was read of one a moment ago need not be read again.
    """
    checks = registry.load()
    measured: Tables = {}
    for email in emails:
        one = [email]
        _add(measured, "move, by sentence", score.moves(one))
        _add(measured, "kind, by email", score.kinds(one))
        _add(measured, "check, by email", score.checks(one, checks))
        _add(measured, "check once its move is taken away", score.ablations(one, checks))
    said = measured.get("check, by email", {})
    for name in [name for name, one in said.items() if one == Score()]:
        del said[name]
    return measured


def _add(measured: Tables, title: str, scores: Mapping[str, Score]) -> None:
    """Count the cases of `scores` in the table of that title too."""
    for name, one in scores.items():
        measured.setdefault(title, {}).setdefault(name, Score()).merge(one)


def lines(measured: Mapping[str, Mapping[str, Score]], misses: bool = False) -> Iterator[str]:
    """Yield Markdown tables, with every miss and false alarm below them if wanted."""
    for title, scores in measured.items():
        yield from ("", _HEAD.format(title))
        for name, one in scores.items():
            labelled = one.hits + len(one.misses)
            yield f"| {name} | {labelled} | {_figures(one)} |"
        for name, one in scores.items() if misses else ():
            yield from (f"  missed {name}: {case}" for case in one.misses)
            yield from (f"  false alarm {name}: {case}" for case in one.alarms)


def summary(apart: Mapping[str, Mapping[str, Score]]) -> str:
    """Return the text of `summary.md` as it should stand: the figures on our own corpus.

    `apart` are those of `held_out`, which take long; `state` says of what they are.
    """
    emails = own()
    told = (
        "# Moves and checks on the project's own labelled emails\n\n"
        "Written by `python -m tests.measure --write`; a test keeps it honest. The emails are in\n"
        f"`tests/corpus`: {len(emails)} of them by {len(by_author())} authors, "
        f"{sum(email.record['kind'] == 'other' for email in emails)} only look like an email after"
        " an interview.\n\n"
        "*Trained* is how well the program reads these emails, whose words it has been taught\n"
        "(`python -m tests.measure.train`). *Held out* is how well it reads each author's emails\n"
        f"when it was taught by those of others alone, in {GROUPS} groups. The phrase lists were\n"
        "written with all in sight: a stranger's email may be read a little less well still.\n"
        f"They are of state {state()}.\n"
    )
    return told + "\n".join(_beside(tables(emails), apart)) + "\n"


def state() -> str:
    """Return a short name for all that is taught, how, and what reads it: same name, same words."""
    root = SUMMARY.parents[2]
    moves = root / "server" / "afterword" / "draft" / "moves"
    taught = [
        *root.glob("tests/corpus/*"),
        train.LOOK_ALIKES,
        train.SENTENCES,
        Path(train.__file__),
        Path(weigh.__file__),
    ]
    read = [path for path in moves.glob("*") if path.suffix in {".py", ".toml"}]
    digest = sha256()
    for path in sorted({*taught, *read}, key=lambda path: path.relative_to(root).as_posix()):
        digest.update(path.read_text("utf-8").encode())
    return digest.hexdigest()[:12]


def held_out() -> Tables:
    """Return the same scores, each author's emails read without weights learned from them."""
    authors = by_author()
    added: Tables = {}
    for group in range(GROUPS):
        mine = [emails for at, emails in enumerate(authors) if at % GROUPS == group]
        others = [emails for at, emails in enumerate(authors) if at % GROUPS != group]
        with TemporaryDirectory() as folder:
            path = Path(folder) / "weights.json"
            train.write(list(chain.from_iterable(others)), path)
            with train.used(path):
                measured = tables(chain.from_iterable(mine))
        for title, scores in measured.items():
            _add(added, title, scores)
    return added


def _beside(
    trained: Mapping[str, Mapping[str, Score]], apart: Mapping[str, Mapping[str, Score]]
) -> Iterator[str]:
    for title, scores in trained.items():
        yield from ("", f"| {title} | labelled | trained: {_FIGURES} | held out: {_FIGURES} |")
        yield "|---" * 8 + "|"
        for name, one in scores.items():
            labelled = one.hits + len(one.misses)
            other = apart.get(title, {}).get(name, Score())
            yield f"| {name} | {labelled} | {_figures(one)} | {_figures(other)} |"


def _figures(one: Score) -> str:
    return f"{one.precision:.3f} | {one.recall:.3f} | {one.f1:.3f}"
