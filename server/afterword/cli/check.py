"""`afterword check`: judge a draft from a file, as a linter would print it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import click
import orjson

from afterword import settings
from afterword.api import facts, requests
from afterword.api.checks import ordered, report
from afterword.cli import card
from afterword.cli.message import Message, from_email, from_text
from afterword.cli.problem import Problem
from afterword.draft.model import Kind
from afterword.draft.parse import parse
from afterword.engine import registry
from afterword.engine.model import Field, Finding, Level, Outcome, Report
from afterword.engine.run import run
from afterword.packs import thresholds
from afterword.packs.read import read_all

BROKEN = 3
"""How it ends where a check could not run: what that check would have found is not known."""
OTHER = (
    "This does not read like an email after an interview, so nothing was checked."
    " Say what it is with --kind."
)


@click.command(epilog=card.EXAMPLE)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, allow_dash=True))
@card.OPTION
@click.option(
    "--kind",
    type=click.Choice(facts.KINDS),
    default=facts.AUTO,
    help="What the draft is; `auto` lets the draft itself decide.",
)
@click.option("--now", metavar="TIME", help="The sender's clock, ISO 8601 [default: now].")
@click.option(
    "--format", "shape", type=click.Choice(["text", "json"]), default="text", help="How to print."
)
def check(file: str, card_file: Path | None, kind: str, now: str | None, shape: str) -> None:
    """Check the draft in FILE; - reads standard input.

    FILE is a text, perhaps with a first line `Subject: …`, or a message in an .eml file. Ends
    with 0 without findings, with 1 where there are some, with 2 where it cannot check, with 3
    where one of the checks could not run.
    """
    message = _message(file)
    request: dict[str, Any] = {
        "now": datetime.now().astimezone().isoformat(),
        **{name: value for name, value in message.context.items() if value is not None},
        **card.read(card_file),
        "kind": kind,
        "body": message.body,
        "subject": message.subject,
    }
    if now:
        request["now"] = now
    with card.refusing(file, card_file, now):
        data = requests.load(card.schemas().checks, request)
    draft = parse(data["subject"], data["body"], facts.context(data))
    choice = settings.load(None, os.environ)
    packs = read_all(choice.packs, choice.tokens)
    judged = run(draft, thresholds.laid_over(registry.load(), packs))
    if shape == "json":
        click.echo(orjson.dumps(report(judged), option=orjson.OPT_INDENT_2))
    else:
        _print(file, message, judged)
    if judged.broken:
        click.echo(_broken(judged.broken), err=True)
        sys.exit(BROKEN)
    sys.exit(1 if ordered(judged) else 0)


def _message(file: str) -> Message:
    data = _standard_input() if file == "-" else Path(file).read_bytes()
    if file.lower().endswith(".eml"):
        return from_email(data)
    try:
        return from_text(data.decode("utf-8"))
    except UnicodeDecodeError:
        raise Problem(f"{file}: this is not text in UTF-8. Save it as UTF-8.") from None


def _standard_input() -> bytes:
    if sys.stdin is None:  # closed by whoever started this
        raise Problem("There is no standard input. Name a file instead of -.")
    return sys.stdin.buffer.read()


def _print(file: str, message: Message, judged: Report) -> None:
    found = sorted(ordered(judged), key=lambda pair: _position(message, judged, pair[1]))
    for outcome, finding in found:
        line, column = _position(message, judged, finding)
        where = f"{file}:{line}:{column}"
        click.echo(f"{where}: {outcome.check.level}: {finding.message} [{outcome.check.id}]")
        for more in _more(judged, finding):
            click.echo(f"    {more}")
    click.echo(_summary(judged, found), err=True)


def _more(judged: Report, finding: Finding) -> Iterator[str]:
    if finding.span:
        words = finding.span.of(_text(judged, finding)).split("\n")
        yield f"“{words[0]}{' …' if len(words) > 1 else ''}”"
    for suggestion in finding.suggestions[:1]:
        yield f"→ {suggestion.label}"


def _text(judged: Report, finding: Finding) -> str:
    return judged.draft.text if finding.field is Field.BODY else judged.draft.subject or ""


def _position(message: Message, judged: Report, finding: Finding) -> tuple[int, int]:
    """Return line and column, from 1; a finding without words stands where its field begins."""
    start = finding.span.start if finding.span else 0
    if finding.field is Field.SUBJECT:
        return message.subject_line, message.subject_column + start
    before = judged.draft.text[:start]
    return message.body_line + before.count("\n"), start - (before.rfind("\n") + 1) + 1


def _summary(judged: Report, found: list[tuple[Outcome, Finding]]) -> str:
    if judged.kind is Kind.OTHER:
        return OTHER
    stops = sum(1 for outcome, _ in found if outcome.check.level is Level.STOP)
    advice = len(found) - stops
    parts = []
    if stops:
        parts.append(f"{stops} thing{'s' * (stops > 1)} before you send")
    if advice:
        parts.append(f"{advice} worth a look")
    if parts:
        return ", ".join(parts) + "."
    return "Nothing found by the other checks." if judged.broken else "Ready to send."


def _broken(outcomes: tuple[Outcome, ...]) -> str:
    names = ", ".join(f"{outcome.check.id} ({outcome.raised})" for outcome in outcomes)
    return f"{len(outcomes)} check{'s' * (len(outcomes) > 1)} could not run: {names}."
