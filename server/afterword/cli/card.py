"""Read an interview card from a TOML file, by the same schemas as a request's."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import click

from afterword import toml
from afterword.api import requests
from afterword.api.errors import RequestError
from afterword.api.requests import Requests
from afterword.cli.problem import Problem
from afterword.settings import Settings

EXAMPLE = """\b
An interview card, of which any part may be left out:
  company = "Acme"
  role = "Data Engineer"
  interviewed_at = 2026-03-03T14:00:00+00:00
  interviewers = [{ name = "Dana Lee", email = "dana.lee@acme.example" }]
  topics = ["how the team moved its nightly loads"]

\b
  [sender]
  name = "Priya Nair"
  phone = "555-0142"
"""
"""Shown at the foot of the help of each command that takes one."""

OPTION = click.option(
    "--interview",
    "card_file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="What is known about the interview, as a TOML file. See below.",
)


@cache
def schemas() -> Requests:
    """Return the schemas with the default limits."""
    return requests.build(Settings())


def read(file: Path | None) -> dict[str, Any]:
    """Return `interview` and `sender` of a request from a card. Raises Problem."""
    if file is None:
        return {}
    try:
        values = _plain(toml.read(file))
    except ValueError as error:
        raise Problem(f"{file}: this is not TOML: {error}.") from None
    sender = values.pop("sender", {})
    _known(file, values, [*schemas().interview.fields, "sender"], "")
    people = values.get("interviewers")
    for person in people if isinstance(people, list) else ():  # the schema refuses what is none
        _known(file, person, schemas().person.fields, "interviewers.")
    _known(file, sender, schemas().sender.fields, "sender.")
    return {"interview": values, "sender": sender}


@contextmanager
def refusing(source: str, card_file: Path | None, now: str | None = None) -> Iterator[None]:
    """Turn what a schema refuses into a Problem that names the field and where it comes from.

    That is the card for what stands on it, --now for the time that was given there, else `source`.
    """
    try:
        yield
    except RequestError as error:
        part = error.field.partition(".")[0]
        if part in {"interview", "sender"}:
            source = str(card_file)
        elif part == "now" and now:
            source = "--now"
        said = error.message.removeprefix("now: ") if source == "--now" else error.message
        raise Problem(f"{source}: {said}") from None


def _known(file: Path, values: object, known: Collection[str], path: str) -> None:
    """Refuse a name that is not known: in a file it is a slip, not a newer client."""
    if not isinstance(values, dict):
        cure = "`afterword check --help` shows a card."
        raise Problem(f"{file}: `{path.rstrip('.')}` holds what is not a table. {cure}")
    for name in values:
        if name not in known:
            cure = f"There are: {', '.join(known)}."
            raise Problem(f"{file}: `{path}{name}` is not known. {cure}")


def _plain(value: Any) -> Any:
    """Return TOML's values as a request has them: dates and times as texts."""
    if isinstance(value, dict):
        return {name: _plain(item) for name, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    return value.isoformat() if isinstance(value, date) else value
