"""`afterword openapi`: the API's document."""

from __future__ import annotations

import json

import click

from afterword.api.openapi import document
from afterword.cli.problem import Problem
from afterword.settings import PACKAGE

FILE = PACKAGE.parent.parent / "openapi.json"


def text() -> str:
    """Return the document as it is committed."""
    return json.dumps(document(), indent=2, ensure_ascii=False) + "\n"


@click.command()
@click.option("--write", is_flag=True, help="Write openapi.json of this checkout.")
def openapi(write: bool) -> None:
    """Print the OpenAPI document of the service."""
    if not write:
        click.echo(text(), nl=False)
    elif not (FILE.parent / "pyproject.toml").exists():
        raise Problem("There is no checkout around this package. Leave --write out.")
    else:
        FILE.write_text(text(), encoding="utf-8")
        click.echo(f"Wrote {FILE}")
